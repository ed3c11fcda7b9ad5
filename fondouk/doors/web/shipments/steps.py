"""What can be said about a shipment, each a form with one command behind it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.orders.asked import seen
from fondouk.doors.web.request import Request
from fondouk.doors.web.shipments import pages
from fondouk.doors.web.shipments.forms import Containers, DepartForm, EventForm, Packages, PackForm, PaperForm
from fondouk.engines.files import store
from fondouk.kit.refusal import Refused
from fondouk.market.shipments import commands, queries
from fondouk.market.shipments.queries import ToPack


@may("shipments.edit")
@require_http_methods(["GET", "POST"])
def pack(request: Request, order: str) -> HttpResponse:
    """The goods are packed: lines, packages, containers, the supplier's invoice number."""
    company = request.asking.the_company
    left = queries.to_pack(order, company.id)
    if left is None:
        raise Http404
    form = PackForm(request.POST or None, order=left, initial=_first(left))
    rows = Packages(request.POST or None, prefix="package"), Containers(request.POST or None, prefix="container")
    if request.method == "POST" and form.is_valid() and all(one.is_valid() for one in rows):
        try:
            done = shell.act(request, commands.prepare_shipment, order=order, packed=_packed(form, *rows))
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Packed. The commercial invoice and the packing list are ready."))
            return redirect("sell_shipment", done.reference)
    context = {"order": left, "form": form, "packages": rows[0], "containers": rows[1]}
    return shell.render(request, "shipments/pack.html", context, status=posting.status_of(form, *rows))


@may("shipments.edit")
@require_POST
def depart(request: Request, reference: str) -> HttpResponse:
    """The goods left."""
    form = DepartForm(request.POST)
    words = _("On its way. The buyer has been told, and the papers name the vessel.")
    return _step(request, reference, form, "depart_form", words, commands.ship, lambda: {"departure": form.departure()})


@may("shipments.edit")
@require_POST
def add_event(request: Request, reference: str) -> HttpResponse:
    """Something happened, or is planned or expected."""
    form = EventForm(request.POST)
    words = _("Noted in the timeline.")
    return _step(request, reference, form, "event_form", words, commands.record_event, form.arguments)


@may("papers.issue")
@require_POST
def add_paper(request: Request, reference: str) -> HttpResponse:
    """File a bill of lading, an insurance certificate, an analysis."""
    form = PaperForm(request.POST, request.FILES)
    words = _("Filed. The buyer can read it.")
    return _step(request, reference, form, "paper_form", words, commands.file_paper, lambda: _received(request, form))


@seen
@require_POST
def deliver(request: Request, reference: str, side: str) -> HttpResponse:
    """The goods are at the buyer's."""
    pages.shipment_seen(request, reference, side)
    words = _("Delivery recorded. The buyer has time to check the goods.")
    day = _day(request.POST.get("delivered_on", ""))
    back = f"{side}_shipment"
    return posting.then(request, commands.record_delivery, words, back, reference, shipment=reference, delivered_on=day)


@may("shipments.edit")
@require_POST
def cancel(request: Request, reference: str) -> HttpResponse:
    """Call off a shipment that has not left."""
    order = pages.shipment_seen(request, reference, "sell").card.order
    words = _("Called off. Pack the goods anew when they are ready.")
    return posting.then(request, commands.cancel_shipment, words, "sell_order", order, shipment=reference)


def _step(
    request: Request, reference: str, form: Any, name: str, words: str, command: Any, arguments: Any
) -> HttpResponse:
    """One form, one command; what was typed comes back with what is wrong."""
    pages.shipment_seen(request, reference, "sell")
    if form.is_valid():
        try:
            shell.act(request, command, shipment=reference, **arguments())
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, words)
            return redirect("sell_shipment", reference)
    return pages.shown(request, reference, "sell", status=422, **{name: form})


def _packed(form: PackForm, packages: Any, containers: Any) -> commands.Packed:
    return form.packed(
        tuple(given for row in packages if (given := row.given())),
        tuple(given for row in containers if (given := row.given())),
    )


def _received(request: Request, form: PaperForm) -> dict[str, Any]:
    """The upload is received before the command, which only gets its reference."""
    asking, upload = request.asking, form.cleaned_data["file"]
    file = store.receive(
        upload, "report", owner=asking.the_company.id, by=asking.actor, at=clock.now(), name=upload.name or ""
    )
    return {"kind": form.cleaned_data["kind"], "number": form.cleaned_data["number"], "file": file.reference}


def _first(left: ToPack) -> dict[str, str]:
    """The way and the ports the contract and its promised cost speak of."""
    port = {"port_to": left.destination} if len(left.destination) == 5 else {}
    return {"mode": left.mode, "port_from": left.place_code, **port}


def _day(typed: str) -> date:
    """The day typed; today where nothing readable was typed."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return clock.now().date()
