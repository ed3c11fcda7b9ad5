"""The categories with how many products each holds, counted again when the index has a new commit.

Counting every product on every page of a catalogue of hundreds of thousands is what a page must not do; what is
published or paused reaches the index within a second, and with it these counts.
"""

from __future__ import annotations

from functools import lru_cache

from fondouk.engines.search import index
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Shelf


def now() -> tuple[Shelf, ...]:
    """All categories; counted on the spot while there is no index to tell of changes."""
    try:
        stamp = index.state().stamp
    except index.SearchDown:
        return tuple(catalogue.categories())
    return of(stamp)


@lru_cache(maxsize=2)
def of(stamp: str) -> tuple[Shelf, ...]:  # noqa: ARG001 - the key
    """Those of a commit of the index."""
    return tuple(catalogue.categories())
