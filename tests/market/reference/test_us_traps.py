"""The traps of the US tariff database, each counted in the real file, and every rate held against its columns."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fondouk.engines.tariffs.rate import NeedsHuman, convert, parse
from fondouk.market.reference.sources import us_tariff_database as database
from fondouk.market.reference.sources.us_chapter_99 import read as read_99

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "us_tariff_database_2025_06.csv"
pytestmark = [
    pytest.mark.skipif(not FILE.is_file(), reason="../shared/data is absent: no official files to import"),
    pytest.mark.shared_data,
]
Row = dict[str, str]


@cache
def rows() -> list[Row]:
    with FILE.open(encoding="utf-8") as file:
        return database.completed(database.rows(file))


def goods() -> list[Row]:
    return [row for row in rows() if row["hts8"] < "98"]


def of(verdict: str) -> list[Row]:
    return [row for row in goods() if database.verdict(row) == verdict]


def code_of(row: Row) -> str:
    return row["mfn_rate_type_code"].strip()


def morocco(row: Row) -> tuple[str, str]:
    return row["morocco_indicator"].strip(), row["morocco_rate_type_code"].strip()


def test_as_many_lines_are_computed_as_an_importer_at_its_best_computes() -> None:
    kinds = Counter(database.verdict(row) for row in rows())
    assert kinds == {"computable": 11_183, "special quantity": 186, "human": 45, "chapters 98 and 99": 1_493}


def test_each_computed_rate_is_what_the_columns_say() -> None:
    """Text and columns are two witnesses: on one set of quantities they must come to the same duty.

    Per-thousand rates stand in the columns by the piece already: 14.4 thousand are 14,400 pieces.
    """
    told = {row["hts8"]: (by_text(row), by_columns(row)) for row in of("computable") if code_of(row) in set("1234567")}
    assert len(told) == 6_868
    assert {code: both for code, both in told.items() if both[0] != both[1]} == {}


VALUE = Decimal(54_321)
QUANTITIES = {
    name: Decimal(amount)
    for name, amount in {
        "KG": "1000", "T": "1", "G": "1000000", "GM": "1000000", "CGM": "1000000", "NO": "14400", "PCS": "14400",
        "DOZ": "1200", "DPC": "1200", "GRS": "100", "THS": "14.4", "PRS": "7200", "DPR": "600", "L": "2000",
        "M2": "300", "M3": "3", "BBL": "12", "PFL": "900", "M": "77", "CAR": "8",
    }.items()
}  # fmt: skip


def by_text(row: Row) -> Decimal:
    due = parse(row["mfn_text_rate"], "USD").amount(VALUE, lambda unit: convert(unit, QUANTITIES.get))
    return due.quantize(Decimal("0.01"))


def by_columns(row: Row) -> Decimal:
    ad_valorem, specific, other = (
        Decimal(row[f"mfn_{name}_rate"].strip() or 0) for name in ("ad_val", "specific", "other")
    )
    code, first, second = code_of(row), row["quantity_1_code"].strip(), row["quantity_2_code"].strip()
    due = VALUE * ad_valorem
    if code in {"1", "3", "4", "6"}:
        due += specific * QUANTITIES[first]
    if code in {"2", "5"}:
        due += specific * QUANTITIES[second]
    if code in {"3", "6"}:
        due += other * QUANTITIES[second]
    return due.quantize(Decimal("0.01"))


def test_another_weight_than_the_net_one() -> None:
    """46 lines by their text; 44 of them with numbers in their columns that would look usable."""
    found = [row for row in goods() if re.search("drained|sugars|container", row["mfn_text_rate"], re.IGNORECASE)]
    assert len(found) == 46
    numbers = [row for row in found if "9999" not in row["mfn_specific_rate"]]
    assert len(numbers) == 44
    assert {database.verdict(row) for row in found} == {"special quantity"}


def test_seasons_that_stand_in_the_words_alone() -> None:
    assert len([row for row in goods() if row["seasons"]]) == 73
    by_code = {row["hts8"]: row["seasons"] for row in goods()}
    assert by_code["07133440"] == "09-01/04-30"
    assert by_code["08102090"] == "07-01/08-31 partly"


def test_rates_on_a_part_of_the_value() -> None:
    found = [row for row in of("special quantity") if any(unit[:4] == "USD_" for unit in units(row))]
    assert len(found) == 92


def units(row: Row) -> tuple[str, ...]:
    try:
        return parse(row["mfn_text_rate"], "USD").units
    except NeedsHuman:
        return ()


def test_lines_whose_first_quantity_is_a_decoy() -> None:
    found = [row for row in goods() if code_of(row) in {"2", "3", "5", "6"}]
    assert len(found) == 102
    assert not [row for row in found if database.verdict(row) == "human"]


def test_morocco_is_free_while_the_general_rate_waits() -> None:
    found = [row for row in goods() if morocco(row) == ("MA", "0") and database.verdict(row) != "computable"]
    assert len(found) == 226
    made = [database.measures(row, source="x", retrieved_on="2026-11-23") for row in found]
    assert {two["rate"] for _, two in made} == {"Free"}


def test_dutiable_without_morocco_and_quotas_of_the_agreement() -> None:
    dutiable = [row for row in goods() if morocco(row)[0] != "MA" and code_of(row) != "0"]
    assert len(dutiable) == 29
    assert {database.preference_of(row) for row in dutiable} == {None}
    quotas = [row for row in goods() if morocco(row) == ("MA", "9")]
    assert len(quotas) == 50
    assert {database.preference_of(row) for row in quotas} == {("", "an agreement quota decides (9822.03.01)")}


def test_a_real_number_beside_a_note_is_no_rate() -> None:
    found = [row for row in goods() if row["mfn_text_rate"].startswith("See additional")]
    numbers = [row for row in found if Decimal(row["mfn_ad_val_rate"]) < 9999]
    assert len(numbers) == 4
    assert {database.verdict(row) for row in found} == {"human"}


def test_rates_that_slide_by_degree_ask_for_the_degree() -> None:
    found = [row for row in goods() if code_of(row) == "K"]
    assert len(found) == 12
    assert {units(row) for row in found} == {("KG", "DEG_polarization")}


@pytest.mark.parametrize(
    ("degree", "due"),
    [("100", "36.61"), ("99", "36.40"), ("96.5", "35.88"), ("75", "31.44"), ("60", "31.44"), ("101", "36.61")],
)
def test_sugar_by_its_degree_down_to_the_floor(degree: str, due: str) -> None:
    """1,000 kg: 3.6606 less 0.020668 a degree under 100, and not less than 3.143854 cents a kilogram."""
    text = next(row["mfn_text_rate"] for row in goods() if row["hts8"] == "17011210")
    given = {"KG": Decimal(1000), "DEG_polarization": Decimal(degree)}
    assert parse(text, "USD").amount(Decimal(500), given.get).quantize(Decimal("0.01")) == Decimal(due)


def test_markers_are_never_numbers() -> None:
    markers = [
        row for row in goods() if "9999.99" in "".join(row[f"mfn_{name}_rate"] for name in ("ad_val", "specific"))
    ]
    assert not [row for row in markers if database.verdict(row) == "computable"]
    for text in ("9999.99%", "9999.999999 cents/kg"):
        with pytest.raises(NeedsHuman):
            parse(text, "USD")


def test_chapter_99_is_read_by_its_text_alone_and_told_row_by_row() -> None:
    apart = [row for row in rows() if row["hts8"] >= "98"]
    twice = {code for code, times in Counter(row["hts8"] for row in apart).items() if times > 1}
    assert len(twice) == 5
    free_beside_a_layer = {
        row["hts8"] for row in apart if "9903" <= row["hts8"] < "9904" and morocco(row) == ("MA", "0")
    }
    assert free_beside_a_layer == {"99038501", "99038503", "99038505", "99038506"}
    made: list[tuple[list[dict[str, Any]], str]] = [
        read_99(row, source="x", retrieved_on="2026-11-23") for row in apart
    ]
    assert all(bool(layers) != bool(why) for layers, why in made)
    assert not [one for layers, _ in made for one in layers if one["kind"] == "preference"]
