"""Entries as they come: one wire for two payments, paid and returned in one statement, nothing, and far too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands as orders
from fondouk.market.treasury import bank as books
from fondouk.market.treasury.models import Entry, Payout, Statement
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.orders.test_money_edges import paid
from tests.market.orders.test_trade import ship
from tests.market.treasury import test_payouts as steps
from tests.market.treasury.bank import credit, debit, imported

pytestmark = pytest.mark.django_db


def both(order: object) -> str:
    return " ".join(trade.milestone(order, one).creditor_reference for one in (1, 2))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "states", "owed"),
    [
        ("9040.00", ("FUNDED", "FUNDED"), "0"),
        ("9100.00", ("FUNDED", "FUNDED"), "60.00"),
        ("5000.00", ("FUNDED", "PENDING"), "0"),
        ("2712.00", ("FUNDED", "PENDING"), "0"),
    ],
)
def test_one_wire_that_names_both_payments_fills_both(
    cast: Cast, amount: str, states: tuple[str, str], owed: str
) -> None:
    order = trade.signed(cast)
    imported(cast, credit(amount, both(order)))
    assert tuple(trade.milestone(order, one).state for one in (1, 2)) == states
    back = books.book.balance(books.AccountKind.BUYER_REFUNDABLE, cast.chicago.reference, "USD")
    assert back == Money.of(owed, "USD")
    received = sum(trade.milestone(order, one).received_minor for one in (1, 2))
    assert received + back.amount_minor == Money.of(amount, "USD").amount_minor


def test_the_orders_reference_alone_pays_what_is_due_next(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("9040.00", order.reference))
    assert (trade.milestone(order, 1).state, trade.milestone(order, 2).state) == ("FUNDED", "PENDING")


def test_a_payout_paid_and_returned_in_one_statement(cast: Cast) -> None:
    order = steps.released(cast)
    row = steps.filed(cast)
    came_back = replace(credit("2671.32", row.reference, reference="B-4", party="Tafrawt"), returned="AC04")
    imported(cast, debit("2671.32", end_to_end=row.reference), came_back, opening="9040.00", number=2)
    row.refresh_from_db()
    assert (row.state, row.reason, str(steps.owed(cast))) == ("RETURNED", "AC04", "2671.32 USD")
    assert trade.milestone(order, 1).state == "RELEASED"
    assert [one.state for one in Entry.objects.order_by("id")][-2:] == ["PAYOUT", "RETURN"]


def test_a_return_comes_once(cast: Cast) -> None:
    steps.released(cast)
    row = steps.booked(cast)
    back = [replace(credit("2671.32", row.reference, reference=f"R-{n}"), returned="AC04") for n in (1, 2)]
    imported(cast, *back, opening="6368.68", number=3)
    assert [one.state for one in Entry.objects.order_by("id")][-2:] == ["RETURN", "SUSPENSE"]


def test_a_statement_of_nothing_joins_the_chain(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast)
    imported(cast, number=2)
    assert Statement.objects.count() == 2


def test_sums_out_of_all_measure_are_refused(cast: Cast) -> None:
    trade.holder(cast)
    huge = [credit("90000000000000.00", reference=f"H-{n}") for n in range(200)]
    with pytest.raises(Refused) as caught:
        imported(cast, *huge)
    assert caught.value.code == "statement.unreadable"
    assert not Statement.objects.exists()


def test_goods_do_not_leave_on_money_that_was_refunded(cast: Cast) -> None:
    order = paid(cast)
    claim = orders.open_claim(
        milestone=trade.milestone(order, 2).reference, words="Not what we agreed.", by=cast.chicago.actor, at=AT
    )
    orders.decide_claim(claim=claim.reference, decision="refund", reasons="Both agree.", by=cast.operator.actor, at=AT)
    with pytest.raises(Refused) as caught:
        ship(cast, order)
    assert caught.value.code == "ship.refunded"
    orders.cancel_order(order=order.reference, reason="Refunded.", by=cast.chicago.actor, at=AT)
    assert not Payout.objects.exists()
