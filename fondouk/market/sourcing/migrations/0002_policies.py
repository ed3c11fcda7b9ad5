from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]


def same_parties(table: str, key: str, parent: str) -> migrations.RunSQL:
    return CompositeForeignKey(
        table, [key, *PARTIES], parent=parent, parent_columns=["id", *PARTIES], name=f"{table}_parties_of_{parent}"
    )


class Migration(migrations.Migration):
    dependencies = [("sourcing", "0001_initial")]
    operations = [
        PartyPolicy("sourcing_inquiry", PARTIES),
        PartyPolicy("sourcing_quotation", PARTIES),
        PartyPolicy("sourcing_quotationversion", PARTIES),
        PartyPolicy("sourcing_quotationline", PARTIES),
        PartyPolicy("sourcing_counteroffer", PARTIES),
        same_parties("sourcing_quotation", "inquiry_id", "sourcing_inquiry"),
        same_parties("sourcing_quotationversion", "quotation_id", "sourcing_quotation"),
        same_parties("sourcing_quotationline", "quotation_id", "sourcing_quotation"),
        same_parties("sourcing_counteroffer", "quotation_id", "sourcing_quotation"),
        AppendOnly("sourcing_quotationversion"),
        AppendOnly("sourcing_quotationline"),
        AppendOnly("sourcing_counteroffer"),
    ]
