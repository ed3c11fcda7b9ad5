"""A bank's own CSV through a mapping."""

from dataclasses import replace

import pytest

from fondouk.engines.bank_files import statements
from fondouk.engines.bank_files.statements import CsvMapping, Kind
from fondouk.kit.refusal import Refused

MAPPING = CsvMapping(
    account="011 519 0000012050005349 21", currency="MAD", day="Date", incoming="Crédit", outgoing="Débit",
    texts=("Libellé",), reference="Réf", balance="Solde",
)  # fmt: skip
FILE = """Date;Libellé;Débit;Crédit;Solde;Réf
20/11/2026;VIR RECU RF18 5390 0754 7034;;1 250,50;2 250,50;A1
21/11/2026;FRAIS;-12,00;;2.238,50;A2
"""


def test_figures_days_and_balances() -> None:
    (one,) = statements.read(FILE.encode(), mapping=MAPPING)
    assert (one.kind, one.account) == (Kind.STATEMENT, "011519000001205000534921")
    assert [(str(row.booked_on), row.incoming, str(row.money)) for row in one.entries] == [
        ("2026-11-20", True, "1250.50 MAD"), ("2026-11-21", False, "12.00 MAD"),
    ]  # fmt: skip
    assert (str(one.opening), str(one.closing)) == ("1000.00 MAD", "2238.50 MAD")
    assert one.opening is not None
    assert one.opening + one.movement == one.closing


def test_without_balances_it_is_a_notification() -> None:
    (one,) = statements.read(FILE.encode(), mapping=replace(MAPPING, balance=""))
    assert (one.kind, one.opening) == (Kind.NOTIFICATION, None)


def test_signed_amounts_and_points() -> None:
    mapping = CsvMapping("1", "USD", day="d", amount="a", delimiter=",", decimal_mark=".", day_format="%Y-%m-%d")
    (one,) = statements.read(b'd,a\n2026-11-20,"-1,250.50"\n', mapping=mapping)
    assert (one.entries[0].incoming, str(one.entries[0].money)) == (False, "1250.50 USD")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (FILE.replace("Solde", "Balance"), "no column “Solde”"),
        (FILE.splitlines()[0], "no rows"),
        (FILE.replace("21/11", "31/11"), "Row 3: “31/11/2026” is not a date"),
        (FILE.replace("1 250,50", "1 250,505"), "Row 2: “1250.505” is not an amount in MAD"),
        (FILE.replace("-12,00", ""), "Row 3: the amount is missing"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(content: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        statements.read(content.encode(), mapping=MAPPING)


def test_another_encoding_is_refused() -> None:
    with pytest.raises(Refused, match="not written in the encoding"):
        statements.read(FILE.encode("latin-1"), mapping=MAPPING)
