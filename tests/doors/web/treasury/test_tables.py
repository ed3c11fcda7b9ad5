"""What banks really send: Latin-1, UTF-16, XML without its declaration, and tables whose columns a person names."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.market.companies.models import BankAccount
from fondouk.market.treasury.models import Entry, Statement
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.doors.web.test_trade_pages import signed_in
from tests.engines.bank_files.test_workbook import book, with_part
from tests.invariants import money_holds
from tests.market.treasury import bank
from tests.market.treasury.bank import IBAN, credit

__all__ = ["money_holds"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("money_holds")]
PAGE = "/en/desk/statements/"
MT940 = f""":20:STMT1
:25:{IBAN}
:28C:1/1
:60F:C261122USD0,00
:61:2611231123C2712,00NTRFNONREF//B1
:86:VIREMENT DE SOCIÉTÉ GÉNÉRALE À DANA
:62F:C261123USD2712,00
"""
TABLE = (
    "Date;Libellé;Débit;Crédit;Solde\n23/11/2026;VIR {rf} PAYÉ;;2.712,00;2.712,00\n\n23/11/2026;FRAIS;12,50;;2.699,50\n"
)
COLUMNS = {
    "delimiter": ";", "encoding": "cp1252", "decimal_mark": ",", "day_format": "%d/%m/%Y", "day": "Date", "amount": "",
    "incoming": "Crédit", "outgoing": "Débit", "text": "Libellé", "party": "", "reference": "", "balance": "Solde",
}  # fmt: skip


@pytest.fixture(autouse=True)
def today() -> object:
    with mock.patch("fondouk.doors.clock.now", return_value=AT + timedelta(days=3)) as now:
        yield now


@pytest.fixture
def desk(cast: Cast) -> Client:
    return signed_in(cast.operator)


def sent(client: Client, content: bytes, name: str, address: str = PAGE) -> object:
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "utf-16"])
def test_mt940_in_any_letters(cast: Cast, desk: Client, encoding: str) -> None:
    trade.holder(cast)
    assert sent(desk, MT940.encode(encoding), "nov.sta").status_code == 302  # type: ignore[attr-defined]
    assert "SOCIÉTÉ GÉNÉRALE À DANA" in Entry.objects.get().remittance


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252", "utf-8", "utf-8-sig", ""]
)
def test_camt_in_any_letters_with_or_without_declaration(cast: Cast, desk: Client, encoding: str) -> None:
    trade.holder(cast)
    one = bank.statement(credit("5", "don à la société"))
    text = bank.written(one).decode().split("?>", 1)[1].lstrip()
    named = encoding.removesuffix("-le").removesuffix("-be").removesuffix("-sig")
    declared = f'<?xml version="1.0" encoding="{named}"?>\n{text}' if encoding else text
    answer = sent(desk, declared.encode(encoding or "utf-8"), "nov.xml")
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert "société" in Entry.objects.get().remittance


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02\x03", b"\xff\xfe<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E\x00", b"<svg xmlns='x'/>",
        b"MZ\x90\x00",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16"),
        b"<?xml version='1.0' encoding='nonsense'?><a/>", b"\xff\xd8\xff\xe0 a picture", b"PK\x03\x04 a zip",
    ],
)  # fmt: skip
def test_what_is_no_statement_is_refused_in_words(cast: Cast, desk: Client, content: bytes) -> None:
    trade.holder(cast)
    answer = sent(desk, content, "nov.xml")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert not Statement.objects.exists()


def test_a_table_is_uploaded_named_and_imported_once(cast: Cast, desk: Client) -> None:
    order = trade.signed(cast)
    one = trade.milestone(order)
    content = TABLE.format(rf=one.creditor_reference).encode("cp1252")
    answer = sent(desk, content, "nov.csv", f"{PAGE}tables/")
    page = answer["Location"]  # type: ignore[index]
    shown = desk.get(page).content.decode()
    assert "Libellé" in shown
    assert f"VIR {one.creditor_reference} PAYÉ" in shown
    for language in ("fr", "ar"):
        assert desk.get(page.replace("/en/", f"/{language}/")).status_code == 200

    account = BankAccount.objects.get(company=order.operator).reference
    form = {**COLUMNS, "account": account}
    for wrong in (
        {"incoming": ""}, {"day": ""}, {"day": "Nothing"}, {"account": "BNK-1"}, {"day_format": "%Y"},
        {"day": "Libellé"},
        {"encoding": "rot13"}, {"incoming": "Libellé"}, {"delimiter": ","}, {"encoding": "utf-8-sig"},
    ):  # fmt: skip
        assert desk.post(page, {**form, **wrong}).status_code == 422, wrong
    assert not Statement.objects.exists()
    assert desk.post(page, form).status_code == 302
    assert desk.post(page, form).status_code == 302
    statement = Statement.objects.get()
    assert (statement.format, statement.opening_minor, statement.closing_minor) == ("CSV", 0, 269_950)
    assert trade.milestone(order).state == "FUNDED"


@pytest.mark.parametrize(
    "content",
    [b"Date\n", b"", b"a;b\n1\n;;;;;\n", b'a;b\n"unclosed', b"\n\n\n", "é;ü\n1;2\n".encode("cp1252"), b";;;\n1;2"],
)
def test_odd_tables_are_answered(cast: Cast, desk: Client, content: bytes) -> None:
    trade.holder(cast)
    answer = sent(desk, content, "odd.csv", f"{PAGE}tables/")
    page = answer["Location"]  # type: ignore[index]
    assert desk.get(page).status_code == 200
    if "tables" in page:
        assert desk.post(page, {**COLUMNS, "day": "a", "incoming": "b", "outgoing": "b"}).status_code == 422
        assert desk.post(page, {"look": "1", "encoding": "utf-16", "delimiter": "|"}).status_code in (200, 422)


def test_only_the_holders_bookkeepers_see_the_table(cast: Cast, desk: Client) -> None:
    trade.holder(cast)
    page = sent(desk, b"a;b\n1;2\n", "a.csv", f"{PAGE}tables/")["Location"]  # type: ignore[index]
    for client, status in ((signed_in(cast.argan), 404), (signed_in(cast.operator, cast.operator.clerk_person), 403)):
        assert client.get(page).status_code == status
    assert desk.get(f"{PAGE}tables/FIL-0000-0000/").status_code == 404


def test_a_workbook_is_uploaded_named_and_imported(cast: Cast, desk: Client) -> None:
    order = trade.signed(cast)
    one = trade.milestone(order)
    paid = ["VIR " + one.creditor_reference, None, 2712.0, 2712.0]
    content = book([["Date", "Libellé", "Débit", "Crédit", "Solde"], [AT.replace(tzinfo=None), *paid]])
    page = sent(desk, content, "nov.xlsx", f"{PAGE}tables/")["Location"]  # type: ignore[index]
    shown = desk.get(page).content.decode()
    assert one.creditor_reference in shown
    assert 'name="delimiter"' not in shown
    account = BankAccount.objects.get(company=order.operator).reference
    form = {name: value for name, value in COLUMNS.items() if name not in ("delimiter", "encoding")}
    assert desk.post(page, {**form, "account": account, "day": "Libellé"}).status_code == 422
    assert desk.post(page, {**form, "account": account}).status_code == 302
    assert trade.milestone(order).state == "FUNDED"


def test_a_workbook_that_hides_something_is_refused(cast: Cast, desk: Client) -> None:
    trade.holder(cast)
    hostile = with_part(book([["a", "b", "c"]]), "xl/worksheets/sheet1.xml", lambda part: b"<!DOCTYPE x>" + part)
    page = sent(desk, hostile, "nov.xlsx", f"{PAGE}tables/")["Location"]  # type: ignore[index]
    if "tables" in page:
        assert "document type declaration" in desk.get(page).content.decode()
        assert desk.post(page, {**COLUMNS, "account": "BNK-1"}).status_code == 422
    assert not Statement.objects.exists()
