import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_guards"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="account",
            name="account_never_overdrawn",
        ),
        migrations.AlterField(
            model_name="account",
            name="kind",
            field=models.CharField(
                choices=[
                    ("bank", "bank"),
                    ("suspense", "suspense"),
                    ("clearing", "clearing"),
                    ("escrow", "escrow"),
                    ("disputed", "disputed"),
                    ("supplier_payable", "supplier_payable"),
                    ("buyer_refundable", "buyer_refundable"),
                    ("sender_refundable", "sender_refundable"),
                    ("platform_fee", "platform_fee"),
                    ("partner_commission", "partner_commission"),
                    ("own_funds", "own_funds"),
                    ("fx", "fx"),
                    ("rounding", "rounding"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "kind__in",
                            [
                                "escrow",
                                "supplier_payable",
                                "buyer_refundable",
                                "sender_refundable",
                                "clearing",
                                "partner_commission",
                            ],
                        ),
                        _negated=True,
                    ),
                    (
                        "credits__gte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("debits"), "+", models.F("debits_pending")
                        ),
                    ),
                    _connector="OR",
                ),
                name="account_never_overdrawn",
            ),
        ),
    ]
