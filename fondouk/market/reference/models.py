"""Every file of reference data that came in: its report, who approved it, its loads, and whether it was undone."""

from django.db import models

from fondouk.engines.tables.columns import reference_code, state_column
from fondouk.market.reference.rules import ImportState, LoadState


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


class Import(models.Model):
    """Files handed in at the desk: checked without writing, read by a person, then applied and, where need be, undone.

    `stamp` is what was loaded when the report was made: an approval of a report that is out of date makes a new one.
    """

    reference = reference_code("UPD")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    files = models.JSONField(default=list)
    source = models.CharField(max_length=200)
    retrieved_on = models.DateField()
    in_force_on = models.DateField()
    state = state_column(ImportState, ImportState.RECEIVED)
    step = models.CharField(max_length=20, blank=True, default="")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stamp = models.CharField(max_length=64, blank=True, default="")
    report = models.JSONField(default=dict)
    lines_file = models.CharField(max_length=20, blank=True, default="")
    refusals = models.JSONField(default=list)
    loads = models.JSONField(default=list)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=120)
    checked_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=120, blank=True, default="")
    applied_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=120, blank=True, default="")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "reference_import"
        indexes = [models.Index(fields=["-proposed_at"], name="reference_import_latest")]

    def __str__(self) -> str:
        return f"{self.reference} {self.kind} {self.name}"
