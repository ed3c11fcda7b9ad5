"""Whether the marketplace is ready: its database answers, its tables are up to date, its index stands."""

from __future__ import annotations

from django.db import DatabaseError, connection

from fondouk.doors.ops.preparing import pending_migrations
from fondouk.engines.search import index

_known: list[str] = []


def gaps() -> list[str]:
    """What is still missing, as short words; empty means ready."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return ["database"]
    missing = [] if _migrated() else ["migrations"]
    return missing if _indexed() else [*missing, "index"]


def _migrated() -> bool:
    """Asked of the database until the answer is yes, which then holds while this process runs this code."""
    if not _known:
        _known.extend(["migrated"] if not pending_migrations() else [])
    return bool(_known)


def _indexed() -> bool:
    try:
        index.state()
    except index.SearchDown:
        return False
    return True
