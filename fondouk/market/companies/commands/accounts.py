"""Bank accounts: added by one person, confirmed by another, usable 72 hours after they were added."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import bank_accounts
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import rules, standing
from fondouk.market.companies.models import BankAccount, Company


def add_bank_account(
    *, number: str, bic: str, currency: str, holder: str, by: Actor, at: datetime, bank_name: str = ""
) -> BankAccount:
    """Enter an account to be paid to. The older one stays in use until this one is confirmed and 72 h old."""
    company = standing.require(by, "bank_accounts.add")
    company = Company.objects.select_for_update().get(pk=company.pk)
    refuse_if(
        rules.refusals_to_add_account(number=number, bic=bic, currency=currency, holder=holder, country=company.country)
    )
    plain = bank_accounts.compact(number)
    if BankAccount.objects.filter(company=company, number=plain, currency=currency, retired_at=None).exists():
        words = sentence("This account is already in your list.")
        raise Refused(Refusal("account.known", words, field="number"))
    row = BankAccount.objects.create(
        company=company, number=plain, scheme=rules.account_scheme(plain) or "", bic=bank_accounts.compact(bic),
        currency=currency, holder=holder.strip(), bank_name=bank_name.strip(), added_at=at, added_by=by.label(),
        usable_from_at=rules.usable_from(at),
    )  # fmt: skip
    _record("companies.bank_account.added", row, by, at)
    return row


def confirm_bank_account(*, account: str, by: Actor, at: datetime) -> BankAccount:
    """A second person of the company confirms; a person of the operator may too, after calling the company back."""
    acting = standing.require(by, "bank_accounts.confirm")
    with scope.as_system():
        row = _locked(account, acting)
        refuse_if(
            rules.refusal_to_confirm_account(
                confirmed=row.confirmed_at is not None, retired=row.retired_at is not None,
                same_person=row.added_by == by.label(),
            )
        )  # fmt: skip
        row.confirmed_at, row.confirmed_by = at, by.label()
        row.save(update_fields=["confirmed_at", "confirmed_by"])
        _record("companies.bank_account.confirmed", row, by, at)
    return row


def retire_bank_account(*, account: str, by: Actor, at: datetime) -> BankAccount:
    """Take an account out of use; payouts already filed keep it."""
    company = standing.require(by, "bank_accounts.add")
    row = _locked(account, company)
    if row.retired_at is not None:
        raise Refused(Refusal("account.retired", sentence("This account is no longer in use.")))
    row.retired_at, row.retired_by = at, by.label()
    row.save(update_fields=["retired_at", "retired_by"])
    _record("companies.bank_account.retired", row, by, at)
    return row


def _locked(reference: str, acting: Company) -> BankAccount:
    row = BankAccount.objects.select_for_update().filter(reference=reference).first()
    if row is None or (row.company_id != acting.pk and "operator" not in acting.capacities):
        raise Refused(Refusal("account.unknown", sentence("This account does not exist.")))
    return row


def _record(name: str, row: BankAccount, by: Actor, at: datetime) -> None:
    company = Company.objects.only("reference").get(pk=row.company_id)
    journal.record(name, subject=row.reference, within=company.reference, parties=[row.company_id], by=by, at=at)
