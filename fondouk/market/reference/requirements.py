"""Requirements of destinations: loaded from a plain CSV file, entered or changed by hand, ended; never overwritten.

Each write adds a version: the one entered last counts from its first day on, and the older ones stay to be read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fondouk.engines.events import journal
from fondouk.engines.requirements import checklist
from fondouk.engines.requirements.checklist import Item
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.companies.rules import SCHEMES
from fondouk.market.reference import rules, sheet
from fondouk.market.reference.sheet import RowError

COLUMNS = (
    "code", "destination", "hs", "except_hs", "modes", "kind", "side", "anchor", "days_before", "schemes", "name_en",
    "name_fr", "name_ar", "text_en", "text_fr", "text_ar", "source", "address", "retrieved_on", "valid_from",
    "valid_until",
)  # fmt: skip
REQUIRED = ("code", "destination", "kind", "side", "anchor", "name_en", "source", "retrieved_on")
ROWS_MAX = 5000
_LENGTHS = {"source": 300, "address": 300, "schemes": 120, "modes": 20}
_NAME_LENGTH_MAX, _TEXT_LENGTH_MAX = 160, 1000
_PREFIX = re.compile(r"\d{2,10}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of a file would do: `new`, `changed` (with the columns that differ) or `same`."""

    row: Row
    kind: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a file says and what loading it would do; with errors it would not be loaded at all."""

    changes: tuple[Change, ...]
    errors: tuple[RowError, ...]
    untouched: int = 0

    def count(self, kind: str) -> int:
        """How many rows are new, changed or the same."""
        return sum(change.kind == kind for change in self.changes)


def dry_run(content: str) -> DryRun:
    """Read a file and compare each row with the version entered last; nothing is written."""
    rows, errors = _read(content)
    if errors:
        return DryRun((), tuple(errors))
    known = {item.code: item for item in _latest()}
    changes = tuple(_change(row, known.get(row["code"])) for row in rows)
    return DryRun(changes, (), len(known.keys() - {row["code"] for row in rows}))


def load_requirements(*, content: str, name: str, by: Actor, at: datetime) -> None:
    """Enter what is new or changed in a file, each as a further version. Raises Refused with the first bad row."""
    _may(by)
    found = dry_run(content)
    first = found.errors[0] if found.errors else None
    told = f"{first.row}, {first.column}: {first.why}" if first else ""
    refuse_if(rules.refusal_to_load(len(found.errors), len(found.changes), told))
    rows = [change.row for change in found.changes if change.kind != "same"]
    checklist.enter(rows, load=name[:120], by=by.label(), at=at)
    _record("loaded", name, [row["code"] for row in rows], by, at)


def enter_requirement(*, values: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Add a requirement or a further version of one, from the same columns as the file. Raises Refused, by column."""
    _may(by)
    row, errors = _row({name: str(values.get(name) or "") for name in COLUMNS}, 1)
    if errors:
        raise Refused([_refusal(error) for error in errors])
    latest = next((item for item in _latest() if item.code == row["code"]), None)
    if _change(row, latest).kind == "same":
        raise Refused(Refusal("requirement.same", sentence("Nothing differs from the version in force.")))
    checklist.enter([row], load="", by=by.label(), at=at)
    _record("entered", row["code"], [row["code"]], by, at)


def end_requirement(*, code: str, valid_until: date, by: Actor, at: datetime) -> None:
    """The requirement ends with a day: a further version says so, and orders signed before keep their tasks."""
    _may(by)
    latest = next((item for item in _latest() if item.code == code), None)
    if latest is None:
        raise Refused(Refusal("requirement.unknown", sentence("There is no such requirement.")))
    if latest.valid_from is not None and valid_until < latest.valid_from:
        text = sentence("The end lies before the beginning.")
        raise Refused(Refusal("requirement.end", text, field="valid_until"))
    checklist.enter([{**as_row(latest), "valid_until": valid_until}], load="", by=by.label(), at=at)
    _record("ended", code, [code], by, at)


def as_row(item: Item) -> Row:
    """A version as the values a further one starts from."""
    row = {name: getattr(item, name) for name in _PLAIN}
    return {
        **row, "hs": " ".join(item.hs), "except_hs": " ".join(item.except_hs), "modes": " ".join(item.modes),
        "schemes": " ".join(item.schemes), "names": dict(item.names), "texts": dict(item.texts),
    }  # fmt: skip


def as_columns(item: Item) -> dict[str, str]:
    """A version as the text of the file's columns: the form and the export begin with it."""
    row = as_row(item)
    words = {f"name_{language}": item.names.get(language, "") for language in checklist.LANGUAGES}
    words |= {f"text_{language}": item.texts.get(language, "") for language in checklist.LANGUAGES}
    plain = {name: "" if row.get(name) is None else str(row[name]) for name in COLUMNS if name in row}
    return {name: ({**plain, **words}).get(name, "") for name in COLUMNS}


_PLAIN = (
    "code", "destination", "kind", "side", "anchor", "days_before", "source", "address", "retrieved_on", "valid_from",
    "valid_until",
)  # fmt: skip


def _latest() -> list[Item]:
    """The version of each requirement that was entered last, whether it has begun or ended."""
    found: dict[str, Item] = {}
    for item in checklist.versions():
        if item.code not in found or item.version > found[item.code].version:
            found[item.code] = item
    return list(found.values())


