"""Payouts: built from what the ledger owes, approved by a second person, filed, then booked by the bank's statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from fondouk.engines.bank_files import payouts as payment_files
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.kit.addresses import Address
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury import bank, rules
from fondouk.market.treasury.models import Entry, PaymentFile, Payout, PayoutItem
from fondouk.market.treasury.owed import Debt, debts, holder_account, refusal_of_payee
from fondouk.market.treasury.rules import EntryState, PayoutState, Purpose, Why


def build_payouts(*, by: Actor, at: datetime) -> str | None:
    """One payout for each payee, purpose and currency that is owed something and can be paid now.

    Returns the reference of the last one built, None where nothing can be paid. Two people building at once wait for
    each other at the holder's accounts.
    """
    operator = standing.require(by, "treasury.payout")
    built = None
    with scope.as_system():
        list(BankAccount.objects.select_for_update().filter(company=operator).order_by("id"))
        for debt in debts(operator, at=at):
            if debt.obstacle is None:
                built = _build(debt, operator, by, at).reference
    return built


def _build(debt: Debt, operator: Company, by: Actor, at: datetime) -> Payout:
    paid_from = holder_account(operator, debt.money.currency)
    if debt.account is None or paid_from is None:
        raise ValueError("a debt without an obstacle has both accounts")
    row = Payout.objects.create(
        operator=operator, payee=debt.payee, purpose=debt.purpose.value, account_id=debt.account, paid_from=paid_from,
        currency=debt.money.currency, amount_minor=debt.money.amount_minor, built_at=at, built_by=by.label(),
    )  # fmt: skip
    orders_of = _orders_of(one.milestone for one in debt.items)
    PayoutItem.objects.bulk_create(
        PayoutItem(
            payout=row, operator=operator, payee=debt.payee, transfer_id=one.transfer, kind=one.kind, cause=one.cause,
            milestone=one.milestone, order=orders_of.get(one.milestone, ""), amount_minor=one.money.amount_minor,
        )
        for one in debt.items
    )  # fmt: skip
    bank.hold_payout(row.reference, purpose=debt.purpose, payee=debt.payee.reference, money=debt.money, by=by, at=at)
    record("built", row, by, at)
    return row


def approve_payout(*, payout: str, by: Actor, at: datetime) -> Payout:
    """The second person says yes. Raises Refused: own payout, account changed less than 72 h ago, another state."""
    operator = standing.require(by, "treasury.approve")
    with scope.as_system():
        row = payout_locked(payout, operator)
        refuse_if(
            rules.refusal_to_approve(state=PayoutState(row.state), built_by=row.built_by, person=by.label())
            or refusal_of_payee(row, at)
        )
        row.state, row.approved_at, row.approved_by = PayoutState.APPROVED.value, at, by.label()
        row.save()
        record("approved", row, by, at)
    return row


def reject_payout(*, payout: str, reason: str, by: Actor, at: datetime) -> Payout:
    """Not to be paid, or refused by the bank before it was booked: the amounts are owed as before.

    One that is with the bank is only marked by the first person, with the reason; a second one rejects it.
    """
    operator = standing.require(by, "treasury.approve")
    with scope.as_system():
        row = payout_locked(payout, operator)
        state, asked_by = PayoutState(row.state), row.rejection_asked_by
        refuse_if(rules.refusal_to_reject(state=state, reason=reason, asked_by=asked_by, person=by.label()))
        row.reason = reason.strip()[:300] or row.reason
        if state == PayoutState.FILED and not asked_by:
            row.rejection_asked_at, row.rejection_asked_by = at, by.label()
            row.save()
            record("rejection_asked", row, by, at)
            return row
        _reject(row, by, at)
    return row


def keep_payout(*, payout: str, by: Actor, at: datetime) -> Payout:
    """The bank will pay it after all: nobody asks for its rejection any more."""
    operator = standing.require(by, "treasury.approve")
    with scope.as_system():
        row = payout_locked(payout, operator)
        refuse_if(rules.refusal_to_keep(state=PayoutState(row.state), asked_by=row.rejection_asked_by))
        row.rejection_asked_at, row.rejection_asked_by, row.reason = None, "", ""
        row.save()
        record("kept", row, by, at)
    return row


def _reject(row: Payout, by: Actor, at: datetime) -> None:
    bank.let_payout_fall(row.reference, by=by, at=at)
    row.items.update(live=False)
    row.state, row.rejected_at, row.rejected_by = PayoutState.REJECTED.value, at, by.label()
    row.save()
    _back_in_suspense(row, by, at)
    record("rejected", row, by, at)


def file_payouts(*, payouts: Sequence[str], by: Actor, at: datetime) -> PaymentFile:
    """Write approved payouts of one holder's account and currency into one pain.001. Raises Refused, all or none."""
    operator = standing.require(by, "treasury.payout")
    with scope.as_system():
        rows = [payout_locked(reference, operator) for reference in sorted(set(payouts))]
        refuse_if(_refusals_to_file(rows, at))
        file = _write_file(rows, operator, by, at)
        for row in rows:
            row.state, row.file, row.filed_at, row.filed_by = PayoutState.FILED.value, file, at, by.label()
            row.save()
            record("filed", row, by, at)
    return file


def _refusals_to_file(rows: Sequence[Payout], at: datetime) -> list[Refusal]:
    if not rows:
        return [Refusal("payout.file.none", sentence("Choose at least one approved payout."))]
    if len({(row.paid_from_id, row.currency) for row in rows}) > 1:
        return [Refusal("payout.file.mixed", sentence("One payment file pays from one account in one currency. File them apart."))]  # noqa: E501  # fmt: skip
    found = [rules.refusal_to("file", PayoutState(row.state)) or refusal_of_payee(row, at) for row in rows]
    return [refusal for refusal in found if refusal is not None]


