"""The database backend of the tests: connected as the app role, flushed by the owner.

The app role may not truncate, and the journal and the ledger refuse DELETE by trigger; so the owner empties the tables
with triggers off. Rows that migrations wrote are kept: Django's own flush would lose them.
"""

from collections.abc import Iterable
from typing import Any

import psycopg
from django.db.backends.postgresql import base, operations

from tests import databases

EMPTY = """
DO $$ DECLARE one record; filled boolean; BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN (SELECT name FROM testing.kept) LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', one.tablename) INTO filled;
    IF filled THEN EXECUTE format('DELETE FROM public.%I', one.tablename); END IF;
  END LOOP;
END $$
"""


class DatabaseOperations(operations.DatabaseOperations):
    """Flushes by deleting what the filled tables hold, as owner."""

    def sql_flush(self, *args: Any, **kwargs: Any) -> list[str]:
        """Nothing: what to empty is decided in the database. An empty list also spares the post-migrate signal."""
        return []

    def execute_sql_flush(self, sql_list: Iterable[str]) -> None:
        """Empty every table but those that migrations filled."""
        with psycopg.connect(databases.owner_url(self.connection.settings_dict["NAME"])) as owner:
            owner.execute("SET session_replication_role = replica")
            owner.execute(EMPTY)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend with the flush above."""

    ops_class = DatabaseOperations
