from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]
CHILDREN = [
    "orders_orderline",
    "orders_signature",
    "orders_milestone",
    "orders_release",
    "orders_inspectionreport",
    "orders_claim",
    "orders_review",
]
_INSPECTS = (
    "EXISTS (SELECT 1 FROM order_ AS above WHERE above.id = orders_orderline.order_id AND above.inspector_id ="
    " nullif(current_setting('fondouk.company', true), '')::bigint)"
)


def same_parties(table: str) -> migrations.RunSQL:
    return CompositeForeignKey(
        table, ["order_id", *PARTIES], parent="order_", parent_columns=["id", *PARTIES], name=f"{table}_parties"
    )


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]
    operations = [
        PartyPolicy("order_", [*PARTIES, "inspector_id"]),
        PartyPolicy("orders_orderline", PARTIES, also=_INSPECTS),
        PartyPolicy("orders_signature", PARTIES),
        # The inspector's report puts the order under way, which looks at the payments' states.
        PartyPolicy("orders_milestone", PARTIES, also=_INSPECTS.replace("orders_orderline", "orders_milestone")),
        PartyPolicy("orders_release", PARTIES),
        PartyPolicy("orders_inspectionreport", [*PARTIES, "inspector_id"]),
        PartyPolicy("orders_claim", PARTIES),
        *(same_parties(table) for table in CHILDREN),
        AppendOnly("orders_signature"),
        AppendOnly("orders_release"),
        AppendOnly("orders_inspectionreport"),
    ]
