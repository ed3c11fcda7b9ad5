"""States and refusals of inquiries and quotations. Plain Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from fondouk.kit.money import line_total
from fondouk.kit.quantity import UNITS, is_whole, plain
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.sourcing.terms import Offer, PaymentRoute, PayWhen, ReleaseWhen, amounts

VALID_DAYS_MAX = 365
MILESTONES_MAX = 6
LINE_BELOW = 10**10  # major units of money, kilograms: what the tables hold with room to spare


class InquiryState(StrEnum):
    """OPEN until the supplier first answers; CLOSED when nothing more will come of it, or an order did."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"


class QuotationState(StrEnum):
    """A quotation is sent at once; what is being typed is kept in the reader's browser until then."""

    SENT = "SENT"
    COUNTERED = "COUNTERED"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


INQUIRY_TRANSITIONS: dict[InquiryState, dict[str, InquiryState]] = {
    InquiryState.OPEN: {"answer": InquiryState.ANSWERED, "close": InquiryState.CLOSED},
    InquiryState.ANSWERED: {"answer": InquiryState.ANSWERED, "close": InquiryState.CLOSED},
    InquiryState.CLOSED: {},
}

QUOTATION_TRANSITIONS: dict[QuotationState, dict[str, QuotationState]] = {
    QuotationState.SENT: {
        "revise": QuotationState.SENT,
        "counter": QuotationState.COUNTERED,
        "accept": QuotationState.ACCEPTED,
        "decline": QuotationState.DECLINED,
        "withdraw": QuotationState.WITHDRAWN,
        "expire": QuotationState.EXPIRED,
    },
    QuotationState.COUNTERED: {
        "revise": QuotationState.SENT,
        "accept": QuotationState.ACCEPTED,
        "decline": QuotationState.DECLINED,
        "withdraw": QuotationState.WITHDRAWN,
        "expire": QuotationState.EXPIRED,
    },
    QuotationState.ACCEPTED: {},
    QuotationState.DECLINED: {},
    QuotationState.WITHDRAWN: {},
    QuotationState.EXPIRED: {},
}

LIVE = (QuotationState.SENT, QuotationState.COUNTERED)

_ENDED = {
    QuotationState.ACCEPTED: sentence("This quotation has been accepted; the order takes it from here."),
    QuotationState.DECLINED: sentence("This quotation was declined. Ask again to receive a new one."),
    QuotationState.WITHDRAWN: sentence("The supplier has withdrawn this quotation. Ask for a new one."),
    QuotationState.EXPIRED: sentence("This quotation has expired. Ask the supplier to renew it."),
}


def refusal_to(verb: str, state: QuotationState) -> Refusal | None:
    """Why this verb does not apply to a quotation in this state, or None."""
    if verb in QUOTATION_TRANSITIONS[state]:
        return None
    if state in _ENDED:
        return Refusal(f"quotation.{state.lower()}", _ENDED[state])
    return Refusal("quotation.countered", sentence("Your counter-offer waits for the supplier's answer."))


def refusal_to_quote(inquiry: InquiryState) -> Refusal | None:
    """A closed inquiry takes no more quotations."""
    if inquiry != InquiryState.CLOSED:
        return None
    return Refusal("inquiry.closed", sentence("This inquiry is closed: no more quotations can be sent for it."))


def refusal_to_close(inquiry: InquiryState) -> Refusal | None:
    """An inquiry closes once."""
    if "close" in INQUIRY_TRANSITIONS[inquiry]:
        return None
    return Refusal("inquiry.closed.already", sentence("This inquiry is already closed."))


def refusal_to_accept(state: QuotationState, valid_until: date, on: date) -> Refusal | None:
    """A quotation binds until its last day, that day included."""
    refusal = refusal_to("accept", state)
    if refusal is None and on > valid_until:
        return Refusal(
            "quotation.expired",
            sentence("This quotation was valid until %(day)s. Ask the supplier to renew it."),
            {"day": valid_until},
        )
    return refusal


def refusal_of_version(*, read: int | None, current: int) -> Refusal | None:
    """Only what was read is accepted: a version sent meanwhile is read first."""
    if read in (None, current):
        return None
    text = sentence("The supplier sent a new version while you were reading. Read it, then accept.")
    return Refusal("quotation.revised", text)


def refusal_to_ask(*, quantity: Decimal, unit: str, message: str, own: bool, published: bool) -> Refusal | None:
    """Why this question cannot be put, or None."""
    if own:
        return Refusal("inquiry.own", sentence("This is your own product: buyers see the question button here."))
    if not published:
        text = sentence("This product is not offered at the moment. Look for a similar one.")
        return Refusal("inquiry.unpublished", text)
    if quantity <= 0:
        return Refusal("inquiry.quantity", sentence("Say how much you need: more than nothing."), field="quantity")
    if is_whole(unit) and quantity != quantity.to_integral_value():
        return Refusal("inquiry.whole", sentence("This unit is counted: give a whole number."), field="quantity")
    if not message.strip():
        text = sentence("Write a line about what you need; the supplier answers sooner.")
        return Refusal("inquiry.message", text, field="message")
    return None


