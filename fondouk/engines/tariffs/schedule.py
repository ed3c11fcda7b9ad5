"""The face of tariffs: what a code from an origin pays on a day, and whether goods originate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from fondouk.engines.tariffs.book import Book, in_season
from fondouk.engines.tariffs.browsing import (
    Asked,
    Holding,
    OnList,
    Row,
    browse,
    history,
    holdings,
    list_names,
    lists_of,
    origins,
)
from fondouk.engines.tariffs.comparing import DUTIES, Change, Plan, between, plan
from fondouk.engines.tariffs.loaded import Words, book, duties_from, forget, headings, live_rates
from fondouk.engines.tariffs.origin import Bill, Criterion, Flip, Marked, Material, Verdict, marked
from fondouk.engines.tariffs.origin import origin as judged
from fondouk.engines.tariffs.origin_data import Claim, claim, destinations
from fondouk.engines.tariffs.price_limits import PriceLimits, price_limits
from fondouk.engines.tariffs.rate import FREE, NeedsHuman, NeedsQuantity, Rate, convert, parse
from fondouk.engines.tariffs.shapes import Column, Found, Layer, Measure, Regime, Request
from fondouk.engines.tariffs.storing import built_on, codes_of, destinations_of, needing_lists_of, store, undo

__all__ = [
    "DUTIES",
    "FREE",
    "Asked",
    "Bill",
    "Book",
    "Change",
    "Claim",
    "Column",
    "Criterion",
    "Flip",
    "Found",
    "Holding",
    "Layer",
    "Marked",
    "Material",
    "Measure",
    "NeedsHuman",
    "NeedsQuantity",
    "OnList",
    "Plan",
    "PriceLimits",
    "Rate",
    "Regime",
    "Request",
    "Row",
    "Verdict",
    "Words",
    "between",
    "browse",
    "built_on",
    "claim",
    "codes_of",
    "convert",
    "destinations_of",
    "duties_from",
    "forget",
    "given_measure",
    "headings",
    "history",
    "holdings",
    "in_season",
    "list_names",
    "lists_of",
    "live_rates",
    "marked",
    "measures",
    "needing_lists_of",
    "origin",
    "origin_destinations",
    "origins",
    "parse",
    "plan",
    "price_limits",
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


def origin(bill: Bill, *, processing: Decimal, direct: bool | None, on: date) -> Verdict | None:
    """Whether goods qualify at their destination on a day, by the loaded groups of countries; see `origin.origin`."""
    members: dict[str, set[str]] = {}
    for destination, group, country in book().groups:
        if destination == bill.destination:
            members.setdefault(group, set()).add(country)
    return judged(bill, processing=processing, direct=direct, on=on, groups=members)


def origin_destinations() -> tuple[str, ...]:
    """Where a preference is known."""
    return destinations()


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
