"""The face of requirements: what goods need to enter a destination on a day, and every version ever entered."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.db.models import Max

from fondouk.engines.requirements.items import ANCHORS, KINDS, LANGUAGES, SIDES, Item, in_force, in_order
from fondouk.engines.requirements.models import Requirement

__all__ = [
    "ANCHORS",
    "KINDS",
    "LANGUAGES",
    "SIDES",
    "Item",
    "enter",
    "forget",
    "history",
    "in_force_on",
    "in_order",
    "needed",
    "territory",
    "versions",
]

_LOOK_AGAIN_SECONDS = 1.0  # another process's entry is seen after so long; one's own at once
_kept: tuple[int, tuple[Item, ...]] | None = None
_looked = float("-inf")


@cache
def _territories() -> dict[str, str]:
    text = (files(__package__) / "data" / "territories.csv").read_text(encoding="utf-8")
    return {
        country: row["territory"] for row in csv.DictReader(text.splitlines()) for country in row["members"].split()
    }


def territory(country: str) -> str:
    """Whose rules a country applies: `EU` for its members, else the country itself."""
    return _territories().get(country, country)


def needed(hs: str, *, country: str, on: date, mode: str = "") -> list[Item]:
    """What goods of a code need to enter a country on a day, the first due first. At most one small query.

    An empty list means that nothing is on file, not that nothing is needed.
    """
    where = territory(country)
    return [one for one in in_force_on(on, destination=where) if one.covers(hs) and one.travels(mode)]


def in_force_on(on: date, *, destination: str = "") -> list[Item]:
    """Every requirement in force on a day, of one destination or of all."""
    found = in_force(versions(), on)
    return in_order(one for one in found if not destination or one.destination == destination)


def history(code: str) -> list[Item]:
    """Every version of one requirement, the newest first."""
    return sorted((one for one in versions() if one.code == code), key=lambda one: -one.version)


def enter(rows: Iterable[Mapping[str, Any]], *, load: str, by: str, at: datetime) -> int:
    """Write each row as the next version of its code. Returns the count."""
    last = dict(Requirement.objects.values_list("code").annotate(Max("version")))
    made = []
    for row in rows:
        last[row["code"]] = last.get(row["code"], 0) + 1
        made.append(Requirement(**row, version=last[row["code"]], load=load, entered_by=by, entered_at=at))
    Requirement.objects.bulk_create(made)
    forget()
    return len(made)


def forget() -> None:
    """Look again at the next question, as tests that roll the database back must."""
    global _looked
    _looked = float("-inf")


def versions() -> tuple[Item, ...]:
    """All versions, read again when one was added: rows are never altered, so the last id tells.

    Asked at most once a second, so that a page that needs them pays for no statement.
    """
    global _kept, _looked
    now = time.monotonic()
    if _kept is not None and now - _looked < _LOOK_AGAIN_SECONDS:
        return _kept[1]
    last = Requirement.objects.aggregate(last=Max("id"))["last"] or 0
    if _kept is None or _kept[0] != last:
        _kept = (last, tuple(_item(row) for row in Requirement.objects.order_by("code", "version")))
    _looked = now
    return _kept[1]


def _item(row: Requirement) -> Item:
    return Item(
        row.code, row.version, row.destination, tuple(row.hs.split()), tuple(row.except_hs.split()),
        tuple(row.modes.split()), row.kind, row.side, row.anchor, row.days_before, row.names, row.texts,
        tuple(row.schemes.split()), row.source, row.address, row.retrieved_on, row.valid_from, row.valid_until,
        row.entered_at, row.entered_by, row.load,
    )  # fmt: skip
