"""The book of the current edition: read from the database when the edition's number has risen, else from memory."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import F

from fondouk.engines.tables import editions
from fondouk.engines.tariffs import shapes
from fondouk.engines.tariffs.book import Book
from fondouk.engines.tariffs.layers import Listed
from fondouk.engines.tariffs.models import Edition, GroupMember, Heading, ListedCode, Measure, Regime

_kept: tuple[int, Book] | None = None


def book() -> Book:
    """The live tariff; one small query when nothing changed."""
    global _kept
    number = editions.number(Edition)
    if _kept is None or _kept[0] != number:
        _kept = (number, _read())
    return _kept[1]


def live_rates(destination: str, kind: str) -> dict[str, str]:
    """Code → rate as written, of the live rows of one duty column."""
    rows = Measure.objects.filter(superseded_by="", destination=destination, kind=kind).order_by("valid_from")
    return dict(rows.values_list("hs", "rate"))


def duties_from(destination: str) -> dict[tuple[str, str], tuple[str, date | None]]:
    """(kind, code) → (rate as written, the day it is known from), of the latest live duties."""
    rows = Measure.objects.filter(superseded_by="", destination=destination, kind__in=("mfn", "preference"))
    found = rows.order_by(F("valid_from").asc(nulls_first=True)).values_list("kind", "hs", "rate", "valid_from")
    return {(kind, hs): (rate, begins) for kind, hs, rate, begins in found.iterator(chunk_size=5000)}


class Words(NamedTuple):
    """A chapter, heading or subheading in the words of its version."""

    hs: str
    description: str
    version: str
    source: str


def headings(hs: str, *, on: date) -> tuple[Words, ...]:
    """The chapter, heading and subheading a code stands under, in the latest version in force on a day."""
    codes = [hs[:length] for length in (2, 4, 6) if len(hs) >= length]
    rows = Heading.objects.filter(superseded_by="", hs__in=codes, valid_from__lte=on).order_by("version")
    found = {hs_: Words(hs_, *rest) for hs_, *rest in rows.values_list("hs", "description", "version", "source")}
    return tuple(found[code] for code in codes if code in found)


def forget() -> None:
    """Drop what is kept, as tests that roll the database back must."""
    global _kept
    _kept = None


def _read() -> Book:
    names = [field.name for field in fields(shapes.Measure)]
    measures = Measure.objects.filter(superseded_by="").order_by("id").values_list(*names)
    listed = ListedCode.objects.filter(superseded_by="").values_list(
        "list_name", "hs", "valid_from", "valid_until", "condition"
    )
    members = GroupMember.objects.filter(superseded_by="").values_list("destination", "group", "country")
    return Book(
        (shapes.Measure(*row) for row in measures.iterator(chunk_size=5000)),
        ((name, Listed(hs, start, end, condition)) for name, hs, start, end, condition in listed),
        members,
        [_regime(row) for row in Regime.objects.filter(superseded_by="")],
        Heading.objects.filter(superseded_by="").values_list("version", "hs"),
    )


def _regime(row: Regime) -> shapes.Regime:
    return shapes.Regime(
        row.destination,
        row.territory,
        row.currency,
        row.valuation,
        row.value_step,
        row.formal_above,
        tuple(int(length) for length in row.code_lengths.split()),
        tuple(row.layer_origins.split()),
        row.layers_since,
        timedelta(days=row.exact_days or 0),
        row.source,
    )
