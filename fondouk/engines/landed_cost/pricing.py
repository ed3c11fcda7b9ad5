"""From a price at the buyer's door back to the price the seller may ask: the estimate, solved for its unit price.

Every step of the estimate counts: duties on the value, fees at their minimum and maximum, insurance on the sum,
rounding to whole dollars. So the price is searched for with the estimate itself, never by a formula beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from fondouk.engines.landed_cost.result import Estimate, Remark
from fondouk.engines.landed_cost.shipment import Shipment

Estimating = Callable[[Sequence[Shipment]], list[Estimate]]
STEP, CENT = Decimal("0.0001"), Decimal("0.01")
PRICE_MAX = Decimal(100_000_000)
_PARTS = 10


class Solved(NamedTuple):
    """The highest unit price that lands within the target, in the shipment's currency, and its estimate."""

    unit_price: Decimal
    estimate: Estimate


class Unsolved(NamedTuple):
    """Why there is no such price: `missing` lines (named in `gaps`), `too_low` (what a unit costs even as a gift is
    `least`), or `too_high`."""

    why: str
    gaps: tuple[Remark, ...] = ()
    least: Decimal | None = None


def price_for(shipment: Shipment, *, target: Decimal, estimating: Estimating) -> Solved | Unsolved:
    """The unit price of the first goods line that lands at `target` a unit before recoverable tax, or why none does.

    `target` is in the destination's currency; the shipment's other lines, quantity, mode and costs stay as they are.
    """
    low = _at(shipment, STEP, estimating)
    if not low.landed:
        return Unsolved("missing", tuple(low.gaps))
    least = _unit(low)
    if least is None or least > target:
        return Unsolved("too_low", (), least)
    high = _above(shipment, target, estimating)
    if high is None:
        return Unsolved("too_high")
    price = _rounded(_between(shipment, STEP, high, target, estimating))
    found = _at(shipment, price, estimating)
    return Solved(price, found) if found.landed else Unsolved("missing", tuple(found.gaps))


def _priced(shipment: Shipment, price: Decimal) -> Shipment:
    return replace(shipment, lines=(replace(shipment.lines[0], unit_price=price), *shipment.lines[1:]))


def _at(shipment: Shipment, price: Decimal, estimating: Estimating) -> Estimate:
    return estimating([_priced(shipment, price)])[0]


def _unit(found: Estimate) -> Decimal | None:
    """The landed cost of a unit, unrounded: two prices a cent apart must not look alike."""
    if found.per_unit is None or not found.per_unit.quantity:
        return None
    return found.total_before_recoverable_tax / found.per_unit.quantity


def _above(shipment: Shipment, target: Decimal, estimating: Estimating) -> Decimal | None:
    """A price that lands above the target."""
    price = max(shipment.lines[0].unit_price, Decimal(1))
    while price <= PRICE_MAX:
        unit = _unit(_at(shipment, price, estimating))
        if unit is not None and unit > target:
            return price
        price *= 4
    return None


def _between(shipment: Shipment, low: Decimal, high: Decimal, target: Decimal, estimating: Estimating) -> Decimal:
    """The highest price of four places that lands within the target; ten estimates a round, each round a tenth left."""
    while high - low > STEP:
        width = (high - low) / _PARTS
        prices = sorted({(low + width * part).quantize(STEP) for part in range(1, _PARTS)} - {low, high})
        if not prices:
            return low
        units = [_unit(one) for one in estimating([_priced(shipment, price) for price in prices])]
        within = [price for price, unit in zip(prices, units, strict=True) if unit is not None and unit <= target]
        low = max(within, default=low)
        high = min((price for price in prices if price > low), default=high)
    return low


def _rounded(price: Decimal) -> Decimal:
    """Down to the cent, so that the target is kept; four places below one unit of money."""
    return price.quantize(CENT, rounding=ROUND_DOWN) if price >= 1 else price
