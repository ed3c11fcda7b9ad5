"""Who is told what: one table, journal event → (permission of the reader, sentence).

A colleague gets the first sentence whose permission they hold. The company that acted is not told of its own act,
save where a second person has to follow (`OWN`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from fondouk.kit.refusal import sentence

Word = tuple[str, str]

NEWS: Mapping[str, tuple[Word, ...]] = {
    "sourcing.inquiry.opened": (("sourcing.quote", sentence("%(company)s asks you for a quotation.")),),
    "sourcing.inquiry.closed": (("sourcing.quote", sentence("%(company)s closed its inquiry.")),),
    "sourcing.quotation.submitted": (("sourcing.ask", sentence("%(company)s sent you a quotation.")),),
    "sourcing.quotation.countered": (("sourcing.quote", sentence("%(company)s made a counter-offer.")),),
    "sourcing.quotation.accepted": (("sourcing.quote", sentence("%(company)s accepted your quotation.")),),
    "sourcing.quotation.declined": (("sourcing.quote", sentence("%(company)s declined your quotation.")),),
    "sourcing.quotation.withdrawn": (("sourcing.ask", sentence("%(company)s withdrew its quotation.")),),
    "sourcing.quotation.expired": (
        ("sourcing.quote", sentence("One of your quotations has expired.")),
        ("sourcing.ask", sentence("A quotation you received has expired.")),
    ),
    "sourcing.quotation.cost_changed": (
        (
            "sourcing.quote",
            sentence("The law changed: one of your offers now costs its buyer %(difference)s. Quote again."),
        ),
        ("sourcing.ask", sentence("The law changed: an offer you received now costs %(difference)s at your door.")),
    ),
    "orders.contract.proposed": (("orders.sign", sentence("A contract waits for your signature.")),),
    "orders.contract.signed": (("orders.sign", sentence("%(company)s signed the contract.")),),
    "orders.order.signed": (
        ("orders.pay", sentence("Both sides have signed. The first payment can be made now.")),
        ("orders.propose", sentence("Both sides have signed: the contract is in force.")),
        ("inspections.report", sentence("A contract names you as inspector.")),
    ),
    "orders.payment.reported": (("treasury.book", sentence("%(company)s reports a payment.")),),
    "orders.milestone.short": (("orders.pay", sentence("A payment arrived short. See what is missing.")),),
    "orders.milestone.funded": (
        ("orders.pay", sentence("Your payment has arrived.")),
        ("orders.propose", sentence("The buyer’s payment has arrived.")),
    ),
    "orders.order.begun": (("orders.propose", sentence("You can start to produce: what is due first is paid.")),),
    "orders.order.inspected": (
        ("orders.accept", sentence("The inspection report is there.")),
        ("orders.propose", sentence("The inspection report is there.")),
    ),
    "orders.order.shipped": (("orders.accept", sentence("Your goods are on their way.")),),
    "orders.order.arrived": (("orders.accept", sentence("Your goods have arrived at the port.")),),
    "orders.order.delivered": (
        ("orders.accept", sentence("The goods are delivered. Accept them, or make a claim in time.")),
        ("orders.propose", sentence("The goods are delivered.")),
    ),
    "orders.order.accepted": (("orders.propose", sentence("The goods are accepted.")),),
    "orders.milestone.released": (("payouts.view", sentence("Money was released to you.")),),
    "orders.milestone.refunded": (("orders.pay", sentence("Money is on its way back to you.")),),
    "orders.milestone.paid": (("payouts.view", sentence("The bank has paid you.")),),
    "orders.milestone.returned": (("payouts.view", sentence("The bank returned a payment. Check your account.")),),
    "orders.claim.opened": (
        ("orders.propose", sentence("%(company)s made a claim. The money it is about waits for the decision.")),
        ("disputes.decide", sentence("A claim by %(company)s waits for a decision.")),
    ),
    "orders.claim.withdrawn": (("orders.propose", sentence("%(company)s withdrew its claim.")),),
    "orders.claim.decided": (
        ("orders.claim", sentence("Your claim is decided.")),
        ("orders.propose", sentence("The claim is decided.")),
    ),
    "orders.short.proposed": (
        ("orders.cancel", sentence("%(company)s proposes to close the order short. Agree, or say why not.")),
        ("disputes.decide", sentence("%(company)s proposes to close an order short.")),
    ),
    "orders.short.agreed": (("orders.cancel", sentence("It is agreed: the order is closed short.")),),
    "orders.short.decided": (("orders.cancel", sentence("The operator closed the order short. Read the reasons.")),),
    "orders.short.declined": (("orders.cancel", sentence("%(company)s declined to close the order short.")),),
    "orders.order.cancelled": (("orders.propose", sentence("The order is cancelled.")),),
    "orders.review.written": (("reviews.write", sentence("%(company)s wrote a review.")),),
    "orders.review.replied": (("reviews.write", sentence("%(company)s answered your review.")),),
    "treasury.payout.built": (("treasury.approve", sentence("A payout waits for a second person.")),),
    "treasury.payout.rejection_asked": (
        ("treasury.approve", sentence("A payout is said to be refused by the bank: a second person confirms.")),
    ),
    "conversations.message.posted": (("messages.write", sentence("%(company)s wrote to you.")),),
    "companies.evidence.checked": (("evidence.add", sentence("One of your documents was checked.")),),
    "companies.member.joined": (("team.manage", sentence("A colleague joined your company.")),),
    "companies.mandate.given": (("partners.cohort", sentence("%(company)s gave you a mandate.")),),
    "companies.mandate.revoked": (("partners.cohort", sentence("%(company)s ended its mandate.")),),
    "companies.bank_account.added": (
        ("bank_accounts.confirm", sentence("A bank account was entered and waits for a second person.")),
    ),
    "catalogue.bill.runs_out": (
        ("catalogue.edit", sentence("A bill of materials runs out soon. Bring its figures up to date.")),
    ),
    "catalogue.bill.ran_out": (
        ("catalogue.edit", sentence("A bill of materials has run out: its goods count as not examined.")),
    ),
    "catalogue.product.held": (("catalogue.edit", sentence("One of your products is held back. Read why.")),),
}
OWN = frozenset(
    {
        "treasury.payout.built", "treasury.payout.rejection_asked", "companies.bank_account.added",
        "companies.member.joined",
    }
)  # fmt: skip
MAIL_HOURS = 24  # older news is shown in the inbox but no longer mailed


def word_for(event: str, permissions: Iterable[str]) -> Word | None:
    """What somebody with these permissions is told of this event, or None."""
    held = set(permissions)
    return next((word for word in NEWS.get(event, ()) if word[0] in held), None)


def sentence_of(event: str, permission: str) -> str:
    """The sentence a notice was written for; the event's first where the table has changed since."""
    words = NEWS.get(event) or (("", sentence("There is news.")),)
    return next((text for held, text in words if held == permission), words[0][1])


def is_worth_mailing(happened_at: datetime, at: datetime) -> bool:
    """Whether a message by e-mail still comes in time."""
    return at - happened_at < timedelta(hours=MAIL_HOURS)
