import functools

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalogue", "0002_prices_fall"),
        ("companies", "0002_policies"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("INQ",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18)),
                ("unit", models.CharField(max_length=3)),
                ("destination", models.CharField(max_length=5)),
                ("conversation", models.CharField(max_length=24)),
                (
                    "state",
                    models.CharField(
                        choices=[("OPEN", "OPEN"), ("ANSWERED", "ANSWERED"), ("CLOSED", "CLOSED")],
                        default="OPEN",
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.CharField(max_length=24)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_by", models.CharField(blank=True, default="", max_length=24)),
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.product"
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
                "indexes": [
                    models.Index(fields=["supplier", "state", "-asked_at"], name="inquiry_of_supplier"),
                    models.Index(fields=["buyer", "state", "-asked_at"], name="inquiry_of_buyer"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "buyer", "supplier", "operator"), name="inquiry_parties"),
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="inquiry_quantity_positive"),
                    models.CheckConstraint(
                        condition=models.Q(("buyer", models.F("supplier")), _negated=True), name="inquiry_between_two"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Quotation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("QUO",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("SENT", "SENT"),
                            ("COUNTERED", "COUNTERED"),
                            ("ACCEPTED", "ACCEPTED"),
                            ("DECLINED", "DECLINED"),
                            ("WITHDRAWN", "WITHDRAWN"),
                            ("EXPIRED", "EXPIRED"),
                        ],
                        default="SENT",
                        max_length=20,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("valid_until", models.DateField()),
                ("sent_at", models.DateTimeField()),
                ("sent_by", models.CharField(max_length=24)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decided_by", models.CharField(blank=True, default="", max_length=24)),
                ("decline_reason", models.CharField(blank=True, default="", max_length=400)),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="quotations", to="sourcing.inquiry"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
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
                "indexes": [models.Index(fields=["state", "valid_until"], name="quotation_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "buyer", "supplier", "operator"), name="quotation_parties"),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["SENT", "COUNTERED"])),
                        fields=("inquiry",),
                        name="quotation_live_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "ACCEPTED")), fields=("inquiry",), name="quotation_accepted_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CounterOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=18, null=True)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ("words", models.TextField(max_length=2000)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=24)),
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
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "quotation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counter_offers",
                        to="sourcing.quotation",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("quotation", "version"), name="counter_offer_once")],
            },
        ),
        migrations.CreateModel(
            name="QuotationLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("description", models.CharField(max_length=200)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18)),
                ("unit", models.CharField(max_length=3)),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=18)),
                ("amount_minor", models.BigIntegerField()),
                ("hs6", models.CharField(blank=True, default="", max_length=6)),
                ("origin", models.CharField(blank=True, default="", max_length=2)),
                ("net_kg", models.DecimalField(decimal_places=4, max_digits=14, null=True)),
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
                    "product",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.product"
                    ),
                ),
                (
                    "quotation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="sourcing.quotation"
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
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("quotation", "version", "position"), name="quotation_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0), ("unit_price__gt", 0)), name="quotation_line_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuotationVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("incoterm", models.CharField(max_length=3)),
                ("place_name", models.CharField(max_length=80)),
                ("place_code", models.CharField(blank=True, default="", max_length=5)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("total_minor", models.BigIntegerField()),
                ("valid_until", models.DateField()),
                ("lead_days", models.PositiveSmallIntegerField()),
                ("payment_route", models.CharField(max_length=8)),
                ("milestones", models.JSONField()),
                ("cargo", models.JSONField(default=dict)),
                ("notes", models.TextField(blank=True, default="", max_length=4000)),
                ("estimate", models.JSONField(null=True)),
                ("sent_at", models.DateTimeField()),
                ("sent_by", models.CharField(max_length=24)),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "inspector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="companies.company",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="sourcing.quotation"
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
                "constraints": [
                    models.UniqueConstraint(fields=("quotation", "version"), name="quotation_version_once"),
                    models.CheckConstraint(condition=models.Q(("total_minor__gt", 0)), name="quotation_total_positive"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("HLD",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("licence", models.CharField(max_length=200)),
                ("country", models.CharField(max_length=2)),
                ("fictional", models.BooleanField(default=False)),
                ("named_at", models.DateTimeField()),
                ("named_by", models.CharField(max_length=24)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, default="", max_length=24)),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("operator",), name="holder_one_at_a_time"
                    )
                ],
            },
        ),
    ]
