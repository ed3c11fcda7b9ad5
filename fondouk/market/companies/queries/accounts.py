"""Where companies are paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from fondouk.engines.tables import scope
from fondouk.market.companies.models import BankAccount, Company, Evidence
from fondouk.market.companies.queries.cards import CompanyCard, company_card


@dataclass(frozen=True, slots=True)
class Account:
    """A bank account with what still stands between it and a payment."""

    reference: str
    company_id: int
    holder: str
    scheme: str  # IBAN, RIB or BBAN
    number: str
    bic: str
    bank_name: str
    currency: str
    added_by: str
    usable_from_at: datetime
    confirmed_at: datetime | None
    retired_at: datetime | None

    def usable(self, at: datetime) -> bool:
        """Whether money may be sent there at this moment."""
        return self.retired_at is None and self.confirmed_at is not None and at >= self.usable_from_at


def _account(row: BankAccount) -> Account:
    return Account(
        row.reference, row.company_id, row.holder, row.scheme, row.number, row.bic, row.bank_name, row.currency,
        row.added_by, row.usable_from_at, row.confirmed_at, row.retired_at,
    )  # fmt: skip


def bank_accounts(company: int) -> list[Account]:
    """All accounts of a company that were not retired, newest first."""
    rows = BankAccount.objects.filter(company=company, retired_at=None).order_by("-added_at", "-id")
    return [_account(row) for row in rows]


def bank_account(reference: str) -> Account | None:
    """One account the asking company may see."""
    row = BankAccount.objects.filter(reference=reference).first()
    return _account(row) if row else None


def account_for_payout(company: int, *, currency: str, at: datetime) -> Account | None:
    """The newest account of that currency usable now (else the newest usable of any currency), or None."""
    usable = [one for one in bank_accounts(company) if one.usable(at)]
    same = [one for one in usable if one.currency == currency]
    return next(iter(same or usable), None)


def accounts_waiting() -> list[tuple[CompanyCard, Account]]:
    """The desk's list: accounts nobody has confirmed yet, oldest first."""
    rows = BankAccount.objects.select_related("company").filter(confirmed_at=None, retired_at=None)
    return [(company_card(row.company), _account(row)) for row in rows.order_by("added_at")]


def beneficiary_account(company: int, *, currency: str, at: datetime) -> Account | None:
    """As account_for_payout, but readable by whoever must pay there: printed on proformas and contracts."""
    with scope.as_system():
        return account_for_payout(company, currency=currency, at=at)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a supplier still has to set up before its first payment."""

    identity_handed_in: bool
    account_entered: bool


def setup_of(company: int) -> Setup:
    """One statement: whether an identity proof and a bank account are there."""
    return setup_with(company)[0]


def setup_with(company: int, *further: Any) -> tuple[Setup, tuple[Any, ...]]:
    """The same, and what further expressions over the company come to, in the one statement."""
    proofs = Evidence.objects.filter(company=OuterRef("pk"), kind="identity", state__in=["PENDING", "ACCEPTED"])
    accounts = BankAccount.objects.filter(company=OuterRef("pk"), retired_at=None)
    row = Company.objects.filter(pk=company).values_list(Exists(proofs), Exists(accounts), *further).get()
    return Setup(*row[:2]), tuple(row[2:])
