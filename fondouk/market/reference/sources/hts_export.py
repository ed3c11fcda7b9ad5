"""USITC's own export of the schedule (JSON or CSV): rates as text, inherited down the indent."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fondouk.engines.tariffs.schedule import NeedsHuman, parse
from fondouk.market.reference.sources.seasons import seasons

_CSV_NAMES = {
    "HTS Number": "htsno",
    "Indent": "indent",
    "Description": "description",
    "Unit of Quantity": "units",
    "General Rate of Duty": "general",
    "Special Rate of Duty": "special",
    "Column 2 Rate of Duty": "other",
}
_FOOTNOTE = re.compile(r"\s*\d+/\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A rate line: code without dots (8 digits, or 10 where the rate stands there), the rates in force for it."""

    code: str
    description: str
    general: str
    special: str
    other: str
    units: tuple[str, ...]

    def rate_for(self, symbol: str) -> str:
        """The special rate for a programme's symbol (`MA`), empty where it has none: `Free (AU,MA) 2.1% (JP)`."""
        for match in re.finditer(r"([^()]+?)\s*\(([^)]*)\)", self.special):
            if symbol in {one.strip().rstrip("*+") for one in match[2].split(",")}:
                return match[1].strip()
        return ""


def read(data: bytes) -> list[dict[str, object]]:
    """Rows of either form under the JSON's names; numbers and dates stay text."""
    text = data.decode("utf-8-sig")
    if text.lstrip().startswith("["):
        found = json.loads(text)
        if not isinstance(found, list):
            raise ValueError("the export is not a list of rows")
        return found
    return renamed(csv.DictReader(io.StringIO(text)))


def renamed(rows: Iterable[dict[str, str]]) -> list[dict[str, object]]:
    """Rows of the CSV form under the JSON's names."""
    return [{ours: row.get(theirs, "") for theirs, ours in _CSV_NAMES.items()} for row in rows]


def lines(rows: Iterable[dict[str, object]]) -> Iterator[Line]:
    """Every 8-digit line (and a 10-digit one that alone carries a rate), with the rates it has or inherits."""
    above: list[tuple[int, tuple[str, str, str], str]] = []
    for row in rows:
        indent = int(str(row.get("indent") or 0))
        above = [one for one in above if one[0] < indent]
        own = (_text(row, "general"), _text(row, "special"), _text(row, "other"))
        rates = own if own[0] else (above[-1][1] if above else own)
        words = _text(row, "description").rstrip(":")
        path = " > ".join([*(one[2] for one in above), words])
        above.append((indent, rates, words))
        code = _text(row, "htsno").replace(".", "")
        if len(code) == 8 or (len(code) == 10 and own[0]):
            yield Line(code, path, *rates, units=_units(row))


def _text(row: dict[str, object], key: str) -> str:
    return _FOOTNOTE.sub("", str(row.get(key) or "").strip())


def _units(row: dict[str, object]) -> tuple[str, ...]:
    units = row.get("units") or ()
    return tuple(str(one) for one in units) if isinstance(units, (list, tuple)) else (str(units),)


def by_code(rows: Iterable[dict[str, object]]) -> dict[str, Line]:
    """Lines by their 8 digits; a 10-digit line that carries the rate stands for its eight."""
    found: dict[str, Line] = {}
    for line in lines(rows):
        found.setdefault(line.code[:8], line)
        if not found[line.code[:8]].general:
            found[line.code[:8]] = line
    return found


def measures(line: Line, code: str, *, source: str, retrieved_on: str) -> list[dict[str, Any]]:
    """The general rate of a line and, where Morocco has one, the preference; each computable or with the reason."""
    common = {
        "destination": "US", "hs": code, "currency": "USD", "description": line.description,
        "seasons": seasons(line.description), "source": source, "retrieved_on": retrieved_on,
        "verified_until": retrieved_on,
    }  # fmt: skip
    found = [{**common, "kind": "mfn", "rate": line.general, "human": _reason(line.general)}]
    preference = line.rate_for("MA")
    if preference:
        quota = preference.casefold().startswith("see ")
        found.append({
            **common, "kind": "preference", "agreement": "MA", "origin": "MA", "rate": "" if quota else preference,
            "human": QUOTA if quota else _reason(preference),
        })  # fmt: skip
    return found


QUOTA = "an agreement quota decides (9822.03.01)"


def _reason(text: str) -> str:
    """Why a rate needs a human; empty when it can be computed."""
    try:
        parse(text, "USD")
    except NeedsHuman as why:
        return str(why)
    return ""


def same_rate(one: str, other: str, currency: str = "USD") -> bool:
    """Whether two texts say the same rate: compared as read, else word by word."""
    try:
        return parse(one, currency) == parse(other, currency)
    except NeedsHuman:
        return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return "".join(text.split()).casefold().replace("cents", "¢")
