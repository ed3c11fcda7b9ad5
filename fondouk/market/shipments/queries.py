"""What a door may ask about shipments; a company sees those of its own trades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from fondouk.market.orders.models import Order, OrderLine
from fondouk.market.papers import queries as papers
from fondouk.market.papers.queries import PaperCard
from fondouk.market.shipments import rules
from fondouk.market.shipments.models import Shipment, ShipmentEvent, ShipmentLine
from fondouk.market.shipments.rules import Mode, ShipmentState


@dataclass(frozen=True, slots=True)
class Line:
    """An order line in a shipment, or what is left of it to pack."""

    position: int
    description: str
    quantity: Decimal
    unit: str
    ordered: Decimal


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A row of like packages."""

    count: int
    type: str
    marks: str
    size_cm: tuple[Decimal, ...]
    net_kg: Decimal | None
    gross_kg: Decimal
    volume_m3: Decimal | None


@dataclass(frozen=True, slots=True)
class Box:
    """A container."""

    number: str
    type: str
    seal: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `name` and `certainty` are sentences marked for translation."""

    kind: str
    code: str
    classifier: str
    name: str
    certainty: str
    happens_at: datetime
    place: str
    equipment: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ShipmentCard:
    """A shipment as lists and the order's page show it."""

    reference: str
    order: str
    position: int
    state: str
    mode: str
    invoice_number: str
    carrier: str
    vessel: str
    voyage: str
    port_from: str
    port_to: str
    bl_number: str
    on_board_on: date | None
    prepared_at: datetime
    shipped_at: datetime | None
    arrived_at: datetime | None
    delivered_at: datetime | None
    arrival_planned_on: date | None
    arrival_expected_on: date | None
    delay_days: int | None


@dataclass(frozen=True, slots=True)
class ShipmentPage:
    """Everything the shipment's own page shows."""

    card: ShipmentCard
    title: str
    buyer: str
    supplier: str
    buyer_id: int
    supplier_id: int
    lines: tuple[Line, ...]
    packages: tuple[PackageRow, ...]
    containers: tuple[Box, ...]
    events: tuple[Event, ...]
    papers: tuple[PaperCard, ...]
    consignee: str
    notify: str
    bl_release: str
    bl_originals: int
    freight_collect: bool
    originals_held_by: str
    dum_number: str


@dataclass(frozen=True, slots=True)
class ToPack:
    """What the packing form needs of an order: what is left of every line (zero too), and the ways it may go."""

    order: str
    title: str
    buyer: str
    destination: str
    incoterm: str
    place_code: str
    lines: tuple[Line, ...]
    mode: str = Mode.FCL.value  # the way the promised cost counts on


def shipments_of(order: str) -> list[ShipmentCard]:
    """The shipments of an order, first to last, those called off apart."""
    rows = _rows().filter(order__reference=order).exclude(state=ShipmentState.CANCELLED)
    return [_card(row, list(row.events.all())) for row in rows]


def shipments_for(company: int) -> list[ShipmentCard]:
    """Every shipment a company sends or awaits, newest first."""
    rows = (_rows().filter(supplier=company) | _rows().filter(buyer=company)).order_by("-prepared_at")
    return [_card(row, list(row.events.all())) for row in rows[:200]]


def shipment(reference: str) -> ShipmentPage | None:
    """One shipment, as far as the asking company may see it."""
    row = (
        _rows()
        .select_related("order__buyer", "order__supplier")
        .prefetch_related("lines__order_line", "packages", "containers")
        .filter(reference=reference)
        .first()
    )
    if row is None:
        return None
    kept = papers.papers_within(row.order.reference)
    return ShipmentPage(
        card=_card(row, list(row.events.all())), title=row.order.title, buyer=row.order.buyer.name,
        supplier=row.order.supplier.name, buyer_id=row.buyer_id, supplier_id=row.supplier_id, lines=_lines(row),
        packages=_packages(row), containers=tuple(Box(one.number, one.type, one.seal) for one in row.containers.all()),
        events=tuple(_event(one) for one in row.events.all()),
        papers=tuple(one for one in kept if one.subject == row.reference), consignee=row.consignee, notify=row.notify,
        bl_release=row.bl_release, bl_originals=row.bl_originals, freight_collect=row.freight_collect,
        originals_held_by=row.originals_held_by, dum_number=row.dum_number,
    )  # fmt: skip


