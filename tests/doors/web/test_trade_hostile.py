"""Hostile and hasty input on the pages of a trade: refused with a sentence, never an error page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fondouk.market.orders import commands as orders
from fondouk.market.sourcing import cost
from fondouk.market.sourcing.models import Quotation
from tests import trade
from tests.cast import Cast, Party, member, person
from tests.clock import AT
from tests.market.orders.test_trade import pay

pytestmark = pytest.mark.django_db

OFFER = {
    "line-TOTAL_FORMS": "1", "line-INITIAL_FORMS": "1", "line-0-description": "Organic argan oil",
    "line-0-quantity": "400", "line-0-unit": "KGM", "line-0-unit_price": "22.60", "line-0-hs6": "151590",
    "line-0-origin": "MA", "line-0-unit_net_kg": "1", "incoterm": "FCA", "place_name": "Agadir",
    "place_code": "MAAGA", "currency": "USD", "valid_until": "2027-01-31", "lead_days": "14",
    "payment_route": "held", "payment_terms": "100",
}  # fmt: skip


def signed_in(party: Party) -> Client:
    client = Client()
    client.force_login(party.owner)
    return client


@pytest.mark.parametrize(
    "wrong",
    [
        {"line-0-quantity": "9999999999", "line-0-unit_price": "99999999"},
        {"line-0-unit_net_kg": "1E+60"},
        {"line-0-origin": "Morocco" * 40},
        {"line-0-product": "PRD-NOSUCHTHING"},
        {"valid_until": "9999-12-31"},
        {"valid_until": "0001-01-01"},
        {"place_code": "MAAGAX"},
        {"place_code": "MA\x00AGA"},
        {"line-0-quantity": "-4"},
        {"line-0-quantity": "NaN"},
        {"line-0-quantity": "1E+400"},
        {"packages": "9" * 30},
        {"line-TOTAL_FORMS": ""},
        {"line-TOTAL_FORMS": "-3"},
        {"inspector": "CMP-NOSUCHTHING"},
    ],
)
def test_an_offer_that_cannot_stand_is_refused_in_words(cast: Cast, wrong: dict[str, str]) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    answer = signed_in(cast.argan).post(reverse("sell_quote", args=[asked.reference]), {**OFFER, **wrong})
    assert answer.status_code == 422
    assert any(one in answer.content.decode() for one in ("error-note", "field-error", 'role="alert"'))


@pytest.mark.parametrize("wrong", [{"once": "k" * 4000}, {"once": "k\x00"}, {"reason": "too\x00dear"}])
def test_bytes_no_text_holds_do_not_break_a_button(cast: Cast, wrong: dict[str, str]) -> None:
    trade.holder(cast)
    offered = trade.quotation(cast)
    client = signed_in(cast.chicago)
    answer = client.post(reverse("buy_quotation_decline", args=[offered.reference]), {"reason": "dear", **wrong})
    assert answer.status_code == 302


def test_a_message_with_a_nul_is_said_without_it(cast: Cast) -> None:
    asked = trade.inquiry(cast)
    client = signed_in(cast.chicago)
    answer = client.post(reverse("conversation_post", args=[asked.conversation]), {"body": "one\x00two"})
    assert answer.status_code == 302
    long = client.post(reverse("conversation_post", args=[asked.conversation]), {"body": "w" * 6000})
    assert long.status_code == 422


def _claim(cast: Cast) -> str:
    order = trade.signed(cast)
    pay(cast, order, 1, "2712.00", "E1")
    one = trade.milestone(order, 1).reference
    at = AT + timedelta(days=1)
    return orders.open_claim(milestone=one, words="Three drums leak.", by=cast.chicago.actor, at=at).reference


@pytest.mark.parametrize("refund", ["1E+60", "NaN", "9" * 40, "-1", "1E-60"])
def test_a_refund_out_of_all_measure_is_refused(cast: Cast, refund: str) -> None:
    claim = _claim(cast)
    form = {"decision": "split", "refund": refund, "reasons": "Half of it was wet."}
    answer = signed_in(cast.operator).post(reverse("desk_claim", args=[claim]), form)
    assert answer.status_code == 422
    assert "Half of it was wet." in answer.content.decode()


@pytest.mark.parametrize("percent", ["999999999999", "40000", "-1", "x"])
def test_a_tolerance_out_of_all_measure_is_refused(cast: Cast, percent: str) -> None:
    trade.holder(cast)
    order = trade.drafted(cast)
    answer = signed_in(cast.chicago).post(
        reverse("buy_order_propose", args=[order.reference]), {"quantity_tolerance_pct": percent, "buyer_po": "PO-7"}
    )
    assert answer.status_code == 422
    assert "PO-7" in answer.content.decode()


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31"])
def test_a_last_day_of_shipment_far_away(cast: Cast, when: str) -> None:
    trade.holder(cast)
    order = trade.drafted(cast)
    client = signed_in(cast.chicago)
    client.post(reverse("buy_order_propose", args=[order.reference]), {"latest_shipment_on": when})
    for page in ("buy_order", "buy_order_contract"):
        assert client.get(reverse(page, args=[order.reference])).status_code == 200


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31", "9" * 50, "x\x00"])
def test_a_day_of_delivery_far_away(cast: Cast, when: str) -> None:
    order = trade.signed(cast)
    client = signed_in(cast.chicago)
    answer = client.post(reverse("buy_order_deliver", args=[order.reference]), {"delivered_on": when})
    assert answer.status_code == 302


@pytest.mark.parametrize("when", ["9999-12-31", "x", ""])
def test_a_day_of_inspection_far_away(cast: Cast, when: str) -> None:
    order = trade.signed(cast, inspected=True)
    form = {"result": "passed", "inspected_on": when, "place": "Agadir", "findings": "All sealed."}
    client = signed_in(cast.inspector)
    answer = client.post(reverse("forward_inspection", args=[order.reference]), form)
    assert answer.status_code == 422
    assert "All sealed." in answer.content.decode()


@pytest.mark.parametrize("quantity", ["NaN", "-1", "1E+400", "9999999999.9999", "Infinity", ""])
def test_a_quantity_out_of_all_measure(cast: Cast, quantity: str) -> None:
    from tests.market.catalogue import offers

    trade.holder(cast)
    offers.shelves()
    product = offers.published(cast.argan)
    client = signed_in(cast.chicago)
    address = f"{reverse('buy_inquiry_new')}?product={product.reference}"
    form = {"quantity": quantity, "destination": "USNYC", "message": "Good day"}
    answer = client.post(address, form)
    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        assert client.get(answer["Location"]).status_code == 200
        inquiry = answer["Location"].rstrip("/").split("/")[-1]
        assert signed_in(cast.argan).get(reverse("sell_quote", args=[inquiry])).status_code == 200


def test_a_new_version_keeps_the_payments_and_the_weight(cast: Cast) -> None:
    """What was agreed once is not changed by opening the form again."""
    offered = trade.quotation(cast, terms="100")
    page = signed_in(cast.argan).get(reverse("sell_quote", args=[offered.inquiry.reference])).content.decode()
    assert '<option value="100" selected>' in page
    weight = page.split('name="line-0-unit_net_kg"')[1].split(">")[0]
    assert "value=" in weight


def test_a_viewer_is_shown_no_action_of_others(cast: Cast) -> None:
    offered = trade.quotation(cast)
    member(cast.argan.company, viewer := person("viewer@tafrawt.example", "Idir"), "viewer")
    member(cast.chicago.company, buyer := person("viewer@lakeshore.example", "Ann"), "viewer")
    seen = Client()
    seen.force_login(buyer)
    page = seen.get(reverse("buy_quotation", args=[offered.reference])).content.decode()
    for action in ("accept", "decline", "counter"):
        assert reverse(f"buy_quotation_{action}", args=[offered.reference]) not in page
    assert "Ask an owner or a manager." in page
    seen.force_login(viewer)
    page = seen.get(reverse("sell_inquiry", args=[offered.inquiry.reference])).content.decode()
    assert reverse("sell_inquiry_close", args=[offered.inquiry.reference]) not in page
    page = seen.get(reverse("sell_quotation", args=[offered.reference])).content.decode()
    assert reverse("sell_quotation_withdraw", args=[offered.reference]) not in page
    assert "The buyer pays" in page
    order = orders.award(quotation=offered.reference, by=cast.chicago.actor, at=AT)
    seen.force_login(buyer)
    page = seen.get(reverse("buy_order", args=[order.reference])).content.decode()
    assert reverse("buy_order_propose", args=[order.reference]) not in page
    assert reverse("buy_order_cancel", args=[order.reference]) not in page
    assert Quotation.objects.get().state == "ACCEPTED"


def test_changing_the_details_begins_with_those_agreed(cast: Cast) -> None:
    order = trade.drafted(cast)
    client = signed_in(cast.chicago)
    address = reverse("buy_order_propose", args=[order.reference])
    form = {"governing_law": "Morocco", "quantity_tolerance_pct": "5", "consignee": "Lakeshore, dock 4"}
    assert client.post(address, form).status_code == 302
    page = client.get(address).content.decode()
    assert 'value="Morocco"' in page
    assert 'value="5"' in page
    assert 'value="Lakeshore, dock 4"' in page
    assert "checked" not in page.split('name="cisg"')[1].split(">")[0]


def test_a_measure_whose_name_holds_a_percent_sign_is_shown(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of measures come from published schedules: they are shown as they are, never filled in."""
    line = {"what": "Tiles, absorption over 10 % by weight", "rate": "", "certainty": "known", "counted": True}
    estimate = {"currency": "USD", "certainty": "known", "before_tax": "9.04", "lines": [{**line, "amount": "9.04"}]}
    monkeypatch.setattr(cost, "frozen", lambda _offer, **_facts: estimate)
    offered = trade.quotation(cast)
    page = signed_in(cast.chicago).get(reverse("buy_quotation", args=[offered.reference]))
    assert "absorption over 10 % by weight" in page.content.decode()
