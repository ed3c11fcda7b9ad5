"""The demo’s reference data: read once a session and held in memory, or loaded into tables where rows are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests import clock

_books: dict[str, Any] = {}


@pytest.fixture
def loaded_reference_data(db: None) -> Iterator[None]:
    """Every file of the demo, as an operator would load it."""
    _load()
    yield
    _forget()


@pytest.fixture
def reference_data(db: None) -> Iterator[None]:
    """The same data without its rows: the engines keep what was read from them, under the number of empty tables."""
    from fondouk.engines.freight import loaded as freight
    from fondouk.engines.tariffs import loaded as tariffs

    if not _books:
        _read_once()
    tariffs._kept, freight._kept = (0, _books["tariffs"]), (0, _books["freight"])
    _load("fx_rates.csv")
    yield
    _forget()


def _read_once() -> None:
    """Load all, keep what the engines read, and roll the rows back."""
    from django.db import transaction

    from fondouk.engines.freight import lanes
    from fondouk.engines.tariffs import schedule

    with transaction.atomic():
        _load()
        _books["tariffs"], _books["freight"] = schedule.tariff(), lanes.board()
        transaction.set_rollback(True)
    _forget()


def _load(*only: str) -> None:
    from importlib.resources import files

    from fondouk.doors.demo import reference_data
    from fondouk.engines.events.perform import perform
    from fondouk.kit.actor import Actor

    for name, command in reference_data.FILES:
        if not only or name in only:
            content = (files("fondouk.doors.demo") / "data" / name).read_text(encoding="utf-8")
            perform(command, once=None, by=Actor.system("test"), at=clock.AT, content=content, name=name)


def _forget() -> None:
    from fondouk.engines.freight import lanes
    from fondouk.engines.fx import rates
    from fondouk.engines.tariffs import schedule

    for engine in (schedule, lanes, rates):
        engine.forget()
