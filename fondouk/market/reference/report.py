"""The difference report: what applying a file would change against what is loaded, and which products it touches."""

from __future__ import annotations

import csv
import heapq
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from fondouk.engines.fx import rates
from fondouk.engines.places import imported
from fondouk.engines.tariffs import schedule
from fondouk.engines.tariffs.schedule import Change
from fondouk.kit.refusal import refuse_if
from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import ProductState
from fondouk.market.reference import opening, rules, sheet
from fondouk.market.reference.opening import sentence
from fondouk.market.reference.reading import Found

#: In the order a report tells them.
WHATS = ("changed", "ended", "added", "detail", "same")
_SHOWN = {"changed": 100, "ended": 50, "added": 25, "detail": 25}
_LINES_MAX = 60_000
#: A file that has less than this share of the codes loaded is taken for half a file.
_WHOLE_SHARE = 0.6
_COLUMNS = ("what", "table", "destination", "kind", "name", "code", "before", "after", "from", "description")


@dataclass(slots=True)
class Report:
    """All changes, and the rest of what the file said."""

    found: Found
    rows: dict[str, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    products: int = 0

    @property
    def counts(self) -> Counter[str]:
        """How many lines are added, changed, changed in detail, ended, the same."""
        return Counter(one.what for one in self.changes)

    @property
    def applies(self) -> bool:
        """Whether there is anything to apply: a comparison has nothing, nor has a file that says what is loaded."""
        return self.found.changes is None and bool(self.rows)


def make(found: Found, *, in_force_on: date) -> Report:
    """The report of a file that was read. Raises Refused where rows cannot be read or it looks like half a tariff."""
    report = Report(found)
    if found.changes is not None:
        report.changes = list(found.changes)
    _refuse_unknown_lists(found)
    for table, rows in found.tables.items():
        read = sheet.typed(table, rows)
        first = read.errors[0] if read.errors else None
        told = f"{first.row}, {first.column}: {first.why}" if first else ""
        refuse_if(rules.refusal_to_load(len(read.errors), len(read.rows), told))
        report.rows[table] = len(read.rows)
        if table == "measures":
            _refuse_half(found, read.rows)
        report.changes += changes_of(table, read.rows, ended_on=in_force_on if found.whole else None)
    report.products = products_touched(report.changes)
    return report


def _refuse_unknown_lists(found: Found) -> None:
    """A layer on the goods of a list that nobody loaded would charge nobody, in silence."""
    named = {name for row in found.tables.get("measures", ()) for name in str(row.get("covered_list") or "").split()}
    brought = {row["list_name"] for row in found.tables.get("lists", ())}
    unknown = sorted(named - brought - schedule.list_names()) if named - brought else []
    if unknown:
        words = sentence("An additional duty names the list %(name)s, which is not loaded. Hand in the list first.")
        raise opening.refused("list", words, name=unknown[0])


def _refuse_half(found: Found, rows: Sequence[dict[str, Any]]) -> None:
    """Half a tariff taken for a whole one would end thousands of rates that still hold."""
    if not found.whole:
        return
    codes = {row["hs"] for row in rows if row["kind"] == "mfn"}
    live = len(schedule.live_rates(rows[0]["destination"], "mfn"))
    if live > 1000 and len(codes) < live * _WHOLE_SHARE:
        words = sentence(
            "The file has %(rows)s codes where %(live)s are loaded: it looks like a part of the tariff. "
            "Load a part as plain measures."
        )
        raise opening.refused("part", words, rows=len(codes), live=live)


def changes_of(table: str, rows: Sequence[dict[str, Any]], *, ended_on: date | None) -> list[Change]:
    """What these rows would change in the engine they belong to."""
    if table == "fx_rates":
        return [
            Change("changed" if one.before is not None else "added", table, "", one.source, one.base, one.currency,
                   _figure(one.before), _figure(one.after), one.on, "")
            for one in rates.compare(rows)
        ]  # fmt: skip
    if table == "places":
        return [
            Change("changed" if before else "added", table, code[:2], "", "", code, before, after, None, "")
            for code, before, after in imported.compare(rows)
        ]
    if table in {"rate_cards", "charges"}:
        return [_card(table, row) for row in rows]
    return schedule.plan(table, rows, ended_on=ended_on).changes


def _figure(rate: Any) -> str:
    return "" if rate is None else f"{rate.normalize():f}"


def _card(table: str, row: dict[str, Any]) -> Change:
    where = f"{row['origin']}–{row['destination']}" if table == "rate_cards" else row["place"]
    after = f"{row.get('rate') or row.get('amount') or row.get('bands') or ''} {row['currency']}"
    kind, name = row.get("mode") or row["kind"], row.get("carrier") or row.get("name") or ""
    return Change("added", table, "", kind, name, where, "", after, row.get("valid_from"), "")


def products_touched(changes: Iterable[Change]) -> int:
    """Public products whose landed cost these changes touch: by code; all, where a change names none.

    A layer or a fee stands under a heading of its own (9903.05.56, FY2027), which is no code of goods.
    """
    codes: set[str] = set()
    for one in changes:
        if one.what == "same" or one.table in {"places", "headings", "codes"}:
            continue
        if one.table not in {"measures", "lists"} or not (one.code.isdigit() and len(one.code) > 1):
            return Product.objects.filter(state=ProductState.PUBLISHED).count()
        codes.add(one.code[:6])
    if not codes:
        return 0
    short = Q()
    for code in (one for one in codes if len(one) < 6):
        short |= Q(hs6__startswith=code)
    six = [one for one in codes if len(one) == 6]
    return Product.objects.filter(Q(hs6__in=six) | short, state=ProductState.PUBLISHED).count()


def summary(report: Report) -> dict[str, Any]:
    """The report as it is kept with the import and shown on its page."""
    found, counts = report.found, report.counts
    days = Counter(one.on.isoformat() for one in report.changes if one.what == "changed" and one.on)
    return {
        "counts": found.counts.most_common(40),
        "human": found.human.most_common(40),
        "human_total": sum(found.human.values()),
        "not_understood": found.not_loaded[:100],
        "not_understood_total": len(found.not_loaded),
        "changes": {what: counts[what] for what in WHATS},
        "days": sorted(days.items()),
        "products": report.products,
        "rows": report.rows,
        "applies": report.applies,
        "lines": {what: [_as_line(one) for one in _first(report.changes, what)] for what in _SHOWN},
    }


def _first(changes: Iterable[Change], what: str) -> list[Change]:
    """The first lines of a kind by code, duties before layers."""
    found = (one for one in changes if one.what == what)
    return heapq.nsmallest(_SHOWN[what], found, key=lambda one: (one.kind in {"layer", "code"}, one.code, one.kind))


def _as_line(one: Change) -> dict[str, str]:
    return {**one._asdict(), "on": one.on.isoformat() if one.on else ""}


def as_csv(report: Report) -> bytes:
    """Every line that differs, then what needs a human and what is not understood; UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for number, line in enumerate(_lines(report)):
        if number == _LINES_MAX:
            writer.writerow(("cut", "", "", "", "", "", "", "", "", f"only the first {_LINES_MAX} lines are listed"))
            break
        writer.writerow(_safe(cell) for cell in line)
    return out.getvalue().encode("utf-8-sig")


def _lines(report: Report) -> Iterator[Sequence[str]]:
    for what in WHATS[:-1]:
        for one in report.changes:
            if one.what == what:
                yield (*one[:8], one.on.isoformat() if one.on else "", one.description)
    for why, count in report.found.human.most_common():
        yield ("needs a human", "", "", "", "", "", "", str(count), "", why)
    for code, why in report.found.not_loaded:
        yield ("not understood", "", "", "", "", code, "", "", "", why)


def _safe(cell: str) -> str:
    """A spreadsheet must not take a cell of a foreign file for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "@"} else cell


def told(report: Report) -> str:
    """The report as the command prints it."""
    found, counts = report.found, report.counts
    lines = [f"{count:>8,}  {what}" for what, count in found.counts.most_common(40)]
    if found.human:
        lines.append(f"needs a human: {sum(found.human.values())}")
        lines += [f"{count:>8,}  {why}" for why, count in found.human.most_common(20)]
    if found.not_loaded:
        reasons = Counter(why.rpartition(": ")[2] for _, why in found.not_loaded)
        lines.append(f"not understood, each named in the file of lines: {len(found.not_loaded)}")
        lines += [f"{count:>8,}  {why[:110]}" for why, count in reasons.most_common(20)]
    lines.append(
        f"{counts['changed']:,} rates change, {counts['detail']:,} change beside the rate, {counts['added']:,} are new,"
        f" {counts['ended']:,} end, {counts['same']:,} stay; {report.products:,} products affected"
    )
    lines += [
        f"          {one.code} {one.kind}: {one.before} → {one.after}" for one in _first(report.changes, "changed")[:20]
    ]
    return "\n".join(lines)
