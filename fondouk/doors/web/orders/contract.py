"""The contract: its text, the proposal with the buyer's details, signatures, cancellation."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors.web import posting, shell
from fondouk.doors.web.orders.asked import order_seen, seen
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands
from fondouk.market.orders.commands import ContractTerms


class ProposalForm(forms.Form):
    """What the contract needs beside the quotation."""

    buyer_po = forms.CharField(label=_l("Buyer's order number (PO)"), max_length=40, required=False)
    importer_number = forms.CharField(label=_l("Importer's number (EIN, BN15)"), max_length=40, required=False)
    consignee = forms.CharField(label=_l("Consignee"), max_length=160, required=False)
    latest_shipment_on = forms.DateField(
        label=_l("Latest day of shipment"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    quantity_tolerance_pct = forms.IntegerField(label=_l("Quantity tolerance, %"), min_value=0, required=False)
    governing_law = forms.CharField(label=_l("Governing law"), max_length=80, required=False)
    arbitration_seat = forms.CharField(label=_l("Seat of arbitration"), max_length=80, required=False)
    partial_shipment = forms.BooleanField(label=_l("Partial shipments allowed"), required=False)
    transhipment = forms.BooleanField(label=_l("Transhipment allowed"), required=False, initial=True)
    cisg = forms.BooleanField(label=_l("The UN sales convention (CISG) applies"), required=False, initial=True)

    def terms(self) -> ContractTerms:
        """The details as a value."""
        values = dict(self.cleaned_data)
        values["consignee"] = {"name": values["consignee"]} if values["consignee"] else {}
        values["quantity_tolerance_pct"] = values["quantity_tolerance_pct"] or 0
        return ContractTerms(**values)


@seen
@require_safe
def contract(request: Request, reference: str, side: str) -> HttpResponse:
    """The text that is signed, with who has signed it."""
    view = order_seen(request, reference, side)
    return shell.render(request, "orders/contract.html", {"order": view, "side": side})


@seen
@require_http_methods(["GET", "POST"])
def propose(request: Request, reference: str, side: str) -> HttpResponse:
    """Add the details and put the contract to both for signature."""
    view = order_seen(request, reference, side)
    first = {name: getattr(view, name) for name in ProposalForm.base_fields}
    first["consignee"] = view.consignee.get("name", "")
    form = ProposalForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.propose_contract, order=reference, contract=form.terms())
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            return redirect(f"{side}_order_contract", reference)
    context = {"order": view, "side": side, "form": form}
    return shell.render(request, "orders/propose.html", context, status=posting.status_of(form))


@seen
@require_POST
def sign(request: Request, reference: str, side: str) -> HttpResponse:
    """Sign the text whose hash the form carries."""
    order_seen(request, reference, side)
    return posting.then(
        request, commands.sign_contract, _("Signed."), f"{side}_order", reference, order=reference,
        contract_hash=posting.typed(request, "contract_hash", 64), address=_address(request),
    )  # fmt: skip


@seen
@require_POST
def cancel(request: Request, reference: str, side: str) -> HttpResponse:
    """Call the order off before shipment, with the reason the other side reads."""
    order_seen(request, reference, side)
    words, reason = _("Cancelled. What was received goes back to the buyer."), posting.typed(request, "reason", 400)
    return posting.then(
        request, commands.cancel_order, words, f"{side}_order", reference, order=reference, reason=reason
    )


def _address(request: Request) -> str | None:
    return request.META.get("REMOTE_ADDR") or None
