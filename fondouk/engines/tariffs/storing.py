"""Writing tariff data: a load replaces what it says it replaces, and can be undone whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tariffs.models import Edition, GroupMember, ListedCode, Measure, Regime

TABLES: dict[str, type[models.Model]] = {
    "measures": Measure,
    "lists": ListedCode,
    "groups": GroupMember,
    "regimes": Regime,
}


def store(table: str, rows: Iterable[dict[str, Any]], *, load: str, replacing: Sequence[dict[str, Any]] = ()) -> int:
    """Write rows of one load; live rows that match one of the `replacing` filters step back. Returns the count."""
    model = TABLES[table]
    if replacing:
        either = Q()
        for one in replacing:
            either |= Q(**one)
        model._default_manager.filter(either, superseded_by="").exclude(load=load).update(superseded_by=load)
    made = model._default_manager.bulk_create([model(**row, load=load) for row in rows], batch_size=2000)
    bump()
    return len(made)


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
