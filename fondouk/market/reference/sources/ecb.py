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
