"""The steps of an order with plan, estimate and actual day, and who acts next by when. Plain Python over facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fondouk.kit.refusal import sentence
from fondouk.market.orders.rules import MilestoneState, OrderState

BUYER, SUPPLIER, BOTH, INSPECTOR, OPERATOR, CARRIER = "buyer", "supplier", "both", "inspector", "operator", "carrier"


@dataclass(frozen=True, slots=True)
class Payment:
    """A milestone as the timeline needs it."""

    reference: str
    name: str
    position: int
    share: int
    state: MilestoneState
    due_on: date | None
    funded_on: date | None
    pay_when: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened so far."""

    state: OrderState
    plan: dict[str, date]
    held: bool = True
    inspection_required: bool = False
    inspection_passed: bool | None = None
    proposed_on: date | None = None
    signed_buyer: bool = False
    signed_supplier: bool = False
    signed_on: date | None = None
    ready_on: date | None = None
    inspected_on: date | None = None
    shipped_on: date | None = None
    arrived_on: date | None = None
    delivered_on: date | None = None
    accepted_on: date | None = None
    accepted_by_clock: bool = False
    paid_on: date | None = None
    inspection_days: int = 7
    claim_open: bool = False
    short_by_buyer: bool | None = None  # who proposed to close short; None: nobody has
    reviewed_by_buyer: bool = False
    payments: tuple[Payment, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the timeline. `state` is done, now or future; `who` acts; days may be None."""

    code: str
    title: str
    who: str
    state: str
    plan: date | None = None
    estimate: date | None = None
    actual: date | None = None
    delay: int = 0
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """Who acts next, what it is, by when (None: no deadline), and why."""

    code: str
    who: str
    title: str
    text: str
    by: date | None = None
    payment: Payment | None = None


TITLES: dict[str, str] = {
    "signed": sentence("Contract signed"),
    "payment": sentence("Payment received"),
    "inspected": sentence("Inspection passed"),
    "shipped": sentence("Goods shipped"),
    "arrived": sentence("Arrived at the port"),
    "delivered": sentence("Delivered"),
    "accepted": sentence("Accepted, or inspection period ended"),
    "paid": sentence("Held money released and paid out"),
}


def steps(course: Course) -> list[Step]:
    """All steps in their order; the first that is not done is the current one."""
    ended = course.state == OrderState.CANCELLED
    called_off = () if ended else (MilestoneState.CANCELLED,)
    payments = [one for one in course.payments if one.state not in called_off]
    before = [one for one in payments if one.pay_when in ("signature", "before_shipment")]
    after = [one for one in payments if one not in before]
    rows = [_row(course, "signed", BOTH, course.signed_on)]
    rows += [_paid_in(course, one) for one in before if one.pay_when == "signature"]
    if course.inspection_required:
        rows.append(_row(course, "inspected", INSPECTOR, course.inspected_on if course.inspection_passed else None))
    rows += [_paid_in(course, one) for one in before if one.pay_when != "signature"]
    rows.append(_row(course, "shipped", SUPPLIER, course.shipped_on))
    rows += [_paid_in(course, one) for one in after]
    rows.append(_row(course, "arrived", CARRIER, course.arrived_on or course.delivered_on))
    rows.append(_row(course, "delivered", CARRIER, course.delivered_on))
    rows.append(_row(course, "accepted", BUYER, course.accepted_on))
    rows.append(_row(course, "paid", OPERATOR, course.paid_on))
    return _with_current(_with_estimates(rows), ended=ended)


def _row(course: Course, code: str, who: str, actual: date | None) -> Step:
    return Step(code, TITLES[code], who, "future", course.plan.get(code), None, actual)


def _paid_in(course: Course, one: Payment) -> Step:
    plan = course.plan.get("deposit" if one.pay_when == "signature" else "balance")
    estimate = None if one.funded_on else one.due_on
    return Step("payment", TITLES["payment"], BUYER, "future", plan, estimate, one.funded_on, 0, one)


def _with_estimates(rows: list[Step]) -> list[Step]:
    """Carry the last known delay forward to what is still to come."""
    late, found = 0, []
    for row in rows:
        if row.actual and row.plan:
            late = (row.actual - row.plan).days
            found.append(_changed(row, delay=max(late, 0)))
        elif row.plan and row.actual is None:
            moved = row.plan + timedelta(days=max(late, 0))
            found.append(_changed(row, estimate=moved, delay=max(late, 0)))
        else:
            found.append(row)
    return found


def _changed(row: Step, *, state: str | None = None, estimate: date | None = None, delay: int | None = None) -> Step:
    return Step(
        row.code, row.title, row.who, state or row.state, row.plan, estimate or row.estimate, row.actual,
        row.delay if delay is None else delay, row.payment,
    )  # fmt: skip


def _with_current(rows: list[Step], *, ended: bool) -> list[Step]:
    found, reached = [], ended
    for row in rows:
        if row.actual is not None:
            found.append(_changed(row, state="done"))
        elif not reached:
            reached = True
            found.append(_changed(row, state="now"))
        else:
            found.append(row)
    return found


def next_step(course: Course) -> Next | None:
    """Who acts next and by when; None when nothing is left to do."""
    if course.state == OrderState.CANCELLED:
        return None
    return _before_signature(course) or _disputed(course) or _short(course) or _under_way(course) or _after(course)


def _before_signature(course: Course) -> Next | None:
    if course.state == OrderState.DRAFT:
        text = sentence("Add your order number and importer details, then put the contract to both for signature.")
        return Next("propose", BUYER, sentence("Propose the contract"), text)
    if course.state != OrderState.PROPOSED:
        return None
    text = sentence("Read the contract and sign it. It binds when both have signed.")
    who = BOTH if not (course.signed_buyer or course.signed_supplier) else BUYER if course.signed_supplier else SUPPLIER
    return Next("sign", who, sentence("Sign the contract"), text)


def _disputed(course: Course) -> Next | None:
    if not course.claim_open:
        return None
    text = sentence("The money concerned is frozen until the decision, which both sides read with its reasons.")
    return Next("decide", OPERATOR, sentence("Decide the claim"), text)


def _short(course: Course) -> Next | None:
    if course.short_by_buyer is None:
        return None
    text = sentence("The other side proposes to end the order with what has been shipped. Agree, or say why not.")
    who = SUPPLIER if course.short_by_buyer else BUYER
    return Next("short", who, sentence("Answer the proposal to close the order short"), text)


def _under_way(course: Course) -> Next | None:
    if course.state not in (OrderState.SIGNED, OrderState.IN_PROGRESS):
        return None
    if (due := _payment_due(course, "signature")) is not None:
        return _pay(due)
    if course.shipped_on is None:
        return _until_shipment(course)
    if (due := next((one for one in course.payments if _open(one) and one.due_on), None)) is not None:
        return _pay(due)
    if course.delivered_on is None:
        text = sentence("Record the events of the journey, and the delivery when the goods are handed over.")
        return Next("deliver", SUPPLIER, sentence("Follow the goods to the door"), text, course.plan.get("delivered"))
    ends = course.delivered_on + timedelta(days=course.inspection_days)
    text = sentence("Check the goods. Accept them, or open a claim. After that day they count as accepted.")
    return Next("accept", BUYER, sentence("Accept the goods or open a claim"), text, ends)


def _until_shipment(course: Course) -> Next:
    if course.inspection_required and not course.inspection_passed:
        text = sentence("The inspector looks at the goods before they leave and reports what was found.")
        return Next("inspect", INSPECTOR, sentence("Inspect the goods"), text, course.ready_on)
    if (due := _payment_due(course, "before_shipment")) is not None:
        return _pay(due)
    text = sentence("Everything due before shipment is in place. Pack, hand over and record the shipment.")
    return Next("ship", SUPPLIER, sentence("Ship the goods"), text, course.plan.get("shipped"))


def _payment_due(course: Course, pay_when: str) -> Payment | None:
    return next((one for one in course.payments if _open(one) and one.pay_when == pay_when), None)


def _open(one: Payment) -> bool:
    return one.state == MilestoneState.PENDING


def _pay(one: Payment) -> Next:
    text = sentence("Wire the amount with the reference below; the bank statement shows it, usually within two days.")
    return Next("pay", BUYER, sentence("Pay the next part of the price"), text, one.due_on, one)


def _after(course: Course) -> Next | None:
    if course.state == OrderState.COMPLETED:
        if not course.reviewed_by_buyer:
            text = sentence("Two sentences help the next buyer, and the maker.")
            return Next("review", BUYER, sentence("Review the trade"), text)
        if course.held:
            text = sentence("Released money goes out with the next payment file.")
            return Next("payout", OPERATOR, sentence("Pay the supplier out"), text)
    return None
