import functools

import django.db.models.deletion
from django.db import migrations, models

import fondouk.kit.references


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("companies", "0002_policies"),
        ("orders", "0004_released_within_received"),
    ]

    operations = [
        migrations.CreateModel(
            name="Shipment",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("PREPARED", "PREPARED"),
                            ("SHIPPED", "SHIPPED"),
                            ("ARRIVED", "ARRIVED"),
                            ("DELIVERED", "DELIVERED"),
                            ("CANCELLED", "CANCELLED"),
                        ],
                        default="PREPARED",
                        max_length=20,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("fcl", "fcl"),
                            ("lcl", "lcl"),
                            ("air", "air"),
                            ("courier", "courier"),
                            ("road", "road"),
                        ],
                        max_length=8,
                    ),
                ),
                ("carrier", models.CharField(blank=True, default="", max_length=80)),
                ("vessel", models.CharField(blank=True, default="", max_length=80)),
                ("voyage", models.CharField(blank=True, default="", max_length=30)),
                ("port_from", models.CharField(blank=True, default="", max_length=5)),
                ("port_to", models.CharField(blank=True, default="", max_length=5)),
                ("invoice_number", models.CharField(max_length=40)),
                ("invoiced_on", models.DateField()),
                ("bl_number", models.CharField(blank=True, default="", max_length=40)),
                ("bl_release", models.CharField(blank=True, default="", max_length=8)),
                ("bl_originals", models.PositiveSmallIntegerField(default=0)),
                ("shipper", models.CharField(blank=True, default="", max_length=200)),
                ("consignee", models.CharField(blank=True, default="", max_length=200)),
                ("notify", models.CharField(blank=True, default="", max_length=200)),
                ("on_board_on", models.DateField(null=True)),
                ("freight_collect", models.BooleanField(default=False)),
                ("originals_held_by", models.CharField(blank=True, default="", max_length=80)),
                ("dum_number", models.CharField(blank=True, default="", max_length=40)),
                ("prepared_at", models.DateTimeField()),
                ("prepared_by", models.CharField(max_length=24)),
                ("shipped_at", models.DateTimeField(null=True)),
                ("shipped_by", models.CharField(blank=True, default="", max_length=24)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("delivered_at", models.DateTimeField(null=True)),
                ("delivered_by", models.CharField(blank=True, default="", max_length=24)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancelled_by", models.CharField(blank=True, default="", max_length=24)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="shipments", to="orders.order"
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
                    models.UniqueConstraint(fields=("order", "position"), name="shipment_position_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "CANCELLED"), _negated=True),
                        fields=("supplier", "invoice_number"),
                        name="shipment_invoice_once",
                    ),
                    models.UniqueConstraint(fields=("id", "buyer", "supplier", "operator"), name="shipment_parties"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("delivered_at", None), ("delivered_at__gte", models.F("shipped_at")), _connector="OR"
                        ),
                        name="shipment_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Package",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("count", models.PositiveIntegerField()),
                ("type", models.CharField(max_length=2)),
                ("marks", models.CharField(blank=True, default="", max_length=120)),
                ("length_cm", models.DecimalField(decimal_places=1, max_digits=7, null=True)),
                ("width_cm", models.DecimalField(decimal_places=1, max_digits=7, null=True)),
                ("height_cm", models.DecimalField(decimal_places=1, max_digits=7, null=True)),
                ("net_kg", models.DecimalField(decimal_places=3, max_digits=12, null=True)),
                ("gross_kg", models.DecimalField(decimal_places=3, max_digits=12)),
                ("volume_m3", models.DecimalField(decimal_places=3, max_digits=12, null=True)),
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
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="packages", to="shipments.shipment"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("shipment", "position"), name="package_once"),
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1), ("gross_kg__gt", 0)), name="package_some"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("net_kg", None),
                            models.Q(("net_kg__gt", 0), ("net_kg__lte", models.F("gross_kg"))),
                            _connector="OR",
                        ),
                        name="package_net_in_gross",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Container",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=11)),
                ("type", models.CharField(max_length=4)),
                ("seal", models.CharField(blank=True, default="", max_length=30)),
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
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="containers", to="shipments.shipment"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("shipment", "number"), name="container_once")],
            },
        ),
        migrations.CreateModel(
            name="ShipmentEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=9)),
                ("code", models.CharField(max_length=4)),
                ("classifier", models.CharField(max_length=3)),
                ("happens_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, default="", max_length=80)),
                ("equipment", models.CharField(blank=True, default="", max_length=11)),
                ("raw", models.JSONField(default=dict)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=24)),
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
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="shipments.shipment"
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
                "ordering": ["happens_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("classifier__in", ["PLN", "EST", "ACT"])), name="shipment_event_classifier"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ShipmentLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=18)),
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
                    "order_line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="orders.orderline"
                    ),
                ),
                (
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="shipments.shipment"
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
                "ordering": ["order_line__position"],
                "constraints": [
                    models.UniqueConstraint(fields=("shipment", "order_line"), name="shipment_line_once"),
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="shipment_line_positive"),
                ],
            },
        ),
    ]
