"""Goods on the way: what of which order line, in which packages and containers, and what became of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import amount_of_unit, reference_code, state_column
from fondouk.market.companies.models import TradeRow
from fondouk.market.orders.models import Order, OrderLine
from fondouk.market.shipments import rules


class Shipment(TradeRow):
    """A consignment of an order, from packing to the buyer's door, with its transport document."""

    reference = reference_code("SHP")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="shipments")
    position = models.PositiveSmallIntegerField()
    state = state_column(rules.ShipmentState, rules.ShipmentState.PREPARED)
    mode = models.CharField(max_length=8, choices=[(mode.value, mode.value) for mode in rules.Mode])
    carrier = models.CharField(max_length=80, blank=True, default="")
    vessel = models.CharField(max_length=80, blank=True, default="")
    voyage = models.CharField(max_length=30, blank=True, default="")
    port_from = models.CharField(max_length=5, blank=True, default="")  # UN/LOCODE
    port_to = models.CharField(max_length=5, blank=True, default="")
    invoice_number = models.CharField(max_length=40)  # the supplier's own
    invoiced_on = models.DateField()
    # the transport document
    bl_number = models.CharField(max_length=40, blank=True, default="")
    bl_release = models.CharField(max_length=8, blank=True, default="")
    bl_originals = models.PositiveSmallIntegerField(default=0)
    shipper = models.CharField(max_length=200, blank=True, default="")
    consignee = models.CharField(max_length=200, blank=True, default="")
    notify = models.CharField(max_length=200, blank=True, default="")
    on_board_on = models.DateField(null=True)
    freight_collect = models.BooleanField(default=False)
    originals_held_by = models.CharField(max_length=80, blank=True, default="")
    dum_number = models.CharField(max_length=40, blank=True, default="")  # customs declaration at export
    # what happened, and when
    prepared_at = models.DateTimeField()
    prepared_by = models.CharField(max_length=24)
    shipped_at = models.DateTimeField(null=True)
    shipped_by = models.CharField(max_length=24, blank=True, default="")
    arrived_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    delivered_by = models.CharField(max_length=24, blank=True, default="")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="shipment_position_once"),
            models.UniqueConstraint(fields=["supplier", "invoice_number"], name="shipment_invoice_once",
                                    condition=~Q(state="CANCELLED")),
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="shipment_parties"),
            models.CheckConstraint(
                condition=Q(delivered_at=None) | Q(delivered_at__gte=F("shipped_at")), name="shipment_in_order"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class ShipmentLine(TradeRow):
    """How much of an order line travels in this shipment."""

    shipment = models.ForeignKey(Shipment, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="+")
    quantity = amount_of_unit()

    class Meta:
        ordering: ClassVar[list[str]] = ["order_line__position"]
        constraints = [
            models.UniqueConstraint(fields=["shipment", "order_line"], name="shipment_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="shipment_line_positive"),
        ]


class Container(TradeRow):
    """A container of a shipment."""

    shipment = models.ForeignKey(Shipment, on_delete=models.PROTECT, related_name="containers")
    number = models.CharField(max_length=11)
    type = models.CharField(max_length=4)
    seal = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints = [models.UniqueConstraint(fields=["shipment", "number"], name="container_once")]


class Package(TradeRow):
    """A row of like packages; the weights are those of all of them together."""

    shipment = models.ForeignKey(Shipment, on_delete=models.PROTECT, related_name="packages")
    position = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()
    type = models.CharField(max_length=2)  # Rec 21
    marks = models.CharField(max_length=120, blank=True, default="")
    length_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True)
    width_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True)
    height_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True)
    net_kg = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    gross_kg = models.DecimalField(max_digits=12, decimal_places=3)
    volume_m3 = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["shipment", "position"], name="package_once"),
            models.CheckConstraint(condition=Q(count__gte=1, gross_kg__gt=0), name="package_some"),
            models.CheckConstraint(
                condition=Q(net_kg=None) | Q(net_kg__gt=0, net_kg__lte=F("gross_kg")), name="package_net_in_gross"
            ),
        ]


class ShipmentEvent(TradeRow):
    """One event in DCSA terms, typed by hand, from a file or an API. Append-only; `raw` is what came in."""

    shipment = models.ForeignKey(Shipment, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=9)
    code = models.CharField(max_length=4)
    classifier = models.CharField(max_length=3)
    happens_at = models.DateTimeField()
    place = models.CharField(max_length=80, blank=True, default="")
    equipment = models.CharField(max_length=11, blank=True, default="")
    raw = models.JSONField(default=dict)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=24)

    class Meta:
        ordering: ClassVar[list[str]] = ["happens_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(classifier__in=["PLN", "EST", "ACT"]), name="shipment_event_classifier")
        ]
