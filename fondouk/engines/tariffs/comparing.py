"""What new rows would change against the live ones: the same plan is shown as a report and carried out by a load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models

from fondouk.engines.tariffs.models import GroupMember, Heading, ListedCode, Measure, Regime
from fondouk.engines.tariffs.rate import NeedsHuman, parse

TABLES: dict[str, type[models.Model]] = {
    "measures": Measure,
    "lists": ListedCode,
    "groups": GroupMember,
    "regimes": Regime,
    "headings": Heading,
}
#: What makes two rows speak of the same thing, and (where narrower rows are replaced together) what is replaced whole.
IDENTITY: dict[str, tuple[str, ...]] = {
    "measures": ("destination", "kind", "name", "heading", "hs", "origin", "agreement", "applies", "covered_list"),
    "lists": ("list_name", "hs"),
    "groups": ("destination", "group", "country"),
    "regimes": ("destination",),
    "headings": ("version", "hs"),
}
WHOLE: dict[str, tuple[str, ...]] = {
    "lists": ("list_name",), "groups": ("destination", "group"), "headings": ("version",),
}  # fmt: skip
#: What a row says beside its identity; another source or another day of reading is no change.
_SAYS: dict[str, tuple[str, ...]] = {
    "measures": ("human", "currency", "minimum", "maximum", "basis", "exempt_lists", "gives_way_to", "laden_before",
                 "entered_before", "seasons", "after_end", "certainty", "recoverable", "valid_until"),
    "lists": ("condition", "valid_from", "valid_until"),
    "groups": ("valid_from", "valid_until"),
    "regimes": ("territory", "currency", "valuation", "value_step", "formal_above", "code_lengths", "layer_origins",
                "layers_since", "exact_days"),
    "headings": ("description", "section"),
}  # fmt: skip
DUTIES = ("mfn", "preference")
_DAY = timedelta(days=1)


class Change(NamedTuple):
    """One line of a difference report. `what` is added, changed, detail (rate as before), ended or same."""

    what: str
    table: str
    destination: str
    kind: str
    name: str
    code: str
    before: str
    after: str
    on: date | None
    description: str


@dataclass(slots=True)
class Plan:
    """Keys of live rows that step back, those that stand on in a copy with an earlier end, and what changes."""

    replaced: list[int] = field(default_factory=list)
    closed: list[tuple[int, date]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def plan(table: str, rows: Sequence[dict[str, Any]], *, ended_on: date | None = None) -> Plan:
    """What these rows would do. `ended_on`: the rows are a whole tariff from that day on; what it lacks ends there."""
    names = IDENTITY[table]
    new: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        new[tuple(row.get(name) or "" for name in names)].append(row)
    old: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in _live(table, rows):
        old[tuple(row[name] for name in names)].append(row)
    made = Plan()
    for identity, arriving in new.items():
        _meet(table, old.pop(identity, []), arriving, made)
    for known in old.values():
        _left_over(table, known, ended_on, made)
    return made


def between(table: str, old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> list[Change]:
    """The differences of two sets of rows, of which neither need be loaded; what only the old ones have has ended."""
    known: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    names = IDENTITY[table]
    for row in old:
        known[tuple(row.get(name) or "" for name in names)].append({"pk": 0, **row})
    made = Plan()
    for row in new:
        _meet(table, known.pop(tuple(row.get(name) or "" for name in names), []), [row], made)
    for rows in known.values():
        made.changes.append(_change("ended", table, rows[-1], _text(table, rows), "", None))
    return made.changes


def _live(table: str, rows: Sequence[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Live rows in the reach of the new ones: the same identity, the same list, or the same columns of one tariff."""
    model, columns = TABLES[table], ["pk", *IDENTITY[table], *_SAYS[table], *_EXTRA.get(table, ())]
    live = model._default_manager.filter(superseded_by="")
    if table == "measures":
        columns += ["valid_from"]
        live = live.filter(destination__in={row["destination"] for row in rows}, kind__in={row["kind"] for row in rows})
    else:
        reach = WHOLE.get(table, IDENTITY[table])
        wanted = {tuple(row[name] for name in reach) for row in rows}
        yield from (row for row in live.values(*columns) if tuple(row[name] for name in reach) in wanted)
        return
    yield from live.values(*columns).iterator(chunk_size=5000)


