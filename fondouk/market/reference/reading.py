"""Official files read into rows, with what is not understood and what needs a human; nothing is lost without a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fondouk.engines.tariffs import schedule
from fondouk.kit.refusal import sentence
from fondouk.market.reference import opening, sheet
from fondouk.market.reference.sources import (
    canada,
    ecb,
    harmonized_system,
    hts_export,
    locode,
    us_additional_duties,
    us_chapter_99,
    us_fees,
    us_tariff_database,
    vat,
)

Rows = list[dict[str, Any]]
Files = Mapping[str, bytes]
#: (line of the file or code, what it says and why it is not loaded)
Remarks = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who hands a file in says of it: its source, the day it was read, the day it holds from."""

    source: str
    retrieved_on: str
    in_force_on: date


@dataclass(slots=True)
class Found:
    """What a file says: rows by table, how they fall into kinds, what stays with a human, what is not understood.

    `whole`: the rows are a whole tariff, so that what it lacks ends. `changes` is given where files are only compared.
    """

    tables: dict[str, Rows] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    human: Counter[str] = field(default_factory=Counter)
    not_loaded: Remarks = field(default_factory=list)
    whole: bool = False
    changes: tuple[schedule.Change, ...] | None = None


def us_tariffs(files: Files, told: Told) -> Found:
    """The US tariff database: general and Moroccan rates; chapter 99 as additional duties, or told with what it is."""
    found = Found(whole=True)
    rows: Rows = []
    for row in us_tariff_database.completed(opening.rows(files["database"])):
        if row["hts8"] >= "98":
            _apart(row, told, rows, found)
            continue
        found.counts[us_tariff_database.verdict(row)] += 1
        made = us_tariff_database.measures(
            row, source=told.source, retrieved_on=told.retrieved_on, verified_until=told.retrieved_on
        )
        found.human.update(one["human"] for one in made if one["human"])
        rows += made
    found.tables["measures"] = rows
    return found


def _apart(row: dict[str, str], told: Told, rows: Rows, found: Found) -> None:
    """A row of chapters 98 and 99. A heading whose dates and lists are loaded from elsewhere is not doubled."""
    layers, why = us_chapter_99.read(row, source=told.source, retrieved_on=told.retrieved_on)
    found.counts["chapter 99: additional duty" if layers else "chapters 98 and 99: told, not loaded"] += 1
    if not layers:
        found.not_loaded.append((row["hts8"], f"{row['mfn_text_rate'].strip() or '–'}: {why}"))
    found.human.update(one["human"] for one in layers[:1])
    rows += layers


def us_export(files: Files, told: Told) -> Found:
    """USITC's export as rates from a day on. A rate that is loaded already keeps the day it is known from."""
    found = Found(whole=True)
    known = schedule.duties_from("US")
    rows: Rows = []
    for code, line in hts_export.by_code(_export_rows(files["export"])).items():
        if code >= "98":
            found.counts["chapters 98 and 99: told, not loaded"] += 1
            found.not_loaded.append((code, f"{line.general or '–'}: chapters 98 and 99 are read from the database"))
            continue
        made = hts_export.measures(line, code, source=told.source, retrieved_on=told.retrieved_on)
        for one in made:
            one["valid_from"] = _since(known.get((one["kind"], code)), one, told)
        found.counts["human" if made[0]["human"] else "computable"] += 1
        found.human.update(one["human"] for one in made if one["human"])
        rows += made
    found.tables["measures"] = rows
    return found


def _since(known: tuple[str, date | None] | None, row: dict[str, Any], told: Told) -> str:
    """The day a rate is known from: as loaded where it says the same, else the day of the export."""
    if known is not None and hts_export.same_rate(known[0], row["rate"]):
        return known[1].isoformat() if known[1] else ""
    return told.in_force_on.isoformat()


