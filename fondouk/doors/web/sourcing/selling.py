"""The supplier's pages: read the question, write the offer, revise it, take it back."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.sourcing.forms import LineFormSet, OfferForm, valid_until_default
from fondouk.kit.quantity import plain
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies import queries as companies
from fondouk.market.conversations import queries as conversations
from fondouk.market.sourcing import commands, packing, promised, queries, rules, terms
from fondouk.market.sourcing.queries import InquiryView, VersionView


@may("sell.view")
@require_safe
def inquiries(request: Request) -> HttpResponse:
    """All questions received, newest first."""
    rows = queries.inquiries_of(_company(request), side="supplier")
    return shell.render(request, "sourcing/inquiries.html", {"rows": rows, "side": "sell"})


@may("sell.view")
@require_safe
def inquiry(request: Request, reference: str) -> HttpResponse:
    """The talk about a product, with the offers sent."""
    view = _own(request, reference)
    asking = request.asking
    talk = conversations.conversation(
        view.conversation, company=asking.the_company.id, person=asking.the_person.reference
    )
    return shell.render(request, "sourcing/inquiry.html", {"inquiry": view, "side": "sell", "talk": talk})


@may("sourcing.quote")
@require_POST
def close_inquiry(request: Request, reference: str) -> HttpResponse:
    """Nothing more will come of it."""
    _own(request, reference)
    words = _("The inquiry is closed.")
    return posting.then(request, commands.close_inquiry, words, "sell_inquiry", reference, inquiry=reference)


@may("sourcing.quote")
@require_http_methods(["GET", "POST"])
def create_quotation(request: Request, reference: str) -> HttpResponse:
    """The quotation builder: prefilled from the product, or from the version it revises."""
    view = _own(request, reference)
    if (refusal := rules.refusal_to_quote(view.state)) is not None:
        messages.error(request, shell.refusal_sentence(refusal))
        return redirect("sell_inquiry", reference=reference)
    product = catalogue.offer(view.product, on=clock.now().date())
    form, lines = _forms(request, view, product)
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        offered = form.offer([one.line() for one in lines.forms if not one.is_empty])
        try:
            shell.act(request, commands.submit_quotation, inquiry=reference, offer=offered)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("The quotation is with the buyer."))
            return redirect("sell_inquiry", reference=reference)
    context = {"inquiry": view, "form": form, "lines": lines, "product": product, "holder": queries.holder()}
    return shell.render(request, "sourcing/quotation_new.html", context, status=posting.status_of(form, lines))


@may("sell.view")
@require_safe
def quotation(request: Request, reference: str) -> HttpResponse:
    """One's own offer as the buyer sees it."""
    view = queries.quotation(reference, company=_company(request), on=clock.now().date())
    if view is None or view.supplier.reference != request.asking.the_company.reference:
        raise Http404
    context = {
        "quotation": view,
        "side": "sell",
        "form": None,
        "holder": queries.holder(),
        "alert": promised.alert_on(view.reference),
    }
    return shell.render(request, "sourcing/quotation.html", context)


@may("sourcing.quote")
@require_POST
def withdraw_quotation(request: Request, reference: str) -> HttpResponse:
    """Take the offer back while nobody has accepted it."""
    view = queries.quotation(reference, company=_company(request), on=clock.now().date())
    if view is None:
        raise Http404
    words = _("Withdrawn. The buyer has been told.")
    return posting.then(request, commands.withdraw_quotation, words, "sell_quotation", reference, quotation=reference)


def _forms(request: Request, view: InquiryView, product: Publication | None) -> tuple[OfferForm, Any]:
    inspectors = [(one.reference, one.name) for one in companies.with_capacity("inspector")]
    held = queries.holder() is not None
    posted = request.POST if request.method == "POST" else None
    first = _first_terms(view, product)
    form = OfferForm(posted, initial=first, inspectors=inspectors, held=held)
    return form, LineFormSet(posted, initial=_first_lines(view, product), prefix="line")


def _first_terms(view: InquiryView, product: Publication | None) -> dict[str, Any]:
    on = clock.now().date()
    first: dict[str, Any] = {"valid_until": valid_until_default(on), "payment_terms": "30/70", "payment_route": "held"}
    if product is not None and product.price_lists:
        prices = product.price_lists[0]
        first |= {
            "incoterm": prices.incoterm, "place_name": prices.place_name, "place_code": prices.place_code,
            "currency": prices.currency, "lead_days": product.lead_days,
        }  # fmt: skip
    if view.live is not None:
        first |= _terms_again(view.live.current)
    return first


def _terms_again(version: VersionView) -> dict[str, Any]:
    return {
        "incoterm": version.incoterm, "place_name": version.place_name, "place_code": version.place_code,
        "currency": version.total.currency, "lead_days": version.lead_days, "payment_route": version.payment_route,
        "inspector": version.inspector.reference if version.inspector else "", "notes": version.notes,
        "payment_terms": _template_of(version), **_cargo_again(version),
    }  # fmt: skip


def _cargo_again(version: VersionView) -> dict[str, Any]:
    """The weights typed before; those the packing gives are left open, as the quantity may change."""
    names = ("packages", "gross_kg", "volume_m3")
    typed = {name: version.cargo.get(name) for name in names}
    worked_out = asdict(packing.carried(version.lines))
    return {name: one for name, one in typed.items() if one is None or Decimal(one) != worked_out[name]}


def _template_of(version: VersionView) -> str:
    """The choice of payments the version was made with."""
    agreed = tuple(one for one, _money in version.milestones)
    return next((name for name, offered in terms.TEMPLATES.items() if offered == agreed), "30/70")


def _first_lines(view: InquiryView, product: Publication | None) -> list[dict[str, Any]]:
    if view.live is not None:
        rows = [
            {"description": one.description, "quantity": one.quantity, "unit": one.unit, "unit_price": one.unit_price,
             "hs6": one.hs6, "product": one.product, "origin": one.origin, "unit_net_kg": _weight(product, one.product)}
            for one in view.live.current.lines
        ]  # fmt: skip
    else:
        rows = [_line_of(view, product)]
    return [*rows, {}, {}][: len(rows) + 2]


def _weight(product: Publication | None, reference: str) -> Decimal | None:
    return product.cargo.unit_net_kg if product is not None and product.reference == reference else None


def _line_of(view: InquiryView, product: Publication | None) -> dict[str, Any]:
    row: dict[str, Any] = {"description": view.title, "quantity": plain(view.quantity), "unit": view.unit}
    if product is None:
        return row
    row |= {"product": product.reference, "hs6": product.hs6, "origin": product.origin_country}
    row |= {"unit_price": _price_for(product, view.quantity), "unit_net_kg": product.cargo.unit_net_kg}
    return row


def _price_for(product: Publication, quantity: Decimal) -> Decimal | None:
    if not product.price_lists:
        return None
    breaks = product.price_lists[0].breaks
    reached = [one.unit_price for one in breaks if one.min_quantity <= quantity]
    return reached[-1] if reached else (breaks[0].unit_price if breaks else None)


def _own(request: Request, reference: str) -> InquiryView:
    view = queries.inquiry(reference, company=_company(request), on=clock.now().date())
    if view is None or view.supplier.reference != request.asking.the_company.reference:
        raise Http404
    return view


def _company(request: Request) -> int:
    return int(request.asking.the_company.id)
