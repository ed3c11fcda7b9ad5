"""The face of landed cost: everything goods cost at the buyer's door, line by line, in any market that has data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.engines.freight import lanes
from fondouk.engines.fx import rates
from fondouk.engines.landed_cost import totals as together
from fondouk.engines.landed_cost.footprint import footprint_json, footprint_of, loaded_at
from fondouk.engines.landed_cost.named import Packing, named_shipment
from fondouk.engines.landed_cost.pricing import Solved, Unsolved
from fondouk.engines.landed_cost.pricing import price_for as solve_price
from fondouk.engines.landed_cost.reading import Unreadable, decoded, read
from fondouk.engines.landed_cost.reading import shipment as from_json
from fondouk.engines.landed_cost.result import (
    DutyColumn,
    DutyColumns,
    Estimate,
    EstimateLine,
    PerUnit,
    Remark,
)
from fondouk.engines.landed_cost.schema import ID_MAX, schema
from fondouk.engines.landed_cost.shipment import (
    Addition,
    Cost,
    GivenMeasure,
    GivenRate,
    GoodsLine,
    Shipment,
)
from fondouk.engines.landed_cost.terms import NAMED_ABROAD, from_the_door, under
from fondouk.engines.landed_cost.totals import Total
from fondouk.engines.landed_cost.work import work_out
from fondouk.engines.landed_cost.working import Boards
from fondouk.engines.landed_cost.writing import as_json
from fondouk.engines.tariffs import schedule

__all__ = [
    "ID_MAX",
    "NAMED_ABROAD",
    "Addition",
    "Cost",
    "DutyColumn",
    "DutyColumns",
    "Estimate",
    "EstimateLine",
    "GivenMeasure",
    "GivenRate",
    "GoodsLine",
    "Packing",
    "PerUnit",
    "Remark",
    "Shipment",
    "Solved",
    "Total",
    "Unreadable",
    "Unsolved",
    "answer",
    "as_json",
    "decoded",
    "footprint_of",
    "from_json",
    "loaded_at",
    "many",
    "named_shipment",
    "on_term",
    "price_for",
    "read",
    "schema",
    "totals",
]


def many(shipments: Sequence[Shipment], *, on: date) -> list[Estimate]:
    """Estimate every shipment as of a day, in the order given; one query an engine for all of them.

    `on` is the day the data are read as of; a shipment's own `entry_on` decides which duties apply and defaults to it.
    """
    boards = _boards(on)
    return [work_out(shipment, boards) for shipment in shipments]


def totals(shipments: Sequence[Shipment], *, on: date) -> list[Total]:
    """The totals alone of every shipment, the same figures as `many`: for thousands of listings at once."""
    return together.of_each(shipments, _boards(on))


def _boards(on: date) -> Boards:
    return Boards(schedule.tariff(), lanes.board(), rates.Board(), on)


def on_term(shipment: Shipment, *, incoterm: str, place: str, on: date) -> Shipment:
    """The same goods on another Incoterm and place; its carriage as rate cards and planning charges tell it."""
    if (incoterm, place) == (shipment.incoterm, shipment.place):
        return shipment
    (fetched,) = many([from_the_door(shipment)], on=on)
    return under(shipment, fetched, incoterm=incoterm, place=place)


def price_for(shipment: Shipment, *, target: Decimal, on: date) -> Solved | Unsolved:
    """The unit price that lands at `target` a unit (destination's currency, before recoverable tax); or why none."""
    boards = _boards(on)

    def estimating(several: Sequence[Shipment]) -> list[Estimate]:
        return [work_out(one, boards) for one in several]

    return solve_price(shipment, target=target, estimating=estimating)


def answer(shipment: Shipment, found: Estimate) -> dict[str, Any]:
    """The estimate as JSON values with the footprint of its main carriage beside it."""
    return {**as_json(found), "co2e": footprint_json(footprint_of(shipment, found))}
