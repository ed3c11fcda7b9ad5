"""Payments reported and confirmed, documents and goods accepted, reviews."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_POST

from fondouk.doors import clock
from fondouk.doors.web import formats, posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.orders import pages
from fondouk.doors.web.orders.asked import order_seen, seen
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands, queries
from fondouk.market.shipments import commands as shipments

SCORES = [
    ("5", _l("better than agreed")),
    ("4", _l("as agreed")),
    ("3", _l("as agreed, with small faults")),
    ("2", _l("less than agreed")),
    ("1", _l("not as agreed")),
]


class ReviewForm(forms.Form):
    """What a side says of the trade."""

    score = forms.ChoiceField(label=_l("The goods were"), choices=SCORES, widget=forms.RadioSelect, initial="4")
    words = forms.CharField(label=_l("Your words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


@may("orders.pay")
@require_POST
def report_payment(request: Request, reference: str, milestone: str) -> HttpResponse:
    """The buyer says the wire was sent."""
    order_seen(request, reference, "buy")
    words = _("Noted. The payment counts when the bank statement shows it.")
    one = _of(request, reference, milestone, "buy")
    return posting.then(request, commands.report_payment, words, "buy_order", reference, milestone=one)


@may("payments.confirm")
@require_POST
def confirm_payment(request: Request, reference: str, milestone: str) -> HttpResponse:
    """The supplier confirms its own bank's credit advice (routes without held money)."""
    one = _of(request, reference, milestone, "sell")
    words = _("Payment confirmed.")
    return posting.then(request, commands.confirm_payment, words, "sell_order", reference, milestone=one)


@may("orders.accept")
@require_POST
def accept_documents(request: Request, reference: str) -> HttpResponse:
    """The shipping documents are in order."""
    order_seen(request, reference, "buy")
    words = _("Documents accepted.")
    return posting.then(request, commands.accept_documents, words, "buy_order", reference, order=reference)


@may("orders.accept")
@require_POST
def deliver(request: Request, reference: str) -> HttpResponse:
    """The goods are here: the inspection period begins."""
    order_seen(request, reference, "buy")
    words = _("Delivery recorded. You have time to check the goods.")
    when = _moment(posting.typed(request, "delivered_on", 20))
    receive = shipments.receive_order
    return posting.then(request, receive, words, "buy_order", reference, order=reference, delivered_at=when)


@may("orders.accept")
@require_POST
def accept(request: Request, reference: str) -> HttpResponse:
    """The goods are as agreed: what waits for acceptance goes to the supplier."""
    order_seen(request, reference, "buy")
    words = _("Accepted. The held money has been released to the supplier.")
    return posting.then(request, commands.accept_goods, words, "buy_order", reference, order=reference)


@seen
@require_http_methods(["GET", "POST"])
def review(request: Request, reference: str, side: str) -> HttpResponse:
    """One review for each side, after acceptance."""
    view = order_seen(request, reference, side)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _send_review(request, reference, form.cleaned_data)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Your review is published."))
            return redirect(f"{side}_order", reference)
    context = {"order": view, "side": side, "form": form}
    return shell.render(request, "orders/review.html", context, status=posting.status_of(form))


@may("reviews.write")
@require_POST
def reply(request: Request, reference: str, side: str) -> HttpResponse:
    """The reviewed side answers once; what was typed comes back where it is refused."""
    company = request.asking.the_company
    order = queries.order_reviewed(reference, about=company.id)
    if order is None:
        raise Http404
    view, words = order_seen(request, order, side), posting.typed(request, "words", 2000)
    try:
        shell.act(request, commands.reply_to_review, review=reference, words=words)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return pages.shown(request, view, side, status=422, reply_typed=words)
    messages.success(request, _("Your reply is published."))
    return redirect(f"{side}_order", order)


def _send_review(request: Request, reference: str, values: dict[str, Any]) -> None:
    company = request.asking.the_company
    with translation.override("en"):
        label = f"{company.town}, {formats.country(company.country)}"
    shell.act(
        request, commands.review_order, order=reference, score=int(values["score"]), words=values["words"],
        language=(translation.get_language() or "en")[:2], author_label=label,
    )  # fmt: skip


def _of(request: Request, reference: str, milestone: str, side: str) -> str:
    """The milestone's reference, if it belongs to this order; else the order's own, which no milestone has."""
    view = order_seen(request, reference, side)
    return next((one.reference for one in view.milestones if one.reference == milestone), reference)


def _moment(day: str) -> datetime:
    """Noon of the day typed, of today where nothing readable was typed; twice the same for two clicks."""
    try:
        typed = date.fromisoformat(day)
    except ValueError:
        typed = clock.now().date()
    return datetime.combine(typed, time(12), tzinfo=UTC)
