"""The JSON Schema of a shipment: published, and the one table the parser reads by."""

from __future__ import annotations

from typing import Any

from fondouk.engines.landed_cost.shipment import ADDITION_KINDS, COST_KINDS, INCOTERMS, MODES

DECIMAL = {"type": "string", "pattern": r"^-?\d{1,15}(\.\d{1,10})?$"}
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
CURRENCY = {"type": "string", "pattern": "^[A-Z]{3}$"}
COUNTRY = {"type": "string", "pattern": "^[A-Z]{2}$"}
PLACE = {"type": "string", "maxLength": 80}
TEXT = {"type": "string", "maxLength": 500}
YES_NO = {"type": ["boolean", "null"]}
MEASURE_KINDS = ("mfn", "preference", "layer", "mpf", "hmf", "gst", "vat", "tax", "fee")

GOODS: dict[str, Any] = {
    "hs": {"type": "string", "pattern": r"^[\d. ]{2,14}$"},
    "unit_price": DECIMAL,
    "quantity": DECIMAL,
    "unit": {"type": "string", "pattern": "^[A-Z0-9]{1,3}$"},
    "net_kg": {**DECIMAL, "type": ["string", "null"]},
    "quantities": {"type": "object", "additionalProperties": DECIMAL},
    "preference_claimed": YES_NO,
    "supplier": TEXT,
}
COST: dict[str, Any] = {
    "kind": {"enum": list(COST_KINDS)},
    "amount": {**DECIMAL, "type": ["string", "null"]},
    "currency": CURRENCY,
    "in_price": YES_NO,
    "itemised": YES_NO,
    "invoiced": {**DECIMAL, "type": ["string", "null"]},
}
ADDITION: dict[str, Any] = {"kind": {"enum": list(ADDITION_KINDS)}, "amount": DECIMAL, "currency": CURRENCY}
MEASURE: dict[str, Any] = {
    "kind": {"enum": list(MEASURE_KINDS)},
    "agreement": TEXT,
    "rate": TEXT,
    "min": {**DECIMAL, "type": ["string", "null"]},
    "max": {**DECIMAL, "type": ["string", "null"]},
    "currency": CURRENCY,
    "valid_from": {**DAY, "type": ["string", "null"]},
    "valid_until": {**DAY, "type": ["string", "null"]},
    "source": TEXT,
    "line": {"type": ["integer", "null"], "minimum": 1},
}
FX: dict[str, Any] = {"from": CURRENCY, "to": CURRENCY, "rate": DECIMAL}


def _object(properties: dict[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": 500}


GOODS_REQUIRED = ("hs", "unit_price", "quantity")
SHIPMENT: dict[str, Any] = {
    "id": {"type": ["string", "integer"]},
    "destination": COUNTRY,
    "port": PLACE,
    "then_by": {"enum": ["truck", "rail", "", None]},
    "via": PLACE,
    "origin": COUNTRY,
    "incoterm": {"enum": list(INCOTERMS)},
    "place": PLACE,
    "currency": CURRENCY,
    **GOODS,
    "lines": _list(_object(GOODS, GOODS_REQUIRED)),
    "gross_kg": {**DECIMAL, "type": ["string", "null"]},
    "volume_m3": {**DECIMAL, "type": ["string", "null"]},
    "containers": {"type": ["integer", "string", "null"]},
    "mode": {"enum": [*MODES, None]},
    "entry_on": {**DAY, "type": ["string", "null"]},
    "laden_on": {**DAY, "type": ["string", "null"]},
    "entry": {"enum": ["formal", "informal", "", None]},
    "clearance": {"type": ["string", "null"], "maxLength": 40},
    "costs": _list(_object(COST, ("kind", "amount", "currency"))),
    "additions": _list(_object(ADDITION, ("kind", "amount", "currency"))),
    "measures": _list(_object(MEASURE, ("kind", "rate"))),
    "fx": _list(_object(FX, ("from", "to", "rate"))),
    "through_bl": YES_NO,
    "place_of_direct_shipment": {"type": ["string", "null"], "maxLength": 80},
    "quota": YES_NO,
    "adcvd": YES_NO,
    "basic_grocery": YES_NO,
    "importer_recovers_tax": YES_NO,
}


def schema() -> dict[str, Any]:
    """The whole schema, as published in the docs and served beside the calculator."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fondouk shipment",
        "description": "One line of `fondouk estimate`. Amounts and quantities are strings, days ISO.",
        **_object(SHIPMENT, ("id", "destination", "origin", "incoterm", "currency")),
    }
