"""Fifty kill -9 over database, web server, worker, readers and indexer: nothing acknowledged is lost or doubled."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable

import psycopg
import pytest

from tests.ops.crashing.clients import Clients
from tests.ops.crashing.marketplace import PARTS, Marketplace, free_port

CYCLES = 1000 if os.environ.get("FONDOUK_SOAK") else int(os.environ.get("FONDOUK_CRASHES", "50"))
DRAFTS = 30
SETTLE_SECONDS = 120
SEED = 20261123

ENGINES = ["tantivy", "opensearch"] if os.environ.get("FONDOUK_SOAK") else ["tantivy"]

pytestmark = [pytest.mark.crash, pytest.mark.xdist_group("crash")]


@pytest.mark.parametrize("search_url", ENGINES, indirect=True)
def test_nothing_acknowledged_is_lost_or_doubled(tmp_path, search_url, monkeypatch):
    if search_url.startswith("http"):
        monkeypatch.setenv("SEARCH_URL", search_url)
    market = Marketplace(tmp_path, free_port())
    try:
        stage = market.open(DRAFTS)
        clients = Clients(
            market.port, str(stage["cookie"]), str(stage["acting"]), str(stage["conversation"]), list(stage["drafts"])
        )
        _fire(market, clients)
        with market.owner() as owner:
            _settle(market, owner)
            _nothing_lost_or_doubled(owner, clients)
        assert market.abandoned() == [], "processes outlive a killed supervisor"
    finally:
        market.close()


def _fire(market: Marketplace, clients: Clients) -> None:
    """Kill part after part while the clients work, then let them come to an end.

    Between rounds the marketplace gets back on its feet: parts killed faster than they start prove nothing.
    """
    dice, threads = random.Random(SEED), clients.threads()
    for thread in threads:
        thread.start()
    killed: Counter[str] = Counter()
    while killed.total() < CYCLES:
        time.sleep(dice.uniform(0.4, 2.0))
        part = PARTS[killed.total() % len(PARTS)]
        killed[part] += market.kill(part, dice)
        if killed.total() % len(PARTS) == 0:
            _on_its_feet(market, clients)
    clients.peace()
    _until(lambda: len(clients.said) >= CYCLES // 5)
    clients.enough.set()
    for thread in threads:
        thread.join(180)
    assert not any(thread.is_alive() for thread in threads), market.logs()
    assert not clients.gone_wrong, (clients.gone_wrong[:5], market.logs())
    assert len(clients.said) >= CYCLES // 5, market.logs()
    assert len(clients.published) == len(clients.pictured) == DRAFTS
    assert set(killed) == set(PARTS)


def _on_its_feet(market: Marketplace, clients: Clients) -> None:
    """Ready, and a client was answered since."""
    market.wait_ready()
    said = len(clients.said)
    _until(lambda: len(clients.said) > said)


def _until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something to become true, at most so long."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.2)


WAITING = """
SELECT (SELECT count(*) FROM unread)
     + (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND scheduled_at IS NULL)
     + (SELECT count(*) FROM stored_file WHERE kind = 'photo' AND state = 'RECEIVED')
"""  # the photos by themselves: a job that fell with the database is tried again at a later moment of its own


def _settle(market: Marketplace, owner: psycopg.Connection) -> None:
    """Readers, indexer and worker catch up; a job's last pause before it is tried again is half a minute."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while (left := _one(owner, WAITING)) and time.monotonic() < deadline:
        time.sleep(0.5)
    assert left == 0, market.logs()
    assert "no other" in market.python("tests.ops.crashing.compare")


def _nothing_lost_or_doubled(owner: psycopg.Connection, clients: Clients) -> None:
    said = Counter(row[0] for row in owner.execute("SELECT body FROM conversations_message WHERE body LIKE 'crash %'"))
    assert {words: said[words] for words in clients.said} == dict.fromkeys(clients.said, 1)
    assert set(said.values()) == {1}
    states = dict(
        owner.execute("SELECT reference, state FROM catalogue_product WHERE reference = ANY(%s)", [clients.drafts])
    )
    assert {draft: states[draft] for draft in clients.published} == dict.fromkeys(clients.published, "PUBLISHED")
    events = Counter(
        row[0]
        for row in owner.execute(
            "SELECT subject FROM event WHERE name = 'catalogue.product.published' AND subject = ANY(%s)",
            [clients.drafts],
        )
    )
    assert set(events.values()) == {1}
    photos = dict(
        owner.execute(
            "SELECT p.reference, count(*) FROM catalogue_product p JOIN catalogue_photo f ON f.product_id = p.id"
            " WHERE p.reference = ANY(%s) GROUP BY 1",
            [clients.drafts],
        )
    )
    assert set(photos.values()) == {2}  # the draft's own and the one uploaded under fire


def _one(owner: psycopg.Connection, statement: str) -> int:
    row = owner.execute(statement).fetchone()
    assert row is not None
    return int(row[0])
