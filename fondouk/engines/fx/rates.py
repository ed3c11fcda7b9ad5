"""The face of exchange rates: dated, with their source and age; never a silent stale rate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fondouk.engines.fx.browsing import Published, history, latest
from fondouk.engines.fx.models import Edition, Rate
from fondouk.engines.fx.storing import Difference, built_on, compare, store, undo
from fondouk.engines.tables import editions
from fondouk.kit.money import Money

__all__ = [
    "Board",
    "Converted",
    "Difference",
    "NoRate",
    "Published",
    "Quote",
    "Table",
    "built_on",
    "compare",
    "convert",
    "forget",
    "history",
    "latest",
    "quote",
    "store",
    "table",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """1 of the first currency = `rate` of the second, published on a day; `via` is the base of a cross rate."""

    rate: Decimal
    on: date
    source: str
    official: bool
    via: str = ""

    def age(self, day: date) -> int:
        """Days between the rate and the day it is used for."""
        return (day - self.on).days


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in the currency asked for, with the rate it was converted at."""

    money: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class NoRate:
    """No rate between two currencies is loaded for the day."""

    source: str
    target: str


class Table:
    """The latest published rate of every currency on a day."""

    def __init__(self, rows: Iterable[tuple[str, str, str, date, Decimal, bool]]):
        self._latest: dict[tuple[str, str], tuple[Decimal, date, str, bool]] = {}
        for source, base, currency, on, rate, official in rows:
            known = self._latest.get((base, currency))
            if known is None or (official, on) > (known[3], known[1]):
                self._latest[(base, currency)] = (rate, on, source, official)
        self._quotes: dict[tuple[str, str], Quote | None] = {}

    def quote(self, source: str, target: str) -> Quote | None:
        """Direct, inverse or through one common base; None where none leads there."""
        if (source, target) not in self._quotes:
            self._quotes[(source, target)] = self._direct(source, target) or self._cross(source, target)
        return self._quotes[(source, target)]

    def _direct(self, source: str, target: str) -> Quote | None:
        if source == target:
            return Quote(Decimal(1), date.max, "", True)
        if (source, target) in self._latest:
            rate, on, where, official = self._latest[(source, target)]
            return Quote(rate, on, where, official)
        if (target, source) in self._latest:
            rate, on, where, official = self._latest[(target, source)]
            return Quote(1 / rate, on, where, official)
        return None

    def _cross(self, source: str, target: str) -> Quote | None:
        for base in dict.fromkeys(base for base, _ in self._latest):
            first, second = self._direct(source, base), self._direct(base, target)
            if first and second:
                where = " / ".join(dict.fromkeys((first.source, second.source)))
                both = first.official and second.official
                return Quote(first.rate * second.rate, min(first.on, second.on), where, both, base)
        return None


_kept: dict[tuple[int, date], Table] = {}


class Board:
    """The rates of the current edition, to be asked many times after one query."""

    def __init__(self) -> None:
        self._number: int | None = None

    def table(self, on: date) -> Table:
        """The rates as of a day."""
        if self._number is None:
            self._number = editions.number(Edition)
        return _table(self._number, on)


def table(on: date) -> Table:
    """The rates as of a day; one small query when nothing changed."""
    return Board().table(on)


def _table(number: int, on: date) -> Table:
    if (number, on) not in _kept:
        if len(_kept) > 400 or any(kept != number for kept, _ in _kept):
            _kept.clear()
        _kept[(number, on)] = Table(_latest(on))
    return _kept[(number, on)]


def _latest(on: date) -> Iterable[tuple[str, str, str, date, Decimal, bool]]:
    rows = Rate.objects.filter(on__lte=on, superseded_by="").order_by("source", "base", "currency", "-on")
    return rows.distinct("source", "base", "currency").values_list(
        "source", "base", "currency", "on", "rate", "official"
    )


def convert(amounts: Sequence[Money], *, to: str, on: date) -> list[Converted | NoRate]:
    """Each amount in `to`, at the latest rate not after `on`, rounded half up; NoRate where none is loaded."""
    known = table(on)
    return [_converted(amount, to, known) for amount in amounts]


def _converted(amount: Money, to: str, known: Table) -> Converted | NoRate:
    quote = known.quote(amount.currency, to)
    if quote is None:
        return NoRate(amount.currency, to)
    return Converted(Money.of(amount.decimal * quote.rate, to), quote)


def quote(source: str, target: str, *, on: date) -> Quote | None:
    """The rate between two currencies as of a day."""
    return table(on).quote(source, target)


def forget() -> None:
    """Drop what is kept, as tests that roll the database back must."""
    _kept.clear()
