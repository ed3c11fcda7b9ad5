"""The buyer's pages: ask, read the offer, accept, decline, answer with a counter-offer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.sourcing.forms import CounterForm, InquiryForm
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Publication
from fondouk.market.conversations import queries as conversations
from fondouk.market.orders import commands as orders
from fondouk.market.sourcing import commands, promised, queries
from fondouk.market.sourcing.queries import QuotationView


@may("buy.view")
@require_safe
def inquiries(request: Request) -> HttpResponse:
    """All questions asked, newest first."""
    rows = queries.inquiries_of(_company(request), side="buyer")
    return shell.render(request, "sourcing/inquiries.html", {"rows": rows, "side": "buy"})


@may("sourcing.ask")
@require_http_methods(["GET", "POST"])
def open_inquiry(request: Request) -> HttpResponse:
    """The question form for a product, and its sending."""
    product = catalogue.offer(request.GET.get("product", "")[:24], on=clock.now().date())
    if product is None:
        raise Http404
    form = InquiryForm(request.POST or None, initial=_first(request, product))
    if request.method == "POST" and form.is_valid():
        try:
            outcome = shell.act(
                request, commands.open_inquiry, product=product.reference, language=_language(), **form.cleaned_data
            )
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Your question is with the supplier."))
            return redirect("buy_inquiry", reference=outcome.reference)
    context = {"form": form, "product": product, "title": product.text(_language()).title}
    return shell.render(request, "sourcing/inquiry_new.html", context, status=posting.status_of(form))


@may("buy.view")
@require_safe
def inquiry(request: Request, reference: str) -> HttpResponse:
    """The talk about a product, with its offers."""
    view = _asked(request, reference)
    return shell.render(
        request, "sourcing/inquiry.html", {"inquiry": view, "side": "buy", "talk": _talk(request, view)}
    )


def _asked(request: Request, reference: str) -> queries.InquiryView:
    """An inquiry of one's own; 404 for everybody else."""
    view = queries.inquiry(reference, company=_company(request), on=clock.now().date())
    if view is None or view.buyer.reference != request.asking.the_company.reference:
        raise Http404
    return view


@may("sourcing.ask")
@require_POST
def close_inquiry(request: Request, reference: str) -> HttpResponse:
    """Nothing more will come of it."""
    _asked(request, reference)
    words = _("The inquiry is closed.")
    return posting.then(request, commands.close_inquiry, words, "buy_inquiry", reference, inquiry=reference)


@may("buy.view")
@require_safe
def quotation(request: Request, reference: str) -> HttpResponse:
    """An offer, opened line by line, with all that can be done about it."""
    return _page(request, _own(request, reference), CounterForm())


@may("sourcing.award")
@require_POST
def accept_quotation(request: Request, reference: str) -> HttpResponse:
    """The offer becomes an order's draft."""
    view = _own(request, reference)
    read = request.POST.get("version", "")
    version = int(read) if read.isascii() and read.isdigit() and len(read) < 6 else view.current.version
    try:
        outcome = shell.act(request, orders.award, quotation=reference, version=version)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return redirect("buy_quotation", reference=reference)
    messages.success(request, _("Accepted. Add your details and put the contract to both for signature."))
    return redirect("buy_order", reference=outcome.reference)


@may("sourcing.ask")
@require_POST
def decline_quotation(request: Request, reference: str) -> HttpResponse:
    """No, with a reason if one was given."""
    _own(request, reference)
    reason = posting.typed(request, "reason", 400)
    words, decline = _("Declined. The supplier has been told."), commands.decline_quotation
    return posting.then(request, decline, words, "buy_quotation", reference, quotation=reference, reason=reason)


@may("sourcing.ask")
@require_POST
def counter_quotation(request: Request, reference: str) -> HttpResponse:
    """What would make the offer acceptable."""
    view = _own(request, reference)
    form = CounterForm(request.POST)
    if form.is_valid():
        try:
            shell.act(request, commands.counter_quotation, quotation=reference, **form.cleaned_data)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Your counter-offer is with the supplier."))
            return redirect("buy_quotation", reference=reference)
    return _page(request, view, form)


def _page(request: Request, view: QuotationView, form: CounterForm) -> HttpResponse:
    context = {
        "quotation": view,
        "side": "buy",
        "form": form,
        "holder": queries.holder(),
        "alert": promised.alert_on(view.reference),
    }
    return shell.render(request, "sourcing/quotation.html", context, status=posting.status_of(form))


def _own(request: Request, reference: str) -> QuotationView:
    view = queries.quotation(reference, company=_company(request), on=clock.now().date())
    if view is None or view.buyer.reference != request.asking.the_company.reference:
        raise Http404
    return view


def _talk(request: Request, view: Any) -> Any:
    asking = request.asking
    return conversations.conversation(
        view.conversation, company=asking.the_company.id, person=asking.the_person.reference
    )


def _first(request: Request, product: Publication) -> dict[str, Any]:
    destination = request.destination
    return {"quantity": request.GET.get("quantity") or product.moq, "destination": destination.code}


def _company(request: Request) -> int:
    return int(request.asking.the_company.id)


def _language() -> str:
    return (translation.get_language() or "en")[:2]
