"""An index of a few goods. Every test that takes one of these, marked with both_engines, runs against each engine."""

from __future__ import annotations

import pytest

from fondouk.engines.search import index
from tests.engines.search.goods import GOODS


@pytest.fixture
def empty(settings: pytest.FixtureRequest, search_url: str) -> str:
    """The face over an index of its own, without documents; gives its address."""
    settings.SEARCH_URL = search_url  # type: ignore[attr-defined]
    return search_url


@pytest.fixture
def shop(request: pytest.FixtureRequest, settings: pytest.FixtureRequest, search_url: str) -> str:
    """Goods that a test only asks for: on a node they are put in once for all such tests. Gives the address."""
    if search_url.startswith("http"):
        node = request.getfixturevalue("opensearch")
        search_url = f"{node.url}/shop?timeout=20"
    settings.SEARCH_URL = search_url  # type: ignore[attr-defined]
    try:
        index.state()
    except index.NoIndex:
        index.put(GOODS)
        index.close()
    return search_url


@pytest.fixture
def stocked(empty: str) -> str:
    """The same with the goods in it."""
    index.put(GOODS)
    return empty
