"""When reference data may be loaded and taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
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


#: How a measure's kind is called.
KIND_NAMES: dict[str, str] = {
    "mfn": sentence("General rate"),
    "preference": sentence("Preference"),
    "layer": sentence("Additional duty"),
    "fee": sentence("Fee"),
    "tax": sentence("Import tax"),
    "trade_remedy": sentence("Countervailing or anti-dumping duty"),
}
#: What a line of a difference report says.
CHANGE_NAMES: dict[str, str] = {
    "changed": sentence("Changed"),
    "ended": sentence("Ended"),
    "added": sentence("New"),
    "detail": sentence("Changed beside the rate"),
    "same": sentence("As loaded"),
}
TABLE_NAMES: dict[str, str] = {
    "measures": sentence("Measures"),
    "lists": sentence("Lists of codes"),
    "groups": sentence("Groups of origins"),
    "regimes": sentence("Rules of valuation"),
    "headings": sentence("Harmonized System"),
    "places": sentence("UN/LOCODE"),
    "fx_rates": sentence("Exchange rates"),
    "rate_cards": sentence("Rate cards"),
    "charges": sentence("Charges"),
    "codes": sentence("Codes"),
}
STEP_NAMES: dict[str, str] = {
    "": sentence("Waiting for the worker"),
    "reading": sentence("Reading the file"),
    "comparing": sentence("Comparing with what is loaded"),
    "keeping": sentence("Writing the report"),
    "writing": sentence("Writing the rows"),
}
#: Words in which readers count what a file holds, marked here so that they are translated where they are shown.
COUNT_WORDS = (
    sentence("computable"),
    sentence("special quantity"),
    sentence("human"),
    sentence("chapter 99: additional duty"),
    sentence("chapters 98 and 99: told, not loaded"),
    sentence("lines of the first file"),
    sentence("lines of the second file"),
    sentence("the same"),
    sentence("codes gone"),
    sentence("codes new"),
    sentence("headings"),
    sentence("listed codes"),
    sentence("fees"),
    sentence("layers and fees"),
    sentence("chapters"),
    sentence("subheadings"),
    sentence("places"),
    sentence("countries"),
    sentence("headings of countries"),
    sentence("withdrawn entries"),
    sentence("mfn exact"),
    sentence("mfn assumption"),
    sentence("preference exact"),
    sentence("preference assumption"),
    sentence("countries with GPT or LDCT"),
)
#: A rate older than this many days is marked as old on the desk; an estimate always shows the day of its rate.
RATE_DAYS_MAX = 7


def refusal_to_propose(known: bool, files: int, files_max: int, source: str) -> Refusal | None:
    """One kind, one to three files, and where they come from."""
    if not known:
        return Refusal("reference.import.kind", sentence("Choose what kind of file this is."), field="kind")
    if not files:
        return Refusal("reference.import.none", sentence("Choose a file."), field="file")
    if files > files_max:
        words = sentence("At most %(max)s files at once.")
        return Refusal("reference.import.files", words, {"max": files_max}, "file")
    if not source.strip():
        words = sentence("Say where the file comes from: publisher, edition, date.")
        return Refusal("reference.import.source", words, field="source")
    return None


def refusal_to_enter_rate(
    *, base: str, currency: str, rate: Decimal, on: date, today: date, source: str
) -> Refusal | None:
    """Two different currencies, a rate a market could have, a day that has come, and a source."""
    if not (_CURRENCY.fullmatch(base) and _CURRENCY.fullmatch(currency)):
        return Refusal(
            "fx.currency", sentence("Write both currencies as three letters, such as USD."), field="currency"
        )
    if base == currency:
        return Refusal("fx.same", sentence("A currency has no rate against itself."), field="currency")
    if not rate.is_finite() or not Decimal("0.000001") <= rate <= Decimal(10_000_000):
        return Refusal("fx.rate", sentence("The rate must be a number above 0."), field="rate")
    if on > today:
        return Refusal("fx.future", sentence("The day of a rate cannot lie ahead."), field="on")
    if not source.strip():
        return Refusal("fx.source", sentence("Say where the rate was read."), field="source")
    return None


_CURRENCY = re.compile("[A-Z]{3}")

#: What a checked file is called that has nothing to apply.
COMPARED = sentence("compared")


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
