"""A bank's XLSX is read as its CSV is; what hides something in a workbook is refused."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from fondouk.engines.bank_files import columns, workbook
from fondouk.engines.bank_files.records import CsvMapping
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused

MAPPING = CsvMapping(
    account="FR1420041010050500013M02606", currency="USD", day="Date", incoming="Crédit", outgoing="Débit",
    texts=("Libellé",), balance="Solde",
)  # fmt: skip
ROWS: list[list[Any]] = [
    ["Date", "Libellé", "Débit", "Crédit", "Solde"],
    [datetime(2026, 11, 23), "VIR RF35 PAYÉ", None, 2712.0, 2712],  # noqa: DTZ001 - a cell's day has no zone
    [date(2026, 11, 24), "FRAIS", 12.5, None, "2.699,50"],
]


def book(rows: list[list[Any]], far: bool = False) -> bytes:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    if far:
        made.active["XFD1048576"] = "far away"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, change: Any) -> bytes:
    """The same workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            part = old.read(entry)
            new.writestr(entry, change(part) if entry == name else part)
    return out.getvalue()


def test_typed_cells_and_text_read_alike() -> None:
    (found,) = columns.read(book(ROWS), MAPPING)
    assert [(one.incoming, one.money, one.booked_on, one.texts) for one in found.entries] == [
        (True, Money.of("2712.00", "USD"), date(2026, 11, 23), ("VIR RF35 PAYÉ",)),
        (False, Money.of("12.50", "USD"), date(2026, 11, 24), ("FRAIS",)),
    ]
    assert (found.opening, found.closing) == (Money.zero("USD"), Money.of("2699.50", "USD"))


def test_the_banks_address_above_the_heading_is_passed_over() -> None:
    above: list[list[Any]] = [["Banque Arganier"], [None], ["Compte", "FR14"], *ROWS]
    assert workbook.rows(book(above), decimal_mark=",", day_format="%d/%m/%Y")[0][0] == "Date"


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    start = time.process_time()
    assert len(columns.look(book(ROWS, far=True), delimiter=";", encoding="utf-8")) == 3
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("value", "text"), [(0.1 + 0.2, "0,3"), (1e15, "1000000000000000"), (-5, "-5"), (True, "")])
def test_figures_as_people_see_them(value: Any, text: str) -> None:
    assert workbook.rows(book([["a", "b", "c"], [value, 1, 1]]), decimal_mark=",", day_format="%Y")[1][0] == text


LAUGHS = b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "hostile",
    [
        b"PK\x03\x04" + b"\0" * 60,
        with_part(book(ROWS), "xl/worksheets/sheet1.xml", lambda part: LAUGHS + part),
        with_part(book(ROWS), "xl/worksheets/sheet1.xml", lambda part: part.decode().encode("utf-16")),
        with_part(book(ROWS), "xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        with_part(book(ROWS), "xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="A2"', b'r="\xc3\xa92"')),
        with_part(book(ROWS), "xl/workbook.xml", lambda part: b"<html/>"),
        with_part(book(ROWS), "[Content_Types].xml", lambda part: b""),
    ],
    ids=["broken", "entities", "utf-16", "truncated", "odd cell", "no workbook", "no types"],
)
def test_what_is_no_plain_workbook_is_refused_in_words(hostile: bytes) -> None:
    with pytest.raises(Refused):
        columns.read(hostile, MAPPING)
