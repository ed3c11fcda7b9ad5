"""The ledger alone, without the locks of the market above it: unique causes and constraints stand by themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction

from fondouk.engines.ledger import book, invariants
from fondouk.engines.ledger.book import AccountKind, AlreadyDone, Uncovered
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from tests.clock import AT
from tests.race import at_once, failures

pytestmark = pytest.mark.django_db(transaction=True)
BY = Actor.system("test")
HELD = Money.of("100", "USD")


def move(kind: str, cause: str, money: Money = HELD, debit: str = "ORD-1") -> Callable[[], book.Transfer]:
    """An act that moves money out of an escrow to a supplier, in a transaction of its own."""

    def act() -> book.Transfer:
        escrow = book.open(AccountKind.ESCROW, debit, "USD")
        payable = book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD")
        with transaction.atomic():
            return book.transfer(debit=escrow, credit=payable, money=money, kind=kind, cause=cause, by=BY, at=AT)

    return act


@pytest.fixture(autouse=True)
def escrow(transactional_db: None) -> None:
    suspense = book.open(AccountKind.SUSPENSE, "ACC-1", "USD")
    account = book.open(AccountKind.ESCROW, "ORD-1", "USD")
    book.transfer(debit=suspense, credit=account, money=HELD, kind="fund", cause="ENT-1", by=BY, at=AT)


def test_one_cause_moves_once() -> None:
    outcomes = at_once(*[move("release", "REL-1", Money.of("10", "USD"))] * 8)
    assert {type(one) for one in failures(outcomes)} == {AlreadyDone}
    assert len(failures(outcomes)) == 7
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == Money.of("90", "USD")


def test_eight_causes_cannot_take_more_than_is_there() -> None:
    outcomes = at_once(*[move("release", f"REL-{number}") for number in range(8)])
    assert {type(one) for one in failures(outcomes)} == {Uncovered}
    assert len(failures(outcomes)) == 7
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == Money.zero("USD")
    assert invariants.broken() == []


def test_accounts_opened_at_once_are_one() -> None:
    outcomes = at_once(*[lambda: book.open(AccountKind.ESCROW, "ORD-2", "USD").pk] * 8)
    assert failures(outcomes) == []
    assert len(set(outcomes)) == 1


def test_a_hold_is_posted_or_voided_not_both() -> None:
    account = book.open(AccountKind.ESCROW, "ORD-1", "USD")
    payable = book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD")
    held = book.hold(debit=account, credit=payable, money=HELD, kind="release", cause="REL-1", by=BY, at=AT)
    outcomes = at_once(*[lambda: book.post(held, by=BY, at=AT), lambda: book.void(held, by=BY, at=AT)] * 4)
    assert len(failures(outcomes)) == 7
    assert {type(one) for one in failures(outcomes)} == {AlreadyDone}
