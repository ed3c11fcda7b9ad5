"""Single values out of JSON: each reader gives back the value, or refuses it with a sentence that names its key."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

_DECIMAL = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,10})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_UNIT = re.compile(r"[A-Z0-9]{1,3}")
_SHOWN_MAX = 60


class Unreadable(ValueError):
    """Why a shipment cannot be read, as a sentence."""


def shown(value: Any) -> str:
    """What was written, short enough for a sentence."""
    text = repr(value) if isinstance(value, (str, int, float, bool, type(None))) else type(value).__name__
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}…"


@lru_cache(maxsize=20_000)
def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def decimal(value: Any, name: str) -> Decimal:
    """An amount from nought up, written as a string: at most 15 digits, and 10 after the point."""
    found = _decimal(value) if isinstance(value, str) and len(value) < 30 else None
    if found is None:
        if isinstance(value, str) and value[:1] == "-" and _DECIMAL.fullmatch(value[1:]):
            raise Unreadable(f"“{name}” is negative: {shown(value)}.")
        raise Unreadable(f'“{name}” is not an amount written as a string, such as "12.50": {shown(value)}.')
    return found


def above_zero(value: Any, name: str) -> Decimal:
    """An amount above nought."""
    found = decimal(value, name)
    if not found:
        raise Unreadable(f"“{name}” must be above zero: {shown(value)}.")
    return found


def maybe(value: Any, name: str) -> Decimal | None:
    """An amount from nought up, or none."""
    return None if value is None else decimal(value, name)


def maybe_above_zero(value: Any, name: str) -> Decimal | None:
    """An amount above nought, or none."""
    return None if value is None else above_zero(value, name)


@lru_cache(maxsize=4_000)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def day(value: Any, name: str) -> date | None:
    """An ISO day, None where there is none."""
    if value is None:
        return None
    found = _day(value) if isinstance(value, str) and len(value) == 10 else None
    if found is None:
        raise Unreadable(f"“{name}” is not a day written 2026-10-15: {shown(value)}.")
    return found


def currency(value: Any, name: str) -> str:
    """An ISO 4217 code."""
    return _matching(value, _CURRENCY, name, "a currency of three capital letters")


def country(value: Any, name: str) -> str:
    """An ISO 3166 code of two letters."""
    return _matching(value, _COUNTRY, name, "a country of two capital letters")


def unit(value: Any, name: str) -> str:
    """A code of UN/CEFACT Recommendation 20; pieces where none is given."""
    return "C62" if value is None else _matching(value, _UNIT, name, "a code of UN/CEFACT Recommendation 20")


def _matching(value: Any, pattern: re.Pattern[str], name: str, what: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Unreadable(f"“{name}” is not {what}: {shown(value)}.")
    return value


def one_of(value: Any, known: tuple[str, ...], name: str) -> str:
    """One of a list of words."""
    if not isinstance(value, str) or value not in known:
        raise Unreadable(f"“{name}” is {shown(value)}; it can be {', '.join(one for one in known if one)}.")
    return value


def flag(value: Any, name: str) -> bool | None:
    """True, false or not said."""
    if value is not None and not isinstance(value, bool):
        raise Unreadable(f"“{name}” is true, false or null, not {shown(value)}.")
    return value


def text(value: Any, name: str, most: int) -> str:
    """Words of at most so many characters; empty where there are none."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"“{name}” is text, not {shown(value)}.")
    if len(value) > most:
        raise Unreadable(f"“{name}” has {len(value):,} characters; it can have {most}.")
    return value


def place(value: Any, name: str, most: int) -> str:
    """A UN/LOCODE, with its blank taken out (`US NYC`), or the name of a place."""
    found = text(value, name, most).strip()
    short = found.replace(" ", "")
    return short.upper() if len(short) == 5 and short.isascii() and short.isalnum() and len(found) < 7 else found


def code(value: Any, name: str) -> str:
    """A tariff code without its dots; its length is the tariff's business, and a gap where it does not fit."""
    digits = value.replace(".", "").replace(" ", "") if isinstance(value, str) and len(value) <= 30 else ""
    if not digits.isdigit() or not digits.isascii() or len(digits) > 12:
        raise Unreadable(f"“{name}” is not a tariff code of digits: {shown(value)}.")
    return digits


def whole(value: Any, name: str, most: int) -> int | None:
    """A whole number from 1 up, as a number or as text."""
    if value is None:
        return None
    found = None
    if isinstance(value, float) and value.is_integer():
        found = int(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        found = value
    elif isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 6 and value[0] != "0":
        found = int(value)
    if found is None or not 1 <= found <= most:
        raise Unreadable(f"“{name}” is a whole number from 1 to {most}: {shown(value)}.")
    return found
