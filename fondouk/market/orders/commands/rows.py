"""Locks and small shared steps of the orders' commands: the order first, its milestones, then (escrow) accounts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.orders import rules
from fondouk.market.orders.models import Milestone, Order, TermsInForce
from fondouk.market.orders.rules import ClaimState, Facts, MilestoneState, OrderState, ShortState
from fondouk.market.sourcing.terms import PaymentRoute, PayWhen


def unknown() -> Refused:
    """The answer for what does not exist and for what is none of the asker's business alike."""
    return Refused(Refusal("order.unknown", sentence("There is no such order here. Go back and choose again.")))


def order_locked(reference: str) -> Order:
    """The order, locked for this transaction."""
    rows = Order.objects.select_for_update(of=("self",)).select_related("buyer", "supplier", "operator")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise unknown()
    return row


def milestones_locked(order: Order) -> list[Milestone]:
    """All milestones of a locked order, locked in their order."""
    return list(order.milestones.select_for_update().order_by("position"))


def of_milestone(reference: str) -> tuple[Order, list[Milestone], Milestone]:
    """The order of a milestone, its milestones, and the one meant: all locked, the order first."""
    found = Milestone.objects.filter(reference=reference).values_list("order__reference", flat=True).first()
    if found is None:
        raise unknown()
    order = order_locked(found)
    milestones = milestones_locked(order)
    return order, milestones, next(one for one in milestones if one.reference == reference)


def party(order: Order, by: Actor, permission: str) -> Company:
    """The asking company, if it is a side of this order and may do this; raises Refused otherwise."""
    company = standing.require(by, permission)
    if company.pk not in (order.buyer_id, order.supplier_id):
        raise unknown()
    return company


def require_buyer(order: Order, by: Actor, permission: str) -> Company:
    """As `party`, for the buyer alone."""
    company = standing.require(by, permission)
    if company.pk != order.buyer_id:
        raise unknown()
    return company


def facts_of(order: Order, milestones: list[Milestone] | None = None) -> Facts:
    """What the rules look at."""
    parts = list(order.milestones.all()) if milestones is None else milestones
    signers = set(order.signatures.filter(contract_hash=order.contract_hash).values_list("company_id", flat=True))
    return Facts(
        state=OrderState(order.state),
        inspection_required=order.inspector_id is not None,
        inspection_passed=order.inspection_passed,
        partly_shipped=order.lines.filter(shipped__gt=0).exists(),
        shipped=order.shipped_at is not None,
        delivered=order.delivered_at is not None,
        accepted=order.accepted_at is not None,
        open_claim=order.claims.filter(state=ClaimState.OPEN).exists(),
        open_short=order.shorts.filter(state=ShortState.OPEN).exists(),
        unpaid_before_shipment=any(_unpaid(one, PayWhen.SIGNATURE, PayWhen.BEFORE_SHIPMENT) for one in parts),
        refunded_before_shipment=any(
            one.pay_when in (PayWhen.SIGNATURE, PayWhen.BEFORE_SHIPMENT) and one.state == MilestoneState.REFUNDED
            for one in parts
        ),
        unfunded_on_signature=any(_unpaid(one, PayWhen.SIGNATURE) for one in parts),
        signed_buyer=order.buyer_id in signers,
        signed_supplier=order.supplier_id in signers,
    )


def _unpaid(milestone: Milestone, *conditions: str) -> bool:
    return milestone.pay_when in conditions and milestone.state == MilestoneState.PENDING


def is_held(order: Order) -> bool:
    """Whether the money of this order moves on the ledger."""
    return order.payment_route == PaymentRoute.HELD


def amount_of(milestone: Milestone) -> Money:
    """The milestone's amount."""
    return Money(milestone.amount_minor, milestone.currency)


def in_escrow(milestone: Milestone) -> Money:
    """What was received and has neither been released nor refunded."""
    rest = milestone.received_minor - milestone.released_minor - milestone.refunded_minor
    return Money(rest, milestone.currency)


def terms_on(day: date) -> TermsInForce:
    """The dated terms in force on a day."""
    found = TermsInForce.objects.filter(valid_from__lte=day).order_by("-valid_from").first()
    if found is None:
        text = sentence("The operator has not set the terms for %(day)s. Ask the operator to load them.")
        raise Refused(Refusal("terms.none", text, {"day": day}))
    return found


def record(
    name: str, order: Order, by: Actor, at: datetime, *, subject: str = "", data: dict[str, Any] | None = None
) -> None:
    """One event within the order, seen by its parties and its inspector."""
    parties = [order.buyer_id, order.supplier_id, order.operator_id]
    if order.inspector_id:
        parties.append(order.inspector_id)
    journal.record(
        name, subject=subject or order.reference, within=order.reference, parties=parties, by=by, at=at, data=data
    )


def set_due_days(order: Order, milestones: list[Milestone]) -> None:
    """Write the day by which each open payment is due, now that a fact has come."""
    for one in milestones:
        if one.state != MilestoneState.PENDING:
            continue
        one.due_on = rules.due_on(
            one.pay_when, one.days, signed=_day(order.signed_at), shipped=_day(order.shipped_at),
            accepted=_day(order.accepted_at), ready=order.ready_on, pay_days=order.pay_days,
        )  # fmt: skip
        one.save(update_fields=["due_on"])


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def begin(order: Order, by: Actor, at: datetime) -> None:
    """The first fact after signature puts the order under way."""
    if order.state == OrderState.SIGNED:
        order.state = OrderState.IN_PROGRESS
        order.save()
        record("orders.order.begun", order, by, at)
