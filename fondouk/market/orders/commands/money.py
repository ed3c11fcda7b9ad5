"""Payments of an order: received, released, given back, paid out; on the route `held` all of it on the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.orders import escrow, rules
from fondouk.market.orders.commands import rows
from fondouk.market.orders.models import Milestone, Order, Release, Tolerance
from fondouk.market.orders.rules import MilestoneState, OrderState
from fondouk.market.sourcing.terms import ReleaseWhen


def record_receipt(
    *, milestone: str, money: Money, entry: str, account: str, by: Actor, at: datetime, also: Sequence[str] = ()
) -> Milestone:  # fmt: skip
    """Money for a milestone arrived on the holder's account (treasury calls this for one bank entry).

    Received money accumulates; `also` names further milestones of the order that the payer meant with the same wire.
    What is too much, too late or for a cancelled order is set aside for the buyer.
    """
    order, milestones, row = rows.of_milestone(milestone)
    _refuse_other_currency(row, money)
    meant = [row, *(one for one in milestones if one.reference in also and one != row)]
    left = money
    for turn, one in enumerate(meant):
        wanted = _still_wanted(order, one, left)
        if wanted:
            cause = f"{entry}/{turn + 1}" if turn else entry
            escrow.fund(
                order=order.reference, milestone=one.reference, account=account, entry=cause, money=wanted, by=by, at=at
            )
            one.received_minor += wanted.amount_minor
            left = left - wanted
    if excess := left:
        escrow.set_aside(
            buyer=order.buyer.reference, milestone=row.reference, account=account, entry=entry, money=excess, by=by,
            at=at,
        )  # fmt: skip
        rows.record("orders.receipt.set_aside", order, by, at, subject=row.reference)
    for one in meant:
        one.save()
        see_whether_funded(order, milestones, one, by, at)
    return row


def confirm_payment(*, milestone: str, by: Actor, at: datetime) -> Milestone:
    """On a route without held money the supplier confirms the credit advice: funded, released and paid at once."""
    order, milestones, row = rows.of_milestone(milestone)
    supplier = standing.require(by, "payments.confirm")
    if supplier.pk != order.supplier_id:
        raise rows.unknown()
    if rows.is_held(order):
        text = sentence("This money is paid to the licensed holder; the bank statement confirms it.")
        raise Refused(Refusal("payment.held", text))
    refuse_if(_refusal_before_signature(order))
    refuse_if(rules.refusal_to_change("fund", MilestoneState(row.state)))
    row.received_minor, row.released_minor = row.amount_minor, row.amount_minor
    row.state, row.funded_at, row.released_at, row.paid_at = MilestoneState.PAID, at, at, at
    row.save()
    rows.record("orders.milestone.funded", order, by, at, subject=row.reference)
    rows.begin(order, by, at)
    close_if_settled(order, milestones, by, at)
    return row


def report_payment(*, milestone: str, by: Actor, at: datetime, file: str = "") -> Milestone:
    """The buyer reports that the wire was sent, with the bank's copy if there is one; nothing is booked by it."""
    order, _milestones, row = rows.of_milestone(milestone)
    rows.require_buyer(order, by, "orders.pay")
    refuse_if(_refusal_before_signature(order))
    refuse_if(rules.refusal_to_change("fund", MilestoneState(row.state)))
    rows.record("orders.payment.reported", order, by, at, subject=row.reference, data={"file": file})
    return row


def release_on(order: Order, milestones: list[Milestone], fact: str, by: Actor, at: datetime) -> None:
    """A recorded fact lets go of every funded milestone that waits for it."""
    for one in milestones:
        if one.state == MilestoneState.FUNDED and rules.releases_on(fact, one.release_when):
            let_go(order, one, rows.in_escrow(one), cause=fact, by=by, at=at)
            one.state = MilestoneState.RELEASED
            one.save()


