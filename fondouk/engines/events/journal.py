"""The journal: what happened, and who has yet to read it.

`record` writes the event and one unread row per registered reader that wants it, in the caller's transaction. A
reader takes up to 100 with SKIP LOCKED, reloads the current state, acts idempotently, deletes them and commits.
Never "id > last": a serial skips what commits late. `data` holds references and changed field names only. What a reader
cannot read is set aside after `TRIES_MAX` tries and waits for a person; the others keep their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from fondouk.engines.events.models import Event, Unread
from fondouk.kit.actor import Actor

CHANNEL = "fondouk_journal"
TRIES_MAX = 5


@dataclass(frozen=True)
class Reader:
    """A reader and the names it wants: exact names, or prefixes ending in a dot."""

    name: str
    wants: tuple[str, ...]

    def takes(self, event_name: str) -> bool:
        """Whether an event of this name gets an unread row for this reader."""
        return any(event_name == want or (want.endswith(".") and event_name.startswith(want)) for want in self.wants)


@dataclass(frozen=True)
class News:
    """One unread event, as a reader sees it."""

    unread_id: int
    name: str
    subject: str
    within: str
    parties: tuple[int, ...]
    by: str
    company: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)


_readers: dict[str, Reader] = {}


def register(name: str, *, wants: Sequence[str]) -> None:
    """Make a reader known; called from its app's ready()."""
    _readers[name] = Reader(name, tuple(wants))


def readers() -> tuple[str, ...]:
    """The names of all registered readers."""
    return tuple(sorted(_readers))


def record(
    name: str,
    *,
    subject: str,
    parties: Iterable[int],
    by: Actor,
    at: datetime,
    within: str = "",
    data: dict[str, Any] | None = None,
) -> int:
    """Write one event, its unread rows, and wake the readers when the transaction commits. Returns the event's id."""
    event = Event.objects.create(
        name=name, subject=subject, within=within, parties=sorted(set(parties)), by=by.label(),
        company=by.company or "", on_behalf_of=by.on_behalf_of or "", door=by.door, data=data or {}, at=at,
    )  # fmt: skip
    wanting = [reader.name for reader in _readers.values() if reader.takes(name)]
    if wanting:
        Unread.objects.bulk_create([Unread(reader=reader, event=event) for reader in wanting])
        wake()
    return event.pk


def record_many(
    name: str, *, subjects: Sequence[tuple[str, Sequence[int]]], by: Actor, at: datetime, within: str = ""
) -> None:
    """One event for each (subject, parties), in two statements: for imports."""
    events = Event.objects.bulk_create(
        Event(name=name, subject=subject, within=within, parties=sorted(set(parties)), by=by.label(),
              company=by.company or "", on_behalf_of=by.on_behalf_of or "", door=by.door, data={}, at=at)
        for subject, parties in subjects
    )  # fmt: skip
    wanting = [reader.name for reader in _readers.values() if reader.takes(name)]
    Unread.objects.bulk_create(Unread(reader=reader, event=event) for event in events for reader in wanting)
    if wanting:
        wake()


def wake() -> None:
    """Notify the readers' loops; PostgreSQL delivers it with the commit."""
    with connection.cursor() as cursor:
        cursor.execute(f"NOTIFY {CHANNEL}")


def unread(reader: str, limit: int = 100) -> list[News]:
    """Up to `limit` unread events, locked for this transaction; other workers of the reader skip them."""
    rows = (
        Unread.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("event").filter(reader=reader, set_aside_at=None).order_by("id")[:limit]
    )  # fmt: skip
    return [
        News(row.pk, row.event.name, row.event.subject, row.event.within, tuple(row.event.parties), row.event.by,
             row.event.company, row.event.at, row.event.data)
        for row in rows
    ]  # fmt: skip


def done(news: Iterable[News]) -> None:
    """Delete what was read; the caller commits."""
    Unread.objects.filter(pk__in=[one.unread_id for one in news]).delete()


def failed(news: News, error: str, *, at: datetime) -> bool:
    """Count a reader's failed try at one event; whether the event is now set aside. The caller commits."""
    row = Unread.objects.get(pk=news.unread_id)
    row.tries, row.error = row.tries + 1, "".join(one if one.isprintable() else " " for one in error)[:500]
    row.set_aside_at = at if row.tries >= TRIES_MAX else None
    row.save()
    return row.set_aside_at is not None


@dataclass(frozen=True)
class SetAside:
    """An event one reader could not read, and why."""

    unread_id: int
    reader: str
    name: str
    subject: str
    tries: int
    error: str
    at: datetime


def set_aside() -> list[SetAside]:
    """Everything that waits for a person, oldest first."""
    rows = Unread.objects.exclude(set_aside_at=None).select_related("event").order_by("id")
    return [
        SetAside(row.pk, row.reader, row.event.name, row.event.subject, row.tries, row.error, row.event.at)
        for row in rows
    ]


def try_again(unread_id: int) -> bool:
    """Let its reader have another try at an event set aside; False where there is none (any more)."""
    found = Unread.objects.filter(pk=unread_id).exclude(set_aside_at=None).update(set_aside_at=None, tries=0)
    if found:
        wake()
    return bool(found)


def backlog() -> dict[str, int]:
    """How many events each reader has yet to read, without those set aside."""
    return lagging()[0]


def lagging() -> tuple[dict[str, int], int]:
    """(how many events each reader has yet to read, how many are set aside). One statement."""
    counts, aside = dict.fromkeys(_readers, 0), 0
    for reader, set_aside_at in Unread.objects.values_list("reader", "set_aside_at"):
        if set_aside_at is None:
            counts[reader] = counts.get(reader, 0) + 1
        else:
            aside += 1
    return counts, aside


@dataclass(frozen=True)
class Found:
    """One event as a search of the journal shows it."""

    id: int
    name: str
    subject: str
    within: str
    by: str
    company: str
    door: str
    at: datetime


def search(text: str, *, on: date | None = None, before: int | None = None, limit: int = 50) -> list[Found]:
    """Events about, within, by or of what a reference names, or whose name begins like the text; newest first."""
    rows = Event.objects.order_by("-id")
    plain = text.strip()
    if plain:
        named = Q(subject__iexact=plain) | Q(within__iexact=plain) | Q(by__iexact=plain) | Q(company__iexact=plain)
        rows = rows.filter(named | Q(name__startswith=plain.lower()))
    if on is not None:
        rows = rows.filter(at__date=on)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [
        Found(row.pk, row.name, row.subject, row.within, row.by, row.company, row.door, row.at)
        for row in rows[:limit]
    ]  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of a timeline."""

    name: str
    subject: str
    by: str
    company: str
    at: datetime
    data: dict[str, Any]


def history(within: str) -> list[Entry]:
    """All that happened within a noun, oldest first, as far as the asking company may see."""
    rows = Event.objects.filter(within=within).order_by("at", "id")
    return [Entry(row.name, row.subject, row.by, row.company, row.at, row.data) for row in rows]
