"""The test databases: one migrated template, kept while the migrations stay as they are, and a copy per session.

Made and migrated by the owner; the tests connect as the app role, as the web server does.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psutil
import psycopg
from psycopg.sql import SQL, Identifier

from fondouk.doors.ops import preparing, snapshot

PROJECT = Path(__file__).resolve().parent.parent
TEMPLATE = "fondouk_template_"
LOCK = 710_023

# What the owner's tables grant to the app role, said in the database itself for servers that are not ours.
GRANTS = """
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO {app};
"""


def owner_url(name: str | None = None) -> str:
    """The owner's address, of the database `name` if given."""
    parts = urlsplit(os.environ["DATABASE_OWNER_URL"])
    return urlunsplit(parts if name is None else parts._replace(path=f"/{name}"))


def app_role() -> str:
    """The name of the role the tests connect as."""
    return urlsplit(os.environ["DATABASE_URL"]).username or ""


@contextlib.contextmanager
def copy(owner: psycopg.Connection) -> Iterator[str]:
    """A fresh migrated database for this process, dropped at the end; yields its name."""
    name = f"test_fondouk_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    owner.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    _drop_orphans(owner)
    template = TEMPLATE + fingerprint()
    if not _exists(owner, template):
        _make_template(owner, template)
    owner.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
    owner.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    try:
        yield name
    finally:
        _hang_up(name)
        _drop(owner, name)


def fingerprint() -> str:
    """A hash over every migration of every installed app and over the operations ours are written with."""
    from django.apps import apps

    digest = hashlib.sha256()
    folders = [Path(app.path) / "migrations" for app in apps.get_app_configs()]
    folders.append(PROJECT / "fondouk" / "engines" / "tables")
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    for file in [*files, snapshot.FILE]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _make_template(owner: psycopg.Connection, template: str) -> None:
    """Migrate an unfinished database and rename it, so that an interrupted run leaves no half template."""
    for (old,) in owner.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [TEMPLATE]):
        _drop(owner, old)
    unfinished = f"{TEMPLATE}unfinished"
    owner.execute(SQL("CREATE DATABASE {}").format(Identifier(unfinished)))
    with psycopg.connect(owner_url(unfinished)) as connection:
        connection.execute(SQL(GRANTS).format(app=Identifier(app_role())))
    _migrate(unfinished)
    with psycopg.connect(owner_url(unfinished)) as connection:
        _remember_filled(connection)
    owner.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(unfinished), Identifier(template)))


def _migrate(name: str) -> None:
    from django.db import connection

    snapshot.fill_empty(owner_url(name), os.environ["DATABASE_URL"])
    app = dict(connection.settings_dict)
    connection.settings_dict.update(NAME=name, USER=urlsplit(owner_url()).username)
    connection.settings_dict["PASSWORD"] = urlsplit(owner_url()).password or ""
    try:
        if preparing.pending_migrations():
            preparing.migrate_all()
    finally:
        connection.close()
        connection.settings_dict.update(app)


def _remember_filled(connection: psycopg.Connection) -> None:
    """Note which tables the migrations filled: a flush keeps them."""
    connection.execute("CREATE SCHEMA testing")
    connection.execute("CREATE TABLE testing.kept (name text PRIMARY KEY)")
    for (table,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall():
        if connection.execute(SQL("SELECT 1 FROM {} LIMIT 1").format(Identifier(table))).fetchone():
            connection.execute("INSERT INTO testing.kept VALUES (%s)", [table])


def _drop_orphans(owner: psycopg.Connection) -> None:
    """Drop the databases of runs that were killed."""
    rows = owner.execute("SELECT datname FROM pg_database WHERE starts_with(datname, 'test_fondouk_')").fetchall()
    for (name,) in rows:
        if not psutil.pid_exists(int(name.rsplit("_", 1)[1])):
            _drop(owner, name)


def _hang_up(name: str) -> None:
    """End what still speaks to a database, the connection of a thread that outlived its test say; and name it."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as own:
        ended = own.execute(
            "SELECT left(query, 200), pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        ).fetchall()
    for query, _ in ended:
        print(f"{name} was still spoken to; last with: {query}", file=sys.stderr)


def _drop(owner: psycopg.Connection, name: str) -> None:
    """Drop a database; not WITH (FORCE), which fails on a vacuum at work, where a plain DROP waits for it."""
    owner.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))


def _exists(owner: psycopg.Connection, name: str) -> bool:
    return owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None
