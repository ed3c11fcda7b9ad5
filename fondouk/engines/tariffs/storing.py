"""Writing tariff data: a load replaces the live rows of the same identity, and can be undone whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import F

from fondouk.engines.tariffs.models import Edition, GroupMember, ListedCode, Measure, Regime

TABLES: dict[str, type[models.Model]] = {
    "measures": Measure,
    "lists": ListedCode,
    "groups": GroupMember,
    "regimes": Regime,
}


def store(table: str, rows: Iterable[dict[str, Any]], *, load: str, identity: Sequence[str]) -> int:
    """Write rows of one load; live rows that agree with one of them in `identity` step back. Returns the count."""
    model = TABLES[table]
    made = [model(**row, load=load) for row in rows]
    _step_back(model, {tuple(getattr(one, name) for name in identity) for one in made}, load, identity)
    model._default_manager.bulk_create(made, batch_size=2000)
    bump()
    return len(made)


def _step_back(model: type[models.Model], new: set[tuple[Any, ...]], load: str, identity: Sequence[str]) -> None:
    live = model._default_manager.filter(superseded_by="").exclude(load=load).values_list("pk", *identity)
    old = [pk for pk, *values in live.iterator(chunk_size=5000) if tuple(values) in new]
    for start in range(0, len(old), 5000):
        model._default_manager.filter(pk__in=old[start : start + 5000]).update(superseded_by=load)


def undo(load: str) -> int:
    """Take a load back: its rows go, those it replaced are live again. Returns how many rows went."""
    gone = 0
    for model in TABLES.values():
        gone += model._default_manager.filter(load=load).delete()[0]
        model._default_manager.filter(superseded_by=load).update(superseded_by="")
    bump()
    return gone


def bump() -> None:
    """Tell every process that the data changed."""
    if not Edition.objects.filter(id=1).update(number=F("number") + 1):
        Edition.objects.create(id=1, number=1)
