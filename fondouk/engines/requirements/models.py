"""Requirements of destinations, version by version: a change is a new row, and no row is ever altered."""

from django.db import models
from django.db.models import F, Q

from fondouk.engines.requirements.items import ANCHORS, KINDS, SIDES


class Requirement(models.Model):
    """One version of one requirement. Of the versions that have begun on a day the highest counts."""

    code = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    destination = models.CharField(max_length=2)
    hs = models.TextField(blank=True, default="")
    except_hs = models.TextField(blank=True, default="")
    modes = models.CharField(max_length=20, blank=True, default="")
    kind = models.CharField(max_length=16)
    side = models.CharField(max_length=8)
    anchor = models.CharField(max_length=8)
    days_before = models.PositiveSmallIntegerField(default=0)
    names = models.JSONField(default=dict)  # {language: what is required}
    texts = models.JSONField(default=dict)  # {language: what to do}
    schemes = models.CharField(max_length=120, blank=True, default="")
    source = models.CharField(max_length=300)
    address = models.CharField(max_length=300, blank=True, default="")
    retrieved_on = models.DateField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=40)
    load = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "requirement"
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="requirement_version_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="requirement_kind"),
            models.CheckConstraint(condition=Q(side__in=SIDES), name="requirement_side"),
            models.CheckConstraint(condition=Q(anchor__in=ANCHORS), name="requirement_anchor"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="requirement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"
