"""Pages as strangers see them, kept with all that they were drawn from: nothing is shown that is not still so.

A view reads what it would draw, every time; only where nothing of it differs from what the kept page was drawn from is
the drawing spared, which is most of the work. No clock and no stamp stands between a change and the page.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from fondouk.doors.web.request import Request

AGE_MAX_SECONDS = 300
"""Names of places and the like, which no page compares, are read again as often."""
_FORM = b"csrfmiddlewaretoken"


class KeptPages:
    """Up to `most` pages by address and destination, those asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Any, tuple[Any, bytes, float]] = OrderedDict()

    def find(self, request: Request, drawn_from: Any) -> HttpResponse | None:
        """The page at this address, if it was drawn from the same and its reader is nobody in particular."""
        key = _key(request)
        kept = self._kept.get(key) if key else None
        if kept is None or kept[2] < time.monotonic() or kept[0] != drawn_from:
            return None
        return HttpResponse(kept[1])

    def keep(self, request: Request, drawn_from: Any, page: HttpResponse) -> HttpResponse:
        """Keep the page for the next stranger; one with a form of its reader's own is not kept."""
        key = _key(request)
        if key and page.status_code == 200 and _FORM not in page.content:
            self._kept.pop(key, None)
            self._kept[key] = (drawn_from, page.content, time.monotonic() + AGE_MAX_SECONDS)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return page

    def forget(self) -> None:
        """Drop all of them."""
        self._kept.clear()


def _key(request: Request) -> tuple[str, str] | None:
    """Where the page stands and for which destination; None for a reader of whom anything is known."""
    known = {settings.SESSION_COOKIE_NAME, "messages"}
    if request.method != "GET" or "HX-Request" in request.headers or not known.isdisjoint(request.COOKIES):
        return None
    return request.get_full_path(), request.destination.code
