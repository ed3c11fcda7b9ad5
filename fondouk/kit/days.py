"""Days somebody typed: a slip of the year (0206, 20226) is refused with the days that make sense."""

from __future__ import annotations

from datetime import date, timedelta

from fondouk.kit.refusal import Refusal, sentence

YEAR = 365


def refusal_of_day(day: date | None, *, first: date, last: date, field: str) -> Refusal | None:
    """Why this day cannot stand in its field, or None; no day at all is no fault here."""
    if day is None or first <= day <= last:
        return None
    text = sentence("Choose a day between %(first)s and %(last)s.")
    return Refusal(f"day.{field}", text, {"first": first, "last": last}, field)


def years(day: date, count: int) -> date:
    """The day so many years of 365 days later, or earlier; never beyond what a calendar holds."""
    try:
        return day + timedelta(days=YEAR * count)
    except OverflowError:
        return date.max if count > 0 else date.min
