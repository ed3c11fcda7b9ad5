"""An index of its own for every test that looks for goods."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.engines.landed_cost.conftest import loaded_reference_data as loaded_reference_data
from tests.market.catalogue import offers


@pytest.fixture
def shelves(db: None, cast: Cast, settings: pytest.FixtureRequest, tmp_path: Path, search_url: str) -> Cast:
    """Categories, the cast, and an empty index of this test."""
    settings.SEARCH_INDEX = tmp_path / "index"  # type: ignore[attr-defined]
    settings.SEARCH_URL = search_url  # type: ignore[attr-defined]
    offers.shelves()
    return cast
