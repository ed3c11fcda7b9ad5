"""Statements are imported once, whole, in the order of their balances; entries find their milestones."""

from __future__ import annotations

import pytest

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import escrow
from fondouk.market.treasury import bank as books
from fondouk.market.treasury import commands
from fondouk.market.treasury.models import Entry, Statement
from tests import invariants, trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury import bank
from tests.market.treasury.bank import credit, debit, imported

pytestmark = pytest.mark.django_db


def refused(cast: Cast, content: bytes) -> str:
    with pytest.raises(Refused) as caught:
        commands.import_statement(file=bank.upload(cast, content), by=cast.operator.actor, at=AT)
    return caught.value.code


def rf(order: object) -> str:
    return trade.milestone(order).creditor_reference  # type: ignore[arg-type]


def test_a_payment_with_its_reference_funds_the_milestone(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2712.00", f"INVOICE {rf(order)}"))
    assert trade.milestone(order).state == "FUNDED"
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")
    entry = Entry.objects.get()
    assert (entry.state, entry.milestone) == ("RECEIPT", trade.milestone(order).reference)


@pytest.mark.parametrize(
    "text",
    [
        "{rf}",
        "{spaced}",
        "/ROC/{rf}//URI/thank you",
        "ref{lower}argan",
        "{order}",
        "payment for order {order}, first part",
        "{milestone}",
        "RF00{order}",
    ],
)
def test_the_reference_is_found_wherever_the_payers_bank_put_it(cast: Cast, text: str) -> None:
    order = trade.signed(cast)
    one = trade.milestone(order)
    full = one.creditor_reference
    words = text.format(
        rf=full, spaced=" ".join(full[i : i + 4] for i in range(0, len(full), 4)), lower=full.lower(),
        order=order.reference, milestone=one.reference,
    )  # fmt: skip
    imported(cast, credit("2712.00", words))
    assert trade.milestone(order).state == "FUNDED"


def test_the_reference_may_stand_in_the_payers_own_reference(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2712.00", end_to_end=rf(order)))
    assert trade.milestone(order).state == "FUNDED"


def test_an_orders_reference_pays_its_milestones_in_turn(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2712.00", order.reference), credit("6328.00", order.reference, reference="B-2"))
    assert [trade.milestone(order, one).state for one in (1, 2)] == ["FUNDED", "FUNDED"]


def test_short_by_less_than_the_tolerance_is_bank_charges(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2687.00", rf(order)))
    assert trade.milestone(order).state == "FUNDED"
    assert escrow.held(order.reference, "USD") == Money.of("2687", "USD")


def test_two_parts_add_up(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("1000.00", rf(order)))
    assert trade.milestone(order).state == "PENDING"
    imported(cast, credit("1712.00", rf(order), reference="B-2"), opening="1000", number=2)
    assert trade.milestone(order).state == "FUNDED"


def test_excess_and_second_payments_are_owed_back(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("3000.00", rf(order)), credit("2712.00", rf(order), reference="B-2"))
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")
    assert sum(one.money.amount_minor for one in books.owed()) == 300_000


def test_money_for_a_cancelled_order_is_owed_back(cast: Cast) -> None:
    from fondouk.market.orders import commands as orders

    order = trade.signed(cast)
    orders.cancel_order(order=order.reference, reason="The season failed.", by=cast.argan.actor, at=AT)
    imported(cast, credit("2712.00", rf(order)))
    assert escrow.held(order.reference, "USD") == Money.zero("USD")
    assert [one.kind for one in books.owed()] == ["set_aside"]


@pytest.mark.parametrize(
    ("entry", "why", "suggested"),
    [
        ({"text": "thank you"}, "unknown", False),
        ({"text": "{rf}", "party": "Unrelated Trading Ltd"}, "payer", True),
        ({"text": "thank you", "party": "Somebody", "amount": "2712.00"}, "unknown", True),
    ],
)
def test_what_is_not_sure_waits_in_suspense(cast: Cast, entry: dict[str, str], why: str, suggested: bool) -> None:
    order = trade.signed(cast)
    values = {"amount": "1234.00", "party": "", **entry}
    imported(cast, credit(values["amount"], values["text"].format(rf=rf(order)), party=values["party"]))
    row = Entry.objects.get()
    assert (row.state, row.why) == ("SUSPENSE", why)
    assert row.milestone == (trade.milestone(order).reference if suggested else "")
    assert trade.milestone(order).state == "PENDING"


def test_amount_and_payer_together_are_enough(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2712.00", "thank you", party="LAKEVIEW TABLE"))
    assert trade.milestone(order).state == "FUNDED"


def test_money_before_the_signatures_waits(cast: Cast) -> None:
    order = trade.proposed(cast)
    imported(cast, credit("2712.00", rf(order)))
    assert Entry.objects.get().why == "unsigned"


def test_bank_charges_wait_until_somebody_says_so(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, debit("12.50", "FEES NOVEMBER"), opening="100")
    row = Entry.objects.get()
    assert (row.state, row.why) == ("SUSPENSE", "outgoing")
    assert books.at_bank(row.account.reference, "USD") == Money.of("87.50", "USD")
    assert books.in_suspense(row.account.reference, "USD") == Money.of("-12.50", "USD")


def test_a_second_import_changes_nothing(cast: Cast) -> None:
    order = trade.signed(cast)
    first = imported(cast, credit("2712.00", rf(order)))
    again = imported(cast, credit("2712.00", rf(order)))
    assert again == first
    assert Statement.objects.count() == Entry.objects.count() == 1
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")


def test_other_bytes_with_the_same_content_are_the_same_statement(cast: Cast) -> None:
    order = trade.signed(cast)
    content = bank.written(bank.statement(credit("2712.00", rf(order))))
    one = commands.import_statement(file=bank.upload(cast, content), by=cast.operator.actor, at=AT)
    other = content.replace(b"<Stmt>", b"<!-- printed again -->\n<Stmt>")
    assert commands.import_statement(file=bank.upload(cast, other), by=cast.operator.actor, at=AT) == one


def test_an_entry_announced_before_is_not_booked_again(cast: Cast) -> None:
    order = trade.signed(cast)
    content = bank.written(bank.statement(credit("2712.00", rf(order))))
    commands.import_statement(file=bank.upload(cast, as_notice(content)), by=cast.operator.actor, at=AT)
    assert trade.milestone(order).state == "FUNDED"
    invariants.hold()
    row = commands.import_statement(file=bank.upload(cast, content), by=cast.operator.actor, at=AT)
    assert (row.entries_count, row.known_count, Entry.objects.count()) == (1, 1, 1)


def test_a_reference_the_bank_uses_again_is_another_entry(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, credit("100", reference="1"), credit("7", reference="2"))
    imported(cast, credit("100", reference="1"), credit("8", reference="2"), opening="107", number=2)
    assert [one.amount_minor for one in Entry.objects.order_by("id")] == [10000, 700, 10000, 800]
    assert Statement.objects.latest("id").known_count == 0


def test_a_notification_after_its_statement_is_known(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, credit("100", reference="1"))
    notice = bank.written(bank.statement(credit("100", reference="1"), credit("9", reference="2"), number=7))
    commands.import_statement(file=bank.upload(cast, as_notice(notice)), by=cast.operator.actor, at=AT)
    assert (Entry.objects.count(), Statement.objects.latest("id").known_count) == (2, 1)


def as_notice(content: bytes) -> bytes:
    """A statement's file as a camt.054."""
    notice = content.replace(b"camt.053", b"camt.054").replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn")
    return notice.replace(b"Stmt>", b"Ntfctn>")


def test_a_gap_in_the_chain_is_refused(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, credit("100"))
    assert refused(cast, bank.written(bank.statement(credit("5"), opening="90", number=3))) == "statement.chain"
    assert Statement.objects.count() == 1


def test_sums_that_do_not_add_up_are_refused(cast: Cast) -> None:
    trade.holder(cast)
    assert refused(cast, bank.written(bank.statement(credit("5"), closing="6"))) == "statement.sums"


def test_somebody_elses_account_is_refused(cast: Cast) -> None:
    trade.holder(cast)
    other = bank.statement(credit("5"), account="MA64011519000001205000534921")
    assert refused(cast, bank.written(other)) == "statement.account"
    assert (
        refused(cast, bank.written(bank.statement(credit("5", currency="CAD"), currency="CAD"))) == "statement.account"
    )


def test_a_doctype_is_refused_with_the_reason(cast: Cast) -> None:
    content = bank.written(bank.statement(credit("5"))).replace(b"<Document", b"<!DOCTYPE Document><Document", 1)
    trade.holder(cast)
    assert refused(cast, content) == "statement.unreadable"


def test_a_file_is_whole_or_not_at_all(cast: Cast) -> None:
    from django.db import transaction

    order = trade.signed(cast)
    good = bank.written(bank.statement(credit("2712.00", rf(order))))
    bad = bank.written(bank.statement(credit("5", reference="B-2"), opening="1", number=2))
    inner = bad[bad.index(b"<Stmt>") : bad.index(b"</Stmt>") + 7]
    both = good.replace(b"</Stmt>", b"</Stmt>" + inner)
    with pytest.raises(Refused), transaction.atomic():
        commands.import_statement(file=bank.upload(cast, both), by=cast.operator.actor, at=AT)
    assert Statement.objects.count() == 0
    assert trade.milestone(order).state == "PENDING"


def test_one_bank_reference_used_for_two_entries_books_both(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, credit("2712.00", rf(order)), credit("40.00", "gift"))
    assert Entry.objects.count() == 2


def test_names_drawn_twice_are_drawn_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    trade.holder(cast)
    imported(cast, credit("1"))
    taken = Entry.objects.get().reference
    drawn = iter([taken, "ENT-0000-0001", "ENT-0000-0001", "ENT-0000-0002", "ENT-0000-0003", "ENT-0000-0004"])
    monkeypatch.setattr("fondouk.kit.references.new", lambda prefix: next(drawn) if prefix == "ENT" else f"{prefix}-1")
    imported(cast, credit("2", reference="A"), credit("3", reference="B"), opening="1", number=2)
    assert Entry.objects.count() == 3


def test_only_the_operators_bookkeepers_import(cast: Cast) -> None:
    trade.holder(cast)
    file = bank.upload(cast, bank.written(bank.statement(credit("5"))))
    for actor in (cast.operator.clerk, cast.argan.actor, cast.chicago.actor, cast.stranger):
        with pytest.raises(Refused):
            commands.import_statement(file=file, by=actor, at=AT)
    assert Statement.objects.count() == 0


def test_a_file_of_another_company_is_unknown(cast: Cast) -> None:
    trade.holder(cast)
    with pytest.raises(Refused) as caught:
        commands.import_statement(file="FIL-0000-0000", by=cast.operator.actor, at=AT)
    assert caught.value.code == "statement.unknown"
