"""Both search engines for the tests that are marked with both_engines; one node and a cluster of three for all.

Without Java or the server's artifacts these tests skip and say so; with `opensearch` in FONDOUK_REQUIRE they fail.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.opensearch.distribution import Unavailable
from tests.opensearch.nodes import Cluster

ON_NODES = (pytest.mark.opensearch, pytest.mark.xdist_group("opensearch"))
"""Tests on nodes run in one process, which starts them once."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked with both_engines against both."""
    if metafunc.definition.get_closest_marker("both_engines") and "search_url" in metafunc.fixturenames:
        engines = ["tantivy", pytest.param("opensearch", marks=ON_NODES)]
        metafunc.parametrize("search_url", engines, indirect=True)


def started(count: int) -> Iterator[Cluster]:
    """A cluster for as long as the fixture lives."""
    try:
        cluster = Cluster(count)
    except Unavailable as missing:
        if "opensearch" in os.environ.get("FONDOUK_REQUIRE", ""):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def opensearch() -> Iterator[Cluster]:
    """One node."""
    yield from started(1)


@pytest.fixture
def search_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """SEARCH_URL of an index of this test's own, in the embedded engine unless the test is of both."""
    from fondouk.engines.search import index

    if getattr(request, "param", "tantivy") == "tantivy":
        yield f"tantivy:{tmp_path / 'index'}"
        index._engine_at.cache_clear()
        return
    node = request.getfixturevalue("opensearch")
    name = f"test-{uuid.uuid4().hex[:12]}"
    yield f"{node.url}/{name}?timeout=20"
    index._engine_at.cache_clear()
    node.drop(name)
