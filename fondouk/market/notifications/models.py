"""The inbox: one row per person and piece of news."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fondouk.engines.tables.columns import reference_code
from fondouk.market.companies.models import Company, Person


class Notice(models.Model):
    """What one person was told, for which of their companies."""

    reference = reference_code("NTC")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=80)
    permission = models.CharField(max_length=40)  # chooses the sentence
    other = models.CharField(max_length=120, blank=True, default="")  # name of the company that acted
    about = models.CharField(max_length=40)  # reference the link leads to
    subject = models.CharField(max_length=40)
    unread_id = models.BigIntegerField()  # of the journal: a reader that was killed writes no second notice
    values = models.JSONField(default=dict)  # further values of the sentence
    happened_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "company", "unread_id"], name="notice_once")]
        indexes = [
            models.Index(fields=["person", "-happened_at"], name="notice_inbox"),
            models.Index(fields=["person"], name="notice_unread", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return self.reference
