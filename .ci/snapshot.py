"""Write fondouk/doors/ops/snapshot.sql, or with --check say whether it still is what the migrations make.

Migrates an empty database and dumps it; the dump of another one, filled from the file, has to be the same text.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

import psycopg  # noqa: E402
from psycopg.sql import SQL, Identifier  # noqa: E402

from fondouk.doors.ops import database, environment, snapshot  # noqa: E402

COMMAND = ".venv/bin/python .ci/snapshot.py"
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
# Beside the migrations: what their operations are written with.
OPERATIONS = ("fondouk.engines.tables.policies",)
ALL = "SELECT,INSERT,DELETE,UPDATE"

HEADING = f"""\
-- What all migrations make of an empty database. Written by `{COMMAND}`; not to be edited.
-- Loaded by fondouk/doors/ops/snapshot.py where each of these files still has this hash:
"""

# As AppendOnly does it: whichever role uses this database, it cannot change what was written.
KEEP = """\
DO $$ DECLARE grantee text; BEGIN
    FOR grantee IN SELECT rolname FROM pg_roles
        WHERE rolname <> current_user AND NOT rolsuper AND rolname NOT LIKE 'pg\\_%' LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON {tables} FROM %I', grantee);
    END LOOP;
END $$;
"""


def main() -> int:
    """Write the file, or compare it; 1 where it is not what it should be."""
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as server:
        with _database(server, "snapshot_migrated"):
            modules = _migrate()
            text = _written(modules)
        if "--check" not in sys.argv:
            snapshot.FILE.write_text(text, encoding="utf-8")
            return 0
        if not snapshot.FILE.exists() or snapshot.FILE.read_text(encoding="utf-8") != text:
            print(f"{snapshot.FILE.relative_to(PROJECT)} is not what the migrations make: run `{COMMAND}`.")
            return 1
        with _database(server, "snapshot_loaded"):
            if not snapshot.fill_empty(os.environ["DATABASE_OWNER_URL"], os.environ["DATABASE_URL"]):
                print("An empty database does not take the snapshot.")
                return 1
            if differs := _difference(text, _written(modules)):
                print("A database filled from the snapshot is not a migrated one:", *differs, sep="\n")
                return 1
    return 0


def _difference(migrated: str, loaded: str) -> list[str]:
    """The lines that only one of them has, at most forty."""
    lines = difflib.unified_diff(migrated.splitlines(), loaded.splitlines(), "migrated", "loaded", n=1, lineterm="")
    return list(lines)[:40]


@contextmanager
def _server(folder: Path) -> Iterator[database.Cluster]:
    cluster = database.start(folder, settings=FAST)
    os.environ.update(FONDOUK_DATA=str(folder), FONDOUK_MODE="test")
    try:
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def _database(server: database.Cluster, name: str) -> Iterator[None]:
    """An empty database, and the environment pointing at it."""
    with psycopg.connect(server.owner_url, autocommit=True) as owner:
        owner.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    for key, url in (("DATABASE_URL", server.app_url), ("DATABASE_OWNER_URL", server.owner_url)):
        os.environ[key] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    yield


def _migrate() -> list[str]:
    """Every migration from empty, the snapshot left aside; the modules they are written in."""
    environment.load_django("owner")
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    from fondouk.doors.ops import preparing

    preparing.migrate_all()
    connections.close_all()
    found = MigrationLoader(None).disk_migrations.values()
    return [type(one).__module__ for one in found] + list(OPERATIONS)


def _written(modules: list[str]) -> str:
    """The file that this database makes."""
    tables, rows = _dump("--schema-only"), _dump("--data-only", "--inserts")
    return HEADING + snapshot.heading(modules) + _without_grants(tables) + "\n" + _rows(rows)


def _dump(*options: str) -> str:
    """A dump without remarks, empty lines, and what holds for one session or one machine alone."""
    command = [str(database.program("pg_dump")), *options, "--no-owner", os.environ["DATABASE_OWNER_URL"]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    bare = re.sub(r"^(?:--.*|\\.*|SET .*|COMMENT ON EXTENSION .*|)\n", "", done.stdout, flags=re.MULTILINE)
    return re.sub(r"\(ARRAY\[((?:'[^']*'::character varying(?:, )?)+)\]\)::text\[\]", _read_back, bare)


def _read_back(words: re.Match[str]) -> str:
    """A list of words as PostgreSQL understands it when it reads its own dump: each made text, not their list."""
    each = (f"({word})::text" for word in words[1].split(", "))
    return f"ARRAY[{', '.join(each)}]"


def _without_grants(dump: str) -> str:
    """The app role's rights come from the owner's defaults; only what they leave open is taken away by name."""
    grants = re.findall(r"^(?:GRANT|REVOKE) .*$", dump, flags=re.MULTILINE)
    kept = []
    for grant in grants:
        words = re.fullmatch(r"GRANT ([A-Z,]+) ON (TABLE|SEQUENCE) public\.(\w+) TO " + database.APP + ";", grant)
        if words is None or words[1] not in {ALL, "SELECT,INSERT", "SELECT,USAGE"}:
            sys.exit(f"The snapshot cannot say this yet; teach .ci/snapshot.py: {grant}")
        if words[1] == "SELECT,INSERT":
            kept.append(words[3])
    tables = re.sub(r"^(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) .*\n", "", dump, flags=re.MULTILINE)
    tables = tables.replace("set_config('search_path', '', false)", "set_config('search_path', '', true)")
    keep = KEEP.format(tables=", ".join(f"public.{one}" for one in kept))
    return f"SET LOCAL check_function_bodies = false;\n{tables}{keep}"


def _rows(dump: str) -> str:
    """What the migrations wrote: applied when it is loaded, and only the counters that have counted."""
    applied = r"(INSERT INTO public\.django_migrations VALUES \(.*, )'[^']*'\);"
    dump = re.sub(applied, r"\1now());", dump)
    return re.sub(
        r"^SELECT pg_catalog\.(?:set_config\(.*|setval\('[^']*', 1, false\);)\n", "", dump, flags=re.MULTILINE
    )


if __name__ == "__main__":
    sys.exit(main())
