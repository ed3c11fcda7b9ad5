"""Payouts and bank entries: states, transitions, refusals, and who a payer is. Plain Python."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.orders import rules as orders


class PayoutState(StrEnum):
    """How far a payout is. REJECTED and RETURNED free its amounts for a new one."""

    BUILT = "BUILT"
    APPROVED = "APPROVED"
    FILED = "FILED"
    BOOKED = "BOOKED"
    REJECTED = "REJECTED"
    RETURNED = "RETURNED"


class Purpose(StrEnum):
    """Whose money it is."""

    SUPPLIER = "supplier"
    REFUND = "refund"
    COMMISSION = "commission"
    SENDER = "sender"  # unknown money, back to who sent it


class EntryState(StrEnum):
    """What a bank entry turned out to be. Suspense is the only one that waits."""

    SUSPENSE = "SUSPENSE"
    RECEIPT = "RECEIPT"  # for a milestone, or set aside for its buyer
    PAYOUT = "PAYOUT"  # a payout of ours, booked
    RETURN = "RETURN"  # a payout of ours, sent back
    OWN = "OWN"  # bank charges and other money of the holder's own
    SENT_BACK = "SENT_BACK"  # on its way back to who sent it


class Why(StrEnum):
    """Why an entry waits in suspense."""

    UNKNOWN = "unknown"
    PAYER = "payer"
    CURRENCY = "currency"
    SEVERAL = "several"
    UNSIGNED = "unsigned"
    ROUTE = "route"
    AMOUNT = "amount"
    OUTGOING = "outgoing"


PAYOUT_TRANSITIONS: dict[PayoutState, dict[str, PayoutState]] = {
    PayoutState.BUILT: {"approve": PayoutState.APPROVED, "reject": PayoutState.REJECTED},
    PayoutState.APPROVED: {"file": PayoutState.FILED, "reject": PayoutState.REJECTED},
    PayoutState.FILED: {"book": PayoutState.BOOKED, "reject": PayoutState.REJECTED},
    PayoutState.BOOKED: {"return": PayoutState.RETURNED},
    PayoutState.REJECTED: {},
    PayoutState.RETURNED: {},
}
LIVE = (PayoutState.BUILT, PayoutState.APPROVED, PayoutState.FILED, PayoutState.BOOKED)
"""States in which a payout covers its amounts: a released amount stands in at most one of these."""

_PAYOUT_IS = {
    PayoutState.BUILT: sentence("This payout still waits for a second person to approve it."),
    PayoutState.APPROVED: sentence("This payout is already approved."),
    PayoutState.FILED: sentence("This payout is already in a payment file."),
    PayoutState.BOOKED: sentence("The bank has already booked this payout."),
    PayoutState.REJECTED: sentence("This payout was rejected. Its amounts go into the next one."),
    PayoutState.RETURNED: sentence("This payout was returned by the bank. Its amounts go into the next one."),
}


def refusal_to(verb: str, state: PayoutState) -> Refusal | None:
    """Why this verb does not apply to a payout in this state, or None."""
    if verb in PAYOUT_TRANSITIONS[state]:
        return None
    return Refusal(f"payout.{verb}.{state.lower()}", _PAYOUT_IS[state])


def refusal_of_account(*, retired: bool, confirmed: bool, usable_from_at: datetime, at: datetime) -> Refusal | None:
    """A new or changed bank account takes no money before 72 hours and a second person's word have passed."""
    if retired:
        return Refusal("payout.account.retired", sentence("The payee no longer uses this bank account. Reject the payout and build it again."))  # noqa: E501  # fmt: skip
    if not confirmed:
        return Refusal("payout.account.unconfirmed", sentence("The payee's bank account still waits for a second person to confirm it."))  # noqa: E501  # fmt: skip
    if at < usable_from_at:
        text = sentence("The payee's bank account was changed lately: no money goes there before %(until)s.")
        return Refusal("payout.account.held", text, {"until": usable_from_at})
    return None


def refusal_to_approve(*, state: PayoutState, built_by: str, person: str) -> Refusal | None:
    """The second person is a second person."""
    if (refusal := refusal_to("approve", state)) is not None:
        return refusal
    if built_by == person:
        text = sentence("You built this payout yourself. A second person approves it.")
        return Refusal("payout.approve.same_person", text)
    return None


def refusal_to_reject(*, state: PayoutState, reason: str, asked_by: str, person: str) -> Refusal | None:
    """A rejection has a reason, which the payee reads; once the bank has the payout, it takes two people.

    The bank may still carry out what it was handed: one person says it will not, a second one confirms it.
    """
    if (refusal := refusal_to("reject", state)) is not None:
        return refusal
    if state == PayoutState.FILED and asked_by == person:
        text = sentence("You have said yourself that the bank refused this payout. A second person confirms it.")
        return Refusal("payout.reject.same_person", text)
    if not reason.strip() and not asked_by:
        return Refusal("payout.reject.reason", sentence("Say why: the payee will read it."), field="reason")
    return None


