"""The Harmonized System to six digits, one version of it: sections, chapters, headings, subheadings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

#: The day each version entered into force.
VERSIONS = {"2012": "2012-01-01", "2017": "2017-01-01", "2022": "2022-01-01", "2028": "2028-01-01"}


def headings(
    rows: Iterable[dict[str, str]], *, version: str, source: str, retrieved_on: str
) -> Iterator[dict[str, Any]]:
    """Every chapter, heading and subheading; the total is none of them."""
    for row in rows:
        code = row["hscode"].strip()
        if code.isdigit() and len(code) in (2, 4, 6):
            yield {
                "version": version,
                "hs": code,
                "section": row["section"].strip(),
                "description": " ".join(row["description"].split()),
                "valid_from": VERSIONS.get(version, ""),
                "source": source,
                "retrieved_on": retrieved_on,
            }
