"""The statement a bank would send next for given payments: what the demo's fictional bank writes, and tests read back.

It goes on where the account's last imported statement ended, so importing it in turn always fits the chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q

from fondouk.engines.bank_files import statements as bank_files
from fondouk.engines.bank_files.statements import Entry, Kind
from fondouk.kit.money import Money, total
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.companies.models import BankAccount
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury.matching import find_milestone
from fondouk.market.treasury.models import Payout, Statement
from fondouk.market.treasury.owed import holder_account


@dataclass(frozen=True)
class Bend:
    """How the bank departs from what is expected: another amount or payer, other words, a return with its reason."""

    amount: Decimal | None = None
    payer: str | None = None
    text: str | None = None
    returned: str = ""


@dataclass(frozen=True)
class Written:
    """The bank's file, and in a few words what is in it and what was left out."""

    name: str
    content: bytes
    lines: tuple[str, ...]


def next_statement(references: Sequence[str], *, day: date, bend: Bend | None = None) -> Written:
    """The next camt.053 with an entry for each reference: RF…, MIL-…, ORD-… (its next payment), PAY-…, PMF-….

    One statement for each account concerned. A payout that is not with the bank is left out (a booked one comes back
    when `bend.returned` says so). Raises Refused when nothing is expected for a reference, or for any of them.
    """
    entries: dict[BankAccount, list[Entry]] = {}
    left_out = []
    for text in dict.fromkeys(one.strip() for one in references):
        expected = _expected(text, day, bend or Bend())
        if not expected:
            left_out.append(f"left out {text}: not with the bank")
        for account, entry in expected:
            entries.setdefault(account, []).append(entry)
    if not entries:
        raise _nothing(", ".join(references))
    issued = [(_continue(account, rows, day), account.holder, account.bic) for account, rows in entries.items()]
    first = issued[0][0]
    lines = [line for statement, _holder, _bic in issued for line in _lines(statement)]
    return Written(
        f"statement-{first.account[-6:]}-{first.sequence}.xml", bank_files.write_many(issued), (*lines, *left_out)
    )


def _nothing(reference: str) -> Refused:
    text = sentence("No payment is expected for %(reference)s.")
    return Refused(Refusal("demo.reference", text, {"reference": reference}))


def _expected(reference: str, day: date, bend: Bend) -> list[tuple[BankAccount, Entry]]:
    upper = reference.upper()
    if upper.startswith(("PMF", "PAY")):
        named = Payout.objects.select_related("paid_from", "account")
        named = named.filter(Q(reference=upper) | Q(file__reference=upper)).order_by("id")
        if not named:
            raise _nothing(reference)
        wanted = "BOOKED" if bend.returned else "FILED"
        return [(one.paid_from, _of_payout(one, day, bend)) for one in named if one.state == wanted]
    milestone = find_milestone(reference)
    if milestone is None:
        raise _nothing(reference)
    return [(_account_of(milestone), _of_milestone(milestone, day, bend))]


def _of_payout(payout: Payout, day: date, bend: Bend) -> Entry:
    """The bank pays it; or, once booked, sends it back."""
    back = payout.state == "BOOKED"
    return Entry(
        money=_amount(payout.money, bend), incoming=back, booked_on=day, value_on=day, end_to_end=payout.reference,
        texts=(bend.text,) if bend.text else (),
        party=payout.account.holder if payout.account else payout.sender["name"],
        party_account=payout.account.number if payout.account else payout.sender["number"],
        returned=bend.returned if back else "",
    )  # fmt: skip


def _of_milestone(milestone: Milestone, day: date, bend: Bend) -> Entry:
    missing = Money(milestone.amount_minor - milestone.received_minor, milestone.currency)
    due = missing if missing.amount_minor > 0 else Money(milestone.amount_minor, milestone.currency)
    buyer = milestone.order.buyer
    text = bend.text if bend.text is not None else f"{milestone.creditor_reference} {milestone.order.reference}"
    return Entry(
        money=_amount(due, bend), incoming=True, booked_on=day, value_on=day, texts=(text,) if text else (),
        party=buyer.legal_name if bend.payer is None else bend.payer,
    )  # fmt: skip


def _amount(expected: Money, bend: Bend) -> Money:
    return expected if bend.amount is None else Money.of(bend.amount, expected.currency)


def _account_of(milestone: Milestone) -> BankAccount:
    """Where the contract tells the buyer to wire."""
    told = milestone.order.beneficiary.get("account", "")
    named = BankAccount.objects.filter(reference=told, currency=milestone.currency).first()
    account = named or holder_account(milestone.order.operator, milestone.currency)
    if account is None:
        text = sentence("The holder has no account in %(currency)s.")
        raise Refused(Refusal("demo.account", text, {"currency": milestone.currency}))
    return account


def _continue(account: BankAccount, entries: list[Entry], day: date) -> bank_files.Statement:
    last = Statement.objects.filter(account=account, number__isnull=False).order_by("-number").first()
    number = (last.number or 0) + 1 if last else 1
    opening = Money((last.closing_minor or 0) if last else 0, account.currency)
    named = tuple(replace(one, reference=f"BK{number:05d}{turn:04d}") for turn, one in enumerate(entries, start=1))
    moved = total([one.money if one.incoming else -one.money for one in named], account.currency)
    return bank_files.Statement(
        format="camt.053.001.08", kind=Kind.STATEMENT, reference=f"STMT{number:05d}", sequence=str(number),
        account=account.number, currency=account.currency, entries=named, opening=opening, closing=opening + moved,
        from_on=day, until_on=day,
    )  # fmt: skip


def _lines(statement: bank_files.Statement) -> tuple[str, ...]:
    entries = (
        f"{'+' if one.incoming else '-'}{one.money}  {one.party}  {one.remittance or one.end_to_end}"
        for one in statement.entries
    )
    return (f"opening {statement.opening}", *entries, f"closing {statement.closing}")
