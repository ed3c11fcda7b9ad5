"""The tables of an empty database, from one file: what all migrations end in, loaded in about a second.

`snapshot.sql` is written by `.ci/snapshot.py`, and `make check` proves that it equals what migrating makes. Its first
lines name the files it stands on, with their hashes: where one of them reads otherwise, or where the server does not
take it, nothing is loaded and the migrations run as ever. Migrations written later run on top. Needs no Django.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

FILE = Path(__file__).with_name("snapshot.sql")
SOURCE = "-- from "  # + module + hash
MIGRATION_LOCK = 710_025
HASH_LENGTH = 16

_GRANTS = (
    "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}",
    "ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO {}",
)
_EMPTY = """
    SELECT current_schema() = 'public' AND NOT EXISTS (
        SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S'))
"""


def fill_empty(owner_url: str, app_url: str) -> bool:
    """Load the snapshot where the owner's database has no table yet; whether it was loaded.

    Under the lock of the migrations, in one transaction: a server that refuses a line of it is left as it was.
    """
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if not stands(text):
        return False
    try:
        with psycopg.connect(owner_url) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [MIGRATION_LOCK])
            row = connection.execute(_EMPTY).fetchone()
            if row is None or not row[0]:
                return False
            connection.execute("SET LOCAL synchronous_commit = off")  # a lost load is made again by the next start
            grant_to_app(connection, owner_url, app_url)
            connection.execute(text.encode())
    except psycopg.errors.DatabaseError as refused:
        print(f"The tables are made by migrating: {str(refused).splitlines()[0]}", file=sys.stderr)
        return False
    return True


def nothing_pending(owner_url: str) -> bool:
    """Whether this database has every migration there is, as far as the snapshot tells; False where it cannot."""
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if not (stands(text) and covers_all(text)):
        return False
    try:
        with psycopg.connect(owner_url) as connection:
            rows = connection.execute("SELECT app, name FROM django_migrations").fetchall()
    except psycopg.errors.DatabaseError:
        return False
    return migrations(text) <= set(rows)


def grant_to_app(connection: psycopg.Connection, owner_url: str, app_url: str) -> None:
    """The owner's future tables are the app role's to use; the embedded cluster grants it already, others may not."""
    app, owner = (unquote(urlsplit(url).username or "") for url in (app_url, owner_url))
    if app not in {"", owner}:
        for grant in _GRANTS:
            connection.execute(SQL(grant).format(Identifier(app)))


def stands(text: str) -> bool:
    """Whether every file this snapshot was made from still reads as it did."""
    known = sources(text)
    return bool(known) and all(fingerprint(module) == digest for module, digest in known.items())


def covers_all(text: str) -> bool:
    """Whether no migration was written after this snapshot, in the apps it knows and in new ones of this project."""
    known = sources(text)
    folders = {module.rpartition(".")[0] for module in known if ".migrations." in module} | _own_folders()
    found = {f"{folder}.{file.stem}" for folder in folders for file in _numbered(folder)}
    return found <= known.keys()


def sources(text: str) -> dict[str, str]:
    """The modules a snapshot was made from, with the hash each had."""
    lines = (line.removeprefix(SOURCE).split() for line in text.splitlines() if line.startswith(SOURCE))
    return {line[0]: line[1] for line in lines}


def migrations(text: str) -> set[tuple[str, str]]:
    """The migrations a snapshot holds, as (app, name)."""
    return set(re.findall(r"^INSERT INTO public\.django_migrations VALUES \(\d+, '(\w+)', '(\w+)'", text, re.MULTILINE))


def fingerprint(module: str) -> str:
    """A hash over a module's file; empty where there is none."""
    package, _, name = module.rpartition(".")
    file = _folder(package) / f"{name}.py"
    return hashlib.sha256(file.read_bytes()).hexdigest()[:HASH_LENGTH] if file.exists() else ""


def heading(modules: Iterable[str]) -> str:
    """The lines that name these modules with their hashes."""
    return "".join(f"{SOURCE}{module} {fingerprint(module)}\n" for module in sorted(modules))


def _own_folders() -> set[str]:
    """The packages of migrations in this project."""
    project = _folder("fondouk")
    return {".".join(("fondouk", *one.relative_to(project).parts)) for one in project.glob("*/*/migrations")}


def _numbered(package: str) -> list[Path]:
    return sorted(_folder(package).glob("[0-9]*.py"))


@cache
def _folder(package: str) -> Path:
    """Where a package lies. Only its first name is looked up: importing the rest could ask for Django's settings."""
    first, *rest = package.split(".")
    found = find_spec(first)
    if found is None or found.origin is None:
        return Path("/nonexistent")
    return Path(found.origin).parent.joinpath(*rest)
