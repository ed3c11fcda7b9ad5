"""Dated exchange rates with their source."""

from django.db import models


class Rate(models.Model):
    """1 `base` = `rate` `currency` on a day, as the source published it; live while `superseded_by` is empty."""

    source = models.CharField(max_length=60)
    base = models.CharField(max_length=3)
    currency = models.CharField(max_length=3)
    on = models.DateField()
    rate = models.DecimalField(max_digits=20, decimal_places=8)
    official = models.BooleanField(default=True)
    load = models.CharField(max_length=40)
    superseded_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        db_table = "fx_rate"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "base", "currency", "on"], condition=models.Q(superseded_by=""), name="fx_rate_once"
            ),
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="fx_rate_positive"),
        ]
        indexes = [models.Index(fields=["currency", "-on"], name="fx_rate_latest")]

    def __str__(self) -> str:
        return f"{self.base}/{self.currency} {self.rate} {self.on}"


class Edition(models.Model):
    """One row: the number of the data as they stand."""

    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "fx_edition"

    def __str__(self) -> str:
        return str(self.number)
