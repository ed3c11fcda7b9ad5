"""Many rows into one table by PostgreSQL's COPY: for loads of tens of thousands, where INSERT is too slow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models


def copy_objects(made: Sequence[models.Model]) -> int:
    """Write model instances that have no key yet; unlike `bulk_create` they get none back. Returns the count."""
    if not made:
        return 0
    fields = [field for field in made[0]._meta.local_concrete_fields if not field.primary_key]
    names = [field.attname for field in fields]
    columns = [str(field.column) for field in fields]
    return copy_rows(made[0]._meta.db_table, columns, ([getattr(one, name) for name in names] for one in made))


def copy_values(model: type[models.Model], rows: Iterable[Mapping[str, Any]], **common: Any) -> int:
    """Write rows of column values; what a row leaves out takes the column's default. No instances are made."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    defaults = [(field.attname, common.get(field.attname, field.get_default())) for field in fields]
    columns = [str(field.column) for field in fields]
    return copy_rows(
        model._meta.db_table, columns, ([row.get(name, known) for name, known in defaults] for row in rows)
    )


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows of values in the order of `columns`; names come from models, never from outside."""
    names = ", ".join(connection.ops.quote_name(one) for one in columns)
    written = 0
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
            written += 1
    return written
