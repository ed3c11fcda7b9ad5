"""How ready goods are for a destination: what is done, what is missing, and what may be marked. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence

NOTE_LENGTH_MAX = 300


class MarkState(StrEnum):
    """What a supplier says of a requirement."""

    DONE = "DONE"
    NOT_NEEDED = "NOT_NEEDED"


def refusal_to_mark(*, known: bool, state: str, note: str, evidence: bool) -> Refusal | None:
    """Why this may not be written, or None: an unknown requirement, or a claim without anything behind it."""
    if not known:
        return Refusal(
            "readiness.requirement",
            sentence("This requirement is not on the list of this product any more. Load the page again."),
        )
    if state not in set(MarkState):
        return Refusal("readiness.state", sentence("Say whether it is done or not needed."), field="state")
    if len(note) > NOTE_LENGTH_MAX:
        return Refusal("readiness.long", sentence("Keep the note within 300 characters."), field="note")
    if state == MarkState.NOT_NEEDED and not note.strip():
        return Refusal("readiness.why", sentence("Write why it is not needed: buyers read it."), field="note")
    if not note.strip() and not evidence:
        text = sentence("Write a number, a date or a name that shows it, or choose a certificate.")
        return Refusal("readiness.proof", text, field="note")
    return None


def refusal_to_complete(*, done: bool, note: str, file: bool) -> Refusal | None:
    """Why a task cannot be ticked off like this, or None."""
    if done:
        return Refusal("task.done", sentence("This task is done already."))
    if len(note) > NOTE_LENGTH_MAX:
        return Refusal("readiness.long", sentence("Keep the note within 300 characters."), field="note")
    if not note.strip() and not file:
        text = sentence("Write a number, a date or a name that shows it, or add a file.")
        return Refusal("task.proof", text, field="note")
    return None


def share(settled: Iterable[bool]) -> int | None:
    """Percent of what the supplier has to do that is settled, rounded down; None where nothing is on its list."""
    answers = list(settled)
    return sum(answers) * 100 // len(answers) if answers else None
