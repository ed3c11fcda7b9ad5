"""The operator's editor of requirements: the list, one with its history, a file looked at before it is loaded."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue.words import SCHEMES
from fondouk.doors.web.readiness import words
from fondouk.doors.web.request import Request
from fondouk.engines.files import store
from fondouk.engines.requirements import checklist
from fondouk.kit import references
from fondouk.kit.refusal import Refused
from fondouk.market.reference import requirements as reference

_STARTS = {"destination": "US", "kind": "label", "side": "supplier", "anchor": "shipped", "days_before": "14"}


@may("reference.load")
@require_safe
def requirements(request: Request) -> HttpResponse:
    """What is in force on a day, by destination, and the goods it is asked of."""
    on = _day(request.GET.get("on", "")) or clock.now().date()
    destination, hs = request.GET.get("destination", "")[:2].upper(), request.GET.get("hs", "").strip()[:10]
    rows = [one for one in checklist.in_force_on(on, destination=destination) if not hs or one.covers(hs)]
    ended = len({one.code for one in checklist.versions()} - {one.code for one in checklist.in_force_on(on)})
    context = {"rows": rows, "on": on, "destination": destination, "hs": hs, "ended": ended, **_choices()}
    return shell.render(request, "readiness/desk_list.html", context)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _choices() -> dict[str, Any]:
    return {
        "words": words, "kinds": [(one, words.kind_name(one)) for one in checklist.KINDS],
        "sides": [("supplier", _("the supplier")), ("buyer", _("the importer"))],
        "anchors": [("shipped", _("the goods are shipped")), ("arrived", _("the goods arrive"))],
        "territories": sorted({one.destination for one in checklist.versions()} | {"US", "CA", "EU"}),
        "schemes": SCHEMES,
    }  # fmt: skip


@may("reference.load")
@require_http_methods(["GET", "POST"])
def create(request: Request) -> HttpResponse:
    """A requirement nobody entered yet."""
    typed = _typed(request) if request.method == "POST" else dict(_STARTS)
    known = {one.code for one in checklist.versions()}
    if request.method == "POST" and typed["code"] in known:
        return redirect("desk_requirement", typed["code"])
    return _entered(request, typed, {"history": []})


@may("reference.load")
@require_http_methods(["GET", "POST"])
def requirement(request: Request, code: str) -> HttpResponse:
    """One requirement: change it from a day on, and read every version there was."""
    history = checklist.history(code)
    if not history:
        raise Http404
    typed = {**_typed(request), "code": code} if request.method == "POST" else reference.as_columns(history[0])
    on = clock.now().date()
    current = next((one for one in checklist.in_force_on(on) if one.code == code), None)
    return _entered(request, typed, {"history": history, "current": current, "code": code})


def _typed(request: Request) -> dict[str, str]:
    return {name: posting.typed(request, name, 1200) for name in reference.COLUMNS}


def _entered(request: Request, typed: dict[str, str], more: dict[str, Any]) -> HttpResponse:
    """The form; a POST enters a further version."""
    context = {"typed": typed, **more, **_choices()}
    if request.method != "POST":
        return shell.render(request, "readiness/desk_one.html", context)
    try:
        shell.act(request, reference.enter_requirement, values=typed)
    except Refused as refused:
        found = {"errors": shell.field_errors(refused), "refused": shell.refusal_lines(refused)}
        return shell.render(request, "readiness/desk_one.html", context | found, status=422)
    messages.success(request, _("Entered. Older versions stay to be read below."))
    return redirect("desk_requirement", typed["code"])


@may("reference.load")
@require_POST
def end(request: Request, code: str) -> HttpResponse:
    """It ends with a day."""
    history = checklist.history(code)
    if not history:
        raise Http404
    day = _day(posting.typed(request, "valid_until", 10))
    if day is None:
        messages.error(request, _("Write a day, for example 2026-11-23."))
        return redirect("desk_requirement", code)
    said = _("It ends with that day.")
    return posting.then(request, reference.end_requirement, said, "desk_requirement", code, code=code, valid_until=day)


@may("reference.load")
@require_POST
def look_at_file(request: Request) -> HttpResponse:
    """What a file would do, row by row; nothing is written but the file itself."""
    upload = request.FILES.get("file")
    if upload is None:
        messages.error(request, _("Choose a file first."))
        return redirect("desk_requirements")
    asking = request.asking
    try:
        file = store.receive(
            cast(BinaryIO, upload), "spreadsheet", owner=asking.the_company.id, by=asking.actor, at=clock.now(),
            name=upload.name or "",
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return redirect("desk_requirements")
    found = reference.dry_run(_content(file.reference))
    context = {"file": file, "found": found, "words": words}
    return shell.render(request, "readiness/desk_file.html", context, status=422 if found.errors else 200)


@may("reference.load")
@require_POST
def load(request: Request) -> HttpResponse:
    """Load the file that was looked at."""
    name = posting.typed(request, "file", 24)
    file = store.find(name) if references.valid(name, "FIL") else None
    if file is None or file.owner != request.asking.the_company.id or file.kind != "spreadsheet":
        raise Http404
    said = _("Loaded. What was there before stays to be read in each history.")
    return posting.then(
        request, reference.load_requirements, said, "desk_requirements", content=_content(name), name=file.name
    )


def _content(reference: str) -> str:
    return store.open(reference)[1].decode("utf-8-sig", errors="replace")


@may("reference.load")
@require_safe
def as_csv(request: Request) -> HttpResponse:  # noqa: ARG001
    """What is in force today, in the columns a file is loaded from."""
    out = io.StringIO()
    table = csv.DictWriter(out, list(reference.COLUMNS))
    table.writeheader()
    table.writerows(reference.as_columns(one) for one in checklist.in_force_on(clock.now().date()))
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="requirements.csv"'
    return response
