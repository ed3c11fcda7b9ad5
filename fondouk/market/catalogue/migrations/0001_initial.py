import functools

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("companies", "0002_policies"),
    ]

    operations = [
        migrations.CreateModel(
            name="HsHeading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=6, unique=True)),
                ("names", models.JSONField(default=dict)),
                ("synonyms", models.JSONField(blank=True, default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("sector", models.SlugField(max_length=40)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("names", models.JSONField(default=dict)),
                ("synonyms", models.JSONField(blank=True, default=dict)),
                ("palette", models.CharField(default="sand", max_length=12)),
                ("motif", models.CharField(blank=True, default="", max_length=30)),
                ("schema", models.JSONField(blank=True, default=dict)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="catalogue.category",
                    ),
                ),
                (
                    "heading",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="catalogue.hsheading",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("PRD",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("sku", models.CharField(blank=True, default="", max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "DRAFT"),
                            ("PUBLISHED", "PUBLISHED"),
                            ("PAUSED", "PAUSED"),
                            ("HELD", "HELD"),
                            ("ARCHIVED", "ARCHIVED"),
                        ],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("held_reason", models.CharField(blank=True, default="", max_length=300)),
                ("hs6", models.CharField(blank=True, default="", max_length=6)),
                ("gtin", models.CharField(blank=True, default="", max_length=14)),
                ("producer", models.CharField(blank=True, default="", max_length=120)),
                ("origin_country", models.CharField(blank=True, default="", max_length=2)),
                ("origin_region", models.CharField(blank=True, default="", max_length=6)),
                ("unit", models.CharField(blank=True, default="", max_length=3)),
                ("moq", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("order_multiple", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("lead_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("capacity_per_month", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("in_stock", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("sample_price", models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                (
                    "sample_currency",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=3,
                        validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")],
                    ),
                ),
                ("sample_quantity_max", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("sample_lead_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("unit_net_kg", models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True)),
                ("package", models.CharField(blank=True, default="", max_length=2)),
                ("units_per_package", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("package_length_cm", models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True)),
                ("package_width_cm", models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True)),
                ("package_height_cm", models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True)),
                ("package_gross_kg", models.DecimalField(blank=True, decimal_places=3, max_digits=10, null=True)),
                ("packages_per_pallet", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("shelf_life_days", models.PositiveIntegerField(blank=True, null=True)),
                ("storage_celsius_min", models.SmallIntegerField(blank=True, null=True)),
                ("storage_celsius_max", models.SmallIntegerField(blank=True, null=True)),
                ("un_number", models.CharField(blank=True, default="", max_length=4)),
                ("attributes", models.JSONField(blank=True, default=dict)),
                ("readiness", models.PositiveSmallIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(max_length=24)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.CharField(max_length=24)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("published_by", models.CharField(blank=True, default="", max_length=24)),
                ("imported_in", models.CharField(blank=True, default="", max_length=24)),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="products",
                        to="catalogue.category",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="products", to="companies.company"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["supplier", "state", "-changed_at"], name="product_of_supplier"),
                    models.Index(fields=["state", "category"], name="product_by_category"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sku", ""), _negated=True),
                        fields=("supplier", "sku"),
                        name="product_sku_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("moq", None), ("moq__gt", 0), _connector="OR"), name="product_moq_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hs6", ""), ("hs6__regex", "^[0-9]{6}$"), _connector="OR"),
                        name="product_hs6_six_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "HELD"), _negated=True),
                            models.Q(("held_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="product_held_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "PUBLISHED"), _negated=True),
                            models.Q(
                                ("category__isnull", False),
                                ("moq__isnull", False),
                                ("published_at__isnull", False),
                                models.Q(("unit", ""), _negated=True),
                                models.Q(("origin_country", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="product_published_is_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "incoterm",
                    models.CharField(
                        choices=[
                            ("EXW", "EXW"),
                            ("FCA", "FCA"),
                            ("FAS", "FAS"),
                            ("FOB", "FOB"),
                            ("CFR", "CFR"),
                            ("CIF", "CIF"),
                            ("CPT", "CPT"),
                            ("CIP", "CIP"),
                            ("DAP", "DAP"),
                            ("DPU", "DPU"),
                            ("DDP", "DDP"),
                        ],
                        max_length=3,
                    ),
                ),
                ("place_name", models.CharField(max_length=80)),
                ("place_code", models.CharField(blank=True, default="", max_length=5)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="price_lists", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("product", "position"), name="price_list_position_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("file", models.CharField(max_length=24)),
                ("alt", models.JSONField(blank=True, default=dict)),
                ("variants", models.JSONField(blank=True, default=list)),
                ("refused", models.CharField(blank=True, default="", max_length=200)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(max_length=24)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["file"], name="photo_by_file")],
                "constraints": [models.UniqueConstraint(fields=("product", "file"), name="photo_file_once")],
            },
        ),
        migrations.CreateModel(
            name="ProductCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.evidence"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="certificates", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("product", "evidence"), name="product_certificate_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProductPreference",
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
                ("proof", models.CharField(blank=True, default="", max_length=160)),
                ("proof_on", models.DateField(blank=True, null=True)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="preferences", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("product", "agreement"), name="product_preference_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProductText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("en", "en"), ("fr", "fr"), ("ar", "ar")], max_length=2)),
                ("title", models.CharField(max_length=120)),
                ("slug", models.CharField(blank=True, default="", max_length=140)),
                ("summary", models.CharField(blank=True, default="", max_length=400)),
                ("description", models.TextField(blank=True, default="", max_length=8000)),
                ("composition", models.CharField(blank=True, default="", max_length=400)),
                ("specification", models.JSONField(blank=True, default=list)),
                ("source_language", models.CharField(blank=True, default="", max_length=2)),
                ("by_machine", models.BooleanField(default=False)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("reviewed_by", models.CharField(blank=True, default="", max_length=24)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("product", "language"), name="product_text_once")],
            },
        ),
        migrations.CreateModel(
            name="Storefront",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("SHP",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("opened_by", models.CharField(blank=True, default="", max_length=24)),
                ("palette", models.CharField(default="sand", max_length=12)),
                ("motif", models.CharField(blank=True, default="", max_length=30)),
                ("cover_file", models.CharField(blank=True, default="", max_length=24)),
                ("cover_variants", models.JSONField(blank=True, default=list)),
                ("headlines", models.JSONField(blank=True, default=dict)),
                ("stories", models.JSONField(blank=True, default=dict)),
                ("capacity", models.JSONField(blank=True, default=dict)),
                ("response_minutes", models.PositiveIntegerField(blank=True, null=True)),
                ("response_count", models.PositiveIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.CharField(max_length=24)),
                (
                    "supplier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="storefront", to="companies.company"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("opened_at"), descending=True, nulls_last=True),
                        name="storefront_opened",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("response_minutes", None), ("response_count__gt", 0), _connector="OR"),
                        name="storefront_response_counted",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TariffCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("destination", models.CharField(max_length=2)),
                ("code", models.CharField(max_length=10)),
                ("classified_by", models.CharField(blank=True, default="", max_length=120)),
                ("ruling", models.CharField(blank=True, default="", max_length=40)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tariff_codes", to="catalogue.product"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("product", "destination"), name="tariff_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]{8}([0-9]{2})?$")), name="tariff_code_digits"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceBreak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("min_quantity", models.DecimalField(decimal_places=4, max_digits=18)),
                ("unit_price", models.DecimalField(decimal_places=6, max_digits=18)),
                ("lead_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "price_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="breaks", to="catalogue.pricelist"
                    ),
                ),
            ],
            options={
                "ordering": ["min_quantity"],
                "constraints": [
                    models.UniqueConstraint(fields=("price_list", "min_quantity"), name="price_break_quantity_once"),
                    models.UniqueConstraint(fields=("price_list", "unit_price"), name="price_break_price_once"),
                    models.CheckConstraint(
                        condition=models.Q(("min_quantity__gt", 0), ("unit_price__gt", 0)), name="price_break_positive"
                    ),
                ],
            },
        ),
    ]
