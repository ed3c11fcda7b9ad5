"""Orders and milestones: states, transitions, refusals, arithmetic. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.sourcing.terms import PayWhen, ReleaseWhen


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

_ORDER_IS = {
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
    return Refusal(f"order.{verb}.{state.lower()}", _ORDER_IS[state])


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


def refusal_to_sign(*, state: OrderState, already: bool, hash_shown: str, hash_now: str) -> Refusal | None:
    """A signature counts for the text that was read, once a side."""
    if state != OrderState.PROPOSED:
        return refusal_to("sign", state)
    if already:
        return Refusal("sign.already", sentence("Your company has already signed. The other side signs next."))
    if hash_shown != hash_now:
        text = sentence("The contract changed while you were reading. Read the new text, then sign.")
        return Refusal("sign.changed", text)
    return None


def refusal_to_cancel(*, state: OrderState, shipped: bool, claimed: bool) -> Refusal | None:
    """An order can be cancelled until goods are shipped; after that a claim is the way."""
    if (refusal := refusal_to("cancel", state)) is not None:
        return refusal
    if shipped:
        text = sentence("The goods are on their way, so the order cannot be cancelled. Open a claim instead.")
        return Refusal("order.cancel.shipped", text)
    if claimed:
        text = sentence("A claim is open on this order. It is decided first.")
        return Refusal("order.cancel.claimed", text)
    return None


@dataclass(frozen=True, slots=True)
class Facts:
    """What an order's rules look at; the commands and queries fill it from rows."""

    state: OrderState
    inspection_required: bool = False
    inspection_passed: bool | None = None
    partly_shipped: bool = False
    shipped: bool = False
    delivered: bool = False
    accepted: bool = False
    open_claim: bool = False
    open_short: bool = False
    unpaid_before_shipment: bool = False
    refunded_before_shipment: bool = False
    signed_buyer: bool = False
    signed_supplier: bool = False
    unfunded_on_signature: bool = False


def refusal_to_ship(facts: Facts) -> Refusal | None:
    """Goods leave when what must be paid before is held, and a passed inspection is on record where agreed."""
    if facts.state not in (OrderState.SIGNED, OrderState.IN_PROGRESS):
        return refusal_to("begin", facts.state) or Refusal("order.ship", _ORDER_IS[facts.state])
    if facts.open_claim:
        return Refusal("ship.claim", sentence("A claim is open on this order. It is decided before goods leave."))
    if facts.shipped:
        return Refusal("ship.all", sentence("Nothing of this order is left to be shipped."))
    if facts.open_short:
        text = sentence("It is proposed to close this order short. That is answered or withdrawn before goods leave.")
        return Refusal("ship.short", text)
    if facts.inspection_required and facts.inspection_passed is None:
        text = sentence("The contract asks for an inspection before shipment. Wait for the report.")
        return Refusal("ship.uninspected", text)
    if facts.inspection_required and not facts.inspection_passed:
        return Refusal("ship.failed", sentence("The inspection failed. Mend the goods and have them inspected again."))
    if facts.unpaid_before_shipment:
        text = sentence("A payment due before shipment has not been received. Ship when it is held.")
        return Refusal("ship.unpaid", text)
    if facts.refunded_before_shipment:
        text = sentence("A payment due before shipment was refunded. Cancel this order and agree on a new one.")
        return Refusal("ship.refunded", text)
    return None


def refusal_to_inspect(facts: Facts) -> Refusal | None:
    """A report counts for a running order whose goods have not left."""
    if facts.state not in (OrderState.SIGNED, OrderState.IN_PROGRESS):
        return refusal_to("begin", facts.state) or Refusal("order.inspect", _ORDER_IS[facts.state])
    if not facts.inspection_required:
        return Refusal("inspect.none", sentence("This contract asks for no inspection."))
    if facts.shipped:
        return Refusal("inspect.shipped", sentence("The goods have already been shipped."))
    if facts.inspection_passed:
        return Refusal("inspect.passed", sentence("The goods already passed inspection."))
    return None


def refusal_to_accept(facts: Facts) -> Refusal | None:
    """Goods are accepted once delivered and while no claim is open."""
    if facts.state != OrderState.IN_PROGRESS:
        return refusal_to("accept", facts.state)
    if facts.open_claim:
        return Refusal("accept.claim", sentence("Your claim is still open. Withdraw it, or wait for the decision."))
    if not facts.delivered:
        text = sentence("The goods have not been delivered yet. Record the delivery first.")
        return Refusal("accept.undelivered", text)
    return None


def refusal_to_deliver(facts: Facts) -> Refusal | None:
    """Delivery follows shipment, once."""
    if facts.delivered:
        return Refusal("deliver.already", sentence("The delivery is already on record."))
    if not facts.shipped:
        return Refusal("deliver.unshipped", sentence("The goods have not been shipped yet."))
    return refusal_to("accept", facts.state)


