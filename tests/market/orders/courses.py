"""A trade that takes any course: verbs in any order, by anybody, with figures odd and even, money by bank files.

Each step either goes through or is refused with a sentence; nothing else may happen, and every invariant holds then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from fondouk.engines.bank_files.statements import Entry as BankEntry
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Claim, Milestone, Order, ShortClosing
from fondouk.market.treasury import commands as treasury
from fondouk.market.treasury.commands import Sender
from fondouk.market.treasury.models import Entry, Payout
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury import bank

STEP = timedelta(hours=7)
BEFORE = ("signature", "before_shipment")
PAID = ("BUILT", "APPROVED", "FILED", "BOOKED")
SENDER = Sender("Somebody Else Inc.", "", "LOYDCHGGXXX", "Chicago", "US")


@dataclass
class Course:
    """One order, the holder's bank account, and how far the clock has gone."""

    cast: Cast
    order: str
    at: datetime = AT
    balance: Money = field(default_factory=lambda: Money.zero("USD"))
    statements: int = 0
    done: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # the sentences

    def step(self, verb: str, who: int, first: int, second: int) -> None:
        """Try one verb, or with none what usually comes next; a refusal leaves everything as it was."""
        if not verb:
            verb, first, second = self.next_step()
        self.at += STEP
        balance, statements = self.balance, self.statements
        try:
            with transaction.atomic():
                VERBS[verb](self, self._actor(verb, who), first, second)
            self.done.append(verb)
        except Refused as refused:
            self.refused += [one.sentence for one in refused.refusals] or [""]
            self.balance, self.statements = balance, statements

    def next_step(self) -> tuple[str, int, int]:
        """What usually comes next: the verb and its two figures."""
        order = Order.objects.get(reference=self.order)
        rows = list(order.milestones.order_by("position"))
        before = [one for one in rows if one.state == "PENDING" and (order.shipped_at or one.pay_when in BEFORE)]
        if order.state in ("DRAFT", "CANCELLED", "CLOSED", "COMPLETED"):
            return self._next_of_money(order)
        if before:
            return "wire", rows.index(before[0]), 0
        if not order.shipped_at:
            missing = order.inspector_id and not order.inspections.filter(passed=True).exists()
            return ("inspect", 0, 1) if missing else ("ship", 0, 2 * (self.at.day % 2))
        if order.documents_accepted_at is None and any(one.release_when == "documents" for one in rows):
            return "documents", 0, 0
        return ("accept", 0, 0) if order.delivered_at else ("deliver", 0, 0)

    def _next_of_money(self, order: Order) -> tuple[str, int, int]:
        if order.milestones.filter(state="FUNDED").exists() and order.state == "COMPLETED":
            return "wait", 0, 3
        states = set(Payout.objects.values_list("state", flat=True))
        return "pay_out", next((place for place, one in enumerate(PAID) if one in states), 0), 1

    def _actor(self, verb: str, who: int) -> Actor:
        """Mostly whoever the verb belongs to; one time in five anybody at all."""
        cast = self.cast
        anybody = (cast.chicago.actor, cast.argan.actor, cast.operator.actor, cast.inspector.actor, cast.rival.actor,
                   cast.chicago.clerk, cast.chicago.second, cast.operator.clerk, cast.stranger)  # fmt: skip
        if who % 5 == 0:
            return anybody[who // 5 % len(anybody)]
        side = (cast.chicago.actor, cast.argan.actor)[who % 2]
        return {"buyer": cast.chicago.actor, "supplier": cast.argan.actor, "side": side,
                "operator": (cast.operator.actor, cast.operator.second)[who % 2],
                "inspector": cast.inspector.actor}[BELONGS.get(verb, "side")]  # fmt: skip

    def milestone(self, which: int) -> Milestone:
        """One of the order's milestones, as it stands."""
        rows = list(Milestone.objects.filter(order__reference=self.order).order_by("position"))
        return rows[which % len(rows)]

    def bank_says(self, entry: BankEntry) -> None:
        """The next statement of the holder's bank, with this entry alone."""
        opening = str(self.balance.decimal)
        self.statements += 1
        bank.imported(self.cast, entry, opening=opening, number=self.statements)
        self.balance = self.balance + entry.money if entry.incoming else self.balance - entry.money


def _amount(course: Course, which: int, how: int) -> str:
    """What is missing, a part of it, a bit less than it, or more; to odd cents."""
    row = course.milestone(which)
    missing = max(row.amount_minor - row.received_minor, 1)
    minor = (missing, missing, missing // 3 + 1, max(missing - 4_999, 1), missing + 12_345, 777)[how % 6]
    return str(Money(minor, "USD").decimal)


def _wire(course: Course, by: Actor, which: int, how: int) -> None:
    row = course.milestone(which)
    text = (row.creditor_reference, row.order.reference, row.reference, "thank you")[how % 4]
    party = ("Lakeview Table Co.", "Lakeview Table Co.", "Somebody Else Inc.")[which % 3]
    course.bank_says(
        bank.credit(_amount(course, which, how // 4), text, reference=f"IN-{course.statements}", party=party)
    )


def _assign(course: Course, by: Actor, which: int, how: int) -> None:
    entries = list(Entry.objects.filter(state="SUSPENSE").order_by("pk"))
    if entries:
        target = ("milestone", "milestone", "own", "payout")[how % 4]
        payout = Payout.objects.order_by("-pk").values_list("reference", flat=True).first() or ""
        treasury.assign_entry(
            entry=entries[which % len(entries)].reference, target=target, by=by, at=course.at,
            milestone=course.milestone(how).reference, payout=payout, note=("called them", "")[how % 2],
        )  # fmt: skip


def _send_back(course: Course, by: Actor, which: int, how: int) -> None:
    entry = Entry.objects.filter(state="SUSPENSE").order_by("pk").first()
    if entry is not None:
        number = trade.IBAN if how % 2 else "GB33BUKB20201555555555"
        sender = Sender(SENDER.name, number, SENDER.bic, SENDER.town, SENDER.country)
        treasury.send_back_entry(entry=entry.reference, sender=sender, note="asked for", by=by, at=course.at)


def _inspect(course: Course, by: Actor, which: int, how: int) -> None:
    orders.record_inspection(
        order=course.order, passed=how % 3 > 0, findings="Drums sealed.", inspected_on=course.at.date(), place="Agadir",
        by=by, at=course.at,
    )  # fmt: skip


def _ship(course: Course, by: Actor, which: int, how: int) -> None:
    line = Order.objects.get(reference=course.order).lines.get(position=1)
    rest = line.quantity - line.shipped
    quantity = (rest, rest, min(rest, Decimal(130)), rest + 1, Decimal(0))[how % 5]
    orders.record_shipped(order=course.order, quantities={1: quantity}, shipped_at=course.at, by=by, at=course.at)


def _deliver(course: Course, by: Actor, which: int, how: int) -> None:
    orders.record_delivered(order=course.order, delivered_at=course.at, by=by, at=course.at)


def _claim(course: Course, by: Actor, which: int, how: int) -> None:
    orders.open_claim(milestone=course.milestone(which).reference, words="Three drums leak.", by=by, at=course.at)


def _newest_claim(course: Course) -> Claim | None:
    return Claim.objects.filter(order__reference=course.order).order_by("-pk").first()


def _decide(course: Course, by: Actor, which: int, how: int) -> None:
    claim = _newest_claim(course)
    if claim is not None:
        part = Money((1, claim.amount_minor // 3, claim.amount_minor, claim.amount_minor + 1)[which % 4], "USD")
        decision = ("release", "refund", "split", "split")[how % 4]
        orders.decide_claim(
            claim=claim.reference, decision=decision, refund=part if decision == "split" else None,
            reasons="Photographs show it.", by=by, at=course.at,
        )  # fmt: skip


def _withdraw(course: Course, by: Actor, which: int, how: int) -> None:
    claim = _newest_claim(course)
    if claim is not None:
        orders.withdraw_claim(claim=claim.reference, by=by, at=course.at)


def _short(course: Course, by: Actor, which: int, how: int) -> None:
    """Propose to close short, or answer what is proposed."""
    found = ShortClosing.objects.filter(order__reference=course.order, answered_at=None).order_by("-pk").first()
    if found is None:
        orders.propose_short(order=course.order, reason="The season failed.", by=by, at=course.at)
        return
    shipped: dict[str, object] = {"shipped_at": course.at, "delivered": which % 2 == 0}
    answers: tuple[Callable[[], object], ...] = (
        lambda: orders.agree_to_short(short=found.reference, by=by, at=course.at, **shipped),  # type: ignore[arg-type]
        lambda: orders.decline_short(short=found.reference, reason="We want the rest.", by=by, at=course.at),
        lambda: orders.withdraw_short(short=found.reference, by=by, at=course.at),
        lambda: orders.decide_short(short=found.reference, reasons="Silence.", by=by, at=course.at, **shipped),  # type: ignore[arg-type]
    )
    answers[how % 4]()


def _wait(course: Course, by: Actor, which: int, how: int) -> None:
    """Days go by; the clock does what is due."""
    course.at += timedelta(days=(1, 4, 8, 31)[how % 4])
    orders.accept_by_clock(order=course.order, by=Actor.system("clock"), at=course.at)
    for row in Milestone.objects.filter(order__reference=course.order).order_by("position"):
        orders.release_by_day(milestone=row.reference, by=Actor.system("clock"), at=course.at)


def _pay_out(course: Course, by: Actor, which: int, how: int) -> None:
    """The next thing that happens to payouts: built, approved, filed, and what the bank says of them."""
    state = PAID[which % 4]
    row = Payout.objects.filter(state=state).order_by("pk").first()
    if row is None:
        treasury.build_payouts(by=by, at=course.at)
    elif state == "BUILT":
        treasury.approve_payout(payout=row.reference, by=by, at=course.at)
    elif state == "APPROVED":
        treasury.file_payouts(payouts=[row.reference], by=by, at=course.at)
    elif state == "FILED":
        course.bank_says(
            bank.debit(str(row.money.decimal), reference=f"OUT-{course.statements}", end_to_end=row.reference)
        )
    elif how % 3 == 0:
        course.bank_says(
            bank.credit(str(row.money.decimal), reference=f"BACK-{course.statements}", end_to_end=row.reference,
                        returned="AC04", party="Banque")
        )  # fmt: skip


def _reject(course: Course, by: Actor, which: int, how: int) -> None:
    row = Payout.objects.exclude(state__in=("REJECTED", "RETURNED")).order_by("-pk").first()
    if row is not None and how % 3:
        treasury.reject_payout(payout=row.reference, reason="A wrong account.", by=by, at=course.at)
    elif row is not None:
        treasury.keep_payout(payout=row.reference, by=by, at=course.at)


VERBS: dict[str, Callable[[Course, Actor, int, int], object]] = {
    "wire": _wire,
    "assign": _assign,
    "send_back": _send_back,
    "inspect": _inspect,
    "ship": _ship,
    "deliver": _deliver,
    "documents": lambda course, by, which, how: orders.accept_documents(order=course.order, by=by, at=course.at),
    "accept": lambda course, by, which, how: orders.accept_goods(order=course.order, by=by, at=course.at),
    "claim": _claim,
    "decide": _decide,
    "withdraw": _withdraw,
    "cancel": lambda course, by, which, how: orders.cancel_order(
        order=course.order, reason="No longer needed.", by=by, at=course.at
    ),
    "short": _short,
    "wait": _wait,
    "pay_out": _pay_out,
    "reject": _reject,
}
BELONGS = {
    "wire": "operator", "assign": "operator", "send_back": "operator", "inspect": "inspector", "ship": "supplier",
    "documents": "buyer", "accept": "buyer", "claim": "buyer", "decide": "operator", "withdraw": "buyer",
    "wait": "operator", "pay_out": "operator", "reject": "operator",
}  # fmt: skip
