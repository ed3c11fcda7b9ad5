"""Any sequence of movements: the ledger agrees with a dictionary, and every invariant holds."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from fondouk.engines.ledger import book, invariants
from fondouk.engines.ledger.book import AccountKind, AlreadyDone, Uncovered
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from tests.clock import AT

pytestmark = [pytest.mark.django_db, pytest.mark.soak]
BY = Actor.system("test")
EXAMPLES = 1000 if os.environ.get("FONDOUK_SOAK") else 25
KINDS = (AccountKind.SUSPENSE, AccountKind.SUPPLIER_PAYABLE, AccountKind.BUYER_REFUNDABLE, AccountKind.CLEARING)
FREE = AccountKind.SUSPENSE  # the only one that may be overdrawn

side = some.integers(0, len(KINDS) - 1)
act = some.tuples(some.sampled_from(["move", "hold", "post", "void", "back"]), side, side, some.integers(1, 50),
                  some.integers(0, 12))  # fmt: skip


class Model:
    """What should be in each account, and what is set aside there."""

    def __init__(self) -> None:
        self.accounts = [book.open(kind, "X", "USD") for kind in KINDS]
        self.balance: Counter[int] = Counter()
        self.aside: Counter[int] = Counter()
        self.held: list[tuple[book.Transfer, int, int, int]] = []
        self.done: list[tuple[book.Transfer, int, int, int]] = []
        self.reversed: Counter[int] = Counter()
        self.count = 0

    def covered(self, place: int, amount: int) -> bool:
        return KINDS[place] is FREE or self.balance[place] - self.aside[place] >= amount

    def cause(self) -> str:
        self.count += 1
        return f"C{self.count}"

    def move(self, debit: int, credit: int, amount: int, hold: bool) -> None:
        if debit == credit:
            return
        write = book.hold if hold else book.transfer
        try:
            row = write(
                debit=self.accounts[debit], credit=self.accounts[credit], money=Money(amount, "USD"), kind="m",
                cause=self.cause(), by=BY, at=AT,
            )  # fmt: skip
        except Uncovered:
            assert not self.covered(debit, amount)
            return
        assert self.covered(debit, amount)
        (self.held if hold else self.done).append((row, debit, credit, amount))
        if hold:
            self.aside[debit] += amount
        else:
            self._moved(debit, credit, amount)

    def _moved(self, debit: int, credit: int, amount: int) -> None:
        self.balance[debit] -= amount
        self.balance[credit] += amount

    def end(self, which: int, post: bool) -> None:
        if not self.held:
            return
        row, debit, credit, amount = self.held.pop(which % len(self.held))
        (book.post if post else book.void)(row, by=BY, at=AT)
        self.aside[debit] -= amount
        if post:
            self._moved(debit, credit, amount)
        with pytest.raises(AlreadyDone):
            book.post(row, by=BY, at=AT)

    def back(self, which: int, amount: int) -> None:
        if not self.done:
            return
        row, debit, credit, whole = self.done[which % len(self.done)]
        within = self.reversed[row.pk] + amount <= whole
        try:
            book.reverse(row, money=Money(amount, "USD"), kind="r", cause=self.cause(), by=BY, at=AT)
        except Uncovered:
            assert not (within and self.covered(credit, amount))
            return
        assert within
        self.reversed[row.pk] += amount
        self._moved(credit, debit, amount)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=some.lists(act, max_size=25))
def test_the_ledger_agrees_with_the_model(acts: list[tuple[str, int, int, int, int]]) -> None:
    with transaction.atomic():
        model = Model()
        for verb, debit, credit, amount, which in acts:
            if verb in ("move", "hold"):
                model.move(debit, credit, amount, verb == "hold")
            elif verb == "back":
                model.back(which, amount)
            else:
                model.end(which, verb == "post")
        for place, kind in enumerate(KINDS):
            assert book.balance(kind, "X", "USD").amount_minor == model.balance[place]
            assert book.available(kind, "X", "USD").amount_minor == model.balance[place] - model.aside[place]
        assert invariants.broken() == []
        transaction.set_rollback(True)
