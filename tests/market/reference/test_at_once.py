"""Two loads at once: one waits for the other, so that both can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps

from fondouk.engines.events.perform import perform
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.market.reference import commands
from tests import clock
from tests.loaded import contents
from tests.race import at_once, failures

pytestmark = pytest.mark.django_db(transaction=True)
BY = Actor.system("test")


@pytest.fixture(autouse=True)
def forgetting(db: None) -> Iterator[None]:
    """What the engine keeps in memory ends with the test."""
    yield
    schedule.forget()


def load(rate: str) -> str | None:
    """The reference of a load that sets one rate."""
    row = {"destination": "US", "kind": "mfn", "hs": "15159081", "rate": rate, "currency": "USD", "source": "s"}
    return perform(
        commands.load_rows, once=None, by=BY, at=clock.AT, table="measures", rows=[row], name=f"the file with {rate}"
    ).reference


def test_two_loads_at_once_leave_one_live_rate_and_are_both_undone() -> None:
    load("1%")
    before = contents()
    outcomes = at_once(lambda: load("2%"), lambda: load("3%"))
    assert not failures(outcomes)
    rows = apps.get_model("tariffs", "Measure").objects.filter(superseded_by="")
    (live,) = rows.values_list("rate", "load")
    assert live[1] in outcomes
    for reference in (live[1], next(one for one in outcomes if one != live[1])):
        perform(commands.undo_load, once=None, by=BY, at=clock.AT, reference=reference)
    assert contents() == before
