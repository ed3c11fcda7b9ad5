"""A bank's file is imported: whole or not at all, once, in the order of its balances."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fondouk.engines.bank_files import statements as bank_files
from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.engines.tables import names, scope
from fondouk.kit import bank_accounts
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.orders import commands as orders
from fondouk.market.orders.commands.money import tolerance_on
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.bank import Booked
from fondouk.market.treasury.commands.payouts import book_payout, return_payout
from fondouk.market.treasury.matching import Found, Recogniser
from fondouk.market.treasury.models import Entry, Statement
from fondouk.market.treasury.rules import EntryState


def import_statement(
    *, file: str, by: Actor, at: datetime, mapping: bank_files.CsvMapping | None = None
) -> Statement:  # fmt: skip
    """Read an uploaded statement (a reference of the files engine) and book every entry it brings.

    `mapping` says which column of a bank's own CSV is which; its account is a reference of one of the holder's.

    What was imported before is left alone, so a second import changes nothing. Returns the last statement of the
    file. Raises Refused when it cannot be read, is of no account here, does not add up or leaves a gap.
    """
    operator = standing.require(by, "treasury.book")
    with scope.as_system():
        statements = bank_files.read(_content(file, operator), mapping=_of_account(mapping, operator))
        imported = [_import_one(one, file, operator, by, at) for one in statements]
    return imported[-1]


def _of_account(mapping: bank_files.CsvMapping | None, operator: Company) -> bank_files.CsvMapping | None:
    if mapping is None:
        return None
    account = BankAccount.objects.filter(reference=mapping.account, company=operator).first()
    if account is None:
        text = sentence("Choose the account the statement is of.")
        raise Refused(Refusal("statement.account.none", text, field="account"))
    return replace(mapping, account=account.number, currency=account.currency)


def _content(file: str, operator: Company) -> bytes:
    found = store.find(file)
    if found is None or found.kind != "statement" or found.owner != operator.pk:
        raise Refused(Refusal("statement.unknown", sentence("Choose a statement file."), field="file"))
    return store.open(file)[1]


def _import_one(
    statement: bank_files.Statement, file: str, operator: Company, by: Actor, at: datetime
) -> Statement:  # fmt: skip
    account = _account_locked(statement, operator)
    digest = _digest(statement)
    before = Statement.objects.filter(account=account, digest=digest).first()
    if before is not None:
        return before
    row = _row(statement, account, digest, by, at)
    row.file = file
    numbered = _numbered(statement.entries)
    known = _known(account, row, [reference for reference, _entry in numbered])
    fresh = [
        (reference, entry) for reference, entry in numbered if (reference, entry.money, entry.incoming) not in known
    ]
    row.entries_count, row.known_count = len(numbered), len(numbered) - len(fresh)
    row.save(force_insert=True)
    if row.number is not None:
        Entry.objects.filter(pk__in=known.values()).update(confirmed=row)
    if row.number == 1:
        bank.open_with(account.reference, _money(row, row.opening_minor), statement=row.reference, by=by, at=at)
    _book(row, account, _told_apart(account, fresh, digest), by, at)
    journal.record(
        "treasury.statement.imported", subject=row.reference, within=account.reference, parties=[operator.pk], by=by,
        at=at,
    )  # fmt: skip
    return row


def _account_locked(statement: bank_files.Statement, operator: Company) -> BankAccount:
    """The holder's account the statement is of; imports of one account wait for each other here."""
    numbers = {statement.account}
    if bank_accounts.is_rib(statement.account):
        numbers.add(bank_accounts.iban_of_rib(statement.account))
    if statement.account.startswith("MA") and bank_accounts.is_iban(statement.account):
        numbers.add(statement.account[4:])
    rows = BankAccount.objects.select_for_update().filter(company=operator, number__in=numbers)
    account = rows.filter(currency=statement.currency).order_by("retired_at", "id").first()
    if account is None:
        text = sentence("This is a statement of account %(account)s in %(currency)s, which is none of the accounts kept here.")  # noqa: E501  # fmt: skip
        raise Refused(
            Refusal(
                "statement.account", text,
                {"account": bank_accounts.masked(statement.account), "currency": statement.currency}, "file",
            )
        )  # fmt: skip
    return account


def _digest(statement: bank_files.Statement) -> str:
    """Of what the statement says: the same content in other bytes is the same statement."""
    said = (statement.account, statement.currency, statement.kind, statement.reference, statement.sequence,
            statement.opening, statement.closing, statement.entries)  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _row(
    statement: bank_files.Statement, account: BankAccount, digest: str, by: Actor, at: datetime
) -> Statement:  # fmt: skip
    row = Statement(
        operator_id=account.company_id, account=account, format=statement.format, bank_reference=statement.reference,
        sequence=statement.sequence[:20], digest=digest, currency=statement.currency,
        movement_minor=statement.movement.amount_minor, from_on=statement.from_on, until_on=statement.until_on,
        imported_at=at, imported_by=by.label(),
    )  # fmt: skip
    if statement.kind is bank_files.Kind.STATEMENT:
        row.number = _join_chain(statement, account)
        row.opening_minor = statement.opening.amount_minor if statement.opening else 0
        row.closing_minor = statement.closing.amount_minor if statement.closing else 0
    return row