def _export_rows(data: bytes) -> list[dict[str, Any]]:
    """Rows of an export in either form, under the JSON's names."""
    if "{json}" in opening.header(data):
        rows = opening.json_rows(data)
        if not {"htsno", "general"} <= rows[0].keys():
            words = sentence("This JSON file is no tariff schedule: its rows have no htsno and general.")
            raise opening.refused("kind", words)
        return rows
    return hts_export.renamed(opening.rows(data))


def us_comparison(files: Files, told: Told) -> Found:
    """Two US files line by line: what only one has, and where the general or the Moroccan rate differs."""
    first, second = (_duties(files[name], told) for name in ("first", "second"))
    changes = schedule.between("measures", first, second)
    found = Found(changes=tuple(changes))
    found.counts.update({"lines of the first file": len(first), "lines of the second file": len(second)})
    found.counts["the same"] = len([one for one in changes if one.what == "same"])
    codes = [_codes(files[name]) for name in ("first", "second")]
    if all(codes):
        found.changes = (*changes, *_only(codes[0], codes[1], "ended"), *_only(codes[1], codes[0], "added"))
        found.counts["codes gone"] = len(codes[0].keys() - codes[1].keys())
        found.counts["codes new"] = len(codes[1].keys() - codes[0].keys())
    return found


def _codes(data: bytes) -> dict[str, str]:
    """Every code of an export, statistical ones and chapters 98 and 99 with them, and its words; none of a database."""
    if "hts8" in opening.header(data):
        return {}
    rows = _export_rows(data)
    return {code: str(row["description"]) for row in rows if (code := str(row["htsno"] or "").replace(".", ""))}


def _only(here: dict[str, str], there: dict[str, str], what: str) -> list[schedule.Change]:
    """Codes that only one of two exports has."""
    return [
        schedule.Change(what, "codes", "US", "code", "", code, code if what == "ended" else "",
                        code if what == "added" else "", None, words[:200])
        for code, words in here.items()
        if code not in there
    ]  # fmt: skip


def _duties(data: bytes, told: Told) -> Rows:
    """General and Moroccan rates of chapters 1 to 97 of either US file; where a quota decides, only that."""
    names = opening.header(data)
    if "hts8" in names:
        rows = [
            one
            for row in us_tariff_database.completed(opening.rows(data))
            if row["hts8"] < "98"
            for one in us_tariff_database.measures(row, source=told.source, retrieved_on=told.retrieved_on)
        ]
    else:
        lines = hts_export.by_code(_export_rows(data)).items()
        rows = [
            one
            for code, line in lines
            if code < "98"
            for one in hts_export.measures(line, code, source=told.source, retrieved_on=told.retrieved_on)
        ]
    return [{**one, "human": "", "rate": one["rate"] or one["human"], "seasons": "", "valid_until": None,
             "valid_from": None} for one in rows]  # fmt: skip


def us_additional(files: Files, told: Told) -> Found:  # noqa: ARG001 - each row names its own source
    """Additional duties, the lists of codes they refer to, and fees by fiscal year."""
    found = Found()
    if "lists" in files:
        found.tables["lists"] = us_additional_duties.listed(opening.rows(files["lists"]))
        found.counts["listed codes"] = len(opening.rows(files["lists"]))
    measures: Rows = []
    if "headings" in files:
        read = us_additional_duties.read(headings := opening.rows(files["headings"]))
        measures, found.not_loaded = read.measures, read.not_loaded
        found.counts["headings"] = len(headings)
        found.human.update(str(one["human"]) for one in measures if one["human"])
    if "fees" in files:
        fees = us_fees.measures(opening.rows(files["fees"]))
        found.counts["fees"] = len(fees)
        measures = [*measures, *fees]
    found.counts["layers and fees"] = len(measures)
    if measures:
        found.tables["measures"] = measures
    return found