def _change(row: Row, known: Item | None) -> Change:
    if known is None:
        return Change(row, "new")
    before = as_row(known)
    columns = tuple(name for name in row if row[name] != before[name])
    return Change(row, "changed" if columns else "same", columns)


def _may(by: Actor) -> None:
    if not by.is_system:
        standing.require(by, "reference.load")


def _record(verb: str, subject: str, codes: Sequence[str], by: Actor, at: datetime) -> None:
    journal.record(
        f"reference.requirement.{verb}", subject=subject[:40], within=subject[:40], parties=[], by=by, at=at,
        data={"codes": list(codes)[:500]},
    )  # fmt: skip


def _refusal(error: RowError) -> Refusal:
    return Refusal(f"requirement.{error.column}", error.why, field=error.column)


def _read(content: str) -> tuple[list[Row], list[RowError]]:
    lines = csv.DictReader(content.removeprefix("\ufeff").splitlines())
    unknown = [name for name in lines.fieldnames or () if name not in COLUMNS]
    if unknown:
        return [], [RowError(1, str(name), str(name), sentence("There is no such column.")) for name in unknown]
    rows, errors, seen = [], [], set()
    for number, line in enumerate(lines, 2):
        if number > ROWS_MAX:
            errors.append(RowError(number, "", "", sentence("The file has too many rows.")))
            break
        row, wrong = _row({name: str(line.get(name) or "") for name in COLUMNS}, number)
        if row.get("code") in seen:
            wrong.append(RowError(number, "code", str(row["code"]), sentence("This code stands in the file twice.")))
        seen.add(row.get("code"))
        rows.append(row)
        errors += wrong
    return rows, errors


def _row(line: Mapping[str, str], number: int) -> tuple[Row, list[RowError]]:
    """A line of text as the values of a version, and what is wrong in it."""
    said = {name: value.replace("\x00", "").strip() for name, value in line.items()}
    errors = [RowError(number, name, "", sentence("This is required.")) for name in REQUIRED if not said[name]]
    errors += _choices(said, number) + _lengths(said, number)
    row: Row = {name: said[name] for name in ("code", "destination", "kind", "side", "anchor", "source", "address")}
    for name in ("hs", "except_hs", "modes", "schemes"):
        row[name] = " ".join(said[name].split())
    row["names"] = {one: said[f"name_{one}"] for one in checklist.LANGUAGES if said[f"name_{one}"]}
    row["texts"] = {one: said[f"text_{one}"] for one in checklist.LANGUAGES if said[f"text_{one}"]}
    for name, read in (("days_before", _days), ("retrieved_on", sheet.day), ("valid_from", sheet.day),
                       ("valid_until", sheet.day)):  # fmt: skip
        try:
            row[name] = read(said[name])
        except ValueError:
            row[name] = None
            errors.append(RowError(number, name, said[name], _WRONG[name == "days_before"]))
    if row["valid_from"] and row["valid_until"] and row["valid_until"] < row["valid_from"]:
        errors.append(
            RowError(number, "valid_until", said["valid_until"], sentence("The end lies before the beginning."))
        )
    return row, errors


_WRONG = {
    True: sentence("Write a number of days between 0 and 365."),
    False: sentence("Write a day, for example 2026-11-23."),
}


def _days(text: str) -> int:
    days = int(text or "0")
    if not 0 <= days <= 365:
        raise ValueError("out of range")
    return days


def _choices(said: Mapping[str, str], number: int) -> list[RowError]:
    """What must be one of a list, or look like a code."""
    errors = []
    for name, known in (("kind", checklist.KINDS), ("side", checklist.SIDES), ("anchor", checklist.ANCHORS)):
        if said[name] and said[name] not in known:
            errors.append(RowError(number, name, said[name], sentence("Choose one of the list.")))
    if said["code"] and not _CODE.fullmatch(said["code"]):
        text = sentence("A code is 3 to 40 capital letters, digits and hyphens.")
        errors.append(RowError(number, "code", said["code"], text))
    if said["destination"] and not re.fullmatch("[A-Z]{2}", said["destination"]):
        errors.append(RowError(number, "destination", said["destination"], sentence("Write US, CA or EU.")))
    for name in ("hs", "except_hs"):
        if not all(_PREFIX.fullmatch(one) for one in said[name].split()):
            text = sentence("Codes have 2 to 10 digits, apart by blanks.")
            errors.append(RowError(number, name, said[name], text))
    if not set(said["modes"].split()) <= {"sea", "air", "courier"}:
        errors.append(RowError(number, "modes", said["modes"], sentence("Write sea, air, courier, or nothing.")))
    if not set(said["schemes"].split()) <= set(SCHEMES):
        errors.append(RowError(number, "schemes", said["schemes"], sentence("There is no such certificate here.")))
    if said["address"] and not said["address"].startswith("https://"):
        errors.append(RowError(number, "address", said["address"], sentence("An address begins with https://.")))
    return errors


def _lengths(said: Mapping[str, str], number: int) -> list[RowError]:
    limits = {**_LENGTHS, **{name: _NAME_LENGTH_MAX for name in said if name.startswith("name_")}}
    limits |= {name: _TEXT_LENGTH_MAX for name in said if name.startswith("text_")}
    long = [name for name, most in limits.items() if len(said[name]) > most]
    return [RowError(number, name, said[name][:40], sentence("This is too long.")) for name in long]
