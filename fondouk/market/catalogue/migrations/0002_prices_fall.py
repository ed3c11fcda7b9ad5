"""Prices must fall strictly as quantities rise: checked when the transaction ends, so that a list can be rewritten."""

from typing import ClassVar

from django.db import migrations

_CHECK = """
    CREATE FUNCTION catalogue_prices_fall() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM catalogue_pricebreak AS lower
            JOIN catalogue_pricebreak AS higher ON higher.price_list_id = lower.price_list_id
            WHERE lower.price_list_id = NEW.price_list_id
              AND higher.min_quantity > lower.min_quantity AND higher.unit_price >= lower.unit_price
        ) THEN
            RAISE EXCEPTION 'prices must fall as quantities rise' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER catalogue_prices_fall AFTER INSERT OR UPDATE ON catalogue_pricebreak
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION catalogue_prices_fall();
"""
_UNDO = """
    DROP TRIGGER catalogue_prices_fall ON catalogue_pricebreak;
    DROP FUNCTION catalogue_prices_fall();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("catalogue", "0001_initial")]
    operations: ClassVar = [migrations.RunSQL(_CHECK, _UNDO)]