def let_go(order: Order, milestone: Milestone, money: Money, *, cause: str, by: Actor, at: datetime) -> Release:
    """One release row and, on the held route, its movements on the ledger; the caller sets the state."""
    fee = money.share(order.fee_basis_points, 10_000) if rows.is_held(order) else Money.zero(money.currency)
    row = _release_row(order, milestone, "release", money, fee, cause, by, at)
    if rows.is_held(order):
        escrow.release(
            order=order.reference, milestone=milestone.reference, supplier=order.supplier.reference, money=money,
            release=row.reference, by=by, at=at, fees=_fees(order, money, fee),
        )  # fmt: skip
    milestone.released_minor += money.amount_minor
    milestone.released_at = at
    milestone.save()
    rows.record("orders.milestone.released", order, by, at, subject=milestone.reference, data={"cause": cause})
    return row


def send_back(order: Order, milestone: Milestone, money: Money, *, cause: str, by: Actor, at: datetime) -> Release:
    """One refund row and its movement on the ledger; the caller sets the state."""
    row = _release_row(order, milestone, "refund", money, Money.zero(money.currency), cause, by, at)
    if rows.is_held(order):
        escrow.refund(
            order=order.reference, milestone=milestone.reference, buyer=order.buyer.reference, money=money,
            refund=row.reference, by=by, at=at,
        )  # fmt: skip
    milestone.refunded_minor += money.amount_minor
    milestone.refunded_at = at
    milestone.save()
    rows.record("orders.milestone.refunded", order, by, at, subject=milestone.reference, data={"cause": cause})
    return row


def give_back(order: Order, milestone: Milestone, *, cause: str, by: Actor, at: datetime) -> None:
    """A cancelled order's milestone: what was received is refunded, what was not is called off; the rest stays."""
    if milestone.state not in (MilestoneState.PENDING, MilestoneState.FUNDED):
        return
    held = rows.in_escrow(milestone)
    if held:
        send_back(order, milestone, held, cause=cause, by=by, at=at)
    funded = milestone.state == MilestoneState.FUNDED
    milestone.state = MilestoneState.REFUNDED if funded else MilestoneState.CANCELLED
    milestone.save()


def release_by_day(*, milestone: str, by: Actor, at: datetime) -> Milestone | None:
    """The clock: a retention whose day has come is released; does nothing otherwise."""
    order, milestones, row = rows.of_milestone(milestone)
    if row.state != MilestoneState.FUNDED or row.release_when != ReleaseWhen.DAY or order.accepted_at is None:
        return None
    if at < order.accepted_at + timedelta(days=row.days or 0):
        return None
    let_go(order, row, rows.in_escrow(row), cause="day", by=by, at=at)
    row.state = MilestoneState.RELEASED
    row.save()
    close_if_settled(order, milestones, by, at)
    return row


def record_paid(*, milestones: Sequence[str], by: Actor, at: datetime) -> Milestone:
    """A payout with these milestones' released money was booked by the bank (treasury calls this)."""
    if not milestones:
        raise ValueError("no milestones named")
    for reference in milestones:
        order, all_of_it, row = rows.of_milestone(reference)
        if row.state == MilestoneState.RELEASED:
            row.state, row.paid_at = MilestoneState.PAID, at
            row.save()
            rows.record("orders.milestone.paid", order, by, at, subject=row.reference)
            close_if_settled(order, all_of_it, by, at)
    return row


def record_returned(*, milestones: Sequence[str], by: Actor, at: datetime) -> None:
    """A booked payout came back: the money is released and waits to be paid again."""
    for reference in milestones:
        order, _all, row = rows.of_milestone(reference)
        if row.state == MilestoneState.PAID:
            row.state, row.paid_at = MilestoneState.RELEASED, None
            row.save()
            rows.record("orders.milestone.returned", order, by, at, subject=row.reference)


