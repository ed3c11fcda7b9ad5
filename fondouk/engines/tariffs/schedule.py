"""The face of tariffs: what a code from an origin pays on a day, and whether goods originate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fondouk.engines.tariffs.loaded import book, forget
from fondouk.engines.tariffs.rate import FREE, NeedsHuman, NeedsQuantity, Rate, convert, parse
from fondouk.engines.tariffs.shapes import Column, Found, Layer, Measure, Regime, Request
from fondouk.engines.tariffs.storing import store, undo

__all__ = [
    "FREE",
    "Column",
    "Found",
    "Layer",
    "Measure",
    "NeedsHuman",
    "NeedsQuantity",
    "Rate",
    "Regime",
    "Request",
    "convert",
    "forget",
    "measures",
    "parse",
    "regime",
    "store",
    "undo",
]


def measures(requests: Sequence[Request], *, on: date) -> list[Found]:
    """What the tariff says about each request, in order; one query. A request without a day of entry takes `on`."""
    loaded = book()
    return [loaded.find(one if one.entry_on else replace(one, entry_on=on)) for one in requests]


def regime(destination: str) -> Regime | None:
    """How a destination values goods, None where no tariff is loaded for it."""
    return book().regimes.get(destination)
