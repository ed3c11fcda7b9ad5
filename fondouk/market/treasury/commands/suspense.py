"""An entry in suspense is recognised by a person: for a milestone, or as the holder's own money."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.bank import Booked
from fondouk.market.treasury.matching import find_milestone
from fondouk.market.treasury.models import Entry
from fondouk.market.treasury.rules import EntryState, Why


def assign_entry(
    *, entry: str, target: str, by: Actor, at: datetime, milestone: str = "", note: str = ""
) -> Entry:  # fmt: skip
    """Say what an entry is. `target`: "milestone" (named by RF, milestone or order reference) or "own".

    Where the payer is not the buyer, `note` says what was checked. Raises Refused.
    """
    operator = standing.require(by, "treasury.book")
    with scope.as_system():
        row = Entry.objects.select_for_update(of=("self",)).select_related("account").filter(
            reference=entry, operator=operator
        ).first()  # fmt: skip
        if row is None:
            raise Refused(Refusal("entry.unknown", sentence("There is no such entry here. Go back and choose again.")))
        refuse_if(rules.refusal_to_assign(state=EntryState(row.state), incoming=row.incoming, target=target))
        refuse_if(_refusal_without_note(row, target, note))
        if target == "own":
            _keep(row, by, at)
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
