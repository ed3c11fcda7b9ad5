"""Every write of a shipment: packed, sent off, followed, delivered. What it means for the order, the order is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.orders import commands as orders
from fondouk.market.orders import printing as order_printing
from fondouk.market.orders.models import Order, OrderLine
from fondouk.market.papers import commands as papers
from fondouk.market.papers.models import Paper
from fondouk.market.papers.rules import PaperKind
from fondouk.market.shipments import printing, rules
from fondouk.market.shipments.models import Container, Package, Shipment, ShipmentEvent, ShipmentLine
from fondouk.market.shipments.queries import left_to_pack
from fondouk.market.shipments.rules import ContainerGiven, Mode, PackageGiven, ShipmentState


@dataclass(frozen=True, slots=True)
class Packed:
    """What the supplier says when the goods are packed: quantities by order line, packages, containers, invoice."""

    quantities: Mapping[int, Decimal]
    packages: tuple[PackageGiven, ...]
    invoice_number: str
    mode: str = Mode.FCL.value
    containers: tuple[ContainerGiven, ...] = ()
    port_from: str = ""
    port_to: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Departure:
    """What is known when the goods left: the day on board, the transport document, the vessel."""

    on_board_on: date
    bl_number: str = ""
    bl_release: str = ""
    bl_originals: int = 0
    vessel: str = ""
    voyage: str = ""
    carrier: str = ""
    consignee: str = ""
    notify: str = ""
    freight_collect: bool = False
    originals_held_by: str = ""
    dum_number: str = ""
    arrival_expected_on: date | None = None
    file: str = field(default="")


def prepare_shipment(*, order: str, packed: Packed, by: Actor, at: datetime) -> Shipment:
    """The goods are packed: lines, packages, containers, the invoice and the packing list. Raises Refused."""
    supplier = standing.require(by, "shipments.edit")
    row = _order_of(order, supplier.pk)
    lines = {line.position: line for line in row.lines.all()}
    refuse_if(_refusals_to_prepare(row, lines, packed))
    shipment = _opened(row, packed, by, at)
    _fill(shipment, lines, packed)
    _record("shipments.shipment.prepared", shipment, by, at)
    _issue_papers(shipment, by, at)
    return shipment


def ship(*, shipment: str, departure: Departure, by: Actor, at: datetime) -> Shipment:
    """The goods left: on board on a day, under a transport document. Tells the order, which may release money."""
    row = _locked(shipment, by)
    refuse_if(rules.refusal_to("ship", ShipmentState(row.state)))
    refuse_if(rules.refusal_of_arrival(departure.arrival_expected_on, departure.on_board_on))
    shipped_at = _moment(departure.on_board_on, at)
    quantities = {line.order_line.position: line.quantity for line in row.lines.select_related("order_line")}
    orders.record_shipped(order=row.order.reference, quantities=quantities, shipped_at=shipped_at, by=by, at=at)
    _write_departure(row, departure)
    row.state, row.shipped_at, row.shipped_by = ShipmentState.SHIPPED, shipped_at, by.label()
    row.save()
    _events_of_departure(row, departure, by, at)
    _record("shipments.shipment.shipped", row, by, at)
    _issue_papers(row, by, at)
    if departure.file:
        file_paper(
            shipment=shipment, kind=PaperKind.BILL_OF_LADING, number=row.bl_number or row.reference,
            file=departure.file, by=by, at=at,
        )  # fmt: skip
    return row


def record_event(
    *, shipment: str, kind: str, code: str, classifier: str, happens_at: datetime, by: Actor, at: datetime,
    place: str = "", equipment: str = "", raw: dict[str, Any] | None = None,
) -> Shipment:  # fmt: skip
    """One event in DCSA terms. An arrival that happened sets the shipment, and the order, to arrived."""
    row = _locked(shipment, by)
    if classifier == "ACT" and happens_at.date() == at.date():
        happens_at = min(happens_at, at)  # a form gives a day, which stands for its noon
    signed = row.order.signed_at.date() if row.order.signed_at else None
    refuse_if(rules.refusal_of_event(kind, code, classifier, happens_at, at, signed=signed))
    _event(row, kind, code, classifier, happens_at, by, at, place=place, equipment=equipment, raw=raw or {})
    _record("shipments.event.recorded", row, by, at, data={"code": code, "classifier": classifier})
    if (code, classifier) == ("ARRI", "ACT") and row.state == ShipmentState.SHIPPED:
        if row.shipped_at and happens_at.date() < row.shipped_at.date():
            text = sentence("The goods left on %(day)s and cannot have arrived before.")
            raise Refused(Refusal("shipment.event.early", text, {"day": row.shipped_at.date()}, "happens_on"))
        row.state, row.arrived_at = ShipmentState.ARRIVED, happens_at
        row.save()
        orders.record_arrived(order=row.order.reference, arrived_at=happens_at, by=by, at=at)
    return row


def record_delivery(*, shipment: str, delivered_on: date, by: Actor, at: datetime) -> Shipment:
    """The goods are at the buyer's: said by the buyer, the supplier or the forwarder. The inspection period begins."""
    row = _locked(shipment, by, also_buyer=True)
    refuse_if(rules.refusal_to("deliver", ShipmentState(row.state)))
    delivered_at = _moment(delivered_on, at, not_before=row.shipped_at)
    row.state, row.delivered_at, row.delivered_by = ShipmentState.DELIVERED, delivered_at, by.label()
    if row.shipped_at and delivered_at < row.shipped_at:
        text = sentence("The day of delivery lies between shipment and today.")
        raise Refused(Refusal("deliver.day", text, field="delivered_on"))
    row.save()
    _event(row, "EQUIPMENT", "DROP", "ACT", delivered_at, by, at, place=row.order.destination)
    _record("shipments.shipment.delivered", row, by, at)
    if _all_delivered(row.order):
        orders.record_delivered(order=row.order.reference, delivered_at=delivered_at, by=by, at=at)
    return row


