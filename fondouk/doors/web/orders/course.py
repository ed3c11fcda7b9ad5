"""An order's steps, money and next actor in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fondouk.doors.web import formats
from fondouk.kit.money import Money
from fondouk.market.orders.queries import OrderView
from fondouk.market.orders.rules import MilestoneState
from fondouk.market.orders.timeline import Next, Step
from fondouk.market.sourcing.terms import MILESTONE_NAMES


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the timeline component."""

    title: Any
    who: Any
    state: str
    plan: date | None
    estimate: date | None
    actual: date | None
    delay: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the money bar."""

    kind: str
    words: str
    money: Money
    why: Any = ""


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts next, in words; `mine` when it is the reader's side."""

    step: Next
    who: Any
    title: str
    text: str
    mine: bool


def rows_of(view: OrderView, side: str) -> list[Row]:
    """The timeline as this side reads it."""
    return [_row(view, step, side) for step in view.steps]


def _row(view: OrderView, step: Step, side: str) -> Row:
    title = _(step.title)
    if step.payment is not None:
        name = _(MILESTONE_NAMES.get(step.payment.name, step.payment.name))
        share = formats.percent(step.payment.share / 100)
        title = _("%(payment)s received, %(share)s") % {"payment": name, "share": share}
    who = party_words(view, step.who, side)
    return Row(title, who, step.state, step.plan, step.estimate, step.actual, step.delay)


def party_words(view: OrderView, who: str, side: str) -> Any:
    """ "You" for the reader's own side, the company's name for the others."""
    if who == side:
        return _("You")
    if who == "both":
        return _("Both parties")
    if who == "carrier":
        return _("The carrier")
    names = {"buyer": view.buyer, "supplier": view.supplier, "operator": view.operator, "inspector": view.inspector}
    company = names.get(who)
    return formats.bdi(company.name) if company else ""


def who_acts(view: OrderView, side: str) -> Acting | None:
    """The block above the timeline."""
    step = view.next
    if step is None:
        return None
    both_and_open = step.who == "both" or (step.code == "sign" and step.who == side)
    mine = step.who == side or both_and_open
    text = _(step.text)
    return Acting(step, _who_by(view, step, side, mine), _(step.title), text, mine)


def _who_by(view: OrderView, step: Next, side: str, mine: bool) -> Any:
    day = formats.day(step.by) if step.by else ""
    if mine:
        return _("You act next, by %(day)s") % {"day": day} if day else _("You act next")
    name = party_words(view, step.who, side)
    if day:
        return formats.filled(_("%(party)s acts next, by %(day)s"), party=name, day=day)
    return formats.filled(_("%(party)s acts next"), party=name)


def money_parts(view: OrderView) -> list[Part]:
    """Released, held, frozen, refunded and still to come: together the price."""
    disputed = [one.held for one in view.milestones if one.state == MilestoneState.DISPUTED]
    frozen = sum(disputed, Money.zero(view.total.currency))
    held = view.money("held") - frozen
    waiting = view.total - view.money("received") - _called_off(view)
    parts = [
        Part("released", _("Released to the supplier"), view.money("released")),
        Part("held", _("Held") if view.held else _("On its way"), held),
        Part("disputed", _("Frozen by a claim"), frozen),
        Part("refunded", _("Refunded"), view.money("refunded")),
        Part("waiting", _("Still to be paid"), waiting),
    ]
    return [one for one in parts if one.money or one.kind in ("released", "held", "refunded")]


def _called_off(view: OrderView) -> Money:
    gone = [one.missing for one in view.milestones if one.state in (MilestoneState.CANCELLED, MilestoneState.REFUNDED)]
    paid_short = [one.missing for one in view.milestones if one.state in _FULL]
    return sum([*gone, *paid_short], Money.zero(view.total.currency))


_FULL = (
    MilestoneState.FUNDED, MilestoneState.RELEASED, MilestoneState.PAID, MilestoneState.SPLIT, MilestoneState.DISPUTED,
)  # fmt: skip
