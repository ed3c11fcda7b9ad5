"""An index of a few goods. Every test that takes `engine` runs against each engine that can be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fondouk.engines.search import index
from tests.engines.search.goods import GOODS


@pytest.fixture
def empty(settings: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The face over an index of its own, without documents; gives its folder."""
    settings.SEARCH_URL = f"tantivy:{tmp_path / 'index'}"  # type: ignore[attr-defined]
    yield str(tmp_path / "index")
    index._engine_at.cache_clear()


@pytest.fixture
def stocked(empty: str) -> str:
    """The same with the goods in it."""
    index.put(GOODS)
    return empty
