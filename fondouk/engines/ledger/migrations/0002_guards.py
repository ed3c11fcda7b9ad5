"""What the ledger's models cannot say: append-only rows, sums kept by the database alone, one currency a transfer."""

from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey

# Before a row: lock both accounts in ascending order, then see what an unlocked reader could not be sure of.
CHECK = """
CREATE FUNCTION transfer_is_sound() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    original public.transfer%ROWTYPE;
    already bigint;
BEGIN
    PERFORM 1 FROM public.account WHERE id IN (NEW.debit_id, NEW.credit_id) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM public.transfer WHERE cause = NEW.cause AND kind = NEW.kind) THEN
        RAISE EXCEPTION '% of % is done', NEW.kind, NEW.cause
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'transfer_once_per_cause';
    END IF;
    IF NEW.pending_id IS NOT NULL THEN
        IF EXISTS (SELECT 1 FROM public.transfer WHERE pending_id = NEW.pending_id) THEN
            RAISE EXCEPTION 'this hold has ended'
                USING ERRCODE = 'unique_violation', CONSTRAINT = 'transfer_ends_a_hold_once';
        END IF;
        SELECT * INTO original FROM public.transfer WHERE id = NEW.pending_id;
        IF original.phase <> 'HELD' OR (original.debit_id, original.credit_id, original.amount_minor)
                IS DISTINCT FROM (NEW.debit_id, NEW.credit_id, NEW.amount_minor) THEN
            RAISE EXCEPTION 'a hold is posted or voided whole, between its own accounts'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_ends_its_hold';
        END IF;
    END IF;
    IF NEW.reverses_id IS NOT NULL THEN
        SELECT * INTO original FROM public.transfer WHERE id = NEW.reverses_id;
        SELECT coalesce(sum(amount_minor), 0) INTO already FROM public.transfer WHERE reverses_id = NEW.reverses_id;
        IF (original.debit_id, original.credit_id) IS DISTINCT FROM (NEW.credit_id, NEW.debit_id)
                OR original.phase NOT IN ('DONE', 'POSTED') OR already + NEW.amount_minor > original.amount_minor THEN
            RAISE EXCEPTION 'reversals go the way back and never exceed what they reverse'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_reversal_within';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER transfer_is_sound BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_is_sound();
"""
UNCHECK = "DROP TRIGGER transfer_is_sound ON transfer; DROP FUNCTION transfer_is_sound();"

# After a statement, not a row: ten thousand updates of one account in one transaction would each walk all the
# versions before them.
KEEP_SUMS = """
CREATE FUNCTION transfer_keeps_sums() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE public.account AS a SET
        debits = a.debits + s.debits, credits = a.credits + s.credits,
        debits_pending = a.debits_pending + s.debits_pending, credits_pending = a.credits_pending + s.credits_pending
    FROM (
        SELECT id, sum(debits) AS debits, sum(credits) AS credits, sum(debits_pending) AS debits_pending,
            sum(credits_pending) AS credits_pending
        FROM (
            SELECT debit_id AS id, CASE WHEN phase IN ('DONE', 'POSTED') THEN amount_minor ELSE 0 END AS debits,
                0 AS credits, CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END
                    AS debits_pending, 0 AS credits_pending FROM fresh
            UNION ALL
            SELECT credit_id, 0, CASE WHEN phase IN ('DONE', 'POSTED') THEN amount_minor ELSE 0 END, 0,
                CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END FROM fresh
        ) AS sides GROUP BY id
    ) AS s WHERE a.id = s.id;
    RETURN NULL;
END $$;
CREATE TRIGGER transfer_keeps_sums AFTER INSERT ON transfer
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION transfer_keeps_sums();
"""
FORGET_SUMS = "DROP TRIGGER transfer_keeps_sums ON transfer; DROP FUNCTION transfer_keeps_sums();"

OPEN_EMPTY = """
CREATE FUNCTION account_opens_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.debits := 0; NEW.credits := 0; NEW.debits_pending := 0; NEW.credits_pending := 0;
    RETURN NEW;
END $$;
CREATE TRIGGER account_opens_empty BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION account_opens_empty();
DO $$ DECLARE grantee text; BEGIN
    FOR grantee IN SELECT rolname FROM pg_roles
        WHERE rolname <> current_user AND NOT rolsuper AND rolname NOT LIKE 'pg\\_%' LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON account FROM %I', grantee);
    END LOOP;
END $$;
"""
OPEN_AS_TOLD = "DROP TRIGGER account_opens_empty ON account; DROP FUNCTION account_opens_empty();"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        AppendOnly("transfer"),
        migrations.RunSQL(CHECK, UNCHECK),
        migrations.RunSQL(KEEP_SUMS, FORGET_SUMS),
        migrations.RunSQL(OPEN_EMPTY, OPEN_AS_TOLD),
        CompositeForeignKey(
            "transfer", ["debit_id", "currency"], parent="account", parent_columns=["id", "currency"],
            name="transfer_debit_currency",
        ),
        CompositeForeignKey(
            "transfer", ["credit_id", "currency"], parent="account", parent_columns=["id", "currency"],
            name="transfer_credit_currency",
        ),
    ]  # fmt: skip
