"""Tasks on an order's page: done with a note or a file, opened again, the file for both sides to read."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import formats, posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.orders.asked import SIDES, order_seen, seen
from fondouk.doors.web.readiness import words
from fondouk.doors.web.request import Request
from fondouk.doors.web.sending import attachment_response
from fondouk.doors.web.today.todos import Todo
from fondouk.engines.files import store
from fondouk.kit.refusal import Refused
from fondouk.market.readiness import commands, queries
from fondouk.market.readiness.queries import Late, TaskView


def _task(request: Request, reference: str, task: str, side: str) -> TaskView:
    order_seen(request, reference, side)
    found = queries.task(task, order=reference)
    if found is None:
        raise Http404
    return found


@seen
@require_safe
def tasks(request: Request, reference: str, side: str) -> HttpResponse:
    """What each side has ready for the goods to enter: a page of its own, and the part of the order's page."""
    return _shown(request, reference, side)


def _shown(
    request: Request, reference: str, side: str, *, refused: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    order = order_seen(request, reference, side)
    context = {
        "order": order, "side": side, "tasks": queries.tasks_of(reference), "need_words": words,
        "task_refused": refused or {},
    }  # fmt: skip
    part = request.headers.get("HX-Request") == "true" and request.method == "GET"
    response = shell.render(request, f"readiness/{'on_order' if part else 'tasks'}.html", context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


@seen
@require_safe
def late(request: Request, side: str) -> HttpResponse:
    """Orders in which this side has not ready what the goods need: a part of its home page, fetched after it."""
    at = clock.now()
    company = request.asking.the_company.id
    found = queries.late_tasks(company, side=SIDES[side], on=at.date())
    return shell.render(request, "readiness/late.html", {"late": [_todo(one, side) for one in found]})


def _todo(one: Late, side: str) -> Todo:
    said = ngettext(
        "%(count)s task of order %(reference)s, %(title)s, is past its day.",
        "%(count)s tasks of order %(reference)s, %(title)s, are past their day.",
        one.count,
    )
    why = formats.filled(
        said, count=formats.number(one.count), reference=formats.ltr(one.order), title=formats.bdi(one.title)
    )
    name = one.names.get((get_language() or "en")[:2]) or one.names["en"]
    due = _("Was due %(day)s") % {"day": formats.day(one.due_on, "long")}
    link = reverse(f"{side}_order", args=[one.order]) + "#tasks"
    return Todo(formats.filled(_("Late: %(task)s"), task=name), why, link, _("See the tasks"), deadline=due)


@may("orders.tasks")
@require_POST
def complete(request: Request, reference: str, task: str, side: str) -> HttpResponse:
    """One's own task is done: a note, a file, or both."""
    _task(request, reference, task, side)
    try:
        shell.act(
            request, commands.complete_task, task=task, note=posting.typed(request, "note", 400),
            file=_received(request),
        )  # fmt: skip
    except Refused as refused:
        said = {task: (shell.refusal_text(refused), posting.typed(request, "note", 400))}
        return _shown(request, reference, side, refused=said, status=422)
    messages.success(request, _("Done; the other side sees it."))
    return redirect(reverse(f"{side}_order", args=[reference]) + "#tasks")


@may("orders.tasks")
@require_POST
def reopen(request: Request, reference: str, task: str, side: str) -> HttpResponse:
    """Open again."""
    _task(request, reference, task, side)
    return posting.then(request, commands.reopen_task, _("It is open again."), f"{side}_order", reference, task=task)


@seen
@require_safe
def file(request: Request, reference: str, task: str, side: str) -> HttpResponse:
    """What shows that it is done."""
    found = _task(request, reference, task, side)
    if not found.file:
        raise Http404
    return attachment_response(found.file, "")


def _received(request: Request) -> str:
    asking = request.asking
    upload = request.FILES.get("file")
    if upload is None:
        return ""
    return store.receive(
        cast(BinaryIO, upload), "attachment", owner=asking.the_company.id, by=asking.actor, at=clock.now(),
        name=upload.name or "",
    ).reference  # fmt: skip
