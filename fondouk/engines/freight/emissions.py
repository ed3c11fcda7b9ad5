"""Greenhouse gases of the main carriage: weight × way × a dated default factor, and where the factor comes from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from fondouk.engines.freight.ways import way_km
from fondouk.kit.money import round_half_up


@dataclass(frozen=True, slots=True)
class Factor:
    """Grams of CO2e a tonne-kilometre; the way counts times `distance_factor` plus `added_km`."""

    mode: str
    grams_per_tkm: Decimal
    distance_factor: Decimal
    added_km: Decimal
    guess: bool
    valid_from: date
    valid_until: date | None
    source: str
    address: str
    retrieved_on: date


@dataclass(frozen=True, slots=True)
class Footprint:
    """Kilograms of CO2e of the main carriage, over how many kilometres, by which factor."""

    kilograms: Decimal
    kilometres: int
    factor: Factor


@cache
def factors() -> tuple[Factor, ...]:
    """Every factor on file."""
    text = (files(__package__) / "data" / "emissions.csv").read_text(encoding="utf-8")
    return tuple(_factor(row) for row in csv.DictReader(text.splitlines()))


def _factor(row: dict[str, str]) -> Factor:
    until = row["valid_until"]
    return Factor(
        row["mode"], Decimal(row["grams_per_tkm"]), Decimal(row["distance_factor"]), Decimal(row["added_km"]),
        row["guess"] == "yes", date.fromisoformat(row["valid_from"]), date.fromisoformat(until) if until else None,
        row["source"], row["address"], date.fromisoformat(row["retrieved_on"]),
    )  # fmt: skip


def factor_of(mode: str, on: date) -> Factor | None:
    """The factor of a mode in force on a day, the newest of several."""
    found = [
        one for one in factors()
        if one.mode == mode and one.valid_from <= on and (one.valid_until is None or on <= one.valid_until)
    ]  # fmt: skip
    return max(found, key=lambda one: one.valid_from, default=None)


def footprint(origin: str, destination: str, *, mode: str, gross_kg: Decimal | None, on: date) -> Footprint | None:
    """The main carriage's footprint; None where weight, way or factor is not known: never nought in their place."""
    factor = factor_of(mode, on)
    if factor is None or gross_kg is None or gross_kg <= 0:
        return None
    kilometres = way_km(origin, destination, mode)
    if kilometres is None:
        return None
    counted = Decimal(round(kilometres)) * factor.distance_factor + factor.added_km
    grams = gross_kg / 1000 * counted * factor.grams_per_tkm
    return Footprint(round_half_up(grams / 1000, 1), int(counted), factor)
