"""The list of orders, one order whole, and every movement of its money."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors.web import shell
from fondouk.doors.web.orders.asked import SIDES, order_seen, seen
from fondouk.doors.web.orders.course import money_parts, rows_of, who_acts
from fondouk.doors.web.request import Request
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.orders import queries
from fondouk.market.orders.queries import OrderView, one
from fondouk.market.papers import queries as papers
from fondouk.market.shipments import queries as shipments


@seen
@require_safe
def orders(request: Request, side: str) -> HttpResponse:
    """All orders of this side, newest first."""
    company = request.asking.the_company
    rows = queries.orders_of(company.id, side=SIDES[side], state=request.GET.get("state", "")[:12])
    return shell.render(request, "orders/orders.html", {"rows": rows, "side": side})


@seen
@require_safe
def order(request: Request, reference: str, side: str) -> HttpResponse:
    """One order: who acts next, the timeline, the money, the documents, the talk."""
    return shown(request, order_seen(request, reference, side), side)


def shown(request: Request, view: OrderView, side: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """The order's page; `more` is what was typed into a form that was refused."""
    return shell.render(request, "orders/order.html", {**_context(view, side), **more}, status=status)


@seen
@require_safe
def movements(request: Request, reference: str, side: str) -> HttpResponse:
    """The ledger explains every cent."""
    view = order_seen(request, reference, side)
    context = {"order": view, "side": side, "movements": one.movements(view) if view.held else []}
    return shell.render(request, "orders/movements.html", context)


def _context(view: OrderView, side: str) -> dict[str, Any]:
    acting = who_acts(view, SIDES[side])
    return {
        "order": view,
        "side": side,
        "rows": rows_of(view, SIDES[side]),
        "acting": acting,
        "parts": money_parts(view),
        "shipments": shipments.shipments_of(view.reference),
        "picture": _picture(view),
        "papers": [one for one in papers.papers_within(view.reference) if one.newest],
    }


def _picture(view: OrderView) -> dict[str, Any] | None:
    found = catalogue.first_picture(view.product) if view.product else None
    if found is None:
        return None
    size = found.at_least(180)
    return {"src": size.url, "width": size.width, "height": size.height}
