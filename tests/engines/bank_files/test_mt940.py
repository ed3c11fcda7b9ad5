"""MT940: positions of :61:, the dialects of :86:, pages, and what is refused."""

import pytest

from fondouk.engines.bank_files import statements
from fondouk.kit.refusal import Refused

PAGE = """:20:STMT1
:25:{account}
:28C:5/1
:60F:C261119USD1000,00
{lines}
:62F:C261120USD1150,5
-}}
"""


def read(*lines: str, account: str = "MA64 0018 1000 7800 0201 1062 0318") -> statements.Statement:
    (one,) = statements.read(PAGE.format(lines="\n".join(lines), account=account).encode())
    return one


def test_balances_and_account() -> None:
    one = read(":61:2611201120C150,5NTRFNONREF//BK-1")
    assert (str(one.opening), str(one.closing), str(one.movement)) == ("1000.00 USD", "1150.50 USD", "150.50 USD")
    assert one.account == "MA64001810007800020110620318"
    assert one.entries[0].reference == "BK-1"


@pytest.mark.parametrize(
    ("line", "incoming", "amount", "returned"),
    [
        (":61:2611201120C150,5NTRFX", True, "150.50 USD", ""),
        (":61:2611201120CD150,NTRFX", True, "150.00 USD", ""),
        (":61:261120D0,99NMSCX", False, "0.99 USD", ""),
        (":61:2611201120RC10,NTRFX", False, "10.00 USD", "RETURN"),
        (":61:2611201120RD10,NTRFX", True, "10.00 USD", "RETURN"),
        (":61:2611201120C10,NRTIX", True, "10.00 USD", "RETURN"),
    ],
)
def test_the_entry_line(line: str, incoming: bool, amount: str, returned: str) -> None:
    entry = read(line).entries[0]
    assert (entry.incoming, str(entry.money), entry.returned) == (incoming, amount, returned)


def test_the_booking_day_may_lie_in_the_year_before() -> None:
    assert str(read(":61:2701021231C1,NTRFX").entries[0].booked_on) == "2026-12-31"
    assert str(read(":61:2612310102C1,NTRFX").entries[0].booked_on) == "2027-01-02"


def test_german_fields() -> None:
    entry = read(
        ":61:2611201120CR3000,NTRFNONREF//5", ":86:166?00GUTSCHRIFT?20EREF+INV 7 SVWZ+RF1853?219007547034?30DEUTDEFF",
        "?31DE89370400440532013000?32LAKESHORE IM?33PORTS LLC",
    ).entries[0]  # fmt: skip
    assert entry.party == "LAKESHORE IMPORTS LLC"
    assert entry.party_account == "DE89370400440532013000"
    assert "RF18539007547034" in entry.remittance


def test_dutch_fields() -> None:
    entry = read(
        ":61:2611201120C5,NTRFEREF", ":86:/EREF/PO-77/ORDP//NAME/LAKESHORE IMPO", "RTS/REMI/ORD-7K3F-9MQ2"
    ).entries[0]  # fmt: skip
    assert (entry.party, entry.end_to_end) == ("LAKESHORE IMPORTS", "PO-77")
    assert "ORD-7K3F-9MQ2" in entry.remittance


def test_text_after_the_closing_balance_belongs_to_no_entry() -> None:
    content = PAGE.format(lines=":61:2611201120C1,NTRFX", account="1").replace("-}", ":86:Thank you")
    (one,) = statements.read(content.encode())
    assert "Thank you" not in one.entries[0].remittance


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (PAGE.format(lines=":61:hello", account="1"), "is not an entry of an MT940"),
        (PAGE.format(lines=":61:2613201120C1,NTRF", account="1"), "is not a date"),
        (PAGE.format(lines=":61:261120C1,999NTRF", account="1"), "is not an amount in USD"),
        (PAGE.format(lines="", account="1").replace(":62F:C261120USD", ":62F:C261120CAD"), "mixes currencies"),
        (PAGE.format(lines="", account="1").replace(":62F:", ":99F:"), "lacks its opening or closing"),
    ],
)
def test_what_cannot_be_read_exactly_is_refused(content: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        statements.read(content.encode())
