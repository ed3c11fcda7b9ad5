"""Background work of reference data: a file is read outside any transaction, then one command writes."""

from __future__ import annotations

import logging
from typing import Any

from django.utils import timezone

from fondouk.engines.tables.tasks import task
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused, sentence

WORKER = Actor.system("worker")
#: What the page says while it waits, in order.
STEPS = ("reading", "comparing", "keeping")

logger = logging.getLogger(__name__)


@task(name="reference.check_import")
def check_import(*, reference: str) -> None:
    """The dry run: read the files, compare them with what is loaded, keep the report."""
    from fondouk.market.reference import checking

    _or_refuse(reference, lambda: checking.check(reference))


@task(name="reference.apply_import")
def apply_import(*, reference: str) -> None:
    """Read the approved files again and write what they say."""
    from fondouk.market.reference import checking

    _or_refuse(reference, lambda: checking.apply(reference))


@task(name="reference.finish_undoing")
def finish_undoing(*, reference: str) -> None:
    """Take an applied file back."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.reference import import_commands

    try:
        perform(import_commands.finish_undoing, once=None, by=WORKER, at=timezone.now(), reference=reference)
    except Refused as refused:
        perform(
            import_commands.keep_applied, once=None, by=WORKER, at=timezone.now(), reference=reference,
            refusals=_told(refused),
        )  # fmt: skip


def _or_refuse(reference: str, work: Any) -> None:
    """A file that is wrong is refused with its reason; one that breaks the program is too, and the log says where."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.reference import import_commands

    try:
        work()
        return
    except Refused as refused:
        told = _told(refused)
    except (ValueError, KeyError, ArithmeticError, LookupError):
        logger.exception("the file of %s cannot be read", reference)
        words = sentence("This file cannot be read as the kind it was sent as. Nothing was loaded.")
        told = [{"code": "reference.file.unreadable", "sentence": words, "values": {}}]
    perform(import_commands.refuse_import, once=None, by=WORKER, at=timezone.now(), reference=reference, refusals=told)


def _told(refused: Refused) -> list[dict[str, Any]]:
    return [
        {"code": one.code, "sentence": one.sentence, "values": {name: str(value) for name, value in one.values.items()}}
        for one in refused.refusals
    ]
