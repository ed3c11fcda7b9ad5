"""Every write of readiness: marks of a supplier on its products, and the tasks of signed orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.engines.requirements import checklist
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import ProductState
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company, Evidence
from fondouk.market.companies.rules import SCHEMES
from fondouk.market.orders.models import Order, OrderLine
from fondouk.market.readiness import queries, rules
from fondouk.market.readiness.models import Mark, Task


def mark_requirement(
    *, product: str, requirement: str, state: str, by: Actor, at: datetime, note: str = "", evidence: str = ""
) -> Product:
    """Say that a requirement is done or not needed, with a note or a certificate of one's own. Raises Refused."""
    company, row = _own(product, by)
    proof = _certificate(company, evidence)
    known = any(one.code == requirement for one in checklist.in_force_on(at.date()))
    refuse_if(rules.refusal_to_mark(known=known, state=state, note=note, evidence=proof is not None))
    _withdraw(row, requirement, by, at)
    Mark.objects.create(
        product=row, requirement=requirement, state=state, note=note.strip(), evidence=proof, marked_at=at,
        marked_by=by.label(),
    )  # fmt: skip
    return _record(row, "marked", requirement, by, at)


def withdraw_mark(*, product: str, requirement: str, by: Actor, at: datetime) -> Product:
    """Take a mark back: the requirement is open again. Raises Refused."""
    _, row = _own(product, by)
    if not _withdraw(row, requirement, by, at):
        raise Refused(Refusal("readiness.unmarked", sentence("This requirement is open already.")))
    return _record(row, "unmarked", requirement, by, at)


def _own(reference: str, by: Actor) -> tuple[Company, Product]:
    company = standing.require(by, "catalogue.edit")
    row = Product.objects.select_for_update().filter(reference=reference, supplier=company).first()
    if row is None:
        raise Refused(Refusal("product.unknown", sentence("There is no such product.")))
    return company, row


def _certificate(company: Company, reference: str) -> Evidence | None:
    if not reference:
        return None
    found = Evidence.objects.filter(company=company, reference=reference, kind="certificate", state="ACCEPTED").first()
    if found is None:
        raise Refused(
            Refusal("readiness.certificate", sentence("Choose one of your accepted certificates."), field="evidence")
        )
    return found


def _withdraw(row: Product, requirement: str, by: Actor, at: datetime) -> bool:
    marks = Mark.objects.filter(product=row, requirement=requirement, withdrawn_at=None)
    return bool(marks.update(withdrawn_at=at, withdrawn_by=by.label()))


def _record(row: Product, verb: str, requirement: str, by: Actor, at: datetime) -> Product:
    journal.record(
        f"readiness.requirement.{verb}", subject=row.reference, within=row.reference, parties=[row.supplier_id], by=by,
        at=at, data={"requirement": requirement},
    )  # fmt: skip
    return row


def draw_tasks(*, order: str, by: Actor, at: datetime) -> Order:
    """Copy what the goods need at their destination into a signed order, once; what the supplier marked is done."""
    row = Order.objects.select_for_update().get(reference=order)
    if row.signed_at is None or Task.objects.filter(order=row).exists():
        return row
    on = row.signed_at.date()
    lines = list(OrderLine.objects.filter(order=row))
    shown = _shown(lines, row.signed_at)
    made = [
        _task(row, number, item, [shown(item, line) for line in concerned])
        for number, (item, concerned) in enumerate(_needed(row, lines, on), start=1)
    ]
    Task.objects.bulk_create(made)
    return _told(row, "drawn", row.reference, by, at)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What the supplier had for a requirement when the order was signed, since when, and by whom."""

    note: str
    at: datetime
    by: str


def _shown(lines: list[OrderLine], signed_at: datetime) -> Callable[[checklist.Item, OrderLine], _Proof | None]:
    """What answers a requirement for a line: the supplier's mark, or a certificate of the product."""
    on = signed_at.date()
    keys = [line.product_id for line in lines if line.product_id]
    marks = queries.marks_of(keys, on=on)
    held = {one.id: one.certificates for one in catalogue.publications(keys, states=set(ProductState), on=on)}

    def shown(item: checklist.Item, line: OrderLine) -> _Proof | None:
        mark = marks.get(line.product_id or 0, {}).get(item.code)
        if mark is not None:
            return _Proof(mark.note or SCHEMES.get(mark.scheme, mark.scheme), mark.marked_at, mark.marked_by)
        proof = next((one for one in held.get(line.product_id or 0, ()) if one.scheme in item.schemes), None)
        said = f"{SCHEMES.get(proof.scheme, proof.scheme)} {proof.number}".strip() if proof else ""
        return _Proof(said[: rules.NOTE_LENGTH_MAX], signed_at, "system:readiness") if proof else None

    return shown


