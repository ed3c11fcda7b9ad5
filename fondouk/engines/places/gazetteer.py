"""The face of places: countries, regions, ports and towns by UN/LOCODE, and the markets goods are delivered to.

The short list shipped with the product lies in `data/*.csv` and is read once; the full UN/LOCODE list, when loaded,
lies in the table of this engine and is asked only for a code the short list does not know.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from babel import Locale

Language = Literal["en", "fr", "ar"]
_NAMES = {"en": 0, "fr": 1, "ar": 2}


@dataclass(frozen=True, slots=True)
class Named:
    """A name in English, French and Arabic."""

    names: tuple[str, str, str]

    def name(self, language: str = "en") -> str:
        """The name in a language (`fr`, `fr-CA` …); English where the language is another."""
        return self.names[_NAMES.get(language[:2], 0)]


@dataclass(frozen=True, slots=True)
class Region(Named):
    """A first-level region: ISO 3166-2-like code, country, capital (UN/LOCODE), place in the drawing of tiles."""

    code: str
    country: str
    capital: str
    grid_column: int
    grid_row: int


@dataclass(frozen=True, slots=True)
class Place(Named):
    """A port, airport or town. `port` is the seaport its goods leave or arrive by; coordinates in degrees."""

    code: str
    country: str
    region: str
    kinds: frozenset[str]
    port: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Market(Named):
    """A destination goods are priced for: its slot in the search document, currency, default port and languages."""

    code: str
    slot: int
    country: str
    currency: str
    default_port: str
    languages: tuple[str, ...]


def _rows(file: str) -> list[dict[str, str]]:
    text = (files(__package__) / "data" / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _names(row: dict[str, str]) -> tuple[str, str, str]:
    return row["name_en"], row["name_fr"], row["name_ar"]


@cache
def regions(country: str = "MA") -> tuple[Region, ...]:
    """The regions of a country in their official order; empty where none are known."""
    return tuple(
        Region(_names(row), row["code"], row["country"], row["capital"], int(row["grid_column"]), int(row["grid_row"]))
        for row in _rows("regions.csv")
        if row["country"] == country
    )


@cache
def region(code: str) -> Region | None:
    """A region by its code, None where unknown."""
    return next((one for one in regions(code[:2]) if one.code == code), None)


@cache
def _places() -> dict[str, Place]:
    return {row["code"]: _place(row) for row in _rows("places.csv")}


def _place(row: dict[str, str]) -> Place:
    kinds = frozenset(row["kinds"].split())
    where = (float(row["latitude"]), float(row["longitude"]))
    return Place(_names(row), row["code"], row["country"], row["region"], kinds, row["port"], *where)


def place(code: str) -> Place | None:
    """A place by its UN/LOCODE without blank, None where it is not known."""
    return _places().get(code) or _imported(code)


@cache
def _by_name() -> dict[str, Place]:
    return {name.casefold(): one for one in reversed(_places().values()) for name in one.names}


def place_named(text: str) -> Place | None:
    """A place of the short list by its code or by its name in any of the three languages."""
    return place(text.replace(" ", "").upper()) or _by_name().get(text.strip().casefold())


@lru_cache(maxsize=20_000)
def _imported(code: str) -> Place | None:
    """From the full list in the table; a database that is away or not migrated knows no further places."""
    from fondouk.engines.places.imported import find

    return find(code) if len(code) == 5 else None


def forget() -> None:
    """Ask the full list again, after it was loaded."""
    _imported.cache_clear()


def places(country: str | None = None, kind: str | None = None) -> tuple[Place, ...]:
    """The short list's places, of a country and of a kind (port, airport, town) where given."""
    return tuple(
        one
        for one in _places().values()
        if (country is None or one.country == country) and (kind is None or kind in one.kinds)
    )


def ports(country: str) -> tuple[Place, ...]:
    """The seaports of a country."""
    return places(country, "port")


@cache
def markets() -> tuple[Market, ...]:
    """Every market, in the order of its slot."""
    return tuple(
        Market(
            _names(row), row["code"], int(row["slot"]), row["country"], row["currency"], row["default_port"],
            tuple(row["languages"].split()),
        )
        for row in _rows("markets.csv")
    )  # fmt: skip


def market(code: str) -> Market | None:
    """A market by its code."""
    return next((one for one in markets() if one.code == code), None)


def market_for(to: str) -> Market | None:
    """The market a country or a UN/LOCODE belongs to: `US`, `USCHI`, `camtr`."""
    country_ = to.strip().upper()[:2]
    return next((one for one in markets() if one.country == country_), None)


def country_name(code: str, language: str = "en") -> str:
    """The country's name; the code itself where Babel knows no name."""
    return str(Locale.parse(language[:2]).territories.get(code, code))


@cache
def countries(language: str = "en") -> tuple[tuple[str, str], ...]:
    """(ISO 3166 code, name) of every country, in the order of the names."""
    named = Locale.parse(language[:2]).territories.items()
    known = [(code, str(name)) for code, name in named if len(code) == 2 and code.isalpha() and code not in _NOT_STATES]
    return tuple(sorted(known, key=lambda pair: pair[1]))


_NOT_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
