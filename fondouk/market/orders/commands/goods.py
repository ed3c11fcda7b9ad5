"""What happens to the goods: inspected, shipped, arrived, delivered, accepted. Each fact may let money go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import commands as companies
from fondouk.market.companies import standing
from fondouk.market.orders import rules
from fondouk.market.orders.commands import money as moves
from fondouk.market.orders.commands import rows
from fondouk.market.orders.commands.papers import issue_inspection_paper
from fondouk.market.orders.models import InspectionReport, Order
from fondouk.market.orders.rules import OrderState
from fondouk.market.sourcing.terms import ReleaseWhen

#: Whether the buyer tells of a delivery → the permission it takes.
_DELIVERY_TOLD = {True: "orders.accept", False: "shipments.edit"}


def record_inspection(
    *, order: str, passed: bool, findings: str, inspected_on: date, place: str, by: Actor, at: datetime, file: str = ""
) -> InspectionReport:
    """The inspector reports: pass or fail, with findings. Raises Refused."""
    row = rows.order_locked(order)
    inspector = standing.require(by, "inspections.report")
    if row.inspector_id != inspector.pk:
        raise rows.unknown()
    refuse_if(rules.refusal_to_inspect(rows.facts_of(row)))
    if not findings.strip():
        raise Refused(Refusal("inspect.findings", sentence("Write what was found."), field="findings"))
    _refuse_day("inspect", row, inspected_on, at, "inspected_on")
    report = InspectionReport.objects.create(
        order=row, buyer_id=row.buyer_id, supplier_id=row.supplier_id, operator_id=row.operator_id,
        inspector=inspector, passed=passed, findings=findings.strip(), inspected_on=inspected_on, place=place.strip(),
        file=file, reported_at=at, reported_by=by.label(),
    )  # fmt: skip
    row.inspected_at, row.inspection_passed = at, passed
    row.save()
    issue_inspection_paper(row, report, by=by, at=at)
    rows.record("orders.order.inspected", row, by, at, subject=report.reference, data={"passed": passed})
    rows.begin(row, by, at)
    return report


def record_shipped(
    *, order: str, quantities: Mapping[int, Decimal], shipped_at: datetime, by: Actor, at: datetime
) -> Order:
    """Goods left (shipments calls this): quantities by line position. Releases what waits for shipment."""
    row = rows.order_locked(order)
    milestones = rows.milestones_locked(row)
    refuse_if(rules.refusal_to_ship(rows.facts_of(row, milestones)))
    _refuse_day("ship", row, shipped_at.date() if shipped_at <= at else date.max, at, "on_board_on")
    _add_shipped(row, quantities)
    rows.begin(row, by, at)
    if all(line.shipped == line.quantity for line in row.lines.all()):
        row.shipped_at = shipped_at
        row.save()
        moves.release_on(row, milestones, ReleaseWhen.SHIPPED, by, at)
        rows.set_due_days(row, milestones)
    rows.record("orders.order.shipped", row, by, at)
    return row


def record_arrived(*, order: str, arrived_at: datetime, by: Actor, at: datetime) -> Order:
    """The ship or plane arrived (shipments calls this); nothing else depends on it."""
    row = rows.order_locked(order)
    if row.arrived_at is None:
        row.arrived_at = arrived_at
        row.save()
        rows.record("orders.order.arrived", row, by, at)
    return row


def accept_documents(*, order: str, by: Actor, at: datetime) -> Order:
    """The buyer accepts the shipping documents; releases what waits for that."""
    row = rows.order_locked(order)
    rows.require_buyer(row, by, "orders.accept")
    milestones = rows.milestones_locked(row)
    facts = rows.facts_of(row, milestones)
    if not facts.shipped or row.documents_accepted_at is not None:
        text = sentence("Documents are accepted once, after the goods were shipped.")
        raise Refused(Refusal("documents.accept", text))
    if facts.open_claim:
        refuse_if(rules.refusal_to_accept(facts))
    row.documents_accepted_at = at
    row.save()
    moves.release_on(row, milestones, ReleaseWhen.DOCUMENTS, by, at)
    rows.record("orders.documents.accepted", row, by, at)
    return row


def record_delivered(*, order: str, delivered_at: datetime, by: Actor, at: datetime) -> Order:
    """The goods are at the buyer's (shipments calls this, or the buyer says so); the inspection period begins.

    By the buyer's word it begins on the day named; by anybody else's when it is said, so that an earlier day given
    by the supplier cannot end the period before the buyer has heard of it.
    """
    row = rows.order_locked(order)
    if by.company not in (row.buyer.reference, row.supplier.reference):
        raise rows.unknown()
    said_by_buyer = standing.require(by, _DELIVERY_TOLD[by.company == row.buyer.reference]).pk == row.buyer_id
    refuse_if(rules.refusal_to_deliver(rows.facts_of(row)))
    if delivered_at.date() == at.date():
        delivered_at = min(delivered_at, at)  # a form gives a day, which stands for its noon
    if row.shipped_at and delivered_at.date() == row.shipped_at.date():
        delivered_at = max(delivered_at, row.shipped_at)
    if delivered_at > at or (row.shipped_at and delivered_at < row.shipped_at):
        text = sentence("The day of delivery lies between shipment and today.")
        raise Refused(Refusal("deliver.day", text, field="delivered_on"))
    row.delivered_at = delivered_at if said_by_buyer else at
    row.save()
    rows.record("orders.order.delivered", row, by, at)
    return row


def accept_goods(*, order: str, by: Actor, at: datetime) -> Order:
    """The buyer accepts: what waits for acceptance is released, the order is completed."""
    row = rows.order_locked(order)
    rows.require_buyer(row, by, "orders.accept")
    refuse_if(rules.refusal_to_accept(rows.facts_of(row)))
    _accept(row, by, at)
    return row


def accept_by_clock(*, order: str, by: Actor, at: datetime) -> Order | None:
    """The inspection period ended without a claim: the goods count as accepted. Does nothing otherwise."""
    row = rows.order_locked(order)
    if row.state != OrderState.IN_PROGRESS or row.delivered_at is None:
        return None
    if at < rules.inspection_ends_at(row.delivered_at, row.inspection_days):
        return None
    if rules.refusal_to_accept(rows.facts_of(row)) is not None:
        return None
    _accept(row, by, at)
    return row


def _accept(row: Order, by: Actor, at: datetime) -> None:
    milestones = rows.milestones_locked(row)
    row.state, row.accepted_at, row.accepted_by = OrderState.COMPLETED, at, by.label()
    row.save()
    for line in row.lines.all():
        line.accepted = line.shipped
        line.save(update_fields=["accepted"])
    moves.release_on(row, milestones, ReleaseWhen.ACCEPTANCE, by, at)
    rows.set_due_days(row, milestones)
    companies.record_evidence(
        company=row.supplier_id, kind="shipment", cause=row.reference, number=row.destination[:2],
        valid_from=at.date(), by=by, at=at,
    )  # fmt: skip
    rows.record("orders.order.accepted", row, by, at)
    moves.close_if_settled(row, milestones, by, at)


def _refuse_day(verb: str, row: Order, day: date, at: datetime, field: str) -> None:
    """What happens to the goods of a contract happens after its signature, and is told when it has happened."""
    signed = row.signed_at.date() if row.signed_at else at.date()
    if not signed <= day <= at.date():
        text = sentence("Choose a day between the signing of the contract, %(signed)s, and today.")
        raise Refused(Refusal(f"{verb}.day", text, {"signed": signed}, field))


def _add_shipped(row: Order, quantities: Mapping[int, Decimal]) -> None:
    if not quantities or all(amount == 0 for amount in quantities.values()):
        raise Refused(Refusal("ship.nothing", sentence("Say how much of each line is shipped."), field="quantities"))
    lines = {line.position: line for line in row.lines.select_for_update()}
    for position, amount in quantities.items():
        line = lines.get(position)
        if line is None or amount < 0 or line.shipped + amount > line.quantity:
            text = sentence("Line %(line)s: not more can be shipped than was ordered.")
            raise Refused(Refusal("ship.quantity", text, {"line": position}, "quantities"))
        line.shipped += amount
        line.save(update_fields=["shipped"])
