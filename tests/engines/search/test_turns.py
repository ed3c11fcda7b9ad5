"""Who writes into a cluster's index: one at a time, whose late words lose against what came after him."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Document, Query, SearchDown
from fondouk.engines.search.opensearch import calls, position, writing
from fondouk.engines.search.opensearch.engine import OpenSearchEngine
from tests.engines.search.goods import GOODS
from tests.engines.search.test_writing import PROJECT
from tests.opensearch.fixtures import ON_NODES

pytestmark = [*ON_NODES, pytest.mark.parametrize("search_url", ["opensearch"], indirect=True)]
HOLD = """
import sys, time
from fondouk.engines.search import index
engine = index._engine_at(sys.argv[1])
engine.put([index.Document("HELD", {"en": "held thing"})])
print("held", flush=True)
time.sleep(600)
"""


def opened(url: str) -> OpenSearchEngine:
    """Another engine at the same address, as another process has it."""
    return OpenSearchEngine(url)


@pytest.fixture
def holder(search_url: str) -> Iterator[subprocess.Popen[str]]:
    """A process that put something and keeps its turn."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, search_url], stdout=subprocess.PIPE, text=True, cwd=PROJECT)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()


def test_a_killed_writers_turn_passes_on_at_once(search_url: str, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(SearchDown, match="another process writes"):
        opened(search_url).put(GOODS)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    engine = opened(search_url)
    engine.put(GOODS)
    assert engine.state().documents == len(GOODS) + 1


def test_a_silent_writer_elsewhere_loses_the_turn_after_a_while(
    search_url: str, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position, "_is_dead", lambda process: False)  # of another machine nothing is known
    engine = opened(search_url)
    for _ in range(2):
        with pytest.raises(SearchDown, match="another process writes"):
            engine.put(GOODS)
    monkeypatch.setattr(position, "TURN_SECONDS", 0.0)
    time.sleep(0.01)
    engine.put(GOODS)
    assert engine.state().documents == len(GOODS) + 1


def test_who_lets_go_is_followed_and_who_lost_the_turn_is_refused(
    search_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = opened(search_url), opened(search_url)
    first.put(GOODS)
    first.close()
    second.put([Document("SECOND", {"en": "second thing"})])
    with pytest.raises(SearchDown, match="another process writes"):
        first.put([Document("FIRST", {"en": "first thing"})])
    monkeypatch.setattr(position, "TURN_SECONDS", -1.0)
    first.put([Document("FIRST", {"en": "first thing"})])
    with pytest.raises(SearchDown, match="another process writes"):
        second.put([Document("SECOND", {"en": "second thing, changed"})])


def test_a_late_word_loses_against_a_later_turn(search_url: str) -> None:
    first, second = opened(search_url), opened(search_url)
    first.put([Document("ONE", {"en": "old thing"})])
    late = writing._line("ONE", Document("ONE", {"en": "stale thing"}), first._position.next_version())
    gone = writing._line("TWO", None, first._position.next_version())
    first.close()
    second.put([Document("ONE", {"en": "new thing"}), Document("TWO", {"en": "kept thing"})])
    second._writing._send(second._builds.alias, [late, gone], refresh=True)
    assert [hit.id for hit in second.find(Query("new")).hits] == ["ONE"]
    assert [hit.id for hit in second.find(Query("kept")).hits] == ["TWO"]
    assert second.find(Query("stale")).meant is not None or not second.find(Query("stale")).total


def test_each_commit_changes_the_stamp_and_a_rebuild_the_build(search_url: str) -> None:
    engine, reader = opened(search_url), opened(search_url)
    stamps = []
    for turn in range(3):
        engine.put([Document("ONE", {"en": f"thing {turn}"})])
        stamps.append(reader.state().stamp)
    engine.rebuild(GOODS)
    stamps.append(reader.state().stamp)
    assert len(set(stamps)) == 4
    assert stamps[-1].split(".")[0] != stamps[0].split(".")[0]
    assert reader.state().documents == len(GOODS)


def test_a_rebuild_that_fails_leaves_the_live_index_and_no_rest(search_url: str, opensearch: Any) -> None:
    engine = opened(search_url)
    engine.put(GOODS)

    def broken() -> Iterator[Document]:
        yield GOODS[0]
        raise OSError("the database went away")

    with pytest.raises(OSError, match="went away"):
        engine.rebuild(broken())
    assert engine.find(Query("zellige")).total == 1
    assert len(opensearch.call("GET", f"/_cat/indices/{engine._builds.alias}-*?format=json")) == 1
    engine.put([Document("NEW", {"en": "cedar box"})])
    assert engine.find(Query("cedar")).total == 1


def test_what_the_cluster_has_no_room_for_is_sent_again_and_only_that(
    search_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened(search_url)
    engine.put(GOODS[:1])
    real, sent = calls.Calls.write, []

    def crowded(self: calls.Calls, method: str, path: str, body: Any = None, **params: Any) -> Any:
        if not path.endswith("/_bulk"):
            return real(self, method, path, body, **params)
        sent.append(body.count('"index"'))
        if len(sent) > 1:
            return real(self, method, path, body, **params)
        lines = body.splitlines(keepends=True)
        answer = real(self, method, path, "".join(lines[:4]), **params)
        busy = [{"index": {"_id": id, "status": 429}} for id in ("OLIVE", "BABOUCHE", "ZELLIGE")]
        return {"errors": True, "items": [*answer["items"], *busy]}

    monkeypatch.setattr(calls.Calls, "write", crowded)
    engine.put(GOODS)
    assert sent == [5, 3]
    assert engine.state().documents == len(GOODS)


def test_what_the_cluster_refuses_for_good_is_told(search_url: str) -> None:
    engine = opened(search_url)
    engine.put(GOODS)
    impossible = replace(GOODS[0], id="IMPOSSIBLE", lead=2**70)
    with pytest.raises(writing.Rejected, match="IMPOSSIBLE"):
        engine.put([impossible, Document("GOOD", {"en": "good thing"})])
    assert engine.find(Query("good")).total == 1


def test_indices_deleted_by_hand_are_missed_and_made_anew(search_url: str, opensearch: Any) -> None:
    engine = opened(search_url)
    engine.put(GOODS)
    opensearch.call("DELETE", f"/{engine._builds.alias}-*")
    with pytest.raises(index.NoIndex):
        engine.state()
    with pytest.raises(index.NoIndex):
        engine.put(GOODS)
    assert engine.rebuild(GOODS) == len(GOODS)
    opensearch.call("DELETE", f"/{engine._calls.address.name}-position")
    with pytest.raises(index.NoIndex):
        opened(search_url).state()
    engine.close()
    again = opened(search_url)
    assert again.rebuild(GOODS) == len(GOODS)
    again.put([Document("NEW", {"en": "cedar box"})])
    assert again.find(Query("cedar")).total == 1