def _write_file(rows: Sequence[Payout], operator: Company, by: Actor, at: datetime) -> PaymentFile:
    reference = references.new("PMF")
    batch = payment_files.PaymentFile(
        reference=reference, initiator=operator.legal_name, payer=_party(rows[0].paid_from, operator), made_at=at,
        execute_on=at.date(),
        instructions=tuple(
            payment_files.Instruction(
                end_to_end=row.reference, money=row.money, payee=_payee(row),
                remittance=_remittance(row),
            )
            for row in rows
        ),
    )  # fmt: skip
    try:
        content = payment_files.pain001(batch)
    except ValueError as error:
        text = sentence("The bank would refuse this file: %(reason)s.")
        raise Refused(Refusal("payout.file.unfit", text, {"reason": str(error)})) from error
    return PaymentFile.objects.create(
        reference=reference, operator=operator, account=rows[0].paid_from, currency=rows[0].currency,
        amount_minor=sum(row.amount_minor for row in rows), payouts_count=len(rows), content=content, filed_at=at,
        filed_by=by.label(),
    )  # fmt: skip


def _payee(row: Payout) -> payment_files.Party:
    if row.account is not None and row.payee is not None:
        return _party(row.account, row.payee)
    to = row.sender
    return payment_files.Party(
        to["name"], Address(town=to["town"], country=to["country"]), to["scheme"], to["number"], to["bic"]
    )


def _party(account: BankAccount, company: Company) -> payment_files.Party:
    address = Address(
        town=company.town, country=company.country, street=company.street, postal_code=company.postal_code
    )
    return payment_files.Party(account.holder, address, account.scheme, account.number, account.bic)


def _remittance(row: Payout) -> str:
    named = dict.fromkeys(item.order or item.cause for item in row.items.order_by("id"))
    return " ".join([row.reference, *named])


def book_payout(*, payout: str, entry: Entry, account: str, by: Actor, at: datetime) -> Payout:
    """The bank booked it (called by the import): released money is paid, and its milestones are."""
    row = payout_locked(payout, entry.operator)
    refuse_if(rules.refusal_to("book", PayoutState(row.state)))
    bank.book_payout(row.reference, account=account, entry=entry.reference, by=by, at=at)
    row.state, row.booked_at, row.booked_on = PayoutState.BOOKED.value, at, entry.booked_on
    row.booked_by, row.rejection_asked_at, row.rejection_asked_by = by.label(), None, ""
    row.save()
    record("booked", row, by, at)
    if milestones := _milestones_released(row):
        orders.record_paid(milestones=milestones, by=by, at=at)
    return row


def return_payout(*, payout: str, entry: Entry, account: str, by: Actor, at: datetime) -> Payout:
    """The bank sent it back (called by the import): reversed, owed again, its milestones no longer paid."""
    row = payout_locked(payout, entry.operator)
    refuse_if(rules.refusal_to("return", PayoutState(row.state)))
    bank.take_payout_back(row.reference, account=account, entry=entry.reference, by=by, at=at)
    row.items.update(live=False)
    row.state, row.reason = PayoutState.RETURNED.value, entry.returned or "RETURN"
    row.returned_at, row.returned_by = at, by.label()
    row.save()
    _back_in_suspense(row, by, at)
    record("returned", row, by, at)
    if milestones := _milestones_released(row):
        orders.record_returned(milestones=milestones, by=by, at=at)
    return row


def _back_in_suspense(row: Payout, by: Actor, at: datetime) -> None:
    """A payout to an unknown sender that came to nothing: its entry waits to be recognised, as before."""
    if row.purpose != Purpose.SENDER:
        return
    for item in row.items.select_related("transfer__debit", "transfer__credit"):
        bank.keep_in_suspense_again(item.transfer, by=by, at=at)
        Entry.objects.filter(reference=item.transfer.about).update(
            state=EntryState.SUSPENSE.value, why=Why.UNKNOWN.value, payout="", assigned_at=None, assigned_by=""
        )


def _milestones_released(row: Payout) -> list[str]:
    """The milestones whose release this payout pays, each once, in the order orders locks them."""
    if row.purpose != Purpose.SUPPLIER:
        return []
    released = row.items.filter(kind="release").values_list("milestone", flat=True)
    return sorted(set(released), key=list(released.order_by("order", "id")).index)


def payout_locked(reference: str, operator: Company) -> Payout:
    rows = Payout.objects.select_for_update(of=("self",)).select_related("account", "paid_from", "payee", "operator")
    row = rows.filter(reference=reference, operator=operator).first()
    if row is None:
        raise Refused(Refusal("payout.unknown", sentence("There is no such payout here. Go back and choose again.")))
    return row


def _orders_of(milestones: Iterable[str]) -> dict[str, str]:
    rows = Milestone.objects.filter(reference__in=set(milestones))
    return dict(rows.values_list("reference", "order__reference"))


def record(verb: str, row: Payout, by: Actor, at: datetime) -> None:
    """One event for the payout, and one within each order it pays for, so that its timeline tells."""
    parties = [one for one in (row.operator_id, row.payee_id) if one is not None]
    journal.record(f"treasury.payout.{verb}", subject=row.reference, parties=parties, by=by, at=at)
    for order in sorted(set(row.items.exclude(order="").values_list("order", flat=True))):
        journal.record(
            f"treasury.order_payout.{verb}", subject=row.reference, within=order, parties=parties, by=by, at=at
        )