def receive_order(*, order: str, delivered_at: datetime, by: Actor, at: datetime) -> Order:
    """The buyer says that all is here: the inspection period begins, and whatever was on its way has come."""
    told = orders.record_delivered(order=order, delivered_at=delivered_at, by=by, at=at)
    assert told.delivered_at is not None
    on_its_way = Shipment.objects.select_for_update(of=("self",)).select_related("order").filter(order=told)
    for row in on_its_way.filter(state__in=[ShipmentState.SHIPPED, ShipmentState.ARRIVED]):
        row.state, row.delivered_by = ShipmentState.DELIVERED, by.label()
        row.delivered_at = max(told.delivered_at, row.shipped_at or told.delivered_at)
        row.save()
        _event(row, "EQUIPMENT", "DROP", "ACT", row.delivered_at, by, at, place=told.destination)
        _record("shipments.shipment.delivered", row, by, at)
    return told


def cancel_shipment(*, shipment: str, by: Actor, at: datetime) -> Shipment:
    """Call off a shipment that has not left, for instance to pack it anew."""
    row = _locked(shipment, by)
    refuse_if(rules.refusal_to("cancel", ShipmentState(row.state)))
    row.state, row.cancelled_at, row.cancelled_by = ShipmentState.CANCELLED, at, by.label()
    row.save()
    _record("shipments.shipment.cancelled", row, by, at)
    return row


def file_paper(*, shipment: str, kind: str, number: str, file: str, by: Actor, at: datetime) -> Paper:
    """File a document received for this shipment: bill of lading, insurance, certificates."""
    row = _locked(shipment, by)
    place = order_printing.place_of(row.order, row.reference)
    return papers.file_paper(kind=kind, place=place, number=number or row.reference, file=file, by=by, at=at)


def _unknown() -> Refused:
    return Refused(Refusal("shipment.unknown", sentence("There is no such shipment here. Go back and choose again.")))


