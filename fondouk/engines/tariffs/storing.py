"""Writing tariff data: a load replaces the live rows of the same identity, and can be undone whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F

from fondouk.engines.tables.copying import copy_objects, copy_values
from fondouk.engines.tariffs.comparing import TABLES, Change, plan
from fondouk.engines.tariffs.models import Edition, ListedCode, Measure

_BATCH = 5000


def store(table: str, rows: Sequence[dict[str, Any]], *, load: str, ended_on: date | None = None) -> tuple[Change, ...]:
    """Write rows of one load and say what changed by it.

    A live row of the same identity that began earlier stands on in a copy that ends the day before; others step back.
    With `ended_on` the rows are a whole tariff: duties it lacks end the day before.
    """
    model = TABLES[table]
    made = plan(table, rows, ended_on=ended_on)
    copies = _copies(model, dict(made.closed), load)
    for start in range(0, len(made.replaced), _BATCH):
        batch = made.replaced[start : start + _BATCH]
        model._default_manager.filter(pk__in=batch).update(superseded_by=load)
    copy_objects(copies)
    copy_values(model, rows, load=load)
    bump()
    return tuple(made.changes)


def _copies(model: type[models.Model], until: dict[int, date], load: str) -> list[models.Model]:
    """The rows that stand on, each with its earlier end and the name of the load that brought its figure."""
    copies: list[models.Model] = []
    keys = list(until)
    for start in range(0, len(keys), _BATCH):
        row: Any
        for row in model._default_manager.filter(pk__in=keys[start : start + _BATCH]):
            row.valid_until = until[row.pk]
            row.brought_by = row.brought_by or row.load
            row.pk, row.load = None, load
            copies.append(row)
    return copies


def undo(load: str) -> int:
    """Take a load back: its rows go, those it replaced are live again. Returns how many rows went."""
    gone = 0
    for model in TABLES.values():
        gone += model._default_manager.filter(load=load).delete()[0]
        model._default_manager.filter(superseded_by=load).update(superseded_by="")
    bump()
    return gone


def built_on(load: str) -> set[str]:
    """Later loads that replaced rows of this one: it cannot be taken back before they are."""
    found: set[str] = set()
    for model in TABLES.values():
        rows = model._default_manager.filter(load=load).exclude(superseded_by="")
        found |= set(rows.values_list("superseded_by", flat=True).distinct())
    return found


def needing_lists_of(load: str) -> set[str]:
    """Loads whose live layers refer to a list that only this load holds: without it they would charge nobody."""
    brought = set(ListedCode.objects.filter(load=load, superseded_by="").values_list("list_name", flat=True))
    before = set(ListedCode.objects.filter(superseded_by=load).values_list("list_name", flat=True))
    rows = Measure.objects.filter(superseded_by="").exclude(covered_list="", exempt_lists="").exclude(load=load)
    named = rows.values_list("covered_list", "exempt_lists", "load")
    return {one for covered, exempt, one in named if (brought - before) & set(f"{covered} {exempt}".split())}


def codes_of(load: str) -> dict[str, set[str]]:
    """Destination → codes of the measures and lists a load brought or replaced; an empty code is every code."""
    found: dict[str, set[str]] = {}
    for rows in (Measure.objects.filter(load=load), Measure.objects.filter(superseded_by=load)):
        for destination, hs in rows.values_list("destination", "hs").distinct():
            found.setdefault(destination, set()).add(hs)
    for listed in (ListedCode.objects.filter(load=load), ListedCode.objects.filter(superseded_by=load)):
        codes = dict(listed.values_list("hs", "list_name").distinct())
        for destination in destinations_of(set(codes.values())):
            found.setdefault(destination, set()).update(codes)
    return found


def destinations_of(lists: Iterable[str]) -> set[str]:
    """The destinations whose live layers refer to one of these lists."""
    wanted = set(lists)
    rows = Measure.objects.filter(superseded_by="").exclude(covered_list="", exempt_lists="")
    return {
        destination
        for covered, exempt, destination in rows.values_list("covered_list", "exempt_lists", "destination")
        if wanted & set(f"{covered} {exempt}".split())
    }


def bump() -> None:
    """Tell every process that the data changed."""
    if not Edition.objects.filter(id=1).update(number=F("number") + 1):
        Edition.objects.create(id=1, number=1)
