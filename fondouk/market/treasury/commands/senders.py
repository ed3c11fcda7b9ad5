"""Money nobody can place goes back to who sent it, through a payout that a second person approves."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from fondouk.engines.bank_files.payouts import plain
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import addresses, bank_accounts, references
from fondouk.kit.actor import Actor
from fondouk.kit.addresses import Address
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.bank import Booked
from fondouk.market.treasury.commands.payouts import record
from fondouk.market.treasury.models import Entry, Payout, PayoutItem
from fondouk.market.treasury.owed import holder_account
from fondouk.market.treasury.rules import EntryState, Purpose


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom the money goes back to. `number` counts only where the bank did not name the account itself."""

    name: str
    number: str
    bic: str
    town: str
    country: str


def send_back_entry(*, entry: str, sender: Sender, note: str, by: Actor, at: datetime) -> Payout:
    """Owe an unplaced entry back to its sender and build the payout. Raises Refused, with everything that is wrong."""
    operator = standing.require(by, "treasury.payout")
    with scope.as_system():
        row = entry_locked(entry, operator)
        refuse_if(rules.refusal_to_assign(state=EntryState(row.state), incoming=row.incoming, target="sender"))
        number = bank_accounts.compact(row.party_account or sender.number)
        refuse_if(_refusals_of(sender, number, note))
        payout = _owed_and_built(row, _told(sender, number), operator, by, at)
        row.state, row.milestone, row.payout, row.why = EntryState.SENT_BACK.value, "", payout.reference, ""
        row.note, row.assigned_at, row.assigned_by = note.strip()[:300], at, by.label()
        row.save()
        journal.record(
            "treasury.entry.sent_back", subject=row.reference, within=row.account.reference, parties=[operator.pk],
            by=by, at=at,
        )  # fmt: skip
    return payout


def entry_locked(reference: str, operator: Company) -> Entry:
    """One entry of the operator's, locked. Raises Refused."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related("account")
    row = rows.filter(reference=reference, operator=operator).first()
    if row is None:
        raise Refused(Refusal("entry.unknown", sentence("There is no such entry here. Go back and choose again.")))
    return row


def _refusals_of(sender: Sender, number: str, note: str) -> list[Refusal]:
    found = []
    if not plain(sender.name, 70) or not plain(sender.town or "-", 35):
        text = sentence("Write the sender's name and town in Latin letters: banks take no others.")
        found.append(Refusal("sender.name", text, field="name"))
    if re.fullmatch(r"[A-Z0-9]{4,34}", number) is None or (_looks_iban(number) and not bank_accounts.is_iban(number)):
        text = sentence("Enter the account the money came from, as the bank wrote it.")
        found.append(Refusal("sender.number", text, field="number"))
    if not bank_accounts.is_bic(sender.bic):
        found.append(Refusal("sender.bic", sentence("Enter the BIC of the sender's bank: 8 or 11 characters."), field="bic"))  # noqa: E501  # fmt: skip
    if (refusal := addresses.refusal_of(Address(town=sender.town, country=sender.country))) is not None:
        found.append(refusal)
    if not note.strip():
        text = sentence("Say why it goes back, and what you checked.")
        found.append(Refusal("sender.note", text, field="note"))
    return found


def _looks_iban(number: str) -> bool:
    return re.match(r"[A-Z]{2}[0-9]{2}", number) is not None


def _told(sender: Sender, number: str) -> dict[str, str]:
    scheme = "IBAN" if bank_accounts.is_iban(number) else "RIB" if bank_accounts.is_rib(number) else "BBAN"
    told = {name: value.strip() for name, value in asdict(sender).items()}
    told["name"], told["bic"] = told["name"][:70], bank_accounts.compact(sender.bic)
    return {**told, "number": number, "scheme": scheme}


def _owed_and_built(row: Entry, told: dict[str, str], operator: Company, by: Actor, at: datetime) -> Payout:
    """Back from the account it came to, or the holder's present one in that currency."""
    payout, entry = references.new("PAY"), Booked(row.reference, row.money, row.incoming)
    owed = bank.owe_to_sender(row.account.reference, entry, payout=payout, by=by, at=at)
    built = Payout.objects.create(
        reference=payout, operator=operator, purpose=Purpose.SENDER.value, sender=told,
        paid_from=_paid_from(row, operator), currency=row.currency, amount_minor=row.amount_minor, built_at=at,
        built_by=by.label(),
    )  # fmt: skip
    PayoutItem.objects.create(
        payout=built, operator=operator, transfer=owed, kind="send_back", cause=row.reference, milestone="",
        amount_minor=row.amount_minor,
    )  # fmt: skip
    bank.hold_payout(payout, purpose=Purpose.SENDER, payee=row.reference, money=row.money, by=by, at=at)
    record("built", built, by, at)
    return built


def _paid_from(row: Entry, operator: Company) -> BankAccount:
    if row.account.retired_at is None and row.account.confirmed_at is not None:
        return row.account
    found = holder_account(operator, row.currency)
    if found is None:
        text = sentence("The holder has no account in %(currency)s to pay from.")
        raise Refused(Refusal("payout.holder", text, {"currency": row.currency}))
    return found
