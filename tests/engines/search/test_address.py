"""SEARCH_URL of a cluster, and the breaker before it: no node needed."""

from __future__ import annotations

import logging
import subprocess
import sys
import time

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Query, SearchDown
from fondouk.engines.search.opensearch import address, breaker, calls, mapping
from fondouk.engines.search.opensearch.engine import OpenSearchEngine

FULL = "https://fondouk:s%3Acr%40t@one:9200,two,[::1]:9201/market?replicas=2&shards=3&timeout=1.5&ca=/etc/ca.pem"


def test_an_address_is_read_whole() -> None:
    read = address.read(FULL)
    assert read.hosts == (("one", 9200), ("two", 9200), ("[::1]", 9201))
    assert (read.secure, read.login, read.name) == (True, ("fondouk", "s:cr@t"), "market")
    assert (read.replicas, read.shards, read.timeout, read.ca) == ("2", 3, 1.5, "/etc/ca.pem")


def test_what_is_not_said_has_a_value() -> None:
    read = address.read("http://localhost")
    assert (read.hosts, read.secure, read.login, read.name) == ((("localhost", 9200),), False, None, "fondouk")
    assert (read.replicas, read.shards) == ("0-1", 1)
    assert mapping.copies_of(read) == {"auto_expand_replicas": "0-1"}


@pytest.mark.parametrize(
    "wrong",
    ["http://", "http://a,,b/x", "http://a:port", "http://a/UPPER", "http://a/x/y", "http://a?replicas=many",
     "http://a?shards=0", "http://a?timeout=never", "http://a?timeout=0", "http://a?verify=no", "http://[::1", "http://a℀b"],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_password_is_not(wrong: str) -> None:
    with pytest.raises(ValueError, match="SEARCH_URL") as told:
        address.read(wrong.replace("http://", "http://fondouk:s3cret@"))
    assert "s3cret" not in str(told.value)


def test_another_engine_is_refused(settings: pytest.FixtureRequest) -> None:
    settings.SEARCH_URL = "solr://somewhere"  # type: ignore[attr-defined]
    with pytest.raises(SearchDown, match="tantivy:, http: or https:"):
        index.find(Query("argan"))


def test_the_password_stays_out_of_texts_and_goes_with_each_call() -> None:
    read = address.read(FULL)
    assert "s:cr@t" not in str(read) + repr(read)
    connections = calls._transport(address.read(FULL.replace("&ca=/etc/ca.pem", ""))).connection_pool.connections
    assert len(connections) == 3
    assert all(one.use_ssl and one.headers["authorization"].startswith("Basic ") for one in connections)


def test_a_dead_cluster_is_told_quickly_and_then_at_once(caplog: pytest.LogCaptureFixture) -> None:
    engine = OpenSearchEngine("http://fondouk:s3cret@127.0.0.1:1,127.0.0.1:2/none?timeout=0.5")
    with caplog.at_level(logging.INFO):
        for _ in range(breaker.FAILURES):
            with pytest.raises(SearchDown):
                engine.find(Query("argan"))
        with pytest.raises(SearchDown, match="lately"):
            engine.suggest("argan", "en", 8)
    assert "s3cret" not in caplog.text
    assert caplog.text.count("does not answer: searches are refused") == 1


def test_the_breaker_lets_one_try_after_a_pause_and_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    made = breaker.Breaker()
    for _ in range(breaker.FAILURES):
        made.check()
        made.failed()
    with pytest.raises(SearchDown):
        made.check()
    now[0] += breaker.PAUSE_SECONDS
    made.check()
    with pytest.raises(SearchDown):
        made.check()
    made.answered()
    made.check()


def test_the_embedded_engine_starts_without_the_clusters_client() -> None:
    code = "import sys; from fondouk.engines.search import index; index._engine_at('tantivy:/nowhere'); "
    code += "sys.exit('opensearchpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
