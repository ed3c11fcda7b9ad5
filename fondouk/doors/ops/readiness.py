"""Whether the marketplace is ready: its database answers, its tables are up to date, its index holds what is public.

The demo's data is written in one transaction before the web server starts, so a server that answers has it.
"""

from __future__ import annotations

from django.db import DatabaseError, connection

from fondouk.doors.ops.preparing import pending_migrations
from fondouk.engines.search import index
from fondouk.market.discovery import queries as discovery

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
    if "migrated" not in _known:
        _known.extend(["migrated"] if not pending_migrations() else [])
    return "migrated" in _known


def _indexed() -> bool:
    """Whether the index has held every listing once; later it may lag behind by a moment."""
    if "indexed" not in _known:
        try:
            whole = index.state().documents >= discovery.count()
        except index.SearchDown:
            return False
        _known.extend(["indexed"] if whole else [])
    return "indexed" in _known
