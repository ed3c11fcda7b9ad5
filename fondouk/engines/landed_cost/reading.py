"""The one parser: a shipment out of JSON, refused with a sentence where it cannot be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from fondouk.engines.landed_cost import schema
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

Part = TypeVar("Part")
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_GOODS_KEYS = frozenset(schema.GOODS)
_KEYS = frozenset(schema.SHIPMENT)
_MOST_LINES = 500


class Unreadable(ValueError):
    """Why a shipment cannot be read, as a sentence."""


def read(text: str) -> Shipment:
    """One line of JSON; raises Unreadable."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Unreadable(f"This is not JSON: {error}.") from None
    return shipment(found)


def shipment(data: Any) -> Shipment:
    """A decoded shipment; raises Unreadable."""
    if not isinstance(data, dict):
        raise Unreadable("A shipment is a JSON object.")
    _only(data, _KEYS, "a shipment")
    for key in ("id", "destination", "origin", "incoterm", "currency"):
        if data.get(key) in (None, ""):
            raise Unreadable(f"“{key}” is missing.")
    lines = _lines(data)
    found = Shipment(
        id=_identity(data["id"]),
        destination=_matching(data["destination"], _COUNTRY, "destination", "a country of two capital letters"),
        origin=_matching(data["origin"], _COUNTRY, "origin", "a country of two capital letters"),
        incoterm=_one_of(data["incoterm"], INCOTERMS, "incoterm"),
        place=_text(data, "place"),
        currency=currency(data["currency"], "currency"),
        lines=lines,
        port=_text(data, "port"),
        then_by=_one_of(data.get("then_by") or "", ("", "truck", "rail"), "then_by"),
        via=_text(data, "via"),
        gross_kg=_positive(data.get("gross_kg"), "gross_kg"),
        volume_m3=_positive(data.get("volume_m3"), "volume_m3"),
        containers=_count(data.get("containers")),
        mode=None if data.get("mode") is None else _one_of(data["mode"], MODES, "mode"),
        entry_on=day(data.get("entry_on"), "entry_on"),
        laden_on=day(data.get("laden_on"), "laden_on"),
        entry=_one_of(data.get("entry") or "", ("", "formal", "informal"), "entry"),
        clearance=_text(data, "clearance"),
        costs=_each(data, "costs", _cost),
        additions=_each(data, "additions", _addition),
        measures=_each(data, "measures", _measure),
        fx=_each(data, "fx", _rate),
        through_bl=_flag(data.get("through_bl"), "through_bl"),
        place_of_direct_shipment=_text(data, "place_of_direct_shipment"),
        quota=bool(_flag(data.get("quota"), "quota")),
        adcvd=bool(_flag(data.get("adcvd"), "adcvd")),
        basic_grocery=_flag(data.get("basic_grocery"), "basic_grocery"),
        importer_recovers_tax=_flag(data.get("importer_recovers_tax"), "importer_recovers_tax"),
    )
    _refuse_contradictions(found)
    return found


def _refuse_contradictions(found: Shipment) -> None:
    """Figures of which one must be wrong: whatever were worked out from them would only look right."""
    net = [line.net_kg for line in found.lines if line.net_kg is not None]
    if found.gross_kg is not None and net and sum(net) > found.gross_kg:
        raise Unreadable(f"“gross_kg” is less than the net weight of the goods: {found.gross_kg} against {sum(net)}.")
    if found.laden_on is not None and found.entry_on is not None and found.laden_on > found.entry_on:
        raise Unreadable(f"“laden_on” is after “entry_on”: {found.laden_on} and {found.entry_on}.")


