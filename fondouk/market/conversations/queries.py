"""Every read of conversations, for the company that asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from fondouk.market.companies.models import Company, Person
from fondouk.market.conversations.models import Attachment, Conversation, Message, ReadMark


@dataclass(frozen=True, slots=True)
class Party:
    """A company in a conversation."""

    id: int
    reference: str
    name: str
    town: str
    country: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """An attachment."""

    reference: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Said:
    """One message."""

    reference: str
    number: int
    author: Party
    person: str
    at: datetime
    body: str
    language: str
    card: dict[str, Any] | None
    attachments: tuple[SentFile, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation; `messages` is empty in lists, where `last` shows how it stands."""

    reference: str
    subject: str
    title: str
    buyer: Party
    supplier: Party
    last_number: int
    last_at: datetime
    read_number: int
    other_read: int
    messages: tuple[Said, ...] = ()
    last_body: str = ""
    asking: int = 0

    @property
    def other(self) -> Party:
        """The counterparty of who asks."""
        return self.supplier if self.asking == self.buyer.id else self.buyer

    @property
    def stamp(self) -> str:
        """As Reading.stamp."""
        return f"{self.last_number}-{self.other_read}"

    @property
    def unread(self) -> int:
        """Messages the asking person has not seen."""
        return max(0, self.last_number - self.read_number)


def _party(company: Company) -> Party:
    return Party(company.pk, company.reference, company.name, company.town, company.country)


def _visible(company: int, person: str) -> QuerySet[Any]:
    mine = ReadMark.objects.filter(conversation=OuterRef("pk"), company=company, person=person).values("number")[:1]
    theirs = ReadMark.objects.filter(conversation=OuterRef("pk")).exclude(company=company).order_by("-number")
    rows = Conversation.objects.filter(Q(buyer=company) | Q(supplier=company) | Q(operator=company))
    return rows.select_related("buyer", "supplier").annotate(
        read_=Coalesce(Subquery(mine), 0), other_read_=Coalesce(Subquery(theirs.values("number")[:1]), 0)
    )


def _thread(row: Any, company: int, messages: tuple[Said, ...] = ()) -> Thread:
    return Thread(
        reference=row.reference, subject=row.subject, title=row.title, buyer=_party(row.buyer),
        supplier=_party(row.supplier), last_number=row.last_number, last_at=row.last_at, read_number=row.read_,
        other_read=row.other_read_, messages=messages, last_body=getattr(row, "last_body_", "") or "", asking=company,
    )  # fmt: skip


def conversation(reference: str, *, company: int, person: str, after: int = 0) -> Thread | None:
    """A conversation with its messages (those after a number); None for strangers. Four statements."""
    row = _visible(company, person).filter(reference=reference).first()
    return _with_messages(row, company, after) if row else None


def conversation_about(subject: str, *, company: int, person: str, other: int | None = None) -> Thread | None:
    """The conversation of the asking company about a subject (with one counterparty, where there are several)."""
    rows = _visible(company, person).filter(subject=subject)
    if other is not None:
        rows = rows.filter(Q(buyer=other) | Q(supplier=other))
    row = rows.first()
    return _with_messages(row, company, 0) if row else None


def _with_messages(row: Any, company: int, after: int) -> Thread:
    messages = list(Message.objects.filter(conversation=row, number__gt=after).select_related("author"))
    people = dict(
        Person.objects.filter(reference__in={one.written_by for one in messages}).values_list("reference", "name")
    )
    files: dict[int, list[SentFile]] = {}
    for one in Attachment.objects.filter(message__in=[message.pk for message in messages]).order_by("pk"):
        files.setdefault(one.message_id, []).append(SentFile(one.file, one.name, one.media_type, one.size))
    said = tuple(
        Said(
            message.reference, message.number, _party(message.author), people.get(message.written_by, ""),
            message.written_at, message.body, message.language, message.card, tuple(files.get(message.pk, ())),
            message.author_id == company,
        )
        for message in messages
    )  # fmt: skip
    return _thread(row, company, said)


def conversations_of(company: int, *, person: str, limit: int = 50) -> list[Thread]:
    """The latest conversations with the last words of each. One statement."""
    last = Message.objects.filter(conversation=OuterRef("pk")).order_by("-number").values("body")[:1]
    rows = _visible(company, person).annotate(last_body_=Subquery(last)).order_by("-last_at")[:limit]
    return [_thread(row, company) for row in rows]


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a conversation has come and how far both sides have read: what a polling page compares."""

    last_number: int
    read_number: int
    other_read: int

    @property
    def stamp(self) -> str:
        """Unchanged while nothing new was said and nobody read on."""
        return f"{self.last_number}-{self.other_read}"


def reading(reference: str, *, company: int, person: str) -> Reading | None:
    """None for strangers. One statement."""
    rows = _visible(company, person).filter(reference=reference)
    found = rows.values_list("last_number", "read_", "other_read_").first()
    return Reading(*found) if found else None


def unread_count(company: int, *, person: str) -> int:
    """How many conversations hold something the person has not read. One statement."""
    return _visible(company, person).filter(last_number__gt=F("read_")).count()


def attachment(reference: str, file: str, *, company: int) -> SentFile | None:
    """An attachment of a conversation the company takes part in, or None: then there is nothing to open."""
    parties = Q(buyer=company) | Q(supplier=company) | Q(operator=company)
    row = Attachment.objects.filter(parties, message__conversation__reference=reference, file=file).first()
    return SentFile(row.file, row.name, row.media_type, row.size) if row else None
