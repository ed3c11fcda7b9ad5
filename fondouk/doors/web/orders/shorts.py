"""Closing a partly shipped order short: proposed by one side, answered by the other, or decided by the operator."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.orders import pages
from fondouk.doors.web.orders.asked import order_seen, seen
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands
from fondouk.market.shipments import closing_short

WORDS_MAX = 400


@seen
@require_POST
def propose(request: Request, reference: str, side: str) -> HttpResponse:
    """End the order with what has been shipped; the other side answers."""
    return _step(
        request, reference, side, commands.propose_short, _("Proposed. The other side answers."), order=reference,
        reason=posting.typed(request, "reason", WORDS_MAX),
    )  # fmt: skip


@seen
@require_POST
def agree(request: Request, reference: str, short: str, side: str) -> HttpResponse:
    """The price becomes that of the goods shipped; the rest of the money goes back."""
    words = _("Agreed. The order ends with what was shipped; the rest of the money goes back.")
    return _step(request, reference, side, closing_short.agree_to_short, words, short=short)


@seen
@require_POST
def decline(request: Request, reference: str, short: str, side: str) -> HttpResponse:
    """The rest of the goods is still wanted, or still on offer."""
    reason = posting.typed(request, "reason", WORDS_MAX)
    return _step(request, reference, side, commands.decline_short, _("Declined."), short=short, reason=reason)


@seen
@require_POST
def withdraw(request: Request, reference: str, short: str, side: str) -> HttpResponse:
    """Take one's own proposal back."""
    return _step(request, reference, side, commands.withdraw_short, _("Withdrawn."), short=short)


@may("disputes.decide")
@require_POST
def decide(request: Request, reference: str, short: str) -> HttpResponse:
    """The operator decides where a side stays silent."""
    words, reasons = _("Decided. Both sides have been told."), posting.typed(request, "reasons", 1000)
    return _step(request, reference, "desk", closing_short.decide_short, words, short=short, reasons=reasons)


def _step(
    request: Request, reference: str, side: str, command: Any, words: str, **arguments: Any
) -> HttpResponse:  # fmt: skip
    """One command about this order; what was typed comes back with the reason where it is refused."""
    view = order_seen(request, reference, side)
    if "short" in arguments and arguments["short"] not in {one.reference for one in view.shorts}:
        raise Http404
    try:
        shell.act(request, command, **arguments)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        typed = arguments.get("reason") or arguments.get("reasons") or ""
        return pages.shown(request, view, side, status=422, short_typed=typed)
    messages.success(request, words)
    return redirect(f"{side}_order", reference)
