"""An entry in suspense is recognised by a person, once, with what they checked."""

from __future__ import annotations

import pytest

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.orders import escrow
from fondouk.market.treasury import bank as books
from fondouk.market.treasury import commands
from fondouk.market.treasury.models import Entry
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury.bank import credit, debit, imported

pytestmark = pytest.mark.django_db


def assign(cast: Cast, by: object = None, **what: str) -> Entry:
    entry = Entry.objects.latest("id").reference
    return commands.assign_entry(entry=entry, by=by or cast.operator.actor, at=AT, **what)  # type: ignore[arg-type]


def refused(cast: Cast, by: object = None, **what: str) -> str:
    with pytest.raises(Refused) as caught:
        assign(cast, by, **what)
    return caught.value.code


@pytest.mark.parametrize("named", ["rf", "order", "milestone", "nothing"])
def test_a_suggested_payment_is_booked_when_the_payer_was_checked(cast: Cast, named: str) -> None:
    order = trade.signed(cast)
    one = trade.milestone(order)
    imported(cast, credit("2712.00", one.creditor_reference, party="Unrelated Trading Ltd"))
    names = {"rf": one.creditor_reference, "order": order.reference, "milestone": one.reference, "nothing": ""}
    assert refused(cast, target="milestone", milestone=names[named]) == "entry.note"
    row = assign(cast, target="milestone", milestone=names[named], note="Sister firm; letter of 20 November on file.")
    assert (row.state, row.milestone, row.why) == ("RECEIPT", one.reference, "")
    assert trade.milestone(order).state == "FUNDED"
    assert escrow.held(order.reference, "USD") == Money.of("2712", "USD")


def test_bank_charges_are_the_holders_own(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, debit("12.50", "FEES"), opening="100")
    row = assign(cast, target="own", note="Fees of November")
    assert (row.state, row.note) == ("OWN", "Fees of November")
    assert books.in_suspense(row.account.reference, "USD") == Money.zero("USD")


def test_interest_is_the_holders_own(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, credit("3.10", "INTEREST", party=""))
    assert assign(cast, target="own").state == "OWN"


def test_what_cannot_be(cast: Cast) -> None:
    order = trade.signed(cast)
    imported(cast, debit("12.50", "FEES"), opening="100")
    assert refused(cast, target="milestone", milestone=order.reference) == "entry.outgoing"
    imported(cast, credit("5", "?", reference="B-2"), opening="87.50", number=2)
    assert refused(cast, target="milestone", milestone="RF00") == "entry.milestone"
    assert refused(cast, target="nonsense") == "entry.target"
    assign(cast, target="own")
    assert refused(cast, target="own") == "entry.assigned"


def test_an_unsigned_contract_gets_no_money(cast: Cast) -> None:
    order = trade.proposed(cast)
    imported(cast, credit("2712.00", trade.milestone(order).creditor_reference))
    assert refused(cast, target="milestone") == "entry.unsigned"


def test_an_order_paid_directly_gets_nothing_booked(cast: Cast) -> None:
    trade.account_of_supplier(cast)
    order = trade.signed(cast, route="direct")
    imported(cast, credit("2712.00", trade.milestone(order).creditor_reference))
    assert Entry.objects.get().why == "route"
    assert refused(cast, target="milestone") == "entry.route"


def test_who_may(cast: Cast) -> None:
    trade.holder(cast)
    imported(cast, credit("5", "?"))
    for actor in (cast.operator.clerk, cast.argan.actor, cast.chicago.actor, cast.stranger):
        assert refused(cast, actor, target="own") in ("permission", "standing")
