"""Inquiries, quotations with immutable versions, counter-offers: private to the two parties and the operator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fondouk.engines.tables.columns import (
    amount_of_unit,
    country_code,
    currency_code,
    minor_units,
    reference_code,
    state_column,
    unit_code,
    unit_price,
)
from fondouk.market.companies.models import TradeRow
from fondouk.market.sourcing import rules


class Inquiry(TradeRow):
    """A buyer's question about a product, with the quantity and the door it should come to."""

    reference = reference_code("INQ")
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)  # as the product was called when asked
    quantity = amount_of_unit()
    unit = unit_code()
    destination = models.CharField(max_length=5)  # country or UN/LOCODE
    conversation = models.CharField(max_length=24)
    state = state_column(rules.InquiryState, rules.InquiryState.OPEN)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=24)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="inquiry_parties"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="inquiry_quantity_positive"),
            models.CheckConstraint(condition=~Q(buyer=models.F("supplier")), name="inquiry_between_two"),
        ]
        indexes = [
            models.Index(fields=["supplier", "state", "-asked_at"], name="inquiry_of_supplier"),
            models.Index(fields=["buyer", "state", "-asked_at"], name="inquiry_of_buyer"),
        ]

    def __str__(self) -> str:
        return self.reference


class Quotation(TradeRow):
    """A supplier's binding, dated offer. Its content lies in versions; only the state moves here."""

    reference = reference_code("QUO")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="quotations")
    state = state_column(rules.QuotationState, rules.QuotationState.SENT)
    version = models.PositiveSmallIntegerField(default=1)
    valid_until = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=24)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=24, blank=True, default="")
    decline_reason = models.CharField(max_length=400, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="quotation_parties"),
            models.UniqueConstraint(
                fields=["inquiry"], condition=Q(state__in=["SENT", "COUNTERED"]), name="quotation_live_once"
            ),
            models.UniqueConstraint(fields=["inquiry"], condition=Q(state="ACCEPTED"), name="quotation_accepted_once"),
        ]
        indexes = [models.Index(fields=["state", "valid_until"], name="quotation_due")]

    def __str__(self) -> str:
        return self.reference


class QuotationVersion(TradeRow):
    """What was offered: append-only. `estimate` is the landed cost frozen at the buyer's door that day."""

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    incoterm = models.CharField(max_length=3)
    place_name = models.CharField(max_length=80)
    place_code = models.CharField(max_length=5, blank=True, default="")
    currency = currency_code()
    total_minor = minor_units()
    valid_until = models.DateField()
    lead_days = models.PositiveSmallIntegerField()
    payment_route = models.CharField(max_length=8)
    milestones = models.JSONField()
    inspector = models.ForeignKey(
        "companies.Company", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cargo = models.JSONField(default=dict)
    notes = models.TextField(max_length=4000, blank=True, default="")
    estimate = models.JSONField(null=True)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["quotation", "version"], name="quotation_version_once"),
            models.CheckConstraint(condition=Q(total_minor__gt=0), name="quotation_total_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.quotation_id} v{self.version}"


class QuotationLine(TradeRow):
    """One line of a version: append-only."""

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="lines")
    version = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, null=True, related_name="+")
    description = models.CharField(max_length=200)
    quantity = amount_of_unit()
    unit = unit_code()
    unit_price = unit_price()
    amount_minor = minor_units()
    hs6 = models.CharField(max_length=6, blank=True, default="")
    origin = country_code(blank=True, default="")
    net_kg = models.DecimalField(max_digits=14, decimal_places=4, null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["quotation", "version", "position"], name="quotation_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0, unit_price__gt=0), name="quotation_line_positive"),
        ]

    def __str__(self) -> str:
        return self.description


class CounterOffer(TradeRow):
    """The buyer's answer to one version: what would make it acceptable. Append-only."""

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="counter_offers")
    version = models.PositiveSmallIntegerField()
    unit_price = unit_price(null=True)
    quantity = amount_of_unit(null=True)
    words = models.TextField(max_length=2000)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quotation", "version"], name="counter_offer_once")]

    def __str__(self) -> str:
        return f"{self.quotation_id} v{self.version}"


class CostAlert(TradeRow):
    """A change of the law that touches what a live version promised at the buyer's door. Append-only."""

    reference = reference_code("ALR")
    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="alerts")
    version = models.PositiveSmallIntegerField()
    cause = models.CharField(max_length=24)  # reference of the load that changed the law
    currency = currency_code()
    difference = models.DecimalField(max_digits=18, decimal_places=2)  # before recoverable tax
    changes = models.JSONField()  # as if entered that day
    arrival = models.JSONField()  # at the planned arrival
    arrival_on = models.DateField(null=True)
    found_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["quotation", "version", "cause"], name="cost_alert_once"),
        ]
        indexes = [models.Index(fields=["quotation", "-found_at"], name="cost_alert_newest")]

    def __str__(self) -> str:
        return self.reference


class Holder(models.Model):
    """The licensed institution that holds buyers' money for the operator. Public: pages name it wherever money is."""

    reference = reference_code("HLD")
    operator = models.ForeignKey("companies.Company", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    licence = models.CharField(max_length=200)
    country = country_code()
    fictional = models.BooleanField(default=False)  # a demonstration says so wherever the name stands
    named_at = models.DateTimeField()
    named_by = models.CharField(max_length=24)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operator"], condition=Q(ended_at=None), name="holder_one_at_a_time")
        ]

    def __str__(self) -> str:
        return self.name
