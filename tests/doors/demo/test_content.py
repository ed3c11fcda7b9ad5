"""The demo's content: enough of it, in three languages, with codes and places that exist and prices that fall."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from fondouk.doors.demo import products, reading
from fondouk.doors.demo.variants import Form, forms
from fondouk.engines.places import gazetteer
from fondouk.kit.quantity import UNITS
from fondouk.market.catalogue import rules
from fondouk.market.companies.rules import SCHEMES, Kind
from tests.clock import AT

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
ARABIC = re.compile(r"[\u0621-\u064a]")
FORMS = list(forms())


def test_there_is_enough_of_it() -> None:
    assert len(reading.suppliers()) >= 60
    assert len(reading.products()) >= 120
    assert len(FORMS) >= 600


def test_every_region_sells() -> None:
    found = {maker["about"]["region"] for maker in reading.suppliers().values()}
    assert found == {region.code for region in gazetteer.regions("MA")}


def test_every_sector_has_goods_of_several_makers() -> None:
    sectors = {row["code"]: row["parent"] or row["code"] for row in reading.table("categories.csv")}
    makers = Counter(
        sector for sector, _maker in {(sectors[one["shelf"]], one["of"]) for one in reading.products().values()}
    )
    assert set(makers) == set(sectors.values())
    assert min(makers.values()) >= 3


def test_every_maker_sells_something() -> None:
    assert {one["of"] for one in reading.products().values()} == set(reading.suppliers())


@pytest.mark.parametrize("key", sorted(reading.suppliers()))
def test_a_maker_tells_its_story_in_three_languages(key: str) -> None:
    maker = reading.suppliers()[key]
    assert maker["kind"] in set(Kind)
    assert ARABIC.search(maker["ar"])
    for texts in (maker["headline"], maker["story"], maker["capacity"]):
        _three(texts)
    assert set(maker["certificates"].split()) <= set(SCHEMES)
    place = gazetteer.place(maker["about"]["place"])
    assert place is not None, maker["about"]["place"]


@pytest.mark.parametrize("key", sorted(reading.products()))
def test_a_product_is_written_in_three_languages(key: str) -> None:
    product = reading.products()[key]
    for texts in (product["title"], product["summary"], product["text"]):
        _three(texts)
    assert all(len(text) >= 50 for text in product["text"]), "too short to help a buyer"
    assert set(product["more"].get("certificates", "").split()) <= set(
        reading.suppliers()[product["of"]]["certificates"].split()
    )


def _three(texts: list[str]) -> None:
    assert len(texts) == 3
    assert len(set(texts)) == 3, texts
    assert ARABIC.search(texts[2])
    assert not ARABIC.search(texts[0] + texts[1])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_can_be_published(form: Form) -> None:
    entry = products.entry_of(form, (), AT.date())
    assert rules.refusals_to_publish(entry.facts(photos_ready=1)) == []
    assert entry.unit in UNITS
    assert gazetteer.place(entry.place_code) is not None
    for lower, higher in pairwise(entry.breaks):
        assert lower.min_quantity < higher.min_quantity
        assert lower.unit_price > higher.unit_price
    _weighs_what_it_says(entry.cargo)


def _weighs_what_it_says(cargo: Any) -> None:
    net = cargo.unit_net_kg * cargo.units_per_package
    assert Decimal("0.9") * net < cargo.package_gross_kg, (net, cargo.package_gross_kg)
    assert cargo.package_m3 > 0


@pytest.mark.parametrize("language", reading.LANGUAGES)
def test_no_two_titles_are_alike(language: str) -> None:
    titles = Counter(form.title(language) for form in FORMS)
    assert [title for title, count in titles.items() if count > 1] == []
    assert all(len(title) <= rules.TITLE_LENGTH_MAX for title in titles)


def test_no_two_references_are_alike() -> None:
    assert len({products.reference_of(form.key) for form in FORMS}) == len(FORMS)


def test_every_category_and_heading_is_known() -> None:
    headings = {row["code"] for row in reading.table("headings.csv")}
    categories = reading.table("categories.csv")
    assert {row["heading"] for row in categories} <= headings
    assert {one["shelf"] for one in reading.products().values()} <= {row["code"] for row in categories}
    assert {code["us"][:4] for code in reading.codes().values()} <= headings


def test_codes_agree_between_destinations() -> None:
    for key, code in reading.codes().items():
        assert re.fullmatch(r"\d{20}", code["us"] + code["ca"]), key
        assert code["us"][:6] == code["ca"][:6], key
    assert {one["code"] for one in reading.products().values()} <= set(reading.codes())


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is not here")
def test_codes_stand_in_the_schedules() -> None:
    with gzip.open(SHARED / "us_hts_export_2026_rev_10.json.gz", "rt") as source:
        us = {row["htsno"].replace(".", "") for row in json.load(source)}
    ca: set[str] = set()
    for name, column in (("ca_customs_tariff_2026_transcription.csv.gz", "tariff_item"),
                         ("ca_customs_tariff_2020-01-01.csv.gz", "TARIFF")):  # fmt: skip
        with gzip.open(SHARED / name, "rt", encoding="utf-8") as source:
            ca |= {row[column].replace(".", "") for row in csv.DictReader(source)}
    assert {code["us"] for code in reading.codes().values()} <= us
    assert {code["ca"] for code in reading.codes().values()} <= ca


def test_variants_differ_from_their_base() -> None:
    for key, axis in reading.axes().items():
        values = [line.split("|") for line in axis["values"]]
        assert all(len(value) == 7 for value in values), key
        assert len({value[0] for value in values}) == len(values), key
        assert (values[0][4], values[0][5]) == ("1", "1"), f"{key}: the first value is the base"
