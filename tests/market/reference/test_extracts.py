"""The committed extracts are what the official files say, wherever those lie beside the project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import fondouk.doors.demo as demo
from fondouk.doors.demo import extracting
from fondouk.market.reference import sheet
from fondouk.market.reference.sources import us_additional_duties, us_tariff_database

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
DATA = Path(demo.__file__).parent / "data"
TABLES = {"regimes.csv": "regimes", "groups.csv": "groups", "us_lists.csv": "lists", "us_layers.csv": "measures",
          "us_fees.csv": "measures", "other_measures.csv": "measures", "us_lines.csv": "measures",
          "ca_lines.csv": "measures", "charges.csv": "charges", "rate_cards.csv": "rate_cards",
          "fx_rates.csv": "fx_rates"}  # fmt: skip
beside = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared/data is absent: nothing to hold the extracts against"
)


@beside
@pytest.mark.shared_data
def test_the_extracts_are_made_of_the_official_files(tmp_path: Path) -> None:
    extracting.write_all(SHARED, tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == ["ca_lines.csv", "fx_rates.csv", "us_fees.csv", "us_layers.csv", "us_lines.csv", "us_lists.csv"]
    different = [name for name in made if (tmp_path / name).read_text("utf-8") != (DATA / name).read_text("utf-8")]
    assert not different


@pytest.mark.parametrize(("name", "table"), TABLES.items())
def test_every_row_can_be_read_and_names_its_source(name: str, table: str) -> None:
    read = sheet.read(table, (DATA / name).read_text("utf-8"))
    assert not read.errors
    assert read.rows
    assert all(row["source"] for row in read.rows)


@beside
@pytest.mark.shared_data
def test_no_row_of_the_us_tariff_database_is_lost() -> None:
    """Each row is computable, asks a special quantity, or needs a human with the reason; chapters 98 and 99 apart."""
    with (SHARED / "us_tariff_database_2025_06.csv").open(encoding="utf-8") as file:
        rows = us_tariff_database.completed(us_tariff_database.rows(file))
    kinds = Counter(us_tariff_database.verdict(row) for row in rows)
    assert len(rows) == 12_907 == sum(kinds.values())
    assert kinds["chapters 98 and 99"] == 1_493


@beside
@pytest.mark.shared_data
def test_every_heading_of_the_additional_duties_is_loaded_or_told() -> None:
    rows = extracting._csv((SHARED / "us_additional_duties.csv").read_text("utf-8-sig"))
    read = us_additional_duties.read(rows)
    folded = [row for row in rows if row["kind"].startswith("exemption") and us_additional_duties._folded(row)]
    assert len(read.measures) + len(read.not_loaded) + len(folded) == len(rows) == 51
    assert all(why for _, why in read.not_loaded)


@pytest.mark.parametrize(
    ("description", "seasons"),
    [
        ("Tomatoes, entered during Mar.1 to July 14, or the period Sept.1 to Nov.14 in any year",
         "03-01/07-14 09-01/11-14"),
        ("Tomatoes, entered from Nov. 15 thru the last day of Feb. of the following year", "11-15/02-29"),
        ("Grapefruit, if entered during the month of October", "10-01/10-31"),
        ("if entered during the period from December 1, in any year, to the following March 31, inclusive",
         "12-01/03-31"),
        ("Lima beans, frozen, entered June 1 - October 31", "06-01/10-31"),
        ("Cucumbers, if entered December 1 in any year to the last day of the following February, inclusive",
         "12-01/02-29"),
        ("Argan oil", ""),
    ],
)  # fmt: skip
def test_seasons_out_of_words(description: str, seasons: str) -> None:
    assert us_tariff_database.seasons(description) == seasons
