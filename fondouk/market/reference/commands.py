"""Loading reference data from plain CSV files, and taking a load back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from fondouk.engines.events import journal
from fondouk.engines.freight import lanes
from fondouk.engines.fx import rates
from fondouk.engines.places import imported
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, refuse_if
from fondouk.market.reference import news, rules, sheet
from fondouk.market.reference.models import Load
from fondouk.market.reference.rules import LoadState

Rows = Sequence[dict[str, Any]]
_LOCK = 7_304_118


def load_measures(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load duties, layers, fees and taxes; each replaces the live rows of the same identity."""
    return _load("measures", content, name, by, at)


def load_lists(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load lists of codes; a list is replaced whole."""
    return _load("lists", content, name, by, at)


def load_groups(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load groups of origins; a group is replaced whole."""
    return _load("groups", content, name, by, at)


def load_regimes(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load how destinations value goods."""
    return _load("regimes", content, name, by, at)


def load_rate_cards(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load rate cards; a card replaces that of the same lane, mode and carrier."""
    return _load("rate_cards", content, name, by, at)


def load_charges(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load charges at origin and destination."""
    return _load("charges", content, name, by, at)


def load_fx_rates(*, content: str, name: str, by: Actor, at: datetime) -> Load:
    """Load exchange rates; a rate of the same source and day is replaced."""
    return _load("fx_rates", content, name, by, at)


def load_rows(*, table: str, rows: Rows, name: str, by: Actor, at: datetime, ended_on: date | None = None) -> Load:
    """Load rows that an importer made of an official file; they are held to the same columns.

    `ended_on`: the rows are a whole tariff in force from that day; what it lacks ends the day before.
    """
    digest = hashlib.sha256(repr((rows, ended_on)).encode()).hexdigest()
    return _store(table, sheet.typed(table, rows), name, digest, by, at, ended_on)


def _load(table: str, content: str, name: str, by: Actor, at: datetime) -> Load:
    return _store(table, sheet.read(table, content), name, hashlib.sha256(content.encode()).hexdigest(), by, at)


def _store(
    table: str, read: sheet.Sheet, name: str, digest: str, by: Actor, at: datetime, ended_on: date | None = None
) -> Load:
    one_at_a_time()
    first = read.errors[0] if read.errors else None
    told = f"{first.row}, {first.column}: {first.why}" if first else ""
    refuse_if(rules.refusal_to_load(len(read.errors), len(read.rows), told))
    known = Load.objects.filter(table=table, sha256=digest, state=LoadState.APPROVED).first()
    while known is not None and _replaced(known):  # replaced meanwhile: the same file is a load of its own
        digest = hashlib.sha256(f"{digest}{known.reference}".encode()).hexdigest()
        known = Load.objects.filter(table=table, sha256=digest, state=LoadState.APPROVED).first()
    if known is not None:
        return known
    load = Load.objects.create(
        table=table, name=name, sha256=digest, rows=len(read.rows), touches=_touched(table, read.rows), loaded_at=at,
        loaded_by=by.label(),
    )  # fmt: skip
    changes = _write(table, read.rows, load.reference, ended_on)
    journal.record(
        "reference.load.approved", subject=load.reference, within=load.reference, parties=[], by=by, at=at,
        data={"table": table, "touches": load.touches},
    )  # fmt: skip
    news.record_changes(changes, load=load.reference, by=by, at=at)
    return load


def one_at_a_time() -> None:
    """Wait for whoever loads or undoes: two at once would both replace the same rows, and neither could be undone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _write(table: str, rows: Rows, load: str, ended_on: date | None) -> Sequence[schedule.Change]:
    """Hand the rows to the engine they belong to; what changed of a tariff comes back."""
    if table in _OTHERS:
        _OTHERS[table](rows, load)
        return ()
    return schedule.store(table, rows, load=load, ended_on=ended_on)


def undo_load(*, reference: str, by: Actor, at: datetime) -> Load:
    """Take a load back: what it replaced is live again. Refused while later loads replaced rows of it."""
    one_at_a_time()
    load = Load.objects.select_for_update().get(reference=reference)
    refuse_if(refusal_to_undo(load))
    touched = news.touched_by(load.reference)
    for undo in (schedule.undo, lanes.undo, rates.undo, imported.undo):
        undo(load.reference)
    load.state, load.undone_at, load.undone_by = LoadState.UNDONE, at, by.label()
    load.save(update_fields=["state", "undone_at", "undone_by"])
    journal.record(
        "reference.load.undone", subject=load.reference, within=load.reference, parties=[], by=by, at=at,
        data={"table": load.table, "touches": load.touches},
    )  # fmt: skip
    news.record_touched(touched, load=load.reference, by=by, at=at)
    return load


def refusal_to_undo(load: Load, *, among: Sequence[str] = ()) -> Refusal | None:
    """Why a load cannot be taken back; loads `among` which it is taken back together do not stand in its way."""
    return rules.refusal_to_undo(LoadState(load.state), built_on=sorted(_later(load, among)))


def _replaced(load: Load) -> bool:
    """Whether later loads replaced rows of this one."""
    engines = (schedule.built_on, lanes.built_on, rates.built_on, imported.built_on)
    later = {one for built_on in engines for one in built_on(load.reference)}
    return Load.objects.filter(reference__in=later).exists()


def _later(load: Load, among: Sequence[str] = ()) -> set[str]:
    """Names of loads that replaced rows of this one, or whose layers refer to a list that would be gone."""
    engines = (schedule.built_on, lanes.built_on, rates.built_on, imported.built_on)
    later = {one for built_on in engines for one in built_on(load.reference)}
    if load.table == "lists":
        later |= schedule.needing_lists_of(load.reference)
    named = Load.objects.filter(reference__in=later - set(among)).values_list("reference", "name")
    return {f"{name} ({reference})" for reference, name in named}


def _touched(table: str, rows: Rows) -> list[str]:
    """What listings are affected: HS prefixes of four digits, lanes or currencies; none where it may be all."""
    if table in {"measures", "lists"}:
        found: Iterable[str] = {str(row["hs"])[:4] for row in rows}
        if any(len(one) < 4 for one in found):
            return []
    elif table == "rate_cards":
        found = (f"{row['origin']}-{row['destination']}" for row in rows)
    elif table == "fx_rates":
        found = (str(row["currency"]) for row in rows)
    elif table in {"places", "headings"}:
        found = ()
    else:
        found = (str(row.get("destination") or row.get("place")) for row in rows)
    touched = sorted(set(found))
    return touched if len(touched) <= 500 else []


#: Tables of other engines than the tariff.
_OTHERS: dict[str, Callable[[Rows, str], int]] = {
    "rate_cards": lambda rows, load: lanes.store_cards(rows, load=load),
    "charges": lambda rows, load: lanes.store_charges(rows, load=load),
    "places": lambda rows, load: imported.store(rows, load=load),
    "fx_rates": lambda rows, load: rates.store(rows, load=load),
}
