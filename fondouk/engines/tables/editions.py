"""The number of an engine's edition: asked on every page that names a cost, so in plain SQL.

Django takes longer to compile this statement than PostgreSQL to answer it.
"""

from __future__ import annotations

from django.db import connection, models


def number(edition: type[models.Model]) -> int:
    """What the one row of an engine's edition table says; 0 where nothing was ever loaded. One small statement."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT number FROM "{edition._meta.db_table}" WHERE id = 1')  # noqa: S608 - a table of ours
        row = cursor.fetchone()
    return row[0] if row else 0
