"""When reference data may be loaded and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence


class LoadState(StrEnum):
    """A load is live until it is undone."""

    APPROVED = "APPROVED"
    UNDONE = "UNDONE"


TRANSITIONS: dict[LoadState, frozenset[LoadState]] = {
    LoadState.APPROVED: frozenset({LoadState.UNDONE}),
    LoadState.UNDONE: frozenset(),
}


class ImportState(StrEnum):
    """Where files handed in at the desk stand."""

    RECEIVED = "RECEIVED"
    CHECKED = "CHECKED"
    REFUSED = "REFUSED"
    APPROVED = "APPROVED"
    APPLIED = "APPLIED"
    UNDOING = "UNDOING"
    UNDONE = "UNDONE"
    WITHDRAWN = "WITHDRAWN"


#: An approval whose report is out of date goes back to RECEIVED and gets a new report; an undoing that turns out to be
#: impossible goes back to APPLIED.
IMPORT_TRANSITIONS: dict[ImportState, frozenset[ImportState]] = {
    ImportState.RECEIVED: frozenset({ImportState.CHECKED, ImportState.REFUSED, ImportState.WITHDRAWN}),
    ImportState.CHECKED: frozenset({ImportState.APPROVED, ImportState.WITHDRAWN}),
    ImportState.REFUSED: frozenset(),
    ImportState.APPROVED: frozenset({ImportState.APPLIED, ImportState.RECEIVED, ImportState.REFUSED}),
    ImportState.APPLIED: frozenset({ImportState.UNDOING}),
    ImportState.UNDOING: frozenset({ImportState.UNDONE, ImportState.APPLIED}),
    ImportState.UNDONE: frozenset(),
    ImportState.WITHDRAWN: frozenset(),
}
_MOVES: dict[ImportState, str] = {
    ImportState.APPROVED: sentence("Only a checked file can be approved; this one is %(state)s."),
    ImportState.WITHDRAWN: sentence("Only a file that nobody approved yet can be withdrawn; this one is %(state)s."),
    ImportState.UNDOING: sentence("Only an applied file can be undone; this one is %(state)s."),
}
STATE_NAMES: dict[ImportState, str] = {
    ImportState.RECEIVED: sentence("being checked"),
    ImportState.CHECKED: sentence("to be approved"),
    ImportState.REFUSED: sentence("refused"),
    ImportState.APPROVED: sentence("being applied"),
    ImportState.APPLIED: sentence("applied"),
    ImportState.UNDOING: sentence("being undone"),
    ImportState.UNDONE: sentence("undone"),
    ImportState.WITHDRAWN: sentence("withdrawn"),
}


def refusal_to_move(state: ImportState, to: ImportState) -> Refusal | None:
    """Why an import cannot be approved, withdrawn or undone now."""
    if to in IMPORT_TRANSITIONS[state]:
        return None
    return Refusal(f"reference.import.{to.lower()}", _MOVES[to], {"state": STATE_NAMES[state]})


def refusal_to_approve(state: ImportState, *, loads: bool, stamp: str, read_stamp: str) -> Refusal | None:
    """A report is approved as it was read: not where it only compares, nor where it was made again meanwhile."""
    refusal = refusal_to_move(state, ImportState.APPROVED)
    if refusal is not None:
        return refusal
    if not loads:
        words = sentence("This report only compares; there is nothing to apply.")
        return Refusal("reference.import.compares", words)
    if stamp != read_stamp:
        words = sentence("The report was made again since you opened it. Read it once more, then approve.")
        return Refusal("reference.import.report", words)
    return None


def refusal_to_load(errors: int, rows: int, first: str) -> Refusal | None:
    """A file with an error in any row is not loaded at all."""
    if errors:
        return Refusal(
            "reference.file.errors",
            sentence("%(errors)s rows cannot be read, the first: %(first)s. Nothing was loaded."),
            {"errors": errors, "first": first},
        )
    if not rows:
        return Refusal("reference.file.empty", sentence("The file has no rows."))
    return None


def refusal_to_undo(state: LoadState, *, built_on: Sequence[str] = ()) -> Refusal | None:
    """Only a live load can be undone, and only while nothing later was built on it."""
    if LoadState.UNDONE not in TRANSITIONS[state]:
        return Refusal("reference.load.undone", sentence("This load was undone already."))
    if built_on:
        return Refusal(
            "reference.load.built_on",
            sentence("Later loads build on this one: %(loads)s. Undo them first, the latest before the others."),
            {"loads": ", ".join(built_on[:5])},
        )
    return None
