"""The one parser: a shipment out of JSON, refused with a sentence where it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from fondouk.engines.landed_cost import schema, values
from fondouk.engines.landed_cost.shipment import (
    ADDITION_KINDS,
    COST_KINDS,
    INCOTERMS,
    MODES,
    Addition,
    Cost,
    GivenMeasure,
    GivenRate,
    GoodsLine,
    Shipment,
)
from fondouk.engines.landed_cost.values import Unreadable, shown

__all__ = ["Unreadable", "read", "shipment"]

Part = TypeVar("Part")
_GOODS_KEYS = frozenset(schema.GOODS)
_KEYS = frozenset(schema.SHIPMENT)
_COST_KEYS, _ADDITION_KEYS = frozenset(schema.COST), frozenset(schema.ADDITION)
_MEASURE_KEYS, _FX_KEYS = frozenset(schema.MEASURE), frozenset(schema.FX)
_TOLD_APART = Decimal("0.01")
"""Two rates of exchange given for one pair say the same when they differ by less than this part."""


def read(text: str) -> Shipment:
    """One line of JSON; raises Unreadable."""
    return shipment(decoded(text))


def decoded(text: str) -> Any:
    """The JSON value of a line; raises Unreadable, also where a key stands twice."""
    try:
        return _decode(text)
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable("This JSON is nested too deeply to be a shipment.") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"This is not JSON: {error.msg} at character {error.pos + 1}.") from None
    except ValueError:
        raise Unreadable("This JSON holds a number of too many digits.") from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"The key “{twice[:40]}” stands twice.")
    return found


_decode = json.JSONDecoder(object_pairs_hook=_once_each).decode


def shipment(data: Any) -> Shipment:
    """A decoded shipment; raises Unreadable."""
    if not isinstance(data, dict):
        raise Unreadable("A shipment is a JSON object.")
    _only(data, _KEYS, "a shipment")
    for key in schema.REQUIRED:
        if data.get(key) in (None, ""):
            raise Unreadable(f"“{key}” is missing.")
    get = data.get
    found = Shipment(
        id=_identity(data["id"]),
        destination=values.country(data["destination"], "destination"),
        origin=values.country(data["origin"], "origin"),
        incoterm=values.one_of(data["incoterm"], INCOTERMS, "incoterm"),
        place=values.place(get("place"), "place", schema.PLACE_MAX),
        currency=values.currency(data["currency"], "currency"),
        lines=_lines(data),
        port=values.place(get("port"), "port", schema.PLACE_MAX),
        then_by=_choice(get("then_by"), ("", "truck", "rail"), "then_by"),
        via=values.place(get("via"), "via", schema.PLACE_MAX),
        gross_kg=values.maybe_above_zero(get("gross_kg"), "gross_kg"),
        volume_m3=values.maybe_above_zero(get("volume_m3"), "volume_m3"),
        containers=values.whole(get("containers"), "containers", schema.CONTAINERS_MAX),
        mode=_choice(get("mode"), MODES, "mode") or None,
        entry_on=values.day(get("entry_on"), "entry_on"),
        laden_on=values.day(get("laden_on"), "laden_on"),
        entry=_choice(get("entry"), ("", "formal", "informal"), "entry"),
        clearance=values.text(get("clearance"), "clearance", schema.CLEARANCE_MAX),
        costs=_each(data, "costs", _cost),
        additions=_each(data, "additions", _addition),
        measures=_each(data, "measures", _measure),
        fx=_each(data, "fx", _rate),
        through_bl=values.flag(get("through_bl"), "through_bl"),
        place_of_direct_shipment=values.place(
            get("place_of_direct_shipment"), "place_of_direct_shipment", schema.PLACE_MAX
        ),
        quota=bool(values.flag(get("quota"), "quota")),
        adcvd=bool(values.flag(get("adcvd"), "adcvd")),
        basic_grocery=values.flag(get("basic_grocery"), "basic_grocery"),
        importer_recovers_tax=values.flag(get("importer_recovers_tax"), "importer_recovers_tax"),
    )
    _refuse_contradictions(found)
    return found


# -- contradictions --------------------------------------------------------------------------------------------------
def _refuse_contradictions(found: Shipment) -> None:
    """Figures of which one must be wrong: whatever were worked out from them would only look right."""
    net = [line.net_kg for line in found.lines if line.net_kg is not None]
    if found.gross_kg is not None and net and sum(net) > found.gross_kg:
        raise Unreadable(f"“gross_kg” is less than the net weight of the goods: {found.gross_kg} against {sum(net)}.")
    if found.laden_on is not None and found.entry_on is not None and found.laden_on > found.entry_on:
        raise Unreadable(f"“laden_on” is after “entry_on”: {found.laden_on} and {found.entry_on}.")
    for number, line in enumerate(found.lines, 1):
        if line.quantities:
            _refuse_weights(line, number)
    for number, measure in enumerate(found.measures, 1):
        _refuse_measure(measure, number, len(found.lines))
    if found.fx:
        _refuse_rates(found.fx)


_PARTS_OF_NET = ("KG_drained", "KG_total_sugars", "KG_clean", "KG_lead_content")


def _refuse_weights(line: GoodsLine, number: int) -> None:
    given, net = line.quantities, line.net_kg
    if net is None:
        return
    if "KG" in given and given["KG"] != net:
        raise Unreadable(f"“net_kg” and the quantity KG of line {number} differ: {net} and {given['KG']}.")
    for part in _PARTS_OF_NET:
        if part in given and given[part] > net:
            raise Unreadable(f"{part} of line {number} is more than its net weight: {given[part]} and {net}.")


def _refuse_measure(one: GivenMeasure, number: int, lines: int) -> None:
    if one.line is not None and one.line > lines:
        raise Unreadable(f"“line” in measures {number} is {one.line}, and there are {lines} goods lines.")
    if one.minimum is not None and one.maximum is not None and one.minimum > one.maximum:
        raise Unreadable(f"“min” in measures {number} is above its “max”: {one.minimum} and {one.maximum}.")
    if one.valid_from is not None and one.valid_until is not None and one.valid_from > one.valid_until:
        raise Unreadable(f"The rate in measures {number} ends before it begins: {one.valid_from}, {one.valid_until}.")


def _refuse_rates(given: Sequence[GivenRate]) -> None:
    """Rates for one pair, in either direction, must say the same."""
    for one in given:
        if one.source == one.target and one.rate != 1:
            raise Unreadable(f"1 {one.source} cannot be {one.rate} {one.target}.")
    known: dict[tuple[str, str], Decimal] = {}
    for one in given:
        there, back = known.get((one.source, one.target)), known.get((one.target, one.source))
        same = (there is None or abs(one.rate / there - 1) <= _TOLD_APART) and (
            back is None or abs(one.rate * back - 1) <= _TOLD_APART
        )
        if not same:
            raise Unreadable(f"“fx” gives two rates between {one.source} and {one.target} that contradict each other.")
        known[(one.source, one.target)] = one.rate


# -- parts -----------------------------------------------------------------------------------------------------------
def _identity(value: Any) -> str | int:
    """The caller's own, given back as it came."""
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, bool) or not (whole or isinstance(value, str)):
        raise Unreadable(f"“id” is text or a whole number, not {shown(value)}.")
    return values.text(value, "id", schema.ID_MAX) if isinstance(value, str) else value


