"""How far orders, payments, claims and proposals are, and what may come next. Plain Python."""

from __future__ import annotations

from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence


class OrderState(StrEnum):
    """How far a contract is. How much is funded is derived from the milestones, never an order state."""

    DRAFT = "DRAFT"
    PROPOSED = "PROPOSED"
    SIGNED = "SIGNED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"


class MilestoneState(StrEnum):
    """How far one part of the price is."""

    PENDING = "PENDING"
    FUNDED = "FUNDED"
    DISPUTED = "DISPUTED"
    RELEASED = "RELEASED"
    REFUNDED = "REFUNDED"
    SPLIT = "SPLIT"
    PAID = "PAID"
    CANCELLED = "CANCELLED"


class ClaimState(StrEnum):
    """A buyer's claim: open until the operator decides or the buyer withdraws it."""

    OPEN = "OPEN"
    DECIDED = "DECIDED"
    WITHDRAWN = "WITHDRAWN"


class ShortState(StrEnum):
    """One side proposes to end a partly shipped order; the other answers, or the operator decides."""

    OPEN = "OPEN"
    AGREED = "AGREED"
    DECIDED = "DECIDED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"


class Decision(StrEnum):
    """What becomes of frozen money."""

    RELEASE = "release"
    REFUND = "refund"
    SPLIT = "split"


class ReviewState(StrEnum):
    """A review is published at once; the operator may remove it with a reason."""

    PUBLISHED = "PUBLISHED"
    REMOVED = "REMOVED"


ORDER_TRANSITIONS: dict[OrderState, dict[str, OrderState]] = {
    OrderState.DRAFT: {"propose": OrderState.PROPOSED, "cancel": OrderState.CANCELLED},
    OrderState.PROPOSED: {
        "propose": OrderState.PROPOSED,
        "sign": OrderState.SIGNED,
        "cancel": OrderState.CANCELLED,
    },
    OrderState.SIGNED: {"begin": OrderState.IN_PROGRESS, "cancel": OrderState.CANCELLED},
    OrderState.IN_PROGRESS: {"accept": OrderState.COMPLETED, "cancel": OrderState.CANCELLED},
    OrderState.COMPLETED: {"close": OrderState.CLOSED},
    OrderState.CLOSED: {},
    OrderState.CANCELLED: {},
}


MILESTONE_TRANSITIONS: dict[MilestoneState, dict[str, MilestoneState]] = {
    MilestoneState.PENDING: {"fund": MilestoneState.FUNDED, "cancel": MilestoneState.CANCELLED},
    MilestoneState.FUNDED: {
        "release": MilestoneState.RELEASED,
        "refund": MilestoneState.REFUNDED,
        "dispute": MilestoneState.DISPUTED,
    },
    MilestoneState.DISPUTED: {
        "thaw": MilestoneState.FUNDED,
        "release": MilestoneState.RELEASED,
        "refund": MilestoneState.REFUNDED,
        "split": MilestoneState.SPLIT,
    },
    MilestoneState.RELEASED: {"pay": MilestoneState.PAID},
    MilestoneState.PAID: {"return": MilestoneState.RELEASED},
    MilestoneState.REFUNDED: {},
    MilestoneState.SPLIT: {},
    MilestoneState.CANCELLED: {},
}


SHORT_TRANSITIONS: dict[ShortState, dict[str, ShortState]] = {
    ShortState.OPEN: {
        "agree": ShortState.AGREED,
        "decide": ShortState.DECIDED,
        "decline": ShortState.DECLINED,
        "withdraw": ShortState.WITHDRAWN,
    },
    ShortState.AGREED: {},
    ShortState.DECIDED: {},
    ShortState.DECLINED: {},
    ShortState.WITHDRAWN: {},
}


#: A milestone that holds no money any more and expects none.
SETTLED = (MilestoneState.PAID, MilestoneState.REFUNDED, MilestoneState.SPLIT, MilestoneState.CANCELLED)


ORDER_IS = {
    OrderState.DRAFT: sentence("The contract has not been proposed yet."),
    OrderState.PROPOSED: sentence("The contract still waits for a signature."),
    OrderState.SIGNED: sentence("The contract is already signed by both."),
    OrderState.IN_PROGRESS: sentence("This order is already under way."),
    OrderState.COMPLETED: sentence("The goods were already accepted."),
    OrderState.CLOSED: sentence("This order is closed."),
    OrderState.CANCELLED: sentence("This order was cancelled."),
}


def refusal_to(verb: str, state: OrderState) -> Refusal | None:
    """Why this verb does not apply to an order in this state, or None."""
    if verb in ORDER_TRANSITIONS[state]:
        return None
    return Refusal(f"order.{verb}.{state.lower()}", ORDER_IS[state])


def refusal_to_change(verb: str, state: MilestoneState) -> Refusal | None:
    """Why this verb does not apply to a milestone in this state, or None."""
    if verb in MILESTONE_TRANSITIONS[state]:
        return None
    sentences = {
        MilestoneState.PENDING: sentence("This payment has not been received yet."),
        MilestoneState.FUNDED: sentence("This payment is held."),
        MilestoneState.DISPUTED: sentence("This money is frozen by a claim until the operator decides."),
        MilestoneState.RELEASED: sentence("This money was already released to the supplier."),
        MilestoneState.PAID: sentence("This money was already paid to the supplier."),
        MilestoneState.REFUNDED: sentence("This money was already refunded to the buyer."),
        MilestoneState.SPLIT: sentence("This money was already divided by a decision."),
        MilestoneState.CANCELLED: sentence("This payment was cancelled with its order."),
    }
    return Refusal(f"milestone.{verb}.{state.lower()}", sentences[state])
