"""The measures as people browse them: what holds on a day, and everything ever loaded for one code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, Q, QuerySet

from fondouk.engines.tariffs.models import GroupMember, ListedCode, Measure

_COLUMNS = (
    "destination", "kind", "name", "heading", "hs", "origin", "agreement", "rate", "currency", "minimum", "maximum",
    "human", "certainty", "seasons", "status", "description", "applies", "covered_list", "exempt_lists", "valid_from",
    "valid_until", "source", "retrieved_on", "verified_until", "load", "superseded_by", "brought_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as loaded. `superseded_by` names the load that replaced it; `brought_by` whose figure it repeats."""

    destination: str
    kind: str
    name: str
    heading: str
    hs: str
    origin: str
    agreement: str
    rate: str
    currency: str
    minimum: Decimal | None
    maximum: Decimal | None
    human: str
    certainty: str
    seasons: str
    status: str
    description: str
    applies: str
    covered_list: str
    exempt_lists: str
    valid_from: date | None
    valid_until: date | None
    source: str
    retrieved_on: date | None
    verified_until: date | None
    load: str
    superseded_by: str
    brought_by: str

    @property
    def from_load(self) -> str:
        """The load that brought the figure."""
        return self.brought_by or self.load


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person looks for; empty means any. `code` is a prefix or a whole code, `words` parts of a description."""

    day: date
    destination: str = ""
    kind: str = ""
    origin: str = ""
    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """How many live measures of a kind are loaded for a destination, and until when they were verified."""

    destination: str
    kind: str
    count: int
    verified_until: date | None


def browse(asked: Asked, *, limit: int, offset: int = 0) -> tuple[tuple[Row, ...], int]:
    """(rows in force on the day, how many there are in all), by code."""
    rows = _asked(asked)
    ordered = rows.order_by("destination", "hs", "kind", "name", "pk")[offset : offset + limit]
    return tuple(Row(*one) for one in ordered.values_list(*_COLUMNS)), rows.count()


def _asked(asked: Asked) -> QuerySet[Measure]:
    day = asked.day
    rows = Measure.objects.filter(superseded_by="").filter(
        Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gte=day)
    )
    if asked.destination:
        rows = rows.filter(destination=asked.destination)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.origin:
        groups = GroupMember.objects.filter(superseded_by="", country=asked.origin).values("group")
        rows = rows.filter(Q(origin__in=("", asked.origin)) | Q(origin__in=groups))
    if asked.code:
        rows = rows.filter(_touching(asked.code))
    if asked.words:
        rows = rows.filter(description__icontains=asked.words)
    return rows


def _touching(code: str) -> Q:
    """Measures of codes below a prefix, and of the shorter codes above it."""
    near = Q(hs__startswith=code) | Q(hs__in=[code[:length] for length in range(2, len(code))])
    dotted = ".".join(part for part in (code[:4], code[4:6], code[6:8]) if part)
    return near | Q(heading__startswith=dotted) if len(code) >= 4 else near


def history(destination: str, code: str, *, limit: int = 400) -> tuple[Row, ...]:
    """Everything loaded for a code of a destination, live or replaced, the latest validity first."""
    rows = Measure.objects.filter(_touching(code), destination=destination)
    newest = rows.order_by("hs", "kind", "name", "heading", "-valid_from", "superseded_by", "-pk")
    return tuple(Row(*one) for one in newest.values_list(*_COLUMNS)[:limit])


@dataclass(frozen=True, slots=True)
class OnList:
    """A list that names a code or a shorter one above it, under a condition where there is one."""

    name: str
    hs: str
    condition: str
    valid_from: date | None
    valid_until: date | None
    source: str
    load: str


def lists_of(code: str, *, limit: int = 100) -> tuple[OnList, ...]:
    """Every live list a code stands on, whole or in part, by name."""
    rows = ListedCode.objects.filter(superseded_by="").filter(
        Q(hs__startswith=code) | Q(hs__in=[code[:length] for length in range(2, len(code))])
    )
    found = rows.order_by("list_name", "hs", "valid_from")[:limit]
    columns = ("list_name", "hs", "condition", "valid_from", "valid_until", "source", "load")
    return tuple(OnList(*one) for one in found.values_list(*columns))


def list_names() -> set[str]:
    """The names of the lists that hold a live code."""
    return set(ListedCode.objects.filter(superseded_by="").values_list("list_name", flat=True).distinct())


def holdings() -> tuple[Holding, ...]:
    """What is loaded, by destination and kind."""
    rows = Measure.objects.filter(superseded_by="").values_list("destination", "kind")
    counted = rows.annotate(count=Count("pk"), verified=Max("verified_until")).order_by("destination", "kind")
    return tuple(Holding(*one) for one in counted)


def origins() -> tuple[str, ...]:
    """Origins and groups some live measure names."""
    found: Iterable[str] = Measure.objects.filter(superseded_by="").exclude(origin="").values_list("origin", flat=True)
    return tuple(sorted(set(found)))
