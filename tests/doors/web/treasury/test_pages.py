"""The treasury's desk as the operator's people see it, and a supplier's payouts: what pages say, refuse and hide."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.market.companies.models import Person
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.treasury import commands
from fondouk.market.treasury.models import Entry, Payout, Statement
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.invariants import money_holds
from tests.market.treasury import bank
from tests.market.treasury import test_payouts as steps
from tests.market.treasury.bank import credit, debit

__all__ = ["money_holds"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("money_holds")]
DESK = ["/en/desk/treasury/", "/en/desk/statements/", "/en/desk/suspense/", "/en/desk/payouts/"]


@pytest.fixture(autouse=True)
def today() -> object:
    with mock.patch("fondouk.doors.clock.now", return_value=AT + timedelta(days=30)) as now:
        yield now


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def amine(cast: Cast) -> Client:
    return signed_in(cast.operator.owner)


@pytest.fixture
def lina(cast: Cast) -> Client:
    assert cast.operator.second_person is not None
    return signed_in(cast.operator.second_person)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (answer.status_code, address)
    return answer.content.decode()


def upload(client: Client, content: bytes, **more: str) -> object:
    file = BytesIO(content)
    file.name = "statement.xml"
    return client.post("/en/desk/statements/", {"file": file, **more}, follow=True)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_opens_empty_and_full(cast: Cast, amine: Client, language: str) -> None:
    order = steps.released(cast)
    steps.filed(cast)
    bank.imported(cast, credit("7", "who knows"), debit("3", "fees"), opening="9040.00", number=2)
    statement = Statement.objects.last()
    assert statement is not None
    for address in [*DESK, f"/en/desk/statements/{statement.reference}/", f"/en/desk/payouts/{Payout.objects.get()}/"]:
        page = text(amine, address.replace("/en/", f"/{language}/"))
        assert 'dir="rtl"' in page if language == "ar" else 'dir="ltr"' in page
    assert order.reference in text(amine, "/en/desk/payouts/")


def test_empty_states_say_what_comes(cast: Cast, amine: Client) -> None:
    pages = [text(amine, address) for address in DESK]
    for page, words in zip(
        pages, ("No account yet", "No statement yet", "Nothing waits", "Nothing to pay out"), strict=True
    ):
        assert words in page


def test_an_upload_is_imported_and_a_second_changes_nothing(cast: Cast, amine: Client) -> None:
    order = trade.signed(cast)
    content = bank.written(
        bank.statement(credit("2712.00", trade.milestone(order).creditor_reference), credit("5", "?", reference="B2"))
    )
    page = upload(amine, content).content.decode()
    assert "2 entries booked. 1 waits in suspense." in page
    assert order.reference in page
    assert "Nothing changed" in upload(amine, content).content.decode()
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE x><Document/>', "DOCTYPE"),
        (b"%PDF-1.7 %%EOF", "This kind of file is not taken here"),
        (b"hello", "neither a camt.053"),
    ],
)
def test_a_refused_file_says_why(cast: Cast, amine: Client, content: bytes, words: str) -> None:
    answer = upload(amine, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_nothing_chosen_is_a_sentence(cast: Cast, amine: Client) -> None:
    assert "Choose a statement file." in amine.post("/en/desk/statements/").content.decode()


def test_suspense_keeps_what_was_typed(cast: Cast, amine: Client) -> None:
    order = trade.signed(cast)
    bank.imported(cast, credit("2712.00", trade.milestone(order).creditor_reference, party="Unrelated Trading"))
    entry = Entry.objects.get()
    address = f"/en/desk/suspense/{entry.reference}/assignment/"
    assert "Perhaps for" in text(amine, "/en/desk/suspense/")
    answer = amine.post(address, {"target": "milestone", "milestone": "RF00NOTHING", "note": "called Dana"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="RF00NOTHING"' in page
    assert 'value="called Dana"' in page
    assert "No payment has this reference" in page
    answer = amine.post(
        address, {"target": "milestone", "milestone": order.reference, "note": "called Dana"}, follow=True
    )
    assert "Assigned." in answer.content.decode()
    assert trade.milestone(order).state == "FUNDED"


def test_two_people_pay_out(cast: Cast, amine: Client, lina: Client) -> None:
    steps.released(cast)
    assert "2,671.32" in text(amine, "/en/desk/payouts/")
    assert "Payouts are built" in amine.post("/en/desk/payouts/", follow=True).content.decode()
    row = Payout.objects.get()
    approval = f"/en/desk/payouts/{row.reference}/approval/"
    assert "A second person approves it" in amine.post(approval, follow=True).content.decode()
    assert "disabled" in text(amine, f"/en/desk/payouts/{row.reference}/")
    assert "Approved." in lina.post(approval, follow=True).content.decode()
    assert "ready" in amine.post("/en/desk/payment-files/", {"payout": [row.reference]}, follow=True).content.decode()
    row.refresh_from_db()
    assert row.file is not None
    answer = amine.get(f"/en/desk/payment-files/{row.file.reference}/")
    assert answer.content == bytes(row.file.content)
    assert answer["Content-Disposition"] == f'attachment; filename="{row.file.reference}.xml"'


def test_double_clicks_have_one_effect(cast: Cast, amine: Client) -> None:
    steps.released(cast)
    once = re.search(r'name="once" value="([^"]+)"', text(amine, "/en/desk/payouts/"))
    assert once is not None
    for _ in range(2):
        amine.post("/en/desk/payouts/", {"once": once[1]})
    assert Payout.objects.count() == 1


def test_a_rejection_reaches_the_payee_with_its_reason(cast: Cast, lina: Client) -> None:
    steps.released(cast)
    row = steps.built(cast)
    address = f"/en/desk/payouts/{row.reference}/rejection/"
    assert "Say why" in lina.post(address, {"reason": " "}, follow=True).content.decode()
    lina.post(address, {"reason": "Wrong account holder"})
    assert "Wrong account holder" in text(signed_in(cast.argan.owner), f"/en/sell/payouts/{row.reference}/")


def test_the_supplier_reads_its_payouts(cast: Cast) -> None:
    khadija = signed_in(cast.argan.owner)
    assert "No payouts yet" in text(khadija, "/en/sell/payouts/")
    order = steps.released(cast)
    row = steps.booked(cast)
    page = text(khadija, "/ar/sell/payouts/")
    assert row.reference in page
    assert order.reference in text(khadija, f"/en/sell/payouts/{row.reference}/")
    assert "FR14" not in text(khadija, f"/en/sell/payouts/{row.reference}/"), (
        "the holder's account is not the payee's business"
    )


def test_the_buyer_reads_its_refunds(cast: Cast) -> None:
    dana = signed_in(cast.chicago.owner)
    assert "No refunds yet" in text(dana, "/en/buy/refunds/")
    order = trade.signed(cast, terms="100")
    bank.imported(cast, credit("9040.00", trade.milestone(order).creditor_reference))
    orders.cancel_order(order=order.reference, reason="No season.", by=cast.argan.actor, at=AT)
    steps.refund_account(cast, AT - timedelta(days=4))
    row = steps.built(cast)
    assert row.reference in text(dana, "/ar/buy/refunds/")
    assert order.reference in text(dana, f"/en/buy/refunds/{row.reference}/")
    text(signed_in(cast.montreal.owner), f"/en/buy/refunds/{row.reference}/", 404)
    text(signed_in(cast.argan.owner), f"/en/buy/refunds/{row.reference}/", 404)


def addresses(order: Order, row: Payout) -> list[tuple[str, str]]:
    statement, entry = Statement.objects.latest("id"), Entry.objects.latest("id")
    assert row.file is not None
    return [
        *(("get", address) for address in DESK), ("post", "/en/desk/statements/"), ("post", "/en/desk/payouts/"),
        ("get", f"/en/desk/statements/{statement.reference}/"), ("get", f"/en/desk/payouts/{row.reference}/"),
        ("post", f"/en/desk/suspense/{entry.reference}/assignment/"), ("post", "/en/desk/payment-files/"),
        ("post", f"/en/desk/payouts/{row.reference}/approval/"),
        ("post", f"/en/desk/payouts/{row.reference}/rejection/"),
        ("get", f"/en/desk/payment-files/{row.file.reference}/"),
    ]  # fmt: skip


def test_strangers_meet_404_colleagues_without_the_right_403(cast: Cast) -> None:
    order = steps.released(cast)
    row = steps.filed(cast)
    assert cast.operator.clerk_person is not None
    for method, address in addresses(order, row):
        for person in (cast.argan.owner, cast.rival.owner, cast.chicago.owner, cast.stranger_person):
            assert getattr(signed_in(person), method)(address).status_code == 404, (method, address)
        assert getattr(signed_in(cast.operator.clerk_person), method)(address).status_code == 403, (method, address)
        assert getattr(Client(), method)(address).status_code == 302
    own = f"/en/sell/payouts/{row.reference}/"
    assert [signed_in(who.owner).get(own).status_code for who in (cast.argan, cast.rival, cast.chicago)] == [
        200,
        404,
        404,
    ]


def test_hostile_texts_break_nothing(cast: Cast, amine: Client, lina: Client) -> None:
    steps.released(cast)
    row = steps.built(cast)
    bank.imported(cast, credit("7", "?"), opening="9040.00", number=2)
    entry = Entry.objects.latest("id")
    for text_typed in ("\x00", "'; DROP TABLE transfer; --", "<script>", "٣" * 5000, "\u202e" * 9):
        amine.post(
            f"/en/desk/suspense/{entry.reference}/assignment/",
            {"target": "milestone", "milestone": text_typed, "note": text_typed},
        )
        amine.post("/en/desk/payment-files/", {"payout": [text_typed]})
        assert lina.get("/en/desk/statements/", {"page": text_typed}).status_code == 200
        statement = Statement.objects.latest("id").reference
        assert lina.get(f"/en/desk/statements/{statement}/", {"page": text_typed}).status_code == 200
    assert lina.post(f"/en/desk/payouts/{row.reference}/rejection/", {"reason": "<b>\x00no</b>"}).status_code == 302
    assert "&lt;b&gt;no&lt;/b&gt;" in text(lina, f"/en/desk/payouts/{row.reference}/")


def test_unknown_references_are_404(cast: Cast, amine: Client) -> None:
    for noun in ("statements", "payouts", "payment-files"):
        text(amine, f"/en/desk/{noun}/XXX-0000-0000/", 404)
    text(signed_in(cast.argan.owner), "/en/sell/payouts/PAY-0000-0000/", 404)


def test_statements_of_sql_do_not_grow_with_rows(cast: Cast, amine: Client) -> None:
    trade.holder(cast)
    bank.imported(cast, *(credit("7", f"who {n}", reference=f"W{n}") for n in range(3)))
    text(amine, DESK[0])
    before = [_count(amine, address) for address in DESK]
    bank.imported(cast, *(credit("7", f"who {n}", reference=f"V{n}") for n in range(20)), opening="21", number=2)
    after = [_count(amine, address) for address in DESK]
    assert before == after
    assert max(after) <= 16, after


def test_payout_pages_keep_within_their_statements(cast: Cast, amine: Client) -> None:
    steps.released(cast)
    row = steps.filed(cast)
    text(amine, DESK[3])
    assert _count(amine, DESK[3]) <= 16
    assert _count(amine, f"/en/desk/payouts/{row.reference}/") <= 16
    assert _count(signed_in(cast.argan.owner), "/en/sell/payouts/") <= 16


def _count(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        text(client, address)
    return len(captured)


def test_the_bank_books_it_in_the_end(cast: Cast, amine: Client) -> None:
    steps.released(cast)
    row = steps.filed(cast)
    entry = debit("2671.32", end_to_end=row.reference)
    upload(amine, bank.written(bank.statement(entry, opening="9040.00", number=2)))
    assert "paid" in text(amine, f"/en/desk/payouts/{row.reference}/")
    assert commands.build_payouts(by=cast.operator.actor, at=AT) is None


def test_unknown_money_is_sent_back_from_the_desk(cast: Cast, amine: Client, lina: Client) -> None:
    trade.holder(cast)
    bank.imported(cast, credit("500", "for your kind help", party="Muller"))
    entry = Entry.objects.get()
    address = f"/en/desk/suspense/{entry.reference}/return/"
    assert address in text(amine, "/en/desk/suspense/")
    assert "Muller" in text(amine, address)
    form = {"name": "Muller", "number": "DE89370400440532013000", "bic": "COBADEFF", "town": "Köln", "country": "DE",
            "note": "Nobody we know."}  # fmt: skip
    kept = amine.post(address, {**form, "bic": "nonsense"})
    assert kept.status_code == 422
    assert "Nobody we know." in kept.content.decode()
    assert amine.post(address, form).status_code == 302
    row = Payout.objects.get()
    assert "Muller" in text(lina, "/en/desk/payouts/")
    for language in ("en", "fr", "ar"):
        assert "Muller" in text(lina, f"/{language}/desk/payouts/{row.reference}/")
    assert "sent back" in text(lina, f"/en/desk/statements/{entry.statement.reference}/")
    assert text(amine, address, 404)
    for person in (cast.argan.owner, cast.chicago.owner):
        assert text(signed_in(person), address, 404)


def test_two_people_reject_what_is_with_the_bank(cast: Cast, amine: Client, lina: Client) -> None:
    steps.released(cast)
    row = steps.filed(cast)
    page = f"/en/desk/payouts/{row.reference}/"
    amine.post(f"{page}rejection/", {"reason": "Account closed."})
    assert "Account closed." in text(amine, page)
    assert "The bank refused it" not in text(amine, page)
    assert "The bank refused it" in text(lina, page)
    lina.post(f"{page}keeping/")
    amine.post(f"{page}rejection/", {"reason": "Account closed."})
    lina.post(f"{page}rejection/")
    row.refresh_from_db()
    assert (row.state, row.reason) == ("REJECTED", "Account closed.")
