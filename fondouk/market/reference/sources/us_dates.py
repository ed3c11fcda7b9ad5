"""Days as American files write them."""

from __future__ import annotations

from datetime import date, datetime


def us_date(text: str) -> str:
    """`1/27/22` as an ISO day; empty where there is none."""
    text = text.strip()
    return datetime.strptime(text, "%m/%d/%y").date().isoformat() if text else ""  # noqa: DTZ007 - a day has no zone


def end(text: str) -> str:
    """`12/31/50` means open; two-digit years beyond this century's middle are read as such."""
    day = us_date(text)
    return "" if not day or date.fromisoformat(day).year >= 2049 else day
