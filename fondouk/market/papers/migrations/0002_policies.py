from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, PartyPolicy


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]
    operations = [
        PartyPolicy("papers_paper", ["buyer_id", "supplier_id", "operator_id"]),
        AppendOnly("papers_paper"),
    ]
