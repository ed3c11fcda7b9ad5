"""An order of which a part was shipped ends with that part: agreed or decided, and the money of the rest goes back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands as orders
from fondouk.market.orders import queries, rules
from fondouk.market.orders.models import Order, ShortClosing
from fondouk.market.orders.rules import Cut, Part
from tests import trade
from tests.cast import Cast
from tests.clock import later
from tests.invariants import hold
from tests.market.orders.test_money_edges import paid
from tests.market.orders.test_trade import pay

DB = pytest.mark.django_db


@pytest.mark.parametrize(
    ("worth", "parts", "cuts"),
    [
        (5000, [("FUNDED", 3000, 3000, 0), ("FUNDED", 7000, 7000, 0)], [(1500, 1500), (3500, 3500)]),
        (5000, [("RELEASED", 3000, 3000, 3000), ("PENDING", 7000, 0, 0)], [None, (2000, 0)]),
        (5000, [("PAID", 6000, 6000, 6000), ("FUNDED", 4000, 4000, 0)], [None, (0, 4000)]),
        (5000, [("REFUNDED", 6000, 6000, 0), ("FUNDED", 4000, 4000, 0)], [None, (4000, 0)]),
        (1, [("FUNDED", 1, 1, 0), ("FUNDED", 1, 1, 0), ("FUNDED", 1, 1, 0)], [(0, 1), (0, 1), (1, 0)]),
        (5000, [("PENDING", 10000, 8000, 0)], [(5000, 3000)]),
        (99999, [("PENDING", 10000, 8000, 0)], [(10000, 0)]),
    ],
)
def test_payments_shrink_to_what_was_shipped(
    worth: int, parts: list[tuple[str, int, int, int]], cuts: list[tuple[int, int] | None]
) -> None:
    named = [Part(str(number), *one) for number, one in enumerate(parts)]
    found = rules.cuts_to(worth, named)
    wanted = {str(number): Cut(*one) for number, one in enumerate(cuts) if one}
    assert found == wanted


def part_left(cast: Cast, quantity: int = 250) -> Order:
    """Both payments held, 250 kg of 400 shipped: 5,650.00 of 9,040.00 USD."""
    order = paid(cast)
    leave(cast, order, quantity)
    return order


def leave(cast: Cast, order: Order, quantity: int) -> None:
    """So much leaves."""
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(quantity)}, shipped_at=later(days=3), by=cast.argan.actor,
        at=later(days=3),
    )  # fmt: skip


def proposed(cast: Cast, order: Order, by: Actor | None = None) -> ShortClosing:
    """The supplier has no more."""
    return orders.propose_short(
        order=order.reference, reason="The press broke.", by=by or cast.argan.actor, at=later(days=4)
    )


def agree(short: ShortClosing, by: Actor) -> None:
    orders.agree_to_short(short=short.reference, shipped_at=later(days=3), delivered=False, by=by, at=later(days=5))


@DB
def test_what_was_not_shipped_goes_back_and_the_trade_goes_on(cast: Cast) -> None:
    order = part_left(cast)
    short = proposed(cast, order)
    view = queries.order(order.reference, company=cast.chicago.id)
    assert view is not None
    assert view.open_short is not None
    assert (view.open_short.price.amount_minor, view.open_short.back.amount_minor) == (565_000, 339_000)
    assert view.next is not None
    assert (view.next.code, view.next.who) == ("short", "buyer")
    agree(short, cast.chicago.actor)
    hold()
    order.refresh_from_db()
    assert (order.total_minor, order.shipped_at) == (565_000, later(days=3))
    first, second = trade.milestone(order, 1), trade.milestone(order, 2)
    assert (first.state, first.refunded_minor, first.released_minor) == ("RELEASED", 101_700, 169_500)
    assert (second.state, second.refunded_minor) == ("FUNDED", 237_300)
    orders.record_delivered(
        order=order.reference, delivered_at=later(days=20), by=cast.chicago.actor, at=later(days=20)
    )
    orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=later(days=21))
    order.refresh_from_db()
    assert order.state == "COMPLETED"


@DB
def test_an_unpaid_rest_is_no_longer_expected(cast: Cast) -> None:
    order = trade.signed(cast, terms="30/70-copy")
    pay(cast, order, 1, "2712.00", "E1")
    leave(cast, order, 250)
    agree(proposed(cast, order), cast.chicago.actor)
    second = trade.milestone(order, 2)
    assert (second.state, second.amount_minor) == ("PENDING", 293_800)  # 5,650.00 less the 2,712.00 released
    pay(cast, order, 2, "2938.00", "E2")
    assert trade.milestone(order, 2).state == "FUNDED"


@DB
def test_a_part_paid_that_now_suffices_is_funded(cast: Cast) -> None:
    order = trade.signed(cast, terms="30/70-copy")
    pay(cast, order, 1, "2712.00", "E1")
    leave(cast, order, 250)
    pay(cast, order, 2, "3000.00", "E2")
    agree(proposed(cast, order), cast.chicago.actor)
    second = trade.milestone(order, 2)
    assert (second.state, second.refunded_minor) == ("FUNDED", 6_200)


@DB
def test_more_already_released_than_shipped_calls_the_rest_off(cast: Cast) -> None:
    order = trade.signed(cast, terms="30/70-copy")
    pay(cast, order, 1, "2712.00", "E1")
    leave(cast, order, 100)
    pay(cast, order, 2, "1000.00", "E2")
    agree(proposed(cast, order), cast.chicago.actor)
    second = trade.milestone(order, 2)
    assert (second.state, second.refunded_minor) == ("CANCELLED", 100_000)
    view = queries.order(order.reference, company=cast.chicago.id)
    assert view is not None
    assert [step.code for step in view.steps if step.state == "now"] == ["arrived"]
    assert view.next is not None
    assert view.next.code == "deliver"


@DB
def test_a_claim_on_what_is_left_refunds_a_second_time(cast: Cast) -> None:
    order = part_left(cast)
    agree(proposed(cast, order), cast.chicago.actor)
    claim = orders.open_claim(
        milestone=trade.milestone(order, 2).reference, words="Rancid.", by=cast.chicago.actor, at=later(days=30)
    )
    orders.decide_claim(
        claim=claim.reference, decision="refund", reasons="The analysis.", by=cast.operator.actor, at=later(days=31)
    )
    second = trade.milestone(order, 2)
    assert (second.state, second.refunded_minor) == ("REFUNDED", 632_800)


@DB
def test_who_answers_what(cast: Cast) -> None:
    order = part_left(cast)
    short = proposed(cast, order)
    for verb, by, code in (
        (orders.withdraw_short, cast.chicago.actor, "short.not_own"),
        (orders.withdraw_short, cast.rival.actor, "order.unknown"),
        (orders.withdraw_short, cast.chicago.clerk, "permission"),
    ):
        with pytest.raises(Refused) as refused:
            verb(short=short.reference, by=by, at=later(days=5))
        assert refused.value.code == code
    for by, code in ((cast.argan.actor, "short.own"), (cast.rival.actor, "order.unknown")):
        with pytest.raises(Refused) as refused:
            agree(short, by)
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        proposed(cast, order, cast.chicago.actor)
    assert refused.value.code == "short.open"
    with pytest.raises(Refused) as refused:
        leave(cast, order, 1)
    assert refused.value.code == "ship.short"
    orders.decline_short(short=short.reference, reason="We need it all.", by=cast.chicago.actor, at=later(days=5))
    with pytest.raises(Refused) as refused:
        agree(short, cast.chicago.actor)
    assert refused.value.code == "short.answered"
    leave(cast, order, 1)


@DB
def test_the_operator_decides_where_a_side_stays_silent(cast: Cast) -> None:
    order = part_left(cast)
    short = proposed(cast, order, cast.chicago.actor)
    decide = {"short": short.reference, "shipped_at": later(days=3), "delivered": True, "at": later(days=30)}
    for by, reasons, code in (
        (cast.argan.actor, "Mine.", "permission"),
        (cast.operator.actor, " ", "short.reasons"),
    ):
        with pytest.raises(Refused) as refused:
            orders.decide_short(reasons=reasons, by=by, **decide)
        assert refused.value.code == code
    orders.decide_short(reasons="No answer for three weeks.", by=cast.operator.actor, **decide)
    order.refresh_from_db()
    assert (order.total_minor, order.delivered_at) == (565_000, later(days=30))


@DB
@pytest.mark.parametrize("quantity", [0, 400])
def test_only_a_part_shipment_is_closed_short(cast: Cast, quantity: int) -> None:
    order = paid(cast)
    if quantity:
        leave(cast, order, quantity)
    with pytest.raises(Refused) as refused:
        proposed(cast, order)
    assert refused.value.code == ("short.shipped" if quantity else "short.unshipped")
    view = queries.order(order.reference, company=cast.argan.id)
    assert view is not None
    assert view.refusals["short"] is not None


@DB
def test_a_claim_is_decided_before(cast: Cast) -> None:
    order = part_left(cast)
    short = proposed(cast, order)
    orders.open_claim(
        milestone=trade.milestone(order, 1).reference, words="Wrong lot.", by=cast.chicago.actor, at=later(days=4)
    )
    with pytest.raises(Refused) as refused:
        agree(short, cast.chicago.actor)
    assert refused.value.code == "short.claim"
