"""Alive says only that; ready waits for tables and index, and stays ready."""

import pytest
from django.test import Client

from fondouk.doors.ops import readiness
from fondouk.engines.search import index


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch):
    monkeypatch.setattr(readiness, "_known", [])


@pytest.mark.django_db
def test_alive_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Client().get("/livez")
    assert (answer.status_code, answer["Cache-Control"].startswith("max-age=0")) == (200, True)


@pytest.mark.django_db
def test_ready_names_what_is_missing(monkeypatch):
    def down():
        raise index.SearchDown("no index")

    monkeypatch.setattr(index, "state", down)
    monkeypatch.setattr(readiness, "pending_migrations", lambda: ["orders.0009"])
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert answer.content == b"waiting for migrations, index\n"


@pytest.mark.django_db
def test_ready_once_everything_public_is_indexed(monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(index, "state", lambda: index.State("s", 0, "1", "here"))
    assert Client().get("/readyz").status_code == 200
    with django_assert_max_num_queries(1):
        assert Client().get("/readyz").content == b"ready\n"


@pytest.mark.django_db
def test_a_demo_is_ready_once_its_data_stands(monkeypatch):
    monkeypatch.setattr(index, "state", lambda: index.State("s", 0, "1", "here"))
    monkeypatch.setenv("FONDOUK_DEMO", "1")
    assert Client().get("/readyz").content == b"waiting for demo data\n"
    monkeypatch.setattr(readiness.orders, "order_counts", lambda: {1: 1})
    monkeypatch.setattr(readiness.discovery, "count", lambda: 1)
    assert Client().get("/readyz").status_code == 503  # the listings stand, the index does not hold them yet
    monkeypatch.setattr(index, "state", lambda: index.State("s", 1, "1", "here"))
    assert Client().get("/readyz").status_code == 200
