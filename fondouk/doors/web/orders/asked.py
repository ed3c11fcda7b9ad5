"""Which order a page is about, for whoever may see it from this side; a stranger gets the usual 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from fondouk.doors.web import access
from fondouk.doors.web.request import Request
from fondouk.market.orders import queries
from fondouk.market.orders.queries import OrderView

SIDES = {"buy": "buyer", "sell": "supplier", "desk": "operator"}
VIEWING = {"buy": "buy.view", "sell": "sell.view", "desk": "desk.view"}


def seen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page with `side` in its address: only for people of that side."""

    @wraps(view)
    def guarded(request: Request, *args: Any, side: str, **kwargs: Any) -> HttpResponse:
        return access.may(VIEWING[side])(view)(request, *args, side=side, **kwargs)

    guarded.guard = "a side's view"  # type: ignore[attr-defined]
    return guarded


def order_seen(request: Request, reference: str, side: str) -> OrderView:
    """The order, if the company acted for is that side of it."""
    company = request.asking.the_company
    view = queries.order(reference, company=company.id)
    if view is None or view.side_of(company.reference) != SIDES[side]:
        raise Http404
    return view