def _identity(value: Any) -> str | int:
    """The caller's own, given back as it came."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Unreadable(f"“id” is text or a whole number, not {value!r}.")
    return value


# -- parts -----------------------------------------------------------------------------------------------------------
def _lines(data: Mapping[str, Any]) -> tuple[GoodsLine, ...]:
    if "lines" not in data:
        return (_goods({key: data[key] for key in _GOODS_KEYS if key in data}, "the goods"),)
    both = sorted(key for key in _GOODS_KEYS if key in data)
    if both:
        raise Unreadable(f"“{both[0]}” stands beside “lines”: put it into a line.")
    lines = data["lines"]
    if not isinstance(lines, list) or not lines:
        raise Unreadable("“lines” is a list with at least one goods line.")
    if len(lines) > _MOST_LINES:
        raise Unreadable(f"A shipment has at most {_MOST_LINES} lines.")
    return tuple(_goods(line, f"line {number}") for number, line in enumerate(lines, 1))


def _goods(data: Any, where: str) -> GoodsLine:
    if not isinstance(data, dict):
        raise Unreadable(f"{where} is not an object.")
    _only(data, _GOODS_KEYS, where)
    for key in schema.GOODS_REQUIRED:
        if data.get(key) in (None, ""):
            raise Unreadable(f"“{key}” is missing in {where}.")
    quantities = data.get("quantities") or {}
    if not isinstance(quantities, dict):
        raise Unreadable(f"“quantities” in {where} is an object of unit and amount.")
    return GoodsLine(
        hs=_code(data["hs"], where),
        unit_price=_not_negative(data["unit_price"], f"unit_price in {where}"),
        quantity=_above_zero(data["quantity"], f"quantity in {where}"),
        unit=_unit(data.get("unit") or "C62"),
        net_kg=_positive(data.get("net_kg"), f"net_kg in {where}"),
        quantities={str(unit): _not_negative(amount, f"quantities in {where}") for unit, amount in quantities.items()},
        preference_claimed=_flag(data.get("preference_claimed"), "preference_claimed"),
        supplier=str(data.get("supplier") or ""),
    )


def _cost(data: Mapping[str, Any], where: str) -> Cost:
    _only(data, frozenset(schema.COST), where)
    amount = data.get("amount")
    return Cost(
        kind=_one_of(data.get("kind"), COST_KINDS, f"kind in {where}"),
        amount=None if amount is None else _not_negative(amount, f"amount in {where}"),
        currency=currency(data.get("currency"), f"currency in {where}"),
        in_price=_flag(data.get("in_price"), "in_price"),
        itemised=_flag(data.get("itemised"), "itemised"),
        invoiced=None if data.get("invoiced") is None else _not_negative(data["invoiced"], f"invoiced in {where}"),
    )


def _addition(data: Mapping[str, Any], where: str) -> Addition:
    _only(data, frozenset(schema.ADDITION), where)
    return Addition(
        kind=_one_of(data.get("kind"), ADDITION_KINDS, f"kind in {where}"),
        amount=_not_negative(data.get("amount"), f"amount in {where}"),
        currency=currency(data.get("currency"), f"currency in {where}"),
    )


def _measure(data: Mapping[str, Any], where: str) -> GivenMeasure:
    _only(data, frozenset(schema.MEASURE), where)
    line = data.get("line")
    if line is not None and (not isinstance(line, int) or isinstance(line, bool) or line < 1):
        raise Unreadable(f"“line” in {where} is the number of a goods line.")
    return GivenMeasure(
        kind=_one_of(data.get("kind"), schema.MEASURE_KINDS, f"kind in {where}"),
        rate=_required_text(data.get("rate"), f"rate in {where}"),
        minimum=None if data.get("min") is None else decimal(data["min"], f"min in {where}"),
        maximum=None if data.get("max") is None else decimal(data["max"], f"max in {where}"),
        currency="" if data.get("currency") is None else currency(data["currency"], f"currency in {where}"),
        valid_from=day(data.get("valid_from"), f"valid_from in {where}"),
        valid_until=day(data.get("valid_until"), f"valid_until in {where}"),
        source=str(data.get("source") or ""),
        line=line,
        agreement=str(data.get("agreement") or ""),
    )


def _rate(data: Mapping[str, Any], where: str) -> GivenRate:
    _only(data, frozenset(schema.FX), where)
    return GivenRate(
        currency(data.get("from"), f"from in {where}"),
        currency(data.get("to"), f"to in {where}"),
        _above_zero(data.get("rate"), f"rate in {where}"),
    )


def _each(data: Mapping[str, Any], key: str, reader: Callable[[Mapping[str, Any], str], Part]) -> tuple[Part, ...]:
    parts = data.get(key)
    if parts is None:
        return ()
    if not isinstance(parts, list) or len(parts) > _MOST_LINES or not all(isinstance(one, dict) for one in parts):
        raise Unreadable(f"“{key}” is a list of objects.")
    return tuple(reader(one, f"{key} {number}") for number, one in enumerate(parts, 1))


# -- values ----------------------------------------------------------------------------------------------------------
def _only(data: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = data.keys() - known
    if unknown:
        raise Unreadable(f"“{min(unknown)}” is not a key of {where}.")


@lru_cache(maxsize=20_000)
def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def decimal(value: Any, name: str) -> Decimal:
    """An amount: a string of digits with a point; a bare JSON number would lose digits."""
    found = _decimal(value) if isinstance(value, str) else None
    if found is None:
        raise Unreadable(f"“{name}” is not an amount written as a string: {value!r}.")
    return found


def _not_negative(value: Any, name: str) -> Decimal:
    found = decimal(value, name)
    if found < 0:
        raise Unreadable(f"“{name}” is negative: {value}.")
    return found


def _above_zero(value: Any, name: str) -> Decimal:
    found = decimal(value, name)
    if found <= 0:
        raise Unreadable(f"“{name}” must be above zero: {value}.")
    return found


def _positive(value: Any, name: str) -> Decimal | None:
    return None if value is None else _above_zero(value, name)


@lru_cache(maxsize=4_000)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def day(value: Any, name: str) -> date | None:
    """An ISO day, None where there is none."""
    if value in (None, ""):
        return None
    found = _day(value) if isinstance(value, str) else None
    if found is None:
        raise Unreadable(f"“{name}” is not a day written 2026-10-15: {value!r}.")
    return found


def currency(value: Any, name: str) -> str:
    """An ISO 4217 code."""
    return _matching(value, _CURRENCY, name, "a currency of three capital letters")


def _matching(value: Any, pattern: re.Pattern[str], name: str, what: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Unreadable(f"“{name}” is not {what}: {value!r}.")
    return value


def _one_of(value: Any, known: tuple[str, ...], name: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise Unreadable(f"“{name}” is {value!r}; it can be {', '.join(one or 'empty' for one in known)}.")
    return value


def _flag(value: Any, name: str) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise Unreadable(f"“{name}” is true, false or null, not {value!r}.")
    return value


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f"“{key}” is text, not {value!r}.")
    return (
        (value or "").replace(" ", "") if key in {"place", "port", "via"} and value and len(value) == 6 else value or ""
    )


def _required_text(value: Any, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Unreadable(f"“{name}” is missing.")
    return value


def _code(value: Any, where: str) -> str:
    """A tariff code without its dots; its length is the tariff's business, and a gap where it does not fit."""
    digits = value.replace(".", "").replace(" ", "") if isinstance(value, str) else ""
    if not digits.isdigit() or len(digits) > 12:
        raise Unreadable(f"“hs” in {where} is not a tariff code: {value!r}.")
    return digits


def _unit(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z0-9]{1,3}", value):
        raise Unreadable(f"“unit” is a code of UN/CEFACT Recommendation 20: {value!r}.")
    return value


def _count(value: Any) -> int | None:
    if value is None:
        return None
    text = str(value)
    if isinstance(value, bool) or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise Unreadable(f"“containers” is a whole number from 1 to 1000: {value!r}.")
    return int(text)
