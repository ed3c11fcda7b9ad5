"""A page's own address, with some of its query changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fondouk.doors.web.request import Request


def with_query(request: Request, **changes: Any) -> str:
    """This page's address with some of its query changed; None removes a key, a list repeats it."""
    own: str | None = None if changes else getattr(request, "own_address", None)
    if own is None:
        own = _written(request, changes)
    if not changes:  # header and footer repeat it for every language
        request.own_address = own  # type: ignore[attr-defined]
    return own


def _written(request: Request, changes: dict[str, Any]) -> str:
    query = request.GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        elif isinstance(value, (list, tuple)):
            query.setlist(key, [str(one) for one in value])
        else:
            query[key] = str(value)
    pairs = [(key, one) for key, values in query.lists() for one in values if one != ""]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path
