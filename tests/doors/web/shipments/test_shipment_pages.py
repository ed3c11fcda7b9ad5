"""The supplier packs and sends on pages; the buyer follows; a stranger finds nothing."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.doors import clock
from fondouk.market.papers import queries as papers
from fondouk.market.shipments import queries
from tests.clock import AT, later
from tests.market.shipments import sending


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def order(cast):
    return sending.paid(cast)


@pytest.fixture
def seller(cast):
    return client_of(cast.argan.owner)


@pytest.fixture
def buyer(cast):
    return client_of(cast.chicago.owner)


PACKING = {
    "invoice_number": "F-2026/118", "mode": "fcl", "port_from": "MAAGA", "port_to": "USNYC", "quantity_1": "400",
    "package-TOTAL_FORMS": "4", "package-INITIAL_FORMS": "0", "package-0-count": "40", "package-0-type": "CT",
    "package-0-gross_kg": "452", "package-0-net_kg": "400", "container-TOTAL_FORMS": "2",
    "container-INITIAL_FORMS": "0", "container-0-number": "CSQU 305438-3", "container-0-type": "22G1", "once": "k1",
}  # fmt: skip


def address(order) -> str:
    return f"/en/sell/orders/{order.reference}/shipments/"


def test_the_supplier_packs_sends_and_the_buyer_follows(cast, order, seller, buyer):
    assert seller.get(address(order)).status_code == 200
    made = seller.post(address(order), PACKING)
    assert made.status_code == 302, made.content.decode()
    again = seller.post(address(order), PACKING)
    assert again["Location"] == made["Location"]
    (card,) = queries.shipments_of(order.reference)
    sell, buy = f"/en/sell/shipments/{card.reference}/", f"/en/buy/shipments/{card.reference}/"
    left = seller.post(sell + "departure/", {"on_board_on": AT.date().isoformat(), "vessel": "Al Boraq", "once": "k2"})
    assert left.status_code == 302, left.content.decode()
    page = buyer.get(buy).content.decode()
    assert "Al Boraq" in page
    assert "CSQU3054383" in page
    event = {"code": "TRANSPORT/ARRI", "classifier": "EST", "happens_on": later(days=25).date().isoformat()}
    assert seller.post(sell + "events/", event).status_code == 302
    assert buyer.post(buy + "delivery/", {"delivered_on": AT.date().isoformat()}).status_code == 302
    assert queries.shipment(card.reference).card.state == "DELIVERED"


def test_what_was_typed_comes_back_with_everything_that_is_wrong(cast, order, seller):
    wrong = {**PACKING, "quantity_1": "401", "container-0-number": "CSQU3054384", "invoice_number": "F-77"}
    answer = seller.post(address(order), wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "F-77" in page
    assert "compare it with the box" in page
    assert "what is left to ship" in page
    assert queries.shipments_of(order.reference) == []


def test_a_departure_in_the_future_is_refused_and_nothing_left(cast, order, seller):
    shipment = sending.packed(cast, order)
    day = (AT + timedelta(days=2)).date().isoformat()
    answer = seller.post(
        f"/en/sell/shipments/{shipment.reference}/departure/", {"on_board_on": day, "vessel": "Boughaz"}
    )
    assert answer.status_code == 422
    assert "Boughaz" in answer.content.decode()
    assert queries.shipment(shipment.reference).card.state == "PREPARED"


def test_a_received_document_is_filed_and_a_hostile_one_refused(cast, order, seller, buyer):
    shipment = sending.sent(cast, order)
    sell = f"/en/sell/shipments/{shipment.reference}/"
    good = SimpleUploadedFile("bl.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF", "application/pdf")
    bad = SimpleUploadedFile("bl.pdf", b"<script>alert(1)</script>", "application/pdf")
    filed = seller.post(sell + "papers/", {"kind": "bill_of_lading", "number": "CMDU4471", "file": good})
    assert filed.status_code == 302, filed.content.decode()
    assert seller.post(sell + "papers/", {"kind": "bill_of_lading", "number": "X", "file": bad}).status_code == 422
    (card,) = [one for one in papers.papers_within(order.reference) if one.kind == "bill_of_lading"]
    answer = buyer.get(f"/en/buy/papers/{card.reference}/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_in_every_language(cast, order, seller, buyer, language):
    shipment = sending.sent(cast, order)
    for client, side in ((seller, "sell"), (buyer, "buy"), (client_of(cast.operator.owner), "desk")):
        assert client.get(f"/{language}/{side}/shipments/{shipment.reference}/").status_code == 200
        assert client.get(f"/{language}/{side}/orders/{order.reference}/").status_code == 200
    for client, side in ((seller, "sell"), (buyer, "buy")):
        assert client.get(f"/{language}/{side}/shipments/").status_code == 200
    assert seller.get(f"/{language}/sell/orders/{order.reference}/shipments/").status_code == 200


def test_papers_are_for_the_parties(cast, order, seller, buyer):
    shipment = sending.sent(cast, order)
    card = queries.shipment(shipment.reference).papers[0]
    invoice = io.BytesIO(buyer.get(f"/en/buy/papers/{card.reference}/").content)
    assert invoice.read(5) == b"%PDF-"
    assert client_of(cast.montreal.owner).get(f"/en/buy/papers/{card.reference}/").status_code == 404
    assert client_of(cast.rival.owner).get(f"/en/sell/papers/{card.reference}/").status_code == 404


@pytest.mark.parametrize("who", ["montreal", "rival"])
def test_a_stranger_finds_no_shipment(cast, order, who):
    shipment = sending.sent(cast, order)
    side = "buy" if who == "montreal" else "sell"
    client = client_of(getattr(cast, who).owner)
    assert client.get(f"/en/{side}/shipments/{shipment.reference}/").status_code == 404
    assert client.post(f"/en/{side}/shipments/{shipment.reference}/delivery/").status_code == 404
    assert client.get(f"/en/sell/orders/{order.reference}/shipments/").status_code == 404


def test_few_statements_however_many_rows(cast, order, seller, django_assert_max_num_queries):
    shipment = sending.sent(cast, order)
    with django_assert_max_num_queries(22):  # 6 of them of the test client's session and the row scope
        seller.get(f"/en/sell/shipments/{shipment.reference}/")


@pytest.mark.parametrize("area", ["buy", "sell", "desk"])
def test_the_order_page_of_goods_on_their_way_keeps_within_its_statements(cast, order, area):
    sending.sent(cast, order)
    page = f"/en/{area}/orders/{order.reference}/"
    client = client_of({"buy": cast.chicago, "sell": cast.argan, "desk": cast.operator}[area].owner)
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    assert len(asked) <= 16
