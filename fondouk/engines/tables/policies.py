"""Migration operations for what Django's models cannot say: policies, append-only tables, composite keys.

All are reversible SQL, placed in a migration beside their table.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import migrations

_SYSTEM = "current_setting('fondouk.scope', true) = 'system'"
_COMPANY = "nullif(current_setting('fondouk.company', true), '')::bigint"


def PartyPolicy(  # noqa: N802 - reads as an operation in a migration
    table: str, columns: Sequence[str], *, also: str = "", write_also: str = ""
) -> migrations.RunSQL:
    """Rows are seen and written by the system scope and by the companies named in `columns`.

    `also` is further SQL for reading (a grant row, a public state); `write_also` for writing.
    """
    if not columns and not also:
        raise ValueError("a policy needs party columns")
    parties = [f"{_COMPANY} = {column}" for column in columns]
    write = " OR ".join([_SYSTEM, *parties, *([write_also] if write_also else [])])
    read = " OR ".join([_SYSTEM, *parties, *([also] if also else [])])
    return migrations.RunSQL(
        sql=f"""
            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            CREATE POLICY {table}_read ON {table} FOR SELECT USING ({read});
            CREATE POLICY {table}_insert ON {table} FOR INSERT WITH CHECK ({write});
            CREATE POLICY {table}_update ON {table} FOR UPDATE USING ({write}) WITH CHECK ({write});
            CREATE POLICY {table}_delete ON {table} FOR DELETE USING ({write});
        """,
        reverse_sql=f"""
            DROP POLICY {table}_read ON {table};
            DROP POLICY {table}_insert ON {table};
            DROP POLICY {table}_update ON {table};
            DROP POLICY {table}_delete ON {table};
            ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def PartyArrayPolicy(table: str, column: str) -> migrations.RunSQL:  # noqa: N802
    """As PartyPolicy for a table whose parties stand in one bigint[] column."""
    return PartyPolicy(table, [], also=f"{_COMPANY} = ANY({column})", write_also=f"{_COMPANY} = ANY({column})")


def ChildPolicy(table: str, *, parent: str, key: str) -> migrations.RunSQL:  # noqa: N802
    """Rows follow their parent's policy: seen by whoever sees the parent row."""
    seen = f"EXISTS (SELECT 1 FROM {parent} AS above WHERE above.id = {table}.{key})"
    return PartyPolicy(table, [], also=seen, write_also=seen)


def AppendOnly(table: str) -> migrations.RunSQL:  # noqa: N802
    """No UPDATE, DELETE or TRUNCATE: revoked from every role but the owner, and trapped for the owner too."""
    return migrations.RunSQL(
        sql=f"""
            CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
            CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only();
            CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only();
            DO $$ DECLARE grantee text; BEGIN
                FOR grantee IN SELECT rolname FROM pg_roles
                    WHERE rolname <> current_user AND NOT rolsuper AND rolname NOT LIKE 'pg\\_%' LOOP
                    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM %I', grantee);
                END LOOP;
            END $$;
        """,
        reverse_sql=f"""
            DROP TRIGGER {table}_no_change ON {table};
            DROP TRIGGER {table}_no_truncate ON {table};
            DROP FUNCTION {table}_is_append_only();
        """,
    )


def CompositeForeignKey(  # noqa: N802
    table: str, columns: Sequence[str], *, parent: str, parent_columns: Sequence[str], name: str
) -> migrations.RunSQL:
    """A child row repeats its parent's parties, and cannot name other ones."""
    ours, theirs = ", ".join(columns), ", ".join(parent_columns)
    return migrations.RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({ours}) REFERENCES {parent} ({theirs})"
        " DEFERRABLE INITIALLY IMMEDIATE",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )
