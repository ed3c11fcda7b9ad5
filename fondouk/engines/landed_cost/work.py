"""One shipment worked out, step by step; a delivered duty-paid price is solved back to its value."""

from __future__ import annotations

from decimal import Decimal

from fondouk.engines.landed_cost import carriage, layering, levies, summing, valuation
from fondouk.engines.landed_cost.carriage import sum_known
from fondouk.engines.landed_cost.result import DutyColumns, Estimate
from fondouk.engines.landed_cost.shipment import SEA_MODES, Shipment
from fondouk.engines.landed_cost.working import ZERO, Boards, Working
from fondouk.engines.places import gazetteer
from fondouk.engines.tariffs import schedule

_MOST_STEPS = 60


def work_out(shipment: Shipment, boards: Boards) -> Estimate:
    """The estimate of one shipment against what is loaded."""
    regime = boards.tariff.regimes.get(shipment.destination)
    working = Working(shipment, boards, regime, _currency(shipment, regime), shipment.entry_on or boards.on)
    valuation.add_goods(working)
    lane = carriage.find_lane(working)
    working.port = lane.destination
    offer = carriage.choose(working, lane)
    carriage.add_lines(working, lane, offer)
    found = _look_up(working, lane)
    working.priced_in = shipment.incoterm == "DDP"
    if working.priced_in:
        columns = _solve_back(working, found, lane)
    else:
        valuation.set_values(working)
        columns = _charge(working, found, lane)
    return summing.summed(working, columns)


def _currency(shipment: Shipment, regime: schedule.Regime | None) -> str:
    if regime is not None:
        return regime.currency
    market = gazetteer.market(shipment.destination)
    return market.currency if market is not None else shipment.currency


def _look_up(working: Working, lane: carriage.Lane) -> list[schedule.Found]:
    shipment = working.shipment
    by_vessel = levies.unloaded_by_vessel(working, lane)
    vessel = bool(by_vessel) or (by_vessel is None and working.mode in SEA_MODES)
    return [
        working.boards.tariff.find(
            schedule.Request(
                shipment.destination, line.hs, shipment.origin, working.entry_on, shipment.laden_on, vessel
            )
        )
        for line in shipment.lines
    ]


def _charge(working: Working, found: list[schedule.Found], lane: carriage.Lane) -> tuple[DutyColumns, ...]:
    """Duties, layers, fees and taxes on the values as they stand."""
    columns = layering.add_duties(working, found)
    if found:
        levies.add_fees(working, found[0], lane)
    levies.add_taxes(working, found)
    return columns


def _solve_back(working: Working, found: list[schedule.Found], lane: carriage.Lane) -> tuple[DutyColumns, ...]:
    """Find the value V with V + carriage + duty(V) + layers(V) + fees(V) + taxes(V) = price."""
    price = sum_known(working.goods)
    adjusted = valuation.adjustment(working)
    if price is None or adjusted is None:
        working.values = [None] * len(working.goods)
        return _charge(working, found, lane)
    working.solving = True
    solved = _bisect(working, found, lane, price + adjusted)
    working.solving = False
    if solved is None:
        working.gap("ddp_unsolved")
        working.values = [None] * len(working.goods)
    else:
        working.assume("ddp_solved")
        valuation.spread(working, solved)
    return _charge(working, found, lane)


def _bisect(working: Working, found: list[schedule.Found], lane: carriage.Lane, target: Decimal) -> Decimal | None:
    """The value to the cent. `target` is the price less carriage, plus additions, valued though not in the price."""
    low, high = ZERO, target
    for _ in range(_MOST_STEPS):
        if high - low <= Decimal("0.01"):
            break
        middle = working.round((low + high) / 2)
        due = _due_at(working, found, lane, middle)
        if due is None:
            return None
        if middle + due > target:
            high = middle
        else:
            low = middle
    return low if _due_at(working, found, lane, low) is not None else None


def _due_at(working: Working, found: list[schedule.Found], lane: carriage.Lane, value: Decimal) -> Decimal | None:
    """Everything due at the border on a value, None where a part is unknown; leaves no trace."""
    kept = (list(working.lines), list(working.gaps), list(working.assumptions), working.entry)
    valuation.spread(working, value)
    _charge(working, found, lane)
    parts = [summing.due(working, kinds) for kinds in (summing.DUTIES, summing.LAYERS, summing.FEES, summing.TAXES)]
    working.lines, working.gaps, working.assumptions, working.entry = kept
    return sum_known(parts)
