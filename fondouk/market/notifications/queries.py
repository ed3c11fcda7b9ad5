"""What a person's inbox shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fondouk.market.notifications import rules
from fondouk.market.notifications.models import Notice


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the inbox. `sentence` is marked for translation and takes %(company)s and the `values`."""

    reference: str
    sentence: str
    other: str
    company: str
    company_reference: str
    capacities: tuple[str, ...]
    about: str
    subject: str
    event: str
    permission: str
    happened_at: datetime
    unread: bool
    values: Mapping[str, str] = field(default_factory=dict)


def _told(row: Notice) -> Told:
    return Told(
        row.reference, rules.sentence_of(row.event, row.permission), row.other, row.company.name,
        row.company.reference, tuple(row.company.capacities), row.about, row.subject, row.event, row.permission,
        row.happened_at, row.read_at is None, row.values,
    )  # fmt: skip


def inbox(person: int, *, limit: int = 50, offset: int = 0) -> list[Told]:
    """A person's notices for all their companies, newest first."""
    rows = Notice.objects.select_related("company").filter(person=person)
    return [_told(row) for row in rows.order_by("-happened_at", "-id")[offset : offset + limit]]


def unread_count(person: int) -> int:
    """How many of them were not followed yet."""
    return Notice.objects.filter(person=person, read_at=None).count()


def notice(reference: str, *, person: int) -> Told | None:
    """One's own notice."""
    row = Notice.objects.select_related("company").filter(reference=reference, person=person).first()
    return _told(row) if row else None
