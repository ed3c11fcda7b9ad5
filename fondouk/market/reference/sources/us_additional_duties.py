"""Additional duties on goods of Morocco (chapter 99) and the lists of codes they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

VERIFIED_UNTIL = "2026-09-28"
_LIST = re.compile(r"\b((?:ieepa|s122|s301fl|s232)_[a-z0-9_]+)")
_GENERAL = "all except lists"
_METAL = "the weight share and the origin of the metal decide"
#: Goods under these go before the general layers; patented pharmaceuticals only before section 301.
_GOES_BEFORE = ("metals", "autos", "trucks", "wood", "semiconductors")


@dataclass(slots=True)
class Read:
    """Measures made of the headings, and the rows that stay with a human, each with the reason."""

    measures: list[dict[str, Any]] = field(default_factory=list)
    not_loaded: list[tuple[str, str]] = field(default_factory=list)


def read(rows: Iterable[dict[str, str]]) -> Read:
    """One measure for each heading that charges; exemptions fold into the layer they belong to."""
    rows = list(rows)
    exempt: dict[str, list[str]] = {}
    transit: dict[str, dict[str, str]] = {}
    for row in rows:
        if row["kind"] == "exemption: transit":
            transit[row["layer"]] = row
        elif row["kind"].startswith("exemption"):
            exempt.setdefault(row["layer"], []).extend(_LIST.findall(row["product_scope"]))
    found = Read()
    for row in rows:
        if row["kind"] == "duty":
            _duty(row, exempt, transit, found)
        elif not row["kind"].startswith("exemption") or not _folded(row):
            found.not_loaded.append((row["heading"] or row["layer"], f"{row['kind']}: {row['product_scope']}"))
    return found


def _folded(row: dict[str, str]) -> bool:
    return row["kind"] == "exemption: transit" or bool(_LIST.findall(row["product_scope"]))


def _duty(row: dict[str, str], exempt: dict[str, list[str]], transit: dict[str, dict[str, str]], found: Read) -> None:
    general = row["product_scope"].startswith(_GENERAL)
    lists = _LIST.findall(row["product_scope"])
    if not general and not lists:
        if not row["layer"].startswith("section_232_metals"):
            found.not_loaded.append((row["heading"], f"no list of codes: {row['product_scope']}"))
            return
        lists = ["s232_metal_candidates"]
    water = transit.get(row["layer"], {}) if general else {}
    found.measures.append(
        {
            "destination": "US",
            "kind": "layer",
            "name": row["layer"],
            "heading": row["heading"],
            "origin": "MA" if row["origin_scope"] == "MA" else "",
            "rate": f"{row['ad_valorem_pct']}%",
            "currency": "USD",
            "covered_list": " ".join(dict.fromkeys(lists)) if not general else "",
            "exempt_lists": " ".join(exempt.get(row["layer"], ())) if general else "",
            "gives_way_to": " ".join(_rivals(row["layer"])),
            "laden_before": water.get("laden_before", "")[:10],
            "entered_before": water.get("entered_before", "")[:10],
            "human": _human(row, general),
            "after_end": "none" if row["status"].startswith("replaced") else "gap",
            "status": _status(row["status"]),
            "description": _name(row),
            "valid_from": row["effective_from"],
            "valid_until": row["effective_to"],
            "source": row["source"],
            "retrieved_on": row["retrieved_on"],
            "verified_until": VERIFIED_UNTIL,
        }
    )


def _human(row: dict[str, str], general: bool) -> str:
    if general:
        return ""
    if row["layer"] == "section_232_metals":
        return _METAL
    return row["rate_text"] if "in total" in row["rate_text"] else ""


def _rivals(layer: str) -> list[str]:
    if layer == "section_301_forced_labour":
        return [*(f"section_232_{one}" for one in _GOES_BEFORE), "section_232_pharma"]
    if layer in {"ieepa_reciprocal", "section_122"}:
        return [f"section_232_{one}" for one in _GOES_BEFORE]
    if layer == "section_232_metals":
        return ["section_232_autos", "section_232_trucks"]
    return ["section_232_autos", "section_232_trucks"] if layer == "section_232_wood" else []


def _status(text: str) -> str:
    """The first two statements of a long legal history."""
    statements = re.split(r";\s*(?![^()]*\))", text)
    return "; ".join(part.strip() for part in statements[: 3 if text.startswith("invalid") else 2])


_NAMES = {
    "ieepa_reciprocal": "Reciprocal tariff (IEEPA)",
    "section_122": "Import surcharge, section 122",
    "section_301_forced_labour": "Section 301, forced labour",
    "section_232_metals": "Section 232, steel, aluminium and copper",
    "section_232_autos": "Section 232, cars and their parts",
    "section_232_trucks": "Section 232, trucks and their parts",
    "section_232_wood": "Section 232, wood and furniture",
    "section_232_semiconductors": "Section 232, semiconductors",
    "section_232_pharma": "Section 232, pharmaceuticals",
}


def _name(row: dict[str, str]) -> str:
    return _NAMES.get(row["layer"], row["layer"].replace("_", " "))


def listed(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """Rows of the lists; what is unconditional loses its note, what is conditional keeps it."""
    found = [_listed(row) for row in rows]
    metals = {
        row["hs"]: {**row, "list_name": "s232_metal_candidates", "condition": "", "valid_from": "", "valid_until": ""}
        for row in found
        if row["list_name"].startswith(("s232_steel", "s232_aluminium", "s232_copper"))
    }
    return [*found, *metals.values()]


def _listed(row: dict[str, str]) -> dict[str, Any]:
    note = row["note"]
    conditional = bool(re.search(r"\bonly\b", note)) and not note.startswith("unconditional")
    return {
        "list_name": row["list"],
        "hs": row["hts_prefix"],
        "condition": note if conditional else "",
        "valid_from": row["from"],
        "valid_until": row["to"],
        "source": row["source"],
    }
