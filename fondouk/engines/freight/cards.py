"""Rate cards and what they come to for a cargo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, cast

from fondouk.engines.freight.load import chargeable_kg, containers_max, containers_needed, fits, largest
from fondouk.kit.in_step import each, larger
from fondouk.kit.money import exponent, round_half_up

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Surcharge:
    """`amount` per container, w/m, kg or shipment."""

    name: str
    amount: Decimal
    per: str


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A loaded rate card, its bands and surcharges read; `flat`, `per_unit` and `per_kg` are sums of surcharges."""

    origin: str
    destination: str
    mode: str
    carrier: str
    currency: str
    rate: Decimal | None
    bands: tuple[tuple[Decimal, Decimal], ...]
    minimum: Decimal | None
    surcharges: tuple[Surcharge, ...]
    flat: Decimal
    per_unit: Decimal
    per_kg: Decimal
    transit_days: tuple[int, int] | None
    valid_from: date | None
    valid_until: date | None
    guess: bool
    source: str
    cut_off_days: int | None = None

    def covers(self, day: date) -> bool:
        """Whether the card is valid that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True, eq=False)
class Charge:
    """A charge beside the main carriage; `per` is shipment, container, w/m or percent_of_insured_value."""

    place: str
    kind: str
    name: str
    modes: frozenset[str]
    amount: Decimal
    currency: str
    per: str
    minimum: Decimal | None
    valid_from: date | None
    valid_until: date | None
    guess: bool
    source: str

    def covers(self, day: date) -> bool:
        """Whether the charge is in force that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class Request(NamedTuple):
    """A cargo on a lane. Kilograms gross, cubic metres; None = unknown. `mode` None asks for all."""

    origin: str
    destination: str
    mode: str | None = None
    gross_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    containers: int | None = None


class Offer(NamedTuple):
    """What a card comes to. `amount` is None when `lacks` names what the cargo does not say, or the card is expired."""

    card: Card
    amount: Decimal | None
    units: Decimal | None
    expired: bool = False
    lacks: str = ""

    def rank(self) -> tuple[bool, bool, Decimal]:
        """Valid and computable first, cheapest first."""
        return self.expired, self.amount is None, self.amount if self.amount is not None else ZERO


def offer(card: Card, request: Request, on: date) -> Offer:
    """What a card that has begun comes to for a cargo."""
    if card.valid_until is not None and card.valid_until < on:
        return Offer(card, None, None, expired=True)
    units, lacks = _units(card, request)
    if units is None:
        return Offer(card, None, None, lacks=lacks)
    due = _main(card, units)
    if card.minimum is not None:
        due = larger(due, card.minimum)
    due = due + card.flat + card.per_unit * units
    if card.per_kg:
        due += card.per_kg * (request.gross_kg or units)
    return Offer(card, round_half_up(due, exponent(card.currency)), units)


def _units(card: Card, request: Request) -> tuple[Decimal | None, str]:
    """Containers, W/M tonnes or chargeable kilograms, or what is lacking to know them."""
    if card.mode.startswith("FCL"):
        if request.containers:
            inside = fits(card.mode, request.gross_kg, request.volume_m3, request.containers)
            return (Decimal(request.containers), "") if inside else (None, "does_not_fit")
        needed = containers_needed(card.mode, request.gross_kg, request.volume_m3, request.destination[:2])
        if needed is not None and needed > containers_max(card.mode):
            return None, "too_much"
        return needed, "volume_and_weight"
    kilograms = chargeable_kg(card.mode, request.gross_kg, request.volume_m3)
    if kilograms is None:
        return None, "volume_and_weight"
    if kilograms > largest()[card.mode][0]:
        return None, "too_much"
    return (larger(kilograms / 1000, ONE) if card.mode == "LCL" else kilograms), ""


def _main(card: Card, units: Decimal) -> Decimal:
    if not card.bands:
        return units * (card.rate or ZERO)
    if type(units) is Decimal:
        return _banded(card.bands, units)
    return cast(Decimal, each(partial(_banded, card.bands), units))


def _banded(bands: Sequence[tuple[Decimal, Decimal]], units: Decimal) -> Decimal:
    price, best = bands[0][1], None
    for least, band in bands:
        if units >= least:
            price = band
        else:  # a carrier charges the next band's weight where that is cheaper
            best = least * band if best is None else min(best, least * band)
    return units * price if best is None else min(units * price, best)


MODES = ("FCL20", "FCL40", "FCL40HC", "LCL", "air", "courier")
_MOST, _RANGE = Decimal(10_000_000), "from nought to ten million"
_PER = frozenset({"container", "w/m", "kg", "shipment"})


def faults(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What of a rate card cannot be worked with: (column, why). A card that is loaded is read on every page."""
    found = [(name, _RANGE) for name in ("rate", "minimum") if row[name] is not None and not 0 <= row[name] < _MOST]
    days = ("transit_days_min", "transit_days_max", "cut_off_days")
    found += [(name, "between 0 and 365") for name in days if row[name] is not None and not 0 <= row[name] <= 365]
    if row["mode"] not in MODES:
        found.append(("mode", f"one of {', '.join(MODES)}"))
    found += [(name, "a UN/LOCODE of five signs") for name in ("origin", "destination") if len(row[name]) != 5]
    if len(row["currency"]) != 3 or not row["currency"].isupper():
        found.append(("currency", "three capital letters"))
    if row["rate"] is None and not row["bands"]:
        found.append(("rate", "a rate, or bands"))
    found += _unreadable(row)
    for first, last in (("valid_from", "valid_until"), ("transit_days_min", "transit_days_max")):
        if row[first] is not None and row[last] is not None and row[last] < row[first]:
            found.append((last, "ends before it begins"))
    return found


def _unreadable(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Bands and surcharges that are not written as they must be."""
    found = []
    try:
        bands = read_bands(row["bands"])
        if not all(0 <= one < _MOST for band in bands for one in band):
            found.append(("bands", _RANGE))
    except (ValueError, ArithmeticError):
        found.append(("bands", "as in 0:4.60 45:3.90"))
    try:
        if not all(one.per in _PER and 0 <= one.amount < _MOST for one in read_surcharges(row["surcharges"])):
            found.append(("surcharges", f"per {', '.join(sorted(_PER))}, and not below nought"))
    except (ValueError, ArithmeticError):
        found.append(("surcharges", "as in bunker 180/container; documents 60/shipment"))
    return found


def read_bands(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    """`0:4.10 45:3.10 100:2.60` as (from kilograms, per kilogram), ascending."""
    pairs = (band.split(":") for band in text.split())
    return tuple(sorted((Decimal(least), Decimal(price)) for least, price in pairs))


def read_surcharges(text: str) -> tuple[Surcharge, ...]:
    """`BAF 85/container; documents 45/shipment`."""
    found = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, _, rest = part.rpartition(" ")
        amount, _, per = rest.partition("/")
        found.append(Surcharge(name, Decimal(amount), per))
    return tuple(found)
