"""`fondouk rebuild-index`: written at once, asked of a busy indexer, or refused with what is wrong."""

from __future__ import annotations

import threading

import pytest

from fondouk.doors.ops import indexer, preparing, readers
from fondouk.engines.search import index
from fondouk.engines.search.index import Document, Query
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods

pytestmark = pytest.mark.both_engines


def test_a_busy_indexer_is_asked_and_does_it(shelves: Cast, search_url: str) -> None:
    goods.publish(shelves.argan, 2)
    readers.read_all(AT)
    busy = index._engine_at.__wrapped__(search_url)
    busy.put([Document("STALE", {"en": "stale thing"})])
    assert indexer.rebuild() is None
    assert indexer._request().exists()
    busy.close()
    indexer._turn(threading.Event())
    assert not indexer._request().exists()
    assert index.state().documents == 2
    assert index.find(Query("argan")).total == 2


def test_a_request_outlives_an_attempt_that_failed(shelves: Cast, search_url: str) -> None:
    goods.publish(shelves.argan, 2)
    readers.read_all(AT)
    busy = index._engine_at.__wrapped__(search_url)
    busy.put([Document("STALE", {"en": "stale thing"})])
    assert indexer.rebuild() is None
    with pytest.raises(index.SearchBusy):
        indexer._turn(threading.Event())
    assert indexer._request().exists()
    busy.close()


def test_a_cluster_that_is_down_is_told_and_nothing_is_asked(
    shelves: Cast, search_url: str, settings: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEARCH_URL = "http://127.0.0.1:1/none?timeout=0.5"  # type: ignore[attr-defined]
    with pytest.raises(index.SearchDown):
        indexer.rebuild()
    assert not indexer._request().exists()
    assert indexer._missing() is False, "what is down for a moment is not written anew"
    monkeypatch.setattr(preparing, "_entered", lambda role: threading.Lock())
    with pytest.raises(SystemExit, match="nothing is changed"):
        preparing.rebuild([])