def _needed(order: Order, lines: list[OrderLine], on: date) -> list[tuple[checklist.Item, list[OrderLine]]]:
    """Each requirement once, with the lines it concerns."""
    found: dict[str, tuple[checklist.Item, list[OrderLine]]] = {}
    for line in lines:
        for item in checklist.needed(line.hs6, country=order.destination[:2], on=on):
            found.setdefault(item.code, (item, []))[1].append(line)
    return [found[item.code] for item in checklist.in_order(item for item, _ in found.values())]


def _task(order: Order, position: int, item: checklist.Item, shown: list[_Proof | None]) -> Task:
    """A task; done already where the supplier had shown it for every product concerned."""
    task = Task(
        order=order, position=position, buyer_id=order.buyer_id, supplier_id=order.supplier_id,
        operator_id=order.operator_id, requirement=item.code, version=item.version, kind=item.kind, side=item.side,
        names=dict(item.names), texts=dict(item.texts), source=item.source, address=item.address,
        retrieved_on=item.retrieved_on, due_on=_due_on(order, item),
    )  # fmt: skip
    known = [one for one in shown if one is not None]
    if item.side == "supplier" and known and len(known) == len(shown):
        task.note, task.done_at, task.done_by = known[0].note, known[0].at, known[0].by
    return task


def _due_on(order: Order, item: checklist.Item) -> date | None:
    """By the planned days; what should have been there before anybody signed is due at once, not in the past."""
    days = {step: date.fromisoformat(day) for step, day in order.plan.items()}
    due = item.due_on(shipped=days.get("shipped"), arrived=days.get("arrived"))
    return max(due, order.signed_at.date()) if due and order.signed_at else due


def complete_task(*, task: str, by: Actor, at: datetime, note: str = "", file: str = "") -> Task:
    """The side whose task it is says what shows that it is done: a note, a file, or both. Raises Refused."""
    row, company = _own_task(task, by)
    refuse_if(rules.refusal_to_complete(done=row.done_at is not None, note=note, file=bool(file)))
    if file:
        found = store.find(file)
        if found is None or found.owner != company.pk or found.state != "READY":
            raise Refused(Refusal("task.file", sentence("Choose the file again."), field="file"))
    row.note, row.file, row.done_at, row.done_by = note.strip(), file, at, by.label()
    row.save()
    _told(row.order, "done", row.reference, by, at)
    return row


def reopen_task(*, task: str, by: Actor, at: datetime) -> Task:
    """The same side takes it back: it is open again, and what was said of it stays in the journal's order."""
    row, _ = _own_task(task, by)
    if row.done_at is None:
        raise Refused(Refusal("task.open", sentence("This task is open already.")))
    row.done_at, row.done_by = None, ""
    row.save()
    _told(row.order, "reopened", row.reference, by, at)
    return row


def _own_task(reference: str, by: Actor) -> tuple[Task, Company]:
    company = standing.require(by, "orders.tasks")
    row = Task.objects.select_for_update(of=("self",)).select_related("order").filter(reference=reference).first()
    if row is None or company.pk not in (row.buyer_id, row.supplier_id):
        raise Refused(Refusal("task.unknown", sentence("There is no such task.")))
    if company.pk != (row.supplier_id if row.side == "supplier" else row.buyer_id):
        raise Refused(Refusal("task.other", sentence("This task is the other side’s. Write to them if it is urgent.")))
    return row, company


def _told(order: Order, verb: str, subject: str, by: Actor, at: datetime) -> Order:
    journal.record(
        f"readiness.task.{verb}", subject=subject, within=order.reference,
        parties=[order.buyer_id, order.supplier_id, order.operator_id], by=by, at=at,
    )  # fmt: skip
    return order
