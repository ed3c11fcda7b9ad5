"""The JSON Schema of a shipment: published, and the one table the parser reads by.

What a schema cannot say the parser refuses with a sentence all the same: a key written twice, more net than gross
weight, lading after entry, a rate that ends before it begins, a `line` there is not, rates of exchange that contradict.
"""

from __future__ import annotations

from typing import Any

from fondouk.engines.landed_cost.shipment import ADDITION_KINDS, COST_KINDS, INCOTERMS, MODES

#: Above these a text is no name any more.
ID_MAX, PLACE_MAX, TEXT_MAX, RATE_MAX, CLEARANCE_MAX = 200, 80, 500, 200, 40
LINES_MAX, CONTAINERS_MAX, KINDS_MAX = 500, 1000, 60
#: A pattern ends here, and not before a last line feed as some readers of `$` have it.
_END = r"$(?!\n)"

DECIMAL = {"type": "string", "pattern": rf"^[0-9]{{1,15}}(\.[0-9]{{1,10}})?{_END}"}
ABOVE_ZERO = {"type": "string", "pattern": rf"^(?=[0.]*[1-9])[0-9]{{1,15}}(\.[0-9]{{1,10}})?{_END}"}
DAY = {"type": ["string", "null"], "format": "date", "pattern": rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}"}
CURRENCY = {"type": "string", "pattern": f"^[A-Z]{{3}}{_END}"}
COUNTRY = {"type": "string", "pattern": f"^[A-Z]{{2}}{_END}"}
YES_NO = {"type": ["boolean", "null"]}
MEASURE_KINDS = ("mfn", "preference", "layer", "mpf", "hmf", "gst", "vat", "tax", "fee")


def _maybe(what: dict[str, Any]) -> dict[str, Any]:
    return {**what, "type": [what["type"], "null"]}


def _text(most: int) -> dict[str, Any]:
    return {"type": ["string", "null"], "maxLength": most}


def _object(properties: dict[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], *, least: int = 0) -> dict[str, Any]:
    listed = {"type": "array" if least else ["array", "null"], "items": items, "maxItems": LINES_MAX}
    return {**listed, "minItems": least} if least else listed


GOODS_REQUIRED = ("hs", "unit_price", "quantity")
GOODS: dict[str, Any] = {
    "hs": {"type": "string", "maxLength": 30, "pattern": rf"^[. ]*([0-9][. ]*){{1,12}}{_END}"},
    "unit_price": DECIMAL,
    "quantity": ABOVE_ZERO,
    "unit": {"type": ["string", "null"], "pattern": f"^[A-Z0-9]{{1,3}}{_END}"},
    "net_kg": _maybe(ABOVE_ZERO),
    "quantities": {
        "type": ["object", "null"],
        "additionalProperties": DECIMAL,
        "propertyNames": {"minLength": 1, "maxLength": 40},
        "maxProperties": KINDS_MAX,
    },
    "preference_claimed": YES_NO,
    "supplier": _text(TEXT_MAX),
}
COST: dict[str, Any] = {
    "kind": {"enum": list(COST_KINDS)},
    "amount": _maybe(DECIMAL),
    "currency": _maybe(CURRENCY),
    "in_price": YES_NO,
    "itemised": YES_NO,
    "invoiced": _maybe(DECIMAL),
}
ADDITION: dict[str, Any] = {"kind": {"enum": list(ADDITION_KINDS)}, "amount": DECIMAL, "currency": CURRENCY}
MEASURE: dict[str, Any] = {
    "kind": {"enum": list(MEASURE_KINDS)},
    "agreement": _text(TEXT_MAX),
    "rate": {"type": "string", "maxLength": RATE_MAX, "pattern": r"\S"},
    "min": _maybe(DECIMAL),
    "max": _maybe(DECIMAL),
    "currency": _maybe(CURRENCY),
    "valid_from": DAY,
    "valid_until": DAY,
    "source": _text(TEXT_MAX),
    "line": {"type": ["integer", "null"], "minimum": 1, "maximum": LINES_MAX},
}
FX: dict[str, Any] = {"from": CURRENCY, "to": CURRENCY, "rate": ABOVE_ZERO}
#: An amount has its currency; one that nobody knows needs none.
_PRICED = {"anyOf": [{"properties": {"amount": {"type": "null"}}}, {"properties": {"currency": {"type": "string"}},
           "required": ["currency"]}]}  # fmt: skip

SHIPMENT: dict[str, Any] = {
    "id": {"type": ["string", "integer"], "minLength": 1, "maxLength": ID_MAX},
    "destination": COUNTRY,
    "port": _text(PLACE_MAX),
    "then_by": {"enum": ["truck", "rail", "", None]},
    "via": _text(PLACE_MAX),
    "origin": COUNTRY,
    "incoterm": {"enum": list(INCOTERMS)},
    "place": _text(PLACE_MAX),
    "currency": CURRENCY,
    **GOODS,
    "lines": _list(_object(GOODS, GOODS_REQUIRED), least=1),
    "gross_kg": _maybe(ABOVE_ZERO),
    "volume_m3": _maybe(ABOVE_ZERO),
    "containers": {
        "type": ["integer", "string", "null"],
        "minimum": 1,
        "maximum": CONTAINERS_MAX,
        "pattern": f"^([1-9][0-9]{{0,2}}|{CONTAINERS_MAX}){_END}",
    },
    "mode": {"enum": [*MODES, None]},
    "entry_on": DAY,
    "laden_on": DAY,
    "entry": {"enum": ["formal", "informal", "", None]},
    "clearance": _text(CLEARANCE_MAX),
    "costs": _list({**_object(COST, ("kind", "amount")), **_PRICED}),
    "additions": _list(_object(ADDITION, ("kind", "amount", "currency"))),
    "measures": _list(_object(MEASURE, ("kind", "rate"))),
    "fx": _list(_object(FX, ("from", "to", "rate"))),
    "through_bl": YES_NO,
    "place_of_direct_shipment": _text(PLACE_MAX),
    "quota": YES_NO,
    "adcvd": YES_NO,
    "basic_grocery": YES_NO,
    "importer_recovers_tax": YES_NO,
}
REQUIRED = ("id", "destination", "origin", "incoterm", "currency")
#: Either one goods line among the keys of the shipment, or several under `lines`: never both.
_ONE_LINE = {"required": list(GOODS_REQUIRED), "not": {"required": ["lines"]}}
_SEVERAL = {"required": ["lines"], "not": {"anyOf": [{"required": [name]} for name in GOODS]}}


def schema() -> dict[str, Any]:
    """The whole schema, as published in the docs and served beside the calculator."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fondouk shipment",
        "description": "One line of `fondouk estimate`. Amounts and quantities are strings, days ISO.",
        **_object(SHIPMENT, REQUIRED),
        "oneOf": [_ONE_LINE, _SEVERAL],
    }
