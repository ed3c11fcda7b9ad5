"""Files handed in at the desk: upload, dry run, difference report, approval, undoing."""

from __future__ import annotations

from datetime import date
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import formats, posting, shell, words
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.sending import attachment_response
from fondouk.engines.files import store
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.reference import import_commands, kinds, queries, rules

#: The day a kind asks for beside its source.
_TYPED = ("kind", "source", "retrieved_on", "in_force_on")


@may("desk.view")
@require_http_methods(["GET", "POST"])
def imports(request: Request) -> HttpResponse:
    """What came in so far, and the form for the next files."""
    lines: list[shell.Line] = []
    if request.method == "POST":
        try:
            return _hand_in(request)
        except Refused as refused:
            lines = shell.refusal_lines(refused)
    today = clock.now().date().isoformat()
    typed = {name: posting.typed(request, name, 200) for name in _TYPED}
    typed |= {name: typed[name] or today for name in ("retrieved_on", "in_force_on")}
    context = {
        "rows": queries.imports(), "kinds": kinds.KINDS, "lines": lines,
        "typed": typed,
    }  # fmt: skip
    return shell.render(request, "reference/imports.html", context, status=422 if lines else 200)


def _hand_in(request: Request) -> HttpResponse:
    """Receive the files, then one command; the worker reads them."""
    asking = request.asking
    if not asking.may("reference.load"):
        why = sentence("Your role in this company does not allow this. Ask an owner or a manager.")
        raise Refused(Refusal("permission", why))
    read_on, in_force_on = (_day(request, name) for name in ("retrieved_on", "in_force_on"))
    uploads = request.FILES.getlist("file")
    kind, source = (posting.typed(request, name, 200).strip() for name in ("kind", "source"))
    refusal = rules.refusal_to_propose(kind in kinds.BY_CODE, len(uploads), import_commands.FILES_MAX, source)
    if refusal is not None:
        raise Refused(refusal)
    received = [
        store.receive(
            cast(BinaryIO, one), "reference", owner=asking.the_company.id, by=asking.actor, at=clock.now(),
            name=one.name or "",
        ).reference
        for one in uploads
    ]  # fmt: skip
    outcome = shell.act(
        request, import_commands.propose_import, kind=kind, files=received, source=source, retrieved_on=read_on,
        in_force_on=in_force_on,
    )  # fmt: skip
    return redirect("desk_import", outcome.reference)


def _day(request: Request, name: str) -> date:
    try:
        found = date.fromisoformat(posting.typed(request, name, 40).strip())
    except ValueError:
        raise Refused(Refusal("reference.import.day", sentence("Write the day as 2026-11-23."), field=name)) from None
    if not date(1990, 1, 1) <= found <= date(2100, 1, 1):
        raise Refused(Refusal("reference.import.day", sentence("Write the day as 2026-11-23."), field=name))
    return found


@may("desk.view")
@require_safe
def handed(request: Request, reference: str) -> HttpResponse:
    """One import: progress, then its report and what may be done."""
    return _page(request, reference)


def _page(request: Request, reference: str, lines: list[shell.Line] | None = None) -> HttpResponse:
    one = queries.import_(reference)
    if one is None:
        raise Http404
    context = {"one": one, "lines": lines or [], **_words(one)}
    return shell.render(request, "reference/import.html", context, status=422 if lines else 200)


def _refused(code: str, sentence: str, values: dict[str, str]) -> Any:  # noqa: ARG001 - as kept with the import
    """A kept refusal in the reader's language."""
    return formats.filled(_(sentence), **{name: formats.value(words.said(said)) for name, said in values.items()})


def _words(one: queries.Handed) -> dict[str, Any]:
    """What the page says of its state."""
    return {
        "refused": [_refused(**each) for each in one.refusals],
        "steps": rules.STEP_NAMES, "tables": rules.TABLE_NAMES, "changes": rules.CHANGE_NAMES,
        "kinds": rules.KIND_NAMES, "written": lambda text: formats.day(date.fromisoformat(text)),
    }  # fmt: skip


@may("desk.view")
@require_safe
def progress(request: Request, reference: str) -> HttpResponse:
    """The part that polls while the worker has the file; when it is done the page is loaded anew."""
    one = queries.import_(reference)
    if one is None:
        raise Http404
    if request.GET.get("shown", "") == f"{one.state}{one.step}":
        return shell.no_change()
    answer = shell.render(request, "reference/progress.html", {"one": one, "steps": rules.STEP_NAMES})
    if not one.working:
        answer["HX-Refresh"] = "true"
    return answer


@may("desk.view")
@require_safe
def lines(request: Request, reference: str) -> HttpResponse:  # noqa: ARG001
    """Every line of the difference report, to save."""
    one = queries.import_(reference)
    if one is None or not one.lines_file:
        raise Http404
    return attachment_response(one.lines_file, f"{one.kind}-{one.reference.lower()}.csv")


@may("reference.load")
@require_POST
def approve(request: Request, reference: str) -> HttpResponse:
    """Approve the report as it was read."""
    return _act(request, reference, import_commands.approve_import, stamp=posting.typed(request, "stamp", 64))


@may("reference.load")
@require_POST
def withdraw(request: Request, reference: str) -> HttpResponse:
    """Take a file back that nobody approved."""
    return _act(request, reference, import_commands.withdraw_import)


@may("reference.load")
@require_POST
def undo(request: Request, reference: str) -> HttpResponse:
    """Have an applied file taken back."""
    return _act(request, reference, import_commands.undo_import)


def _act(request: Request, reference: str, command: Any, **arguments: Any) -> HttpResponse:
    if queries.import_(reference) is None:
        raise Http404
    try:
        shell.act(request, command, reference=reference, **arguments)
    except Refused as refused:
        return _page(request, reference, shell.refusal_lines(refused))
    messages.success(request, _("Done."))
    return redirect("desk_import", reference)