def refusals_of_offer(offer: Offer, *, on: date, currencies: tuple[str, ...], held_available: bool) -> list[Refusal]:
    """Everything in the offer that cannot stand, at once."""
    found = [*_refusals_of_lines(offer), *_refusals_of_days(offer, on), *_refusals_of_milestones(offer)]
    if offer.currency not in currencies:
        found.append(Refusal("offer.currency", sentence("Choose one of the currencies listed."), field="currency"))
    if not offer.place_name.strip():
        text = sentence("Name the place that belongs to the Incoterms rule.")
        found.append(Refusal("offer.place", text, field="place_name"))
    if offer.payment_route not in list(PaymentRoute):
        found.append(Refusal("offer.route", sentence("Choose how the price is paid."), field="payment_route"))
    if offer.payment_route == PaymentRoute.HELD and not held_available:
        text = sentence("Held payment is off: the operator has named no licensed holder. Choose another route.")
        found.append(Refusal("offer.held", text, field="payment_route"))
    return found or _refusals_of_amounts(offer)


def _refusals_of_amounts(offer: Offer) -> list[Refusal]:
    """A share of a small price can round to nothing, and nothing cannot be wired."""
    if all(part.amount_minor > 0 for part in amounts(offer.total(), offer.milestones)):
        return []
    text = sentence("The price is too small to be divided like this; choose fewer payments.")
    return [Refusal("offer.milestones.nothing", text, field="milestones")]


def _refusals_of_lines(offer: Offer) -> list[Refusal]:
    if not offer.lines:
        return [Refusal("offer.lines", sentence("Put at least one line in the quotation."), field="lines")]
    found = []
    for number, line in enumerate(offer.lines, start=1):
        if not line.description.strip():
            text = sentence("Line %(line)s: say what is offered.")
            found.append(Refusal("offer.line.description", text, {"line": number}, "description"))
        if line.quantity <= 0 or line.unit_price <= 0:
            text = sentence("Line %(line)s: quantity and price are more than nothing.")
            found.append(Refusal("offer.line.positive", text, {"line": number}, "quantity"))
        elif line.quantity * line.unit_price >= LINE_BELOW or (line.net_kg or 0) >= LINE_BELOW:
            text = sentence("Line %(line)s is out of all measure: check quantity, weight and price.")
            found.append(Refusal("offer.line.measure", text, {"line": number}, "quantity"))
        elif line_total(line.quantity, line.unit_price, offer.currency).amount_minor == 0:
            text = sentence("Line %(line)s comes to nothing: check quantity and price.")
            found.append(Refusal("offer.line.nothing", text, {"line": number}, "unit_price"))
        if line.unit not in UNITS:
            text = sentence("Line %(line)s: choose one of the units listed.")
            found.append(Refusal("offer.line.unit", text, {"line": number}, "unit"))
        elif is_whole(line.unit) and line.quantity != line.quantity.to_integral_value():
            text = sentence("Line %(line)s: this unit is counted, give a whole number instead of %(quantity)s.")
            values = {"line": number, "quantity": plain(line.quantity)}
            found.append(Refusal("offer.line.whole", text, values, "quantity"))
    return found


def _refusals_of_days(offer: Offer, on: date) -> list[Refusal]:
    found = []
    if offer.valid_until < on:
        text = sentence("The last day of validity lies in the past; choose a later one.")
        found.append(Refusal("offer.valid", text, field="valid_until"))
    if (offer.valid_until - on).days > VALID_DAYS_MAX:
        text = sentence("A quotation is valid for at most %(days)s days.")
        found.append(Refusal("offer.valid.long", text, {"days": VALID_DAYS_MAX}, "valid_until"))
    if not 0 <= offer.lead_days <= 730:
        text = sentence("The lead time is between 0 and 730 days.")
        found.append(Refusal("offer.lead", text, field="lead_days"))
    return found


def _refusals_of_milestones(offer: Offer) -> list[Refusal]:
    terms = offer.milestones
    if not 1 <= len(terms) <= MILESTONES_MAX:
        text = sentence("Divide the price into 1 to %(max)s payments.")
        return [Refusal("offer.milestones", text, {"max": MILESTONES_MAX}, "milestones")]
    if any(one.share <= 0 for one in terms) or sum(one.share for one in terms) != 100:
        text = sentence("The payments must add up to 100 %%; now they make %(sum)s %%.")
        return [Refusal("offer.milestones.sum", text, {"sum": sum(one.share for one in terms)}, "milestones")]
    for number, one in enumerate(terms, start=1):
        if one.pay_when not in list(PayWhen) or one.release_when not in list(ReleaseWhen):
            text = sentence("Payment %(line)s: say when it is paid and when it goes to the supplier.")
            return [Refusal("offer.milestones.when", text, {"line": number}, "milestones")]
        needs_days = one.pay_when in (PayWhen.DAYS_AFTER_SHIPMENT, PayWhen.RETENTION)
        if (needs_days or one.release_when == ReleaseWhen.DAY) and not one.days:
            text = sentence("Payment %(line)s: give the number of days.")
            return [Refusal("offer.milestones.days", text, {"line": number}, "milestones")]
    return []
