"""Rate cards and what they come to for a cargo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fondouk.engines.freight.load import chargeable_kg, containers_needed
from fondouk.kit.money import exponent, round_half_up


@dataclass(frozen=True, slots=True)
class Surcharge:
    """`amount` per container, w/m, kg or shipment."""

    name: str
    amount: Decimal
    per: str


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A loaded rate card, its bands and surcharges read."""

    origin: str
    destination: str
    mode: str
    carrier: str
    currency: str
    rate: Decimal | None
    bands: tuple[tuple[Decimal, Decimal], ...]
    minimum: Decimal | None
    surcharges: tuple[Surcharge, ...]
    transit_days: tuple[int, int] | None
    valid_from: date | None
    valid_until: date | None
    guess: bool
    source: str

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


@dataclass(frozen=True, slots=True)
class Request:
    """A cargo on a lane. Kilograms gross, cubic metres; None = unknown. `mode` None asks for all."""

    origin: str
    destination: str
    mode: str | None = None
    gross_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    containers: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card comes to. `amount` is None when `lacks` names what the cargo does not say, or the card is expired."""

    card: Card
    amount: Decimal | None
    units: Decimal | None
    expired: bool = False
    lacks: str = ""

    def rank(self) -> tuple[bool, bool, Decimal]:
        """Valid and computable first, cheapest first."""
        return self.expired, self.amount is None, self.amount if self.amount is not None else Decimal(0)


def offer(card: Card, request: Request, on: date) -> Offer | None:
    """What a card comes to for a cargo; None for a card that is not yet valid."""
    if card.valid_from is not None and on < card.valid_from:
        return None
    if not card.covers(on):
        return Offer(card, None, None, expired=True)
    units, lacks = _units(card, request)
    if units is None:
        return Offer(card, None, None, lacks=lacks)
    due = max(_main(card, units), card.minimum or Decimal(0))
    due += sum((_surcharge(one, units, request) for one in card.surcharges), Decimal(0))
    return Offer(card, round_half_up(due, exponent(card.currency)), units)


def _units(card: Card, request: Request) -> tuple[Decimal | None, str]:
    """Containers, W/M tonnes or chargeable kilograms, or what is lacking to know them."""
    if card.mode.startswith("FCL"):
        if request.containers:
            return Decimal(request.containers), ""
        needed = containers_needed(card.mode, request.gross_kg, request.volume_m3, request.destination[:2])
        return (None if needed is None else Decimal(needed)), "volume_and_weight"
    kilograms = chargeable_kg(card.mode, request.gross_kg, request.volume_m3)
    if kilograms is None:
        return None, "volume_and_weight"
    return (max(kilograms / 1000, Decimal(1)) if card.mode == "LCL" else kilograms), ""


def _main(card: Card, units: Decimal) -> Decimal:
    if not card.bands:
        return units * (card.rate or Decimal(0))
    price = next((price for least, price in reversed(card.bands) if units >= least), card.bands[0][1])
    # A carrier charges the next band's weight where that is cheaper.
    next_up = [least * higher for least, higher in card.bands if least > units]
    return min([units * price, *next_up])


def _surcharge(surcharge: Surcharge, units: Decimal, request: Request) -> Decimal:
    if surcharge.per == "shipment":
        return surcharge.amount
    if surcharge.per == "kg":
        return surcharge.amount * (request.gross_kg or units)
    return surcharge.amount * units


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
