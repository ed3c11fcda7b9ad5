import functools

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import fondouk.kit.references


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalogue", "0002_prices_fall"),
        ("companies", "0002_policies"),
        ("sourcing", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="TermsInForce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(unique=True)),
                ("fee_basis_points", models.PositiveIntegerField()),
                ("pay_days", models.PositiveSmallIntegerField()),
                ("inspection_days", models.PositiveSmallIntegerField()),
                ("claim_days", models.PositiveSmallIntegerField()),
                ("source", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("fee_basis_points__lte", 3000)), name="terms_fee_sane")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tolerance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("amount_minor", models.BigIntegerField()),
                ("valid_from", models.DateField()),
                ("source", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("currency", "valid_from"), name="tolerance_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("ORD",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "DRAFT"),
                            ("PROPOSED", "PROPOSED"),
                            ("SIGNED", "SIGNED"),
                            ("IN_PROGRESS", "IN_PROGRESS"),
                            ("COMPLETED", "COMPLETED"),
                            ("CLOSED", "CLOSED"),
                            ("CANCELLED", "CANCELLED"),
                        ],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("conversation", models.CharField(max_length=24)),
                ("incoterm", models.CharField(max_length=3)),
                ("place_name", models.CharField(max_length=80)),
                ("place_code", models.CharField(blank=True, default="", max_length=5)),
                ("destination", models.CharField(max_length=5)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("total_minor", models.BigIntegerField()),
                ("lead_days", models.PositiveSmallIntegerField()),
                ("payment_route", models.CharField(max_length=8)),
                ("beneficiary", models.JSONField(default=dict)),
                ("cargo", models.JSONField(default=dict)),
                ("notes", models.TextField(blank=True, default="")),
                ("estimate", models.JSONField(null=True)),
                ("buyer_po", models.CharField(blank=True, default="", max_length=40)),
                ("supplier_invoice_number", models.CharField(blank=True, default="", max_length=40)),
                ("importer_number", models.CharField(blank=True, default="", max_length=40)),
                ("consignee", models.JSONField(default=dict)),
                ("latest_shipment_on", models.DateField(blank=True, null=True)),
                ("partial_shipment", models.BooleanField(default=False)),
                ("transhipment", models.BooleanField(default=True)),
                ("quantity_tolerance_pct", models.PositiveSmallIntegerField(default=0)),
                ("governing_law", models.CharField(blank=True, default="", max_length=80)),
                ("cisg", models.BooleanField(default=True)),
                ("arbitration_seat", models.CharField(blank=True, default="", max_length=80)),
                ("contract_text", models.TextField(blank=True, default="")),
                ("contract_hash", models.CharField(blank=True, default="", max_length=64)),
                ("fee_basis_points", models.PositiveIntegerField(default=0)),
                ("partner_basis_points", models.PositiveIntegerField(default=0)),
                ("pay_days", models.PositiveSmallIntegerField(default=0)),
                ("inspection_days", models.PositiveSmallIntegerField(default=0)),
                ("claim_days", models.PositiveSmallIntegerField(default=0)),
                ("drafted_at", models.DateTimeField()),
                ("drafted_by", models.CharField(max_length=24)),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposed_by", models.CharField(blank=True, default="", max_length=24)),
                ("signed_at", models.DateTimeField(null=True)),
                ("ready_on", models.DateField(null=True)),
                ("inspected_at", models.DateTimeField(null=True)),
                ("inspection_passed", models.BooleanField(null=True)),
                ("shipped_at", models.DateTimeField(null=True)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("documents_accepted_at", models.DateTimeField(null=True)),
                ("delivered_at", models.DateTimeField(db_index=True, null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("accepted_by", models.CharField(blank=True, default="", max_length=24)),
                ("closed_at", models.DateTimeField(null=True)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancelled_by", models.CharField(blank=True, default="", max_length=24)),
                ("cancel_reason", models.CharField(blank=True, default="", max_length=400)),
                ("plan", models.JSONField(default=dict)),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sourcing.holder"
                    ),
                ),
                (
                    "inspector",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="order", to="sourcing.quotation"
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
                "db_table": "order_",
                "indexes": [
                    models.Index(fields=["buyer", "-drafted_at"], name="order_of_buyer"),
                    models.Index(fields=["supplier", "-drafted_at"], name="order_of_supplier"),
                    models.Index(fields=["state"], name="order_by_state"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "buyer", "supplier", "operator"), name="order_parties"),
                    models.CheckConstraint(
                        condition=models.Q(("buyer", models.F("supplier")), _negated=True), name="order_between_two"
                    ),
                    models.CheckConstraint(condition=models.Q(("total_minor__gt", 0)), name="order_total_positive"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("description", models.CharField(max_length=200)),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18)),
                ("unit", models.CharField(max_length=3)),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=18)),
                ("amount_minor", models.BigIntegerField()),
                ("hs6", models.CharField(blank=True, default="", max_length=6)),
                ("origin", models.CharField(blank=True, default="", max_length=2)),
                ("net_kg", models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                ("shipped", models.DecimalField(decimal_places=4, default=0, max_digits=18)),
                ("accepted", models.DecimalField(decimal_places=4, default=0, max_digits=18)),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="orders.order"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.product"
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
                    models.UniqueConstraint(fields=("order", "position"), name="order_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted__lte", models.F("shipped")), ("shipped__lte", models.F("quantity"))
                        ),
                        name="order_line_i7",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("REV",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("score", models.PositiveSmallIntegerField()),
                ("words", models.TextField(max_length=2000)),
                ("language", models.CharField(max_length=2)),
                ("author_label", models.CharField(max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[("PUBLISHED", "PUBLISHED"), ("REMOVED", "REMOVED")], default="PUBLISHED", max_length=20
                    ),
                ),
                ("reply", models.TextField(blank=True, default="", max_length=2000)),
                ("replied_at", models.DateTimeField(null=True)),
                ("replied_by", models.CharField(blank=True, default="", max_length=24)),
                ("removed_reason", models.CharField(blank=True, default="", max_length=300)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.CharField(max_length=24)),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="orders.order"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.product"
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
                "indexes": [models.Index(fields=["about", "state", "-written_at"], name="review_of_company")],
                "constraints": [
                    models.UniqueConstraint(fields=("order", "author"), name="review_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)), name="review_score"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.CharField(max_length=24)),
                ("name", models.CharField(max_length=120)),
                ("role", models.CharField(max_length=10)),
                ("contract_hash", models.CharField(max_length=64)),
                ("address", models.GenericIPAddressField(null=True)),
                ("signed_at", models.DateTimeField()),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "company",
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="orders.order"
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
                    models.UniqueConstraint(fields=("order", "company", "contract_hash"), name="signature_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="InspectionReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("INS",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("passed", models.BooleanField()),
                ("findings", models.TextField(max_length=4000)),
                ("inspected_on", models.DateField()),
                ("place", models.CharField(max_length=120)),
                ("file", models.CharField(blank=True, default="", max_length=24)),
                ("reported_at", models.DateTimeField()),
                ("reported_by", models.CharField(max_length=24)),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "inspector",
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="inspections", to="orders.order"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("passed", True)), fields=("order",), name="inspection_passes_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("MIL",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=20)),
                ("share", models.PositiveSmallIntegerField()),
                ("amount_minor", models.BigIntegerField()),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("pay_when", models.CharField(max_length=20)),
                ("release_when", models.CharField(max_length=12)),
                ("days", models.PositiveSmallIntegerField(null=True)),
                ("creditor_reference", models.CharField(max_length=25, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("PENDING", "PENDING"),
                            ("FUNDED", "FUNDED"),
                            ("DISPUTED", "DISPUTED"),
                            ("RELEASED", "RELEASED"),
                            ("REFUNDED", "REFUNDED"),
                            ("SPLIT", "SPLIT"),
                            ("PAID", "PAID"),
                            ("CANCELLED", "CANCELLED"),
                        ],
                        default="PENDING",
                        max_length=20,
                    ),
                ),
                ("received_minor", models.BigIntegerField(default=0)),
                ("released_minor", models.BigIntegerField(default=0)),
                ("refunded_minor", models.BigIntegerField(default=0)),
                ("due_on", models.DateField(null=True)),
                ("funded_at", models.DateTimeField(null=True)),
                ("released_at", models.DateTimeField(null=True)),
                ("refunded_at", models.DateTimeField(null=True)),
                ("paid_at", models.DateTimeField(null=True)),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="orders.order"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["state", "due_on"], name="milestone_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("order", "position"), name="milestone_position_once"),
                    models.CheckConstraint(condition=models.Q(("amount_minor__gt", 0)), name="milestone_positive"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "received_minor__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("released_minor"), "+", models.F("refunded_minor")
                                ),
                            )
                        ),
                        name="milestone_i3",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("REL",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("kind", models.CharField(choices=[("release", "release"), ("refund", "refund")], max_length=8)),
                ("amount_minor", models.BigIntegerField()),
                ("fee_minor", models.BigIntegerField(default=0)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("cause", models.CharField(max_length=24)),
                ("released_at", models.DateTimeField()),
                ("released_by", models.CharField(max_length=24)),
                (
                    "buyer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="orders.milestone"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="orders.order"
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
                    models.UniqueConstraint(fields=("milestone", "kind"), name="release_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_minor__gt", 0), ("fee_minor__gte", 0), ("fee_minor__lte", models.F("amount_minor"))
                        ),
                        name="release_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("CLM",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("OPEN", "OPEN"), ("DECIDED", "DECIDED"), ("WITHDRAWN", "WITHDRAWN")],
                        default="OPEN",
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(max_length=4000)),
                ("file", models.CharField(blank=True, default="", max_length=24)),
                ("amount_minor", models.BigIntegerField()),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("decision", models.CharField(blank=True, default="", max_length=8)),
                ("refund_minor", models.BigIntegerField(default=0)),
                ("reasons", models.TextField(blank=True, default="", max_length=4000)),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.CharField(max_length=24)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.CharField(blank=True, default="", max_length=24)),
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
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="orders.milestone"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="orders.order"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "OPEN")), fields=("milestone",), name="claim_open_once"
                    )
                ],
            },
        ),
    ]
