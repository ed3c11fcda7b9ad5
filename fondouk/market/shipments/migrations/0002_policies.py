from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]
CHILDREN = [
    "shipments_shipmentline",
    "shipments_container",
    "shipments_package",
    "shipments_shipmentevent",
]


def same_parties(table: str) -> migrations.RunSQL:
    return CompositeForeignKey(
        table,
        ["shipment_id", *PARTIES],
        parent="shipments_shipment",
        parent_columns=["id", *PARTIES],
        name=f"{table}_parties",
    )


class Migration(migrations.Migration):
    dependencies = [("shipments", "0001_initial")]
    operations = [
        *(PartyPolicy(table, PARTIES) for table in ["shipments_shipment", *CHILDREN]),
        CompositeForeignKey(
            "shipments_shipment",
            ["order_id", *PARTIES],
            parent="order_",
            parent_columns=["id", *PARTIES],
            name="shipments_shipment_parties",
        ),
        *(same_parties(table) for table in CHILDREN),
        AppendOnly("shipments_shipmentevent"),
    ]
