"""The whole trade by commands: quoted, signed, paid in, inspected, shipped, accepted, released."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands as orders
from fondouk.market.orders import escrow
from fondouk.market.orders.models import Order
from fondouk.market.sourcing import commands as sourcing
from tests import trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.treasury import receipts

pytestmark = pytest.mark.django_db


def pay(cast: Cast, order: Order, position: int, amount: str, entry: str) -> None:
    """The bank's entry in suspense, then recognised for the milestone."""
    receipts.received(cast, Money.of(amount, "USD"), entry)
    orders.record_receipt(
        milestone=trade.milestone(order, position).reference, money=Money.of(amount, "USD"), entry=entry,
        account=receipts.ACCOUNT, by=cast.operator.actor, at=AT,
    )  # fmt: skip


def test_the_trade(cast: Cast) -> None:
    order = trade.signed(cast, inspected=True)
    assert order.state == "SIGNED"
    assert [one.amount_minor for one in order.milestones.all()] == [271_200, 632_800]
    pay(cast, order, 1, "2712.00", "E1")
    assert trade.milestone(order, 1).state == "FUNDED"
    with pytest.raises(Refused) as refused:
        ship(cast, order)
    assert refused.value.code == "ship.uninspected"
    orders.record_inspection(
        order=order.reference, passed=True, findings="Drums sealed, lot 26-118.", inspected_on=AT.date(),
        place="Agadir", by=cast.inspector.actor, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        ship(cast, order)
    assert refused.value.code == "ship.unpaid"
    pay(cast, order, 2, "6328.00", "E2")
    ship(cast, order)
    assert trade.milestone(order, 1).state == "RELEASED"
    orders.record_delivered(
        order=order.reference, delivered_at=later(days=20), by=cast.chicago.actor, at=later(days=20)
    )
    orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=later(days=21))
    order.refresh_from_db()
    assert order.state == "COMPLETED"
    assert trade.milestone(order, 2).state == "RELEASED"
    assert escrow.held(order.reference, "USD") == Money.zero("USD")
    orders.record_paid(
        milestones=[one.reference for one in order.milestones.all()], by=cast.operator.actor, at=later(days=22)
    )
    order.refresh_from_db()
    assert order.state == "CLOSED"


def ship(cast: Cast, order: Order) -> None:
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(400)}, shipped_at=later(days=3), by=cast.argan.actor,
        at=later(days=3),
    )  # fmt: skip


def test_a_signature_counts_for_the_text_that_was_read(cast: Cast) -> None:
    order = trade.proposed(cast)
    with pytest.raises(Refused) as refused:
        orders.sign_contract(order=order.reference, contract_hash="0" * 64, by=cast.argan.actor, at=AT)
    assert refused.value.code == "sign.changed"
    assert order.milestones.first().creditor_reference in order.contract_text


