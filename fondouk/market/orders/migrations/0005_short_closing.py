import functools

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references
from fondouk.engines.tables.policies import CompositeForeignKey, PartyPolicy

PARTIES = ["buyer_id", "supplier_id", "operator_id"]


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0002_policies"),
        ("orders", "0004_released_within_received"),
    ]

    operations = [
        migrations.CreateModel(
            name="ShortClosing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=functools.partial(fondouk.kit.references.new, *("SHC",)),
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "OPEN"),
                            ("AGREED", "AGREED"),
                            ("DECIDED", "DECIDED"),
                            ("DECLINED", "DECLINED"),
                            ("WITHDRAWN", "WITHDRAWN"),
                        ],
                        default="OPEN",
                        max_length=20,
                    ),
                ),
                ("by_buyer", models.BooleanField()),
                ("reason", models.CharField(max_length=400)),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.CharField(max_length=24)),
                ("answer", models.CharField(blank=True, default="", max_length=1000)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.CharField(blank=True, default="", max_length=24)),
                ("price_before_minor", models.BigIntegerField(null=True)),
                ("price_after_minor", models.BigIntegerField(null=True)),
                ("returned_minor", models.BigIntegerField(default=0)),
                (
                    "currency",
                    models.CharField(max_length=3, validators=[django.core.validators.RegexValidator("^[A-Z]{3}$")]),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="release",
            name="release_once",
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "release")), fields=("milestone",), name="release_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "refund")), fields=("milestone", "cause"), name="refund_once"
            ),
        ),
        migrations.AddField(
            model_name="shortclosing",
            name="buyer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AddField(
            model_name="shortclosing",
            name="operator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AddField(
            model_name="shortclosing",
            name="order",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="shorts", to="orders.order"
            ),
        ),
        migrations.AddField(
            model_name="shortclosing",
            name="supplier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AddConstraint(
            model_name="shortclosing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "OPEN")), fields=("order",), name="short_open_once"
            ),
        ),
        PartyPolicy("orders_shortclosing", PARTIES),
        CompositeForeignKey(
            "orders_shortclosing",
            ["order_id", *PARTIES],
            parent="order_",
            parent_columns=["id", *PARTIES],
            name="orders_shortclosing_parties",
        ),
    ]
