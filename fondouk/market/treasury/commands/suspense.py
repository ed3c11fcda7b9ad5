"""An entry in suspense is recognised by a person: for a milestone, as a payout, or as the holder's own money."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.orders import commands as orders
from fondouk.market.orders.commands.money import tolerance_on
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.bank import Booked
from fondouk.market.treasury.commands.payouts import book_payout, payout_locked, return_payout
from fondouk.market.treasury.commands.senders import entry_locked
from fondouk.market.treasury.matching import find_milestone
from fondouk.market.treasury.models import Entry
from fondouk.market.treasury.rules import EntryState, PayoutState, Why


def assign_entry(
    *, entry: str, target: str, by: Actor, at: datetime, milestone: str = "", payout: str = "", note: str = ""
) -> Entry:  # fmt: skip
    """Say what an entry is. `target`: "milestone" (named by RF, milestone or order reference), "payout" or "own".

    Where the payer is not the buyer, or a payout came back less charges, `note` says what was checked. Raises Refused.
    """
    operator = standing.require(by, "treasury.book")
    with scope.as_system():
        row = entry_locked(entry, operator)
        refuse_if(rules.refusal_to_assign(state=EntryState(row.state), incoming=row.incoming, target=target))
        refuse_if(_refusal_without_note(row, target, note))
        if target == "own":
            _keep(row, by, at)
        elif target == "payout":
            _pay(row, payout, operator, note, by, at)
        else:
            _give(row, _meant(row, milestone), by, at)
        row.note, row.assigned_at, row.assigned_by, row.why = note.strip()[:300], at, by.label(), ""
        row.save()
        journal.record(
            "treasury.entry.assigned", subject=row.reference, within=row.account.reference, parties=[operator.pk],
            by=by, at=at,
        )  # fmt: skip
    return row


def _refusal_without_note(row: Entry, target: str, note: str) -> Refusal | None:
    if row.why == Why.PAYER and target == "milestone" and not note.strip():
        text = sentence("The payer is not the buyer. Say what you checked, and with whom.")
        return Refusal("entry.note", text, field="note")
    return None


def _keep(row: Entry, by: Actor, at: datetime) -> None:
    bank.keep_as_own(row.account.reference, Booked(row.reference, row.money, row.incoming), by=by, at=at)
    row.state, row.milestone = EntryState.OWN.value, ""


def _pay(row: Entry, named: str, operator: Company, note: str, by: Actor, at: datetime) -> None:
    """The bank paid this payout, or sent it back; what it kept on the way back comes out of the holder's own money."""
    found = payout_locked(references.normalise(named) if named.strip() else "", operator)
    kept = found.amount_minor - row.amount_minor if found.currency == row.currency and row.incoming else 0
    kept_max = rules.allowance(found.amount_minor, tolerance_on(row.currency, at.date()))
    fits = found.currency == row.currency and row.amount_minor + kept == found.amount_minor and 0 <= kept <= kept_max
    refuse_if(
        rules.refusal_of_payout_named(
            incoming=row.incoming, state=PayoutState(found.state), fits=fits, short=kept > 0, note=note
        )
    )
    if kept:
        money = Money(kept, row.currency)
        bank.bear_charges(row.account.reference, money, entry=row.reference, by=by, at=at)
    carry_out = return_payout if row.incoming else book_payout
    carry_out(payout=found.reference, entry=row, account=row.account.reference, by=by, at=at)
    row.state = (EntryState.RETURN if row.incoming else EntryState.PAYOUT).value
    row.payout, row.milestone = found.reference, ""


def _meant(row: Entry, named: str) -> Milestone:
    found = find_milestone(named or row.milestone)
    if found is None:
        text = sentence("No payment has this reference. Enter the RF reference or the order's reference.")
        raise Refused(Refusal("entry.milestone", text, field="milestone"))
    if found.order.payment_route != "held":
        text = sentence("This order is not paid through held money, so nothing can be booked for it here.")
        raise Refused(Refusal("entry.route", text, field="milestone"))
    if found.order.signed_at is None and found.order.state != "CANCELLED":
        text = sentence("The contract still waits for a signature. Assign the entry when both have signed.")
        raise Refused(Refusal("entry.unsigned", text, field="milestone"))
    return found


def _give(row: Entry, milestone: Milestone, by: Actor, at: datetime) -> None:
    orders.record_receipt(
        milestone=milestone.reference, money=row.money, entry=row.reference, account=row.account.reference, by=by, at=at
    )
    row.state, row.milestone = EntryState.RECEIPT.value, milestone.reference
