"""Header and footer of a stranger's page, drawn once a language and destination, with places for the page's address.

A person signed in sees their own names and companies there: theirs are drawn each time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django.template import engines
from markupsafe import Markup, escape

from fondouk.doors.web.destination import Destination, named
from fondouk.doors.web.request import Request
from fondouk.doors.web.with_query import with_query

_STRAY = re.compile(r"%(?!\()")
_FIELD = '<input type="hidden" name="%(fields)s" value="">'
_LEFT_OUT = ("to", "page")


class Place:
    """Stands for a request while a mould is drawn: whatever is read from it is a place to fill."""

    path = "%(path)s"

    def __init__(self, language: str) -> None:
        self.own_address = f"/{language}/%(rest)s"
        self.GET = self

    def lists(self) -> list[tuple[str, list[str]]]:
        """One hidden field, which stands for as many as there are."""
        return [("%(fields)s", [""])]


def header(request: Request | None, language: str, asking: Any, destination: Any, search: bool, query: str) -> Markup:
    """The header of a page."""
    to = named(destination.code) if destination else None
    if request is None or to is None or (asking and asking.person) or not _is_in(language, request):
        whole: Markup = _macro("header", "site_header")(request, language, asking, destination, search, query)
        return whole
    fields = Markup("\n").join(
        Markup('<input type="hidden" name="{}" value="{}">').format(name, one)
        for name, values in request.GET.lists()
        if name not in _LEFT_OUT
        for one in values
    )
    return _filled(_header_mould(language, to, search), request, fields=fields, query=escape(query))


def footer(request: Request | None, language: str) -> Markup:
    """The footer of a page."""
    if request is None or not _is_in(language, request):
        whole: Markup = _macro("footer", "site_footer")(request, language)
        return whole
    return _filled(_footer_mould(language), request)


def _is_in(language: str, request: Request) -> bool:
    return request.path.startswith(f"/{language}/")


def _filled(mould: str, request: Request, **more: Markup) -> Markup:
    rest = escape(with_query(request).split("/", 2)[2])
    return Markup(mould % {"path": escape(request.path), "rest": rest, **more})  # noqa: S704 - ours, filled with escaped


def _macro(component: str, name: str) -> Any:
    return getattr(engines["jinja2"].env.get_template(f"components/{component}.html").module, name)  # type: ignore[attr-defined]


@lru_cache(maxsize=600)
def _header_mould(language: str, to: Destination, search: bool) -> str:
    html = str(_macro("header", "site_header")(Place(language), language, None, to, search, "%(query)s"))
    return _STRAY.sub("%%", html).replace(_FIELD, "%(fields)s")


@lru_cache(maxsize=16)
def _footer_mould(language: str) -> str:
    return _STRAY.sub("%%", str(_macro("footer", "site_footer")(Place(language), language)))


GLOBALS = {"page_header": header, "page_footer": footer}
