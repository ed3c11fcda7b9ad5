"""What a cargo weighs for a carrier, and how many containers it needs. Planning figures lie in `data/*.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cache, partial
from importlib.resources import files
from typing import cast

from fondouk.kit.in_step import each, larger


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
def road_limits() -> dict[str, tuple[Decimal, ...]]:
    """Kilograms in a container that a country's roads bear."""
    return _table("limits.csv", "country", "net_kg_per_container")


def chargeable_kg(mode: str, gross_kg: Decimal | None, volume_m3: Decimal | None) -> Decimal | None:
    """The greater of weight and volume at the mode's density; None where either is unknown."""
    if gross_kg is None or volume_m3 is None:
        return None
    return cast(Decimal, larger(gross_kg, volume_m3 * densities()[mode][0]))


def container_load(mode: str, gross_kg: Decimal, volume_m3: Decimal, country: str = "") -> ContainerLoad:
    """How many containers a cargo needs and what fills them first; `country` adds its road limit."""
    volume, weight = containers()[mode]
    limit = road_limits().get(country, (weight,))[0]
    share_volume, share_weight = volume_m3 / volume, gross_kg / min(weight, limit)
    needed = max(share_volume, share_weight).to_integral_value(rounding=ROUND_CEILING)
    return ContainerLoad(mode, max(int(needed), 1), share_volume, share_weight)


def containers_needed(mode: str, gross_kg: Decimal | None, volume_m3: Decimal | None, country: str) -> Decimal | None:
    """Whole containers, None where weight or volume is unknown."""
    if gross_kg is None or volume_m3 is None:
        return None
    return cast(Decimal, each(partial(_containers, mode, country), gross_kg, volume_m3))


def _containers(mode: str, country: str, gross_kg: Decimal, volume_m3: Decimal) -> Decimal:
    return Decimal(container_load(mode, gross_kg, volume_m3, country).containers)
