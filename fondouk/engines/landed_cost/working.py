"""One estimate while it is worked out: the shipment, the data it is held against, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fondouk.engines.freight import lanes
from fondouk.engines.fx import rates
from fondouk.engines.landed_cost.result import ASSUMPTION, EXACT, MISSING, EstimateLine, Remark
from fondouk.engines.landed_cost.shipment import GoodsLine, Shipment
from fondouk.engines.landed_cost.words import LABELS, remark
from fondouk.engines.tariffs import schedule
from fondouk.kit.money import exponent

ZERO = Decimal(0)


@dataclass(slots=True)
class Boards:
    """What is loaded, each asked for once however many shipments there are."""

    tariff: schedule.Book
    lanes: lanes.Lanes
    rates: rates.Board
    on: date


@dataclass(slots=True)
class Working:
    """The bench of one estimate. Amounts are in the destination's currency."""

    shipment: Shipment
    boards: Boards
    regime: schedule.Regime | None
    currency: str
    entry_on: date
    lines: list[EstimateLine] = field(default_factory=list)
    gaps: list[Remark] = field(default_factory=list)
    assumptions: list[Remark] = field(default_factory=list)
    mode: str | None = None
    port: str = ""
    port_doubt: Remark | None = None
    inland_to: str = ""
    transit_days: tuple[int, int] | None = None
    goods: list[Decimal | None] = field(default_factory=list)
    values: list[Decimal | None] = field(default_factory=list)
    value_assumed: bool = False
    carriage: dict[str, Decimal | None] = field(default_factory=dict)
    priced_in: bool = False
    solving: bool = False
    entry: str = ""
    _unit: Decimal = Decimal("0.01")
    _quotes: dict[str, tuple[Decimal | None, bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._unit = Decimal(1).scaleb(-exponent(self.currency))

    # -- money -------------------------------------------------------------------------------------------------------
    def round(self, amount: Decimal) -> Decimal:
        """To minor units, half up."""
        return amount.quantize(self._unit, rounding=ROUND_HALF_UP)

    def money(self, amount: Decimal, currency: str) -> Decimal | None:
        """An amount of any currency in the destination's, None where no rate leads there (named as a gap)."""
        if currency == self.currency:
            return amount.quantize(self._unit, rounding=ROUND_HALF_UP)
        rate, _ = self.rate_of(currency)
        return None if rate is None else self.round(amount * rate)

    def rate_of(self, currency: str) -> tuple[Decimal | None, bool]:
        """How many of ours one of `currency` makes, and whether that rests on a loaded rate."""
        if currency == self.currency:
            return Decimal(1), False
        if currency not in self._quotes:
            self._quotes[currency] = self._find_rate(currency)
        return self._quotes[currency]

    def _find_rate(self, currency: str) -> tuple[Decimal | None, bool]:
        if self.shipment.fx:
            given = self._given_rate(currency, self.currency) or self._through(currency)
            if given is not None:
                return given
        quote = self._quote(currency, self.currency)
        if quote is None:
            self.gap("no_fx", source=currency, target=self.currency)
            return None, False
        return self._told(quote, currency, self.currency), True

    def _given_rate(self, source: str, target: str) -> tuple[Decimal, bool] | None:
        """The caller's rate of a pair, in either direction."""
        for given in self.shipment.fx:
            if (given.source, given.target) == (source, target):
                return given.rate, False
            if (given.source, given.target) == (target, source):
                return 1 / given.rate, False
        return None

    def _through(self, currency: str) -> tuple[Decimal, bool] | None:
        """The caller's rate to a third currency, and from there his own again, else the loaded one."""
        others = dict.fromkeys(one for given in self.shipment.fx for one in (given.source, given.target))
        for other in others:
            first, last = self._given_rate(currency, other), self._given_rate(other, self.currency)
            if first is not None and last is not None:
                return first[0] * last[0], False
        for other in others:
            first = self._given_rate(currency, other)
            quote = None if first is None else self._quote(other, self.currency)
            if first is not None and quote is not None:
                return first[0] * self._told(quote, other, self.currency), True
        return None

    def _quote(self, source: str, target: str) -> rates.Quote | None:
        return self.boards.rates.table(min(self.boards.on, self.entry_on)).quote(source, target)

    def _told(self, quote: rates.Quote, source: str, target: str) -> Decimal:
        """The loaded rate, said among the assumptions with its source and day."""
        shown = quote.rate.quantize(Decimal("0.000001"))
        self.assume("fx_used", source=source, rate=shown, target=target, where=quote.source, day=quote.on)
        if not quote.official:
            self.assume("fx_unofficial", source=source)
        return quote.rate

    def certainty_in(self, currency: str) -> str:
        """Exact in the destination's currency or at a given rate, else an assumption."""
        return ASSUMPTION if self.rate_of(currency)[1] else EXACT

    # -- what is said ------------------------------------------------------------------------------------------------
    def gap(self, code: str, *, line: int | None = None, shared: bool = False, **values: Any) -> Remark:
        """Name what is missing, once."""
        return _once(self.gaps, remark(code, line=line, shared=shared, **values))

    def keep(self, note: Remark) -> Remark:
        """Name a gap made elsewhere, once."""
        return _once(self.gaps, note)

    def assume(self, code: str, *, line: int | None = None, **values: Any) -> Remark:
        """Name what is assumed, once."""
        return _once(self.assumptions, remark(code, line=line, **values))

    def missing(
        self,
        kind: str,
        note: Remark,
        *,
        line: int | None = None,
        counted: bool = True,
        status: str = MISSING,
        heading: str = "",
        rate: str = "",
        source: str = "",
    ) -> None:
        """A line whose amount nobody knows."""
        self.lines.append(
            EstimateLine(
                kind=kind,
                what=LABELS.get(kind, kind),
                amount=None,
                line=line,
                counted=counted,
                certainty=MISSING,
                status=status,
                rate=rate,
                heading=heading,
                source=source,
                note=note,
            )
        )

    def quantity(self, line: GoodsLine) -> Callable[[str], Decimal | None]:
        """How many of a tariff unit the line has: as given, by its own unit, by its weight, or converted."""

        def known(unit: str) -> Decimal | None:
            given = line.quantities.get(unit)
            if given is not None:
                return given
            if unit == "KG" and line.net_kg is not None:
                return line.net_kg
            return line.quantity * OWN_UNITS[(line.unit, unit)] if (line.unit, unit) in OWN_UNITS else None

        return lambda unit: schedule.convert(unit, known)


#: What one of the sale's unit (Rec 20) is of a tariff unit.
OWN_UNITS = {
    ("KGM", "KG"): Decimal(1),
    ("GRM", "KG"): Decimal("0.001"),
    ("TNE", "KG"): Decimal(1000),
    ("LTR", "L"): Decimal(1),
    ("MLT", "L"): Decimal("0.001"),
    ("MTK", "M2"): Decimal(1),
    ("MTR", "M"): Decimal(1),
    ("MTQ", "M3"): Decimal(1),
    ("PR", "PRS"): Decimal(1),
    ("C62", "NO"): Decimal(1),
    ("DZN", "NO"): Decimal(12),
}


def _once(remarks: list[Remark], one: Remark) -> Remark:
    for known in remarks:
        if known.code == one.code and known.line == one.line and known.values == one.values:
            return known
    remarks.append(one)
    return one
