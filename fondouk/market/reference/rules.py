"""When reference data may be loaded and taken back."""

from __future__ import annotations

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


def refusal_to_undo(state: LoadState) -> Refusal | None:
    """Only a live load can be undone."""
    if LoadState.UNDONE in TRANSITIONS[state]:
        return None
    return Refusal("reference.load.undone", sentence("This load was undone already."))
