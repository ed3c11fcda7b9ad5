"""UN/LOCODE: ports, airports and towns of the world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def places(rows: Iterable[dict[str, str]], *, edition: str) -> Iterator[dict[str, Any]]:
    """Every entry with a code; a country's heading row has none, an entry marked X is withdrawn."""
    for row in rows:
        if not row["Location"].strip() or row["Change"].strip() == "X":
            continue
        yield {
            "code": row["Country"] + row["Location"].strip(),
            "name": row["Name"].strip(),
            "plain_name": row["NameWoDiacritics"].strip(),
            "subdivision": row["Subdivision"].strip(),
            "functions": row["Function"].strip(),
            "coordinates": row["Coordinates"].strip(),
            "edition": edition,
        }
