"""What a cargo weighs for a carrier, and how many containers it needs. Planning figures lie in `data/*.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cache, partial
from importlib.resources import files
from typing import cast

from fondouk.kit.in_step import each, larger

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ContainerLoad:
    """How full one container of a mode is: `share_volume` and `share_weight` as fractions; what binds first."""

    mode: str
    containers: int
    share_volume: Decimal
    share_weight: Decimal

    @property
    def binds(self) -> str:
        """`weight` or `volume`."""
        return "weight" if self.share_weight >= self.share_volume else "volume"


def _table(file: str, key: str, *columns: str) -> dict[str, tuple[Decimal, ...]]:
    text = (files(__package__) / "data" / file).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row[key]: tuple(Decimal(row[column]) for column in columns) for row in rows}


@cache
def densities() -> dict[str, tuple[Decimal, ...]]:
    """Kilograms a cubic metre counts for, by mode."""
    return _table("densities.csv", "mode", "kg_per_m3")


@cache
def containers() -> dict[str, tuple[Decimal, ...]]:
    """(usable cubic metres, payload in kilograms) by container."""
    return _table("containers.csv", "mode", "usable_m3", "payload_kg")


@cache
def inside() -> dict[str, tuple[Decimal, ...]]:
    """(inner cubic metres, payload in kilograms): what no stowage gets beyond."""
    return _table("containers.csv", "mode", "gross_m3", "payload_kg")


@cache
def road_limits() -> dict[str, tuple[Decimal, ...]]:
    """Kilograms in a container that a country's roads bear."""
    return _table("limits.csv", "country", "net_kg_per_container")


@cache
def largest() -> dict[str, tuple[Decimal, ...]]:
    """Kilograms beyond which no card is for a mode: such a cargo is an error, or is quoted by request."""
    return _table("largest.csv", "mode", "gross_kg_max")


@cache
def containers_max(mode: str) -> Decimal:
    """So many containers carry the largest weight a card of the mode is for."""
    return largest()[mode][0] / containers()[mode][1]


def chargeable_kg(mode: str, gross_kg: Decimal | None, volume_m3: Decimal | None) -> Decimal | None:
    """The greater of weight and volume at the mode's density; None where either is unknown."""
    if gross_kg is None or volume_m3 is None:
        return None
    return cast(Decimal, larger(gross_kg, volume_m3 * densities()[mode][0]))


def container_load(mode: str, gross_kg: Decimal, volume_m3: Decimal, country: str = "") -> ContainerLoad:
    """How many containers a cargo needs and what fills them first; `country` adds its road limit."""
    volume, weight = _limits(mode, country)
    share_volume, share_weight = volume_m3 / volume, gross_kg / weight
    needed = max(share_volume, share_weight).to_integral_value(rounding=ROUND_CEILING)
    return ContainerLoad(mode, max(int(needed), 1), share_volume, share_weight)


@cache
def _limits(mode: str, country: str) -> tuple[Decimal, Decimal]:
    """(usable cubic metres, the lower of payload and road limit in kilograms)."""
    volume, weight = containers()[mode]
    return volume, min(weight, road_limits().get(country, (weight,))[0])


def fits(mode: str, gross_kg: Decimal | None, volume_m3: Decimal | None, containers: int) -> bool:
    """Whether a cargo can be in so many containers at all; what is unknown is not held against it."""
    volume, weight = inside()[mode]
    too_heavy = gross_kg is not None and gross_kg > weight * containers
    return not too_heavy and not (volume_m3 is not None and volume_m3 > volume * containers)


def containers_needed(mode: str, gross_kg: Decimal | None, volume_m3: Decimal | None, country: str) -> Decimal | None:
    """Whole containers, None where weight or volume is unknown."""
    if gross_kg is None or volume_m3 is None:
        return None
    most_m3, most_kg = _limits(mode, country)
    if type(gross_kg) is Decimal and type(volume_m3) is Decimal:
        return _containers(most_m3, most_kg, gross_kg, volume_m3)
    return cast(Decimal, each(partial(_containers, most_m3, most_kg), gross_kg, volume_m3))


def _containers(most_m3: Decimal, most_kg: Decimal, gross_kg: Decimal, volume_m3: Decimal) -> Decimal:
    if volume_m3 <= most_m3 and gross_kg <= most_kg:
        return _ONE
    return max(volume_m3 / most_m3, gross_kg / most_kg).to_integral_value(rounding=ROUND_CEILING)
