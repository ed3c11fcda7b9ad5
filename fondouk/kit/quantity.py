"""Quantities with units of UN/CEFACT Recommendation 20."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

#: Rec 20 codes the marketplace trades in; what they are called is the doors' business.
UNITS = (
    *("C62", "PR", "SET", "DZN", "BX", "BO", "JR", "CT", "TN"),
    *("KGM", "GRM", "TNE", "LTR", "MLT", "MTR", "MTK", "MTQ"),
)

_MASS_KG = {"KGM": Decimal(1), "GRM": Decimal("0.001"), "TNE": Decimal(1000)}
_WHOLE = frozenset({"C62", "PR", "SET", "DZN", "BX", "BO", "JR", "CT", "TN"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of a unit."""

    amount: Decimal
    unit: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"a quantity is a Decimal, not {self.amount!r}")

    def kilograms(self) -> Decimal | None:
        """The mass in kilograms where the unit is a mass, else None."""
        factor = _MASS_KG.get(self.unit)
        return None if factor is None else self.amount * factor

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.unit}"


def is_whole(unit: str) -> bool:
    """Whether the unit is counted (pieces, pairs, jars) and takes no fractions."""
    return unit in _WHOLE


def plain(amount: Decimal) -> str:
    """A Decimal without exponent and without trailing zeros: 1E+3 is "1000", 2.50 is "2.5"."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
