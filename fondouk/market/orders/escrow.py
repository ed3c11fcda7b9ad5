"""Where an order's held money moves: the one file of this noun that speaks to the ledger.

Every function takes reference texts, runs inside a command of orders that has locked the order and its milestones,
and is named by a cause that can act only once (`book.AlreadyDone` otherwise):

    receipt in suspense ──fund──▶ escrow of the order ──release──▶ supplier payable, platform fee, partner commission
           │                          │      └──freeze / thaw (a claim: pending, nothing leaves)
           └──set_aside──▶ buyer refundable ◀──refund──┘

`about` is always the milestone, so that the record explains each movement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fondouk.engines.ledger import book
from fondouk.engines.ledger.book import AccountKind
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money


@dataclass(frozen=True)
class Fees:
    """What leaves a release before the supplier's part. The partner's share is part of `platform`, never on top."""

    operator: str
    platform: Money
    partner: str = ""
    partner_share: Money | None = None


@dataclass(frozen=True)
class Movement:
    """One row of "Every movement" on the order's page. kind: fund, set_aside, release, fee, commission, refund,
    freeze, thaw."""

    at: datetime
    kind: str
    milestone: str
    cause: str
    money: Money
    by: str


def fund(*, order: str, milestone: str, account: str, entry: str, money: Money, by: Actor, at: datetime) -> None:
    """Recognise a receipt: from suspense of bank account `account` into the order's escrow. Cause: the bank entry."""
    suspense = book.open(AccountKind.SUSPENSE, account, money.currency)
    escrow = book.open(AccountKind.ESCROW, order, money.currency)
    book.transfer(debit=suspense, credit=escrow, money=money, kind="fund", cause=entry, about=milestone, by=by, at=at)


def set_aside(*, buyer: str, milestone: str, account: str, entry: str, money: Money, by: Actor, at: datetime) -> None:
    """Excess, a second payment, money for a cancelled order: owed back to the buyer. Cause: the bank entry."""
    suspense = book.open(AccountKind.SUSPENSE, account, money.currency)
    owed = book.open(AccountKind.BUYER_REFUNDABLE, buyer, money.currency)
    book.transfer(
        debit=suspense, credit=owed, money=money, kind="set_aside", cause=entry, about=milestone, by=by, at=at
    )


def release(
    *, order: str, milestone: str, supplier: str, money: Money, release: str, by: Actor, at: datetime,
    fees: Fees | None = None,
) -> None:  # fmt: skip
    """Held money becomes the supplier's, less fees. Cause: the reference of the Release row (unique)."""
    escrow = book.open(AccountKind.ESCROW, order, money.currency)
    for kind, credit, part in _parts(supplier, money, fees):
        if part:
            book.transfer(
                debit=escrow, credit=credit, money=part, kind=kind, cause=release, about=milestone, by=by, at=at
            )


def refund(*, order: str, milestone: str, buyer: str, money: Money, refund: str, by: Actor, at: datetime) -> None:
    """Held money goes back: owed to the buyer, paid by a payout. Cause: the reference of the refund's row (unique)."""
    escrow = book.open(AccountKind.ESCROW, order, money.currency)
    owed = book.open(AccountKind.BUYER_REFUNDABLE, buyer, money.currency)
    book.transfer(debit=escrow, credit=owed, money=money, kind="refund", cause=refund, about=milestone, by=by, at=at)


def freeze(*, order: str, milestone: str, money: Money, claim: str, by: Actor, at: datetime) -> None:
    """A claim: this much cannot leave the escrow until `thaw`; the database refuses every transfer that would."""
    escrow = book.open(AccountKind.ESCROW, order, money.currency)
    disputed = book.open(AccountKind.DISPUTED, order, money.currency)
    book.hold(debit=escrow, credit=disputed, money=money, kind="freeze", cause=claim, about=milestone, by=by, at=at)


def thaw(*, claim: str, by: Actor, at: datetime) -> None:
    """The claim is decided or withdrawn: the money may move again (release, refund, or both, by their own calls)."""
    hold = book.held("freeze", claim)
    if hold is None:
        raise book.AlreadyDone(claim)
    book.void(hold, by=by, at=at)


def held(order: str, currency: str) -> Money:
    """All that is in the order's escrow, frozen or not."""
    return book.balance(AccountKind.ESCROW, order, currency)


def free(order: str, currency: str) -> Money:
    """What may leave the order's escrow now."""
    return book.available(AccountKind.ESCROW, order, currency)


def movements(milestones: list[str]) -> list[Movement]:
    """Every movement about these milestones, oldest first: the page's "ledger explains every cent"."""
    names = {"freeze.voided": "thaw"}
    return [
        Movement(row.at, names.get(row.kind, row.kind), row.about, row.cause, row.money, row.by)
        for row in book.movements(about=milestones)
    ]


def _parts(supplier: str, money: Money, fees: Fees | None) -> list[tuple[str, book.Account, Money]]:
    payable = book.open(AccountKind.SUPPLIER_PAYABLE, supplier, money.currency)
    if fees is None:
        return [("release", payable, money)]
    share = fees.partner_share or Money.zero(money.currency)
    if share > fees.platform or fees.platform > money:
        raise ValueError("fees are part of what is released, and the partner's share part of the fee")
    parts = [("release", payable, money - fees.platform)]
    parts.append(("fee", book.open(AccountKind.PLATFORM_FEE, fees.operator, money.currency), fees.platform - share))
    if share:
        parts.append(("commission", book.open(AccountKind.PARTNER_COMMISSION, fees.partner, money.currency), share))
    return parts
