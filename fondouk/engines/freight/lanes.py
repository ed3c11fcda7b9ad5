"""The face of freight: what carriage costs on a lane, by mode, from dated rate cards; what fits into a container."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from fondouk.engines.freight.breaking import BreakEven, break_even
from fondouk.engines.freight.cards import Card, Charge, Offer, Request, faults
from fondouk.engines.freight.emissions import Factor, Footprint, footprint
from fondouk.engines.freight.load import ContainerLoad, chargeable_kg, container_load
from fondouk.engines.freight.loaded import Lanes, book, bump, forget
from fondouk.engines.freight.models import Charge as ChargeRow
from fondouk.engines.freight.models import RateCard
from fondouk.engines.freight.ways import great_circle_km, way, way_km

__all__ = [
    "BreakEven",
    "Card",
    "Charge",
    "ContainerLoad",
    "Factor",
    "Footprint",
    "Lanes",
    "Offer",
    "Request",
    "board",
    "break_even",
    "chargeable_kg",
    "charges",
    "container_load",
    "faults",
    "footprint",
    "forget",
    "great_circle_km",
    "offers",
    "store_cards",
    "store_charges",
    "undo",
    "way",
    "way_km",
]


def board() -> Lanes:
    """The live cards and charges, to be asked many times after one query."""
    return book()


def offers(requests: Sequence[Request], *, on: date) -> list[list[Offer]]:
    """For each request its offers, valid ones first, cheapest first; one query.

    A request with a mode gets that mode's cards, without one those of every mode its cargo can take.
    """
    known = book()
    return [known.offers(request, on) for request in requests]


def charges(place: str, *, mode: str, on: date) -> list[Charge]:
    """Charges at a place (its own, else its country's) for a mode, in force on a day."""
    return book().charges_at(place, mode, on)


def store_cards(rows: Iterable[dict[str, Any]], *, load: str) -> int:
    """Write rate cards; a live card of the same lane, mode and carrier steps back. Returns the count."""
    made = [RateCard(**row, load=load) for row in rows]
    lanes = {(one.origin, one.destination, one.mode, one.carrier) for one in made}
    live = RateCard.objects.filter(superseded_by="").exclude(load=load)
    old = [one.pk for one in live if (one.origin, one.destination, one.mode, one.carrier) in lanes]
    RateCard.objects.filter(pk__in=old).update(superseded_by=load)
    RateCard.objects.bulk_create(made, batch_size=2000)
    bump()
    return len(made)


def store_charges(rows: Iterable[dict[str, Any]], *, load: str) -> int:
    """Write charges; live ones of the same place and kind step back. Returns the count."""
    made = [ChargeRow(**row, load=load) for row in rows]
    places = {(one.place, one.kind) for one in made}
    live = ChargeRow.objects.filter(superseded_by="").exclude(load=load)
    ChargeRow.objects.filter(pk__in=[one.pk for one in live if (one.place, one.kind) in places]).update(
        superseded_by=load
    )
    ChargeRow.objects.bulk_create(made, batch_size=2000)
    bump()
    return len(made)


def built_on(load: str) -> set[str]:
    """Later loads that replaced cards or charges of this one."""
    found: set[str] = set()
    for model in (RateCard, ChargeRow):
        rows = model._default_manager.filter(load=load).exclude(superseded_by="")
        found |= set(rows.values_list("superseded_by", flat=True).distinct())
    return found


def undo(load: str) -> int:
    """Take a load back: its rows go, those it replaced are live again."""
    gone = 0
    for model in (RateCard, ChargeRow):
        gone += model._default_manager.filter(load=load).delete()[0]
        model._default_manager.filter(superseded_by=load).update(superseded_by="")
    bump()
    return gone