def refusal_to_claim(*, state: MilestoneState, order: OrderState, open_claim: bool, words: str) -> Refusal | None:
    """A claim freezes money that is held; what was released is claimed from the supplier, not from held money."""
    if order not in (OrderState.IN_PROGRESS, OrderState.SIGNED, OrderState.COMPLETED):
        return refusal_to("begin", order)
    if open_claim:
        return Refusal("claim.open", sentence("A claim on this payment is already open."))
    if (refusal := refusal_to_change("dispute", state)) is not None:
        return refusal
    if not words.strip():
        text = sentence("Say what is wrong with the goods, and what you would accept.")
        return Refusal("claim.words", text, field="words")
    return None


def refusal_to_decide(
    *, state: ClaimState, decision: str, refund: Money | None, amount: Money, reasons: str, is_party: bool
) -> Refusal | None:
    """A decision has reasons, comes from neither party, and divides exactly what is held."""
    if state != ClaimState.OPEN:
        return Refusal("claim.decided", sentence("This claim was already decided or withdrawn."))
    if is_party:
        return Refusal("claim.party", sentence("Whoever decides must be neither buyer nor supplier."))
    if decision not in list(Decision):
        return Refusal("claim.decision", sentence("Choose release, refund or split."), field="decision")
    if not reasons.strip():
        return Refusal("claim.reasons", sentence("Give the reasons: both sides will read them."), field="reasons")
    if decision == Decision.SPLIT and not _inside(refund, amount):
        text = sentence("The part refunded must lie between nothing and %(amount)s.")
        return Refusal("claim.split", text, {"amount": amount}, "refund")
    return None


def _inside(part: Money | None, whole: Money) -> bool:
    return part is not None and part.currency == whole.currency and 0 < part.amount_minor < whole.amount_minor


def refusal_to_review(*, order: OrderState, accepted: bool, already: bool, score: int, words: str) -> Refusal | None:
    """One review for each order and side, after acceptance."""
    if not accepted or order not in (OrderState.COMPLETED, OrderState.CLOSED):
        return Refusal("review.early", sentence("Reviews are written after the goods were accepted."))
    if already:
        return Refusal("review.already", sentence("Your company has already reviewed this order."))
    if not 1 <= score <= 5:
        return Refusal("review.score", sentence("Say how well the goods agreed with the contract."), field="score")
    if not words.strip():
        return Refusal("review.words", sentence("Write a sentence or two for the next buyer."), field="words")
    return None


def is_funded(received: Money, amount: Money, tolerance_minor: int) -> bool:
    """Received in full, or short by no more than what banks keep on the way (dated data per currency).

    Never by more than a tenth: a tolerance greater than a small payment would count any cent as the whole.
    """
    return received.amount_minor >= amount.amount_minor - allowance(amount.amount_minor, tolerance_minor)


def allowance(amount_minor: int, tolerance_minor: int) -> int:
    """How many minor units a payment of this amount may be short by: the tolerance, at most a tenth."""
    return min(tolerance_minor, amount_minor // 10)


def releases_on(fact: str, release_when: str) -> bool:
    """Whether a recorded fact (funded, shipped, documents, acceptance) lets this milestone's money go."""
    return fact == release_when and fact != ReleaseWhen.DAY


def due_on(
    pay_when: str, days: int | None, *, signed: date | None, shipped: date | None, accepted: date | None,
    ready: date | None, pay_days: int,
) -> date | None:  # fmt: skip
    """The day by which a milestone must be paid, None while its condition has not come."""
    if pay_when == PayWhen.SIGNATURE:
        return signed + timedelta(days=pay_days) if signed else None
    if pay_when == PayWhen.BEFORE_SHIPMENT:
        return ready
    if pay_when in (PayWhen.AGAINST_COPY_OF_BL, PayWhen.AGAINST_DOCUMENTS):
        return shipped + timedelta(days=pay_days) if shipped else None
    if pay_when == PayWhen.DAYS_AFTER_SHIPMENT:
        return shipped + timedelta(days=days or 0) if shipped else None
    return accepted + timedelta(days=days or 0) if accepted else None


def inspection_ends_at(delivered_at: datetime, days: int) -> datetime:
    """When the buyer's inspection period ends by itself."""
    return delivered_at + timedelta(days=days)


def refusal_to_close_short(facts: Facts) -> Refusal | None:
    """Only an order of which a part has left, and a part has not, can be closed short."""
    if facts.state not in (OrderState.SIGNED, OrderState.IN_PROGRESS):
        return refusal_to("begin", facts.state) or Refusal("order.short", _ORDER_IS[facts.state])
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
