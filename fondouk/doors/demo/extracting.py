"""How the demo's reference files are made: the few lines it uses, out of the official files beside the project.

A test makes them again wherever the official files lie beside the project, and holds the committed ones against them.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from fondouk.market.reference.sources import canada, hts_export, us_additional_duties, us_fees, us_tariff_database

US_SOURCE = "USITC tariff database, 6 Jun 2025; the same in HTS 2026 revision 10"
US_SOURCE_OLD = "USITC tariff database, 6 Jun 2025"
US_SOURCE_NEW = "USITC, HTS 2026 revision 10 (June 2026)"
RETRIEVED_ON = "2026-11-23"
US_VERIFIED_UNTIL = "2026-08-03"
LINE_COLUMNS = (
    "destination", "kind", "hs", "origin", "agreement", "rate", "currency", "seasons", "human", "certainty", "status",
    "description", "valid_from", "valid_until", "source", "retrieved_on", "verified_until",
)  # fmt: skip
LAYER_COLUMNS = (
    "destination", "kind", "name", "heading", "origin", "rate", "currency", "covered_list", "exempt_lists",
    "gives_way_to", "laden_before", "entered_before", "human", "after_end", "status", "description", "valid_from",
    "valid_until", "source", "retrieved_on", "verified_until",
)  # fmt: skip
FEE_COLUMNS = (
    "destination", "kind", "name", "heading", "rate", "currency", "minimum", "maximum", "basis", "applies",
    "after_end", "valid_from", "valid_until", "source", "retrieved_on",
)  # fmt: skip
LIST_COLUMNS = ("list_name", "hs", "condition", "valid_from", "valid_until", "source")


def codes() -> frozenset[str]:
    """The six-digit codes the demo's goods fall under."""
    return frozenset(row["hs6"] for row in _csv((files(__package__) / "data" / "hs_codes.csv").read_text("utf-8")))


def write_all(shared: Path, folder: Path) -> None:
    """Write every file that is an extract."""
    made = {
        "us_lines.csv": (LINE_COLUMNS, us_lines(shared)),
        "ca_lines.csv": (LINE_COLUMNS, ca_lines(shared)),
        "us_layers.csv": (LAYER_COLUMNS, us_layers(shared)),
        "us_lists.csv": (LIST_COLUMNS, us_lists(shared)),
        "us_fees.csv": (FEE_COLUMNS, us_fees_rows(shared)),
        "fx_rates.csv": (("source", "base", "currency", "on", "rate", "official"), fx_rates(shared)),
    }
    for name, (columns, rows) in made.items():
        (folder / name).write_text(as_csv(columns, rows), encoding="utf-8")


def as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Rows as a CSV text; a column a row lacks is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def us_lines(shared: Path) -> list[dict[str, Any]]:
    """General and Moroccan rates of every 8-digit line under the demo's codes, held against the later schedule."""
    wanted = codes()
    export = gzip.decompress((shared / "us_hts_export_2026_rev_10.json.gz").read_bytes())
    later = {code: line for code, line in hts_export.by_code(json.loads(export)).items() if code[:6] in wanted}
    with (shared / "us_tariff_database_2025_06.csv").open(encoding="utf-8") as file:
        rows = [row for row in us_tariff_database.completed(us_tariff_database.rows(file)) if row["hts8"][:6] in wanted]
    return [measure for row in rows for measure in _us_line(row, later.get(row["hts8"]))]


def _us_line(row: dict[str, str], later: hts_export.Line | None) -> list[dict[str, Any]]:
    """Where the later schedule says another rate, both are shown and a human decides."""
    same = later is not None and hts_export.same_rate(row["mfn_text_rate"], later.general)
    found = us_tariff_database.measures(
        row, source=US_SOURCE if same else US_SOURCE_OLD, retrieved_on=RETRIEVED_ON,
        verified_until=US_VERIFIED_UNTIL if same else "2025-06-06",
    )  # fmt: skip
    if same or later is None:
        return found
    told = f"{row['mfn_text_rate']} in June 2025, {later.general} in June 2026"
    return [{**one, "human": one["human"] or told} if one["kind"] == "mfn" else one for one in found]


def ca_lines(shared: Path) -> list[dict[str, Any]]:
    """MFN and GPT of every tariff item under the demo's codes."""
    wanted = codes()
    new = _csv(_unpacked(shared / "ca_customs_tariff_2026_transcription.csv.gz"))
    old = _csv(_unpacked(shared / "ca_customs_tariff_2020-01-01.csv.gz"))
    rows = canada.measures(
        [row for row in new if _six(row["tariff_item"]) in wanted],
        [row for row in old if _six(row["TARIFF"]) in wanted],
        retrieved_on=RETRIEVED_ON,
    )
    return [row for row in rows if row["hs"][:6] in wanted]


def us_layers(shared: Path) -> list[dict[str, Any]]:
    """Additional duties on goods of Morocco."""
    rows = _csv((shared / "us_additional_duties.csv").read_text("utf-8-sig"))
    return us_additional_duties.read(rows).measures


def us_lists(shared: Path) -> list[dict[str, Any]]:
    """Codes of the lists that touch the demo's codes."""
    wanted = codes()
    rows = us_additional_duties.listed(_csv((shared / "us_additional_duty_lists.csv").read_text("utf-8-sig")))
    return [{**row, "source": row["source"].split(";")[0][:120]} for row in rows if _touches(row["hs"], wanted)]


def us_fees_rows(shared: Path) -> list[dict[str, Any]]:
    """Fees by fiscal year."""
    return us_fees.measures(_csv((shared / "us_fees.csv").read_text("utf-8-sig")))


def fx_rates(shared: Path) -> list[dict[str, Any]]:
    """The last day of each month from 2025 on, and the last day there is, for the demo's currencies."""
    rows = _csv((shared / "ecb_reference_rates.csv").read_text("utf-8-sig"))
    recent = sorted((row for row in rows if row["Date"] >= "2024-12-01"), key=lambda row: row["Date"])
    last_of_month = {row["Date"][:7]: row for row in recent}
    ecb = [
        {"source": "European Central Bank", "base": "EUR", "currency": name, "on": row["Date"], "rate": row[name],
         "official": "yes"}
        for row in last_of_month.values()
        for name in ("USD", "CAD", "GBP", "CHF")
    ]  # fmt: skip
    dirham = _csv((shared / "mad_rates_unofficial.csv").read_text("utf-8-sig"))
    return [*ecb, *(
        {"source": "unofficial collection", "base": "EUR", "currency": "MAD", "on": row["date"],
         "rate": row["MAD_per_EUR"], "official": "no"}
        for row in dirham
    )]  # fmt: skip


def _touches(prefix: str, wanted: frozenset[str]) -> bool:
    return prefix[:6] in wanted if len(prefix) >= 6 else any(code.startswith(prefix) for code in wanted)


def _six(item: str) -> str:
    return item.replace(".", "")[:6]


def _csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8-sig")