def _choice(value: Any, known: tuple[str, ...], name: str) -> str:
    return "" if value is None else values.one_of(value, known, name)


def _lines(data: Mapping[str, Any]) -> tuple[GoodsLine, ...]:
    if "lines" not in data:
        return (_goods({key: data[key] for key in _GOODS_KEYS if key in data}, "the goods"),)
    both = sorted(key for key in _GOODS_KEYS if key in data)
    if both:
        raise Unreadable(f"“{both[0]}” stands beside “lines”: put it into a line.")
    lines = data["lines"]
    if not isinstance(lines, list) or not lines:
        raise Unreadable("“lines” is a list with at least one goods line.")
    if len(lines) > schema.LINES_MAX:
        raise Unreadable(f"A shipment has at most {schema.LINES_MAX} lines.")
    return tuple(_goods(line, f"line {number}") for number, line in enumerate(lines, 1))


def _goods(data: Any, where: str) -> GoodsLine:
    if not isinstance(data, dict):
        raise Unreadable(f"{where[:1].upper()}{where[1:]} is not an object.")
    _only(data, _GOODS_KEYS, where)
    for key in schema.GOODS_REQUIRED:
        if data.get(key) in (None, ""):
            raise Unreadable(f"“{key}” is missing in {where}.")
    return GoodsLine(
        hs=values.code(data["hs"], f"hs in {where}"),
        unit_price=values.decimal(data["unit_price"], f"unit_price in {where}"),
        quantity=values.above_zero(data["quantity"], f"quantity in {where}"),
        unit=values.unit(data.get("unit"), f"unit in {where}"),
        net_kg=values.maybe_above_zero(data.get("net_kg"), f"net_kg in {where}"),
        quantities=_quantities(data.get("quantities"), f"quantities in {where}"),
        preference_claimed=values.flag(data.get("preference_claimed"), f"preference_claimed in {where}"),
        supplier=values.text(data.get("supplier"), f"supplier in {where}", schema.TEXT_MAX),
    )


