"""What is owed and not yet covered by a payout, per payee, purpose and currency; and what keeps it from being paid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from fondouk.kit.money import Money, total
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.bank import Owed
from fondouk.market.treasury.models import Payout, PayoutItem
from fondouk.market.treasury.rules import Purpose


@dataclass(frozen=True)
class Debt:
    """All that one payee is owed for one purpose in one currency. `account` is the key of its bank account."""

    payee: Company
    purpose: Purpose
    money: Money
    items: tuple[Owed, ...]
    account: int | None
    obstacle: Refusal | None


def debts(operator: Company | int, *, at: datetime) -> list[Debt]:
    """Every debt, whether it can be paid now or not, oldest first."""
    owed = bank.owed()
    covered = set(
        PayoutItem.objects.filter(live=True, transfer__in=[one.transfer for one in owed]).values_list(
            "transfer_id", flat=True
        )
    )
    groups: dict[tuple[str, Purpose, str], list[Owed]] = defaultdict(list)
    for one in sorted(owed, key=lambda one: one.transfer):
        if one.transfer not in covered:
            groups[(one.owner, one.purpose, one.money.currency)].append(one)
    payees = {row.reference: row for row in Company.objects.filter(reference__in=[owner for owner, _, _ in groups])}
    accounts = _accounts(list(payees.values()))
    payable = set(_holder_accounts(operator).values_list("currency", flat=True))
    return [
        _debt(payees[owner], purpose, items, accounts.get(payees[owner].pk, []), payable, at)
        for (owner, purpose, _currency), items in groups.items()
        if owner in payees
    ]


def _accounts(payees: list[Company]) -> dict[int, list[BankAccount]]:
    found: dict[int, list[BankAccount]] = defaultdict(list)
    rows = BankAccount.objects.filter(company__in=payees, retired_at=None).order_by("-added_at", "-id")
    for row in rows:
        found[row.company_id].append(row)
    return found


def _debt(
    payee: Company, purpose: Purpose, items: list[Owed], accounts: list[BankAccount], payable: set[str], at: datetime
) -> Debt:
    money = total([one.money for one in items], items[0].money.currency)
    usable = [one for one in accounts if one.confirmed_at is not None and one.usable_from_at <= at]
    same = [one for one in usable if one.currency == money.currency]
    account = next(iter(same or usable), None)
    obstacle = _obstacle(accounts, account, money.currency in payable, money.currency, at)
    return Debt(payee, purpose, money, tuple(items), account.pk if account else None, obstacle)


def _obstacle(
    accounts: list[BankAccount], account: BankAccount | None, can_pay_from: bool, currency: str, at: datetime
) -> Refusal | None:
    if not can_pay_from:
        text = sentence("The holder has no account in %(currency)s to pay from.")
        return Refusal("payout.holder", text, {"currency": currency})
    if account is not None:
        return None
    if not accounts:
        return Refusal("payout.account.none", sentence("The payee has given no bank account yet."))
    return refusal_of(accounts[0], at)


def refusal_of(account: BankAccount, at: datetime) -> Refusal | None:
    """Why no money goes to this account now, or None."""
    return rules.refusal_of_account(
        retired=account.retired_at is not None, confirmed=account.confirmed_at is not None,
        usable_from_at=account.usable_from_at, at=at,
    )  # fmt: skip


def refusal_of_payee(payout: Payout, at: datetime) -> Refusal | None:
    """Why this payout may not go to its payee's account now; an unknown sender's account is as the bank named it."""
    return None if payout.account is None else refusal_of(payout.account, at)


def holder_account(operator: Company, currency: str) -> BankAccount | None:
    """The holder's own account that payouts in a currency leave from."""
    return _holder_accounts(operator).filter(currency=currency).order_by("id").first()


def _holder_accounts(operator: Company | int) -> QuerySet[BankAccount]:
    return BankAccount.objects.filter(company=operator, retired_at=None, confirmed_at__isnull=False)
