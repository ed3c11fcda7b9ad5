"""Value added tax by country: the standard rate, assumed for goods no lower rate is known for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

#: Territories whose figures a country's row mixes in: the lower rates then are not all of the mainland.
_MIXED = {"FR": "regional rates of Corsica and the overseas departments among the lower ones"}


def measures(rows: Iterable[dict[str, str]], *, source: str, retrieved_on: str) -> list[dict[str, Any]]:
    """One tax for each country, on value, duty and transport; lower rates are named in its status, never chosen."""
    return [_tax(row, source, retrieved_on) for row in rows]


def _tax(row: dict[str, str], source: str, retrieved_on: str) -> dict[str, Any]:
    lower = [f"{Decimal(one).normalize():f} %" for one in f"{row['super_reduced']} {row['reduced']}".split()]
    told = f"lower rates exist for some goods: {', '.join(lower)}" if lower else ""
    mixed = _MIXED.get(row["country_code"], "")
    return {
        "destination": row["country_code"],
        "kind": "tax",
        "name": "vat",
        "rate": f"{Decimal(row['standard']).normalize():f}%",
        "currency": row["currency"],
        "basis": "value, duty and transport",
        "after_end": "carry",
        "certainty": "assumption" if lower else "exact",
        "recoverable": "ask",
        "status": "; ".join(part for part in (told, mixed) if part),
        "description": row["vat_name"],
        "valid_from": row["as_of"],
        "source": f"{source}, as of {row['as_of']}",
        "retrieved_on": retrieved_on,
        "verified_until": row["as_of"],
    }
