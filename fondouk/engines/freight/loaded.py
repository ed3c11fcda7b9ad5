"""Cards and charges of the current edition, kept in memory until the edition's number rises."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import F

from fondouk.engines.freight.cards import (
    ZERO,
    Card,
    Charge,
    Offer,
    Request,
    Surcharge,
    offer,
    read_bands,
    read_surcharges,
)
from fondouk.engines.freight.models import Charge as ChargeRow
from fondouk.engines.freight.models import Edition, RateCard
from fondouk.engines.tables import editions
from fondouk.kit.in_step import first


@dataclass(frozen=True, slots=True)
class Lanes:
    """Cards by lane, charges by place."""

    lanes: dict[tuple[str, str], tuple[Card, ...]]
    charges: dict[str, tuple[Charge, ...]]
    _found: dict[tuple[str, str, date], list[Charge]] = field(default_factory=dict)
    _cards: dict[tuple[str, str, date], list[Card]] = field(default_factory=dict)

    def reaches(self, destination: str) -> bool:
        """Whether any card ends there."""
        return any(end == destination for _, end in self.lanes)

    def offers(self, request: Request, on: date) -> list[Offer]:
        """What each card of the lane comes to for the cargo, valid ones first, cheapest first."""
        made = self._made(request, on)
        return sorted(made, key=Offer.rank) if len(made) > 1 else made

    def best(self, request: Request, on: date) -> Offer | None:
        """The first of `offers`."""
        made = self._made(request, on)
        return made[first([one.rank() for one in made])] if made else None

    def _made(self, request: Request, on: date) -> list[Offer]:
        cards = self._begun((request.origin, request.destination), on)
        return [offer(card, request, on) for card in cards if request.mode is None or request.mode == card.mode]

    def _begun(self, lane: tuple[str, str], on: date) -> list[Card]:
        """The lane's cards that are valid or were, kept by day."""
        key = (*lane, on)
        if key not in self._cards:
            cards = self.lanes.get(lane, ())
            self._cards[key] = [card for card in cards if card.valid_from is None or card.valid_from <= on]
        return self._cards[key]

    def charges_at(self, place: str, mode: str, on: date) -> list[Charge]:
        """Charges in force at a place for a mode; a country's stand where the place has none of the kind."""
        key = (place, mode, on)
        if key not in self._found:
            self._found[key] = self._charges_at(*key)
        return self._found[key]

    def _charges_at(self, place: str, mode: str, on: date) -> list[Charge]:
        own = self.charges.get(place, ())
        kinds = {one.kind for one in own}
        country = self.charges.get(place[:2], ()) if len(place) > 2 else ()
        both = (*own, *(one for one in country if one.kind not in kinds))
        return [one for one in both if one.covers(on) and (not one.modes or mode in one.modes)]


_kept: tuple[int, Lanes] | None = None


def book() -> Lanes:
    """The live cards; one small query when nothing changed."""
    global _kept
    number = editions.number(Edition)
    if _kept is None or _kept[0] != number:
        _kept = (number, _read())
    return _kept[1]


def forget() -> None:
    """Drop what is kept, as tests that roll the database back must."""
    global _kept
    _kept = None


def bump() -> None:
    """Tell every process that the cards changed."""
    if not Edition.objects.filter(id=1).update(number=F("number") + 1):
        Edition.objects.create(id=1, number=1)


def _read() -> Lanes:
    lanes: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for row in RateCard.objects.filter(superseded_by=""):
        lanes[(row.origin, row.destination)].append(_card(row))
    charges: dict[str, list[Charge]] = defaultdict(list)
    for charge in ChargeRow.objects.filter(superseded_by=""):
        charges[charge.place].append(_charge(charge))
    return Lanes(
        {key: tuple(cards) for key, cards in lanes.items()}, {key: tuple(all_) for key, all_ in charges.items()}
    )


def _card(row: RateCard) -> Card:
    surcharges = read_surcharges(row.surcharges)
    days = (row.transit_days_min, row.transit_days_max)
    return Card(
        row.origin,
        row.destination,
        row.mode,
        row.carrier,
        row.currency,
        row.rate,
        read_bands(row.bands),
        row.minimum,
        surcharges,
        _per(surcharges, "shipment"),
        _per(surcharges, "container", "w/m"),
        _per(surcharges, "kg"),
        None if days[0] is None or days[1] is None else (days[0], days[1]),
        row.valid_from,
        row.valid_until,
        row.guess,
        row.source,
        row.cut_off_days,
    )


def _per(surcharges: tuple[Surcharge, ...], *units: str) -> Decimal:
    return sum((one.amount for one in surcharges if one.per in units), ZERO)


def _charge(row: ChargeRow) -> Charge:
    return Charge(
        row.place,
        row.kind,
        row.name,
        frozenset(row.modes.split()),
        row.amount,
        row.currency,
        row.per,
        row.minimum,
        row.valid_from,
        row.valid_until,
        row.guess,
        row.source,
    )
