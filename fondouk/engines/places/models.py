"""The full UN/LOCODE list, as far as it was loaded."""

from django.db import models


class ImportedPlace(models.Model):
    """One UN/LOCODE entry as published; `functions` keeps the list's own letters (1 port, 4 airport).

    Live while `superseded_by` is empty; a newer edition replaces an entry, and undoing it brings the entry back.
    """

    code = models.CharField(max_length=5)
    name = models.CharField(max_length=200)
    plain_name = models.CharField(max_length=200)
    subdivision = models.CharField(max_length=10, blank=True)
    functions = models.CharField(max_length=12, blank=True)
    coordinates = models.CharField(max_length=16, blank=True)
    edition = models.CharField(max_length=20)
    load = models.CharField(max_length=40, blank=True, default="")
    superseded_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        db_table = "places_place"
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=models.Q(superseded_by=""), name="places_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
