"""Seasons that stand only in the words of a tariff line."""

from __future__ import annotations

import re
from datetime import date, timedelta

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_LAST_DAY = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_RANGE = re.compile(
    rf"{_MONTH} ?(\d{{1,2}})(?:,? in any year,?)? ?(?:to|through|thru|-) ?"
    r"(?:the )?(?:last day of )?(?:the )?(?:following )?"
    rf"{_MONTH} ?(\d{{1,2}})?",
    re.IGNORECASE,
)
_WHOLE_MONTH = re.compile(rf"during the month of {_MONTH}", re.IGNORECASE)


#: Marks a season that holds for some goods of the line only: the others enter all the year.
PARTLY = "partly"


def seasons(description: str) -> str:
    """`03-01/07-14 09-01/11-14` from the words of a description; empty where it holds the year round."""
    found = [_season(*match) for match in _RANGE.findall(description)]
    found += [
        f"{number:02}-01/{number:02}-{_LAST_DAY[number]}" for number in map(_month, _WHOLE_MONTH.findall(description))
    ]
    if found and re.search(r"entered any time", description):
        found.append(PARTLY)
    return " ".join(found)


def rest_of(of: str) -> str:
    """What one season leaves of the year; empty where there are several, or none."""
    match = re.fullmatch(r"(\d\d)-(\d\d)/(\d\d)-(\d\d)", of)
    if match is None:
        return ""
    first, day, last, last_day = map(int, match.groups())
    begins = date(2024, last, last_day) + timedelta(days=1)
    ends = date(2024, first, day) - timedelta(days=1)
    return f"{begins:%m-%d}/{ends:%m-%d}"


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _season(first: str, day: str, last: str, last_day: str) -> str:
    end = int(last_day) if last_day else _LAST_DAY[_month(last)]
    return f"{_month(first):02}-{int(day):02}/{_month(last):02}-{end:02}"
