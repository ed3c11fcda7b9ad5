"""What still works while the search engine does not answer: goods, sectors and categories, read from the database."""

from __future__ import annotations

from typing import Any

from fondouk.doors.web.search import cards
from fondouk.doors.web.search.asked import PAGE_SIZE, Asked
from fondouk.engines.search import index
from fondouk.engines.search.ranking import pages
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.discovery import queries

RETRY_SECONDS = 30


def context(asked: Asked, language: str, market: str, sorts: list[tuple[str, str, bool]]) -> dict[str, Any]:
    """The page's values without an index: the shelf and the region that are asked for, or the whole catalogue."""
    shelves = catalogue.categories()
    shelf = _shelf(asked, shelves)
    total = queries.count(**shelf)
    last = pages(total, PAGE_SIZE)
    page = min(asked.page, last)
    rows = queries.browse(language=language, market=market, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE, **shelf)
    listed = cards.drawn([row.reference for row in rows], language, market)
    return {
        "down": True, "found": index.Found((), total, page, last), "total": total, "suppliers": 0, "regions": 0,
        "cards": [one.html for one in listed], "notice": None, "groups": [], "costs": None, "chips": [], "proposed": [],
        "sorts": sorts, "page": {"number": page, "pages": last},
        "open_sectors": [one for one in shelves if not one.parent],
    }  # fmt: skip


def _shelf(asked: Asked, shelves: list[Shelf]) -> dict[str, Any]:
    """What of the address the database can answer by an index of its own."""
    known = {one.code: one for one in shelves}
    codes = [code for code in asked.chosen.get("category", ()) if code in known]
    regions = asked.chosen.get("region", ())
    chosen = {"sector" if not known[code].parent else "category": code for code in codes[:1]}
    return chosen | ({"region": regions[0]} if len(regions) == 1 else {})
