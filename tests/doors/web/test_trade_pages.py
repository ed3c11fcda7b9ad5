"""The pages of a trade: each side sees its own, strangers see nothing, statements stay few."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import trade
from tests.cast import Cast, Party

pytestmark = pytest.mark.django_db


def signed_in(party: Party, person: Any = None) -> Client:
    client = Client()
    client.force_login(person or party.owner)
    return client


def test_asking_for_a_quotation(cast: Cast) -> None:
    from tests.market.catalogue import offers

    trade.holder(cast)
    offers.shelves()
    product = offers.published(cast.argan)
    client = signed_in(cast.chicago)
    address = f"{reverse('buy_inquiry_new')}?product={product.reference}"
    assert client.get(address).status_code == 200
    refused = client.post(address, {"quantity": "", "destination": "USNYC", "message": "Hello"})
    assert refused.status_code == 422
    assert "Hello" in refused.content.decode()
    form = {"quantity": "400", "destination": "USNYC", "message": "Have you the analysis?", "once": "k1"}
    first, second = client.post(address, form), client.post(address, form)
    assert first.status_code == 302
    assert first["Location"] == second["Location"]
    assert "Have you the analysis?" in client.get(first["Location"]).content.decode()


def test_quoting_and_accepting(cast: Cast) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    seller, buyer = signed_in(cast.argan), signed_in(cast.chicago)
    address = reverse("sell_quote", args=[asked.reference])
    page = seller.get(address)
    assert page.status_code == 200
    form = {
        "line-TOTAL_FORMS": "1", "line-INITIAL_FORMS": "1", "line-0-description": "Organic argan oil",
        "line-0-quantity": "400", "line-0-unit": "KGM", "line-0-unit_price": "22.60", "line-0-hs6": "151590",
        "line-0-product": asked.product.reference, "line-0-origin": "MA", "line-0-unit_net_kg": "1",
        "incoterm": "FCA", "place_name": "Agadir", "place_code": "MAAGA", "currency": "USD",
        "valid_until": "2027-01-31", "lead_days": "14", "payment_route": "held", "payment_terms": "30/70",
    }  # fmt: skip
    assert seller.post(address, {**form, "place_code": "USNYC"}).status_code == 422
    assert seller.post(address, form).status_code == 302
    offered = asked.quotations.get()
    shown = reverse("buy_quotation", args=[offered.reference])
    assert "9,040.00" in buyer.get(shown).content.decode()
    answer = buyer.post(reverse("buy_quotation_accept", args=[offered.reference]), follow=True)
    assert answer.status_code == 200
    assert "Propose the contract" in answer.content.decode()


SIDES = ("buy_order", "sell_order", "desk_order")


@pytest.mark.parametrize("page", ["order", "order_contract", "order_movements"])
def test_three_sides_see_the_order_and_nobody_else(cast: Cast, page: str) -> None:
    order = trade.signed(cast, inspected=True)
    for side, party in (("buy", cast.chicago), ("sell", cast.argan), ("desk", cast.operator)):
        assert signed_in(party).get(reverse(f"{side}_{page}", args=[order.reference])).status_code == 200
    for side, party in (("buy", cast.montreal), ("sell", cast.rival), ("sell", cast.ceramics)):
        assert signed_in(party).get(reverse(f"{side}_{page}", args=[order.reference])).status_code == 404
    stranger = Client()
    assert stranger.get(reverse(f"buy_{page}", args=[order.reference])).status_code == 302


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_order_page_stays_within_its_statements(
    cast: Cast, language: str, django_assert_max_num_queries: Any
) -> None:
    order = trade.signed(cast)
    client = signed_in(cast.chicago)
    address = reverse("buy_order", args=[order.reference]).replace("/en/", f"/{language}/")
    with django_assert_max_num_queries(16):
        assert client.get(address).status_code == 200


def test_the_inspector_sees_the_job_and_reports(cast: Cast) -> None:
    order = trade.signed(cast, inspected=True)
    client = signed_in(cast.inspector)
    assert order.title in client.get(reverse("forward_inspections")).content.decode()
    address = reverse("forward_inspection", args=[order.reference])
    assert client.get(address).status_code == 200
    form = {"result": "passed", "inspected_on": "2026-11-23", "place": "Agadir", "findings": "All sealed."}
    assert client.post(address, form).status_code == 302
    order.refresh_from_db()
    assert order.inspection_passed is True


def test_units_to_choose_from_stand_in_the_form_for_many(cast: Cast) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    page = signed_in(cast.argan).get(reverse("sell_quote", args=[asked.reference]).replace("/en/", "/ar/"))
    assert "قطعتان" not in page.content.decode()
    assert 'value="400"' in page.content.decode()
