"""A claim freezes a milestone's money; the operator decides: release, refund, or a part of each, with reasons."""

from __future__ import annotations

from datetime import datetime, timedelta

from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import Member
from fondouk.market.orders import escrow, rules
from fondouk.market.orders.commands import money as moves
from fondouk.market.orders.commands import rows
from fondouk.market.orders.models import Claim, Milestone, Order
from fondouk.market.orders.rules import ClaimState, Decision, MilestoneState, OrderState


def open_claim(*, milestone: str, words: str, by: Actor, at: datetime, file: str = "") -> Claim:
    """The buyer claims against held money; nothing of it is released or refunded until the decision."""
    order, _all, row = rows.of_milestone(milestone)
    rows.require_buyer(order, by, "orders.claim")
    already = row.claims.filter(state=ClaimState.OPEN).exists()
    refuse_if(
        rules.refusal_to_claim(
            state=MilestoneState(row.state), order=OrderState(order.state), open_claim=already, words=words
        )
    )
    _refuse_too_late(order, at)
    held = rows.in_escrow(row)
    claim = Claim.objects.create(
        order=order, milestone=row, buyer_id=order.buyer_id, supplier_id=order.supplier_id,
        operator_id=order.operator_id, words=words.strip(), file=file, amount_minor=held.amount_minor,
        currency=held.currency, opened_at=at, opened_by=by.label(),
    )  # fmt: skip
    escrow.freeze(order=order.reference, milestone=row.reference, money=held, claim=claim.reference, by=by, at=at)
    row.state = MilestoneState.DISPUTED
    row.save()
    rows.record("orders.claim.opened", order, by, at, subject=claim.reference)
    return claim


def withdraw_claim(*, claim: str, by: Actor, at: datetime) -> Claim:
    """The buyer takes the claim back; the money is held as before."""
    order, _all, row, found = _of_claim(claim)
    rows.require_buyer(order, by, "orders.claim")
    if found.state != ClaimState.OPEN:
        raise Refused(Refusal("claim.decided", sentence("This claim was already decided or withdrawn.")))
    escrow.thaw(claim=found.reference, by=by, at=at)
    row.state = MilestoneState.FUNDED
    row.save()
    found.state, found.decided_at, found.decided_by = ClaimState.WITHDRAWN, at, by.label()
    found.save()
    rows.record("orders.claim.withdrawn", order, by, at, subject=found.reference)
    return found


def decide_claim(
    *, claim: str, decision: str, reasons: str, by: Actor, at: datetime, refund: Money | None = None
) -> Claim:
    """The operator decides with reasons both sides read. Raises Refused."""
    order, all_of_it, row, found = _of_claim(claim)
    operator = standing.require(by, "disputes.decide")
    amount = Money(found.amount_minor, found.currency)
    refuse_if(
        rules.refusal_to_decide(
            state=ClaimState(found.state), decision=decision, refund=refund, amount=amount, reasons=reasons,
            is_party=is_party(order, operator.pk, by),
        )
    )  # fmt: skip
    escrow.thaw(claim=found.reference, by=by, at=at)
    back = _part_refunded(decision, refund, amount)
    _divide(order, row, amount, back, found.reference, by, at)
    found.state, found.decided_at, found.decided_by = ClaimState.DECIDED, at, by.label()
    found.decision, found.refund_minor, found.reasons = decision, back.amount_minor, reasons.strip()
    found.save()
    rows.record("orders.claim.decided", order, by, at, subject=found.reference, data={"decision": decision})
    moves.close_if_settled(order, all_of_it, by, at)
    return found


def is_party(order: Order, company: int, by: Actor) -> bool:
    """Whether the deciding company, or its person through another company, is a side of this order."""
    sides = (order.buyer_id, order.supplier_id)
    return company in sides or Member.objects.filter(
        person__reference=by.person, company__in=sides, left_at=None
    ).exists()  # fmt: skip


def _part_refunded(decision: str, refund: Money | None, amount: Money) -> Money:
    if decision == Decision.REFUND:
        return amount
    return refund if decision == Decision.SPLIT and refund is not None else Money.zero(amount.currency)


def _divide(order: Order, row: Milestone, amount: Money, back: Money, claim: str, by: Actor, at: datetime) -> None:
    if back:
        moves.send_back(order, row, back, cause=claim, by=by, at=at)
    if rest := amount - back:
        moves.let_go(order, row, rest, cause=claim, by=by, at=at)
    if not back:
        row.state = MilestoneState.RELEASED
    else:
        row.state = MilestoneState.SPLIT if amount - back else MilestoneState.REFUNDED
    row.save()


def _of_claim(reference: str) -> tuple[Order, list[Milestone], Milestone, Claim]:
    milestone = Claim.objects.filter(reference=reference).values_list("milestone__reference", flat=True).first()
    if milestone is None:
        raise rows.unknown()
    order, all_of_it, row = rows.of_milestone(milestone)
    return order, all_of_it, row, Claim.objects.select_for_update().get(reference=reference)


def _refuse_too_late(order: Order, at: datetime) -> None:
    if order.accepted_at and at > order.accepted_at + timedelta(days=order.claim_days):
        text = sentence("Claims are possible until %(days)s days after acceptance.")
        raise Refused(Refusal("claim.late", text, {"days": order.claim_days}))
