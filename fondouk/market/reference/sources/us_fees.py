"""Merchandise processing fee by fiscal year, and the harbor maintenance fee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def measures(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """One measure for each way of entry that a row gives a figure for."""
    return [measure for row in rows for measure in _of(row)]


def _of(row: dict[str, str]) -> list[dict[str, Any]]:
    common = {
        "destination": "US",
        "kind": "fee",
        "name": row["fee"],
        "heading": row["fiscal_year"],
        "currency": "USD",
        "basis": "entered value of the whole entry",
        "after_end": "carry",
        "valid_from": row["from"],
        "valid_until": row["to"],
        "source": row["source"],
        "retrieved_on": row["retrieved_on"],
    }
    if row["fee"] == "hmf":
        return [{**common, "rate": f"{row['rate_pct']}%", "applies": "sea"}]
    formal = {
        **common,
        "rate": f"{row['rate_pct']}%",
        "minimum": row["min_usd"],
        "maximum": row["max_usd"],
        "applies": "formal",
    }
    flat = {"informal": row["informal_usd"], "express_hub": row["express_hub_usd"]}
    return [formal, *({**common, "rate": f"${usd}/entry", "applies": way} for way, usd in flat.items() if usd)]
