"""Official files, whole: every row is read or told, and what changes is shown before anything is written."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from fondouk.engines.events.perform import perform
from fondouk.engines.fx import rates
from fondouk.engines.places import gazetteer
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.market.reference import commands, kinds, report
from fondouk.market.reference.reading import Found
from fondouk.market.reference.sources import hts_export
from tests import clock
from tests.engines.landed_cost.conftest import loaded_reference_data  # noqa: F401 - a fixture
from tests.loaded import contents

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
beside = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is absent: no official files to import")
pytestmark = [pytest.mark.django_db]
BY = Actor.system("test")


def found(kind: str, *names: str, source: str = "the file", in_force_on: date | None = None) -> Found:
    """What the importer makes of official files."""
    files = [(SHARED / name).read_bytes() for name in names]
    return kinds.read(kind, files, source=source, retrieved_on=date(2026, 11, 23), in_force_on=in_force_on)


def load(read: Found, *, ended_on: date | None = None) -> list[str | None]:
    """The references of the loads."""
    return [
        perform(
            commands.load_rows, once=None, by=BY, at=clock.AT, table=table, rows=rows, name="file",
            ended_on=ended_on if table == "measures" else None,
        ).reference
        for table, rows in read.tables.items()
    ]  # fmt: skip


@beside
@pytest.mark.shared_data
@pytest.mark.usefixtures("loaded_reference_data")
def test_the_whole_us_tariff_loads_and_changes_no_rate_of_the_extract() -> None:
    begun = time.monotonic()
    read = found("us-tariffs", "us_tariff_database_2025_06.csv")
    assert sum(read.counts.values()) == 12_907
    assert len([row for row in read.tables["measures"] if row["kind"] == "mfn"]) == 11_414
    before = contents()
    changes = report.make(read, in_force_on=date(2025, 6, 6))
    assert changes.counts["changed"] == 0
    assert changes.counts["added"] > 10_000
    (reference,) = load(read, ended_on=date(2025, 6, 6))
    print(f"read, compared and loaded in {time.monotonic() - begun:.1f} s")
    (saffron,) = schedule.measures(
        [schedule.Request("US", "09102000", "MA", date(2026, 10, 15))], on=date(2026, 11, 23)
    )
    assert saffron.mfn.measures[0].source == "the file"
    assert report.make(read, in_force_on=date(2025, 6, 6)).counts.keys() == {"same"}
    perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=reference)
    assert len(schedule.live_rates("US", "mfn")) < 2_000
    assert contents() == before


@beside
@pytest.mark.shared_data
def test_chapter_99_adds_duties_of_named_countries_and_tells_the_rest() -> None:
    read = found("us-tariffs", "us_tariff_database_2025_06.csv")
    layers = [row for row in read.tables["measures"] if row["kind"] == "layer"]
    headings = read.counts["chapter 99: additional duty"]
    assert headings + read.counts["chapters 98 and 99: told, not loaded"] == 1_493
    assert headings >= 50
    assert len(read.not_loaded) == 1_493 - headings
    assert all(why.rpartition(": ")[2] for _, why in read.not_loaded)
    assert all(row["origin"] and row["human"] for row in layers)
    assert not [row for row in layers if row["origin"] == "MA"]
    assert {row["origin"] for row in layers if row["heading"] == "9903.01.48"} == {"IL", "MW", "PH", "ZM"}


@beside
@pytest.mark.shared_data
def test_two_editions_of_the_schedule_differ_as_published() -> None:
    names = ("us_hts_export_2025_rev_32.json.gz", "us_hts_export_2026_rev_10.json.gz")
    made = report.make(found("us-comparison", *names), in_force_on=date(2026, 6, 8))
    general = [one for one in made.changes if one.kind == "mfn"]
    assert [one for one in general if one.what != "same"] == []
    assert (made.found.counts["codes gone"], made.found.counts["codes new"]) == (758, 240)
    assert not made.applies
    load(found("us-export", names[0], in_force_on=date(2025, 12, 1)))
    second = found("us-export", names[1], in_force_on=date(2026, 6, 8))
    assert {row["valid_from"] for row in second.tables["measures"]} == {"2025-12-01"}
    assert report.make(second, in_force_on=date(2026, 6, 8)).counts.keys() == {"same"}


@beside
@pytest.mark.shared_data
def test_the_two_us_sources_are_compared_line_by_line_never_averaged() -> None:
    read = found("us-comparison", "us_tariff_database_2025_06.csv", "us_hts_export_2026_rev_10.json.gz")
    assert read.tables == {}
    assert read.changes is not None
    general = [one for one in read.changes if one.kind == "mfn"]
    assert len([one for one in general if one.what == "same"]) > 11_000
    assert [one for one in general if one.what == "changed"] == []
    preference = [one for one in read.changes if one.kind == "preference" and one.what != "same"]
    assert all(one.before != one.after for one in preference)
    assert b"not understood" not in report.as_csv(report.make(read, in_force_on=date(2026, 6, 8)))


@beside
@pytest.mark.shared_data
def test_additional_duties_lists_and_fees() -> None:
    read = found("us-additional", "us_fees.csv", "us_additional_duty_lists.csv", "us_additional_duties.csv")
    assert read.counts["headings"] == 51
    assert read.counts["listed codes"] == 6_439
    assert read.not_loaded
    assert not report.make(read, in_force_on=date(2026, 9, 28)).counts["same"]


@beside
@pytest.mark.shared_data
def test_canada_is_sure_only_where_both_agree() -> None:
    names = ("ca_customs_tariff_2020-01-01.csv.gz", "ca_customs_tariff_2026_transcription.csv.gz")
    read = found("canada", *names, "ca_tariff_treatments_by_country.csv")
    assert read.counts["mfn exact"] > 5_000
    assert read.counts["mfn assumption"] > 100
    assert {row["certainty"] for row in read.tables["measures"]} == {"exact", "assumption"}
    assert "MA" in {row["country"] for row in read.tables["groups"] if row["group"] == "GPT"}


@beside
@pytest.mark.shared_data
def test_exchange_rates_of_a_quarter_century() -> None:
    read = found("ecb", "ecb_reference_rates.csv")
    assert read.counts["USD"] > 7_000
    recent = [row for row in read.tables["fx_rates"] if row["on"] >= "2026-10-01"]
    load(Found(tables={"fx_rates": recent}))
    load(found("fx", "mad_rates_unofficial.csv"))
    quote = rates.quote("USD", "CAD", on=date(2026, 11, 23))
    assert quote is not None
    assert quote.on == date(2026, 10, 30)
    assert quote.age(date(2026, 11, 23)) == 24
    dirham = rates.quote("USD", "MAD", on=date(2026, 11, 23))
    assert dirham is not None
    assert not dirham.official
    rates.forget()


@beside
@pytest.mark.shared_data
def test_every_place_of_the_world() -> None:
    read = found("locode", "un_locode.csv.gz")
    assert sum(read.counts[one] for one in ("places", "headings of countries", "withdrawn entries")) == 116_260
    assert gazetteer.place("JPTYO") is None
    load(Found(tables={"places": [row for row in read.tables["places"] if row["code"].startswith("JP")]}))
    tokyo = gazetteer.place("JPTYO")
    assert tokyo is not None
    assert "port" in tokyo.kinds
    gazetteer.forget()


@beside
@pytest.mark.shared_data
def test_the_harmonized_system_stands_by_versions() -> None:
    read = found("hs", "harmonized_system.csv", source="Harmonized System 2022, UN Comtrade")
    assert read.counts["subheadings"] > 5_000
    load(read)
    assert [one.hs for one in schedule.headings("151590", on=date(2026, 11, 23))] == ["15", "1515", "151590"]
    assert schedule.headings("151590", on=date(2020, 1, 1)) == ()


@beside
@pytest.mark.shared_data
def test_vat_of_every_country_names_its_lower_rates() -> None:
    read = found("vat", "eu_vat_rates.csv")
    rows = {row["destination"]: row for row in read.tables["measures"]}
    assert len(rows) == 45
    assert rows["FR"]["rate"] == "20%"
    assert "overseas" in rows["FR"]["status"]
    assert not report.make(read, in_force_on=date(2026, 9, 29)).counts["same"]


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