def _order_of(reference: str, supplier: int) -> Order:
    """The order, locked first, so that two shipments of one order are packed one after the other."""
    rows = Order.objects.select_for_update(of=("self",)).select_related("buyer", "supplier", "operator", "holder")
    row = rows.filter(reference=reference, supplier_id=supplier).first()
    if row is None:
        raise _unknown()
    return row


def _locked(reference: str, by: Actor, *, also_buyer: bool = False) -> Shipment:
    """The shipment behind its order's lock, for those who may write it; a stranger learns nothing."""
    found = Shipment.objects.filter(reference=reference).values("order_id", "supplier_id", "buyer_id").first()
    if found is None:
        raise _unknown()
    asking = standing.of(by)
    is_buyer = asking is not None and asking.company.pk == found["buyer_id"]
    company = standing.require(by, "orders.accept" if also_buyer and is_buyer else "shipments.edit")
    if company.pk not in ({found["supplier_id"], found["buyer_id"]} if also_buyer else {found["supplier_id"]}):
        raise _unknown()
    Order.objects.select_for_update().get(pk=found["order_id"])
    rows = Shipment.objects.select_for_update(of=("self",))
    return rows.select_related("order__buyer", "order__supplier", "order__holder").get(reference=reference)


def _refusals_to_prepare(order: Order, lines: Mapping[int, OrderLine], packed: Packed) -> list[Refusal]:
    found = []
    if order.state not in {"SIGNED", "IN_PROGRESS"}:
        found.append(Refusal("shipment.order", sentence("Goods are packed once both have signed the contract.")))
    elif order.shipped_at is not None:
        found.append(Refusal("ship.all", sentence("Nothing of this order is left to be shipped.")))
    found += rules.refusals_of_quantities(packed.quantities, left_to_pack(order, list(lines.values())))
    found += rules.refusals_of_packages(packed.packages)
    found += [refusal for one in packed.containers if (refusal := rules.refusal_of_container(one.number))]
    number = packed.invoice_number.strip()
    if not number:
        text = sentence("Enter your own invoice number: customs and your accounts go by it.")
        found.append(Refusal("papers.number", text, field="invoice_number"))
    elif Shipment.objects.filter(supplier=order.supplier_id, invoice_number=number).exclude(state="CANCELLED").exists():
        text = sentence("You have used invoice number %(number)s before. Enter the next one.")
        found.append(Refusal("shipment.invoice", text, {"number": number}, "invoice_number"))
    return found


def _opened(order: Order, packed: Packed, by: Actor, at: datetime) -> Shipment:
    return Shipment.objects.create(
        order=order, buyer_id=order.buyer_id, supplier_id=order.supplier_id, operator_id=order.operator_id,
        position=Shipment.objects.filter(order=order).count() + 1, mode=packed.mode,
        carrier=packed.carrier.strip()[:80],
        port_from=packed.port_from.strip().upper()[:5], port_to=packed.port_to.strip().upper()[:5],
        invoice_number=packed.invoice_number.strip()[:40], invoiced_on=at.date(), prepared_at=at,
        prepared_by=by.label(), shipper=order.supplier.legal_name, consignee=order.buyer.legal_name,
    )  # fmt: skip


def _fill(shipment: Shipment, lines: Mapping[int, OrderLine], packed: Packed) -> None:
    parties = _parties(shipment)
    ShipmentLine.objects.bulk_create(
        ShipmentLine(shipment=shipment, order_line=lines[position], quantity=quantity, **parties)
        for position, quantity in packed.quantities.items()
        if quantity
    )
    Package.objects.bulk_create(
        Package(
            shipment=shipment, position=position, count=one.count, type=one.type, marks=one.marks.strip()[:120],
            length_cm=one.length_cm, width_cm=one.width_cm, height_cm=one.height_cm, net_kg=one.net_kg,
            gross_kg=one.gross_kg or Decimal(0), volume_m3=one.volume_m3, **parties,
        )
        for position, one in enumerate(packed.packages, start=1)
    )  # fmt: skip
    Container.objects.bulk_create(
        Container(
            shipment=shipment, number=rules.container_number(one.number), type=one.type, seal=one.seal[:30], **parties
        )
        for one in packed.containers
    )


