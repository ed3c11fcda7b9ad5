"""Writing exchange rates: a published figure is replaced by a newer copy of the same day, and can be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import F

from fondouk.engines.fx.models import Edition, Rate
from fondouk.engines.tables.copying import copy_rows

_COLUMNS = ("source", "base", "currency", "on", "rate", "official", "load", "superseded_by")
_PLACES = Decimal("0.00000001")
_BATCH = 5000
Key = tuple[str, str, str, date]


class Difference(NamedTuple):
    """One figure that is new (`before` is None) or differs from the live one."""

    source: str
    base: str
    currency: str
    on: date
    before: Decimal | None
    after: Decimal


def compare(rows: Sequence[dict[str, Any]]) -> list[Difference]:
    """What these rows would change; a figure known already is no difference."""
    known = _known(rows)
    fresh = ((_key(row), row) for row in rows)
    return [
        Difference(*key, known[key][1] if key in known else None, row["rate"])
        for key, row in fresh
        if key not in known or not _same(known[key], row)
    ]


def store(rows: Iterable[dict[str, Any]], *, load: str) -> int:
    """Write rates; one known already stays as it is, one that differs steps back. Returns how many were written."""
    rows = list({_key(row): row for row in rows}.values())
    known = _known(rows)
    fresh = [row for row in rows if _key(row) not in known or not _same(known[_key(row)], row)]
    replaced = [known[_key(row)][0] for row in fresh if _key(row) in known]
    for start in range(0, len(replaced), _BATCH):
        Rate.objects.filter(pk__in=replaced[start : start + _BATCH]).update(superseded_by=load)
    copy_rows(
        Rate._meta.db_table, _COLUMNS,
        ((*_key(row), row["rate"], row.get("official", True), load, "") for row in fresh),
    )  # fmt: skip
    bump()
    return len(fresh)


def undo(load: str) -> int:
    """Take a load of rates back: what it replaced is live again. Returns how many rows went."""
    gone = Rate.objects.filter(load=load).delete()[0]
    Rate.objects.filter(superseded_by=load).update(superseded_by="")
    bump()
    return gone


def built_on(load: str) -> set[str]:
    """Later loads that replaced figures of this one."""
    rows = Rate.objects.filter(load=load).exclude(superseded_by="")
    return set(rows.values_list("superseded_by", flat=True).distinct())


def _key(row: dict[str, Any]) -> Key:
    return row["source"], row["base"], row["currency"], row["on"]


def _same(known: tuple[int, Decimal, bool], row: dict[str, Any]) -> bool:
    return known[1] == Decimal(row["rate"]).quantize(_PLACES) and known[2] == row.get("official", True)


def _known(rows: Sequence[dict[str, Any]]) -> dict[Key, tuple[int, Decimal, bool]]:
    if not rows:
        return {}
    live = Rate.objects.filter(
        superseded_by="", source__in={row["source"] for row in rows}, on__gte=min(row["on"] for row in rows)
    )
    found = live.values_list("pk", "source", "base", "currency", "on", "rate", "official")
    return {
        (source, base, currency, on): (key, rate, official)
        for key, source, base, currency, on, rate, official in found.iterator(chunk_size=10_000)
    }


def bump() -> None:
    """Tell every process that the rates changed."""
    if not Edition.objects.filter(id=1).update(number=F("number") + 1):
        Edition.objects.create(id=1, number=1)
