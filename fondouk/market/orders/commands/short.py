"""A partly shipped order is closed short: one side proposes, the other agrees, or the operator decides.

The price becomes what the shipped goods are worth; what was paid beyond that goes back to the buyer.
"""

from __future__ import annotations

from datetime import datetime

from fondouk.kit.actor import Actor
from fondouk.kit.money import Money, line_total, total
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.orders import rules
from fondouk.market.orders.commands import money as moves
from fondouk.market.orders.commands import rows
from fondouk.market.orders.commands.claims import is_party
from fondouk.market.orders.models import Milestone, Order, ShortClosing
from fondouk.market.orders.rules import Part, ShortState
from fondouk.market.sourcing.terms import ReleaseWhen


def propose_short(*, order: str, reason: str, by: Actor, at: datetime) -> ShortClosing:
    """One side proposes to end the order with what has been shipped. Raises Refused."""
    row = rows.order_locked(order)
    company = rows.party(row, by, "orders.cancel")
    refuse_if(rules.refusal_to_propose_short(rows.facts_of(row), reason))
    found = ShortClosing.objects.create(
        order=row, buyer_id=row.buyer_id, supplier_id=row.supplier_id, operator_id=row.operator_id,
        by_buyer=company.pk == row.buyer_id, reason=reason.strip()[:400], currency=row.currency, proposed_at=at,
        proposed_by=by.label(),
    )  # fmt: skip
    rows.record("orders.short.proposed", row, by, at, subject=found.reference)
    return found


def withdraw_short(*, short: str, by: Actor, at: datetime) -> ShortClosing:
    """The side that proposed takes it back."""
    row, found = of_short(short)
    _answered(row, found, "withdraw", by)
    return _end(row, found, ShortState.WITHDRAWN, "", by, at)


def decline_short(*, short: str, reason: str, by: Actor, at: datetime) -> ShortClosing:
    """The other side wants the rest of the goods."""
    row, found = of_short(short)
    _answered(row, found, "decline", by)
    return _end(row, found, ShortState.DECLINED, reason, by, at)


def agree_to_short(*, short: str, shipped_at: datetime, delivered: bool, by: Actor, at: datetime) -> ShortClosing:
    """The other side agrees (shipments calls this, which knows when the last goods left and whether all came)."""
    row, found = of_short(short)
    _answered(row, found, "agree", by)
    _close(row, found, shipped_at, delivered, by, at)
    return _end(row, found, ShortState.AGREED, "", by, at)


def decide_short(
    *, short: str, reasons: str, shipped_at: datetime, delivered: bool, by: Actor, at: datetime
) -> ShortClosing:
    """The operator, being neither side, closes the order short on a proposal; both read the reasons."""
    row, found = of_short(short)
    operator = standing.require(by, "disputes.decide")
    if is_party(row, operator.pk, by):
        raise Refused(Refusal("short.party", sentence("Whoever decides must be neither buyer nor supplier.")))
    refuse_if(rules.refusal_to_answer_short("decide", ShortState(found.state), own=False))
    if not reasons.strip():
        text = sentence("Give the reasons: both sides will read them.")
        raise Refused(Refusal("short.reasons", text, field="reasons"))
    _close(row, found, shipped_at, delivered, by, at)
    return _end(row, found, ShortState.DECIDED, reasons, by, at)


def of_short(reference: str) -> tuple[Order, ShortClosing]:
    """The order of a proposal and the proposal, both locked. Raises Refused."""
    order = ShortClosing.objects.filter(reference=reference).values_list("order__reference", flat=True).first()
    if order is None:
        raise rows.unknown()
    return rows.order_locked(order), ShortClosing.objects.select_for_update().get(reference=reference)


def _answered(row: Order, found: ShortClosing, verb: str, by: Actor) -> None:
    company = rows.party(row, by, "orders.cancel")
    own = found.by_buyer == (company.pk == row.buyer_id)
    refuse_if(rules.refusal_to_answer_short(verb, ShortState(found.state), own=own))


def _end(
    row: Order, found: ShortClosing, state: ShortState, answer: str, by: Actor, at: datetime
) -> ShortClosing:  # fmt: skip
    found.state, found.answer = state, answer.strip()[:1000]
    found.answered_at, found.answered_by = at, by.label()
    found.save()
    rows.record(f"orders.short.{state.value.lower()}", row, by, at, subject=found.reference)
    return found


def _close(row: Order, found: ShortClosing, shipped_at: datetime, delivered: bool, by: Actor, at: datetime) -> None:
    milestones = rows.milestones_locked(row)
    refuse_if(rules.refusal_to_close_short(rows.facts_of(row, milestones)))
    found.price_before_minor = row.total_minor
    found.returned_minor = _cut(row, milestones, found.reference, by, at)
    row.total_minor = sum(one.amount_minor for one in milestones)
    found.price_after_minor = worth_of_shipped(row).amount_minor
    row.shipped_at = shipped_at
    row.delivered_at = at if delivered else None
    row.save()
    for one in milestones:
        moves.see_whether_funded(row, milestones, one, by, at)
    moves.release_on(row, milestones, ReleaseWhen.SHIPPED, by, at)
    rows.set_due_days(row, milestones)
    if delivered:
        rows.record("orders.order.delivered", row, by, at)


def worth_of_shipped(row: Order) -> Money:
    """What the goods that left cost by the contract's prices."""
    parts = [line_total(line.shipped, line.unit_price, row.currency) for line in row.lines.all()]
    return total(parts, row.currency)


def _cut(row: Order, milestones: list[Milestone], cause: str, by: Actor, at: datetime) -> int:
    """Shrink the open payments; returns how many minor units go back to the buyer."""
    parts = [Part(one.reference, one.state, one.amount_minor, one.received_minor, one.released_minor)
             for one in milestones]  # fmt: skip
    cuts = rules.cuts_to(worth_of_shipped(row).amount_minor, parts)
    for one in milestones:
        cut = cuts.get(one.reference)
        if cut is None or cut.amount == one.amount_minor:
            continue
        if not cut.amount:
            moves.give_back(row, one, cause=cause, by=by, at=at)
            continue
        if cut.back:
            moves.send_back(row, one, Money(cut.back, one.currency), cause=cause, by=by, at=at)
        one.amount_minor = cut.amount
        one.save()
    return sum(cut.back for cut in cuts.values())
