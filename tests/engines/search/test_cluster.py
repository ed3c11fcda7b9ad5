"""Three nodes in one cluster: one is killed while questions are asked and goods are put; nothing is lost or missed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Document, Engine, Query, SearchDown
from fondouk.engines.search.opensearch import calls
from tests.engines.search.goods import GOODS
from tests.opensearch.fixtures import ON_NODES, started
from tests.opensearch.nodes import Cluster

pytestmark = [*ON_NODES]
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Three nodes."""
    yield from started(3)


@pytest.fixture
def engine(cluster: Cluster) -> Iterator[Engine]:
    """The goods in an index with a copy on another node."""
    made = index._engine_at.__wrapped__(f"{cluster.url}/three?timeout=10")
    made.rebuild(GOODS)
    yield made
    made.close()


class Asking(threading.Thread):
    """Somebody who asks all the time, for the goods and for the newest thing put; keeps what was wrong."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(daemon=True)
        self.engine = engine
        self.stop = threading.Event()
        self.newest: str | None = None
        self.asked = 0
        self.wrong: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            newest = self.newest
            try:
                if self.engine.find(Query("argan", size=24 + self.asked % 7)).total != 2:
                    self.wrong.append("argan")
                if newest and self.engine.find(Query(f"thing {newest}")).hits[0].id != newest:
                    self.wrong.append(newest)
            except SearchDown as down:
                self.wrong.append(str(down))
            self.asked += 1


def primary_of(cluster: Cluster) -> int:
    """The number of the node that holds the first copy of the index: the worst to lose."""
    rows = cluster.call("GET", "/_cat/shards/three-v*?format=json&h=prirep,node,state")
    name = next(row["node"] for row in rows if row["prirep"] == "p")
    return [node.name for node in cluster.nodes].index(name)


def copies_started(cluster: Cluster) -> int:
    rows = cluster.call("GET", "/_cat/shards/three-v*?format=json&h=state")
    return sum(row["state"] == "STARTED" for row in rows)


def test_a_killed_node_is_not_noticed(cluster: Cluster, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert copies_started(cluster) == 2, "the rebuild waits for the copy"
    asking = Asking(engine)
    asking.start()
    lost, longest = primary_of(cluster), 0.0
    for number in range(30):
        if number == 10:
            cluster.kill(lost)
        began = time.monotonic()
        engine.put([Document(f"T{number}", {"en": f"thing T{number}"})])
        longest = max(longest, time.monotonic() - began)
        asking.newest = f"T{number}"
    asking.stop.set()
    asking.join(PATIENCE_SECONDS)
    with capsys.disabled():
        print(f"\n{asking.asked} questions, {len(asking.wrong)} wrong; the longest put took {longest:.1f} s")
    assert asking.wrong == []
    assert asking.asked > 10
    for number in range(30):
        assert engine.find(Query(f"thing T{number}")).hits[0].id == f"T{number}"
    assert engine.state().documents == len(GOODS) + 30


def test_a_lost_majority_acknowledges_nothing_and_comes_back_with_all(
    cluster: Cluster, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.put([Document("KEPT", {"en": "kept thing"})])
    alive = [number for number, node in enumerate(cluster.nodes) if node.process is not None]
    for lost in alive[1:]:
        cluster.kill(lost)
    with monkeypatch.context() as impatient:
        impatient.setattr(calls, "PATIENT_SECONDS", 2.0)
        with pytest.raises(SearchDown):
            engine.put([Document("LATE", {"en": "late thing"})])
    for number, node in enumerate(cluster.nodes):
        if node.process is None:
            cluster.start(number)
    cluster.wait(3)
    _until_put(engine, Document("LATE", {"en": "late thing"}))
    for word in ("late", "kept"):
        assert engine.find(Query(word)).total == 1
    assert engine.find(Query("argan")).total == 2


def _until_put(engine: Engine, document: Document) -> None:
    """As the indexer does: again until it is acknowledged."""
    until = time.monotonic() + 3 * PATIENCE_SECONDS  # one try may take a whole one
    while True:
        try:
            return engine.put([document])
        except SearchDown:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
