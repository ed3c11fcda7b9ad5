"""Money nobody can place: the form that sends it back to who sent it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods

from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.treasury.statements import company_of
from fondouk.engines.places import gazetteer
from fondouk.kit.refusal import Refused
from fondouk.market.treasury import commands, queries
from fondouk.market.treasury.commands import Sender


class SenderForm(forms.Form):
    """Whom it goes back to; the account is asked for only where the bank did not name it."""

    name = forms.CharField(label=_l("Sender’s name, in Latin letters"), max_length=70)
    number = forms.CharField(label=_l("Sender’s account"), max_length=40)
    bic = forms.CharField(label=_l("BIC of the sender’s bank"), max_length=14)
    town = forms.CharField(label=_l("Town"), max_length=35)
    country = forms.ChoiceField(label=_l("Country"))
    note = forms.CharField(label=_l("Why it goes back, and what you checked"), max_length=300)

    def __init__(self, *args: Any, account_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["country"]
        choices.choices = [("", "–"), *gazetteer.countries((translation.get_language() or "en")[:2])]
        if account_known:
            del self.fields["number"]


@may("treasury.payout")
@require_http_methods(["GET", "POST"])
def send_back(request: Request, reference: str) -> HttpResponse:
    """Build the payout that sends an entry back; a second person approves it."""
    entry = queries.waiting_entry(reference, company_of(request))
    if entry is None:
        raise Http404
    form = SenderForm(request.POST or None, initial={"name": entry.party}, account_known=bool(entry.party_account))
    if request.method == "POST" and form.is_valid():
        values = {"number": "", **form.cleaned_data}
        note = values.pop("note")
        try:
            shell.act(request, commands.send_back_entry, entry=reference, sender=Sender(**values), note=note)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("The payout is built. A second person approves it."))
            return redirect("desk_payouts")
    context = {"tab": "suspense", "entry": entry, "form": form, "waiting": queries.waiting(company_of(request))}
    return shell.render(request, "treasury/send_back.html", context, status=posting.status_of(form))
