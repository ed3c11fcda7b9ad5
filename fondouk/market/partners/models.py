"""Companies a partner has asked but who have not yet given a mandate."""

from __future__ import annotations

from django.db import models
from django.db.models import F
from django.db.models.functions import Lower

from fondouk.engines.tables.columns import reference_code
from fondouk.market.companies.models import Company


class Prospect(models.Model):
    """A small maker the partner invited; leaves the board once a mandate is in force."""

    reference = reference_code("PSP")
    partner = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="prospects")
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    town = models.CharField(max_length=80, blank=True, default="")
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(F("partner"), Lower("email"), name="prospect_once")]

    def __str__(self) -> str:
        return self.name
