"""The hidden fields of every writing form, made from the running request, so that no macro needs its context."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.middleware.csrf import get_token
from django.utils import translation
from markupsafe import Markup

from fondouk.doors.web.request import Request

_request: ContextVar[Request | None] = ContextVar("request", default=None)


@contextmanager
def filled_from(request: Request) -> Iterator[None]:
    """Fields made inside speak for this request."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def _hidden(name: str, value: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, value)


def csrf_field() -> Markup:
    """Proof that the form came from our own page."""
    request = _request.get()
    return _hidden("csrfmiddlewaretoken", get_token(request)) if request else Markup()


def once_field(key: str | None = None) -> Markup:
    """The key under which this form has its effect once; pass the posted one when showing the form again."""
    return _hidden("once", key or secrets.token_urlsafe(18))


def acting_reference(asking: Any) -> str:
    """The reference of the company acted for, or an empty text."""
    company = getattr(asking, "company", None)
    return str(getattr(company, "reference", company) or "")


def acting_field() -> Markup:
    """For which company this form was opened."""
    request = _request.get()
    return _hidden("acting", acting_reference(getattr(request, "asking", None)))


def form_fields() -> Markup:
    """All three."""
    return csrf_field() + once_field() + acting_field()


def at(path: str) -> str:
    """An address of ours in the language being spoken: at("/search/")."""
    return f"/{(translation.get_language() or 'en')[:2]}{path}"


def comma() -> str:
    """The comma between items of a line: Arabic has its own."""
    return "،" if (translation.get_language() or "en").startswith("ar") else ","


def arrow() -> str:
    """From here to there, as the line is read: Arabic reads it to the left."""
    return "←" if (translation.get_language() or "en").startswith("ar") else "→"


EXPORTS = {
    "comma": comma,
    "arrow": arrow,
    "csrf_field": csrf_field,
    "once_field": once_field,
    "acting_field": acting_field,
    "form_fields": form_fields,
    "at": at,
}
