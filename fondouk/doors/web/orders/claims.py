"""Claims: the buyer opens one against held money, the operator decides with reasons."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.orders.asked import order_seen
from fondouk.doors.web.request import Request
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands, queries
from fondouk.market.orders.rules import Decision, MilestoneState


class ClaimForm(forms.Form):
    """Which payment, and what is wrong."""

    milestone = forms.ChoiceField(label=_l("Payment concerned"))
    words = forms.CharField(label=_l("What is wrong"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


class DecisionForm(forms.Form):
    """What becomes of the frozen money, and why."""

    CHOICES = [
        (Decision.RELEASE.value, _l("Release all of it to the supplier")),
        (Decision.REFUND.value, _l("Refund all of it to the buyer")),
        (Decision.SPLIT.value, _l("Refund a part, release the rest")),
    ]
    decision = forms.ChoiceField(label=_l("Decision"), choices=CHOICES, widget=forms.RadioSelect)
    refund = forms.DecimalField(
        label=_l("Part refunded"), min_value=Decimal(0), max_digits=17, decimal_places=3, required=False
    )
    reasons = forms.CharField(label=_l("Reasons"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


@may("orders.claim")
@require_http_methods(["GET", "POST"])
def open_claim(request: Request, reference: str) -> HttpResponse:
    """Freeze a payment's money until the operator decides."""
    view = order_seen(request, reference, "buy")
    form = ClaimForm(request.POST or None)
    held = [one for one in view.milestones if one.state == MilestoneState.FUNDED]
    form.fields["milestone"].choices = [(one.reference, f"{one.position} · {one.held}") for one in held]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.open_claim, **form.cleaned_data)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("The money is frozen until the operator decides."))
            return redirect("buy_order", reference)
    context = {"order": view, "form": form, "side": "buy", "held": held}
    return shell.render(request, "orders/claim_new.html", context, status=posting.status_of(form))


@may("orders.claim")
@require_POST
def withdraw(request: Request, reference: str) -> HttpResponse:
    """Take the claim back: the money is held as before."""
    found = queries.claim(reference)
    if found is None:
        raise Http404
    order_seen(request, found.order, "buy")
    words = _("Withdrawn. The money is held as before.")
    return posting.then(request, commands.withdraw_claim, words, "buy_order", found.order, claim=reference)


@may("disputes.decide")
@require_safe
def queue(request: Request) -> HttpResponse:
    """Claims, and proposals to close an order short, that wait for a decision; oldest first."""
    context = {"rows": queries.open_claims(), "shorts": queries.open_shorts()}
    return shell.render(request, "orders/claims.html", context)


@may("disputes.decide")
@require_http_methods(["GET", "POST"])
def decide(request: Request, reference: str) -> HttpResponse:
    """Read both sides, then decide with reasons."""
    found = queries.claim(reference)
    if found is None:
        raise Http404
    view = order_seen(request, found.order, "desk")
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        refund = None if values["refund"] is None else Money.of(values["refund"], found.amount.currency)
        try:
            shell.act(
                request, commands.decide_claim, claim=reference, decision=values["decision"], refund=refund,
                reasons=values["reasons"],
            )  # fmt: skip
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Decided. Both sides have been told."))
            return redirect("desk_claims")
    context = {"claim": found, "order": view, "form": form}
    return shell.render(request, "orders/claim.html", context, status=posting.status_of(form))
