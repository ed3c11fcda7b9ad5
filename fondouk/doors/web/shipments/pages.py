"""The list of shipments, and one shipment whole."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.orders.asked import seen
from fondouk.doors.web.request import Request
from fondouk.doors.web.shipments.forms import DepartForm, EventForm, PaperForm
from fondouk.market.orders import queries as orders
from fondouk.market.shipments import queries, rules
from fondouk.market.shipments.queries import ShipmentPage


@seen
@require_safe
def shipments(request: Request, side: str) -> HttpResponse:
    """Every shipment this company sends or awaits, newest first."""
    company = request.asking.the_company
    rows = [row for row in queries.shipments_for(company.id) if row.state != "CANCELLED"]
    return shell.render(request, "shipments/shipments.html", {"rows": rows, "side": side})


@seen
@require_safe
def shipment(request: Request, reference: str, side: str) -> HttpResponse:
    """One shipment: what is in it, where it is, its papers, and what can be said about it."""
    return shown(request, reference, side)


def shown(request: Request, reference: str, side: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with a form that came back in place of a fresh one."""
    page = shipment_seen(request, reference, side)
    today = clock.now().date()
    context = {
        "page": page,
        "side": side,
        "depart_form": DepartForm(initial={"on_board_on": today, "consignee": page.consignee}),
        "event_form": EventForm(initial={"happens_on": today}),
        "paper_form": PaperForm(),
        "refusal": _refusal_to_ship(request, page) if side == "sell" and page.card.state == "PREPARED" else None,
        "modes": rules.MODE_NAMES,
        "releases": rules.RELEASE_NAMES,
        "package_types": rules.PACKAGE_TYPES,
        "today": today,
        **forms,
    }
    return shell.render(request, "shipments/shipment.html", context, status=status)


def shipment_seen(request: Request, reference: str, side: str) -> ShipmentPage:
    """The shipment, if the company acted for is that side of it; a stranger gets the usual 404."""
    page = queries.shipment(reference)
    company = request.asking.the_company
    sides = {"buy": page.buyer_id, "sell": page.supplier_id, "desk": company.id} if page else {}
    if page is None or sides[side] != company.id:
        raise Http404
    return page


def _refusal_to_ship(request: Request, page: ShipmentPage) -> Any:
    """Why the goods may not leave yet (unpaid, not inspected), for the disabled button."""
    company = request.asking.the_company
    order = orders.order(page.card.order, company=company.id)
    refusal = order.refusals["ship"] if order else None
    return shell.refusal_sentence(refusal) if refusal else None
