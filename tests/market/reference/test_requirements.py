"""Requirements from a file and by hand: dry run, versions, every error told, and the file of the demo."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from fondouk.doors import demo
from fondouk.engines.requirements import checklist
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.reference import requirements
from tests.cast import Cast
from tests.clock import AT

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("test")
GOOD = {
    "code": "US-LABEL", "destination": "US", "hs": "1509 16", "kind": "label", "side": "supplier",
    "anchor": "shipped", "days_before": "21", "name_en": "Label", "source": "21 CFR 101", "retrieved_on": "2026-11-01",
    "valid_from": "2025-01-01",
}  # fmt: skip
DEMO = (Path(demo.__file__).parent / "data" / "requirements.csv").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """The database was rolled back."""
    checklist.forget()


def as_file(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, list(requirements.COLUMNS))
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def load(content: str, name: str = "a.csv") -> None:
    requirements.load_requirements(content=content, name=name, by=SYSTEM, at=AT)


def test_a_file_is_looked_at_before_it_is_loaded() -> None:
    load(as_file(GOOD, {**GOOD, "code": "US-OTHER"}))
    later = as_file({**GOOD, "days_before": "30"}, {**GOOD, "code": "US-OTHER"}, {**GOOD, "code": "US-NEW"})
    found = requirements.dry_run(later)
    assert [(one.kind, one.columns) for one in found.changes] == [
        ("changed", ("days_before",)), ("same", ()), ("new", ()),
    ]  # fmt: skip
    assert len(checklist.versions()) == 2, "a dry run writes nothing"
    load(later)
    assert {one.code: one.version for one in checklist.in_force_on(AT.date())} == {
        "US-LABEL": 2, "US-OTHER": 1, "US-NEW": 1,
    }  # fmt: skip
    load(later)
    assert len(checklist.versions()) == 4, "the same file twice adds nothing"
    assert requirements.dry_run(as_file(GOOD)).untouched == 2


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("code", ""), ("code", "small letters"), ("destination", "USA"), ("hs", "15-09"), ("hs", "1"),
        ("except_hs", "x"),
        ("modes", "camel"), ("kind", "habit"), ("side", "both"), ("anchor", "someday"), ("days_before", "soon"),
        ("days_before", "-1"), ("days_before", "400"), ("schemes", "none_such"), ("name_en", ""),
        ("name_fr", "x" * 161),
        ("text_ar", "x" * 1001), ("source", ""), ("address", "javascript:alert(1)"), ("retrieved_on", "yesterday"),
        ("retrieved_on", ""), ("valid_from", "2026-13-01"), ("valid_until", "2024-12-31"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_told_and_nothing_is_loaded(column: str, value: str) -> None:
    found = requirements.dry_run(as_file({**GOOD, "code": "US-FINE"}, {**GOOD, column: value}))
    assert (3, column) in {(one.row, one.column) for one in found.errors}
    with pytest.raises(Refused) as refused:
        load(as_file({**GOOD, "code": "US-FINE"}, {**GOOD, column: value}))
    assert refused.value.code == "reference.file.errors"
    assert not checklist.versions()


def test_unknown_columns_doubles_and_empty_files_are_refused() -> None:
    assert requirements.dry_run("code,colour\nA,red\n").errors[0].column == "colour"
    assert requirements.dry_run(as_file(GOOD, GOOD)).errors[0].column == "code"
    for content in ("", "code,name_en\n", "\x00\x00"):
        with pytest.raises(Refused):
            load(content)


def test_the_operator_enters_changes_and_ends(cast: Cast) -> None:
    by = cast.operator.actor
    requirements.enter_requirement(values=GOOD, by=by, at=AT)
    with pytest.raises(Refused) as refused:
        requirements.enter_requirement(values=GOOD, by=by, at=AT)
    assert refused.value.code == "requirement.same"
    requirements.enter_requirement(values={**GOOD, "name_en": "Label in English"}, by=by, at=AT)
    requirements.end_requirement(code="US-LABEL", valid_until=date(2026, 12, 31), by=by, at=AT)
    newest, *older = checklist.history("US-LABEL")
    assert (newest.name("en"), newest.valid_until, newest.entered_by) == (
        "Label in English",
        date(2026, 12, 31),
        by.person,
    )
    assert [one.valid_until for one in older] == [None, None]
    with pytest.raises(Refused):
        requirements.end_requirement(code="US-LABEL", valid_until=date(2024, 1, 1), by=by, at=AT)
    with pytest.raises(Refused):
        requirements.end_requirement(code="NONE", valid_until=date(2027, 1, 1), by=by, at=AT)


@pytest.mark.parametrize("who", ["argan", "chicago", "agency"])
def test_nobody_else_may_write(cast: Cast, who: str) -> None:
    by = cast.parties()[who].actor
    with pytest.raises(Refused):
        requirements.enter_requirement(values=GOOD, by=by, at=AT)
    with pytest.raises(Refused):
        requirements.load_requirements(content=as_file(GOOD), name="a.csv", by=by, at=AT)
    with pytest.raises(Refused):
        requirements.end_requirement(code="US-LABEL", valid_until=AT.date(), by=by, at=AT)


def test_what_is_exported_loads_again_as_the_same() -> None:
    load(DEMO)
    rows = [requirements.as_columns(one) for one in checklist.in_force_on(AT.date())]
    found = requirements.dry_run(as_file(*rows))
    assert not found.errors
    assert {one.kind for one in found.changes} == {"same"}


def test_the_demo_says_everything_in_three_languages_with_its_source() -> None:
    load(DEMO)
    for one in checklist.versions():
        for language in ("en", "fr", "ar"):
            assert one.names[language] and one.texts[language], one.code  # noqa: PT018
        assert one.source
        assert one.address.startswith("https://"), one.code
        assert one.retrieved_on


@pytest.mark.parametrize(
    ("hs", "country", "some", "none"),
    [
        ("150920", "US", "US-FOOD-FACILITY US-FSVP US-FOOD-LABEL US-ORIGIN-MARK US-ISF", "US-CANNED US-PHYTO"),
        ("160413", "US", "US-SEAFOOD-HACCP US-CANNED US-FOOD-NOTICE", "US-FSVP US-FOOD-PLAN"),
        ("330499", "US", "US-COSMETIC-LISTING US-COSMETIC-LABEL", "US-FOOD-LABEL"),
        ("570110", "US", "US-RUG-FIRE US-FIBRE-LABEL", "US-CARE-LABEL US-APPAREL-FIRE"),
        ("621410", "US", "US-FIBRE-LABEL US-CARE-LABEL US-APPAREL-FIRE", "US-RUG-FIRE"),
        ("691200", "US", "US-CERAMIC-LEAD US-PROP65", "US-LACEY"),
        ("441920", "US", "US-LACEY US-WOOD-PACKING", "US-CERAMIC-LEAD"),
        ("070200", "US", "US-PHYTO US-FSVP", "US-CANNED"),
        ("150920", "CA", "CA-SFC CA-FOOD-LABEL CA-GPT CA-CARM", "CA-COSMETIC-NOTICE"),
        ("330499", "CA", "CA-COSMETIC-NOTICE CA-COSMETIC-LABEL CA-FRENCH", "CA-SFC"),
        ("691200", "CA", "CA-CERAMIC CA-MARKING", "CA-TEXTILE-LABEL"),
        ("160413", "FR", "EU-ANIMAL EU-CATCH EU-CHED EU-PREFERENCE", "EU-PHYTO"),
        ("330499", "FR", "EU-CPNP EU-COSMETIC-LABEL", "EU-FOOD-LABEL"),
        ("441920", "FR", "EU-CONTACT EU-GPSR", "EU-DEFORESTATION"),
        ("310530", "FR", "EU-CBAM", "EU-FOOD-LABEL"),
        ("310560", "FR", "EU-INVOICE", "EU-CBAM"),
    ],
)  # fmt: skip
def test_what_the_demo_asks_of_goods(hs: str, country: str, some: str, none: str) -> None:
    load(DEMO)
    found = {one.code for one in checklist.needed(hs, country=country, on=date(2026, 11, 23))}
    assert set(some.split()) <= found
    assert not set(none.split()) & found


def test_a_rule_to_come_is_there_from_its_day() -> None:
    load(DEMO)
    before, after = (
        {one.code for one in checklist.needed("441920", country="FR", on=day)}
        for day in (date(2026, 12, 29), date(2026, 12, 30))
    )
    assert after - before == {"EU-DEFORESTATION"}
