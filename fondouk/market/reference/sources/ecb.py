"""The European Central Bank's reference rates: one row a day, one column a currency, against the euro."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

SOURCE = "European Central Bank"


def rates(rows: Iterable[dict[str, str]], *, since: str = "") -> Iterator[dict[str, Any]]:
    """Every published figure from a day on; `N/A` and empty cells are no figure."""
    for row in rows:
        day = row["Date"]
        if day < since:
            continue
        for currency, rate in row.items():
            if currency and len(currency) == 3 and rate and rate != "N/A":
                yield {
                    "source": SOURCE,
                    "base": "EUR",
                    "currency": currency,
                    "on": day,
                    "rate": rate,
                    "official": "yes",
                }


def from_xml(elements: Iterable[tuple[str, dict[str, str]]]) -> Iterator[dict[str, Any]]:
    """The bank's XML file, of one day, ninety or all: `Cube time`, and in it `Cube currency rate`."""
    day = ""
    for name, words in elements:
        if name != "Cube":
            continue
        day = words.get("time", day)
        if day and words.get("currency") and words.get("rate"):
            yield {
                "source": SOURCE,
                "base": "EUR",
                "currency": words["currency"],
                "on": day,
                "rate": words["rate"],
                "official": "yes",
            }


def dirhams(rows: Iterable[dict[str, str]], *, source: str) -> Iterator[dict[str, Any]]:
    """An unofficial table of the dirham: a day, and `MAD_per_EUR`, `MAD_per_USD` …"""
    for row in rows:
        for name, rate in row.items():
            if name.startswith("MAD_per_") and rate:
                yield {
                    "source": source,
                    "base": name.removeprefix("MAD_per_"),
                    "currency": "MAD",
                    "on": row["date"],
                    "rate": rate,
                    "official": "no",
                }
