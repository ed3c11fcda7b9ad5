"""A load changes what holds from a day on, tells it, and is taken back to exactly what was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondouk.engines.events.models import Event
from fondouk.engines.events.perform import perform
from fondouk.engines.fx import rates
from fondouk.engines.places import gazetteer
from fondouk.engines.tariffs import schedule
from fondouk.engines.tariffs.schedule import Request
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.reference import commands
from tests import clock
from tests.loaded import contents

pytestmark = pytest.mark.django_db
BY = Actor.system("test")
REGIME = (
    "destination,territory,currency,valuation,value_step,code_lengths,source\nUS,US,USD,price_paid,1,6 8 10,a law\n"
)


@pytest.fixture(autouse=True)
def forgetting(db: None) -> Iterator[None]:
    """What the engines keep in memory ends with the test."""
    perform(commands.load_regimes, once=None, by=BY, at=clock.AT, content=REGIME, name="regimes")
    yield
    schedule.forget()
    rates.forget()
    gazetteer.forget()


def load(table: str, rows: Sequence[dict[str, Any]], **options: Any) -> str:
    """The reference of a load of these rows."""
    done = perform(
        commands.load_rows, once=None, by=BY, at=clock.AT, table=table, rows=list(rows), name="file", **options
    )
    assert done.reference is not None
    return done.reference


def undo(reference: str) -> None:
    """Take it back."""
    perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=reference)


def duty(hs: str, rate: str, begins: str = "", ends: str = "", **columns: str) -> dict[str, str]:
    """A general rate into the United States."""
    return {
        "destination": "US", "kind": "mfn", "hs": hs, "rate": rate, "currency": "USD", "valid_from": begins,
        "valid_until": ends, "source": "the tariff", **columns,
    }  # fmt: skip


def rate_on(day: date, hs: str = "15159081") -> str:
    """The general rate in force on a day, or why there is none."""
    (found,) = schedule.measures([Request("US", hs, "MA", day)], on=day)
    return found.mfn.measures[0].rate if found.mfn.status == "found" else found.mfn.why


def test_a_new_rate_leaves_the_old_one_to_its_days() -> None:
    first = load("measures", [duty("15159081", "3.2%", "2022-01-01")])
    second = load("measures", [duty("15159081", "4%", "2026-07-01")])
    assert rate_on(date(2026, 6, 30)) == "3.2%"
    assert rate_on(date(2026, 7, 1)) == "4%"
    (copy,) = apps.get_model("tariffs", "Measure").objects.filter(load=second, valid_until=date(2026, 6, 30))
    assert copy.brought_by == first


def test_a_whole_tariff_ends_what_it_lacks() -> None:
    load("measures", [duty("15159081", "3.2%", "2022-01-01"), duty("15159021", "Free", "2022-01-01")])
    whole = load("measures", [duty("15159021", "Free", "2022-01-01")], ended_on=date(2026, 6, 8))
    assert rate_on(date(2026, 6, 7)) == "3.2%"
    assert rate_on(date(2026, 6, 8)) == "no_measure_on_day"
    undo(whole)
    assert rate_on(date(2026, 6, 8)) == "3.2%"


def test_what_changes_is_told_by_destination_code_and_day() -> None:
    load("measures", [duty("15159081", "3.2%", "2022-01-01"), duty("09102000", "Free", "2022-01-01")])
    second = load("measures", [duty("15159081", "4%", "2026-07-01"), duty("09102000", "Free", "2026-07-01")])
    (event,) = Event.objects.filter(name="tariffs.measures.changed", subject=second)
    assert event.data == {"destination": "US", "codes": ["151590"], "from": "2026-07-01", "load": second}
    undo(second)
    told = Event.objects.filter(name="tariffs.measures.changed").latest("pk")
    assert told.data["codes"] == ["091020", "151590"]


def test_a_layer_on_all_goods_names_no_code() -> None:
    layer = {**duty("", "10%", "2026-02-24"), "kind": "layer", "name": "section_122"}
    reference = load("measures", [layer])
    assert Event.objects.get(name="tariffs.measures.changed", subject=reference).data["codes"] == []


def test_a_load_others_build_on_is_not_taken_back() -> None:
    first = load("measures", [duty("15159081", "3.2%", "2022-01-01")])
    second = load("measures", [duty("15159081", "4%", "2022-01-01")])
    with pytest.raises(Refused) as refused:
        undo(first)
    assert refused.value.code == "reference.load.built_on"
    assert second in str(refused.value.refusals[0].values["loads"])
    undo(second)
    undo(first)
    assert rate_on(date(2026, 7, 1)) == "no_measure"


def test_a_list_that_a_layer_needs_is_not_taken_back() -> None:
    listed = load("lists", [{"list_name": "metals", "hs": "7326", "source": "a notice"}])
    layer = load("measures", [{**duty("", "25%"), "kind": "layer", "name": "metal", "covered_list": "metals"}])
    with pytest.raises(Refused) as refused:
        undo(listed)
    assert refused.value.code == "reference.load.built_on"
    undo(layer)
    undo(listed)


def test_rates_and_places_come_back_as_they_were() -> None:
    eur = {"source": "bank", "base": "EUR", "currency": "USD", "on": "2026-10-30", "official": "yes"}
    place = {"code": "MATNG", "name": "Tanger", "plain_name": "Tanger", "edition": "2023-1"}
    load("fx_rates", [{**eur, "rate": "1.10"}])
    load("places", [place])
    before = contents()
    loads = [
        load("fx_rates", [{**eur, "rate": "1.12"}, {**eur, "on": "2026-10-29", "rate": "1.11"}]),
        load("places", [{**place, "name": "Tangier", "edition": "2024-2"}]),
    ]
    quote = rates.quote("EUR", "USD", on=date(2026, 11, 1))
    assert quote is not None
    assert quote.rate == Decimal("1.12")
    for one in reversed(loads):
        undo(one)
    assert contents() == before


_CODES = st.sampled_from(["15159081", "15159021", "0910200000", "691200", "44219198"])
_DAYS = st.sampled_from(["", "2020-01-01", "2022-01-01", "2026-06-08", "2027-01-01"])
_DUTIES = st.builds(duty, _CODES, st.sampled_from(["Free", "3.2%", "5¢/kg", "4% + 1¢/kg"]), _DAYS)
_LISTED = st.builds(
    lambda name, hs: {"list_name": name, "hs": hs, "source": "a notice"}, st.sampled_from(["a", "b"]), _CODES
)
_LOADS = st.lists(
    st.one_of(
        st.tuples(st.just("measures"), st.lists(_DUTIES, min_size=1, max_size=6)),
        st.tuples(st.just("lists"), st.lists(_LISTED, min_size=1, max_size=4)),
    ),
    min_size=2,
    max_size=5,
)


@given(loads=_LOADS, whole=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_applied_then_undone_leaves_the_tables_as_they_were(loads: list[Any], whole: bool) -> None:
    """Whatever is loaded in whatever order: undone from the last to the first, every table is as before each load."""
    states, made = [], []
    for table, rows in loads:
        states.append(contents())
        known = set(apps.get_model("reference", "Load").objects.values_list("reference", flat=True))
        ended = {"ended_on": date(2026, 6, 8)} if whole and table == "measures" else {}
        made.append(reference if (reference := load(table, rows, **ended)) not in known else "")
    for reference, before in zip(reversed(made), reversed(states), strict=True):
        if reference:
            undo(reference)
            assert contents() == before
    for reference in filter(None, made):
        assert apps.get_model("reference", "Load").objects.get(reference=reference).state == "UNDONE"
