"""Bills of materials and origin declarations: private rows; what was examined about an origin is public."""

import functools

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references
from fondouk.engines.tables.policies import ChildPolicy, PartyPolicy

_BILL = "catalogue_billofmaterials"


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_prices_fall"),
        ("companies", "0002_policies"),
    ]

    operations = [
        migrations.CreateModel(
            name="BillOfMaterials",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("BOM",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18)),
                ("unit", models.CharField(max_length=3)),
                ("price", models.DecimalField(decimal_places=4, max_digits=18)),
                ("wholly_obtained", models.BooleanField(default=False)),
                ("new_and_different", models.BooleanField(null=True)),
                ("making", models.TextField(blank=True, default="", max_length=2000)),
                ("direct", models.BooleanField(null=True)),
                ("route", models.CharField(blank=True, default="", max_length=160)),
                ("valid_until", models.DateField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(max_length=24)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.CharField(max_length=24)),
                ("reminded_for", models.DateField(null=True)),
                ("retired_at", models.DateTimeField(null=True)),
                ("retired_by", models.CharField(blank=True, default="", max_length=24)),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BillMaterial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=120)),
                ("hs", models.CharField(blank=True, default="", max_length=10)),
                ("origin", models.CharField(max_length=2)),
                ("value", models.DecimalField(decimal_places=4, max_digits=18)),
                ("supplier_name", models.CharField(blank=True, default="", max_length=120)),
                ("became", models.CharField(blank=True, default="", max_length=120)),
                ("became_in", models.CharField(blank=True, default="", max_length=2)),
                ("proof", models.CharField(blank=True, default="", max_length=160)),
                ("file", models.CharField(blank=True, default="", max_length=24)),
                ("proof_until", models.DateField(null=True)),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="companies.evidence",
                    ),
                ),
                (
                    "bill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="catalogue.billofmaterials",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="BillCost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("labour", "labour"),
                            ("tools", "tools"),
                            ("design", "design"),
                            ("inspection", "inspection"),
                            ("energy", "energy"),
                            ("inbound", "inbound"),
                            ("packing", "packing"),
                            ("outbound", "outbound"),
                            ("general", "general"),
                            ("profit", "profit"),
                            ("other", "other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=4, max_digits=18)),
                ("note", models.CharField(blank=True, default="", max_length=120)),
                (
                    "bill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="costs",
                        to="catalogue.billofmaterials",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="BillUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="catalogue.billofmaterials"
                    ),
                ),
                (
                    "product",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bill_use", to="catalogue.product"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OriginDeclaration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("ODE",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("bill_version", models.PositiveIntegerField()),
                ("destination", models.CharField(max_length=2)),
                ("agreement", models.CharField(max_length=12)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("UNKNOWN", "UNKNOWN"),
                            ("WHOLLY_OBTAINED", "WHOLLY_OBTAINED"),
                            ("PRODUCT_RULE", "PRODUCT_RULE"),
                            ("VALUE_CONTENT", "VALUE_CONTENT"),
                            ("NONE", "NONE"),
                        ],
                        max_length=16,
                    ),
                ),
                ("share", models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ("threshold", models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField()),
                ("data", models.JSONField()),
                ("signed_name", models.CharField(max_length=120)),
                ("signed_as", models.CharField(max_length=80)),
                ("signed_at", models.DateTimeField()),
                ("signed_by", models.CharField(max_length=24)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.CharField(blank=True, default="", max_length=24)),
                (
                    "bill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.billofmaterials"
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
        ),
        migrations.CreateModel(
            name="ProductOrigin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreement", models.CharField(max_length=12)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("UNKNOWN", "UNKNOWN"),
                            ("WHOLLY_OBTAINED", "WHOLLY_OBTAINED"),
                            ("PRODUCT_RULE", "PRODUCT_RULE"),
                            ("VALUE_CONTENT", "VALUE_CONTENT"),
                            ("NONE", "NONE"),
                        ],
                        max_length=16,
                    ),
                ),
                ("declaration", models.CharField(blank=True, default="", max_length=24)),
                ("examined_on", models.DateField()),
                ("valid_until", models.DateField()),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="origins", to="catalogue.product"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="billofmaterials",
            index=models.Index(fields=["supplier", "-changed_at"], name="bill_of_supplier"),
        ),
        migrations.AddIndex(
            model_name="billofmaterials",
            index=models.Index(condition=models.Q(("retired_at", None)), fields=["valid_until"], name="bill_due"),
        ),
        migrations.AddConstraint(
            model_name="billofmaterials",
            constraint=models.CheckConstraint(
                condition=models.Q(("price__gt", 0), ("quantity__gt", 0)), name="bill_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="billmaterial",
            constraint=models.UniqueConstraint(fields=("bill", "position"), name="bill_material_once"),
        ),
        migrations.AddConstraint(
            model_name="billmaterial",
            constraint=models.CheckConstraint(condition=models.Q(("value__gt", 0)), name="bill_material_positive"),
        ),
        migrations.AddConstraint(
            model_name="billcost",
            constraint=models.UniqueConstraint(fields=("bill", "position"), name="bill_cost_once"),
        ),
        migrations.AddConstraint(
            model_name="billcost",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="bill_cost_positive"),
        ),
        migrations.AddConstraint(
            model_name="origindeclaration",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)), fields=("product", "agreement"), name="origin_declared_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="origindeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gte", models.F("valid_from"))), name="origin_declared_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="productorigin",
            constraint=models.UniqueConstraint(fields=("product", "agreement"), name="product_origin_once"),
        ),
        PartyPolicy(_BILL, ["supplier_id"]),
        ChildPolicy("catalogue_billmaterial", parent=_BILL, key="bill_id"),
        ChildPolicy("catalogue_billcost", parent=_BILL, key="bill_id"),
        ChildPolicy("catalogue_billuse", parent=_BILL, key="bill_id"),
        PartyPolicy("catalogue_origindeclaration", ["supplier_id"]),
    ]
