"""The doctor names what is wrong, and finds nothing wrong where nothing is."""

from __future__ import annotations

import pytest

from fondouk.doors.ops import doctor
from fondouk.engines.search import index
from fondouk.market.discovery import queries

pytestmark = pytest.mark.django_db


def findings() -> dict[str, doctor.Finding]:
    return {one.what: one for one in doctor.examine()}


def test_it_refuses_a_database_that_does_not_wait_for_the_disk():
    found = findings()["the database waits for the disk"]
    assert not found.well  # the tests' own server runs without fsync
    assert "fsync" in found.says


def test_it_looks_at_roles_tables_clock_and_worker():
    found = findings()
    assert found["two database roles"].well
    assert found["tables are up to date"].well
    assert found["clock"].well
    assert not found["worker"].well


def test_a_weak_key_or_debugging_is_named(settings):
    settings.DEBUG, settings.SECRET_KEY = True, "a" * 60
    found = findings()
    assert not found["debugging is off"].well
    assert not found["SECRET_KEY is strong"].well
    assert "48 random characters" in found["SECRET_KEY is strong"].says


def test_the_index_is_compared_with_what_is_public(monkeypatch):
    monkeypatch.setattr(index, "state", lambda: index.State("s", 5_000, "1", "here"))
    monkeypatch.setattr(index, "ailment", lambda: "")
    monkeypatch.setattr(queries, "count", lambda: 0)
    assert not findings()["search index"].well
    monkeypatch.setattr(queries, "count", lambda: 5_000)
    found = findings()["search index"]
    assert (found.well, found.says) == (True, "5000 of 5000 listings in here")
    monkeypatch.setattr(index, "ailment", lambda: "the cluster is yellow")
    assert not findings()["search index"].well


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://user:s3cret@127.0.0.1:1/none?timeout=0.5", "look at the cluster and at SEARCH_URL"),
        ("https://one/UPPER", "the path must name the indices in small letters"),
        ("solr://one", "SEARCH_URL must begin with tantivy:, http: or https:"),
        ("tantivy:/nowhere", "run fondouk rebuild-index"),
    ],
)
def test_an_engine_that_cannot_be_asked_is_a_finding(settings, url, says):
    settings.SEARCH_URL = url
    found = findings()["search index"]
    assert not found.well
    assert says in found.says
    assert "s3cret" not in found.says


@pytest.mark.both_engines
def test_the_engine_in_use_is_named_and_well(settings, search_url):
    settings.SEARCH_URL = search_url
    index.put([index.Document("ONE", {"en": "one thing"})])
    found = findings()["search index"]
    assert found.well
    assert ("OpenSearch at http://127.0.0.1" in found.says) == search_url.startswith("http")


def test_a_database_that_does_not_answer_is_a_finding(monkeypatch):
    from django.db import OperationalError

    from fondouk.engines.tables import scope

    def broken():
        raise OperationalError("connection refused")

    monkeypatch.setattr(scope, "as_system", broken)
    assert not findings()["database"].well
