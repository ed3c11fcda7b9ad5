"""Where the holder's bank accounts meet the ledger: the one file of this noun that speaks to it.

Every booked entry of a statement first passes through suspense, once:

    incoming   bank ──entry──▶ suspense ──(orders: fund, set_aside)──▶ escrow, buyer refundable
                                   ├──own──▶ own funds
                                   └──send_back──▶ sender refundable (its payout ended: back to suspense)
    outgoing   suspense ──entry──▶ bank       clearing ──paid──▶ suspense       own funds ──own──▶ suspense
    payout     payable ══payout (held until the bank booked it)══▶ clearing; a return goes the same way back

so suspense and clearing stand at nothing when every entry is recognised, and the ledger's bank account always shows
what the bank's own statement says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fondouk.engines.ledger import book
from fondouk.engines.ledger.book import AccountKind
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.market.treasury.rules import Purpose

_PAYABLE = {
    Purpose.SUPPLIER: AccountKind.SUPPLIER_PAYABLE,
    Purpose.REFUND: AccountKind.BUYER_REFUNDABLE,
    Purpose.COMMISSION: AccountKind.PARTNER_COMMISSION,
    Purpose.SENDER: AccountKind.SENDER_REFUNDABLE,
}


@dataclass(frozen=True)
class Booked:
    """One entry as the ledger needs it."""

    reference: str
    money: Money
    incoming: bool


@dataclass(frozen=True)
class Owed:
    """One movement that made somebody a creditor and may be paid out. `transfer` is the ledger's own key."""

    transfer: int
    owner: str
    purpose: Purpose
    kind: str
    cause: str
    milestone: str
    money: Money
    at: datetime


def open_with(account: str, opening: Money, *, statement: str, by: Actor, at: datetime) -> None:
    """What the account held before its first statement: the holder's own money."""
    if not opening:
        return
    bank, own = _bank(account, opening.currency), _own(account, opening.currency)
    debit, credit = (bank, own) if opening.amount_minor > 0 else (own, bank)
    money = Money(abs(opening.amount_minor), opening.currency)
    book.transfer(debit=debit, credit=credit, money=money, kind="opening", cause=statement, by=by, at=at)


def book_entries(account: str, currency: str, entries: Iterable[Booked], *, by: Actor, at: datetime) -> None:
    """All entries of a statement, between bank and suspense, in one statement of SQL."""
    bank, suspense = _bank(account, currency), _suspense(account, currency)
    moves = [
        (bank if one.incoming else suspense, suspense if one.incoming else bank, one.money, one.reference)
        for one in entries
    ]
    if moves:
        book.transfer_many(moves, kind="entry", by=by, at=at)


def keep_as_own(account: str, entry: Booked, *, by: Actor, at: datetime) -> None:
    """Bank charges, interest, the holder's own transfers: out of suspense, into its own funds."""
    own, suspense = _own(account, entry.money.currency), _suspense(account, entry.money.currency)
    debit, credit = (suspense, own) if entry.incoming else (own, suspense)
    book.transfer(debit=debit, credit=credit, money=entry.money, kind="own", cause=entry.reference, by=by, at=at)


def owe_to_sender(account: str, entry: Booked, *, payout: str, by: Actor, at: datetime) -> book.Transfer:
    """Unknown money is owed back to who sent it: out of suspense, for this payout."""
    owed_back = book.open(AccountKind.SENDER_REFUNDABLE, entry.reference, entry.money.currency)
    suspense = _suspense(account, entry.money.currency)
    return book.transfer(
        debit=suspense, credit=owed_back, money=entry.money, kind="send_back", cause=payout, about=entry.reference,
        by=by, at=at,
    )  # fmt: skip


def keep_in_suspense_again(owed_back: book.Transfer, *, by: Actor, at: datetime) -> None:
    """The payout to an unknown sender came to nothing: its money waits in suspense as before."""
    book.reverse(
        owed_back, money=owed_back.money, kind="send_back.reversed", cause=owed_back.cause, by=by, at=at
    )  # fmt: skip


def bear_charges(account: str, money: Money, *, entry: str, by: Actor, at: datetime) -> None:
    """What banks kept of a returned payout comes out of the holder's own money."""
    own, suspense = _own(account, money.currency), _suspense(account, money.currency)
    book.transfer(debit=own, credit=suspense, money=money, kind="charges", cause=entry, by=by, at=at)


def owed() -> list[Owed]:
    """Every movement that may still have to be paid out, oldest first; the caller leaves out what a payout covers."""
    purposes = {kind.value: purpose for purpose, kind in _PAYABLE.items() if purpose != Purpose.SENDER}
    return [
        Owed(row.pk, row.credit.owner, purposes[row.credit.kind], row.kind, row.cause, row.about, row.money, row.at)
        for row in book.credits_to(*(AccountKind(kind) for kind in purposes))
    ]


def hold_payout(
    payout: str, *, purpose: Purpose, payee: str, money: Money, by: Actor, at: datetime
) -> None:  # fmt: skip
    """Set the amount aside. `payee`: a company's reference, or the bank entry's where its money goes back.

    Raises book.Uncovered when the payee is not owed as much.
    """
    payable = book.open(_PAYABLE[purpose], payee, money.currency)
    clearing = book.open(AccountKind.CLEARING, payout, money.currency)
    book.hold(debit=payable, credit=clearing, money=money, kind="payout", cause=payout, by=by, at=at)


def let_payout_fall(payout: str, *, by: Actor, at: datetime) -> None:
    """A rejected payout: the amount is owed as before."""
    hold = book.held("payout", payout)
    if hold is None:
        raise book.AlreadyDone(payout)
    book.void(hold, by=by, at=at)


def book_payout(payout: str, *, account: str, entry: str, by: Actor, at: datetime) -> None:
    """The bank has paid: the amount leaves what was owed and fills what the entry took out of suspense."""
    hold = book.held("payout", payout)
    if hold is None:
        raise book.AlreadyDone(payout)
    book.post(hold, by=by, at=at)
    book.transfer(
        debit=hold.credit, credit=_suspense(account, hold.currency), money=hold.money, kind="paid", cause=payout,
        about=entry, by=by, at=at,
    )  # fmt: skip


def take_payout_back(payout: str, *, account: str, entry: str, by: Actor, at: datetime) -> None:
    """The bank has returned it: reversed, so that it is owed again before it is paid again."""
    paid = book.posted("payout", payout)
    book.transfer(
        debit=_suspense(account, paid.currency), credit=paid.credit, money=paid.money, kind="returned", cause=payout,
        about=entry, by=by, at=at,
    )  # fmt: skip
    book.reverse(paid, money=paid.money, kind="payout.reversed", cause=payout, by=by, at=at)


def at_bank(account: str, currency: str) -> Money:
    """What the ledger says lies on the bank account: the bank's own statement must say the same."""
    return -book.balance(AccountKind.BANK, account, currency)


def in_suspense(account: str, currency: str) -> Money:
    """What waits to be recognised; negative when more went out than came in unrecognised."""
    return book.balance(AccountKind.SUSPENSE, account, currency)


def _bank(account: str, currency: str) -> book.Account:
    return book.open(AccountKind.BANK, account, currency)


def _suspense(account: str, currency: str) -> book.Account:
    return book.open(AccountKind.SUSPENSE, account, currency)


def _own(account: str, currency: str) -> book.Account:
    return book.open(AccountKind.OWN_FUNDS, account, currency)
