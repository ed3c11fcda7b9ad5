"""Payouts: built, approved, filed and downloaded at the desk; read by the supplier who is paid."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may
from fondouk.doors.web.posting import then
from fondouk.doors.web.request import Request
from fondouk.doors.web.treasury.statements import company_of, typed
from fondouk.kit.refusal import Refused
from fondouk.market.treasury import commands, queries, rules
from fondouk.market.treasury.rules import PayoutState


@may("treasury.view")
@require_http_methods(["GET", "POST"])
def payouts(request: Request) -> HttpResponse:
    """What is owed, what waits for a second person, what waits for a file, what the bank has not booked yet."""
    if request.method == "POST":
        return _build(request)
    operator, at = company_of(request), clock.now()
    rows = queries.payouts(operator, states=list(PayoutState), at=at)
    by_state = {state: [row for row in rows if row.state == state] for state in PayoutState}
    context = {
        "tab": "payouts", "refusal_words": shell.refusal_sentence, "waiting": queries.waiting(operator),
        "debts": queries.debts(operator, at=at),
        "built": by_state[PayoutState.BUILT], "approved": by_state[PayoutState.APPROVED],
        "filed": by_state[PayoutState.FILED], "files": queries.payment_files(operator),
        "ended": [row for row in rows if row.state in ("BOOKED", "REJECTED", "RETURNED")],
    }  # fmt: skip
    return shell.render(request, "treasury/payouts.html", context)


def _build(request: Request) -> HttpResponse:
    try:
        outcome = shell.act(request, commands.build_payouts)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
    else:
        if outcome.reference:
            messages.success(request, _("Payouts are built. A second person approves them."))
        else:
            messages.info(request, _("Nothing can be paid out now."))
    return redirect("desk_payouts")


@may("treasury.view")
@require_safe
def payout(request: Request, reference: str) -> HttpResponse:
    """One payout: to whom, for what, who did what when."""
    row = queries.payout(reference, company_of(request), at=clock.now())
    if row is None:
        raise Http404
    person = request.asking.the_person.reference
    refusal = row.obstacle or rules.refusal_to_approve(
        state=PayoutState(row.state), built_by=row.built_by, person=person
    )
    context = {"tab": "payouts", "one": row, "refusal": shell.refusal_sentence(refusal) if refusal else None}
    return shell.render(request, "treasury/payout.html", context)


@may("treasury.approve")
@require_POST
def approve(request: Request, reference: str) -> HttpResponse:
    """The second person's yes."""
    return then(request, commands.approve_payout, _("Approved."), "desk_payouts", payout=reference)


@may("treasury.approve")
@require_POST
def reject(request: Request, reference: str) -> HttpResponse:
    """No, with the reason the payee reads."""
    reason = typed(request.POST.get("reason", ""))
    try:
        shell.act(request, commands.reject_payout, payout=reference, reason=reason)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return redirect("desk_payout", reference)
    row = queries.payout(reference, company_of(request), at=clock.now())
    if row is not None and row.state == PayoutState.FILED:
        messages.success(request, _("Noted. A second person confirms that the bank refused it."))
        return redirect("desk_payout", reference)
    messages.success(request, _("Rejected. The amounts are owed as before."))
    return redirect("desk_payouts")


@may("treasury.approve")
@require_POST
def keep(request: Request, reference: str) -> HttpResponse:
    """The bank pays it after all."""
    return then(request, commands.keep_payout, _("Kept. It waits for the bank."), "desk_payouts", payout=reference)


@may("treasury.payout")
@require_POST
def file(request: Request) -> HttpResponse:
    """Put the chosen payouts in one payment file."""
    chosen = [typed(one, 24) for one in request.POST.getlist("payout")[:500]]
    words = _("The payment file is ready. Download it and hand it to the bank.")
    return then(request, commands.file_payouts, words, "desk_payouts", payouts=chosen)


@may("treasury.payout")
@require_safe
def download(request: Request, reference: str) -> HttpResponse:
    """The same bytes every time."""
    content = queries.payment_file(reference, company_of(request))
    if content is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{reference}.xml"', "X-Content-Type-Options": "nosniff",
               "Cache-Control": "private, no-store"}  # fmt: skip
    return HttpResponse(content, content_type="application/xml", headers=headers)


@may("payouts.view")
@require_safe
def own(request: Request) -> HttpResponse:
    """A supplier's payouts."""
    return _list(request, "sell")


@may("payouts.view")
@require_safe
def own_one(request: Request, reference: str) -> HttpResponse:
    """One of a supplier's payouts, with the orders it pays."""
    return _one(request, reference, "sell")


@may("orders.pay")
@require_safe
def refunds(request: Request) -> HttpResponse:
    """A buyer's refunds."""
    return _list(request, "buy")


@may("orders.pay")
@require_safe
def refund(request: Request, reference: str) -> HttpResponse:
    """One of a buyer's refunds, with the orders it is for."""
    return _one(request, reference, "buy")


def _list(request: Request, side: str) -> HttpResponse:
    rows = queries.payouts_to(company_of(request), at=clock.now())
    return shell.render(request, "treasury/own_payouts.html", {"payouts": rows, "side": side})


def _one(request: Request, reference: str, side: str) -> HttpResponse:
    row = queries.payout(reference, company_of(request), at=clock.now())
    if row is None:
        raise Http404
    return shell.render(request, "treasury/own_payout.html", {"one": row, "side": side})
