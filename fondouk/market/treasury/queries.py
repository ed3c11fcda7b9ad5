"""What the desk and a payee may ask: accounts and statements, what waits in suspense, what is owed, payouts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from fondouk.kit import bank_accounts
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal
from fondouk.market.companies.models import BankAccount, Person
from fondouk.market.companies.queries import CompanyCard, person_names
from fondouk.market.companies.queries.cards import company_card
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury import bank, owed
from fondouk.market.treasury.models import Entry, PaymentFile, Payout, PayoutItem, Statement
from fondouk.market.treasury.rules import EntryState, PayoutState

PAGE = 100


@dataclass(frozen=True, slots=True)
class HolderAccount:
    """One of the holder's accounts: what the bank's last statement says, and the ledger."""

    reference: str
    holder: str
    bank_name: str
    number: str
    currency: str
    closing: Money | None
    closed_on: date | None
    ledger: Money
    suspense: Money

    @property
    def agrees(self) -> bool:
        """Whether the ledger says what the bank says."""
        return self.closing is None or self.closing == self.ledger


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An imported statement or notification in a list."""

    reference: str
    account: str
    format: str
    bank_reference: str
    from_on: date | None
    until_on: date | None
    opening: Money | None
    closing: Money | None
    movement: Money
    entries_count: int
    known_count: int
    waiting_count: int
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, slots=True)
class MilestoneBrief:
    """What an entry pays, or may pay."""

    reference: str
    order: str
    title: str
    name: str
    state: str
    amount: Money
    missing: Money
    buyer: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A bank entry and what it is; in suspense `milestone` is a suggestion."""

    reference: str
    booked_on: date
    incoming: bool
    money: Money
    party: str
    party_account: str
    remittance: str
    state: str
    why: str
    returned: str
    payout: str
    note: str
    milestone: MilestoneBrief | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with a page of its entries."""

    statement: StatementRow
    entries: tuple[EntryRow, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class DebtRow:
    """What a payee is owed and no payout covers yet; `obstacle` says why it cannot be paid now."""

    payee: CompanyCard
    purpose: str
    money: Money
    count: int
    since: datetime
    obstacle: Refusal | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One movement a payout pays."""

    kind: str
    order: str
    money: Money


@dataclass(frozen=True, slots=True)
class SenderCard:
    """An unknown sender whose money goes back: no company of this marketplace."""

    name: str

    def called(self, _language: str) -> str:
        """The name as the bank wrote it, in every language."""
        return self.name


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """A payout as the desk and its payee see it. People are names; the account is masked."""

    reference: str
    payee: CompanyCard | SenderCard
    purpose: str
    state: str
    money: Money
    account_holder: str
    account: str
    bank_name: str
    paid_from: str
    file: str
    reason: str
    built_by: str  # reference of the person
    names: dict[str, str]
    built_at: datetime
    approved_by: str
    approved_at: datetime | None
    filed_at: datetime | None
    booked_at: datetime | None
    booked_on: date | None
    rejection_asked_at: datetime | None
    rejection_asked_by: str
    rejected_at: datetime | None
    returned_at: datetime | None
    obstacle: Refusal | None
    items: tuple[ItemRow, ...]

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders it pays for, each once."""
        return tuple(dict.fromkeys(item.order for item in self.items if item.order))


@dataclass(frozen=True, slots=True)
class FileRow:
    """A payment file handed to the bank."""

    reference: str
    account: str
    money: Money
    payouts_count: int
    booked_count: int
    filed_at: datetime
    filed_by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits at the treasury's desk."""

    suspense: int
    to_approve: int
    to_file: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.suspense + self.to_approve + self.to_file


def waiting(operator: int) -> Waiting:
    """For the desk's home page: one statement."""
    entries = Entry.objects.filter(operator=operator, state=EntryState.SUSPENSE)
    payouts = Payout.objects.filter(operator=operator, state__in=["BUILT", "APPROVED"])
    counted = [
        rows.values("state").annotate(count=Count("id")).values_list("state", "count") for rows in (entries, payouts)
    ]
    counts = dict(counted[0].union(counted[1], all=True))
    return Waiting(counts.get("SUSPENSE", 0), counts.get("BUILT", 0), counts.get("APPROVED", 0))


def last_imported(operator: int) -> str | None:
    """The reference of the statement imported last."""
    return Statement.objects.filter(operator=operator).order_by("-id").values_list("reference", flat=True).first()


def holder_accounts(operator: int) -> list[HolderAccount]:
    """The holder's accounts with their last closing balance."""
    last = {
        row.account_id: row
        for row in Statement.objects.filter(operator=operator, number__isnull=False)
        .order_by("account_id", "-number").distinct("account_id")
    }  # fmt: skip
    rows = BankAccount.objects.filter(company=operator, retired_at=None).order_by("currency", "id")
    return [_holder_account(row, last.get(row.pk)) for row in rows]


def _holder_account(row: BankAccount, last: Statement | None) -> HolderAccount:
    return HolderAccount(
        reference=row.reference, holder=row.holder, bank_name=row.bank_name, number=bank_accounts.masked(row.number),
        currency=row.currency, closing=_money(last.closing_minor, last.currency) if last else None,
        closed_on=last.until_on if last else None, ledger=bank.at_bank(row.reference, row.currency),
        suspense=bank.in_suspense(row.reference, row.currency),
    )  # fmt: skip


def _money(amount_minor: int | None, currency: str) -> Money | None:
    return None if amount_minor is None else Money(amount_minor, currency)


def statements(operator: int, *, limit: int = PAGE) -> list[StatementRow]:
    """The latest imports."""
    rows = _with_waiting(Statement.objects.filter(operator=operator)).order_by("-imported_at", "-id")[:limit]
    names = person_names({row.imported_by for row in rows})
    return [_statement(row, names) for row in rows]


def _with_waiting(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    in_suspense = Count("entries", filter=Q(entries__state=EntryState.SUSPENSE))
    return rows.select_related("account").annotate(waiting_count=in_suspense)


def _statement(row: Statement, names: dict[str, str]) -> StatementRow:
    return StatementRow(
        reference=row.reference, account=bank_accounts.masked(row.account.number), format=row.format,
        bank_reference=row.bank_reference, from_on=row.from_on, until_on=row.until_on,
        opening=_money(row.opening_minor, row.currency), closing=_money(row.closing_minor, row.currency),
        movement=Money(row.movement_minor, row.currency), entries_count=row.entries_count,
        known_count=row.known_count, waiting_count=row.waiting_count,  # type: ignore[attr-defined]
        imported_at=row.imported_at, imported_by=names.get(row.imported_by, ""),
    )  # fmt: skip


def statement(reference: str, operator: int, *, page: int = 1) -> StatementPage | None:
    """One statement with its entries, a hundred a page."""
    row = _with_waiting(Statement.objects.filter(operator=operator, reference=reference)).first()
    if row is None:
        return None
    pages = max(1, -(-(row.entries_count - row.known_count) // PAGE))
    number = min(max(page, 1), pages)
    rows = list(row.entries.order_by("position")[(number - 1) * PAGE : number * PAGE])
    names = person_names({row.imported_by})
    return StatementPage(_statement(row, names), tuple(_entries(rows)), number, pages)


def suspense(operator: int, *, limit: int = PAGE) -> list[EntryRow]:
    """What waits to be recognised, oldest first."""
    rows = Entry.objects.filter(operator=operator, state=EntryState.SUSPENSE).order_by("booked_on", "id")[:limit]
    return _entries(rows)


def waiting_entry(reference: str, operator: int) -> EntryRow | None:
    """One entry that waits to be recognised."""
    rows = Entry.objects.filter(operator=operator, state=EntryState.SUSPENSE, reference=reference, incoming=True)
    return next(iter(_entries(rows)), None)


def _entries(rows: Iterable[Entry]) -> list[EntryRow]:
    rows = list(rows)
    briefs = _briefs({row.milestone for row in rows if row.milestone})
    return [
        EntryRow(
            row.reference, row.booked_on, row.incoming, row.money, row.party, bank_accounts.masked(row.party_account),
            row.remittance, row.state, row.why, row.returned, row.payout, row.note, briefs.get(row.milestone),
        )
        for row in rows
    ]  # fmt: skip


def _briefs(references: set[str]) -> dict[str, MilestoneBrief]:
    if not references:
        return {}
    rows = Milestone.objects.select_related("order", "buyer").filter(reference__in=references)
    return {
        row.reference: MilestoneBrief(
            row.reference, row.order.reference, row.order.title, row.name, row.state,
            Money(row.amount_minor, row.currency), Money(row.amount_minor - row.received_minor, row.currency),
            row.buyer.name,
        )
        for row in rows
    }  # fmt: skip


def debts(operator: int, *, at: datetime) -> list[DebtRow]:
    """What is owed and not covered by a payout."""
    return [
        DebtRow(company_card(one.payee), one.purpose.value, one.money, len(one.items), one.items[0].at, one.obstacle)
        for one in owed.debts(operator, at=at)
    ]


def payouts(operator: int, *, states: Iterable[PayoutState], at: datetime, limit: int = PAGE) -> list[PayoutRow]:
    """Payouts in these states, the newest first."""
    rows = _payouts().filter(operator=operator, state__in=[state.value for state in states])
    return _payout_rows(rows.order_by("-built_at", "-id")[:limit], at)


def payout(reference: str, company: int, *, at: datetime) -> PayoutRow | None:
    """One payout, for the operator or its payee."""
    rows = _payouts().filter(Q(operator=company) | Q(payee=company), reference=reference)
    return next(iter(_payout_rows(rows, at)), None)


def payouts_to(payee: int, *, at: datetime, limit: int = PAGE) -> list[PayoutRow]:
    """A payee's own payouts, the newest first."""
    return _payout_rows(_payouts().filter(payee=payee).order_by("-built_at", "-id")[:limit], at)


def _payouts() -> QuerySet[Payout]:
    items = Prefetch("items", PayoutItem.objects.order_by("id"))
    rows = Payout.objects.select_related("payee", "account", "file").defer("file__content")
    return rows.prefetch_related(items)


def _payout_rows(rows: Iterable[Payout], at: datetime) -> list[PayoutRow]:
    rows = list(rows)
    names = person_names(
        {name for row in rows for name in (row.built_by, row.approved_by, row.rejection_asked_by) if name}
    )
    holders = _holders({row.paid_from_id for row in rows})
    return [_payout(row, names, holders, at) for row in rows]


def _holders(keys: set[int]) -> dict[int, str]:
    """Masked numbers of the holder's accounts, as far as the asking company may see them."""
    rows = BankAccount.objects.filter(pk__in=keys)
    return {row.pk: bank_accounts.masked(row.number) for row in rows}


def _payout(row: Payout, names: dict[str, str], holders: dict[int, str], at: datetime) -> PayoutRow:
    return PayoutRow(
        reference=row.reference, payee=company_card(row.payee) if row.payee else SenderCard(row.sender["name"]),
        purpose=row.purpose, state=row.state, money=row.money,
        account_holder=row.account.holder if row.account else row.sender["name"],
        account=bank_accounts.masked(row.account.number if row.account else row.sender["number"]),
        bank_name=row.account.bank_name if row.account else row.sender["bic"],
        rejection_asked_at=row.rejection_asked_at, rejection_asked_by=row.rejection_asked_by,
        paid_from=holders.get(row.paid_from_id, ""),
        file=row.file.reference if row.file else "", reason=row.reason, built_by=row.built_by, names=names,
        built_at=row.built_at, approved_by=row.approved_by, approved_at=row.approved_at, filed_at=row.filed_at,
        booked_at=row.booked_at, booked_on=row.booked_on, rejected_at=row.rejected_at, returned_at=row.returned_at,
        obstacle=owed.refusal_of_payee(row, at) if row.state in ("BUILT", "APPROVED") else None,
        items=tuple(ItemRow(one.kind, one.order, Money(one.amount_minor, row.currency)) for one in row.items.all()),
    )  # fmt: skip


def payment_files(operator: int, *, limit: int = 20) -> list[FileRow]:
    """The latest payment files, with how many of their payouts the bank has booked."""
    booked = Count("payouts", filter=Q(payouts__state__in=["BOOKED", "RETURNED"]))
    rows = PaymentFile.objects.filter(operator=operator).defer("content").select_related("account")
    filer = Person.objects.filter(reference=OuterRef("filed_by")).values("name")[:1]
    latest = rows.annotate(booked=booked, filer=Subquery(filer)).order_by("-filed_at", "-id")[:limit]
    return [
        FileRow(
            row.reference, bank_accounts.masked(row.account.number), Money(row.amount_minor, row.currency),
            row.payouts_count, row.booked, row.filed_at, row.filer or "",
        )
        for row in latest
    ]  # fmt: skip


def payment_file(reference: str, operator: int) -> bytes | None:
    """The bytes of a payment file."""
    row = PaymentFile.objects.filter(operator=operator, reference=reference).only("content").first()
    return bytes(row.content) if row else None