def _quantities(value: Any, name: str) -> dict[str, Decimal]:
    if value is None:
        return {}
    if not isinstance(value, dict) or len(value) > schema.KINDS_MAX:
        raise Unreadable(f"“{name}” is an object of unit and amount, with at most {schema.KINDS_MAX} units.")
    if not all(0 < len(unit) <= 40 for unit in value):
        raise Unreadable(f"A unit under “{name}” has from 1 to 40 characters.")
    return {unit: values.decimal(amount, f"{unit} of {name}") for unit, amount in value.items()}


def _cost(data: Mapping[str, Any], where: str) -> Cost:
    _only(data, _COST_KEYS, where)
    if "amount" not in data:
        raise Unreadable(f"“amount” is missing in {where}: write null where nobody knows it.")
    unknown = data["amount"] is None and data.get("currency") is None
    return Cost(
        kind=values.one_of(data.get("kind"), COST_KINDS, f"kind in {where}"),
        amount=values.maybe(data["amount"], f"amount in {where}"),
        currency="" if unknown else values.currency(data.get("currency"), f"currency in {where}"),
        in_price=values.flag(data.get("in_price"), f"in_price in {where}"),
        itemised=values.flag(data.get("itemised"), f"itemised in {where}"),
        invoiced=values.maybe(data.get("invoiced"), f"invoiced in {where}"),
    )


def _addition(data: Mapping[str, Any], where: str) -> Addition:
    _only(data, _ADDITION_KEYS, where)
    return Addition(
        kind=values.one_of(data.get("kind"), ADDITION_KINDS, f"kind in {where}"),
        amount=values.decimal(data.get("amount"), f"amount in {where}"),
        currency=values.currency(data.get("currency"), f"currency in {where}"),
    )


def _measure(data: Mapping[str, Any], where: str) -> GivenMeasure:
    _only(data, _MEASURE_KEYS, where)
    money = data.get("currency")
    return GivenMeasure(
        kind=values.one_of(data.get("kind"), schema.MEASURE_KINDS, f"kind in {where}"),
        rate=_rate_text(data.get("rate"), f"rate in {where}"),
        minimum=values.maybe(data.get("min"), f"min in {where}"),
        maximum=values.maybe(data.get("max"), f"max in {where}"),
        currency="" if money is None else values.currency(money, f"currency in {where}"),
        valid_from=values.day(data.get("valid_from"), f"valid_from in {where}"),
        valid_until=values.day(data.get("valid_until"), f"valid_until in {where}"),
        source=values.text(data.get("source"), f"source in {where}", schema.TEXT_MAX),
        line=values.whole(_number_only(data.get("line"), where), f"line in {where}", schema.LINES_MAX),
        agreement=values.text(data.get("agreement"), f"agreement in {where}", schema.TEXT_MAX),
    )


def _rate_text(value: Any, name: str) -> str:
    if value is not None and not isinstance(value, str):
        raise Unreadable(f'“{name}” is a rate as written, such as "3.2%", not {shown(value)}.')
    found = values.text(value, name, schema.RATE_MAX)
    if not found.strip():
        raise Unreadable(f"“{name}” is missing.")
    return found


def _number_only(value: Any, where: str) -> Any:
    if isinstance(value, str):
        raise Unreadable(f"“line” in {where} is a number, not {shown(value)}.")
    return value


def _rate(data: Mapping[str, Any], where: str) -> GivenRate:
    _only(data, _FX_KEYS, where)
    return GivenRate(
        values.currency(data.get("from"), f"from in {where}"),
        values.currency(data.get("to"), f"to in {where}"),
        values.above_zero(data.get("rate"), f"rate in {where}"),
    )


def _each(data: Mapping[str, Any], key: str, reader: Callable[[Mapping[str, Any], str], Part]) -> tuple[Part, ...]:
    parts = data.get(key)
    if parts is None:
        return ()
    if not isinstance(parts, list) or len(parts) > schema.LINES_MAX or not all(isinstance(one, dict) for one in parts):
        raise Unreadable(f"“{key}” is a list of at most {schema.LINES_MAX} objects.")
    return tuple(reader(one, f"{key} {number}") for number, one in enumerate(parts, 1))


def _only(data: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = data.keys() - known
    if unknown:
        raise Unreadable(f"“{min(unknown)[:40]}” is not a key of {where}.")
