"""Home of each area: what waits for me."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.today import todos
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.orders import queries as orders
from fondouk.market.orders.queries.agenda import agenda, proceeds
from fondouk.market.sourcing import queries as sourcing

ORDERS_SHOWN = 4


@may("sell.view")
@require_safe
def sell(request: Request) -> HttpResponse:
    """Three things to do today, and how the storefront stands."""
    asking = request.asking
    at = clock.now()
    waiting, running = agenda(asking.the_company.id, side="supplier")
    context = {
        "todos": todos.of_supplier(asking.the_company, waiting, at),
        "shop": catalogue.storefront(asking.the_company.slug, on=at.date(), also_closed=True),
        "orders": running[:ORDERS_SHOWN],
    }
    return shell.render(request, "today/sell.html", context)


@may("payouts.view")
@require_safe
def money(request: Request) -> HttpResponse:
    """The part of the supplier's home that says where its money is; fetched after the page."""
    rows = proceeds(request.asking.the_company.id)
    return shell.render(request, "today/money.html", {"proceeds": rows})


@may("buy.view")
@require_safe
def buy(request: Request) -> HttpResponse:
    """What waits for a buyer, and where their questions stand."""
    asking = request.asking
    waiting, running = agenda(asking.the_company.id, side="buyer")
    context = {
        "todos": todos.of_buyer(asking.the_company, waiting, clock.now()),
        "inquiries": sourcing.inquiries_of(asking.the_company.id, side="buyer", limit=4),
        "orders": running[:ORDERS_SHOWN],
    }
    return shell.render(request, "today/buy.html", context)


@may("forward.view")
@require_safe
def forward(request: Request) -> HttpResponse:
    """Jobs of an inspector or forwarder."""
    asking = request.asking
    jobs = orders.inspections_of(asking.the_company.id) if asking.the_company.can("inspector") else []
    return shell.render(request, "today/forward.html", {"jobs": jobs})
