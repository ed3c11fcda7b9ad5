"""Every trade document, drawn up here or received: what it is, which version, whose, and where its bytes lie."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from fondouk.engines.tables.columns import reference_code
from fondouk.market.companies.models import TradeRow
from fondouk.market.papers.rules import PaperKind


class Paper(TradeRow):
    """One version of one document. Append-only: a change is the next version.

    `subject` is the order or shipment it belongs to, `data` what it was drawn up from (empty if received), `sha256`
    the hash of the file's bytes.
    """

    reference = reference_code("PAP")
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in PaperKind])
    subject = models.CharField(max_length=24)
    within = models.CharField(max_length=24, db_index=True)
    number = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, blank=True, default="")
    file = models.CharField(max_length=24)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    data = models.JSONField(default=dict)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)

    class Meta:
        ordering: ClassVar[list[str]] = ["added_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["subject", "kind", "number", "version"], name="paper_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} v{self.version}"
