"""Listings keep the shipments their costs are for; those made before are made again by the next sweep."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discovery", "0002_saved_products")]

    operations = [
        migrations.AddField(model_name="listing", name="shipments", field=models.JSONField(default=dict)),
        migrations.AddIndex("listing", models.Index("heading", "id", name="listing_heading")),
        migrations.RunSQL("UPDATE listing SET checked_on = '1970-01-01'", migrations.RunSQL.noop),
    ]
