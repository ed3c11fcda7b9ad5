"""An index of its own for every test that looks for goods."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fondouk.engines.search import index
from tests.cast import Cast
from tests.market.catalogue import offers


@pytest.fixture
def shelves(db: None, cast: Cast, settings: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Cast]:
    """Categories, the cast, and an empty index in a folder of this test."""
    settings.SEARCH_INDEX = tmp_path / "index"  # type: ignore[attr-defined]
    settings.SEARCH_URL = f"tantivy:{tmp_path / 'index'}"  # type: ignore[attr-defined]
    offers.shelves()
    yield cast
    index._engine_at.cache_clear()
