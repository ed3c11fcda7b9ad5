"""Reads one place out of the full UN/LOCODE table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError

from fondouk.engines.places import gazetteer
from fondouk.engines.places.gazetteer import Place
from fondouk.engines.places.models import ImportedPlace

_COORDINATES = re.compile(r"(\d{2})(\d{2})([NS]) (\d{3})(\d{2})([EW])")


def find(code: str) -> Place | None:
    """The place of the full list, None where it is not there or the table is not."""
    try:
        row = ImportedPlace.objects.filter(code=code).first()
    except (DatabaseError, RuntimeError):
        return None
    return None if row is None else _as_place(row)


def _as_place(row: ImportedPlace) -> Place:
    kinds = {name for letter, name in (("1", "port"), ("4", "airport")) if letter in row.functions} | {"town"}
    names = (row.name, row.name, row.name)
    port = row.code if "port" in kinds else ""
    latitude, longitude = degrees(row.coordinates)
    return Place(names, row.code, row.code[:2], row.subdivision, frozenset(kinds), port, latitude, longitude)


def store(rows: Iterable[dict[str, Any]]) -> int:
    """Write places; one known already takes the newer edition's words. Returns the count."""
    made = ImportedPlace.objects.bulk_create(
        [ImportedPlace(**row) for row in rows],
        batch_size=5000,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "plain_name", "subdivision", "functions", "coordinates", "edition"],
    )
    gazetteer.forget()
    return len(made)


def degrees(coordinates: str) -> tuple[float | None, float | None]:
    """`4042N 07400W` as degrees north and east."""
    match = _COORDINATES.fullmatch(coordinates.strip())
    if match is None:
        return None, None
    north, n_min, n_sign, east, e_min, e_sign = match.groups()
    latitude = (int(north) + int(n_min) / 60) * (1 if n_sign == "N" else -1)
    longitude = (int(east) + int(e_min) / 60) * (1 if e_sign == "E" else -1)
    return latitude, longitude
