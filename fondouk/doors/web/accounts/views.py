"""The person's own pages: profile, companies to work for, a new company, an invitation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import access, posting, shell
from fondouk.doors.web.access import signed_in
from fondouk.doors.web.accounts.forms import CompanyForm, ProfileForm
from fondouk.doors.web.request import Request
from fondouk.engines.places import gazetteer
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands, queries


@signed_in
@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    """Name, language, destination, phone; and the way to all other settings."""
    person = _asking(request).person
    assert person is not None
    first = {"name": person.name, "language": person.language, "destination": person.destination, "phone": person.phone}
    form = ProfileForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.edit_person, **form.cleaned_data)
        except Refused as refused:
            _show(form, refused)
        else:
            return _saved(request, form.cleaned_data["language"])
    return shell.render(request, "accounts/profile.html", {"form": form, "tab": "profile"}, status=_status(form))


def _saved(request: Request, language: str) -> HttpResponse:
    """Back to the page, now in the language chosen."""
    with translation.override(language):
        messages.success(request, _("Saved."))
        return redirect("account_profile")


def _status(form: Any) -> int:
    return 422 if form.is_bound and form.errors else 200


def _asking(request: Request) -> access.Asking:
    return request.asking


def _show(form: Any, refused: Refused) -> None:
    """Refusals beside the inputs they are about."""
    names = {key: field for field, key in getattr(form, "IDENTIFIERS", {}).items()}
    for line in shell.refusal_lines(refused):
        field = names.get(line.field or "", line.field)
        form.add_error(field if field in form.fields else None, line.text)


@signed_in
@require_safe
def go(request: Request) -> HttpResponse:
    """After sign-in: an invitation that waits, the first company's home, or the form for a new company."""
    asking = _asking(request)
    assert asking.person is not None
    with translation.override(asking.person.language):
        if asking.acting:
            return redirect(asking.home)
        waiting = queries.invitations_to(asking.person.email, at=clock.now())
        if waiting:
            return redirect("account_invitation", reference=waiting[0].reference)
        return redirect("account_register_company")


@signed_in
@require_POST
def switch_company(request: Request) -> HttpResponse:
    """Work for another of one's companies (or, as a partner, under a mandate)."""
    asking = _asking(request)
    wish = posting.typed(request, "company", 40) or posting.typed(request, "acting", 40)
    own = {one.key for one in asking.choices}
    if wish not in own and not queries.under_mandate(wish, of=asking.choices):
        raise Http404
    request.session[access.SESSION_KEY] = wish
    target = request.POST.get("next", "")
    if wish in own and asking.acting and wish == asking.acting.key and _is_ours(request, target):
        return HttpResponseRedirect(target)
    return redirect("account_go")


def _is_ours(request: Request, target: str) -> bool:
    return url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())


@signed_in
@require_safe
def companies(request: Request) -> HttpResponse:
    """All companies one works for, and invitations that wait."""
    asking = _asking(request)
    assert asking.person is not None
    context = {"invitations": queries.invitations_to(asking.person.email, at=clock.now()), "tab": "companies"}
    return shell.render(request, "accounts/companies.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def register_company(request: Request) -> HttpResponse:
    """A new company, owned by who registers it."""
    form = CompanyForm(
        request.POST or None, initial={"country": "MA", "kind": "company", **_hint(request)}, **choices_of_places()
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        plain = {"name": data["name"], "country": data["country"], "town": data["town"]}
        try:
            made = shell.act(
                request, commands.register_company, capacities=form.capacities(), **plain, **form.details()
            )
        except Refused as refused:
            _show(form, refused)
        else:
            request.session[access.SESSION_KEY] = made.reference
            return redirect("account_go")
    context = {"form": form, "first": not _asking(request).choices}
    return shell.render(request, "accounts/register_company.html", context, status=_status(form))


def _hint(request: Request) -> dict[str, str]:
    """`?as=buyer` ticks the box of whoever came to buy."""
    wanted = request.GET.get("as", "")
    if wanted == "buyer":
        return {"capacity": "buyer", "country": "US"}
    return {"capacity": "supplier"} if wanted == "supplier" else {}


def choices_of_places() -> dict[str, list[tuple[str, str]]]:
    """Countries and regions in the reader's language, Morocco and the two first destinations on top."""
    language = (translation.get_language() or "en")[:2]
    named = dict(gazetteer.countries(language))
    first = [(code, named[code]) for code in ("MA", "US", "CA")]
    rest = [pair for pair in gazetteer.countries(language) if pair[0] not in {"MA", "US", "CA"}]
    regions = [(one.code, one.name(language)) for one in gazetteer.regions("MA")]
    return {"countries": first + rest, "regions": regions}


@require_http_methods(["GET", "POST"])
def invitation(request: Request, reference: str) -> HttpResponse:
    """A colleague's invitation: whoever holds the address signs in (or up), reads it and joins."""
    found = queries.invitation(reference)
    asking = _asking(request)
    if found is None or found.expires_at < clock.now():
        return shell.render(request, "accounts/invitation_gone.html", status=410)
    if not asking.signed_in:
        return shell.render(request, "accounts/invitation.html", {"invitation": found, "mine": None})
    if request.method == "POST":
        try:
            made = shell.act(request, commands.accept_invitation, invitation=reference)
        except Refused as refused:
            messages.error(request, shell.refusal_text(refused))
            return redirect("account_invitation", reference=reference)
        request.session[access.SESSION_KEY] = made.reference
        return redirect("account_go")
    mine = bool(asking.person and asking.person.email.lower() == found.email.lower())
    return shell.render(request, "accounts/invitation.html", {"invitation": found, "mine": mine})


@sensitive_post_parameters("password")
@require_safe
def demo_people(request: Request) -> HttpResponse:
    """In the demo only: who can be signed in as. The common password stands on the demo's console."""
    if settings.PRODUCTION:
        raise Http404
    rows = [row for row in queries.people(".example", limit=300) if row.companies]
    return shell.render(request, "accounts/demo.html", {"people": rows})
