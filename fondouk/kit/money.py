"""Money in integer minor units, and the one place where a price becomes an amount.

ISO 4217 exponents other than two are listed; every other currency has two decimals.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_EXPONENTS = {
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
    "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3,
    "TND": 3,
}  # fmt: skip


_STEPS = [Decimal(1).scaleb(-decimals) for decimals in range(13)]


class CurrencyMismatch(ValueError):
    """Two amounts in different currencies met in one operation."""


def exponent(currency: str) -> int:
    """Decimals of a currency (ISO 4217): 0, 2 or 3."""
    return _EXPONENTS.get(currency, 2)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, as invoices do."""
    return value.quantize(_STEPS[decimals], rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents) of one currency."""

    amount_minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.amount_minor) is not int:
            raise TypeError(f"minor units are an int, not {self.amount_minor!r}")
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError(f"not an ISO 4217 code: {self.currency!r}")

    @classmethod
    def of(cls, value: Decimal | str | int, currency: str) -> Money:
        """From major units, rounded once, half up."""
        rounded = round_half_up(Decimal(value), exponent(currency))
        return cls(int(rounded.scaleb(exponent(currency))), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in a currency."""
        return cls(0, currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.amount_minor).scaleb(-exponent(self.currency))

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount_minor + other.amount_minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount_minor - other.amount_minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.amount_minor * times, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount_minor, self.currency)

    def __bool__(self) -> bool:
        return self.amount_minor != 0

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount_minor < other.amount_minor

    def __le__(self, other: Money) -> bool:
        return not other < self

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return not self < other

    def share(self, numerator: int | Decimal, denominator: int | Decimal) -> Money:
        """numerator / denominator of the amount, rounded half up to minor units."""
        exact = Decimal(self.amount_minor) * Decimal(numerator) / Decimal(denominator)
        return Money(int(round_half_up(exact, 0)), self.currency)

    def split(self, weights: list[int]) -> list[Money]:
        """Parts in proportion to the weights that sum to the whole; the last part takes the remainder."""
        if not weights or sum(weights) <= 0:
            raise ValueError("weights must have a positive sum")
        parts = [self.share(weight, sum(weights)) for weight in weights[:-1]]
        rest = self.amount_minor - sum(part.amount_minor for part in parts)
        return [*parts, Money(rest, self.currency)]

    def __str__(self) -> str:
        return f"{self.decimal:.{exponent(self.currency)}f} {self.currency}"


def line_total(quantity: Decimal, unit_price: Decimal, currency: str) -> Money:
    """Quantity times unit price, rounded once, half up, to minor units."""
    return Money.of(quantity * unit_price, currency)


def total(amounts: list[Money], currency: str) -> Money:
    """The sum of amounts of one currency; zero of that currency when there are none."""
    return sum(amounts, Money.zero(currency))
