"""The worker's part of an import: reading takes seconds and holds no transaction; writing is one command."""

from __future__ import annotations

import io
from datetime import datetime

from django.utils import timezone

from fondouk.engines.events.perform import perform
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.market.reference import import_commands, kinds, report
from fondouk.market.reference.models import Import
from fondouk.market.reference.reading import Found
from fondouk.market.reference.rules import ImportState

WORKER = Actor.system("worker")


def check(reference: str) -> None:
    """Read, compare, keep the report and its lines. Raises Refused with what is wrong."""
    handed = Import.objects.filter(reference=reference, state=ImportState.RECEIVED).first()
    if handed is None:
        return
    found = _read(handed)
    _step(reference, "comparing", 1)
    made = report.make(found, in_force_on=handed.in_force_on)
    _step(reference, "keeping", 2)
    at = timezone.now()
    lines = _kept(report.as_csv(made), handed, at)
    perform(
        import_commands.record_report, once=None, by=WORKER, at=at, reference=reference, report=report.summary(made),
        lines_file=lines,
    )  # fmt: skip


def apply(reference: str) -> None:
    """Read again and write in one transaction."""
    handed = Import.objects.filter(reference=reference, state=ImportState.APPROVED).first()
    if handed is None:
        return
    found = _read(handed)
    _step(reference, "writing", 1)
    perform(import_commands.apply_import, once=None, by=WORKER, at=timezone.now(), reference=reference, found=found)


def _read(handed: Import) -> Found:
    _step(handed.reference, "reading", 0)
    files = [store.open(one["reference"])[1] for one in handed.files]
    return kinds.read(
        handed.kind, files, source=handed.source, retrieved_on=handed.retrieved_on, in_force_on=handed.in_force_on
    )


def _step(reference: str, step: str, done: int) -> None:
    perform(
        import_commands.mark_step, once=None, by=WORKER, at=timezone.now(), reference=reference, step=step, done=done,
        total=3,
    )  # fmt: skip


def _kept(lines: bytes, handed: Import, at: datetime) -> str:
    """The file of lines as a document of our own."""
    name = f"{handed.reference.lower()}.csv"
    return store.receive(
        io.BytesIO(lines), "document", owner=None, by=WORKER, at=at, name=name, made_here=True
    ).reference
