"""One writer, many readers: freshness across processes, a killed writer, a rebuild beside the live index."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Document, Query, SearchDown
from fondouk.engines.search.opensearch import address
from tests.engines.search.goods import GOODS

pytestmark = pytest.mark.both_engines

PROJECT = Path(__file__).resolve().parents[3]
WRITE = """
import sys
from fondouk.engines.search import index
engine = index._engine_at(sys.argv[1])
for number in range(int(sys.argv[2]), 10**9):
    engine.put([index.Document(f"P{number}", {"en": f"numbered thing {number}"})])
    print(number, flush=True)
"""


def writer(url: str, start: int = 0) -> subprocess.Popen[str]:
    """Another process that puts one document after the other and says each number once it is durable."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITE, url, str(start)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )


def builds(url: str) -> int:
    """How many builds the index keeps."""
    kind, _, folder = url.partition(":")
    if kind == "tantivy":
        return len(list(Path(folder).glob("v*-*")))
    where = address.read(url)
    host, port = where.hosts[0]
    with urllib.request.urlopen(f"http://{host}:{port}/_cat/indices/{where.name}-v*?h=index") as answer:
        return len(answer.read().split())


def test_there_is_no_index_before_the_first_commit(empty: str) -> None:
    with pytest.raises(SearchDown):
        index.find(Query("argan"))
    with pytest.raises(SearchDown):
        index.state()


def test_put_replaces_and_remove_removes(stocked: str) -> None:
    index.put([Document("OLIVE", {"en": "Black soap"})])
    assert index.find(Query("olive")).total == 0
    assert [hit.id for hit in index.find(Query("soap")).hits] == ["OLIVE"]
    assert index.state().documents == len(GOODS)
    index.remove(["OLIVE", "never seen"])
    assert index.find(Query("soap")).total == 0
    assert index.state().documents == len(GOODS) - 1


def test_what_is_removed_appears_in_no_count_and_no_suggestion(stocked: str) -> None:
    index.remove(["ZELLIGE"])
    found = index.find(Query(facets=("category",)))
    assert "zellige" not in found.facets.counts["category"]
    assert index.suggest("zell", "en").products == ()


def test_another_process_finds_it_at_once(empty: str) -> None:
    process = writer(empty)
    try:
        for _ in range(5):
            number = process.stdout.readline().strip()  # type: ignore[union-attr]
            assert index.find(Query(f"thing {number}")).hits[0].id == f"P{number}"
    finally:
        process.kill()
        process.wait()


def test_only_one_process_writes(stocked: str) -> None:
    with pytest.raises(SearchDown):
        index._engine_at.__wrapped__(stocked).put(GOODS)


def test_a_killed_writer_loses_nothing_it_acknowledged(empty: str) -> None:
    acknowledged = -1
    for round_ in range(3):
        process = writer(empty, acknowledged + 1)
        stop_at = acknowledged + 4 + round_
        while acknowledged < stop_at:
            acknowledged = int(process.stdout.readline())  # type: ignore[union-attr]
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for number in range(acknowledged + 1):
            assert index.find(Query(f"thing {number}")).hits[0].id == f"P{number}"


def test_a_rebuild_is_swapped_in_without_a_gap_and_loses_no_news(stocked: str) -> None:
    misses: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            if index.find(Query("zellige")).total != 1:
                misses.append(1)

    def slowly() -> object:
        for document in GOODS:
            time.sleep(0.02)
            yield document
            if document.id == "OLIVE":
                index.put([Document("NEW", {"en": "Cedar box"})], remove=["ARGAN"])

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        assert index.rebuild(slowly()) == len(GOODS)  # type: ignore[arg-type]
    finally:
        stop.set()
        asking.join()
    assert not misses
    assert [hit.id for hit in index.find(Query("cedar")).hits] == ["NEW"]
    assert "ARGAN" not in {hit.id for hit in index.find(Query("argan")).hits}
    index.put([Document("LATER", {"en": "Walnut box"})])
    assert index.find(Query("walnut")).total == 1


def test_old_builds_are_dropped(stocked: str) -> None:
    for _ in range(4):
        index.rebuild(GOODS)
    assert 1 <= builds(stocked) <= 2


def test_a_forked_reader_opens_the_index_for_itself(stocked: str) -> None:
    assert index.find(Query("argan")).total == 2
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if index.find(Query("argan oil")).total == 2 else 2
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
