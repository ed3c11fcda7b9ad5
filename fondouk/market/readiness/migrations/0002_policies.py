from django.db import migrations

from fondouk.engines.tables.policies import CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]


class Migration(migrations.Migration):
    dependencies = [("readiness", "0001_initial")]
    operations = [
        PartyPolicy("readiness_task", PARTIES),
        CompositeForeignKey(
            "readiness_task", ["order_id", *PARTIES], parent="order_", parent_columns=["id", *PARTIES],
            name="readiness_task_parties",
        ),
    ]  # fmt: skip
