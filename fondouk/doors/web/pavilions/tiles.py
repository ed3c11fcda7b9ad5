"""Region tiles: where they stand, how full they are, which one is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fondouk.engines.places import gazetteer
from fondouk.market.discovery.window import RegionFront

#: Suppliers from which a tile takes a step of the map's blue, the fullest first.
STEPS = ((30, 4), (20, 3), (10, 2), (1, 1))
LEGEND = ((4, "30 +"), (3, "20 – 29"), (2, "10 – 19"), (1, "1 – 9"))


def step(count: int) -> int:
    """0 (none) to 4 (30 and more)."""
    return next((found for least, found in STEPS if count >= least), 0)


def chosen(code: str, country: str, regions: Mapping[str, RegionFront]) -> gazetteer.Region | None:
    """The region asked for, else the one with most products."""
    known = {one.code: one for one in gazetteer.regions(country)}
    if code in known:
        return known[code]
    full = max((one for one in regions.values() if one.code in known), key=lambda one: one.products, default=None)
    return known[full.code] if full else None


def tiles(
    country: str, regions: Mapping[str, RegionFront], language: str, chosen: gazetteer.Region | None
) -> list[dict[str, Any]]:
    """A tile for each region of the country, from the north."""
    found = []
    for one in sorted(gazetteer.regions(country), key=lambda region: (region.grid_row, region.grid_column)):
        count = regions[one.code].suppliers if one.code in regions else 0
        found.append(
            {
                "code": one.code,
                "name": one.name(language),
                "count": count,
                "column": one.grid_column,
                "row": one.grid_row,
                "step": step(count),
                "current": chosen is not None and one.code == chosen.code,
                "href": f"?region={one.code}#regions",
            }
        )
    return found
