"""The page of a list that an address asks for."""

from __future__ import annotations

from fondouk.doors.web.request import Request


def page_of(request: Request, most: int = 500) -> int:
    """The number after `page=`, from 1 to `most`; 1 for whatever is no number."""
    typed = request.GET.get("page", "")
    return max(1, min(int(typed), most)) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
