"""When a payment counts as whole, when it is due, and what lets its money go. Plain Python."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fondouk.kit.money import Money
from fondouk.market.sourcing.terms import PayWhen, ReleaseWhen


def is_funded(received: Money, amount: Money, tolerance_minor: int) -> bool:
    """Received in full, or short by no more than what banks keep on the way (dated data per currency).

    Never by more than a tenth: a tolerance greater than a small payment would count any cent as the whole.
    """
    return received.amount_minor >= amount.amount_minor - allowance(amount.amount_minor, tolerance_minor)


def allowance(amount_minor: int, tolerance_minor: int) -> int:
    """How many minor units a payment of this amount may be short by: the tolerance, at most a tenth."""
    return min(tolerance_minor, amount_minor // 10)


def releases_on(fact: str, release_when: str) -> bool:
    """Whether a recorded fact (funded, shipped, documents, acceptance) lets this milestone's money go."""
    return fact == release_when and fact != ReleaseWhen.DAY


def due_on(
    pay_when: str, days: int | None, *, signed: date | None, shipped: date | None, accepted: date | None,
    ready: date | None, pay_days: int,
) -> date | None:  # fmt: skip
    """The day by which a milestone must be paid, None while its condition has not come."""
    if pay_when == PayWhen.SIGNATURE:
        return signed + timedelta(days=pay_days) if signed else None
    if pay_when == PayWhen.BEFORE_SHIPMENT:
        return ready
    if pay_when in (PayWhen.AGAINST_COPY_OF_BL, PayWhen.AGAINST_DOCUMENTS):
        return shipped + timedelta(days=pay_days) if shipped else None
    if pay_when == PayWhen.DAYS_AFTER_SHIPMENT:
        return shipped + timedelta(days=days or 0) if shipped else None
    return accepted + timedelta(days=days or 0) if accepted else None


def inspection_ends_at(delivered_at: datetime, days: int) -> datetime:
    """When the buyer's inspection period ends by itself."""
    return delivered_at + timedelta(days=days)
