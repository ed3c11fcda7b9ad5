import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0002_policies"),
        ("treasury", "0002_policies"),
    ]

    operations = [
        migrations.AddField(
            model_name="payout",
            name="rejection_asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="payout",
            name="rejection_asked_by",
            field=models.CharField(blank=True, default="", max_length=24),
        ),
        migrations.AddField(
            model_name="payout",
            name="sender",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="entry",
            name="state",
            field=models.CharField(
                choices=[
                    ("SUSPENSE", "SUSPENSE"),
                    ("RECEIPT", "RECEIPT"),
                    ("PAYOUT", "PAYOUT"),
                    ("RETURN", "RETURN"),
                    ("OWN", "OWN"),
                    ("SENT_BACK", "SENT_BACK"),
                ],
                default="SUSPENSE",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="payout",
            name="account",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
            ),
        ),
        migrations.AlterField(
            model_name="payout",
            name="payee",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AlterField(
            model_name="payout",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("supplier", "supplier"),
                    ("refund", "refund"),
                    ("commission", "commission"),
                    ("sender", "sender"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="payoutitem",
            name="payee",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AddConstraint(
            model_name="payout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rejected_by", ""),
                    ("rejection_asked_by", ""),
                    models.Q(("rejected_by", models.F("rejection_asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="payout_rejection_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="payout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account__isnull", False), ("payee__isnull", False), ("sender", {})),
                    models.Q(
                        ("account", None),
                        ("payee", None),
                        ("purpose", "sender"),
                        models.Q(("sender", {}), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="payout_to_somebody",
            ),
        ),
    ]
