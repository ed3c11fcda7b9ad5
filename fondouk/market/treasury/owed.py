"""What is owed and not yet covered by a payout, per payee, purpose and currency; and what keeps it from being paid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from fondouk.kit.money import Money, total
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.treasury import bank
from fondouk.market.treasury.bank import Owed
from fondouk.market.treasury.models import PayoutItem
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


def debts(operator: Company, *, at: datetime) -> list[Debt]:
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
    return [
        _debt(payees[owner], purpose, items, accounts.get(payees[owner].pk, []), operator, at)
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
    payee: Company, purpose: Purpose, items: list[Owed], accounts: list[BankAccount], operator: Company, at: datetime
) -> Debt:
    money = total([one.money for one in items], items[0].money.currency)
    usable = [one for one in accounts if one.confirmed_at is not None and one.usable_from_at <= at]
    same = [one for one in usable if one.currency == money.currency]
    account = next(iter(same or usable), None)
    obstacle = _obstacle(accounts, account, holder_account(operator, money.currency), money.currency)
    return Debt(payee, purpose, money, tuple(items), account.pk if account else None, obstacle)


def _obstacle(
    accounts: list[BankAccount], account: BankAccount | None, paid_from: BankAccount | None, currency: str
) -> Refusal | None:
    if paid_from is None:
        text = sentence("The holder has no account in %(currency)s to pay from.")
        return Refusal("payout.holder", text, {"currency": currency})
    if account is not None:
        return None
    if not accounts:
        return Refusal("payout.account.none", sentence("The payee has given no bank account yet."))
    waiting = accounts[0]
    if waiting.confirmed_at is None:
        return Refusal("payout.account.unconfirmed", sentence("The payee's bank account still waits for a second person to confirm it."))  # noqa: E501  # fmt: skip
    text = sentence("The payee's bank account was changed lately: no money goes there before %(until)s.")
    return Refusal("payout.account.held", text, {"until": waiting.usable_from_at})


def holder_account(operator: Company, currency: str) -> BankAccount | None:
    """The holder's own account that payouts in a currency leave from."""
    rows = BankAccount.objects.filter(company=operator, currency=currency, retired_at=None, confirmed_at__isnull=False)
    return rows.order_by("id").first()
