"""What stands before serving: tables, static files, demo data, index. A step with nothing to do does nothing."""

from __future__ import annotations

import argparse
import fcntl
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from fondouk.doors.ops import database, environment, snapshot
from fondouk.doors.ops.environment import forked


def migrate(arguments: Sequence[str]) -> None:
    """`fondouk migrate`: as owner, under a lock, so that two servers starting at once do not migrate twice."""
    argparse.ArgumentParser(prog="fondouk migrate").parse_args(arguments)
    with _entered("owner"):
        bring_up_to_date()


def bring_up_to_date() -> None:
    """The tables as this code needs them: an empty database from the snapshot, then what is pending, as owner."""
    from django.conf import settings

    snapshot.fill_empty(settings.DATABASE_OWNER_URL, settings.DATABASE_URL)
    if pending_migrations():
        migrate_all()


def migrate_all() -> None:
    """Run every migration that is not applied and make the cache's table; needs the owner's connection."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [snapshot.MIGRATION_LOCK])
        # A crash loses whole migrations at most, which the next start makes again: none needs to wait for the disk.
        cursor.execute("SET synchronous_commit = off")
        snapshot.grant_to_app(connection.connection, settings.DATABASE_OWNER_URL, settings.DATABASE_URL)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        cursor.execute("RESET synchronous_commit")
        cursor.execute("SELECT pg_advisory_unlock(%s)", [snapshot.MIGRATION_LOCK])


def pending_migrations() -> list[str]:
    """The migrations that are written but not applied, as app.name."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def collect_static() -> None:
    """Gather the static files with hashed names and compressed copies; skipped while the sources are unchanged."""
    import hashlib

    from django.conf import settings
    from django.core.management import call_command

    digest = hashlib.sha256()
    for folder in settings.STATICFILES_DIRS:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                digest.update(f"{file.relative_to(folder)} {file.stat().st_mtime_ns} {file.stat().st_size}".encode())
    stamp = settings.STATIC_ROOT / ".sources"
    settings.STATIC_ROOT.parent.mkdir(parents=True, exist_ok=True)
    with settings.STATIC_ROOT.with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two at once would clear away each other's files
        if stamp.exists() and stamp.read_text() == digest.hexdigest():
            return
        clear = settings.STATIC_ROOT.exists()
        # The style sheet's parts are joined into app.css; alone they would be files whose addresses lead nowhere.
        call_command("collectstatic", verbosity=0, interactive=False, clear=clear, ignore_patterns=["css"])
        stamp.write_text(digest.hexdigest())


def prepare(arguments: Sequence[str]) -> None:
    """Migrate as owner, then gather the static files: one process, because loading Django takes longer than either."""
    argparse.ArgumentParser(prog="fondouk prepare").parse_args(arguments)
    with _entered("owner"), ThreadPoolExecutor(1) as beside:
        collected = beside.submit(collect_static)
        bring_up_to_date()
        collected.result()


def seed_demo(arguments: Sequence[str]) -> None:
    """`fondouk seed-demo`: write the demo data unless it is there."""
    parser = argparse.ArgumentParser(prog="fondouk seed-demo")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--on-word", action="store_true", help="gather static files, then wait for a line to write")
    options = parser.parse_args(arguments)
    gc.disable()  # a short life with much to build: what it would find is a tenth of the time it takes
    with _entered("command"):
        collected = forked(collect_static) if options.on_word else lambda: None
        from fondouk.doors.demo import seed
        from fondouk.doors.ops.supervisor import LISTED

        def listed() -> None:
            collected()
            print(LISTED, flush=True)

        if options.on_word:
            seed.get_ready()
            if not sys.stdin.readline():
                return
        seed.run(progress=(lambda _line: None) if options.quiet else print, side_by_side=True, listed=listed)
        collected()


def rebuild(arguments: Sequence[str]) -> None:
    """`fondouk rebuild-index`."""
    argparse.ArgumentParser(prog="fondouk rebuild-index").parse_args(arguments)
    with _entered("indexer"):
        from fondouk.doors.ops import indexer
        from fondouk.engines.search import index

        try:
            written = indexer.rebuild()
            print("The indexer is asked to." if written is None else f"{written} listings indexed")
            index.close()
        except index.SearchDown as down:
            sys.exit(f"{down}; nothing is changed")


def manage(arguments: Sequence[str]) -> None:
    """`fondouk manage …`: as owner, because it is for developers and migrations."""
    os.environ.setdefault("FONDOUK_DEVELOPER", "1")
    with _entered(os.environ.get("FONDOUK_ROLE", "owner")):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["fondouk manage", *arguments])


@contextmanager
def _entered(role: str) -> Iterator[database.Cluster | None]:
    """Inside: Django loaded in this role. Afterwards the embedded server stops again unless others use it."""
    cluster = environment.enter(role)
    try:
        yield cluster
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def main() -> None:
    """`python -m fondouk.doors.ops.preparing`: the demo's first step."""
    prepare(sys.argv[1:])


if __name__ == "__main__":
    main()
