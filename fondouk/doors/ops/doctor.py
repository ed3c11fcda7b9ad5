"""`fondouk doctor`: is everything as it must be to be trusted with people's money? One line each, 1 if any is wrong."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fondouk.doors.ops import environment

DISK_FREE_MIN = 1_000_000_000  # bytes
CLOCK_SECONDS_MAX = 2.0
WORKER_SECONDS_MAX = 60.0
BACKLOG_MAX = 1_000
KEY_CHARACTERS_MIN = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and what to do if not."""

    what: str
    well: bool
    says: str = ""


def main(arguments: Sequence[str]) -> int:
    """Print every finding; 1 if anything is wrong."""
    argparse.ArgumentParser(prog="fondouk doctor").parse_args(arguments)
    cluster = environment.enter("command")
    try:
        found = list(examine())
    finally:
        if cluster is not None:
            cluster.stop()
    for one in found:
        print(f"{'ok  ' if one.well else 'FAIL'}  {one.what}{f': {one.says}' if one.says else ''}")
    return 0 if all(one.well for one in found) else 1


def examine() -> Iterator[Finding]:
    """Every finding; what needs the database is left out where that does not answer."""
    from django.db import DatabaseError

    from fondouk.engines.tables import scope

    yield from settings()
    yield disk()
    try:
        with scope.as_system():
            for look in (durability, roles, migrations, clock, worker, readers, unreadable, index):
                yield look()
    except DatabaseError as error:
        yield Finding("database", False, f"does not answer: {error}")


def settings() -> Iterator[Finding]:
    """Debugging off, secrets long, the site on https in production."""
    from django.conf import settings as values

    yield Finding("debugging is off", not values.DEBUG, "" if not values.DEBUG else "unset DEBUG")
    for name in ("SECRET_KEY", "EVIDENCE_KEY"):
        key = str(getattr(values, name))
        strong = len(key) >= KEY_CHARACTERS_MIN and len(set(key)) >= 12
        yield Finding(f"{name} is strong", strong, "" if strong else f"set FONDOUK_{name} to 48 random characters")
    if values.PRODUCTION:
        yield Finding("site on https", values.SECURE, values.SITE_URL)


def disk() -> Finding:
    """Room for files and index."""
    free = shutil.disk_usage(environment.data_folder()).free
    return Finding("disk", free >= DISK_FREE_MIN, f"{free // 1_000_000} MB free")


def durability() -> Finding:
    """A database that does not wait for the disk loses acknowledged payments in a power cut."""
    off = [name for name in ("fsync", "full_page_writes", "synchronous_commit") if _shown(name) == "off"]
    return Finding("the database waits for the disk", not off, f"turn on {', '.join(off)}" if off else "")


def roles() -> Finding:
    """The web server's role must be bound by the row policies: neither owner nor superuser."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper OR rolbypassrls, EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public'"
            " AND tableowner = current_user) FROM pg_roles WHERE rolname = current_user"
        )
        name, above, owns = cursor.fetchone()
    words = f"{name} is {'above the policies' if above else 'the owner of tables'}: set DATABASE_URL to another role"
    return Finding("two database roles", not (above or owns), words if above or owns else "")


def migrations() -> Finding:
    """Tables as this version needs them."""
    from fondouk.doors.ops.preparing import pending_migrations

    waiting = pending_migrations()
    return Finding("tables are up to date", not waiting, f"run fondouk migrate ({len(waiting)})" if waiting else "")


def clock() -> Finding:
    """Deadlines are counted by the clock: ours and the database's must agree."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0]
    apart = abs((theirs - datetime.now(UTC)).total_seconds())
    return Finding("clock", apart <= CLOCK_SECONDS_MAX, f"{apart:.1f} s apart from the database")


def worker() -> Finding:
    """Some worker has given a sign of life lately."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers")
        since = cursor.fetchone()[0]
    if since is None:
        return Finding("worker", False, "none runs: start `fondouk worker`")
    return Finding("worker", since <= WORKER_SECONDS_MAX, f"last sign of life {since:.0f} s ago")


def readers() -> Finding:
    """Nobody is far behind in reading the journal."""
    from fondouk.engines.events import journal

    behind = {name: count for name, count in journal.backlog().items() if count > BACKLOG_MAX}
    return Finding("readers", not behind, ", ".join(f"{name} has {count} unread" for name, count in behind.items()))


def unreadable() -> Finding:
    """Nothing waits that a reader could not read."""
    from fondouk.engines.events import journal

    waiting = journal.set_aside()
    said = "; ".join(f"{one.reader}: {one.name} {one.subject} ({one.error})" for one in waiting[:3])
    words = f"{len(waiting)} set aside, see /desk/journal/: {said}" if waiting else ""
    return Finding("every event could be read", not waiting, words)


def index() -> Finding:
    """The search index holds what is public, in the engine that SEARCH_URL names."""
    from fondouk.engines.search import index as engine
    from fondouk.market.discovery import queries

    try:
        state, ailment = engine.state(), engine.ailment()
    except engine.NoIndex as missing:
        return Finding("search index", False, f"{missing}: run fondouk rebuild-index")
    except engine.SearchDown as down:
        return Finding("search index", False, f"{down}: look at the cluster and at SEARCH_URL")
    public = queries.count()
    told = f"{state.documents} of {public} listings in {state.where}{f'; {ailment}' if ailment else ''}"
    return Finding("search index", abs(state.documents - public) <= BACKLOG_MAX and not ailment, told)


def _shown(name: str) -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])
