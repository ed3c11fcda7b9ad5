"""The operator's desk: what waits, evidence to check, accounts to confirm, companies and people."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import paging, posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.companies.views import attachment
from fondouk.doors.web.request import Request
from fondouk.engines.events import journal
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands, queries, rules
from fondouk.market.orders import queries as orders
from fondouk.market.orders.queries.agenda import agenda
from fondouk.market.reference import queries as reference
from fondouk.market.treasury import queries as treasury

ON_A_PAGE = 50


@may("desk.view")
@require_safe
def home(request: Request) -> HttpResponse:
    """Every queue with its length, the longest wait first; readers that lag."""
    operator = request.asking.the_company.id
    claims = orders.open_claims()
    backlog, aside = journal.lagging()
    context = {
        "evidence": queries.evidence_waiting_count(),
        "accounts": len(queries.accounts_waiting()),
        "claims": claims,
        "orders": agenda(operator, side="operator", limit=200)[0],
        "treasury": treasury.waiting(operator),
        "reference_files": reference.waiting_imports(),
        "backlog": backlog,
        "aside": aside,
    }
    return shell.render(request, "desk/home.html", context)


@may("desk.view")
@require_safe
def evidence(request: Request) -> HttpResponse:
    """Documents nobody has checked, oldest first."""
    return shell.render(request, "desk/evidence.html", {"proofs": queries.evidence_waiting(ON_A_PAGE)})


@may("evidence.check")
@require_POST
def decide_evidence(request: Request, reference: str) -> HttpResponse:
    """Accept, or refuse with a reason; what was typed stays where the refusal is shown."""
    outcome = request.POST.get("outcome", "")
    if outcome not in {"ACCEPTED", "REFUSED", "WITHDRAWN"} or queries.proof(reference) is None:
        raise Http404
    reason = posting.typed(request, "reason", 300)
    try:
        shell.act(request, commands.check_evidence, evidence=reference, outcome=outcome, reason=reason)
    except Refused as refused:
        context = {
            "proofs": queries.evidence_waiting(ON_A_PAGE), "typed": {reference: reason},
            "lines": shell.refusal_lines(refused),
        }  # fmt: skip
        return shell.render(request, "desk/evidence.html", context, status=422)
    messages.success(request, _("Accepted.") if outcome == "ACCEPTED" else _("Refused; the company is told why."))
    return redirect("desk_evidence")


@may("evidence.check")
@require_safe
def evidence_file(request: Request, reference: str) -> HttpResponse:  # noqa: ARG001
    """The document under check."""
    proof = queries.proof(reference)
    if proof is None or not proof.file:
        raise Http404
    return attachment(proof.file)


@may("treasury.view")
@require_safe
def accounts(request: Request) -> HttpResponse:
    """Bank accounts that wait for a second person: call the company back, then confirm."""
    return shell.render(request, "desk/accounts.html", {"waiting": queries.accounts_waiting()})


@may("bank_accounts.confirm")
@require_POST
def confirm_account(request: Request, reference: str) -> HttpResponse:
    """The operator's word as the second person's."""
    if not request.asking.may("treasury.view"):
        raise Http404
    try:
        shell.act(request, commands.confirm_bank_account, account=reference)
        messages.success(request, _("The account is confirmed."))
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
    return redirect("desk_accounts")


@may("desk.view")
@require_safe
def companies(request: Request) -> HttpResponse:
    """The register: search by name, town or reference; filter by capacity."""
    query, capacity = request.GET.get("q", "").strip()[:80], request.GET.get("capacity", "")
    page = paging.page_of(request)
    count = queries.register_count(query, capacity=capacity)
    rows = queries.register(
        query, capacity=capacity, on=clock.now().date(), limit=ON_A_PAGE, offset=(page - 1) * ON_A_PAGE
    )
    pages: dict[str, Any] = {"number": page, "pages": max(1, -(-count // ON_A_PAGE))}
    context = {"rows": rows, "count": count, "page": pages, "q": query, "capacity": capacity}
    return shell.render(request, "desk/companies.html", {**context, "capacities": rules.CAPACITIES})


@may("desk.view")
@require_safe
def company(request: Request, reference: str) -> HttpResponse:
    """One company: its people, evidence, mandates, numbers and what looks odd in them."""
    found = queries.company(reference)
    if found is None:
        raise Http404
    context = {
        "company": found,
        "members": queries.members(found.id),
        "proofs": queries.evidence_of(found.id),
        "mandates": queries.mandates_given(found.id),
        "facts": queries.trust_facts([found.id], on=clock.now().date()).get(found.id, ()),
        "warnings": [_(one.sentence) for one in rules.warnings_of_identifiers(found.identifiers)],
    }
    return shell.render(request, "desk/company.html", context)


@may("people.view")
@require_safe
def people(request: Request) -> HttpResponse:
    """People by name or address, and where they work."""
    query = request.GET.get("q", "").strip()[:80]
    return shell.render(request, "desk/people.html", {"rows": queries.people(query), "q": query})
