"""Every load of reference data: which file, by whom, when, and whether it was undone."""

from django.db import models

from fondouk.engines.tables.columns import reference_code, state_column
from fondouk.market.reference.rules import LoadState


class Load(models.Model):
    """One file, loaded whole. Rows of the engines name it; undoing it takes them back."""

    reference = reference_code("LOD")
    table = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    touches = models.JSONField(default=list)
    state = state_column(LoadState, LoadState.APPROVED)
    loaded_at = models.DateTimeField()
    loaded_by = models.CharField(max_length=120)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "reference_load"
        constraints = [
            models.UniqueConstraint(
                fields=["table", "sha256"], condition=models.Q(state="APPROVED"), name="reference_load_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"
