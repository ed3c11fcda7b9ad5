"""Limits of price that stand only in the words of a tariff line: “valued over $6.50 but not over $12/pair”.

Only plain limits are read; what is worded otherwise (two ranges, the value of a movement, a case left out) is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_OVER = r"(?:over|ov|o/|>)"
_NOT_OVER = r"(?:not over|n/over|n/o|n/or|< or =)"
_MONEY = r"\$?(?P<{0}>\d+(?:\.\d+)?) ?(?P<{0}_cents>cents|¢)?"
_UNIT = r" ?(?:/|per )? ?(?P<unit>pair|pr|each|ea|kg|liter|proof liter|doz\. pcs|dozen|doz|gross|m2|piece)\b"
_LIMITS = re.compile(
    rf"(?<!movement )\bvalued (?:(?P<over>{_OVER}) ?{_MONEY.format('low')})?(?:,? but )?"
    rf"(?:(?P<not_over>{_NOT_OVER}|under|less than) ?{_MONEY.format('high')})?{_UNIT}(?P<rest>.*)"
)
_UNITS = {
    "pair": "PRS", "pr": "PRS", "each": "NO", "ea": "NO", "piece": "NO", "kg": "KG", "liter": "L", "proof liter": "PFL",
    "doz. pcs": "DOZ", "dozen": "DOZ", "doz": "DOZ", "gross": "GRS", "m2": "M2",
}  # fmt: skip
_MISLEADING = re.compile(r"excluding the value|\bor (?:over|o/)|\bunder or\b")


@dataclass(frozen=True, slots=True)
class PriceLimits:
    """Above `over` and not above `not_over` in dollars for one `unit` of the tariff; `words` as written."""

    over: Decimal | None
    not_over: Decimal | None
    unit: str
    words: str

    def leaves_out(self, lowest: Decimal, highest: Decimal) -> bool:
        """Whether a price between these two is surely outside."""
        below = self.over is not None and highest <= self.over
        return below or (self.not_over is not None and lowest > self.not_over)


@lru_cache(maxsize=20_000)
def price_limits(description: str) -> PriceLimits | None:
    """The limits a description names; None where it names none, or not plainly."""
    plain = description.casefold()
    found = _LIMITS.search(plain) if "valued" in plain and not _MISLEADING.search(plain) else None
    if found is None or not (found["low"] or found["high"]):
        return None
    words = found[0][: found.start("rest") - found.start()]
    return PriceLimits(_dollars(found, "low"), _dollars(found, "high"), _UNITS[found["unit"]], words)


def _dollars(found: re.Match[str], name: str) -> Decimal | None:
    if found[name] is None:
        return None
    return Decimal(found[name]) / (100 if found[f"{name}_cents"] else 1)
