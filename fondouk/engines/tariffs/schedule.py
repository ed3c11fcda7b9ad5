"""The face of tariffs: what a code from an origin pays on a day, and whether goods originate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from fondouk.engines.tariffs.book import Book, in_season
from fondouk.engines.tariffs.loaded import book, forget, live_rates
from fondouk.engines.tariffs.origin import Bill, Material, Verdict, origin
from fondouk.engines.tariffs.rate import FREE, NeedsHuman, NeedsQuantity, Rate, convert, parse
from fondouk.engines.tariffs.shapes import Column, Found, Layer, Measure, Regime, Request
from fondouk.engines.tariffs.storing import store, undo

__all__ = [
    "FREE",
    "Bill",
    "Book",
    "Column",
    "Found",
    "Layer",
    "Material",
    "Measure",
    "NeedsHuman",
    "NeedsQuantity",
    "Rate",
    "Regime",
    "Request",
    "Verdict",
    "convert",
    "forget",
    "given_measure",
    "in_season",
    "live_rates",
    "measures",
    "origin",
    "parse",
    "regime",
    "store",
    "tariff",
    "undo",
]


def tariff() -> Book:
    """The live tariff, to be asked many times after one query."""
    return book()


def measures(requests: Sequence[Request], *, on: date) -> list[Found]:
    """What the tariff says about each request, in order; one query. A request without a day of entry takes `on`."""
    loaded = book()
    return [loaded.find(one if one.entry_on else one._replace(entry_on=on)) for one in requests]


def regime(destination: str) -> Regime | None:
    """How a destination values goods, None where no tariff is loaded for it."""
    return book().regimes.get(destination)


def given_measure(
    *,
    kind: str,
    rate: str,
    currency: str,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
    source: str = "",
    agreement: str = "",
) -> Measure:
    """A measure nobody loaded: the caller's own."""
    return Measure(
        "", kind, kind, "", "", "", agreement, rate, currency, minimum, maximum, "", "", "", "", "", None, None, "", "",
        "carry", "exact", "", "", "", valid_from, valid_until, source, None, None,
    )  # fmt: skip
