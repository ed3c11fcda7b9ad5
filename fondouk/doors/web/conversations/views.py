"""A talk between two companies: its list, itself, posting, the part that polls, and its files."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may, signed_in
from fondouk.doors.web.request import Request
from fondouk.doors.web.sending import attachment_response
from fondouk.engines.events.perform import perform
from fondouk.engines.files import store
from fondouk.kit.refusal import Refused
from fondouk.market.conversations import commands, queries
from fondouk.market.conversations.queries import Thread


@signed_in
@require_safe
def conversations(request: Request) -> HttpResponse:
    """The latest talks with their last words."""
    asking = _acting(request)
    rows = queries.conversations_of(asking.company.id, person=asking.person.reference)
    return shell.render(request, "conversations/conversations.html", {"rows": rows})


@signed_in
@require_safe
def conversation(request: Request, reference: str) -> HttpResponse:
    """One talk whole."""
    talk = _talk(request, reference)
    return shell.render(request, "conversations/conversation.html", {"talk": talk})


@may("messages.write")
@require_POST
def post_message(request: Request, reference: str) -> HttpResponse:
    """Say something, with files; a refusal keeps what was typed."""
    talk = _talk(request, reference)
    body = posting.typed(request, "body", 8000)
    try:
        files = _received(request)
        shell.act(
            request, commands.post_message, conversation=reference, body=body, attachments=files,
            language=(translation.get_language() or "")[:2],
        )  # fmt: skip
    except Refused as refused:
        context = {"talk": talk, "refused": shell.refusal_lines(refused), "typed": body}
        return shell.render(request, "conversations/conversation.html", context, status=422)
    return redirect(_back(request, reference))


@signed_in
@require_safe
def latest(request: Request, reference: str) -> HttpResponse:
    """The part that polls: 204 while nothing new was said and nobody read on. Being asked for means being read."""
    asking = _acting(request)
    found = queries.reading(reference, company=asking.company.id, person=asking.person.reference)
    if found is None:
        raise Http404
    if found.read_number < found.last_number:
        perform(commands.mark_read, once=None, by=asking.actor, at=clock.now(), conversation=reference)
    if found.stamp == request.GET.get("after", ""):
        return shell.no_change()
    return shell.render(request, "conversations/said.html", {"talk": _talk(request, reference)})


@signed_in
@require_safe
def attachment(request: Request, reference: str, file: str) -> HttpResponse:
    """A file of the talk, for its parties alone."""
    found = queries.attachment(reference, file, company=_acting(request).company.id)
    if found is None:
        raise Http404
    return attachment_response(found.reference, found.name)


def _received(request: Request) -> tuple[str, ...]:
    asking = _acting(request)
    uploads = request.FILES.getlist("files")
    return tuple(
        store.receive(
            cast(BinaryIO, one),
            "attachment",
            owner=asking.company.id,
            by=asking.actor,
            at=clock.now(),
            name=one.name or "",
        ).reference
        for one in uploads
    )


def _talk(request: Request, reference: str) -> Thread:
    asking = _acting(request)
    talk = queries.conversation(reference, company=asking.company.id, person=asking.person.reference)
    if talk is None:
        raise Http404
    return talk


def _acting(request: Request) -> Any:
    asking = request.asking
    if asking.company is None:
        raise Http404
    return asking


def _back(request: Request, reference: str) -> str:
    """The page the message was written on, if it is ours; else the talk itself."""
    came = urlsplit(request.META.get("HTTP_REFERER", ""))
    own = came.netloc == request.get_host() and came.path.startswith("/") and "/messages/" not in came.path
    if own:
        return f"{came.path}#talk"
    return f"/{(translation.get_language() or 'en')[:2]}/account/conversations/{reference}/"
