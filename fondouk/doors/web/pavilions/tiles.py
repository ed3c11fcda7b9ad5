"""Region tiles: where they stand, how full they are, which one is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fondouk.engines.places import gazetteer
from fondouk.market.discovery.window import RegionFront

_ROUND = (1, 2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1000)


def thresholds(counts: Iterable[int]) -> tuple[int, int, int]:
    """From how many suppliers a tile takes the second, third and fourth blue: quarters of the fullest, rounded."""
    fullest = max([*counts, 4])
    wanted = [next((one for one in _ROUND if one >= fullest * share), fullest) for share in (0.25, 0.5, 0.75)]
    second = max(2, wanted[0])
    third = max(second + 1, wanted[1])
    return second, third, max(third + 1, wanted[2])


def step(count: int, limits: tuple[int, int, int]) -> int:
    """0 (none) to 4 (the fullest)."""
    return 0 if count < 1 else 1 + sum(count >= least for least in limits)


def legend(limits: tuple[int, int, int]) -> list[tuple[int, str]]:
    """(step, words), the fullest first."""
    second, third, fourth = limits
    ends = ((3, third, fourth - 1), (2, second, third - 1), (1, 1, second - 1))
    spans = [(one, f"{low} – {high}" if high > low else f"{low}") for one, low, high in ends]
    return [(4, f"{fourth} +"), *spans]


def chosen(code: str, country: str, regions: Mapping[str, RegionFront]) -> gazetteer.Region | None:
    """The region asked for, else the one with most suppliers."""
    known = {one.code: one for one in gazetteer.regions(country)}
    if code in known:
        return known[code]
    full = max(
        (one for one in regions.values() if one.code in known),
        key=lambda one: (one.suppliers, one.products),
        default=None,
    )
    return known[full.code] if full else None


def tiles(
    country: str,
    regions: Mapping[str, RegionFront],
    language: str,
    chosen: gazetteer.Region | None,
    limits: tuple[int, int, int],
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
                "step": step(count, limits),
                "current": chosen is not None and one.code == chosen.code,
                "href": f"?region={one.code}#regions",
            }
        )
    return found
