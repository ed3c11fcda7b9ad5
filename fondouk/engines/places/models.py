"""The full UN/LOCODE list, as far as it was loaded."""

from django.db import models


class ImportedPlace(models.Model):
    """One UN/LOCODE entry as published; `functions` keeps the list's own letters (1 port, 4 airport)."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=200)
    plain_name = models.CharField(max_length=200)
    subdivision = models.CharField(max_length=10, blank=True)
    functions = models.CharField(max_length=12, blank=True)
    coordinates = models.CharField(max_length=16, blank=True)
    edition = models.CharField(max_length=20)

    class Meta:
        db_table = "places_place"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