def test_nobody_signs_twice_or_for_another(cast: Cast) -> None:
    order = trade.proposed(cast)
    orders.sign_contract(order=order.reference, contract_hash=order.contract_hash, by=cast.argan.actor, at=AT)
    for actor, code in ((cast.argan.actor, "sign.already"), (cast.rival.actor, "order.unknown"),
                        (cast.chicago.clerk, "permission"), (cast.stranger, "standing")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            orders.sign_contract(order=order.reference, contract_hash=order.contract_hash, by=actor, at=AT)
        assert refused.value.code == code


def test_cancelling_before_shipment_refunds_what_came_in(cast: Cast) -> None:
    order = trade.signed(cast)
    pay(cast, order, 1, "2712.00", "E1")
    pay(cast, order, 2, "1000.00", "E2")
    orders.cancel_order(order=order.reference, reason="The season failed.", by=cast.argan.actor, at=later(days=1))
    order.refresh_from_db()
    assert order.state == "CANCELLED"
    assert [one.state for one in order.milestones.all()] == ["REFUNDED", "CANCELLED"]
    assert [one.refunded_minor for one in order.milestones.all()] == [271_200, 100_000]
    assert escrow.held(order.reference, "USD") == Money.zero("USD")


def test_a_short_receipt_within_tolerance_funds_and_a_shorter_one_waits(cast: Cast) -> None:
    order = trade.signed(cast)
    pay(cast, order, 1, "2600.00", "E1")
    assert trade.milestone(order, 1).state == "PENDING"
    pay(cast, order, 1, "87.00", "E2")
    assert trade.milestone(order, 1).state == "FUNDED"


def test_excess_is_set_aside_for_the_buyer(cast: Cast) -> None:
    order = trade.signed(cast)
    pay(cast, order, 1, "3000.00", "E1")
    assert trade.milestone(order, 1).received_minor == 271_200
    assert escrow.held(order.reference, "USD") == Money.of("2712.00", "USD")


@pytest.mark.parametrize(
    ("decision", "refund", "state", "released", "refunded"),
    [
        ("release", None, "RELEASED", 632_800, 0),
        ("refund", None, "REFUNDED", 0, 632_800),
        ("split", Money.of("1000.00", "USD"), "SPLIT", 532_800, 100_000),
    ],
)
def test_a_claim_freezes_until_the_operator_decides(
    cast: Cast, decision: str, refund: Money | None, state: str, released: int, refunded: int
) -> None:
    order = trade.signed(cast)
    pay(cast, order, 1, "2712.00", "E1")
    pay(cast, order, 2, "6328.00", "E2")
    ship(cast, order)
    orders.record_delivered(order=order.reference, delivered_at=later(days=9), by=cast.chicago.actor, at=later(days=9))
    claim = orders.open_claim(
        milestone=trade.milestone(order, 2).reference,
        words="Three drums leak.",
        by=cast.chicago.actor,
        at=later(days=10),
    )
    assert trade.milestone(order, 2).state == "DISPUTED"
    assert escrow.free(order.reference, "USD") == Money.zero("USD")
    with pytest.raises(Refused):
        orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=later(days=10))
    assert orders.accept_by_clock(order=order.reference, by=cast.operator.actor, at=later(days=30)) is None
    orders.decide_claim(
        claim=claim.reference, decision=decision, refund=refund, reasons="Photographs show it.",
        by=cast.operator.actor, at=later(days=11),
    )  # fmt: skip
    row = trade.milestone(order, 2)
    assert (row.state, row.released_minor, row.refunded_minor) == (state, released, refunded)


def test_the_inspection_period_ends_by_itself(cast: Cast) -> None:
    order = trade.signed(cast, terms="100")
    pay(cast, order, 1, "9040.00", "E1")
    ship(cast, order)
    orders.record_delivered(order=order.reference, delivered_at=later(days=9), by=cast.chicago.actor, at=later(days=9))
    assert orders.accept_by_clock(order=order.reference, by=cast.operator.actor, at=later(days=15)) is None
    assert orders.accept_by_clock(order=order.reference, by=cast.operator.actor, at=later(days=16)) is not None
    assert trade.milestone(order, 1).state == "RELEASED"


def test_direct_payment_follows_the_parties_reports(cast: Cast) -> None:
    trade.account_of_supplier(cast)
    order = trade.signed(cast, route="direct")
    for position in (1, 2):
        reference = trade.milestone(order, position).reference
        orders.report_payment(milestone=reference, by=cast.chicago.actor, at=AT)
        orders.confirm_payment(milestone=reference, by=cast.argan.actor, at=AT + timedelta(days=2))
    ship(cast, order)
    orders.record_delivered(order=order.reference, delivered_at=later(days=9), by=cast.chicago.actor, at=later(days=9))
    orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=later(days=10))
    order.refresh_from_db()
    assert order.state == "CLOSED"


def test_a_version_sent_meanwhile_is_not_accepted_unseen(cast: Cast) -> None:
    offered = trade.quotation(cast)
    asked = offered.inquiry
    dearer = replace(trade.offer(asked.product.reference), lead_days=21)
    sourcing.submit_quotation(inquiry=asked.reference, offer=dearer, by=cast.argan.actor, at=AT)
    with pytest.raises(Refused) as refused:
        orders.award(quotation=offered.reference, version=1, by=cast.chicago.actor, at=AT)
    assert refused.value.code == "quotation.revised"
    assert orders.award(quotation=offered.reference, version=2, by=cast.chicago.actor, at=AT).lead_days == 21
