"""From packed goods to the buyer's door, with what each step means for the order."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pypdfium2
import pytest
from django.db import DatabaseError, connection, transaction

from fondouk.engines.tables import scope
from fondouk.kit.refusal import Refused
from fondouk.market.orders.models import Order
from fondouk.market.papers import queries as papers
from fondouk.market.shipments import commands, queries
from fondouk.market.shipments.rules import ContainerGiven, PackageGiven
from tests import trade
from tests.clock import AT, later
from tests.market.shipments import sending
from tests.market.shipments.sending import DEPARTURE, PACKED

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(cast):
    """Signed, and both payments received."""
    return sending.paid(cast)


def pack(cast, order, packed=PACKED, by=None):
    return commands.prepare_shipment(order=order.reference, packed=packed, by=by or cast.argan.actor, at=AT)


def text_of(reference):
    _, content = papers.content(reference)
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages).replace("\u00a0", " ")


def refused(call, *arguments, **named):
    with pytest.raises(Refused) as caught, transaction.atomic():
        call(*arguments, **named)
    return [one.code for one in caught.value.refusals]


def test_packed_goods_have_invoice_and_packing_list(cast, order):
    page = queries.shipment(pack(cast, order).reference)
    assert [(card.kind, card.number, card.version) for card in page.papers] == [
        ("commercial_invoice", "F-2026/118", 1),
        ("packing_list", "PL-F-2026/118", 1),
    ]
    invoice, packing = (text_of(card.reference) for card in page.papers)
    for wanted in ("F-2026/118", "9 040.00 USD", "HS 1515.90", "Tafrawt Argane", "Lakeview Table", "20419"):
        assert wanted in invoice
    for wanted in ("CSQU3054383", "MA77120", "40 × 30 × 30", "452", "1.44"):
        assert wanted in packing
    assert "22.6" not in packing


def test_the_order_hears_that_the_goods_left(cast, order):
    shipment = sending.sent(cast, order)
    order.refresh_from_db()
    assert order.shipped_at == shipment.shipped_at
    assert order.lines.get().shipped == Decimal(400)
    page = queries.shipment(shipment.reference)
    assert [(event.code, event.classifier) for event in page.events][:2] == [("LOAD", "ACT"), ("DEPA", "ACT")]
    assert page.card.bl_number == "CMDU4471"
    newest = [card for card in page.papers if card.newest]
    assert {card.version for card in newest} == {2}
    assert "Al Boraq 114W" in text_of(newest[0].reference)


def test_what_cannot_be_packed_is_all_said_at_once(cast, order):
    bad = replace(
        PACKED, quantities={1: Decimal(401)}, packages=(PackageGiven(0, gross_kg=Decimal(1)),), invoice_number=" ",
        containers=(ContainerGiven("CSQU3054384"),),
    )  # fmt: skip
    assert refused(pack, cast, order, bad) == [
        "shipment.quantity", "shipment.package.count", "shipment.container", "papers.number",
    ]  # fmt: skip


def test_nothing_is_packed_twice(cast, order):
    pack(cast, order)
    assert refused(pack, cast, order, replace(PACKED, invoice_number="F-2")) == ["shipment.quantity"]


def test_an_invoice_number_is_used_once_unless_the_shipment_was_called_off(cast, order):
    half = replace(PACKED, quantities={1: Decimal(200)})
    first = pack(cast, order, half)
    assert refused(pack, cast, order, half) == ["shipment.invoice"]
    commands.cancel_shipment(shipment=first.reference, by=cast.argan.actor, at=AT)
    assert pack(cast, order, half).position == 2


def test_an_unsigned_order_is_not_packed(cast):
    assert "shipment.order" in refused(pack, cast, trade.proposed(cast))


def test_a_part_is_invoiced_at_its_share_and_the_order_waits_for_the_rest(cast, order):
    part = replace(PACKED, quantities={1: Decimal(100)})
    shipment = pack(cast, order, part)
    commands.ship(shipment=shipment.reference, departure=DEPARTURE, by=cast.argan.actor, at=AT)
    order.refresh_from_db()
    assert (order.shipped_at, order.lines.get().shipped) == (None, Decimal(100))
    assert "2 260.00 USD" in text_of(queries.shipment(shipment.reference).papers[0].reference)
    assert queries.to_pack(order.reference, cast.argan.id).lines[0].quantity == Decimal(300)


def test_goods_leave_once(cast, order):
    shipment = sending.sent(cast, order)
    assert refused(
        commands.ship, shipment=shipment.reference, departure=DEPARTURE, by=cast.argan.actor, at=AT
    ) == ["shipment.ship.shipped"]  # fmt: skip


def test_arrival_and_delivery_reach_the_order(cast, order):
    shipment = sending.sent(cast, order)
    commands.record_event(
        shipment=shipment.reference, kind="TRANSPORT", code="ARRI", classifier="ACT", happens_at=later(days=19),
        by=cast.argan.actor, at=later(days=20), place="USNYC",
    )  # fmt: skip
    commands.record_delivery(
        shipment=shipment.reference, delivered_on=later(days=22).date(), by=cast.chicago.actor, at=later(days=23)
    )
    order.refresh_from_db()
    assert (order.arrived_at, order.delivered_at.date()) == (later(days=19), later(days=22).date())
    assert queries.shipment(shipment.reference).card.state == "DELIVERED"


def test_the_buyer_saying_that_all_is_here_ends_what_is_on_its_way(cast, order):
    shipment = sending.sent(cast, order)
    come = later(days=12)
    commands.receive_order(order=order.reference, delivered_at=come, by=cast.chicago.actor, at=come)
    page = queries.shipment(shipment.reference)
    assert (page.card.state, page.card.delivered_at) == ("DELIVERED", come)
    assert [event.code for event in page.events][-1] == "DROP"
    order.refresh_from_db()
    assert order.delivered_at == come
    assert refused(
        commands.receive_order, order=order.reference, delivered_at=come, by=cast.chicago.actor, at=come
    )  # fmt: skip


def test_the_delay_is_expectation_against_plan(cast, order):
    order.plan |= {"arrived": (AT + timedelta(days=30)).date().isoformat()}
    order.save()
    shipment = sending.sent(cast, order)
    before = queries.shipment(shipment.reference).card
    commands.record_event(
        shipment=shipment.reference, kind="TRANSPORT", code="ARRI", classifier="EST",
        happens_at=AT + timedelta(days=(before.arrival_planned_on - AT.date()).days + 4), by=cast.argan.actor, at=AT,
    )  # fmt: skip
    assert queries.shipment(shipment.reference).card.delay_days == 4


def test_a_delivery_before_departure_is_refused(cast, order):
    shipment = sending.sent(cast, order)
    day = (AT - timedelta(days=1)).date()
    codes = refused(commands.record_delivery, shipment=shipment.reference, delivered_on=day, by=cast.argan.actor, at=AT)
    assert codes == ["deliver.day"]


@pytest.mark.parametrize(
    ("who", "code"),
    [("chicago", "permission"), ("rival", "shipment.unknown"), ("montreal", "permission"), ("agency", "permission")],
)
def test_only_the_supplier_packs(cast, order, who, code):
    assert refused(pack, cast, order, by=getattr(cast, who).actor) == [code]


@pytest.mark.parametrize("who", ["rival", "montreal"])
def test_a_stranger_learns_of_no_shipment(cast, order, who):
    shipment = sending.sent(cast, order)
    stranger = getattr(cast, who)
    assert refused(
        commands.record_delivery, shipment=shipment.reference, delivered_on=AT.date(), by=stranger.actor, at=AT
    ) in (["shipment.unknown"], ["permission"])  # fmt: skip
    with scope.as_company(stranger.id):
        assert queries.shipment(shipment.reference) is None
        assert queries.shipments_of(order.reference) == []
        assert queries.to_pack(order.reference, stranger.id) is None


def test_events_stay_as_they_were_recorded(cast, order):
    sending.sent(cast, order)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE shipments_shipmentevent SET code = 'ARRI'")


def test_the_database_itself_keeps_parties_alike(cast, order):
    shipment = pack(cast, order)
    with pytest.raises(DatabaseError), transaction.atomic():
        shipment.lines.update(buyer_id=cast.montreal.id)
    assert Order.objects.get(pk=order.pk).buyer_id == cast.chicago.id


@pytest.mark.parametrize(
    ("promised", "mode"), [("LCL", "lcl"), ("FCL20", "fcl"), ("FCL40HC", "fcl"), ("air", "air"), ("", "fcl")]
)
def test_packing_begins_with_the_way_that_was_promised(cast, order, promised, mode):
    order.estimate = {"mode": promised}
    order.save()
    left = queries.to_pack(order.reference, cast.argan.id)
    assert left is not None
    assert left.mode == mode
