"""Where the goods shall go: "Deliver to". Kept in a cookie and in the account; `?to=` sets it.

A destination is a country ("US") or a UN/LOCODE ("USNYC"); anything else in `to=` is ignored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from fondouk.doors.web import fields, formats, locale
from fondouk.doors.web.request import Request
from fondouk.engines.places import gazetteer

COOKIE = "fondouk_to"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place goods are brought to, with the currency its prices are shown in."""

    code: str
    country: str
    currency: str

    @property
    def name(self) -> str:
        """The town, or the country where no town is chosen, in the reader's language."""
        place = gazetteer.place(self.code) if len(self.code) == 5 else None
        return place.name(_language()) if place else self.country_name

    @property
    def label(self) -> str:
        """What the header says: "New York, US"."""
        return f"{self.name}{fields.comma()} {self.country}" if len(self.code) == 5 else self.name

    @property
    def country_name(self) -> str:
        """The country in the reader's language."""
        return gazetteer.country_name(self.country, _language())


def _language() -> str:
    return (get_language() or "en")[:2]


def named(code: str | None) -> Destination | None:
    """The destination of a code, if we deliver there."""
    said = (code or "").replace(" ", "").upper()
    market = gazetteer.market_for(said) if len(said) in (2, 5) and said.isalnum() else None
    if market is None or (len(said) == 5 and gazetteer.place(said) is None):
        return None
    return Destination(said, market.country, market.currency)


#: What the picker offers; any other port of a market may stand in the address.
CHOICES = tuple(one for code in ("USNYC", "USPHL", "USHOU", "CAMTR", "CAHAL") if (one := named(code)))
DEFAULT = CHOICES[0]


def of_request(request: Request) -> Destination:
    """The address says it, then the cookie, then the account, then the reader's own country, then New York."""
    asked = named(request.GET.get("to")) or named(request.COOKIES.get(COOKIE))
    if asked:
        return asked
    kept = (
        getattr(getattr(request, "user", None), "destination", "")
        if settings.SESSION_COOKIE_NAME in request.COOKIES
        else ""
    )
    return named(kept) or (named("CAMTR") if _reads_in_canada(request) else None) or DEFAULT


def _reads_in_canada(request: Request) -> bool:
    return "-ca" in request.META.get("HTTP_ACCEPT_LANGUAGE", "").lower().split(",")[0]


class DestinationMiddleware:
    """`request.destination` for all that follows, and the cookie when the address names a new one."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        known = settings.SESSION_COOKIE_NAME not in request.COOKIES  # else the account may have to be read
        to: Any = of_request(request) if known else SimpleLazyObject(lambda: of_request(request))
        request.destination = to
        with formats.towards(to), fields.filled_from(request):
            response = self.get_response(request)
        asked = named(request.GET.get("to"))
        if asked and request.COOKIES.get(COOKIE) != asked.code:
            response.set_cookie(COOKIE, asked.code, max_age=locale.YEAR_SECONDS, samesite="Lax", secure=settings.SECURE)
        return response
