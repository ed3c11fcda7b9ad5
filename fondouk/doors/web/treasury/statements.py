"""The treasury's desk: accounts, statements coming in, and what waits in suspense."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import formats, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.paging import page_of
from fondouk.doors.web.request import Request
from fondouk.engines.files import store
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.treasury import commands, queries
from fondouk.market.treasury.queries import StatementPage


def company_of(request: Request) -> int:
    """The key of the company acted for."""
    return int(request.asking.the_company.id)


def typed(text: str, most: int = 300) -> str:
    """What somebody typed into one line: without control characters, which the database would refuse, and cut."""
    return "".join(character for character in text if character.isprintable()).strip()[:most]


@may("treasury.view")
@require_safe
def overview(request: Request) -> HttpResponse:
    """The accounts, whether ledger and bank agree, and what waits."""
    operator = company_of(request)
    context = {"tab": "treasury", "accounts": queries.holder_accounts(operator), "waiting": queries.waiting(operator)}
    return shell.render(request, "treasury/overview.html", context)


@may("treasury.view")
@require_http_methods(["GET", "POST"])
def statements(request: Request) -> HttpResponse:
    """Imports so far, and the form for the next file."""
    lines: list[shell.Line] = []
    if request.method == "POST":
        try:
            return _import(request)
        except Refused as refused:
            lines = shell.refusal_lines(refused)
    operator = company_of(request)
    context = {"tab": "statements", "statements": queries.statements(operator), "lines": lines,
               "waiting": queries.waiting(operator)}  # fmt: skip
    return shell.render(request, "treasury/statements.html", context, status=422 if lines else 200)


def _import(request: Request) -> HttpResponse:
    """Receive the file, then one command. No once key: the same content is imported once whoever sends it."""
    asking = request.asking
    upload = request.FILES.get("file")
    if upload is None:
        raise Refused(Refusal("statement.none", sentence("Choose a statement file."), field="file"))
    if not asking.may("treasury.book"):
        raise Refused(Refusal("permission", sentence("Your role in this company does not allow this. Ask an owner or a manager.")))  # noqa: E501  # fmt: skip
    received = store.receive(
        cast(BinaryIO, upload),
        "statement",
        owner=asking.the_company.id,
        by=asking.actor,
        at=clock.now(),
        name=upload.name or "",
    )
    return imported(request, file=received.reference)


def imported(request: Request, **what: Any) -> HttpResponse:
    """One command for a received file, and what came of it. Raises Refused."""
    asking = request.asking
    before = queries.last_imported(asking.the_company.id)
    outcome = shell.act(request, commands.import_statement, **what)
    page = queries.statement(outcome.reference or "", asking.the_company.id)
    if page is None:
        raise Http404
    if page.statement.reference == before or before == queries.last_imported(asking.the_company.id):
        messages.info(request, _("This statement was imported before. Nothing changed."))
    else:
        messages.success(request, _summary(page))
    return redirect("desk_statement", page.statement.reference)


def _summary(page: StatementPage) -> Any:
    row = page.statement
    fresh = row.entries_count - row.known_count
    booked = ngettext("%(count)s entry booked.", "%(count)s entries booked.", fresh)
    waits = ngettext("%(waits)s waits in suspense.", "%(waits)s wait in suspense.", row.waiting_count)
    values = {"count": formats.number(fresh), "waits": formats.number(row.waiting_count)}
    return formats.filled(f"{booked} {waits}" if row.waiting_count else booked, **values)


@may("treasury.view")
@require_safe
def statement(request: Request, reference: str) -> HttpResponse:
    """One statement, its balances and entries."""
    found = queries.statement(reference, company_of(request), page=page_of(request, most=100_000))
    if found is None:
        raise Http404
    return shell.render(
        request, "treasury/statement.html", {"tab": "statements", "page": found, "one": found.statement}
    )


@may("treasury.view")
@require_safe
def suspense(request: Request) -> HttpResponse:
    """What waits to be recognised, each with its form."""
    return _suspense_page(request)


def _suspense_page(request: Request, tried: dict[str, Any] | None = None) -> HttpResponse:
    operator = company_of(request)
    context = {"tab": "suspense", "entries": queries.suspense(operator), "waiting": queries.waiting(operator),
               "tried": tried or {}}  # fmt: skip
    return shell.render(request, "treasury/suspense.html", context, status=422 if tried else 200)


@may("treasury.book")
@require_POST
def assign(request: Request, reference: str) -> HttpResponse:
    """Say what an entry is; what was typed stays where a rule refuses."""
    values = {name: typed(request.POST.get(name, "")) for name in ("target", "milestone", "payout", "note")}
    try:
        shell.act(request, commands.assign_entry, entry=reference, **values)
    except Refused as refused:
        return _suspense_page(request, {"entry": reference, "lines": shell.refusal_lines(refused), **values})
    messages.success(request, _("Assigned."))
    return redirect("desk_suspense")
