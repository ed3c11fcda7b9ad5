"""The dated rules of origin, of marking and of declaring, read from the files beside this one."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated rule of origin.

    `hs` are chapters it governs (empty: all others); `counts` whose content counts, `@GROUP` standing for a group of
    countries; `caps` the most percent of the price that a country's materials may bring in; `excluded` the headings
    (first, last) that foreign inputs may not come from under a product rule.
    """

    destination: str
    agreement: str
    hs: tuple[str, ...]
    rule: str
    threshold: Decimal | None
    counts: frozenset[str]
    caps: Mapping[str, Decimal]
    excluded: tuple[tuple[str, str], ...]
    human: str
    valid_from: date
    valid_until: date | None
    source: str
    direct_source: str


@dataclass(frozen=True, slots=True)
class Marking:
    """How goods are marked at a destination: the words, whether they are needed, what a human has to decide."""

    words: str
    needed: str
    human: str
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """How a preference is claimed: the form, who signs it, for how many months, which data elements it holds.

    Below `waived_below` (in `waived_currency`) no declaration is asked for; it is kept for `kept_years`.
    """

    form: str
    signed_by: str
    blanket_months: int
    waived_below: Decimal | None
    waived_currency: str
    kept_years: int
    elements: tuple[str, ...]
    source: str


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _holds(row: Mapping[str, str], on: date) -> bool:
    until = row["valid_until"]
    return date.fromisoformat(row["valid_from"]) <= on and (not until or on <= date.fromisoformat(until))


@cache
def rules() -> tuple[Rule, ...]:
    """The dated rules, product rules before the general one."""
    return tuple(_rule(row) for row in _rows("origin_rules"))


def _rule(row: Mapping[str, str]) -> Rule:
    caps = dict(pair.split(":") for pair in row["caps"].split())
    return Rule(
        row["destination"], row["agreement"], tuple(row["hs"].split()), row["rule"],
        Decimal(row["threshold"]) if row["threshold"] else None, frozenset(row["counts"].split()),
        {country: Decimal(most) for country, most in caps.items()},
        tuple((one[:4], one[5:]) for one in row["excluded"].split()), row["human"],
        date.fromisoformat(row["valid_from"]),
        date.fromisoformat(row["valid_until"]) if row["valid_until"] else None, row["source"], row["direct_source"],
    )  # fmt: skip


def governing(destination: str, hs: str, on: date) -> Rule | None:
    """The rule that governs goods at a destination on a day; None where no preference is known there."""
    for rule in rules():
        in_force = rule.valid_from <= on and (rule.valid_until is None or on <= rule.valid_until)
        if rule.destination == destination and in_force and (not rule.hs or hs.startswith(rule.hs)):
            return rule
    return None


def marking(destination: str, hs: str, on: date) -> Marking | None:
    """How goods of this code are marked at a destination on a day; None where nothing is known."""
    for row in _rows("origin_marking"):
        if row["destination"] == destination and _holds(row, on) and (not row["hs"] or hs[:2] in row["hs"].split()):
            return Marking(row["words"], row["needed"], row["human"], row["source"])
    return None


def claim(destination: str, agreement: str, on: date) -> Claim | None:
    """How a preference is claimed at a destination on a day."""
    for row in _rows("origin_declarations"):
        if (row["destination"], row["agreement"]) == (destination, agreement) and _holds(row, on):
            waived = Decimal(row["waived_below"]) if row["waived_below"] else None
            return Claim(
                row["form"], row["signed_by"], int(row["blanket_months"]), waived, row["waived_currency"],
                int(row["kept_years"]), tuple(row["elements"].split()), row["source"],
            )  # fmt: skip
    return None


def destinations() -> tuple[str, ...]:
    """Where a preference is known, in the order of the rules."""
    return tuple(dict.fromkeys(rule.destination for rule in rules()))
