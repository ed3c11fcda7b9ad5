"""Rate cards of lanes, and the charges at both ends, each with validity and source."""

from django.db import models


class Dated(models.Model):
    """When a row holds, from where it comes, which load brought it, and whether it is only a planning guess."""

    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    source = models.TextField()
    retrieved_on = models.DateField(null=True)
    guess = models.BooleanField(default=True)
    load = models.CharField(max_length=40)
    superseded_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        abstract = True


class RateCard(Dated):
    """What a carrier asks on a lane in a mode.

    `rate` is per container, per W/M or per kilogram by mode; `bands` is `45:3.10 100:2.60` (from kilograms : per
    kilogram) for air and courier; `surcharges` is `BAF 85/container; docs 45/shipment`.
    """

    origin = models.CharField(max_length=5)
    destination = models.CharField(max_length=5)
    mode = models.CharField(max_length=8)
    carrier = models.CharField(max_length=60, blank=True)
    currency = models.CharField(max_length=3)
    rate = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    bands = models.CharField(max_length=300, blank=True)
    minimum = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    surcharges = models.CharField(max_length=300, blank=True)
    transit_days_min = models.PositiveSmallIntegerField(null=True)
    transit_days_max = models.PositiveSmallIntegerField(null=True)
    cut_off_days = models.PositiveSmallIntegerField(null=True)  # goods are handed over so long before departure

    class Meta:
        db_table = "freight_rate_card"
        indexes = [models.Index(fields=["origin", "destination", "mode"], name="freight_rate_card_lane")]

    def __str__(self) -> str:
        return f"{self.origin}-{self.destination} {self.mode}"


class Charge(Dated):
    """A charge beside the main carriage: inland, destination handling, broker, ISF filing, insurance by convention.

    `place` is a country or a UN/LOCODE; `per` is shipment, container, w/m or percent_of_insured_value.
    """

    place = models.CharField(max_length=5)
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=80)
    modes = models.CharField(max_length=60, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=4)
    currency = models.CharField(max_length=3, blank=True)
    per = models.CharField(max_length=30)
    minimum = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        db_table = "freight_charge"

    def __str__(self) -> str:
        return f"{self.place} {self.kind} {self.name}"


class Edition(models.Model):
    """One row: the number of the data as they stand."""

    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "freight_edition"

    def __str__(self) -> str:
        return str(self.number)
