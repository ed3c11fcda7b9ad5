"""Unknown money goes back to who sent it: owed at once, approved by a second person, back in suspense if it fails."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from fondouk.market.treasury import bank as books
from fondouk.market.treasury import commands, queries
from fondouk.market.treasury.commands import Sender
from fondouk.market.treasury.models import Entry, Payout
from fondouk.market.treasury.rules import PayoutState
from tests import invariants, trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury.bank import credit, debit, imported

pytestmark = pytest.mark.django_db
IBAN = "DE89370400440532013000"
SENDER = Sender("Müller & Söhne GmbH", IBAN, "COBADEFF", "Köln", "DE")


def unknown(cast: Cast, account: str = "") -> Entry:
    """500 USD from nobody we know."""
    trade.holder(cast)
    imported(cast, replace(credit("500", "for your kind help", party="Müller & Söhne"), party_account=account))
    return Entry.objects.get()


def sent_back(cast: Cast, entry: Entry, sender: Sender = SENDER, note: str = "Nobody we know.") -> Payout:
    return commands.send_back_entry(entry=entry.reference, sender=sender, note=note, by=cast.operator.actor, at=AT)


def filed(cast: Cast, row: Payout) -> Payout:
    commands.approve_payout(payout=row.reference, by=cast.operator.second, at=AT)
    commands.file_payouts(payouts=[row.reference], by=cast.operator.actor, at=AT)
    row.refresh_from_db()
    return row


def test_it_goes_back_through_a_payout_of_two_people(cast: Cast) -> None:
    entry = unknown(cast)
    row = sent_back(cast, entry)
    invariants.hold()
    entry.refresh_from_db()
    assert (entry.state, entry.payout, row.state) == ("SENT_BACK", row.reference, "BUILT")
    with pytest.raises(Refused) as caught:
        commands.approve_payout(payout=row.reference, by=cast.operator.actor, at=AT)
    assert caught.value.code == "payout.approve.same_person"
    assert commands.build_payouts(by=cast.operator.actor, at=AT) is None
    row = filed(cast, row)
    assert row.file is not None
    tree = etree.fromstring(bytes(row.file.content))
    spaces = {"p": tree.nsmap[None]}
    assert tree.findtext(".//p:CdtrAcct/p:Id/p:IBAN", namespaces=spaces) == IBAN
    assert tree.findtext(".//p:Cdtr/p:Nm", namespaces=spaces) == "Muller Sohne GmbH"
    imported(cast, debit("500", end_to_end=row.reference), opening="500", number=2)
    row.refresh_from_db()
    assert row.state == "BOOKED"
    assert books.at_bank(entry.account.reference, "USD") == Money.zero("USD")
    (shown,) = queries.payouts(cast.operator.id, states=list(PayoutState), at=AT)
    assert shown.payee.called("ar") == "Müller & Söhne GmbH"


def test_the_account_the_bank_named_is_the_one_it_goes_to(cast: Cast) -> None:
    row = sent_back(cast, unknown(cast, IBAN), replace(SENDER, number="FR1420041010050500013M02606"))
    assert row.sender["number"] == IBAN


@pytest.mark.parametrize("ends", ["rejected", "returned"])
def test_a_payout_that_fails_puts_it_back_in_suspense(cast: Cast, ends: str) -> None:
    entry = unknown(cast)
    for number in (1, 2):
        row = sent_back(cast, entry)
        if ends == "rejected":
            commands.reject_payout(payout=row.reference, reason="Wrong account.", by=cast.operator.second, at=AT)
        else:
            filed(cast, row)
            imported(cast, debit("500", end_to_end=row.reference), opening="500", number=2 * number)
            back = credit("500", row.reference, reference=f"R-{number}")
            imported(cast, replace(back, returned="AC04"), opening="0", number=2 * number + 1)
        invariants.hold()
        entry.refresh_from_db()
        assert (entry.state, entry.why, entry.assigned_at) == ("SUSPENSE", "unknown", None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "مجهول"}, "sender.name"),
        ({"town": "القاهرة"}, "sender.name"),
        ({"number": "DE89370400440532013001"}, "sender.number"),
        ({"number": ""}, "sender.number"),
        ({"number": "💥"}, "sender.number"),
        ({"bic": "COBA"}, "sender.bic"),
        ({"town": " "}, "address.town"),
        ({"country": ""}, "address.country"),
    ],
)
def test_what_the_bank_would_not_take(cast: Cast, change: dict[str, str], code: str) -> None:
    entry = unknown(cast)
    with pytest.raises(Refused) as caught:
        sent_back(cast, entry, replace(SENDER, **change))
    assert code in [one.code for one in caught.value.refusals]
    assert not Payout.objects.exists()


def test_only_what_waits_and_came_in_with_a_reason(cast: Cast) -> None:
    entry = unknown(cast)
    with pytest.raises(Refused) as caught:
        sent_back(cast, entry, note=" ")
    assert caught.value.code == "sender.note"
    for actor in (cast.operator.clerk, cast.argan.actor, cast.stranger):
        with pytest.raises(Refused):
            commands.send_back_entry(entry=entry.reference, sender=SENDER, note="?", by=actor, at=AT)
    sent_back(cast, entry)
    with pytest.raises(Refused) as caught:
        sent_back(cast, entry)
    assert caught.value.code == "entry.assigned"
    imported(cast, debit("12.50", "FEES"), opening="500", number=2)
    with pytest.raises(Refused) as caught:
        sent_back(cast, Entry.objects.latest("id"))
    assert caught.value.code == "entry.sender.outgoing"
