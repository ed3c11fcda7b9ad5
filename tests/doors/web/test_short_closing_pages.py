"""The pages of an order closed short: proposed, answered by the other side or decided at the desk."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from fondouk.market.orders.models import Order, ShortClosing
from fondouk.market.shipments import commands as shipments
from fondouk.market.shipments.models import Shipment
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.doors.web.test_trade_pages import signed_in
from tests.market.orders.test_money_edges import paid
from tests.market.shipments import sending

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    from fondouk.doors import clock

    monkeypatch.setattr(clock, "now", lambda: AT)


def packed(cast: Cast, order: Order, quantity: int, number: str) -> Shipment:
    """A shipment of so much, with an invoice of its own."""
    one = replace(sending.PACKED, quantities={1: Decimal(quantity)}, invoice_number=number)
    return shipments.prepare_shipment(order=order.reference, packed=one, by=cast.argan.actor, at=AT)


def part_left(cast: Cast) -> Order:
    """250 kg on board, 100 kg packed and not left, 50 kg not even packed."""
    order = paid(cast)
    first = packed(cast, order, 250, "2026-1")
    packed(cast, order, 100, "2026-2")
    shipments.ship(shipment=first.reference, departure=sending.DEPARTURE, by=cast.argan.actor, at=AT)
    return order


def test_the_supplier_proposes_and_the_buyer_agrees(cast: Cast) -> None:
    order = part_left(cast)
    seller, buyer = signed_in(cast.argan), signed_in(cast.chicago)
    page = seller.get(reverse("sell_order", args=[order.reference])).content.decode()
    assert "Close the order short" in page
    assert "3,390.00" in page
    propose = reverse("sell_order_short", args=[order.reference])
    empty = seller.post(propose, {"reason": " "})
    assert empty.status_code == 422
    assert "Give the reason" in empty.content.decode()
    assert seller.post(propose, {"reason": "The press broke.", "once": "k"}).status_code == 302
    assert seller.post(propose, {"reason": "The press broke.", "once": "k"}).status_code == 302
    short = ShortClosing.objects.get()
    page = buyer.get(reverse("buy_order", args=[order.reference])).content.decode()
    assert "The press broke." in page
    assert "Agree, close the order short" in page
    agree = reverse("buy_order_short_agree", args=[order.reference, short.reference])
    assert buyer.post(agree).status_code == 302
    order.refresh_from_db()
    assert order.total_minor == 565_000
    assert sorted(Shipment.objects.values_list("state", flat=True)) == ["CANCELLED", "SHIPPED"]
    page = buyer.get(reverse("buy_order", args=[order.reference])).content.decode()
    assert "Closed short" in page
    assert "9,040.00" in page
    assert buyer.post(agree).status_code == 422


def test_goods_that_all_came_begin_the_inspection_period(cast: Cast) -> None:
    order = part_left(cast)
    went = Shipment.objects.get(state="SHIPPED")
    shipments.record_delivery(shipment=went.reference, delivered_on=AT.date(), by=cast.chicago.actor, at=AT)
    buyer = signed_in(cast.chicago)
    buyer.post(reverse("buy_order_short", args=[order.reference]), {"reason": "We found another maker."})
    short = ShortClosing.objects.get()
    desk = signed_in(cast.operator)
    assert order.title in desk.get(reverse("desk_claims")).content.decode()
    decide = reverse("desk_order_short_decide", args=[order.reference, short.reference])
    kept = desk.post(decide, {"reasons": " "})
    assert kept.status_code == 422
    assert desk.post(decide, {"reasons": "The maker has closed."}).status_code == 302
    order.refresh_from_db()
    assert order.delivered_at == AT


def test_declined_and_withdrawn(cast: Cast) -> None:
    order = part_left(cast)
    seller, buyer = signed_in(cast.argan), signed_in(cast.chicago)
    for verb, client, side in (("decline", buyer, "buy"), ("withdraw", seller, "sell")):
        seller.post(reverse("sell_order_short", args=[order.reference]), {"reason": "No more oil."})
        short = ShortClosing.objects.get(state="OPEN")
        path = reverse(f"{side}_order_short_{verb}", args=[order.reference, short.reference])
        assert signed_in(cast.rival).post(path).status_code == 404
        assert signed_in(cast.chicago, cast.chicago.clerk_person).post(path).status_code in (404, 422)
        assert client.post(path, {"reason": "We need it all."}).status_code == 302
    assert "We need it all." in seller.get(reverse("sell_order", args=[order.reference])).content.decode()


def test_another_orders_proposal_is_not_answered_here(cast: Cast) -> None:
    order = part_left(cast)
    path = reverse("buy_order_short_agree", args=[order.reference, "SHC-AAAA-AAAA"])
    assert signed_in(cast.chicago).post(path).status_code == 404


def test_nothing_more_is_packed_for_an_order_closed_short(cast: Cast) -> None:
    order = part_left(cast)
    seller = signed_in(cast.argan)
    seller.post(reverse("sell_order_short", args=[order.reference]), {"reason": "No more oil."})
    short = ShortClosing.objects.get()
    signed_in(cast.chicago).post(reverse("buy_order_short_agree", args=[order.reference, short.reference]))
    assert trade.milestone(order, 1).state == "RELEASED"
    page = seller.get(reverse("sell_order", args=[order.reference])).content.decode()
    assert "Pack a shipment" not in page
