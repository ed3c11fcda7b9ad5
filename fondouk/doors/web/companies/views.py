"""A company's own settings: one command each, back to the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may, signed_in
from fondouk.doors.web.accounts.views import choices_of_places
from fondouk.doors.web.companies import forms
from fondouk.doors.web.request import Request
from fondouk.engines.files import store
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands, queries, rules


def show(form: Any, refused: Refused) -> None:
    """Refusals beside the inputs they are about."""
    names = {key: field for field, key in getattr(form, "IDENTIFIERS", {}).items()}
    for line in shell.refusal_lines(refused):
        field = names.get(line.field or "", line.field)
        form.add_error(field if field in form.fields else None, line.text)


def _page(request: Request, template: str, form: Any, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return shell.render(request, template, {"form": form, **context}, status=status)


def _done(request: Request, command: Callable[..., Any], target: str, said: str, **arguments: Any) -> HttpResponse:
    """One button: act, say it, go back; or say why not."""
    try:
        shell.act(request, command, **arguments)
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
    return redirect(target)


@may("company.view")
@require_http_methods(["GET", "POST"])
def details(request: Request) -> HttpResponse:
    """What the company says of itself; warnings about odd numbers stand beside it."""
    asking = request.asking
    form = forms.DetailsForm(
        request.POST or None, initial=forms.DetailsForm.first(asking.the_company), **choices_of_places()
    )
    if request.method == "POST" and form.is_valid():
        plain = {key: form.cleaned_data[key] for key in ("name", "country", "town")}
        try:
            shell.act(request, commands.edit_company, **plain, **form.details())
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("company_details")
    warnings = [_(one.sentence) for one in rules.warnings_of_identifiers(asking.the_company.identifiers)]
    return _page(request, "companies/details.html", form, tab="details", warnings=warnings)


@may("company.view")
@require_http_methods(["GET", "POST"])
def team(request: Request) -> HttpResponse:
    """Colleagues, open invitations, and the form to invite one more."""
    asking = request.asking
    form = forms.InvitationForm(request.POST or None, initial={"language": translation.get_language(), "role": "sales"})
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.invite_colleague, **form.cleaned_data)
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
            return redirect("company_team")
    company = asking.the_company.id
    context = {"members": queries.members(company), "invitations": queries.invitations(company, at=clock.now())}
    return _page(request, "companies/team.html", form, tab="team", roles=rules.ROLES, **context)


@may("team.manage")
@require_POST
def withdraw_invitation(request: Request, reference: str) -> HttpResponse:
    """Take an invitation back."""
    said = _("The invitation is withdrawn.")
    return _done(request, commands.withdraw_invitation, "company_team", said, invitation=reference)


@may("team.manage")
@require_POST
def change_role(request: Request, person: str) -> HttpResponse:
    """Give a colleague another role."""
    role = request.POST.get("role", "")
    return _done(request, commands.change_role, "company_team", _("Saved."), person=person, role=role)


@signed_in
@require_POST
def remove_member(request: Request, person: str) -> HttpResponse:
    """A colleague leaves, or oneself."""
    asking = request.asking
    itself = asking.the_person.reference == person
    target = "account_companies" if itself else "company_team"
    said = _("You left the company.") if itself else _("Your colleague no longer has access.")
    return _done(request, commands.remove_member, target, said, person=person)


@may("company.view")
@require_http_methods(["GET", "POST"])
def evidence(request: Request) -> HttpResponse:
    """Proofs handed in, where each stands, and the form for one more."""
    asking = request.asking
    form = forms.EvidenceForm(request.POST or None, request.FILES or None, initial={"valid_from": clock.now().date()})
    if request.method == "POST" and form.is_valid():
        try:
            _hand_in(request, form.cleaned_data)
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("Received. We check it within two working days."))
            return redirect("company_evidence")
    context = {
        "proofs": queries.evidence_of(asking.the_company.id),
        "facts": queries.trust_facts([asking.the_company.id], on=clock.now().date()).get(asking.the_company.id, ()),
    }
    return _page(request, "companies/evidence.html", form, tab="evidence", **context)


def _hand_in(request: Request, data: dict[str, Any]) -> None:
    """Receive the document first, then the command; only who may hand in gets as far as the file store."""
    asking = request.asking
    upload = data.pop("file")
    file = ""
    if asking.may("evidence.add"):
        ref = store.receive(
            upload, "evidence", owner=asking.the_company.id, by=asking.actor, at=clock.now(), name=upload.name
        )
        file = ref.reference
    shell.act(request, commands.add_evidence, file=file, **data)


@may("company.view")
@require_safe
def evidence_file(request: Request, reference: str) -> HttpResponse:
    """The document itself, for the company's own people."""
    asking = request.asking
    proof = queries.proof(reference)
    if proof is None or proof.company_id != asking.the_company.id or not asking.may("evidence.add"):
        raise Http404
    return attachment(proof.file)


def attachment(file: str) -> HttpResponse:
    """A private file as a download, never shown in place."""
    try:
        ref, content = store.open(file)
    except (ObjectDoesNotExist, FileNotFoundError) as missing:
        raise Http404 from missing
    response = HttpResponse(content, content_type=ref.media_type)
    response["Content-Disposition"] = f'attachment; filename="{ref.name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@may("bank_accounts.view")
@require_http_methods(["GET", "POST"])
def bank_accounts(request: Request) -> HttpResponse:
    """Where the company is paid; a new account waits 72 hours and for a second person."""
    asking = request.asking
    form = forms.AccountForm(request.POST or None, initial={"holder": asking.the_company.legal_name, "currency": "USD"})
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.add_bank_account, **form.cleaned_data)
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("Saved. A second person has to confirm it now."))
            return redirect("company_bank_accounts")
    accounts = queries.bank_accounts(asking.the_company.id)
    names = queries.person_names(one.added_by for one in accounts)
    return _page(request, "companies/bank_accounts.html", form, tab="bank", accounts=accounts, names=names)


@may("bank_accounts.confirm")
@require_POST
def confirm_account(request: Request, reference: str) -> HttpResponse:
    """The second person's word."""
    said = _("The account is confirmed.")
    return _done(request, commands.confirm_bank_account, "company_bank_accounts", said, account=reference)


@may("bank_accounts.add")
@require_POST
def retire_account(request: Request, reference: str) -> HttpResponse:
    """Take an account out of use."""
    said = _("The account is no longer used.")
    return _done(request, commands.retire_bank_account, "company_bank_accounts", said, account=reference)


@may("mandates.give")
@require_http_methods(["GET", "POST"])
def mandates(request: Request) -> HttpResponse:
    """Consents given to channel partners."""
    asking = request.asking
    form = forms.MandateForm(request.POST or None, partners=queries.with_capacity("partner"))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        points = int(data["commission_percent"] * 100)
        try:
            shell.act(
                request, commands.give_mandate, partner=data["partner"], scope=data["scope"],
                commission_basis_points=points,
            )  # fmt: skip
        except Refused as refused:
            show(form, refused)
        else:
            messages.success(request, _("The mandate is in force. You can end it at any moment."))
            return redirect("company_mandates")
    given = queries.mandates_given(asking.the_company.id)
    return _page(request, "companies/mandates.html", form, tab="mandates", mandates=given, scopes=dict(forms.SCOPES))


@may("mandates.give")
@require_POST
def revoke_mandate(request: Request, reference: str) -> HttpResponse:
    """End a consent."""
    said = _("The mandate has ended.")
    return _done(request, commands.revoke_mandate, "company_mandates", said, mandate=reference)
