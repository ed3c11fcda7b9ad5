"""The ledger's face: open accounts, move money between two of them, hold it, read balances and statements.

Callers run inside their command's transaction. `cause` names what made the money move (an entry, a release, a
decision) and, with `kind`, is unique: doing the same twice raises `AlreadyDone`. Amounts are minor units > 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from fondouk.engines.ledger.chart import AccountKind, Phase
from fondouk.engines.ledger.models import Account, Transfer
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money

__all__ = [
    "Account", "AccountKind", "AlreadyDone", "Line", "Phase", "Transfer", "Uncovered", "available", "balance",
    "credits_to", "find", "held", "hold", "movements", "open", "post", "posted", "reverse", "statement", "transfer",
    "transfer_many", "void",
]  # fmt: skip


_DONE = (Phase.DONE.value, Phase.POSTED.value)


class AlreadyDone(Exception):
    """A transfer with this cause and kind exists: the effect has been had."""


class Uncovered(Exception):
    """The account does not hold what should leave it."""


@dataclass(frozen=True)
class Line:
    """One row of an account's statement; `amount` is positive when it came in (credit)."""

    at: datetime
    kind: str
    cause: str
    about: str
    phase: Phase
    amount: Money
    other: str
    by: str
    running: Money


def open(kind: AccountKind, owner: str, currency: str) -> Account:
    """The account of this kind, owner and currency, opened if it is new."""
    known = Account.objects.filter(kind=kind.value, owner=owner, currency=currency).first()
    if known is None:
        row = Account(kind=kind.value, owner=owner, currency=currency)
        Account.objects.bulk_create([row], ignore_conflicts=True)
        known = Account.objects.get(kind=kind.value, owner=owner, currency=currency)
    return known


def find(kind: AccountKind, owner: str, currency: str) -> Account | None:
    """The account if it has been opened."""
    return Account.objects.filter(kind=kind.value, owner=owner, currency=currency).first()


def transfer(
    *, debit: Account, credit: Account, money: Money, kind: str, cause: str, by: Actor, at: datetime, about: str = ""
) -> Transfer:
    """Move money now. Raises AlreadyDone, Uncovered."""
    return _write(_row(debit, credit, money, kind, cause, by, at, about=about))


def transfer_many(
    moves: Iterable[tuple[Account, Account, Money, str]], *, kind: str, by: Actor, at: datetime
) -> list[Transfer]:
    """(debit, credit, money, cause) many times in one statement: for imports. Raises AlreadyDone, Uncovered."""
    rows = [_row(debit, credit, money, kind, cause, by, at) for debit, credit, money, cause in moves]
    try:
        with transaction.atomic():
            return Transfer.objects.bulk_create(rows, batch_size=1000)
    except IntegrityError as error:
        raise _translated(error, kind) from error


def hold(
    *, debit: Account, credit: Account, money: Money, kind: str, cause: str, by: Actor, at: datetime, about: str = ""
) -> Transfer:
    """Set money aside on the debit account until `post` or `void`. Raises AlreadyDone, Uncovered."""
    return _write(_row(debit, credit, money, kind, cause, by, at, about=about, phase=Phase.HELD))


def post(held: Transfer, *, by: Actor, at: datetime) -> Transfer:
    """Let a held transfer happen, whole. Raises AlreadyDone when it was posted or voided before."""
    return _end(held, Phase.POSTED, by, at)


def void(held: Transfer, *, by: Actor, at: datetime) -> Transfer:
    """Let a held transfer fall. Raises AlreadyDone when it was posted or voided before."""
    return _end(held, Phase.VOIDED, by, at)


def reverse(
    original: Transfer, *, money: Money, kind: str, cause: str, by: Actor, at: datetime, about: str = ""
) -> Transfer:
    """Move money back the way it came; all reversals of a transfer never exceed it. Raises AlreadyDone, Uncovered."""
    row = _row(original.credit, original.debit, money, kind, cause, by, at, about=about or original.about)
    row.reverses = original
    return _write(row)


