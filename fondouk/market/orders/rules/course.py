"""Why a step of an order is refused: signing, shipping, inspecting, accepting, claiming, reviewing. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.orders.rules.states import (
    ORDER_IS,
    ClaimState,
    Decision,
    MilestoneState,
    OrderState,
    refusal_to,
    refusal_to_change,
)


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
        return refusal_to("begin", facts.state) or Refusal("order.ship", ORDER_IS[facts.state])
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
        return refusal_to("begin", facts.state) or Refusal("order.inspect", ORDER_IS[facts.state])
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
