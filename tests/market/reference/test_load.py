"""Loading plain CSV files: all or nothing, once, and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fondouk.engines.events.perform import perform
from fondouk.engines.tariffs import schedule
from fondouk.engines.tariffs.schedule import Request
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.reference import commands, sheet
from fondouk.market.reference.models import Load
from tests import clock

BY = Actor.system("test")
REGIME = """destination,territory,currency,valuation,value_step,code_lengths,source
US,US,USD,price_paid,1,6 8 10,the law
"""
HEAD = "destination,kind,hs,rate,currency,valid_from,valid_until,source\n"
ASKED = Request("US", "15159081", "MA", date(2026, 10, 15))


def load(content: str, command=commands.load_measures) -> str | None:
    """The reference of the load."""
    return perform(command, once=None, by=BY, at=clock.AT, content=content, name="a file").reference


@pytest.fixture
def regime(db: None):
    """A destination to load rates for."""
    load(REGIME, commands.load_regimes)
    yield
    schedule.forget()


def rate() -> str:
    """The general rate in force for the code asked for."""
    (found,) = schedule.measures([ASKED], on=date(2026, 11, 23))
    return found.mfn.measures[0].rate if found.mfn.status == "found" else found.mfn.why


def test_load_replace_and_undo(regime: None) -> None:
    load(HEAD + "US,mfn,15159081,3.2%,USD,2022-01-01,,the tariff\n")
    assert rate() == "3.2%"
    second = load(HEAD + "US,mfn,15159081,4%,USD,2026-01-01,,the new tariff\n")
    assert rate() == "4%"
    perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=second)
    assert rate() == "3.2%"
    with pytest.raises(Refused) as refused:
        perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=second)
    assert refused.value.code == "reference.load.undone"


def test_the_same_file_twice_is_one_load(regime: None) -> None:
    content = HEAD + "US,mfn,15159081,3.2%,USD,2022-01-01,,the tariff\n"
    assert load(content) == load(content)
    assert Load.objects.filter(table="measures").count() == 1


@pytest.mark.parametrize(
    "row",
    [
        "US,mfn,1515908x,3.2%,USD,2022-01-01,,the tariff",
        "US,mfn,15159081,3.2%,USD,01/02/2022,,the tariff",
        "US,mfn,15159081,3.2%,USD,2022-01-01,2021-01-01,the tariff",
        "US,bribe,15159081,3.2%,USD,2022-01-01,,the tariff",
        "US,mfn,15159081,,USD,2022-01-01,,the tariff",
        "US,mfn,15159081,3.2%,USD,2022-01-01,,",
    ],
)
def test_a_bad_row_loads_nothing(regime: None, row: str) -> None:
    with pytest.raises(Refused) as refused:
        load(HEAD + "US,mfn,15159082,3.2%,USD,2022-01-01,,the tariff\n" + row + "\n")
    assert refused.value.code == "reference.file.errors"
    assert rate() == "no_measure"


def test_an_unknown_column_is_told() -> None:
    read = sheet.read("measures", "destination,kind,colour\nUS,mfn,blue\n")
    assert [(one.row, one.column) for one in read.errors] == [(1, "colour")]


def test_every_error_is_told_at_once() -> None:
    read = sheet.read("measures", HEAD + "US,mfn,x,,USD,never,,\n")
    assert {one.column for one in read.errors} == {"hs", "valid_from", "source", "rate"}


def test_how_long_a_verified_rate_stays_exact_is_the_regimes_word(regime: None) -> None:
    """Nothing said means not a day longer than it was verified."""
    assert _stays_exact() == timedelta(0)
    head, row, _ = REGIME.split("\n")
    load(f"{head},exact_days,valid_from\n{row},90,2026-01-01\n", commands.load_regimes)
    assert _stays_exact() == timedelta(days=90)


def _stays_exact() -> timedelta:
    found = schedule.regime("US")
    assert found is not None
    return found.stays_exact
