"""The full UN/LOCODE table: one place read out of it, editions written and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import DatabaseError
from django.db.models import Count

from fondouk.engines.places import gazetteer
from fondouk.engines.places.gazetteer import Place
from fondouk.engines.places.models import ImportedPlace
from fondouk.engines.tables.copying import copy_rows

_WORDS = ("name", "plain_name", "subdivision", "functions", "coordinates")
_COORDINATES = re.compile(r"(\d{2})(\d{2})([NS]) (\d{3})(\d{2})([EW])")


def find(code: str) -> Place | None:
    """The place of the full list, None where it is not there or the table is not."""
    try:
        row = ImportedPlace.objects.filter(code=code, superseded_by="").first()
    except (DatabaseError, RuntimeError):
        return None
    return None if row is None else _as_place(row)


def _as_place(row: ImportedPlace) -> Place:
    kinds = {name for letter, name in (("1", "port"), ("4", "airport")) if letter in row.functions} | {"town"}
    names = (row.name, row.name, row.name)
    port = row.code if "port" in kinds else ""
    latitude, longitude = degrees(row.coordinates)
    return Place(names, row.code, row.code[:2], row.subdivision, frozenset(kinds), port, latitude, longitude)


def editions() -> dict[str, int]:
    """Edition → how many live entries it holds."""
    rows = ImportedPlace.objects.filter(superseded_by="").values_list("edition").annotate(Count("pk"))
    return dict(rows.order_by("edition"))


def compare(rows: Sequence[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """(code, before, after) of every entry that is new (`before` is empty) or says something else."""
    known = _known()
    told = []
    for row in rows:
        before, after = known.get(row["code"]), _words(row)
        if before is None or before[1] != after:
            told.append((row["code"], " · ".join(before[1]) if before else "", " · ".join(after)))
    return told


def store(rows: Iterable[dict[str, Any]], *, load: str) -> int:
    """Write places; one that says the same stays, one that differs steps back. Returns how many were written."""
    known = _known()
    rows = {row["code"]: row for row in rows}.values()
    fresh = [row for row in rows if row["code"] not in known or known[row["code"]][1] != _words(row)]
    replaced = [known[row["code"]][0] for row in fresh if row["code"] in known]
    for start in range(0, len(replaced), 5000):
        ImportedPlace.objects.filter(pk__in=replaced[start : start + 5000]).update(superseded_by=load)
    copy_rows(
        ImportedPlace._meta.db_table, ("code", *_WORDS, "edition", "load", "superseded_by"),
        ((row["code"], *_words(row), row["edition"], load, "") for row in fresh),
    )  # fmt: skip
    gazetteer.forget()
    return len(fresh)


def undo(load: str) -> int:
    """Take a load of places back: what it replaced is live again. Returns how many rows went."""
    gone = ImportedPlace.objects.filter(load=load).delete()[0]
    ImportedPlace.objects.filter(superseded_by=load).update(superseded_by="")
    gazetteer.forget()
    return gone


def built_on(load: str) -> set[str]:
    """Later loads that replaced entries of this one."""
    rows = ImportedPlace.objects.filter(load=load).exclude(superseded_by="")
    return set(rows.values_list("superseded_by", flat=True).distinct())


def _words(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] for name in _WORDS)


def _known() -> dict[str, tuple[int, tuple[str, ...]]]:
    live = ImportedPlace.objects.filter(superseded_by="").values_list("pk", "code", *_WORDS)
    return {code: (key, tuple(words)) for key, code, *words in live.iterator(chunk_size=10_000)}


def degrees(coordinates: str) -> tuple[float | None, float | None]:
    """`4042N 07400W` as degrees north and east."""
    match = _COORDINATES.fullmatch(coordinates.strip())
    if match is None:
        return None, None
    north, n_min, n_sign, east, e_min, e_sign = match.groups()
    latitude = (int(north) + int(n_min) / 60) * (1 if n_sign == "N" else -1)
    longitude = (int(east) + int(e_min) / 60) * (1 if e_sign == "E" else -1)
    return latitude, longitude
