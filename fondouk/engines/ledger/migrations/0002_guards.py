"""What the ledger's models cannot say: append-only rows, sums kept by the database alone, one currency a transfer."""

from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey

KEEP_SUMS = """
CREATE FUNCTION transfer_keeps_sums() RETURNS trigger
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
    UPDATE public.account SET
        debits = debits + CASE WHEN NEW.phase IN ('DONE', 'POSTED') THEN NEW.amount_minor ELSE 0 END,
        debits_pending = debits_pending + CASE NEW.phase WHEN 'HELD' THEN NEW.amount_minor
            WHEN 'DONE' THEN 0 ELSE -NEW.amount_minor END
        WHERE id = NEW.debit_id;
    UPDATE public.account SET
        credits = credits + CASE WHEN NEW.phase IN ('DONE', 'POSTED') THEN NEW.amount_minor ELSE 0 END,
        credits_pending = credits_pending + CASE NEW.phase WHEN 'HELD' THEN NEW.amount_minor
            WHEN 'DONE' THEN 0 ELSE -NEW.amount_minor END
        WHERE id = NEW.credit_id;
    RETURN NEW;
END $$;
CREATE TRIGGER transfer_keeps_sums BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_keeps_sums();
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