def refusal_to_keep(*, state: PayoutState, asked_by: str) -> Refusal | None:
    """What nobody wants to reject needs no keeping."""
    if state == PayoutState.FILED and asked_by:
        return None
    return Refusal("payout.keep", sentence("Nobody has asked to reject this payout."))


def refusal_of_chain(*, opening: Money, previous_closing: Money | None) -> Refusal | None:
    """A statement goes on where the last one ended."""
    if previous_closing is None or opening == previous_closing:
        return None
    text = sentence("This statement begins with %(opening)s, but the last one imported ended with %(closing)s. Import the statement in between first.")  # noqa: E501  # fmt: skip
    return Refusal("statement.chain", text, {"opening": opening, "closing": previous_closing}, "file")


def refusal_of_sums(*, opening: Money, movement: Money, closing: Money) -> Refusal | None:
    """Opening and entries make the closing balance."""
    if opening + movement == closing:
        return None
    text = sentence("The statement does not add up: it begins with %(opening)s, its entries come to %(movement)s, and it ends with %(closing)s.")  # noqa: E501  # fmt: skip
    return Refusal(
        "statement.sums", text, {"opening": opening, "movement": movement, "closing": closing}, "file"
    )  # fmt: skip


def refusal_to_assign(*, state: EntryState, incoming: bool, target: str) -> Refusal | None:
    """Only what waits can be assigned; money that left the account pays no order and is sent back to nobody."""
    if state != EntryState.SUSPENSE:
        return Refusal("entry.assigned", sentence("This entry was already assigned."))
    if target not in ("own", "milestone", "payout", "sender"):
        return Refusal("entry.target", sentence("Choose what this entry is."), field="target")
    if target == "milestone" and not incoming:
        text = sentence("Money that left the account cannot pay an order.")
        return Refusal("entry.outgoing", text, field="target")
    if target == "sender" and not incoming:
        text = sentence("Money that left the account cannot be sent back.")
        return Refusal("entry.sender.outgoing", text, field="target")
    return None


def allowance(amount_minor: int, tolerance_minor: int) -> int:
    """How many minor units banks may keep of an amount on its way: the tolerance, at most a tenth, as for orders."""
    return orders.allowance(amount_minor, tolerance_minor)


def refusal_of_payout_named(
    *, incoming: bool, state: PayoutState, fits: bool, short: bool, note: str
) -> Refusal | None:
    """An entry is a payout's when the bank has just paid it, or sent it back, perhaps less its charges."""
    if state != (PayoutState.BOOKED if incoming else PayoutState.FILED):
        if incoming:
            text = sentence("Only a payout the bank has booked can come back.")
        else:
            text = sentence("Only a payout that is with the bank can have been paid.")
        return Refusal("entry.payout.state", text, field="payout")
    if not fits:
        return Refusal("entry.payout.amount", sentence("The amount is not that of the payout."), field="payout")
    if short and not note.strip():
        text = sentence("The bank kept a part of it. Say what you checked: the difference is borne by our own money.")
        return Refusal("entry.payout.note", text, field="note")
    return None


_FORMS = {
    "llc", "inc", "incorporated", "ltd", "limited", "corp", "corporation", "co", "company", "sarl", "sa", "sas", "snc",
    "au", "gmbh", "ag", "bv", "nv", "plc", "lp", "llp", "ltee", "cie", "cooperative", "coop", "the", "le", "la", "les",
}  # fmt: skip


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell firms apart: no accents, no case, no legal forms."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace(".", ""))
    return frozenset(words) - _FORMS or frozenset(words)


def same_party(payer: str, names: Iterable[str]) -> bool:
    """Whether a payer's name is one of these names: all words of the shorter stand in the longer one.

    Banks cut names at 35 characters, so a last word may be cut too.
    """
    paid_by = name_words(payer)
    return bool(paid_by) and any(_covers(paid_by, name_words(name)) for name in names if name)


def _covers(one: frozenset[str], other: frozenset[str]) -> bool:
    few, many = sorted((one, other), key=len)
    return 2 * len(few) >= len(many) and all(any(_same_word(word, long) for long in many) for word in few)


def _same_word(one: str, other: str) -> bool:
    """Equal, or the one cut short, with at least four letters left."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))


def compact(text: str) -> str:
    """Letters and digits alone, upper case: how references are looked for in remittances."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def references_in(text: str, lengths: dict[str, frozenset[int]]) -> list[str]:
    """Every piece of a remittance that begins like a reference and is as long as one.

    `lengths`: beginning → lengths that references with it have, e.g. {"RF": {15}, "ORD": {11}}.
    """
    plain = compact(text)
    found = []
    for beginning, sizes in lengths.items():
        start = plain.find(beginning)
        while start >= 0:
            found += [plain[start : start + size] for size in sorted(sizes) if start + size <= len(plain)]
            start = plain.find(beginning, start + 1)
    return found
