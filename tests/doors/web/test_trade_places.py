"""Steps that have a place on the pages: documents accepted, reviews answered, refunds found, double clicks harmless."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.papers.models import Paper
from fondouk.market.sourcing import commands as sourcing
from tests import trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.doors.web.test_trade_pages import signed_in
from tests.market.orders.test_money_edges import paid
from tests.market.orders.test_trade import pay
from tests.market.shipments import sending

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages live on the tests' day, a minute later at each look."""
    from fondouk.doors import clock

    minutes = iter(range(10_000))

    def now() -> datetime:
        return later(minutes=next(minutes))

    monkeypatch.setattr(clock, "now", now)


def shipped(cast: Cast, terms: str = "30/70-documents") -> Order:
    order = trade.signed(cast, terms=terms)
    pay(cast, order, 1, "2712.00", "E1")
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(400)}, shipped_at=AT, by=cast.argan.actor, at=AT
    )
    return order


def test_the_buyer_accepts_the_documents_on_the_order(cast: Cast) -> None:
    order = shipped(cast)
    pay(cast, order, 2, "6328.00", "E2")
    buyer, page = signed_in(cast.chicago), reverse("buy_order", args=[order.reference])
    accept = reverse("buy_documents_accept", args=[order.reference])
    assert accept in buyer.get(page).content.decode()
    for other in (signed_in(cast.chicago, cast.chicago.clerk_person), signed_in(cast.argan)):
        assert accept not in other.get(page).content.decode()
    assert buyer.post(accept, {"once": "k"}).status_code == 302
    assert buyer.post(accept, {"once": "k"}).status_code == 302
    assert trade.milestone(order, 2).state == "RELEASED"
    assert accept not in buyer.get(page).content.decode()


def test_no_documents_are_asked_for_where_no_money_waits_for_them(cast: Cast) -> None:
    order = shipped(cast, "30/70-copy")
    page = signed_in(cast.chicago).get(reverse("buy_order", args=[order.reference])).content.decode()
    assert "Accept the documents" not in page


def test_each_side_reviews_and_the_other_replies(cast: Cast) -> None:
    order = paid(cast)
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(400)}, shipped_at=AT, by=cast.argan.actor, at=AT
    )
    orders.record_delivered(order=order.reference, delivered_at=AT, by=cast.chicago.actor, at=AT)
    orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=AT)
    for mine, theirs, own, other in (
        ("buy", "sell", cast.chicago, cast.argan),
        ("sell", "buy", cast.argan, cast.chicago),
    ):
        writer, reader = signed_in(own), signed_in(other)
        write = reverse(f"{mine}_order_review", args=[order.reference])
        page = reverse(f"{theirs}_order", args=[order.reference])
        assert write in writer.get(reverse(f"{mine}_order", args=[order.reference])).content.decode()
        assert writer.post(write, {"score": "5", "words": f"All of {mine} \u202e🌿"}).status_code == 302
        review = order.reviews.get(author=own.company)
        reply = reverse(f"{theirs}_review_reply", args=[review.reference])
        assert reply in reader.get(page).content.decode()
        assert writer.post(reverse(f"{mine}_review_reply", args=[review.reference]), {"words": "?"}).status_code == 404
        assert signed_in(cast.rival).post(reply, {"words": "?"}).status_code == 404
        kept = reader.post(reply, {"words": "  "})
        assert kept.status_code == 422
        answered = {"words": "Thank you.", "once": "r"}
        assert reader.post(reply, answered).status_code == 302
        assert reader.post(reply, answered).status_code == 302
        again = reader.post(reply, {"words": "One more thing."})
        assert again.status_code == 422
        assert "Thank you." in reader.get(page).content.decode()
        assert writer.post(write, {"score": "1", "words": "Changed my mind."}).status_code == 422


def test_a_closed_inquiry_opens_no_quotation_form(cast: Cast) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    sourcing.close_inquiry(inquiry=asked.reference, by=cast.chicago.actor, at=AT)
    answer = signed_in(cast.argan).get(reverse("sell_quote", args=[asked.reference]), follow=True)
    assert answer.redirect_chain == [(reverse("sell_inquiry", args=[asked.reference]), 302)]
    assert "This inquiry is closed" in answer.content.decode()


def test_a_document_sent_twice_is_filed_once(cast: Cast) -> None:
    shipment = sending.sent(cast, sending.paid(cast))
    seller = signed_in(cast.argan)
    address = reverse("sell_shipment_paper", args=[shipment.reference])
    for _turn in range(2):
        upload = SimpleUploadedFile("bl.pdf", PDF, "application/pdf")
        form = {"kind": "bill_of_lading", "number": "CMDU4471", "file": upload, "once": "k"}
        answer = seller.post(address, form)
        assert (answer.status_code, answer["Location"]) == (302, reverse("sell_shipment", args=[shipment.reference]))
    assert Paper.objects.filter(kind="bill_of_lading").count() == 1


def test_they_have_arrived_twice_in_the_morning(cast: Cast) -> None:
    order = shipped(cast)
    buyer = signed_in(cast.chicago)
    for _turn in range(2):
        form = {"delivered_on": AT.date().isoformat(), "once": "k"}
        answer = buyer.post(reverse("buy_order_deliver", args=[order.reference]), form, follow=True)
        assert "already" not in answer.content.decode()
    order.refresh_from_db()
    assert order.delivered_at is not None
    assert order.delivered_at.date() == AT.date()


def test_refunds_are_linked_where_there_are_some(cast: Cast) -> None:
    order = paid(cast)
    orders.cancel_order(order=order.reference, reason="No season.", by=cast.argan.actor, at=AT)
    buyer = signed_in(cast.chicago)
    for page in (reverse("buy_order", args=[order.reference]), reverse("buy_home")):
        assert reverse("buy_refunds") in buyer.get(page).content.decode()
