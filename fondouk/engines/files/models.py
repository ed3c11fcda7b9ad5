"""Every uploaded or made file: where it stands, what it is, whose it is."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fondouk.engines.tables.columns import reference_code

STATES = [("RECEIVED", "RECEIVED"), ("READY", "READY"), ("REFUSED", "REFUSED"), ("DROPPED", "DROPPED")]


class StoredFile(models.Model):
    """RECEIVED → READY | REFUSED; the bytes lie on disk under the reference, encrypted where the kind asks."""

    reference = reference_code("FIL")
    kind = models.CharField(max_length=12)
    owner = models.BigIntegerField(null=True, blank=True)  # company id; none: the marketplace's own
    name = models.CharField(max_length=120)  # as declared, cleaned
    media_type = models.CharField(max_length=80)  # sniffed, never declared
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()  # bytes received
    state = models.CharField(max_length=8, choices=STATES, default="RECEIVED")
    refusal = models.CharField(max_length=40, blank=True, default="")
    key_id = models.CharField(max_length=16, blank=True, default="")  # of the encryption key; empty: not encrypted
    variants = models.JSONField(default=list, blank=True)  # [{width, height, hash, media_type}]
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=40)

    class Meta:
        db_table = "stored_file"
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_not_empty"),
            models.CheckConstraint(condition=~Q(state="REFUSED") | ~Q(refusal=""), name="stored_file_refused_why"),
        ]

    def __str__(self) -> str:
        return self.reference
