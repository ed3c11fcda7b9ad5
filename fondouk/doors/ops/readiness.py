"""Whether the marketplace is ready: its database answers, its tables are up to date, its index holds what is public.

A demo (FONDOUK_DEMO) is ready once its data stands: it is still being written while the web server starts.
"""

from __future__ import annotations

import os

from django.db import DatabaseError, connection

from fondouk.doors.ops.preparing import pending_migrations
from fondouk.engines.search import index
from fondouk.engines.tables import scope
from fondouk.market.discovery import queries as discovery
from fondouk.market.orders import queries as orders

_known: list[str] = []


def gaps() -> list[str]:
    """What is still missing, as short words; empty means ready."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return ["database"]
    missing = [] if _migrated() else ["migrations"]
    if not missing and not _seeded():
        return ["demo data"]  # until it stands, an index without a listing is no whole one
    return missing if _indexed() else [*missing, "index"]


def _migrated() -> bool:
    """Asked of the database until the answer is yes, which then holds while this process runs this code."""
    if "migrated" not in _known:
        _known.extend(["migrated"] if not pending_migrations() else [])
    return "migrated" in _known


def _seeded() -> bool:
    """Whether the demo's data stands, where this is a demo; asked until it does."""
    if "seeded" not in _known and os.environ.get("FONDOUK_DEMO"):
        with scope.as_system():
            stands = bool(orders.order_counts()) and discovery.count() > 0
        _known.extend(["seeded"] if stands else [])
        return stands
    return True


def _indexed() -> bool:
    """Whether the index has held every listing once; later it may lag behind by a moment."""
    if "indexed" not in _known:
        try:
            whole = index.state().documents >= discovery.count()
        except index.SearchDown:
            return False
        _known.extend(["indexed"] if whole else [])
    return "indexed" in _known
