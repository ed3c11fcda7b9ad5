"""The journal, its unread rows, and the outcomes of commands."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Event(models.Model):
    """Something that happened. Append-only: no UPDATE, no DELETE."""

    name = models.CharField(max_length=80)
    subject = models.CharField(max_length=40, db_index=True)
    within = models.CharField(max_length=40, blank=True)
    parties = ArrayField(models.BigIntegerField(), default=list)
    by = models.CharField(max_length=40)
    company = models.CharField(max_length=20, blank=True)
    on_behalf_of = models.CharField(max_length=20, blank=True)
    door = models.CharField(max_length=20)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        db_table = "event"
        indexes = [models.Index(fields=["within", "at"]), GinIndex(fields=["parties"], name="event_parties")]


class Unread(models.Model):
    """One row per reader and event, written with the event, deleted when the reader has acted.

    One that a reader failed to read several times is set aside with its error, so that the others go on.
    """

    reader = models.CharField(max_length=40)
    event = models.ForeignKey(Event, models.CASCADE, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True, default="")
    set_aside_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "unread"
        indexes = [models.Index(fields=["reader"], condition=~models.Q(set_aside_at=None), name="unread_set_aside")]
        constraints = [models.UniqueConstraint(fields=["reader", "event"], name="unread_once")]


class CommandOutcome(models.Model):
    """What a keyed command came to; written in the same transaction as its effect."""

    person = models.CharField(max_length=40)
    command = models.CharField(max_length=120)
    key = models.CharField(max_length=80)
    body_hash = models.CharField(max_length=64)
    reference = models.CharField(max_length=40, null=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "command_outcome"
        constraints = [models.UniqueConstraint(fields=["person", "command", "key"], name="command_outcome_once")]