def to_pack(order: str, supplier: int) -> ToPack | None:
    """What is left to pack of an order of this supplier; None for others' orders."""
    row = Order.objects.select_related("buyer").filter(reference=order, supplier=supplier).first()
    if row is None:
        return None
    lines = list(row.lines.all())
    left = left_to_pack(row, lines)
    return ToPack(
        row.reference, row.title, row.buyer.name, row.destination, row.incoterm, row.place_code,
        tuple(
            Line(line.position, line.description, left[line.position], line.unit, line.quantity)
            for line in lines
        ),
        _mode_promised(row),
    )  # fmt: skip


def _mode_promised(order: Order) -> str:
    """LCL, FCL20, air … of the estimate as a way of travel; a full container where none was promised."""
    promised = str((order.estimate or {}).get("mode") or "").lower()
    return next((mode.value for mode in Mode if promised.startswith(mode.value)), Mode.FCL.value)


def left_to_pack(order: Order, lines: Sequence[OrderLine]) -> dict[int, Decimal]:
    """By line position: ordered, less what stands in shipments that were not called off."""
    packed = ShipmentLine.objects.filter(shipment__order=order).exclude(shipment__state=ShipmentState.CANCELLED)
    taken: dict[int, Decimal] = {}
    for line_id, quantity in packed.values_list("order_line_id", "quantity"):
        taken[line_id] = taken.get(line_id, Decimal(0)) + quantity
    return {line.position: line.quantity - taken.get(line.pk, Decimal(0)) for line in lines}


def _rows() -> QuerySet[Shipment]:
    return Shipment.objects.select_related("order").prefetch_related("events")


def _lines(row: Shipment) -> tuple[Line, ...]:
    return tuple(
        Line(one.order_line.position, one.order_line.description, one.quantity, one.order_line.unit,
             one.order_line.quantity)
        for one in row.lines.all()
    )  # fmt: skip


def _packages(row: Shipment) -> tuple[PackageRow, ...]:
    return tuple(
        PackageRow(
            one.count, one.type, one.marks,
            tuple(side for side in (one.length_cm, one.width_cm, one.height_cm) if side is not None), one.net_kg,
            one.gross_kg, one.volume_m3,
        )
        for one in row.packages.all()
    )  # fmt: skip


def _event(one: ShipmentEvent) -> Event:
    return Event(
        one.kind, one.code, one.classifier, rules.EVENT_NAMES.get(one.code, one.code),
        rules.CLASSIFIERS[one.classifier], one.happens_at, one.place, one.equipment, one.recorded_at,
    )  # fmt: skip


def _card(row: Shipment, events: list[ShipmentEvent]) -> ShipmentCard:
    planned, expected = _day_of_arrival(events, "PLN"), _day_of_arrival(events, "EST")
    came = row.arrived_at.date() if row.arrived_at else None
    return ShipmentCard(
        row.reference, row.order.reference, row.position, row.state, row.mode, row.invoice_number, row.carrier,
        row.vessel, row.voyage, row.port_from, row.port_to, row.bl_number, row.on_board_on, row.prepared_at,
        row.shipped_at, row.arrived_at, row.delivered_at, planned, expected,
        rules.delay_days(planned, came or expected),
    )  # fmt: skip


def _day_of_arrival(events: list[ShipmentEvent], classifier: str) -> date | None:
    """The last word on the arrival, of this certainty."""
    said = [one for one in events if one.code == "ARRI" and one.classifier == classifier]
    return max(said, key=lambda one: one.recorded_at).happens_at.date() if said else None