def balance(kind: AccountKind, owner: str, currency: str) -> Money:
    """Posted credits less posted debits; zero for an account never opened."""
    account = find(kind, owner, currency)
    return account.balance if account else Money.zero(currency)


def available(kind: AccountKind, owner: str, currency: str) -> Money:
    """The balance less what holds set aside."""
    account = find(kind, owner, currency)
    return account.available if account else Money.zero(currency)


def held(kind: str, cause: str) -> Transfer | None:
    """The hold of this cause that is neither posted nor voided."""
    rows = Transfer.objects.select_related("debit", "credit").filter(phase=Phase.HELD.value, kind=kind, cause=cause)
    return rows.filter(ends=None).first()


def movements(*, about: Collection[str] = (), cause: Collection[str] = ()) -> list[Transfer]:
    """All transfers about these references or caused by them, oldest first, with their accounts."""
    rows = Transfer.objects.select_related("debit", "credit")
    return list(rows.filter(Q(about__in=list(about)) | Q(cause__in=list(cause))).order_by("id"))


def credits_to(*kinds: AccountKind, owner: str | None = None) -> list[Transfer]:
    """What came in on accounts of these kinds that still hold something, oldest first: what a payout may cover.

    Reversals are left out: what they bring back is the movement they undo.
    """
    rows = Transfer.objects.select_related("debit", "credit").filter(
        credit__kind__in=[kind.value for kind in kinds], phase__in=_DONE, reverses=None,
        credit__credits__gt=F("credit__debits") + F("credit__debits_pending"),
    )  # fmt: skip
    return list((rows.filter(credit__owner=owner) if owner else rows).order_by("id"))


def posted(kind: str, cause: str) -> Transfer:
    """The posted hold of this cause. Raises Transfer.DoesNotExist."""
    rows = Transfer.objects.select_related("debit", "credit")
    return rows.get(kind=f"{kind}.posted", cause=cause)


def statement(account: Account) -> list[Line]:
    """Every row of an account, oldest first, with the running balance; holds and voids do not move it."""
    rows = Transfer.objects.select_related("debit", "credit").filter(Q(debit=account) | Q(credit=account))
    return list(_lines(account, rows.order_by("id")))


def _lines(account: Account, rows: Iterable[Transfer]) -> Iterable[Line]:
    running = Money.zero(account.currency)
    for row in rows:
        came_in = row.credit_id == account.pk
        amount = row.money if came_in else -row.money
        if row.phase in (Phase.DONE, Phase.POSTED):
            running = running + amount
        other = row.debit if came_in else row.credit
        yield Line(row.at, row.kind, row.cause, row.about, Phase(row.phase), amount, str(other), row.by, running)


def _row(
    debit: Account, credit: Account, money: Money, kind: str, cause: str, by: Actor, at: datetime, **more: Any
) -> Transfer:
    if money.amount_minor <= 0:
        raise ValueError(f"a transfer moves more than nothing, not {money}")
    if not money.currency == debit.currency == credit.currency:
        raise ValueError(f"{money} between {debit} and {credit}: one transfer has one currency")
    phase = more.pop("phase", Phase.DONE)
    return Transfer(
        debit=debit, credit=credit, currency=money.currency, amount_minor=money.amount_minor, kind=kind, cause=cause,
        phase=phase.value, by=by.label(), at=at, **more,
    )  # fmt: skip


def _end(held: Transfer, phase: Phase, by: Actor, at: datetime) -> Transfer:
    kind = f"{held.kind}.{phase.value.lower()}"
    row = _row(held.debit, held.credit, held.money, kind, held.cause, by, at, about=held.about, phase=phase)
    row.pending = held
    return _write(row)


def _write(row: Transfer) -> Transfer:
    """Insert; the trigger locks both accounts in ascending order and keeps their sums."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise _translated(error, str(row)) from error
    return row


def _translated(error: IntegrityError, what: str) -> Exception:
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    if name in ("transfer_once_per_cause", "transfer_ends_a_hold_once"):
        return AlreadyDone(what)
    if name in ("account_never_overdrawn", "transfer_reversal_within"):
        return Uncovered(what)
    return error
