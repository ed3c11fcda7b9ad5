"""Greenhouse gases of a shipment's main carriage, from where it is loaded to where it is unloaded."""

from __future__ import annotations

from typing import Any

from fondouk.engines.freight import lanes
from fondouk.engines.landed_cost.result import Estimate
from fondouk.engines.landed_cost.shipment import Shipment
from fondouk.engines.places import gazetteer


def loaded_at(shipment: Shipment) -> str:
    """UN/LOCODE of the port of loading; empty where the shipment does not say it."""
    direct = gazetteer.place(shipment.place_of_direct_shipment) if shipment.place_of_direct_shipment else None
    if direct is not None and "port" in direct.kinds:
        return direct.code
    place = gazetteer.place_named(shipment.place) if shipment.place else None
    if place is None or place.country != shipment.origin:
        return ""
    return place.port or place.code


def footprint_of(shipment: Shipment, found: Estimate) -> lanes.Footprint | None:
    """The footprint by the mode the estimate took; None where weight, way, mode or factor is not known."""
    start, day = loaded_at(shipment), found.entry_on or found.as_of
    if not start or not found.port or not found.mode or day is None:
        return None
    return lanes.footprint(start, found.port, mode=found.mode, gross_kg=shipment.gross_kg, on=day)


def footprint_json(found: lanes.Footprint | None) -> dict[str, Any] | None:
    """As JSON values; null where it is not known, never nought."""
    if found is None:
        return None
    factor = found.factor
    return {
        "kg": format(found.kilograms, "f"), "km": found.kilometres, "grams_per_tkm": format(factor.grams_per_tkm, "f"),
        "certainty": "assumption" if factor.guess else "exact", "source": factor.source,
        "retrieved_on": factor.retrieved_on.isoformat(),
    }  # fmt: skip
