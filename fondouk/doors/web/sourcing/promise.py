"""What an offer promised at the door, beside what it costs today; for both sides, from offers and from orders."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.kit import references
from fondouk.market.sourcing import promise, promised

_SHOWN = ("goods", *promise.ORDER)


@may("buy.view")
@require_safe
def bought(request: Request, reference: str) -> HttpResponse:
    """The buyer's view of the promise."""
    return _page(request, reference, "buy")


@may("sell.view")
@require_safe
def sold(request: Request, reference: str) -> HttpResponse:
    """The supplier's view of the promise."""
    return _page(request, reference, "sell")


def _page(request: Request, reference: str, side: str) -> HttpResponse:
    asking = request.asking
    typed = request.GET.get("version", "")
    version = int(typed) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 4 else None
    known = references.valid(reference, "QUO")
    parties = {"buy": "buyer", "sell": "supplier"}
    found = (
        promised.promised(
            reference, company=asking.the_company.id, side=parties[side], on=clock.now().date(), version=version
        )
        if known
        else None
    )
    if found is None:
        raise Http404
    context = {"found": found, "side": side, "rows": _rows(found), "on": clock.now().date()}
    return shell.render(request, "sourcing/promised.html", context)


def _rows(found: promised.Promised) -> list[dict[str, Any]]:
    """Every line as promised beside today's, in the order of an estimate."""
    then, now = _lines(found.snapshot), _lines(found.today)
    keys = sorted(dict.fromkeys((*then, *now)), key=lambda key: _SHOWN.index(key[0]) if key[0] in _SHOWN else 99)
    return [promise.beside(then.get(key), now.get(key)) for key in keys]


def _lines(snapshot: dict[str, Any] | None) -> dict[Any, dict[str, Any]]:
    return promise.by_line((snapshot or {}).get("lines", ()))
