"""The same goods on another Incoterm, their carriage as an estimate from the seller's door tells it."""

from __future__ import annotations

from dataclasses import replace

from fondouk.engines.landed_cost.result import Estimate
from fondouk.engines.landed_cost.shipment import COST_KINDS, Cost, Shipment

#: Terms whose named place lies with the buyer.
NAMED_ABROAD = frozenset({"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})


def from_the_door(shipment: Shipment) -> Shipment:
    """The shipment as its buyer would fetch it: every cost of carriage is then a line of the estimate."""
    return replace(shipment, incoterm="EXW", costs=())


def under(shipment: Shipment, fetched: Estimate, *, incoterm: str, place: str) -> Shipment:
    """The shipment on another term. `fetched` is its estimate from the door: an amount it lacks stays unknown."""
    costs = tuple(
        Cost(line.kind, line.amount, fetched.currency, itemised=True)
        for line in fetched.lines
        if line.kind in COST_KINDS
    )
    return replace(shipment, incoterm=incoterm, place=place, costs=costs, mode=fetched.mode or shipment.mode)
