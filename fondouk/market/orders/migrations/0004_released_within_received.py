"""Releases and refunds of a milestone never exceed what was received for it, whoever writes the row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("orders", "0003_policies")]
    operations = [
        migrations.RunSQL(
            sql="""
                CREATE FUNCTION release_within_received() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE received bigint; gone bigint;
                BEGIN
                    SELECT received_minor INTO received FROM orders_milestone WHERE id = NEW.milestone_id FOR UPDATE;
                    SELECT coalesce(sum(amount_minor), 0) INTO gone FROM orders_release
                        WHERE milestone_id = NEW.milestone_id;
                    IF gone + NEW.amount_minor > received THEN
                        RAISE EXCEPTION 'releases exceed what was received' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER release_within_received BEFORE INSERT ON orders_release
                    FOR EACH ROW EXECUTE FUNCTION release_within_received();
            """,
            reverse_sql="""
                DROP TRIGGER release_within_received ON orders_release;
                DROP FUNCTION release_within_received();
            """,
        )
    ]
