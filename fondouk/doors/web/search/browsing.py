"""Browsing: without words, a shelf's goods come from the database in the order of an index; the index only counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fondouk.doors.web.search.asked import PAGE_SIZE, Asked
from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.discovery import queries

_ORDERS = (index.Sort.BEST, index.Sort.NEWEST)
_SHELVES = {"category", "region"}


def references(asked: Asked, found: index.Found, shelves: Sequence[Shelf]) -> list[str]:
    """The products of the page: from the database where an index of its own has their order, else as found."""
    shelf = _shelf(asked, shelves)
    if shelf is None:
        return [hit.id for hit in found.hits]
    newest = asked.sort == index.Sort.NEWEST
    return queries.browse_references(newest=newest, offset=(found.page - 1) * PAGE_SIZE, limit=PAGE_SIZE, **shelf)


def _shelf(asked: Asked, shelves: Sequence[Shelf]) -> dict[str, Any] | None:
    """What is browsed, None where words, other filters or another order are asked for."""
    chosen = asked.chosen
    if asked.text or asked.sort not in _ORDERS or asked.low is not None or asked.high is not None:
        return None
    if not set(chosen) <= _SHELVES or len(chosen) > 1 or any(len(tags) > 1 for tags in chosen.values()):
        return None
    if asked.sort == index.Sort.NEWEST and chosen:
        return None
    if code := "".join(chosen.get("category", ())):
        known = next((one for one in shelves if one.code == code), None)
        return None if known is None else {"category" if known.parent else "sector": code}
    return {"region": "".join(chosen["region"])} if chosen else {}
