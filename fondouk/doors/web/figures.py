"""Figures as a locale writes them, without asking Babel for each one: a page of results writes a hundred.

What a locale puts between and around digits is learnt once, from a figure Babel wrote; a figure that is negative or no
number, and a locale that groups otherwise than by thousands, is left to Babel (None).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, format_decimal

_DIGITS = re.compile(r"[#0.,]+")
_SAMPLE = re.compile(r"1(\D*)234\1567(\D+)5")


def figure(value: Decimal | int | float, locale: str, least: int, most: int) -> str | None:
    """The digits with at least and at most so many decimals, half to even."""
    amount = value if isinstance(value, Decimal) else Decimal(str(value))
    marks = _marks(locale)
    if marks is None or not amount.is_finite() or amount.is_signed():
        return None
    text = f"{amount:,.{most}f}"
    if most > least:
        whole, _, decimals = text.partition(".")
        decimals = decimals.rstrip("0").ljust(least, "0")
        text = f"{whole}.{decimals}" if decimals else whole
    return text.translate(marks) if marks else text


def money(value: Decimal, currency: str, locale: str, least: int, most: int) -> str | None:
    """The same with the currency's sign where the locale puts it."""
    digits = figure(value, locale, least, most)
    if digits is None:
        return None
    before, after = around(currency, locale)
    return f"{before}{digits}{after}"


@lru_cache(maxsize=500)
def around(currency: str, locale: str) -> tuple[str, str]:
    """What stands before and after the digits of an amount."""
    pattern = _DIGITS.sub("0", Locale.parse(locale).currency_formats["standard"].pattern.split(";")[0])
    written = format_currency(Decimal(0), currency, format=pattern, locale=locale, currency_digits=False)
    before, _, after = written.partition("0")
    return before, after


@lru_cache(maxsize=64)
def _marks(locale: str) -> dict[int, str] | None:
    """How to turn 1,234.5 into what the locale writes; empty where it writes just that."""
    found = _SAMPLE.fullmatch(format_decimal(Decimal("1234567.5"), locale=locale))
    if found is None:
        return None
    group, point = found.groups()
    return {} if (group, point) == (",", ".") else {ord(","): group, ord("."): point}