def close_if_settled(order: Order, milestones: list[Milestone], by: Actor, at: datetime) -> None:
    """A completed order closes when no milestone holds or expects money any more."""
    fresh = {one.pk: one for one in milestones}
    if order.state == OrderState.COMPLETED and all(one.state in rules.SETTLED for one in fresh.values()):
        order.state, order.closed_at = OrderState.CLOSED, at
        order.save()
        rows.record("orders.order.closed", order, by, at)


def tolerance_on(currency: str, day: date) -> int:
    """How many minor units a receipt may be short by; 0 where no figure is loaded."""
    found = Tolerance.objects.filter(currency=currency, valid_from__lte=day).order_by("-valid_from").first()
    return found.amount_minor if found else 0


def _refuse_other_currency(row: Milestone, money: Money) -> None:
    if money.currency != row.currency:
        text = sentence("This payment is due in %(wanted)s, but %(got)s arrived. Leave it in suspense.")
        raise Refused(Refusal("receipt.currency", text, {"wanted": row.currency, "got": money.currency}))


def _refusal_before_signature(order: Order) -> Refusal | None:
    if order.state in (OrderState.DRAFT, OrderState.PROPOSED):
        text = sentence("The contract still waits for a signature. Pay when both have signed.")
        return Refusal("payment.unsigned", text)
    return None


def _still_wanted(order: Order, row: Milestone, money: Money) -> Money:
    if order.state == OrderState.CANCELLED or row.state != MilestoneState.PENDING or order.signed_at is None:
        return Money.zero(money.currency)
    return min(money, Money(row.amount_minor - row.received_minor, row.currency))


def see_whether_funded(order: Order, milestones: list[Milestone], row: Milestone, by: Actor, at: datetime) -> None:
    """A payment that is complete, or short by no more than what banks keep, is funded: what waits for that goes on."""
    received = Money(row.received_minor, row.currency)
    enough = rules.is_funded(received, rows.amount_of(row), tolerance_on(row.currency, at.date()))
    if row.state != MilestoneState.PENDING or not row.received_minor or order.state == OrderState.CANCELLED:
        return
    if not enough:
        rows.record("orders.milestone.short", order, by, at, subject=row.reference)
        return
    row.state, row.funded_at = MilestoneState.FUNDED, at
    row.save()
    rows.record("orders.milestone.funded", order, by, at, subject=row.reference)
    rows.begin(order, by, at)
    _release_what_already_happened(order, milestones, by, at)


def _release_what_already_happened(order: Order, milestones: list[Milestone], by: Actor, at: datetime) -> None:
    """Money that comes after its releasing fact goes on at once."""
    happened = [ReleaseWhen.FUNDED.value]
    happened += [ReleaseWhen.SHIPPED.value] if order.shipped_at else []
    happened += [ReleaseWhen.DOCUMENTS.value] if order.documents_accepted_at else []
    happened += [ReleaseWhen.ACCEPTANCE.value] if order.accepted_at else []
    for fact in happened:
        release_on(order, milestones, fact, by, at)


def _fees(order: Order, money: Money, fee: Money) -> escrow.Fees | None:
    if not fee:
        return None
    share = money.share(order.partner_basis_points, 10_000) if order.partner else Money.zero(money.currency)
    return escrow.Fees(
        operator=order.operator.reference, platform=fee, partner=order.partner.reference if order.partner else "",
        partner_share=min(share, fee),
    )  # fmt: skip


def _release_row(
    order: Order, milestone: Milestone, kind: str, money: Money, fee: Money, cause: str, by: Actor, at: datetime
) -> Release:
    return Release.objects.create(
        order=order, milestone=milestone, buyer_id=order.buyer_id, supplier_id=order.supplier_id,
        operator_id=order.operator_id, kind=kind, amount_minor=money.amount_minor, fee_minor=fee.amount_minor,
        currency=money.currency, cause=cause, released_at=at, released_by=by.label(),
    )  # fmt: skip
