"""Ending a partly shipped order: who may, and what its payments come to. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.orders.rules.course import Facts
from fondouk.market.orders.rules.states import (
    ORDER_IS,
    SHORT_TRANSITIONS,
    MilestoneState,
    OrderState,
    ShortState,
    refusal_to,
)


def refusal_to_close_short(facts: Facts) -> Refusal | None:
    """Only an order of which a part has left, and a part has not, can be closed short."""
    if facts.state not in (OrderState.SIGNED, OrderState.IN_PROGRESS):
        return refusal_to("begin", facts.state) or Refusal("order.short", ORDER_IS[facts.state])
    if facts.shipped:
        return Refusal("short.shipped", sentence("Nothing of this order is left to be shipped."))
    if not facts.partly_shipped:
        return Refusal("short.unshipped", sentence("Nothing has been shipped yet. Cancel the order instead."))
    if facts.open_claim:
        return Refusal("short.claim", sentence("A claim is open on this order. It is decided first."))
    return None


def refusal_to_propose_short(facts: Facts, reason: str) -> Refusal | None:
    """One proposal at a time, with a reason."""
    if (refusal := refusal_to_close_short(facts)) is not None:
        return refusal
    if facts.open_short:
        return Refusal("short.open", sentence("It is already proposed to close this order short."))
    if not reason.strip():
        return Refusal("short.reason", sentence("Give the reason: the other side reads it."), field="reason")
    return None


def refusal_to_answer_short(verb: str, state: ShortState, *, own: bool) -> Refusal | None:
    """The other side agrees or declines, the proposing side withdraws, once."""
    if verb not in SHORT_TRANSITIONS[state]:
        return Refusal("short.answered", sentence("This proposal was already answered or withdrawn."))
    if verb == "withdraw" and not own:
        return Refusal("short.not_own", sentence("The other side proposed this. Decline it instead."))
    if verb in ("agree", "decline") and own:
        return Refusal("short.own", sentence("Your own side proposed this. The other side answers."))
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """A milestone's figures in minor units."""

    reference: str
    state: str
    amount: int
    received: int
    released: int


@dataclass(frozen=True, slots=True)
class Cut:
    """What a milestone comes to when its order is closed short, and what of it goes back. 0: called off whole."""

    amount: int
    back: int


def cuts_to(worth: int, parts: Sequence[Part]) -> dict[str, Cut]:
    """How the payments shrink to what the shipped goods are worth (all in minor units), by milestone.

    What the supplier has already counts first; the rest is divided over the payments still open in proportion.
    """
    open_ = [one for one in parts if one.state in (MilestoneState.PENDING, MilestoneState.FUNDED)]
    gone = sum(one.released for one in parts if one not in open_)
    agreed = sum(one.amount for one in open_)
    wanted = min(agreed, max(worth - gone, 0))
    cuts, before, taken = {}, 0, 0
    for one in open_:
        before += one.amount
        amount = wanted * before // agreed - taken
        taken += amount
        cuts[one.reference] = Cut(amount, max(one.received - amount, 0))
    return cuts
