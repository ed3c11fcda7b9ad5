"""Where money could leave by a side door: part shipments, backdated days, lent hands, small payments, settled parts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.companies.models import Mandate, Member
from fondouk.market.orders import commands as orders
from fondouk.market.orders import queries, rules
from fondouk.market.orders.models import Order
from fondouk.market.sourcing import commands as sourcing
from tests import trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.catalogue import offers
from tests.market.orders.test_trade import pay, ship

pytestmark = pytest.mark.django_db


def paid(cast: Cast) -> Order:
    """Signed, and both payments held."""
    order = trade.signed(cast)
    pay(cast, order, 1, "2712.00", "E1")
    pay(cast, order, 2, "6328.00", "E2")
    return order


def test_an_order_of_which_a_part_left_is_not_cancelled(cast: Cast) -> None:
    order = paid(cast)
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(399)}, shipped_at=later(days=3), by=cast.argan.actor,
        at=later(days=3),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        orders.cancel_order(order=order.reference, reason="Changed my mind.", by=cast.chicago.actor, at=later(days=4))
    assert refused.value.code == "order.cancel.shipped"
    view = queries.order(order.reference, company=cast.chicago.id)
    assert view is not None
    assert view.refusals["cancel"] is not None


def test_a_supplier_cannot_shorten_the_inspection_period_by_an_earlier_day(cast: Cast) -> None:
    order = paid(cast)
    ship(cast, order)
    told = later(days=20)
    orders.record_delivered(order=order.reference, delivered_at=later(days=4), by=cast.argan.actor, at=told)
    assert orders.accept_by_clock(order=order.reference, by=Actor.system("worker"), at=told) is None
    assert orders.accept_by_clock(order=order.reference, by=Actor.system("worker"), at=later(days=26)) is None
    assert orders.accept_by_clock(order=order.reference, by=Actor.system("worker"), at=later(days=27)) is not None


def test_strangers_tell_nothing_of_a_delivery(cast: Cast) -> None:
    order = paid(cast)
    ship(cast, order)
    for actor in (cast.rival.actor, cast.inspector.actor, cast.stranger):
        with pytest.raises(Refused) as refused:
            orders.record_delivered(order=order.reference, delivered_at=later(days=4), by=actor, at=later(days=5))
        assert refused.value.code == "order.unknown"


def test_a_part_refunded_by_a_decision_stays_refunded_when_the_order_is_cancelled(cast: Cast) -> None:
    order = paid(cast)
    claim = orders.open_claim(
        milestone=trade.milestone(order, 1).reference, words="Not the lot shown.", by=cast.chicago.actor, at=AT
    )
    orders.decide_claim(
        claim=claim.reference, decision="refund", reasons="It is not.", by=cast.operator.actor, at=later(days=1)
    )
    orders.cancel_order(order=order.reference, reason="No goods.", by=cast.chicago.actor, at=later(days=2))
    assert [one.state for one in order.milestones.all()] == ["REFUNDED", "REFUNDED"]


def test_nobody_decides_a_claim_of_a_company_he_belongs_to(cast: Cast) -> None:
    order = paid(cast)
    claim = orders.open_claim(
        milestone=trade.milestone(order, 1).reference, words="Not the lot shown.", by=cast.chicago.actor, at=AT
    )
    Member.objects.create(person=cast.operator.owner, company=cast.argan.company, role="viewer", joined_at=AT)
    with pytest.raises(Refused) as refused:
        orders.decide_claim(
            claim=claim.reference, decision="release", reasons="All is well.", by=cast.operator.actor, at=AT
        )
    assert refused.value.code == "claim.party"


def test_a_partner_who_prepares_papers_confirms_no_payment(cast: Cast) -> None:
    trade.account_of_supplier(cast)
    order = trade.signed(cast, route="direct")
    mandate = Mandate.objects.create(
        supplier=cast.argan.company, partner=cast.partner.company, scope=["papers.issue"], given_at=AT, given_by="x"
    )
    lent = Actor(
        person=cast.partner.owner.reference, company=cast.argan.reference, on_behalf_of=cast.argan.reference,
        mandate=mandate.reference,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        orders.confirm_payment(milestone=trade.milestone(order).reference, by=lent, at=AT)
    assert refused.value.code == "permission"
    assert trade.milestone(order).state == "PENDING"


@pytest.mark.parametrize(("received", "funded"), [("0.01", False), ("35.99", False), ("36.00", True), ("40.00", True)])
def test_a_tolerance_greater_than_the_payment_does_not_pay_it(received: str, funded: bool) -> None:
    assert rules.is_funded(Money.of(received, "USD"), Money.of("40.00", "USD"), 5000) is funded


def test_a_quotation_names_goods_of_its_own_and_an_inspector_of_neither_side(cast: Cast) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    foreign = offers.published(cast.ceramics)
    cast.argan.company.capacities.append("inspector")
    cast.argan.company.save()
    for offered, code in (
        (trade.offer(foreign.reference), "product.unknown"),
        (trade.offer(asked.product.reference, inspector=cast.argan.reference), "offer.inspector"),
    ):
        with pytest.raises(Refused) as refused:
            sourcing.submit_quotation(inquiry=asked.reference, offer=offered, by=cast.argan.actor, at=AT)
        assert refused.value.code == code
