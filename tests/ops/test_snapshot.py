"""The tables of an empty database: filled from the snapshot, or left to the migrations where it does not fit."""

import os
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from fondouk.doors.ops import snapshot
from tests import databases

APP_URL = os.environ["DATABASE_URL"]


@pytest.fixture
def empty():
    """The owner's address of an empty database, dropped at the end."""
    name = f"test_fondouk_snapshot_{os.getpid()}"
    with psycopg.connect(databases.owner_url(), autocommit=True) as owner:
        owner.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        yield databases.owner_url(name)
        owner.execute(SQL("DROP DATABASE {}").format(Identifier(name)))


def tables(url):
    with psycopg.connect(url) as connection:
        return {name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


def test_an_empty_database_is_filled_once(empty):
    assert snapshot.fill_empty(empty, APP_URL)
    assert {"event", "order_", "procrastinate_jobs", "cache"} <= tables(empty)
    assert not snapshot.fill_empty(empty, APP_URL)


def test_what_is_filled_counts_as_migrated(empty):
    snapshot.fill_empty(empty, APP_URL)
    recorded = {module for module in snapshot.sources(snapshot.FILE.read_text()) if ".migrations." in module}
    with psycopg.connect(empty) as connection:
        rows = connection.execute("SELECT app, name, applied > now() - interval '1 minute' FROM django_migrations")
        applied = {(name, recent) for _app, name, recent in rows}
    assert {(module.rpartition(".")[2], True) for module in recorded} == applied


def test_the_app_role_works_in_it_and_changes_no_journal(empty):
    snapshot.fill_empty(empty, APP_URL)
    asked = "SELECT has_table_privilege(%s, %s, %s)"
    with psycopg.connect(empty) as connection:
        rights = {
            (table, right): connection.execute(asked, [databases.app_role(), table, right]).fetchone()[0]
            for table in ("order_", "event", "transfer")
            for right in ("SELECT", "INSERT", "UPDATE", "DELETE")
        }
        walled = connection.execute("SELECT count(*) FROM pg_policies WHERE tablename = 'order_'").fetchone()[0]
    assert {key for key, granted in rights.items() if not granted} == {
        (table, right) for table in ("event", "transfer") for right in ("UPDATE", "DELETE")
    }
    assert walled == 4


def test_a_database_with_a_table_is_left_alone(empty):
    with psycopg.connect(empty) as connection:
        connection.execute("CREATE TABLE mine (id bigint)")
    assert not snapshot.fill_empty(empty, APP_URL)
    assert tables(empty) == {"mine"}


def test_a_changed_migration_leaves_it_to_migrating(empty, monkeypatch, tmp_path):
    text = snapshot.FILE.read_text()
    module, digest = next(iter(snapshot.sources(text).items()))
    stale = tmp_path / "snapshot.sql"
    stale.write_text(text.replace(f"{module} {digest}", f"{module} {'0' * snapshot.HASH_LENGTH}"))
    monkeypatch.setattr(snapshot, "FILE", stale)
    assert not snapshot.fill_empty(empty, APP_URL)
    assert tables(empty) == set()


def test_a_server_that_refuses_a_line_keeps_nothing_of_it(empty, monkeypatch, tmp_path, capsys):
    odd = tmp_path / "snapshot.sql"
    odd.write_text(snapshot.FILE.read_text() + "CREATE TABLE public.odd (id no_such_type);\n")
    monkeypatch.setattr(snapshot, "FILE", odd)
    assert not snapshot.fill_empty(empty, APP_URL)
    assert tables(empty) == set()
    assert "no_such_type" in capsys.readouterr().err


def test_without_a_snapshot_there_is_nothing_to_load(empty, monkeypatch, tmp_path):
    monkeypatch.setattr(snapshot, "FILE", Path(tmp_path, "none.sql"))
    assert not snapshot.fill_empty(empty, APP_URL)


def test_it_knows_without_django_whether_a_database_is_up_to_date(empty):
    assert not snapshot.nothing_pending(empty)
    snapshot.fill_empty(empty, APP_URL)
    assert snapshot.nothing_pending(empty)
    with psycopg.connect(empty) as connection:
        connection.execute("DELETE FROM django_migrations WHERE app = 'orders' AND name = '0001_initial'")
    assert not snapshot.nothing_pending(empty)


def test_a_later_migration_is_noticed():
    text = snapshot.FILE.read_text()
    lines = [line for line in text.splitlines() if line.startswith(f"{snapshot.SOURCE}fondouk.engines.events.")]
    assert snapshot.stands(text.replace(lines[-1], ""))
    assert not snapshot.covers_all(text.replace(lines[-1], ""))


def test_the_first_migration_of_a_new_app_is_noticed():
    text = snapshot.FILE.read_text()
    lines = [
        line for line in text.splitlines(keepends=True) if line.startswith(f"{snapshot.SOURCE}fondouk.engines.fx.")
    ]
    without = "".join(line for line in text.splitlines(keepends=True) if line not in lines)
    assert snapshot.covers_all(text)
    assert not snapshot.covers_all(without)
