"""What every engine shares of ranking: its figures, its pages, and the mixing of families."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fondouk.engines.search.shapes import Hit

PAGES_DEEP_MAX = 400
RERANKED = 96
"""How many of the first hits are weighed and mixed; deeper pages keep the engine's order."""
VARIETY = 0.93
NAMED = 8.0
"""What standing on a category that is asked for by name is worth, in points of relevance."""
COST_STEPS = (0, 50_000, 100_000, 200_000, 350_000, 500_000, 750_000, 1_000_000, 1_500_000, 2_500_000)
"""Where the bars of the cost histogram begin, in minor units of the market's currency; the last is open."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit before mixing; `family` is empty where it has none."""

    id: str
    relevance: float
    weight: float
    family: str


def window(size: int) -> int:
    """How many hits are mixed: whole pages of `size`."""
    return size * max(1, RERANKED // size)


def pages(total: int, size: int) -> int:
    """How many pages can be asked for."""
    return max(1, min(-(-total // size), PAGES_DEEP_MAX))


def mixed(candidates: Iterable[Candidate]) -> list[Hit]:
    """By score, each member of a family counting less the more of it stands before: no supplier fills a page."""
    before: dict[str, int] = {}
    found = []
    for one in sorted(candidates, key=lambda one: -one.relevance * one.weight):
        variety = VARIETY ** before.get(one.family, 0) if one.family else 1.0
        before[one.family] = before.get(one.family, 0) + 1
        found.append(Hit(one.id, one.relevance * one.weight * variety, one.relevance, one.weight, variety))
    return sorted(found, key=lambda hit: -hit.score)


def unmixed(candidates: Sequence[Candidate]) -> list[Hit]:
    """As the engine ordered them."""
    return [Hit(one.id, one.relevance * one.weight, one.relevance, one.weight) for one in candidates]
