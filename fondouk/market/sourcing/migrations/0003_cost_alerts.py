"""Alerts of a changed law: rows of their trade, append-only."""

import functools

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references
from fondouk.engines.tables.policies import AppendOnly, CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0002_policies"),
        ("sourcing", "0002_policies"),
    ]

    operations = [
        migrations.CreateModel(
            name="CostAlert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("ALR",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("cause", models.CharField(max_length=24)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("difference", models.DecimalField(decimal_places=2, max_digits=18)),
                ("changes", models.JSONField()),
                ("arrival", models.JSONField()),
                ("arrival_on", models.DateField(null=True)),
                ("found_at", models.DateTimeField()),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "quotation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="sourcing.quotation"
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["quotation", "-found_at"], name="cost_alert_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("quotation", "version", "cause"), name="cost_alert_once")
                ],
            },
        ),
        PartyPolicy("sourcing_costalert", PARTIES),
        CompositeForeignKey(
            "sourcing_costalert",
            ["quotation_id", *PARTIES],
            parent="sourcing_quotation",
            parent_columns=["id", *PARTIES],
            name="sourcing_costalert_parties_of_sourcing_quotation",
        ),
        AppendOnly("sourcing_costalert"),
    ]