_EXTRA = {"measures": ("rate", "description")}


def _meet(table: str, known: list[dict[str, Any]], arriving: list[dict[str, Any]], made: Plan) -> None:
    """New rows of an identity: older ones end the day before, or step back where they begin no earlier."""
    begins = min((row["valid_from"] for row in arriving if row.get("valid_from")), default=None)
    if any(row.get("valid_from") is None for row in arriving):
        begins = None
    if table == "measures" and begins is not None:
        known = [row for row in known if row["valid_until"] is None or row["valid_until"] >= begins]
    before, after = _said(table, known), _said(table, arriving)
    what = "added" if not known else "same" if before == after else _what(table, before, after)
    made.changes.append(_change(what, table, arriving[-1], _text(table, known), _text(table, arriving), begins))
    for row in known:
        made.replaced.append(row["pk"])
        if table == "measures" and begins is not None and (row["valid_from"] is None or row["valid_from"] < begins):
            made.closed.append((row["pk"], begins - _DAY))


def _what(table: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> str:
    """Whether the rate itself changes, or only what stands beside it."""
    if table != "measures":
        return "changed"
    return "changed" if [one[0] for one in before] != [one[0] for one in after] else "detail"


def _left_over(table: str, known: list[dict[str, Any]], ended_on: date | None, made: Plan) -> None:
    """Live rows the new ones do not speak of: a list or a whole tariff that lacks them has dropped them."""
    if table in WHOLE:
        made.replaced += [row["pk"] for row in known]
        made.changes.append(_change("ended", table, known[-1], _text(table, known), "", None))
        return
    if table != "measures" or ended_on is None:
        return
    ending = [row for row in known if row["kind"] in DUTIES and _holds(row, ended_on)]
    for row in ending:
        made.replaced.append(row["pk"])
        made.closed.append((row["pk"], ended_on - _DAY))
    if ending:
        made.changes.append(_change("ended", table, ending[-1], _text(table, ending), "", ended_on))


def _holds(row: dict[str, Any], day: date) -> bool:
    """In force before the day and on it: what begins later belongs to a later edition and stays."""
    begun = row["valid_from"] is None or row["valid_from"] < day
    return begun and (row["valid_until"] is None or row["valid_until"] >= day)


def _said(table: str, rows: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    said = [(_canonical(row) if table == "measures" else "", *(_plain(row.get(name)) for name in _SAYS[table]))
            for row in sorted(rows, key=lambda row: row.get("valid_from") or date.min)]  # fmt: skip
    return tuple(said)


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _canonical(row: dict[str, Any]) -> Any:
    """The rate so that `3.2%` and `3.20%` are one; what no arithmetic reads is compared as written."""
    try:
        return parse(row["rate"], row["currency"] or "") if row["rate"] else ""
    except NeedsHuman:
        return "".join(str(row["rate"]).split()).casefold().replace("cents", "¢")


def _text(table: str, rows: Sequence[dict[str, Any]]) -> str:
    ordered = sorted(rows, key=lambda row: row.get("valid_from") or date.min)
    return "; ".join(dict.fromkeys(_shown(table, row) for row in ordered))[:300]


def _shown(table: str, row: dict[str, Any]) -> str:
    if table == "measures":
        limits = "–".join(_limit(row[name]) for name in ("minimum", "maximum") if row.get(name) is not None)
        rate = str(row["rate"] or "")
        shown = f"{rate} ({limits} {row['currency']})" if limits else rate
        return f"{shown} [{row['human']}]".strip() if row.get("human") else shown
    return " · ".join(str(row[name]) for name in _SAYS[table] if row.get(name) not in (None, ""))


def _limit(amount: Decimal) -> str:
    """As money is written, with further places only where they say something."""
    cents = amount.quantize(Decimal("0.01"))
    return f"{cents if cents == amount else amount.normalize():f}"


def _change(what: str, table: str, row: dict[str, Any], before: str, after: str, on: date | None) -> Change:
    return Change(
        what, table, row.get("destination", ""), row.get("kind") or row.get("list_name") or row.get("group") or "",
        row.get("name") or row.get("agreement") or row.get("heading") or "",
        row.get("hs") or row.get("country") or row.get("heading") or "", before, after, on,
        str(row.get("description") or "")[:200],
    )  # fmt: skip
