"""Files handed in at the desk: checked without writing, approved by a person, applied or taken back as one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.reference import commands, kinds, rules
from fondouk.market.reference.models import Import, Load
from fondouk.market.reference.reading import Found
from fondouk.market.reference.rules import ImportState, LoadState

PERMISSION = "reference.load"
FILES_MAX = 3
BY_HAND = "by hand"


def propose_import(
    *, kind: str, files: Sequence[str], source: str, retrieved_on: date, in_force_on: date, by: Actor, at: datetime
) -> Import:
    """Take files (references of received ones) to be checked in the background; nothing is loaded by this."""
    standing.require(by, PERMISSION)
    refuse_if(rules.refusal_to_propose(kind in kinds.BY_CODE, len(files), FILES_MAX, source))
    refs = [one for one in map(store.find, files) if one is not None]
    handed = Import.objects.create(
        kind=kind, name=", ".join(one.name for one in refs)[:120],
        files=[{"reference": one.reference, "name": one.name, "sha256": one.sha256, "size": one.size} for one in refs],
        source=source.strip() or ", ".join(one.name for one in refs)[:200], retrieved_on=retrieved_on,
        in_force_on=in_force_on, proposed_at=at, proposed_by=by.label(),
    )  # fmt: skip
    _record("proposed", handed, by, at)
    from fondouk.market.reference import tasks

    tasks.check_import.defer(reference=handed.reference)
    return handed


def mark_step(*, reference: str, step: str, done: int, total: int, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """How far the worker is, for the page that waits."""
    Import.objects.filter(reference=reference).update(step=step, done=done, total=total)


def record_report(
    *, reference: str, report: Mapping[str, Any], lines_file: str, by: Actor, at: datetime
) -> Import | None:
    """Keep the report of a check; one that is no longer waited for is dropped."""
    handed = _locked(reference)
    if handed is None or ImportState.CHECKED not in rules.IMPORT_TRANSITIONS[ImportState(handed.state)]:
        return None
    handed.state, handed.report, handed.lines_file = ImportState.CHECKED, dict(report), lines_file
    handed.checked_at, handed.step, handed.refusals = at, "", []
    handed.stamp = f"{loaded(report['rows'])}.{int(at.timestamp())}"
    handed.save()
    _record("checked", handed, by, at)
    return handed


def refuse_import(*, reference: str, refusals: Sequence[Mapping[str, Any]], by: Actor, at: datetime) -> Import | None:
    """The file cannot be loaded: what was wrong with it stays with it."""
    handed = _locked(reference)
    if handed is None or ImportState.REFUSED not in rules.IMPORT_TRANSITIONS[ImportState(handed.state)]:
        return None
    handed.state, handed.refusals, handed.step = ImportState.REFUSED, [dict(one) for one in refusals], ""
    handed.checked_at = handed.checked_at or at
    handed.save()
    _record("refused", handed, by, at)
    return handed


def approve_import(*, reference: str, stamp: str, by: Actor, at: datetime) -> Import:
    """Approve the report that was read; the worker then applies the file in one transaction."""
    standing.require(by, PERMISSION)
    handed = _required(reference)
    applies = bool(handed.report.get("applies"))
    refuse_if(rules.refusal_to_approve(ImportState(handed.state), loads=applies, stamp=handed.stamp, read_stamp=stamp))
    handed.state, handed.approved_at, handed.approved_by = ImportState.APPROVED, at, by.label()
    handed.save()
    _record("approved", handed, by, at)
    from fondouk.market.reference import tasks

    tasks.apply_import.defer(reference=handed.reference)
    return handed


def withdraw_import(*, reference: str, by: Actor, at: datetime) -> Import:
    """Take a file back that nobody approved."""
    standing.require(by, PERMISSION)
    handed = _required(reference)
    refuse_if(rules.refusal_to_move(ImportState(handed.state), ImportState.WITHDRAWN))
    handed.state, handed.withdrawn_at, handed.withdrawn_by = ImportState.WITHDRAWN, at, by.label()
    handed.save()
    _record("withdrawn", handed, by, at)
    return handed


def apply_import(*, reference: str, found: Found, by: Actor, at: datetime) -> Import | None:
    """Write what an approved file says, all of it or nothing; a report that is out of date is made again instead."""
    handed = _locked(reference)
    if handed is None or handed.state != ImportState.APPROVED:
        return handed
    commands.one_at_a_time()
    if handed.stamp.rpartition(".")[0] != loaded(handed.report["rows"]):
        return _again(handed, by, at)
    loads = []
    for table, rows in found.tables.items():
        ended_on = handed.in_force_on if found.whole and table == "measures" else None
        load = commands.load_rows(table=table, rows=rows, name=handed.name, by=by, at=at, ended_on=ended_on)
        if load.loaded_at == at:  # not one that was loaded before, whose undoing is not this import's
            Load.objects.filter(pk=load.pk).update(loaded_by=handed.approved_by)
            loads.append(load.reference)
    handed.state, handed.loads, handed.applied_at, handed.step = ImportState.APPLIED, loads, at, ""
    handed.save()
    _record("applied", handed, by, at)
    return handed


def _again(handed: Import, by: Actor, at: datetime) -> Import:
    handed.state, handed.approved_at, handed.approved_by = ImportState.RECEIVED, None, ""
    handed.save()
    _record("outdated", handed, by, at)
    from fondouk.market.reference import tasks

    tasks.check_import.defer(reference=handed.reference)
    return handed


def undo_import(*, reference: str, by: Actor, at: datetime) -> Import:
    """Have an applied file taken back; refused while later loads build on it."""
    standing.require(by, PERMISSION)
    handed = _required(reference)
    refuse_if(rules.refusal_to_move(ImportState(handed.state), ImportState.UNDOING))
    for load in Load.objects.filter(reference__in=handed.loads):
        refuse_if(commands.refusal_to_undo(load, among=handed.loads))
    handed.state, handed.undone_by, handed.refusals = ImportState.UNDOING, by.label(), []
    handed.save()
    _record("undoing", handed, by, at)
    from fondouk.market.reference import tasks

    tasks.finish_undoing.defer(reference=handed.reference)
    return handed


def finish_undoing(*, reference: str, by: Actor, at: datetime) -> Import | None:
    """Take back every load of an import, the latest first; where one cannot be, none is and it stays applied."""
    handed = _locked(reference)
    if handed is None or handed.state != ImportState.UNDOING:
        return handed
    live = set(
        Load.objects.filter(reference__in=handed.loads, state=LoadState.APPROVED).values_list("reference", flat=True)
    )
    for load in (one for one in reversed(handed.loads) if one in live):
        commands.undo_load(reference=load, by=by, at=at)
    handed.state, handed.undone_at = ImportState.UNDONE, at
    handed.save()
    _record("undone", handed, by, at)
    return handed


def keep_applied(*, reference: str, refusals: Sequence[Mapping[str, Any]], by: Actor, at: datetime) -> Import | None:
    """An undoing that turned out to be impossible: the file stays applied and says why."""
    handed = _locked(reference)
    if handed is None or handed.state != ImportState.UNDOING:
        return handed
    handed.state, handed.undone_by, handed.refusals = ImportState.APPLIED, "", [dict(one) for one in refusals]
    handed.save()
    _record("kept", handed, by, at)
    return handed


def enter_rate(
    *, base: str, currency: str, rate: Decimal, on: date, source: str, official: bool, by: Actor, at: datetime
) -> Load:
    """An exchange rate typed by a person: 1 base = rate currency, with the source it was read from."""
    standing.require(by, PERMISSION)
    refuse_if(
        rules.refusal_to_enter_rate(base=base, currency=currency, rate=rate, on=on, today=at.date(), source=source)
    )
    row = {
        "source": source.strip()[:60], "base": base, "currency": currency, "on": on.isoformat(), "rate": f"{rate:f}",
        "official": "yes" if official else "no",
    }  # fmt: skip
    return commands.load_rows(
        table="fx_rates", rows=[row], name=f"{BY_HAND}: 1 {base} = {rate:f} {currency}", by=by, at=at
    )


def undo_rate(*, reference: str, by: Actor, at: datetime) -> Load:
    """Take back a rate typed by a person."""
    standing.require(by, PERMISSION)
    load = Load.objects.filter(reference=reference, table="fx_rates", name__startswith=BY_HAND).first()
    if load is None:
        raise Refused(Refusal("reference.load.unknown", sentence("There is no such rate.")))
    return commands.undo_load(reference=reference, by=by, at=at)


def loaded(tables: Mapping[str, int]) -> str:
    """A short name for what is loaded of these tables: it differs after each load or undoing."""
    rows = Load.objects.filter(table__in=tables).order_by("pk").values_list("reference", "state")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()[:16]


def _locked(reference: str) -> Import | None:
    return Import.objects.select_for_update().filter(reference=reference).first()


def _required(reference: str) -> Import:
    handed = _locked(reference)
    if handed is None:
        raise Refused(Refusal("reference.import.unknown", sentence("There is no such file.")))
    return handed


def _record(verb: str, handed: Import, by: Actor, at: datetime) -> None:
    journal.record(
        f"reference.import.{verb}", subject=handed.reference, within=handed.reference, parties=[], by=by, at=at,
        data={"kind": handed.kind, "loads": handed.loads},
    )  # fmt: skip
