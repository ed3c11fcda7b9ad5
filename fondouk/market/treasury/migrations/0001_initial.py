import functools

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import fondouk.kit.references


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("companies", "0002_policies"),
        ("ledger", "0002_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaymentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("PMF",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("amount_minor", models.BigIntegerField()),
                ("payouts_count", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                ("filed_at", models.DateTimeField()),
                ("filed_by", models.CharField(max_length=24)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Payout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("PAY",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("supplier", "supplier"), ("refund", "refund"), ("commission", "commission")],
                        max_length=10,
                    ),
                ),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("amount_minor", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("BUILT", "BUILT"),
                            ("APPROVED", "APPROVED"),
                            ("FILED", "FILED"),
                            ("BOOKED", "BOOKED"),
                            ("REJECTED", "REJECTED"),
                            ("RETURNED", "RETURNED"),
                        ],
                        default="BUILT",
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
                ("built_at", models.DateTimeField()),
                ("built_by", models.CharField(max_length=24)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by", models.CharField(blank=True, default="", max_length=24)),
                ("filed_at", models.DateTimeField(null=True)),
                ("filed_by", models.CharField(blank=True, default="", max_length=24)),
                ("booked_at", models.DateTimeField(null=True)),
                ("booked_by", models.CharField(blank=True, default="", max_length=24)),
                ("booked_on", models.DateField(null=True)),
                ("rejected_at", models.DateTimeField(null=True)),
                ("rejected_by", models.CharField(blank=True, default="", max_length=24)),
                ("returned_at", models.DateTimeField(null=True)),
                ("returned_by", models.CharField(blank=True, default="", max_length=24)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payouts",
                        to="treasury.paymentfile",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "paid_from",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
                    ),
                ),
                (
                    "payee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["operator", "state"], name="payout_by_state"),
                    models.Index(fields=["payee", "-built_at"], name="payout_of_payee"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("id", "operator", "payee"), name="payout_parties"),
                    models.CheckConstraint(condition=models.Q(("amount_minor__gt", 0)), name="payout_positive"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_at", None),
                            models.Q(("approved_by", models.F("built_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="payout_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["FILED", "BOOKED", "RETURNED"]), _negated=True),
                            models.Q(
                                ("approved_at__isnull", False), ("file__isnull", False), ("filed_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="payout_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PayoutItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("cause", models.CharField(max_length=40)),
                ("milestone", models.CharField(blank=True, max_length=40)),
                ("order", models.CharField(blank=True, default="", max_length=24)),
                ("amount_minor", models.BigIntegerField()),
                ("live", models.BooleanField(default=True)),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "payee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "payout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="treasury.payout"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.transfer"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("live", True)), fields=("transfer",), name="payout_item_live_once"
                    ),
                    models.UniqueConstraint(fields=("payout", "transfer"), name="payout_item_once"),
                    models.CheckConstraint(condition=models.Q(("amount_minor__gt", 0)), name="payout_item_positive"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("STM",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("format", models.CharField(max_length=20)),
                ("bank_reference", models.CharField(blank=True, max_length=35)),
                ("sequence", models.CharField(blank=True, max_length=20)),
                ("digest", models.CharField(max_length=64)),
                ("file", models.CharField(blank=True, default="", max_length=24)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("opening_minor", models.BigIntegerField(null=True)),
                ("closing_minor", models.BigIntegerField(null=True)),
                ("movement_minor", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("entries_count", models.PositiveIntegerField()),
                ("known_count", models.PositiveIntegerField(default=0)),
                ("imported_at", models.DateTimeField()),
                ("imported_by", models.CharField(max_length=24)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "digest"), name="statement_once"),
                    models.UniqueConstraint(fields=("account", "number"), name="statement_chain"),
                    models.UniqueConstraint(fields=("id", "operator", "account"), name="statement_parties"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closing_minor", None), ("number", None), ("opening_minor", None)),
                            models.Q(
                                (
                                    "closing_minor",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("opening_minor"), "+", models.F("movement_minor")
                                    ),
                                ),
                                ("number__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="statement_adds_up",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("ENT",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("bank_reference", models.CharField(blank=True, max_length=70)),
                ("incoming", models.BooleanField()),
                ("amount_minor", models.BigIntegerField()),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("booked_on", models.DateField()),
                ("value_on", models.DateField(null=True)),
                ("end_to_end", models.CharField(blank=True, max_length=35)),
                ("remittance", models.TextField(blank=True)),
                ("party", models.CharField(blank=True, max_length=140)),
                ("party_account", models.CharField(blank=True, max_length=40)),
                ("returned", models.CharField(blank=True, max_length=35)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("SUSPENSE", "SUSPENSE"),
                            ("RECEIPT", "RECEIPT"),
                            ("PAYOUT", "PAYOUT"),
                            ("RETURN", "RETURN"),
                            ("OWN", "OWN"),
                        ],
                        default="SUSPENSE",
                        max_length=20,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unknown", "unknown"),
                            ("payer", "payer"),
                            ("currency", "currency"),
                            ("several", "several"),
                            ("unsigned", "unsigned"),
                            ("route", "route"),
                            ("amount", "amount"),
                            ("outgoing", "outgoing"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("milestone", models.CharField(blank=True, default="", max_length=24)),
                ("payout", models.CharField(blank=True, default="", max_length=24)),
                ("assigned_at", models.DateTimeField(null=True)),
                ("assigned_by", models.CharField(blank=True, default="", max_length=24)),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.bankaccount"
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "confirmed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirms",
                        to="treasury.statement",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="treasury.statement"
                    ),
                ),
            ],
            options={
                "ordering": ["statement_id", "position"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "SUSPENSE")),
                        fields=["operator", "booked_on"],
                        name="entry_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("milestone", ""), _negated=True),
                        fields=["milestone"],
                        name="entry_of_milestone",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("statement", "position"), name="entry_position_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("bank_reference", ""), _negated=True),
                        fields=("account", "bank_reference"),
                        name="entry_booked_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("amount_minor__gt", 0)), name="entry_positive"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assigned_at", None), ("state", "SUSPENSE")),
                            models.Q(models.Q(("state", "SUSPENSE"), _negated=True), ("assigned_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="entry_assigned_when_known",
                    ),
                ],
            },
        ),
    ]
