"""Conversations about something, between a buyer's and a supplier's company; private to them and the operator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fondouk.engines.tables.columns import reference_code
from fondouk.market.companies.models import Company, TradeRow


class Conversation(TradeRow):
    """One per subject and pair of companies."""

    reference = reference_code("CNV")
    subject = models.CharField(max_length=24)  # reference of the inquiry, RFQ, quotation or order it is about
    title = models.CharField(max_length=160, blank=True, default="")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=24)
    last_number = models.PositiveIntegerField(default=0)  # of the latest message
    last_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)  # the buyer's first message
    answered_at = models.DateTimeField(null=True, blank=True)  # the supplier's first after it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "buyer", "supplier"], name="conversation_once"),
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="conversation_parties"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(asked_at__isnull=False), name="conversation_answer_after_question"
            ),
        ]
        indexes = [
            models.Index(fields=["buyer", "-last_at"], name="conversation_of_buyer"),
            models.Index(fields=["supplier", "-last_at"], name="conversation_of_supplier"),
        ]

    def __str__(self) -> str:
        return self.reference


class Message(TradeRow):
    """What was said, as it was said; never changed. A card points at something to act on in place."""

    reference = reference_code("MSG")
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="messages")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    written_by = models.CharField(max_length=24)  # reference of the person
    written_at = models.DateTimeField()
    language = models.CharField(max_length=2, blank=True, default="")
    body = models.TextField(blank=True, default="")
    card = models.JSONField(null=True, blank=True)  # {kind, reference}

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="message_number_once"),
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="message_parties"),
        ]

    def __str__(self) -> str:
        return self.reference


class Attachment(TradeRow):
    """A file sent with a message."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attachments")
    file = models.CharField(max_length=24)  # reference in the files engine
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    size = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "file"], name="attachment_once")]

    def __str__(self) -> str:
        return self.name


class ReadMark(TradeRow):
    """How far a person has read."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="read_marks")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=24)
    number = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "company", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.number}"
