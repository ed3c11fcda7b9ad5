"""An agency's agreements and the suppliers it vouches for; the operator's side of agreements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.agencies import accrediting, commands, queries
from fondouk.market.companies import queries as companies

YEAR_DAYS = 365


class AgreementForm(forms.Form):
    """What the operator proposes to an agency."""

    agency = forms.ChoiceField(label=gettext_lazy("Agency"))
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    from_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    until_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}))


class AccreditationForm(forms.Form):
    """Whom to vouch for, and until when."""

    supplier = forms.ChoiceField(label=gettext_lazy("Supplier"))
    until_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *arguments: Any, suppliers: list[tuple[str, str]], **words: Any) -> None:
        """`suppliers`: pairs of reference and name."""
        super().__init__(*arguments, **words)
        choice: Any = self.fields["supplier"]
        choice.choices = [("", _("Choose a supplier.")), *suppliers]


def _accreditation_form(request: Request, accredited: list[companies.Accredited]) -> AccreditationForm:
    country = request.asking.the_company.country
    known = {one.reference for one in accredited if one.until is None or one.until >= clock.now().date()}
    suppliers = [
        (one.reference, f"{one.name}, {one.town}")
        for one in companies.with_capacity("supplier")
        if one.country == country and one.reference not in known
    ]
    today = clock.now().date()
    agreed = queries.agreed_until(request.asking.the_company.id, country, on=today)
    later = min(today + timedelta(days=YEAR_DAYS), agreed or date.max)
    data = request.POST if request.method == "POST" else None
    return AccreditationForm(data, suppliers=suppliers, initial={"until_on": later})


@may("agency.view")
@require_safe
def home(request: Request) -> HttpResponse:
    """Agreements, accredited suppliers, and the form for one more."""
    return _home(request)


def _home(request: Request, form: AccreditationForm | None = None) -> HttpResponse:
    company = request.asking.the_company.id
    accredited = companies.accredited_by(company)
    context = {
        "accredited": accredited,
        "agreements": queries.agreements_of(company),
        "form": form or _accreditation_form(request, accredited),
        "today": clock.now().date(),
    }
    return shell.render(request, "agencies/home.html", context, status=422 if form else 200)


@may("accreditation.give")
@require_POST
def accredit(request: Request) -> HttpResponse:
    """Vouch for a supplier."""
    form = _accreditation_form(request, [])
    if form.is_valid():
        try:
            shell.act(request, accrediting.accredit, **form.cleaned_data)
        except Refused as refused:
            for line in shell.refusal_lines(refused):
                form.add_error(line.field if line.field in form.fields else None, line.text)
        else:
            messages.success(request, _("Accredited. Their pages say so from now on."))
            return redirect("agency_home")
    return _home(request, form)


@may("accreditation.give")
@require_POST
def withdraw(request: Request, reference: str) -> HttpResponse:
    """Take an accreditation back."""
    company = request.asking.the_company.id
    if reference not in {one.reference for one in companies.accredited_by(company)}:
        raise Http404
    said, reason = _("The accreditation is withdrawn."), posting.typed(request, "reason", 400)
    return _done(request, accrediting.withdraw, said, "agency_home", supplier=reference, reason=reason)


def _done(request: Request, command: Callable[..., Any], said: str, target: str, **words: Any) -> HttpResponse:
    try:
        shell.act(request, command, **words)
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
    return redirect(target)


@may("desk.view")
def desk_agreements(request: Request) -> HttpResponse:
    """The operator's agreements with agencies, and the form to propose one."""
    asking = request.asking
    form = AgreementForm(request.POST if request.method == "POST" else None, initial={"from_on": clock.now().date()})
    fields: dict[str, Any] = dict(form.fields)
    fields["agency"].choices = [(one.reference, one.name) for one in companies.with_capacity("agency")]
    fields["country"].choices = [("MA", _("Morocco"))]
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.propose_agreement, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, shell.refusal_text(refused))
        else:
            messages.success(request, _("Proposed. Both sides sign it now."))
            return redirect("desk_agreements")
    rows = queries.agreements_of(asking.the_company.id)
    context = {"agreements": rows, "form": form, "today": clock.now().date(), "tab": "agreements"}
    return shell.render(request, "agencies/desk.html", context, status=422 if form.is_bound and form.errors else 200)


@may("agreements.sign")
@require_POST
def sign(request: Request, reference: str) -> HttpResponse:
    """Sign for one's own side."""
    _own(request, reference)
    return _done(request, commands.sign_agreement, _("Signed."), _list_of(request), agreement=reference)


@may("agreements.sign")
@require_POST
def end(request: Request, reference: str) -> HttpResponse:
    """End an agreement; the pavilion closes with the last one in force."""
    _own(request, reference)
    reason = posting.typed(request, "reason", 400)
    return _done(request, commands.end_agreement, _("Ended."), _list_of(request), agreement=reference, reason=reason)


def _own(request: Request, reference: str) -> None:
    company = request.asking.the_company.id
    if reference not in {one.reference for one in queries.agreements_of(company)}:
        raise Http404


def _list_of(request: Request) -> str:
    return "desk_agreements" if "/desk/" in request.path else "agency_home"
