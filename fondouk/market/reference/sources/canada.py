"""Canada's tariff: the complete one of 2020 and a transcription of 2026; sure only where both agree."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from babel import Locale

from fondouk.engines.tariffs.schedule import NeedsHuman, parse

AGREES = "agrees_with_2020"
SOURCE_BOTH = "Customs Tariff of Canada, 1 Jan 2020 (Open Government Licence), and transcription of 2026, agreeing"
SOURCE_2026 = "Customs Tariff of Canada, unofficial transcription of 2026"
SOURCE_2020 = "Customs Tariff of Canada, 1 Jan 2020 (Open Government Licence)"
_SEASON = "Imported during such period"


def measures(
    transcription: Iterable[dict[str, str]], complete_2020: Iterable[dict[str, str]], *, retrieved_on: str
) -> list[dict[str, Any]]:
    """MFN and GPT of every tariff item of 8 digits (10 where its splits differ)."""
    old = _inherited(list(complete_2020))
    seasonal = {code[:7] for code, row in old.items() if row["DESC1"].startswith(_SEASON) and len(code) >= 8}
    found: dict[str, dict[str, Any]] = {}
    for row in transcription:
        code = row["tariff_item"].replace(".", "")
        found[code] = _item(code, row, old)
    known = {code[:8] for code in found}
    for code, row in old.items():
        if len(code) == 8 and code not in known and row["MFN"]:
            found[code] = _old_item(code, row)
    merged = _merged(found)
    return [one for item in merged for one in _rows(item, seasonal, retrieved_on)]


def _inherited(rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """Rows by code; one without a rate takes its parent's."""
    by_code = {row["TARIFF"].replace(".", ""): dict(row) for row in rows}
    for code, row in by_code.items():
        for length in range(len(code) - 1, 5, -1):
            if row["MFN"]:
                break
            parent = by_code.get(code[:length])
            if parent is not None and parent["MFN"]:
                row["MFN"], row["GPT"] = parent["MFN"], row["GPT"] or parent["GPT"]
    return by_code


def _item(code: str, row: dict[str, str], old: dict[str, dict[str, str]]) -> dict[str, Any]:
    agrees = row["check"] == AGREES
    before = old.get(code) or old.get(code[:8]) or {}
    return {
        "hs": code,
        "description": row["description"],
        "mfn": row["mfn"],
        "gpt": row["gpt"],
        "sure": agrees,
        "check": row["check"],
        "source": SOURCE_BOTH if agrees else SOURCE_2026,
        "season": str(before.get("DESC1", "")).startswith(_SEASON),
    }


def _old_item(code: str, row: dict[str, str]) -> dict[str, Any]:
    description = " ".join(row["DESC1"].split())
    return {
        "hs": code,
        "description": description,
        "mfn": row["MFN"],
        "gpt": "" if row["MFN"] == "Free" else row["GPT"],
        "sure": False,
        "check": "not in the transcription of 2026",
        "source": SOURCE_2020,
        "season": description.startswith(_SEASON),
    }


def _merged(items: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Splits of one tariff item that say the same become one row of 8 digits."""
    merged = []
    ordered = sorted(items.values(), key=lambda one: one["hs"])
    for eight, group in groupby(ordered, key=lambda one: one["hs"][:8]):
        splits = list(group)
        same = {(one["mfn"], one["gpt"], one["sure"]) for one in splits}
        if len(same) == 1:
            words = splits[0]["description"]
            merged.append({**splits[0], "hs": eight, "description": words.rpartition(" > ")[0] or words})
            if len(splits) == 1:
                merged[-1]["description"] = words
        else:
            merged.extend(splits)
    return merged


def _rows(item: dict[str, Any], seasonal: set[str], retrieved_on: str) -> list[dict[str, Any]]:
    in_family = item["hs"][:7] in seasonal
    human = "the rate applies in a period set by order" if item["season"] and in_family else ""
    sure = item["sure"] and not in_family
    status = "" if sure else "outside the season set by order" if in_family else item["check"].replace("_", " ")
    common = {
        "destination": "CA",
        "hs": item["hs"],
        "currency": "CAD",
        "certainty": "exact" if sure else "assumption",
        "status": status,
        "description": item["description"],
        "valid_from": "2020-01-01" if item["sure"] else "2026-01-01",
        "source": item["source"],
        "retrieved_on": retrieved_on,
        "verified_until": retrieved_on,
    }
    found = [{**common, "kind": "mfn", "rate": item["mfn"], "human": human or reason(item["mfn"])}]
    if item["gpt"] and item["gpt"] != item["mfn"]:
        human = human or reason(item["gpt"])
        found.append(
            {**common, "kind": "preference", "agreement": "GPT", "origin": "GPT", "rate": item["gpt"], "human": human}
        )
    return found


def groups(
    rows: Iterable[dict[str, str]], *, source: str, retrieved_on: str
) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
    """(members of GPT and LDCT, countries whose name is not understood)."""
    known = {str(name).casefold(): code for code, name in Locale.parse("en").territories.items() if len(code) == 2}
    names = {**known, **_OTHER_NAMES}
    found: list[dict[str, Any]] = []
    unknown: list[tuple[str, str]] = []
    for row in rows:
        code = names.get(row["country"].strip().casefold(), "")
        treatments = [one for one in row["treatments"].split() if one in _GROUPS]
        if treatments and not code:
            unknown.append((row["country"], "no country of this name is known"))
        found += [
            {"destination": "CA", "group": one, "country": code, "valid_from": "2015-01-01",
             "valid_until": "2034-12-31", "source": source, "retrieved_on": retrieved_on}
            for one in treatments
            if code
        ]  # fmt: skip
    return found, unknown


#: Names of the list that are not the usual ones today.
_OTHER_NAMES = {
    "burma": "MM", "ceuta and melilla": "EA", "congo": "CG", "cote d'ivoire": "CI", "swaziland": "SZ",
    "democratic republic of congo": "CD", "french southern and antartic territories": "TF", "pitcairn": "PN",
    "saint helena and dependencies": "SH", "sao tome and principe": "ST", "tokelau islands": "TK",
}  # fmt: skip
#: Treatments that are groups of origins here, both in force until the end of 2034.
_GROUPS = ("GPT", "LDCT")


def reason(text: str) -> str:
    """Why a rate needs a human, empty when it can be computed."""
    try:
        parse(text, "CAD")
    except NeedsHuman as why:
        return str(why)
    return ""
