"""What the desk may read of reference data: files handed in, loads, measures with their history, exchange rates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fondouk.engines.fx import rates
from fondouk.engines.places import imported
from fondouk.engines.tariffs import schedule
from fondouk.market.companies.models import Person
from fondouk.market.reference import import_commands, kinds, rules
from fondouk.market.reference.models import Import, Load
from fondouk.market.reference.rules import ImportState

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Handed:
    """Files handed in: where they stand and what their report says. Names of people are shown, not references."""

    reference: str
    kind: str
    kind_name: str
    name: str
    files: tuple[dict[str, Any], ...]
    source: str
    retrieved_on: date
    in_force_on: date
    state: ImportState
    state_name: str
    step: str
    done: int
    total: int
    stamp: str
    report: Mapping[str, Any]
    lines_file: str
    refusals: tuple[dict[str, Any], ...]
    loads: tuple[str, ...]
    proposed_at: datetime
    proposed_by: str
    checked_at: datetime | None
    approved_at: datetime | None
    approved_by: str
    applied_at: datetime | None
    withdrawn_at: datetime | None
    undone_at: datetime | None
    undone_by: str

    @property
    def working(self) -> bool:
        """Whether the worker has it."""
        return self.state in {ImportState.RECEIVED, ImportState.APPROVED, ImportState.UNDOING}


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load: its file, table, rows, and whether it is live."""

    reference: str
    table: str
    name: str
    rows: int
    live: bool
    loaded_at: datetime
    loaded_by: str
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a code's history, with the load that brought it and the one that replaced it."""

    row: schedule.Row
    brought: LoadRow | None
    replaced: LoadRow | None


@dataclass(frozen=True, slots=True)
class History:
    """A code with its words and everything ever loaded for it."""

    destination: str
    code: str
    words: tuple[schedule.Words, ...]
    steps: tuple[Step, ...]
    lists: tuple[schedule.OnList, ...] = ()


@dataclass(frozen=True, slots=True)
class RateRow:
    """The latest figure of a source and pair, how old it is, and whether that is too old to trust unseen."""

    rate: rates.Published
    days: int
    old: bool
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Cross:
    """One currency in another, through which base, as of when; `quote` is None where no rate leads there."""

    base: str
    currency: str
    quote: rates.Quote | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything that is loaded, in figures."""

    measures: tuple[schedule.Holding, ...]
    places: Mapping[str, int] = field(default_factory=dict)


def imports(*, limit: int = ON_A_PAGE) -> tuple[Handed, ...]:
    """Files handed in, the latest first, without their reports' lines."""
    rows = list(Import.objects.order_by("-proposed_at", "-pk")[:limit])
    people = _people(rows)
    return tuple(_handed(row, people) for row in rows)


def waiting_imports() -> int:
    """How many checked files wait for an approval."""
    return Import.objects.filter(state=ImportState.CHECKED, report__applies=True).count()


def import_(reference: str) -> Handed | None:
    """One file that was handed in."""
    row = Import.objects.filter(reference=reference).first()
    return _handed(row, _people([row])) if row else None


def _people(rows: Iterable[Import]) -> dict[str, str]:
    wanted = {one for row in rows for one in (row.proposed_by, row.approved_by, row.undone_by) if one}
    return dict(Person.objects.filter(reference__in=wanted).values_list("reference", "name"))


def _handed(row: Import, people: Mapping[str, str]) -> Handed:
    state = ImportState(row.state)
    compares = state is ImportState.CHECKED and not row.report.get("applies")
    state_name = rules.COMPARED if compares else rules.STATE_NAMES[state]
    return Handed(
        row.reference, row.kind, kinds.NAMES.get(row.kind, row.kind), row.name, tuple(row.files), row.source,
        row.retrieved_on, row.in_force_on, state, state_name, row.step, row.done, row.total, row.stamp, row.report,
        row.lines_file, tuple(row.refusals), tuple(row.loads), row.proposed_at,
        people.get(row.proposed_by, row.proposed_by), row.checked_at, row.approved_at,
        people.get(row.approved_by, row.approved_by), row.applied_at, row.withdrawn_at, row.undone_at,
        people.get(row.undone_by, row.undone_by),
    )  # fmt: skip


def loads(*, limit: int = 100) -> tuple[LoadRow, ...]:
    """Every load, the latest first, whether it came by the desk, the command or with the product."""
    return tuple(_load(row) for row in Load.objects.order_by("-pk")[:limit])


def _load(row: Load) -> LoadRow:
    live = row.state == rules.LoadState.APPROVED
    return LoadRow(row.reference, row.table, row.name, row.rows, live, row.loaded_at, row.loaded_by, row.undone_at)


def history(destination: str, code: str) -> History:
    """Everything loaded for a code, each row with the load that brought it."""
    rows = schedule.history(destination, code)
    wanted = {one for row in rows for one in (row.from_load, row.superseded_by) if one}
    named = {row.reference: _load(row) for row in Load.objects.filter(reference__in=wanted)}
    steps = tuple(Step(row, named.get(row.from_load), named.get(row.superseded_by)) for row in rows)
    return History(destination, code, schedule.headings(code, on=date.max), steps, schedule.lists_of(code))


def holdings() -> Holdings:
    """What is loaded."""
    return Holdings(schedule.holdings(), imported.editions())


def latest_rates(on: date) -> tuple[RateRow, ...]:
    """The latest exchange rate of each source and pair."""
    by_hand = set(
        Load.objects.filter(name__startswith=import_commands.BY_HAND, state=rules.LoadState.APPROVED).values_list(
            "reference", flat=True
        )
    )
    return tuple(
        RateRow(one, (on - one.on).days, (on - one.on).days > rules.RATE_DAYS_MAX, one.load in by_hand)
        for one in rates.latest(on)
    )


def crosses(pairs: Iterable[tuple[str, str]], on: date) -> tuple[Cross, ...]:
    """What one currency is in another as of a day, through a common base where no source has the pair."""
    table = rates.table(on)
    found = ((base, currency, table.quote(base, currency)) for base, currency in pairs)
    return tuple(Cross(base, currency, quote, quote.age(on) if quote else None) for base, currency, quote in found)


def rate_of(text: str) -> Decimal | None:
    """A rate as typed, with a point or a comma; None where it is no number."""
    plain = text.strip().replace("\u202f", "").replace(" ", "").replace(",", ".")
    try:
        found = Decimal(plain)
    except ArithmeticError:
        return None
    return found if found.is_finite() else None
