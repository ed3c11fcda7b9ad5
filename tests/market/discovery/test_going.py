"""A product that is paused is gone everywhere within a second, through the real loops of reader and indexer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from psycopg.conninfo import make_conninfo

from fondouk.doors.ops import indexer, readers
from fondouk.engines.events.perform import perform
from fondouk.engines.search import index
from fondouk.engines.search.index import Query
from fondouk.engines.tables import scope
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.discovery import queries
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5
PATIENCE_SECONDS = 20


@pytest.fixture
def loops(transactional_db: None, shelves: Cast, settings: Any) -> Iterator[list[str]]:
    """Three products, and both loops running as in production: woken by the bell of this test's own database."""
    settings.DATABASE_URL = make_conninfo(settings.DATABASE_URL, dbname=connection.settings_dict["NAME"])
    references = goods.publish(shelves.argan, 3)
    goods.read_and_index()
    stop = threading.Event()
    running = [threading.Thread(target=run, args=(stop,), daemon=True) for run in (readers.run, indexer.run)]
    for one in running:
        one.start()
    yield references
    stop.set()
    for one in running:
        one.join(PATIENCE_SECONDS)


def test_a_paused_product_is_gone_within_a_second(loops: list[str], shelves: Cast, client: Client) -> None:
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        _act(catalogue.pause_product, shelves, loops[0])
        took.append(_until(started, lambda: index.find(Query("argan")).total == 2))
        _nowhere(client, loops[0])
        _act(catalogue.publish_product, shelves, loops[0])
        _until(started, lambda: index.find(Query("argan")).total == 3)
        assert loops[0] in client.get("/en/search/?q=argan").content.decode()
    print(
        f"paused → gone from the search: median {sorted(took)[ROUNDS // 2] * 1000:.0f} ms, worst {max(took) * 1000:.0f}"
    )


def _act(command: Callable[..., object], cast: Cast, product: str) -> None:
    with scope.as_system():
        perform(command, once=None, by=cast.argan.actor, at=AT, product=product)


def _until(started: float, holds: object) -> float:
    while not holds():  # type: ignore[operator]
        assert time.perf_counter() - started < PATIENCE_SECONDS
        time.sleep(0.005)
    return time.perf_counter() - started


def _nowhere(client: Client, reference: str) -> None:
    """Not on the page, in its counts, its suggestions, among similar goods, in a comparison, or told to crawlers."""
    for address in ("search/?q=argan", "search/", "categories/argan-oil/", "search/suggestions/?q=argan", "suppliers/"):
        assert reference not in client.get(f"/en/{address}").content.decode(), address
    assert f"/p/{reference}/" not in client.get(f"/en/compare/?p={reference}").content.decode()
    assert reference not in client.get("/sitemap-products-1.xml").content.decode()
    assert "2 products" in client.get("/en/search/?q=argan").content.decode()
    with scope.as_system():
        others = queries.browse_references()
        assert reference not in others
        assert all(reference not in queries.similar_stamps(one) for one in others)
