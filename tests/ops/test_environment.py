"""What a process needs before it works: where the database is, and work done beside it."""

import sys

import pytest

from fondouk.doors.ops import database, environment


def test_the_embedded_database_is_known_before_it_runs(monkeypatch, tmp_path):
    monkeypatch.setenv("FONDOUK_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    owner, app = database.urls(tmp_path)
    assert environment.addresses() == {"DATABASE_URL": app, "DATABASE_OWNER_URL": owner}


def test_a_named_server_wins_and_its_owner_is_the_app_unless_said(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://clerk@shop/goods")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    assert set(environment.addresses().values()) == {"postgresql://clerk@shop/goods"}


def test_a_job_beside_is_waited_for(tmp_path):
    wait = environment.forked((tmp_path / "done").touch)
    wait()
    wait()
    assert (tmp_path / "done").exists()


def test_a_failed_job_beside_is_not_passed_over():
    wait = environment.forked(lambda: sys.exit(1))
    with pytest.raises(RuntimeError, match="failed"):
        wait()