def canada_tariffs(files: Files, told: Told) -> Found:
    """Canada: the transcription of the year, the complete tariff of 2020, and which country has which treatment."""
    new, old = (opening.rows(files[name]) for name in ("transcription", "complete"))
    rows = canada.measures(new, old, retrieved_on=told.retrieved_on)
    found = Found(tables={"measures": rows}, whole=True)
    found.counts.update(f"{row['kind']} {row['certainty']}" for row in rows)
    found.human.update(row["human"] for row in rows if row["human"])
    if "treatments" in files:
        members, found.not_loaded = canada.groups(
            opening.rows(files["treatments"]), source=told.source, retrieved_on=told.retrieved_on
        )
        found.tables["groups"] = members
        found.counts["countries with GPT or LDCT"] = len(members)
    return found


def _version(told: Told) -> str:
    """The version named in the source: its last year of four digits, else the present one."""
    years = [one for one in re.findall(r"\b20\d\d\b", told.source) if one in harmonized_system.VERSIONS]
    return years[-1] if years else "2022"


def hs_headings(files: Files, told: Told) -> Found:
    """The Harmonized System: each version stands beside the others."""
    version = _version(told)
    every = opening.rows(files["headings"])
    rows = list(harmonized_system.headings(every, version=version, source=told.source, retrieved_on=told.retrieved_on))
    found = Found(tables={"headings": rows})
    found.counts["sums, no codes"] = len(every) - len(rows)
    found.counts.update({2: "chapters", 4: "headings", 6: "subheadings"}[len(row["hs"])] for row in rows)
    found.counts[f"version {version}"] = len(rows)
    return found


def places(files: Files, told: Told) -> Found:
    """UN/LOCODE: every entry that has a code; headings of countries and withdrawn entries are counted."""
    every = opening.rows(files["places"])
    rows = list(locode.places(every, edition=told.source[:20]))
    found = Found(tables={"places": rows})
    found.counts.update({"places": len(rows), "countries": len({row["code"][:2] for row in rows})})
    headings = len([row for row in every if not row["Location"].strip()])
    found.counts.update({"headings of countries": headings, "withdrawn entries": len(every) - headings - len(rows)})
    return found


def vat_rates(files: Files, told: Told) -> Found:
    """Value added tax of each country."""
    rows = vat.measures(opening.rows(files["rates"]), source=told.source, retrieved_on=told.retrieved_on)
    found = Found(tables={"measures": rows})
    found.counts.update(row["certainty"] for row in rows)
    return found


def ecb_rates(files: Files, told: Told) -> Found:  # noqa: ARG001 - the bank is the source
    """The European Central Bank's reference rates, every day and currency there is."""
    data = files["rates"]
    if "{xml}" in opening.header(data):
        rows = list(ecb.from_xml(opening.xml_elements(data)))
    else:
        rows = list(ecb.rates(opening.rows(data)))
    return _rates(rows)


def other_rates(files: Files, told: Told) -> Found:
    """Rates of another source: the dirham's table, or the plain columns."""
    every = opening.rows(files["rates"])
    plain = "currency" in every[0]
    return _rates(list(every) if plain else list(ecb.dirhams(every, source=told.source[:60])))


def _rates(rows: Rows) -> Found:
    if not rows:
        raise opening.refused("empty", sentence("The file has no rows."))
    found = Found(tables={"fx_rates": rows})
    found.counts.update(row["currency"] for row in rows)
    return found


def plain(table: str) -> Callable[[Files, Told], Found]:
    """The reader of one of the documented plain files."""

    def read(files: Files, told: Told) -> Found:  # noqa: ARG001 - each row names its own source
        rows: Rows = [dict(row) for row in opening.rows(files["rows"])]
        unknown = [name for name in rows[0] if name not in sheet.COLUMNS[table]]
        if unknown:
            words = sentence("There is no column “%(column)s” in this kind of file.")
            raise opening.refused("column", words, column=unknown[0][:60])
        found = Found(tables={table: rows})
        found.counts.update(row.get("kind") or table for row in rows)
        found.human.update(row["human"] for row in rows if row.get("human"))
        return found

    return read
