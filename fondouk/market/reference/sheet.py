"""The plain CSV files reference data are loaded from: documented columns, every row with source and date.

A column that a file leaves out is empty. What cannot be read is told by row, all at once, and nothing is loaded.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from fondouk.engines.freight import lanes

Reader = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in a row (numbered as a spreadsheet numbers it), in which column."""

    row: int
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file said: rows as model values, or errors."""

    rows: tuple[dict[str, Any], ...]
    errors: tuple[RowError, ...]


def text(value: str) -> str:
    """As written, without blanks around it."""
    return value.strip()


def code(value: str) -> str:
    """A tariff code: digits only, 2 to 10."""
    digits = value.replace(".", "").replace(" ", "").strip()
    if digits and (not digits.isdigit() or not 2 <= len(digits) <= 10):
        raise ValueError("a code has 2 to 10 digits")
    return digits


def day(value: str) -> date | None:
    """An ISO day, None where empty."""
    return date.fromisoformat(value.strip()) if value.strip() else None


def number(value: str) -> Decimal | None:
    """A plain number with a point, None where empty."""
    try:
        found = Decimal(value.strip()) if value.strip() else None
    except InvalidOperation:
        raise ValueError("not a number") from None
    if found is not None and not found.is_finite():
        raise ValueError("not a number")
    return found


def whole(value: str) -> int | None:
    """A whole number, None where empty."""
    return int(value) if value.strip() else None


def flag(value: str) -> bool:
    """yes or no; empty means no."""
    answer = value.strip().lower()
    if answer not in {"", "yes", "no"}:
        raise ValueError("yes or no")
    return answer == "yes"


_DATED = {"valid_from": day, "valid_until": day, "source": text, "retrieved_on": day}
_VERIFIED = {**_DATED, "verified_until": day}
COLUMNS: dict[str, dict[str, Reader]] = {
    "measures": {
        "destination": text, "kind": text, "name": text, "heading": text, "hs": code, "origin": text,
        "agreement": text, "rate": text, "currency": text, "minimum": number, "maximum": number, "basis": text,
        "applies": text, "covered_list": text, "exempt_lists": text, "gives_way_to": text, "laden_before": day,
        "entered_before": day, "seasons": text, "human": text, "after_end": text, "certainty": text,
        "recoverable": text, "status": text, "description": text, **_VERIFIED,
    },
    "lists": {"list_name": text, "hs": code, "condition": text, **_VERIFIED},
    "groups": {"destination": text, "group": text, "country": text, **_VERIFIED},
    "headings": {"version": text, "hs": code, "section": text, "description": text, **_VERIFIED},
    "regimes": {
        "destination": text, "territory": text, "currency": text, "valuation": text, "value_step": number,
        "formal_above": number, "code_lengths": text, "layer_origins": text, "layers_since": day,
        "exact_days": whole, **_VERIFIED,
    },
    "rate_cards": {
        "origin": text, "destination": text, "mode": text, "carrier": text, "currency": text, "rate": number,
        "bands": text, "minimum": number, "surcharges": text, "transit_days_min": whole, "transit_days_max": whole,
        "cut_off_days": whole,
        "guess": flag, **_DATED,
    },
    "charges": {
        "place": text, "kind": text, "name": text, "modes": text, "amount": number, "currency": text, "per": text,
        "minimum": number, "guess": flag, **_DATED,
    },
    "places": {
        "code": text, "name": text, "plain_name": text, "subdivision": text, "functions": text, "coordinates": text,
        "edition": text,
    },
    "fx_rates": {"source": text, "base": text, "currency": text, "on": day, "rate": number, "official": flag},
}  # fmt: skip
#: What a row must say.
REQUIRED = {
    "measures": ("destination", "kind", "source"),
    "lists": ("list_name", "hs", "source"),
    "groups": ("destination", "group", "country", "source"),
    "headings": ("version", "hs", "description", "source"),
    "regimes": ("destination", "territory", "currency", "valuation", "value_step", "code_lengths", "source"),
    "rate_cards": ("origin", "destination", "mode", "currency", "source"),
    "charges": ("place", "kind", "name", "amount", "per", "source"),
    "places": ("code", "name"),
    "fx_rates": ("source", "base", "currency", "on", "rate"),
}
_DEFAULTS = {"after_end": "gap", "certainty": "exact"}
KINDS = frozenset({"mfn", "preference", "layer", "fee", "tax", "trade_remedy"})


def read(table: str, content: str) -> Sheet:
    """Read a file of one table."""
    rows = csv.DictReader(content.removeprefix("\ufeff").splitlines())
    unknown = [name for name in rows.fieldnames or () if name not in COLUMNS[table]]
    if unknown:
        return Sheet((), tuple(RowError(1, name, name, "no such column") for name in unknown))
    return typed(table, list(rows))


def typed(table: str, rows: Sequence[dict[str, Any]]) -> Sheet:
    """Rows of text as model values."""
    found: list[dict[str, Any]] = []
    errors: list[RowError] = []
    for row_number, row in enumerate(rows, 2):
        values, wrong = _row(table, row, row_number)
        errors.extend(wrong)
        found.append(values)
    return Sheet(tuple(found) if not errors else (), tuple(errors))


def _row(table: str, row: dict[str, Any], row_number: int) -> tuple[dict[str, Any], Iterable[RowError]]:
    values: dict[str, Any] = {}
    errors = []
    for name, reader in COLUMNS[table].items():
        written = str(row.get(name) or "")
        try:
            values[name] = reader(written)
        except ValueError as why:
            errors.append(RowError(row_number, name, written, str(why)))
    errors += [RowError(row_number, name, "", "is required") for name in REQUIRED[table] if _empty(values.get(name))]
    if table == "measures":
        errors += _measure_errors(values, row_number)
    if table == "rate_cards" and not errors:
        errors += [RowError(row_number, name, str(values[name]), why) for name, why in lanes.faults(values)]
    for name, default in _DEFAULTS.items():
        if name in values and not values[name]:
            values[name] = default
    return values, errors


def _empty(value: Any) -> bool:
    return value is None or value == ""


def _measure_errors(values: dict[str, Any], row_number: int) -> list[RowError]:
    errors = []
    if values.get("kind") not in KINDS:
        errors.append(RowError(row_number, "kind", str(values.get("kind")), f"one of {', '.join(sorted(KINDS))}"))
    if not values.get("rate") and not values.get("human"):
        errors.append(RowError(row_number, "rate", "", "a rate, or why a human is needed"))
    start, end = values.get("valid_from"), values.get("valid_until")
    if start and end and end < start:
        errors.append(RowError(row_number, "valid_until", str(end), "ends before it begins"))
    return errors
