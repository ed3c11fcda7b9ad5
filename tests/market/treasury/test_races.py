"""Money under concurrency: threads with their own connections, every effect once, every invariant whole."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from django.db import transaction

from fondouk.engines.events.perform import perform
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands as orders
from fondouk.market.orders import escrow
from fondouk.market.orders.models import Order, Release
from fondouk.market.treasury import commands
from fondouk.market.treasury.models import Entry, PaymentFile, Payout, Statement
from tests import invariants, trade
from tests.cast import Cast, assemble
from tests.clock import AT, later
from tests.market.treasury import bank
from tests.market.treasury import test_payouts as steps
from tests.market.treasury.bank import credit, debit
from tests.race import at_once, failures

T = TypeVar("T")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, committed, so that other connections see it."""
    return assemble()


def committed(make: Callable[..., T], *arguments: object, **named: object) -> T:
    """Set the stage in one transaction, as `perform` would."""
    with transaction.atomic():
        return make(*arguments, **named)


def one_milestone(cast: Cast) -> Order:
    """An order of one milestone, 9,040.00 USD, funded, shipped and delivered."""
    order = trade.signed(cast, terms="100")
    bank.imported(cast, credit("9040.00", trade.milestone(order).creditor_reference))
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(400)}, shipped_at=AT, by=cast.argan.actor, at=AT
    )
    orders.record_delivered(order=order.reference, delivered_at=AT, by=cast.chicago.actor, at=AT)
    return order


def test_eight_releases_of_one_milestone_are_one(cast: Cast) -> None:
    order = committed(one_milestone, cast)
    accept = lambda: perform(  # noqa: E731
        orders.accept_goods, once=None, by=cast.chicago.actor, at=later(days=1), order=order.reference
    )
    outcomes = at_once(*[accept] * 8)
    assert len(failures(outcomes)) == 7
    assert {type(one) for one in failures(outcomes)} == {Refused}
    assert Release.objects.count() == 1
    assert trade.milestone(order).state == "RELEASED"
    assert escrow.held(order.reference, "USD") == Money.zero("USD")
    invariants.hold()


def test_release_against_cancel_is_one_of_them(cast: Cast) -> None:
    order = committed(trade.signed, cast)
    committed(bank.imported, cast, credit("2712.00", trade.milestone(order, 1).creditor_reference),
                  credit("6328.00", trade.milestone(order, 2).creditor_reference, reference="B-2"))  # fmt: skip
    ship = lambda: perform(  # noqa: E731
        orders.record_shipped, once=None, by=cast.argan.actor, at=AT, order=order.reference,
        quantities={1: Decimal(400)}, shipped_at=AT,
    )  # fmt: skip
    cancel = lambda: perform(  # noqa: E731
        orders.cancel_order, once=None, by=cast.chicago.actor, at=AT, order=order.reference, reason="No longer needed."
    )
    outcomes = at_once(ship, cancel)
    assert len(failures(outcomes)) == 1
    assert isinstance(failures(outcomes)[0], Refused)
    order.refresh_from_db()
    states = [trade.milestone(order, one).state for one in (1, 2)]
    assert (order.state, states) in [
        ("CANCELLED", ["REFUNDED", "REFUNDED"]),
        ("IN_PROGRESS", ["RELEASED", "FUNDED"]),
    ]
    invariants.hold()


def test_the_same_statement_twice_in_parallel_is_imported_once(cast: Cast) -> None:
    order = committed(trade.signed, cast)
    content = bank.written(
        bank.statement(credit("2712.00", trade.milestone(order).creditor_reference), credit("7", "?", reference="B-2"))
    )
    files = [bank.upload(cast, content) for _ in range(4)]

    def bring(file: str) -> object:
        return lambda: perform(commands.import_statement, once=None, by=cast.operator.actor, at=AT, file=file)

    outcomes = at_once(*[bring(file) for file in files])
    assert failures(outcomes) == []
    assert len({one.reference for one in outcomes}) == 1
    assert (Statement.objects.count(), Entry.objects.count()) == (1, 2)
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")
    invariants.hold()


def test_the_same_assignment_twice_is_booked_once(cast: Cast) -> None:
    order = committed(trade.signed, cast)
    committed(bank.imported, cast, credit("2712.00", "thanks", party="Somebody"))
    entry = Entry.objects.get().reference
    give = lambda: perform(  # noqa: E731
        commands.assign_entry, once=None, by=cast.operator.actor, at=AT, entry=entry, target="milestone",
        milestone=order.reference, note="called",
    )  # fmt: skip
    assert len(failures(at_once(give, give, give))) == 2
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")
    invariants.hold()


def test_two_people_build_one_payout(cast: Cast) -> None:
    committed(steps.released, cast)
    build = lambda who: lambda: perform(commands.build_payouts, once=None, by=who, at=AT)  # noqa: E731
    outcomes = at_once(build(cast.operator.actor), build(cast.operator.second), build(cast.operator.actor))
    assert failures(outcomes) == []
    assert Payout.objects.count() == 1
    invariants.hold()


def test_two_files_and_a_rejection_of_one_payout_are_one_of_them(cast: Cast) -> None:
    committed(steps.released, cast)
    row = committed(steps.approved, cast)
    make = lambda: perform(  # noqa: E731
        commands.file_payouts, once=None, by=cast.operator.actor, at=AT, payouts=[row.reference]
    )
    assert len(failures(at_once(make, make, make))) == 2
    assert PaymentFile.objects.count() == 1
    invariants.hold()


def test_booking_against_rejecting_is_one_of_them(cast: Cast) -> None:
    committed(steps.released, cast)
    row = committed(steps.filed, cast)
    content = bank.written(bank.statement(debit("2671.32", end_to_end=row.reference), opening="9040.00", number=2))
    file = bank.upload(cast, content)
    book_it = lambda: perform(commands.import_statement, once=None, by=cast.operator.actor, at=AT, file=file)  # noqa: E731
    committed(
        commands.reject_payout, payout=row.reference, reason="The bank refused it.", by=cast.operator.actor, at=AT
    )
    reject = lambda: perform(  # noqa: E731
        commands.reject_payout, once=None, by=cast.operator.second, at=AT, payout=row.reference, reason="Stopped."
    )
    at_once(book_it, reject)
    row.refresh_from_db()
    assert row.state in ("BOOKED", "REJECTED")
    invariants.hold()


def test_the_same_key_twice_is_one_effect(cast: Cast) -> None:
    order = committed(one_milestone, cast)
    accept = lambda: perform(  # noqa: E731
        orders.accept_goods, once="click", by=cast.chicago.actor, at=later(days=1), order=order.reference
    )
    outcomes = at_once(accept, accept, accept)
    assert failures(outcomes) == []
    assert sorted(one.repeated for one in outcomes) == [False, True, True]
