"""Whose rows they are: the operator's alone, save a payout, which its payee sees too; and what never changes."""

from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey, PartyPolicy

OPERATOR = ["operator_id"]
PAYOUT = ["operator_id", "payee_id"]


class Migration(migrations.Migration):
    dependencies = [("treasury", "0001_initial"), ("ledger", "0002_guards")]
    operations = [
        PartyPolicy("treasury_statement", OPERATOR),
        PartyPolicy("treasury_entry", OPERATOR),
        PartyPolicy("treasury_paymentfile", OPERATOR),
        PartyPolicy("treasury_payout", PAYOUT),
        PartyPolicy("treasury_payoutitem", PAYOUT),
        CompositeForeignKey(
            "treasury_entry", ["statement_id", "operator_id", "account_id"], parent="treasury_statement",
            parent_columns=["id", "operator_id", "account_id"], name="treasury_entry_parties",
        ),
        CompositeForeignKey(
            "treasury_payoutitem", ["payout_id", *PAYOUT], parent="treasury_payout", parent_columns=["id", *PAYOUT],
            name="treasury_payoutitem_parties",
        ),
        AppendOnly("treasury_statement"),
        AppendOnly("treasury_paymentfile"),
    ]  # fmt: skip
