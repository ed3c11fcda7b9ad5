"""Official files read into rows, with what changes and what needs a human; nothing is lost without a word."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fondouk.engines.tariffs.schedule import live_rates
from fondouk.market.catalogue.models import Product
from fondouk.market.reference.sources import (
    canada,
    ecb,
    hts_export,
    locode,
    us_additional_duties,
    us_fees,
    us_tariff_database,
)

Rows = list[dict[str, Any]]
_MOST_TOLD = 20


@dataclass(slots=True)
class Found:
    """What a file says: rows by table, how they fall into kinds, and what stays with a human."""

    tables: dict[str, Rows] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    human: Counter[str] = field(default_factory=Counter)
    not_loaded: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Difference:
    """Against what is loaded: rates that change (code, before, after), codes that come and go, products affected."""

    changed: tuple[tuple[str, str, str], ...]
    added: int
    gone: int
    products: int


def _text(data: bytes) -> str:
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")


def us_tariffs(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:
    """The US tariff database: MFN and Morocco columns of chapters 1 to 97; chapters 98 and 99 are counted apart."""
    found = Found()
    rows: Rows = []
    for row in us_tariff_database.rows(_text(files[0]).splitlines(keepends=True)):
        verdict = us_tariff_database.verdict(row)
        found.counts[verdict] += 1
        if verdict == "chapters 98 and 99":
            found.not_loaded.append((row["hts8"], row["mfn_text_rate"]))
            continue
        made = us_tariff_database.measures(row, source=source, retrieved_on=retrieved_on, verified_until=retrieved_on)
        found.human.update(one["human"] for one in made if one["human"])
        rows += made
    found.tables["measures"] = rows
    return found


def us_export(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:
    """USITC's export, compared line by line with the rates loaded: a difference is shown, never averaged."""
    found = Found()
    data = gzip.decompress(files[0]) if files[0][:2] == b"\x1f\x8b" else files[0]
    later = hts_export.by_code(hts_export.read(data))
    loaded = live_rates("US", "mfn")
    for code, line in later.items():
        if code >= "98":
            found.counts["chapters 98 and 99"] += 1
        elif code not in loaded:
            found.counts["not loaded"] += 1
        elif hts_export.same_rate(loaded[code], line.general):
            found.counts["the same"] += 1
        else:
            found.counts["different"] += 1
            found.not_loaded.append((code, f"{loaded[code]} loaded, {line.general} in {source} ({retrieved_on})"))
    found.counts["gone"] = len([code for code in loaded if code not in later and len(code) == 8])
    return found


def us_additional(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:  # noqa: ARG001
    """Additional duties, their lists and the fees: three files in this order; each names its own sources."""
    headings, lists, *fees = (csv_rows(file) for file in files)
    read = us_additional_duties.read(headings)
    found = Found(not_loaded=read.not_loaded)
    measures = [*read.measures, *(us_fees.measures(fees[0]) if fees else [])]
    found.tables = {"lists": us_additional_duties.listed(lists), "measures": measures}
    found.counts.update({"headings": len(headings), "layers and fees": len(measures), "listed codes": len(lists)})
    found.human.update(str(one["human"]) for one in read.measures if one["human"])
    return found


def csv_rows(data: bytes) -> list[dict[str, str]]:
    """Rows of a plain CSV file."""
    return list(csv.DictReader(io.StringIO(_text(data))))


def canada_tariffs(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:  # noqa: ARG001
    """Canada: the transcription of the year, then the complete tariff of 2020."""
    new, old = (csv_rows(file) for file in files)
    rows = canada.measures(new, old, retrieved_on=retrieved_on)
    found = Found(tables={"measures": rows})
    found.counts.update(f"{row['kind']} {row['certainty']}" for row in rows)
    found.human.update(row["human"] for row in rows if row["human"])
    return found


def ecb_rates(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:  # noqa: ARG001
    """The European Central Bank's reference rates, every day and currency there is."""
    rows = list(ecb.rates(csv_rows(files[0])))
    found = Found(tables={"fx_rates": rows})
    found.counts.update(row["currency"] for row in rows)
    return found


def places(files: Sequence[bytes], *, source: str, retrieved_on: str) -> Found:  # noqa: ARG001
    """UN/LOCODE: every entry that has a code."""
    rows = list(locode.places(csv_rows(files[0]), edition=source))
    found = Found(tables={"places": rows})
    found.counts.update({"places": len(rows), "countries": len({row["code"][:2] for row in rows})})
    return found


IMPORTERS: Mapping[str, Callable[..., Found]] = {
    "us-tariffs": us_tariffs,
    "us-export": us_export,
    "us-additional": us_additional,
    "canada": canada_tariffs,
    "ecb": ecb_rates,
    "locode": places,
}


def difference(rows: Iterable[dict[str, Any]]) -> Difference:
    """What loading these duty rows would change against what is live."""
    by_kind: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        if row["kind"] in {"mfn", "preference"}:
            by_kind.setdefault((row["destination"], row["kind"]), {})[row["hs"]] = row["rate"]
    changed, added, gone = [], 0, 0
    for (destination, kind), new in by_kind.items():
        live = live_rates(destination, kind)
        added += len(new.keys() - live.keys())
        gone += len(live.keys() - new.keys())
        changed += [(hs, live[hs], rate) for hs, rate in new.items() if hs in live and not _same(live[hs], rate)]
    return Difference(tuple(sorted(changed)), added, gone, _products({hs[:6] for hs, _, _ in changed}))


def _same(one: str, other: str) -> bool:
    return one == other or hts_export.same_rate(one, other)


def _products(hs6: set[str]) -> int:
    return Product.objects.filter(hs6__in=hs6).count() if hs6 else 0


def told(found: Found, changes: Difference | None) -> str:
    """The report people read."""
    lines = [f"{count:>8,}  {what}" for what, count in found.counts.most_common(30)]
    if found.human:
        lines.append(f"needs a human: {sum(found.human.values())}")
        lines += [f"{count:>8,}  {why}" for why, count in found.human.most_common(_MOST_TOLD)]
    if found.not_loaded:
        lines.append(f"not loaded: {len(found.not_loaded)}")
        lines += [f"          {what}  {why[:90]}" for what, why in found.not_loaded[:_MOST_TOLD]]
    if changes is not None:
        lines.append(
            f"{len(changes.changed)} rates change, {changes.added} codes are new, {changes.gone} are not in the file, "
            f"{changes.products} products affected"
        )
        lines += [f"          {hs}: {before} → {after}" for hs, before, after in changes.changed[:_MOST_TOLD]]
    return "\n".join(lines)
