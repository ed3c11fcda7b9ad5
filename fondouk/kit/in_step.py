"""Amounts in step: a column of Decimals that one working-out takes for a single amount.

Arithmetic is done place by place. A comparison that all places answer alike is answered; where they differ, `Parting`
is raised with each place's answer, and whoever works parts the column there and begins again. So the same rules give
the same figures, whether goods are worked out one by one or a thousand together.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import repeat
from typing import Any


class Parting(Exception):
    """The places of a column do not answer alike; `answers` has one hashable answer a place."""

    def __init__(self, answers: Sequence[Any]):
        super().__init__()
        self.answers = answers


class Amounts:
    """A column of Decimals. Only what the working-out of an estimate asks of an amount is here."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("each",)

    def __init__(self, each: list[Decimal]):
        self.each = each

    def _with(self, other: Any, act: Callable[[Any, Any], Any]) -> list[Any]:
        return list(map(act, self.each, other.each if type(other) is Amounts else repeat(other)))

    def __add__(self, other: Any) -> Amounts:
        return Amounts(self._with(other, operator.add))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Amounts:
        return Amounts(self._with(other, operator.sub))

    def __rsub__(self, other: Any) -> Amounts:
        return Amounts([other - one for one in self.each])

    def __mul__(self, other: Any) -> Amounts:
        return Amounts(self._with(other, operator.mul))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Amounts:
        return Amounts(self._with(other, operator.truediv))

    def __rtruediv__(self, other: Any) -> Amounts:
        return Amounts([other / one for one in self.each])

    def quantize(self, exp: Decimal, rounding: str | None = None) -> Amounts:
        """Each to the exponent of `exp`."""
        return Amounts([one.quantize(exp, rounding) for one in self.each])

    def to_integral_value(self, rounding: str | None = None) -> Amounts:
        """Each to a whole number."""
        return Amounts([one.to_integral_value(rounding) for one in self.each])

    # -- questions: answered where all places agree ------------------------------------------------------------------
    def __eq__(self, other: object) -> bool:
        return False if other is None else agreed(self._with(other, operator.eq))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: Any) -> bool:
        return agreed(self._with(other, operator.lt))

    def __le__(self, other: Any) -> bool:
        return agreed(self._with(other, operator.le))

    def __gt__(self, other: Any) -> bool:
        return agreed(self._with(other, operator.gt))

    def __ge__(self, other: Any) -> bool:
        return agreed(self._with(other, operator.ge))

    def __bool__(self) -> bool:
        return agreed([bool(one) for one in self.each])

    def __int__(self) -> int:
        return agreed([int(one) for one in self.each])

    def __format__(self, how: str) -> str:
        return "…"  # the text of a line, which nobody reads of a column


def larger(one: Any, other: Any) -> Any:
    """The larger of two amounts or columns, place by place."""
    return each(max, one, other) if type(one) is Amounts or type(other) is Amounts else max(one, other)


def smaller(one: Any, other: Any) -> Any:
    """The smaller of two amounts or columns, place by place."""
    return each(min, one, other) if type(one) is Amounts or type(other) is Amounts else min(one, other)


def each(act: Callable[..., Any], *amounts: Any) -> Any:
    """What `act` makes of the amounts; of columns, place by place."""
    for one in amounts:
        if type(one) is Amounts:
            places = len(one.each)
            break
    else:
        return act(*amounts)
    columns = (one.each if type(one) is Amounts else repeat(one, places) for one in amounts)
    return Amounts(list(map(act, *columns)))


def first(ranks: Sequence[tuple[Any, ...]]) -> int:
    """Which rank is the lowest, the first of several; their last parts may be columns, and must then agree on it."""
    if not any(type(rank[-1]) is Amounts for rank in ranks):
        return min(range(len(ranks)), key=ranks.__getitem__)
    lead = min(rank[:-1] for rank in ranks)
    leading = [place for place, rank in enumerate(ranks) if rank[:-1] == lead]
    if not any(type(ranks[place][-1]) is Amounts for place in leading):
        return min(leading, key=lambda place: ranks[place][-1])
    rows = each(lambda *amounts: leading[amounts.index(min(amounts))], *(ranks[place][-1] for place in leading))
    return int(agreed(rows.each))


def agreed(answers: list[Any]) -> Any:
    """The one answer of all places; raises Parting where there are several."""
    first = answers[0]
    if answers.count(first) != len(answers):
        raise Parting(answers)
    return first


def at(value: Any, place: int) -> Any:
    """What a value is at one place of the column."""
    return value.each[place] if type(value) is Amounts else value
