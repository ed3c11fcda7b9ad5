"""What is answered: ordered lines an importer can hold beside the customs entry, totals, and what is missing.

Named tuples: as immutable as frozen dataclasses, and made four times as fast, which counts at a thousand a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

#: Certainty of a line, from best to worst. `missing` has no amount and is never counted as nought.
EXACT, RATE_CARD, ASSUMPTION, RANGE, MISSING = "exact", "rate card", "assumption", "range", "missing"
#: Certainty of a whole estimate.
ASSUMED, PARTIAL = "assumed", "partial"


class Remark(NamedTuple):
    """A gap or an assumption: a stable code, an English sentence with %(name)s places, and their values.

    A door translates `sentence` and fills in `values`; `str()` gives the English sentence. `line` is the number of the
    goods line it is about, None for the whole shipment. `shared` is true when it holds for all goods of a market.
    """

    code: str
    sentence: str
    values: Mapping[str, Any] = MappingProxyType({})
    line: int | None = None
    shared: bool = False

    def __str__(self) -> str:
        return self.sentence % dict(self.values) if self.values else self.sentence


class EstimateLine(NamedTuple):
    """One line. `amount` is in the destination's currency, None when missing; `line` numbers the goods line from 1."""

    kind: str
    what: str
    amount: Decimal | None = None
    line: int | None = None
    counted: bool = True
    certainty: str = EXACT
    status: str = ""
    basis: Decimal | None = None
    rate: str = ""
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    heading: str = ""
    recoverable: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    note: Remark | None = None


class DutyColumn(NamedTuple):
    """One column of duty for a goods line: `status` is computed, needs, human or none."""

    status: str
    amount: Decimal | None = None
    what: str = ""
    why: str = ""


class DutyColumns(NamedTuple):
    """Both columns of one goods line, in the order of the lines."""

    mfn: DutyColumn
    preference: DutyColumn


class PerUnit(NamedTuple):
    """The landed cost of one unit in the shipment that was asked for, with at least four decimals."""

    amount: Decimal
    unit: str
    quantity: Decimal


class Estimate(NamedTuple):
    """The whole answer, in the destination's currency. Sums are None where one of their parts is missing.

    `total_known` is what is known so far: it is "landed" only when `certainty` is not partial. `cash_at_border` is
    duty, layers, fees and taxes together.
    """

    id: str | int
    currency: str
    certainty: str
    lines: tuple[EstimateLine, ...]
    duty_columns: tuple[DutyColumns, ...]
    customs_value: Decimal | None
    customs_value_currency: str
    duty: Decimal | None
    layers: Decimal | None
    fees: Decimal | None
    taxes: Decimal | None
    total_known: Decimal
    total_range: tuple[Decimal, Decimal] | None
    total_before_recoverable_tax: Decimal
    cash_at_border: Decimal | None
    gaps: tuple[Remark, ...] = ()
    assumptions: tuple[Remark, ...] = ()
    entry: str = ""
    per_unit: PerUnit | None = None
    saving_by_preference: Decimal | None = None
    mode: str = ""
    port: str = ""
    transit_days: tuple[int, int] | None = None
    entry_on: date | None = None
    as_of: date | None = None

    @property
    def landed(self) -> bool:
        """Whether every line has an amount, so that the total may be called landed."""
        return self.certainty != PARTIAL

    @property
    def per_unit_before_tax(self) -> Decimal | None:
        """What cards rank on: per unit, before recoverable tax."""
        if self.per_unit is None or not self.per_unit.quantity:
            return None
        return (self.total_before_recoverable_tax / self.per_unit.quantity).quantize(Decimal("0.0001"))
