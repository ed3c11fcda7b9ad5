"""Official files, whole: every row is read or told, and what changes is shown before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fondouk.engines.events.perform import perform
from fondouk.engines.fx import rates
from fondouk.engines.places import gazetteer
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.market.reference import commands, imports
from fondouk.market.reference.sources import hts_export
from tests import clock
from tests.engines.landed_cost.conftest import loaded_reference_data  # noqa: F401 - a fixture

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
beside = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is absent: no official files to import")
pytestmark = [pytest.mark.django_db]
BY = Actor.system("test")


def found(kind: str, *names: str) -> imports.Found:
    """What the importer makes of official files."""
    files = [(SHARED / name).read_bytes() for name in names]
    return imports.IMPORTERS[kind](files, source="the file", retrieved_on="2026-11-23")


def load(read: imports.Found) -> list[str | None]:
    """The references of the loads."""
    return [
        perform(commands.load_rows, once=None, by=BY, at=clock.AT, table=table, rows=rows, name="file").reference
        for table, rows in read.tables.items()
    ]


@beside
@pytest.mark.shared_data
@pytest.mark.usefixtures("loaded_reference_data")
def test_the_whole_us_tariff_loads_and_changes_no_rate_of_the_extract() -> None:
    read = found("us-tariffs", "us_tariff_database_2025_06.csv")
    assert sum(read.counts.values()) == 12_907
    assert len([row for row in read.tables["measures"] if row["kind"] == "mfn"]) == 11_414
    changes = imports.difference(read.tables["measures"])
    assert changes.changed == ()
    assert changes.added > 10_000
    (reference,) = load(read)
    (saffron,) = schedule.measures(
        [schedule.Request("US", "09102000", "MA", date(2026, 10, 15))], on=date(2026, 11, 23)
    )
    assert saffron.mfn.measures[0].source == "the file"
    perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=reference)
    assert len(schedule.live_rates("US", "mfn")) < 2_000


@beside
@pytest.mark.shared_data
@pytest.mark.usefixtures("loaded_reference_data")
def test_the_schedule_export_is_compared_never_averaged() -> None:
    read = found("us-export", "us_hts_export_2026_rev_10.json.gz")
    assert read.tables == {}
    assert read.not_loaded == []
    assert read.counts["the same"] >= 1_000


@beside
@pytest.mark.shared_data
def test_additional_duties_lists_and_fees() -> None:
    read = found("us-additional", "us_additional_duties.csv", "us_additional_duty_lists.csv", "us_fees.csv")
    assert read.counts["headings"] == 51
    assert read.counts["listed codes"] == 6_439
    assert read.not_loaded


@beside
@pytest.mark.shared_data
def test_canada_is_sure_only_where_both_agree() -> None:
    read = found("canada", "ca_customs_tariff_2026_transcription.csv.gz", "ca_customs_tariff_2020-01-01.csv.gz")
    assert read.counts["mfn exact"] > 5_000
    assert read.counts["mfn assumption"] > 100
    assert {row["certainty"] for row in read.tables["measures"]} == {"exact", "assumption"}


@beside
@pytest.mark.shared_data
def test_exchange_rates_of_a_quarter_century() -> None:
    read = found("ecb", "ecb_reference_rates.csv")
    assert read.counts["USD"] > 7_000
    recent = [row for row in read.tables["fx_rates"] if row["on"] >= "2026-10-01"]
    load(imports.Found(tables={"fx_rates": recent}))
    quote = rates.quote("USD", "CAD", on=date(2026, 11, 23))
    assert quote is not None
    assert quote.on == date(2026, 10, 30)
    rates.forget()


@beside
@pytest.mark.shared_data
def test_every_place_of_the_world() -> None:
    read = found("locode", "un_locode.csv.gz")
    assert read.counts["places"] > 115_000
    assert gazetteer.place("JPTYO") is None
    load(imports.Found(tables={"places": [row for row in read.tables["places"] if row["code"].startswith("JP")]}))
    tokyo = gazetteer.place("JPTYO")
    assert tokyo is not None
    assert "port" in tokyo.kinds
    gazetteer.forget()


def test_rates_are_inherited_down_the_indent() -> None:
    rows = [
        {"htsno": "0901.11.00", "indent": "0", "description": "Coffee:", "general": "Free", "special": "", "other": ""},
        {"htsno": "0901.11.00.10", "indent": "1", "description": "Arabica", "general": "", "special": "", "other": ""},
        {"htsno": "0902", "indent": "0", "description": "Tea:", "general": "", "special": "", "other": ""},
        {"htsno": "0902.10.10", "indent": "1", "description": "Flavored", "general": "6.4%",
         "special": "Free (A,AU,BH,MA,S) 2% (JP)", "other": "20%"},
    ]  # fmt: skip
    coffee, tea = hts_export.lines(rows)
    assert (coffee.code, coffee.general) == ("09011100", "Free")
    assert tea.description == "Tea > Flavored"
    assert tea.rate_for("MA") == "Free"
    assert tea.rate_for("JP") == "2%"
    assert tea.rate_for("B") == ""