def _join_chain(statement: bank_files.Statement, account: BankAccount) -> int:
    """The statement's place in the chain of balances; raises Refused where it does not fit."""
    opening, closing = statement.opening, statement.closing
    if opening is None or closing is None:
        text = sentence("The statement lacks its opening or closing balance, so it cannot be checked.")
        raise Refused(Refusal("statement.balances", text, field="file"))
    last = Statement.objects.filter(account=account, number__isnull=False).order_by("-number").first()
    previous = _money(last, last.closing_minor) if last else None
    refuse_if(rules.refusal_of_chain(opening=opening, previous_closing=previous))
    refuse_if(rules.refusal_of_sums(opening=opening, movement=statement.movement, closing=closing))
    return (last.number or 0) + 1 if last else 1


def _money(row: Statement, amount_minor: int | None) -> Money:
    return Money(amount_minor or 0, row.currency)


def _numbered(entries: Sequence[bank_files.Entry]) -> list[tuple[str, bank_files.Entry]]:
    """Each entry with its bank reference; a reference that comes again in one statement is told apart by its turn."""
    seen: Counter[str] = Counter()
    numbered = []
    for entry in entries:
        seen[entry.reference] += 1
        turn = seen[entry.reference]
        numbered.append((f"{entry.reference[:64]}#{turn}" if entry.reference and turn > 1 else entry.reference, entry))
    return numbered


def _known(account: BankAccount, row: Statement, references: list[str]) -> dict[tuple[str, Money, bool], int]:
    """Entries that are booked already, by what tells them: a notification may come twice, and before its statement.

    A statement's entries are new unless announced: the chain of balances keeps statements apart, and some banks
    begin their references anew.
    """
    rows = Entry.objects.filter(account=account, bank_reference__in=[one for one in references if one])
    if row.number is not None:
        rows = rows.filter(statement__number=None, confirmed=None)
    return {(one.bank_reference, one.money, one.incoming): one.pk for one in rows}


def _told_apart(
    account: BankAccount, fresh: list[tuple[str, bank_files.Entry]], digest: str
) -> list[tuple[str, bank_files.Entry]]:
    """A reference that an older entry of the account bears already gets this statement's mark."""
    borne = set(
        Entry.objects.filter(account=account, bank_reference__in=[one for one, _entry in fresh if one]).values_list(
            "bank_reference", flat=True
        )
    )
    return [(f"{one[:61]}~{digest[:8]}" if one in borne else one, entry) for one, entry in fresh]


def _book(
    row: Statement, account: BankAccount, fresh: list[tuple[str, bank_files.Entry]], by: Actor, at: datetime
) -> None:
    """All entries at once on the ledger, then what each of them means."""
    short_by = tolerance_on(row.currency, at.date())
    told = Recogniser([entry for _, entry in fresh], currency=row.currency, tolerance_minor=short_by)
    found = [told.tell(entry) for _reference, entry in fresh]
    rows = [
        _entry(row, position, reference, entry, what, by, at)
        for position, ((reference, entry), what) in enumerate(zip(fresh, found, strict=True), start=1)
    ]
    names.give(rows, "ENT")
    Entry.objects.bulk_create(rows, batch_size=500)
    booked = [Booked(one.reference, one.money, one.incoming) for one in rows]
    bank.book_entries(account.reference, row.currency, booked, by=by, at=at)
    for one, what in zip(rows, found, strict=True):
        _mean(one, what, account, by, at)


def _entry(
    row: Statement, position: int, reference: str, entry: bank_files.Entry, what: Found, by: Actor, at: datetime
) -> Entry:
    known = what.state != EntryState.SUSPENSE
    return Entry(
        statement=row, operator_id=row.operator_id, account_id=row.account_id, position=position,
        bank_reference=reference, incoming=entry.incoming, amount_minor=entry.money.amount_minor,
        currency=entry.money.currency, booked_on=entry.booked_on, value_on=entry.value_on,
        end_to_end=entry.end_to_end, remittance=entry.remittance[:2000], party=entry.party,
        party_account=entry.party_account, returned=entry.returned, state=what.state.value,
        why=what.why.value if what.why else "", milestone=what.milestone, payout=" ".join(what.payouts)[:24],
        assigned_at=at if known else None, assigned_by=by.label() if known else "",
    )  # fmt: skip


def _mean(entry: Entry, what: Found, account: BankAccount, by: Actor, at: datetime) -> None:
    """Carry out what a recognised entry means; suspense means nothing yet."""
    if what.state == EntryState.RECEIPT:
        orders.record_receipt(
            milestone=what.milestone, money=entry.money, entry=entry.reference, account=account.reference, by=by,
            at=at, also=what.also,
        )  # fmt: skip
    for payout in what.payouts:
        carry_out = book_payout if what.state == EntryState.PAYOUT else return_payout
        carry_out(payout=payout, entry=entry, account=account.reference, by=by, at=at)