def _parties(shipment: Shipment) -> dict[str, int]:
    return {
        "buyer_id": shipment.buyer_id, "supplier_id": shipment.supplier_id, "operator_id": shipment.operator_id,
    }  # fmt: skip


def _write_departure(row: Shipment, departure: Departure) -> None:
    row.on_board_on = departure.on_board_on
    row.bl_number, row.bl_release = departure.bl_number.strip()[:40], departure.bl_release
    row.bl_originals, row.freight_collect = departure.bl_originals, departure.freight_collect
    row.vessel, row.voyage = departure.vessel.strip()[:80], departure.voyage.strip()[:30]
    row.carrier = departure.carrier.strip()[:80] or row.carrier
    row.consignee, row.notify = departure.consignee.strip()[:200] or row.consignee, departure.notify.strip()[:200]
    row.originals_held_by, row.dum_number = departure.originals_held_by[:80], departure.dum_number.strip()[:40]


def _events_of_departure(row: Shipment, departure: Departure, by: Actor, at: datetime) -> None:
    assert row.shipped_at is not None
    for box in row.containers.all():
        _event(row, "EQUIPMENT", "LOAD", "ACT", row.shipped_at, by, at, place=row.port_from, equipment=box.number)
    _event(row, "TRANSPORT", "DEPA", "ACT", row.shipped_at, by, at, place=row.port_from)
    planned = row.order.plan.get("arrived")
    if planned:
        _event(row, "TRANSPORT", "ARRI", "PLN", _noon(date.fromisoformat(planned)), by, at, place=row.port_to)
    if departure.arrival_expected_on:
        expected = _noon(departure.arrival_expected_on)
        _event(row, "TRANSPORT", "ARRI", "EST", expected, by, at, place=row.port_to)


def _event(
    row: Shipment, kind: str, code: str, classifier: str, happens_at: datetime, by: Actor, at: datetime, **more: Any
) -> ShipmentEvent:
    return ShipmentEvent.objects.create(
        shipment=row, kind=kind, code=code, classifier=classifier, happens_at=happens_at, recorded_at=at,
        recorded_by=by.label(), **_parties(row), **more,
    )  # fmt: skip


def _issue_papers(row: Shipment, by: Actor, at: datetime) -> None:
    """Invoice and packing list anew: with the vessel and the bill of lading, they are the next version."""
    place, language = order_printing.place_of(row.order, row.reference), order_printing.language_of(row.order)
    for kind, number, data in (
        (PaperKind.COMMERCIAL_INVOICE, row.invoice_number, printing.invoice_data(row)),
        (PaperKind.PACKING_LIST, f"PL-{row.invoice_number}"[:40], printing.packing_data(row)),
    ):
        papers.make_paper(
            kind=kind, place=place, number=number, data=data, language=language, owner=row.supplier_id, by=by, at=at
        )


def _record(name: str, row: Shipment, by: Actor, at: datetime, *, data: dict[str, Any] | None = None) -> None:
    parties = [row.buyer_id, row.supplier_id, row.operator_id]
    journal.record(name, subject=row.reference, within=row.order.reference, parties=parties, by=by, at=at, data=data)


def _all_delivered(order: Order) -> bool:
    """Whether everything ordered has been shipped and every shipment that left has come."""
    order.refresh_from_db(fields=["shipped_at"])
    done = [ShipmentState.DELIVERED, ShipmentState.CANCELLED]
    on_its_way = Shipment.objects.filter(order=order).exclude(state__in=done)
    return order.shipped_at is not None and not on_its_way.exists()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _moment(day: date, at: datetime, not_before: datetime | None = None) -> datetime:
    """A day somebody typed as a moment: noon, but not later than now, nor before what it follows, on the same day."""
    moment = min(_noon(day), at) if day == at.date() else _noon(day)
    return max(moment, not_before) if not_before is not None and not_before.date() == day else moment
