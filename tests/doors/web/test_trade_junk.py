"""Every form of the trade answers junk in words: no server error, and nothing moves."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.sourcing import commands as sourcing
from fondouk.market.treasury import commands as treasury
from fondouk.market.treasury.models import Entry
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.doors.web.test_trade_pages import signed_in
from tests.invariants import money_holds
from tests.market.orders.test_money_edges import paid
from tests.market.shipments import sending
from tests.market.treasury.bank import credit, imported

__all__ = ["money_holds"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("money_holds")]
JUNK = (
    "", " ", "\x00", "💥" * 50, "\u202eabc\u2066", "x" * 10_000, "-1", "0", "1e400", "NaN", "Infinity", "٣٤٥",
    "999999999999999999999999", "0001-01-01", "9999-12-31", "2026-02-30", "<script>alert(1)</script>",
    "%(amount)s %s {}",
    "' OR 1=1 --", "../../etc/passwd", "ORD-0000-0000",
)  # fmt: skip
FIELDS = {
    "quotation": (
        "line-0-description", "line-0-quantity", "line-0-unit", "line-0-unit_price", "line-0-hs6", "line-0-product",
        "line-0-origin", "line-0-unit_net_kg", "incoterm", "place_name", "place_code", "currency", "valid_until",
        "lead_days", "payment_route", "payment_terms", "inspector", "packages", "gross_kg", "volume_m3", "notes",
        "line-TOTAL_FORMS",
    ),
    "proposal": (
        "buyer_po", "importer_number", "consignee", "latest_shipment_on", "quantity_tolerance_pct", "governing_law",
        "arbitration_seat",
    ),
    "pack": (
        "invoice_number", "mode", "port_from", "port_to", "carrier", "quantity_1", "package-0-count", "package-0-type",
        "package-0-marks", "package-0-length_cm", "package-0-net_kg", "package-0-gross_kg", "container-0-number",
        "container-0-type", "container-0-seal",
    ),
    "depart": (
        "on_board_on", "bl_number", "bl_release", "bl_originals", "originals_held_by", "vessel", "voyage", "carrier",
        "consignee", "notify", "dum_number", "arrival_expected_on",
    ),
}  # fmt: skip
QUOTE = {
    "line-TOTAL_FORMS": "1", "line-INITIAL_FORMS": "1", "line-0-description": "Oil", "line-0-quantity": "400",
    "line-0-unit": "KGM", "line-0-unit_price": "22.60", "line-0-hs6": "151590", "line-0-origin": "MA",
    "incoterm": "FCA", "place_name": "Agadir", "place_code": "MAAGA", "currency": "USD", "valid_until": "2026-12-31",
    "lead_days": "14", "payment_route": "held", "payment_terms": "30/70",
}  # fmt: skip
PACK = {
    "invoice_number": "F-1", "mode": "fcl", "quantity_1": "400", "package-TOTAL_FORMS": "1",
    "package-INITIAL_FORMS": "0", "package-0-count": "16", "package-0-type": "CT", "package-0-gross_kg": "424",
    "container-TOTAL_FORMS": "1", "container-INITIAL_FORMS": "0",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    from fondouk.doors import clock

    monkeypatch.setattr(clock, "now", lambda: AT)


def thrown(client: Client, address: str, typed: dict[str, Any], names: tuple[str, ...] = ()) -> None:
    """Each piece of junk meets every field at once, and each field a piece of its own among good values."""
    fields = names or tuple(typed)
    for turn, junk in enumerate(JUNK):
        name = fields[turn % len(fields)]
        for posted in ({**typed, name: junk}, {**typed, **dict.fromkeys(fields, junk)}):
            answer = client.post(address, posted)
            assert answer.status_code < 500, (name, junk)


def test_the_quotation_form(cast: Cast) -> None:
    trade.holder(cast)
    asked = trade.inquiry(cast)
    client, address = signed_in(cast.argan), reverse("sell_quote", args=[asked.reference])
    thrown(client, address, QUOTE, FIELDS["quotation"])
    hundred = {f"line-{n}-{key[7:]}": value for n in range(100) for key, value in QUOTE.items() if key[:7] == "line-0-"}
    answer = client.post(address, {**QUOTE, **hundred, "line-TOTAL_FORMS": "100"})
    assert answer.status_code == 422
    assert "8" in answer.content.decode()


def test_the_proposal_form(cast: Cast) -> None:
    order = trade.drafted(cast)
    typed = dict.fromkeys(FIELDS["proposal"], "")
    thrown(signed_in(cast.chicago), reverse("buy_order_propose", args=[order.reference]), typed)


def test_small_forms_of_an_order_under_way(cast: Cast) -> None:
    order = paid(cast)
    buyer, seller, desk = signed_in(cast.chicago), signed_in(cast.argan), signed_in(cast.operator)
    one = trade.milestone(order, 1).reference
    thrown(buyer, reverse("buy_claim_new", args=[order.reference]), {"milestone": one, "words": ""}, ("milestone",))
    thrown(buyer, reverse("buy_order_review", args=[order.reference]), {"score": "5", "words": "Good."})
    thrown(buyer, reverse("buy_order_deliver", args=[order.reference]), {"delivered_on": ""})
    thrown(buyer, reverse("buy_order_sign", args=[order.reference]), {"contract_hash": ""})
    thrown(seller, reverse("sell_order_short", args=[order.reference]), {"reason": "no"})
    claim = orders.open_claim(milestone=one, words="Late.", by=cast.chicago.actor, at=AT)
    decide = reverse("desk_claim", args=[claim.reference])
    thrown(desk, decide, {"decision": "split", "refund": "1", "reasons": ""}, ("decision", "refund"))
    bad = {"decision": "split", "reasons": "Because."}
    for refund in ("-5", "0", "2712", "2712.01", "1e30", "NaN", "0.001", "99999999999999999.999"):
        assert desk.post(decide, {**bad, "refund": refund}).status_code == 422, refund
    assert trade.milestone(order, 1).state == "DISPUTED"


def test_packing_and_leaving(cast: Cast) -> None:
    order = paid(cast)
    seller = signed_in(cast.argan)
    address = reverse("sell_shipment_new", args=[order.reference])
    thrown(seller, address, {**PACK, "mode": "?"}, FIELDS["pack"])
    packed = sending.packed(cast, order)
    address = reverse("sell_shipment_depart", args=[packed.reference])
    typed = {"on_board_on": "2027-12-31"}
    thrown(seller, address, typed, FIELDS["depart"])
    event = {"code": "TRANSPORT/ARRI", "classifier": "EST", "happens_on": "2026-12-01", "place": "", "equipment": ""}
    thrown(seller, reverse("sell_shipment_event", args=[packed.reference]), event)


def test_the_treasurys_forms(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("500", "?", party="\u202eNobody 💥"))
    entry = Entry.objects.get()
    desk = signed_in(cast.operator)
    assign = reverse("desk_suspense_assignment", args=[entry.reference])
    typed = {"target": "milestone", "milestone": "RF00", "payout": "", "note": ""}
    thrown(desk, assign, typed, ("target", "milestone"))
    thrown(desk, assign, {**typed, "target": "payout"}, ("payout", "note"))
    back = {"name": "N", "number": "1234", "bic": "", "town": "Köln", "country": "DE", "note": "?"}
    junk = ("name", "number", "town", "country", "note")
    thrown(desk, reverse("desk_suspense_return", args=[entry.reference]), back, junk)
    thrown(desk, reverse("desk_payment_files"), {"payout": ""})
    entry.refresh_from_db()
    assert (entry.state, trade.milestone(order).state) == ("SUSPENSE", "PENDING")


WORDS = "🌿 \u202eزيت #set page(fill: red) $x$ \\ @ref <b> `code` [link](x) *bold* _it_ // /* %(a)s"


def test_odd_words_reach_every_paper_and_page(cast: Cast) -> None:
    from dataclasses import replace

    trade.holder(cast)
    asked = trade.inquiry(cast)
    offered = trade.offer(asked.product.reference)
    line = replace(offered.lines[0], description=WORDS)
    sent = sourcing.submit_quotation(
        inquiry=asked.reference, offer=replace(offered, lines=(line,), notes=WORDS * 20), by=cast.argan.actor, at=AT
    )
    order = orders.award(quotation=sent.reference, by=cast.chicago.actor, at=AT)
    terms = orders.ContractTerms(buyer_po="<PO>", consignee={"name": WORDS}, governing_law=WORDS[:80])
    order = orders.propose_contract(order=order.reference, contract=terms, by=cast.chicago.actor, at=AT)
    for side in (cast.chicago, cast.argan):
        order = orders.sign_contract(
            order=order.reference, contract_hash=order.contract_hash, by=side.actor, at=AT, address=None
        )
    shown = Order.objects.get(pk=order.pk)
    assert shown.state == "SIGNED"
    for language in ("en", "fr", "ar"):
        for side, party in (("buy", cast.chicago), ("sell", cast.argan), ("desk", cast.operator)):
            for page in ("order", "order_contract", "order_movements"):
                address = reverse(f"{side}_{page}", args=[order.reference]).replace("/en/", f"/{language}/")
                answer = signed_in(party).get(address)
                assert answer.status_code == 200
                assert "<b> `code`" not in answer.content.decode()


def test_the_smallest_and_the_largest_price(cast: Cast) -> None:
    from dataclasses import replace

    trade.holder(cast)
    asked = trade.inquiry(cast)
    offered = trade.offer(asked.product.reference)
    for quantity, price in ((Decimal("9999999"), Decimal("999.999999")), (Decimal(1), Decimal("0.05"))):
        line = replace(offered.lines[0], quantity=quantity, unit_price=price)
        sent = sourcing.submit_quotation(
            inquiry=asked.reference, offer=replace(offered, lines=(line,)), by=cast.argan.actor, at=AT
        )
        page = signed_in(cast.chicago).get(reverse("buy_quotation", args=[sent.reference]))
        assert page.status_code == 200
    order = orders.award(quotation=sent.reference, by=cast.chicago.actor, at=AT)
    assert sum(one.amount_minor for one in order.milestones.all()) == 5
    assert treasury.build_payouts(by=cast.operator.actor, at=AT) is None
