"""The landed cost promised with an offer, and what the law has changed about it since.

The snapshot keeps what was counted and on what: codes, claims, rate of exchange, carriage. Held against today's law
with these same facts, a difference can only come from the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from fondouk.engines.fx import rates
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Cost, Estimate, EstimateLine, GivenRate, Shipment

VERSION = 2
LAW = frozenset(
    {"duty_mfn", "duty_preference", "layer", "trade_remedy", "mpf", "hmf", "fee", "gst", "vat", "tax"}
)  # fmt: skip
#: The kinds after the goods, as an estimate lists them.
ORDER = ("inland", "freight", "insurance", "destination", "unloading", "duty", "layer", "trade_remedy", "mpf", "hmf",
         "fee", "gst", "vat", "tax")  # fmt: skip
_DUTIES = {"duty_mfn", "duty_preference"}
_CARRIAGE = frozenset({"inland", "freight", "insurance", "destination", "unloading"})


@dataclass(frozen=True, slots=True)
class Change:
    """One line the law changed; amounts in the destination's currency, None where it is not known."""

    kind: str
    what: str
    heading: str
    then: Decimal | None
    now: Decimal | None
    rate_then: str
    rate_now: str
    source: str
    counts: bool = True

    @property
    def difference(self) -> Decimal | None:
        """What it adds, None where one side is not known."""
        return None if self.then is None or self.now is None else self.now - self.then


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an offer was sent: as if entered today, and at the planned arrival."""

    on: date
    now: tuple[Change, ...]
    arrival_on: date | None = None
    arrival: tuple[Change, ...] = ()

    @property
    def any(self) -> bool:
        """Whether the law touched the promise."""
        return bool(self.now or self.arrival)

    @property
    def difference(self) -> Decimal:
        """The money before recoverable tax: at the planned arrival where that changed, else as of today."""
        return total(self.arrival) if self.arrival else total(self.now)


def total(changes: Iterable[Change]) -> Decimal:
    """The sum of the differences that are known and not recovered."""
    return sum((one.difference or Decimal(0) for one in changes if one.counts), Decimal(0))


# -- freezing --------------------------------------------------------------------------------------------------------
def frozen(found: Estimate, asked: Shipment, *, on: date, lead_days: int) -> dict[str, Any]:
    """What a page and a later comparison need of an estimate: figures as text, sentences with their values."""
    snapshot: dict[str, Any] = {
        **brief(found),
        "version": VERSION,
        "goods": [[one.hs, one.preference_claimed, one.origin_examined] for one in asked.lines],
        "fx": _rate(asked.currency, found.currency, on),
        "arrival_on": str(on + timedelta(days=lead_days + (found.transit_days[1] if found.transit_days else 0))),
    }
    return {**snapshot, "arrival": _arrival(snapshot, asked, on)}


def brief(found: Estimate) -> dict[str, Any]:
    """An estimate as JSON values, for a page."""
    return {
        "currency": found.currency,
        "certainty": found.certainty,
        "total_known": str(found.total_known),
        "before_tax": str(found.total_before_recoverable_tax),
        "per_unit": None if found.per_unit_before_tax is None else str(found.per_unit_before_tax),
        "cash_at_border": None if found.cash_at_border is None else str(found.cash_at_border),
        "mode": found.mode,
        "port": found.port,
        "as_of": str(found.as_of or ""),
        "entry_on": str(found.entry_on or ""),
        "lines": [_frozen_line(line) for line in found.lines],
        "gaps": [_remark(one) for one in found.gaps],
        "assumptions": [_remark(one) for one in found.assumptions],
    }


def _arrival(snapshot: dict[str, Any], asked: Shipment, on: date) -> list[dict[str, Any]]:
    """The lines of the law as they stand for an entry on the planned day of arrival."""
    day = date.fromisoformat(snapshot["arrival_on"])
    (lines,) = law(snapshot, asked, on=on, entries=[day])
    return [_frozen_line(line) for line in lines if line.kind in LAW]


def _frozen_line(line: EstimateLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "what": line.what,
        "line": line.line,
        "heading": line.heading,
        "rate": line.rate,
        "source": line.source,
        "certainty": line.certainty,
        "counted": line.counted,
        "recoverable": line.recoverable,
        "amount": None if line.amount is None else str(line.amount),
        "basis": None if line.basis is None else str(line.basis),
        "low": None if line.low is None else str(line.low),
        "valid_from": str(line.valid_from or ""),
        "valid_until": str(line.valid_until or ""),
    }


def _remark(one: estimate.Remark) -> dict[str, Any]:
    return {
        "code": one.code,
        "sentence": one.sentence,
        "values": {name: str(each) for name, each in one.values.items()},
    }


def _rate(source: str, target: str, on: date) -> str:
    """The rate of exchange the offer is frozen at; empty where none leads there."""
    found = rates.quote(source, target, on=on) if source != target else None
    return "1" if source == target else str(found.rate) if found else ""


# -- comparing -------------------------------------------------------------------------------------------------------
def law(
    snapshot: Mapping[str, Any], asked: Shipment, *, on: date, entries: Sequence[date]
) -> list[tuple[EstimateLine, ...]]:
    """For each day of entry every line by the law loaded today, with the facts the snapshot froze."""
    lines = tuple(
        replace(line, hs=hs, preference_claimed=claimed, origin_examined=examined)
        for line, (hs, claimed, examined) in zip(asked.lines, snapshot["goods"], strict=True)
    )
    fx = (GivenRate(asked.currency, snapshot["currency"], Decimal(snapshot["fx"])),) if snapshot["fx"] else ()
    costs = tuple(_cost(line, snapshot["currency"]) for line in snapshot["lines"] if line["kind"] in _CARRIAGE)
    frozen_facts = replace(
        asked, lines=lines, fx=fx if asked.currency != snapshot["currency"] else (), costs=costs,
        mode=snapshot["mode"] or None,
    )  # fmt: skip
    return [one.lines for one in estimate.many([replace(frozen_facts, entry_on=day) for day in entries], on=on)]


def _cost(line: Mapping[str, Any], currency: str) -> Cost:
    amount = None if line["amount"] is None else Decimal(line["amount"])
    return Cost(line["kind"], amount, currency, in_price=not line["counted"])


def since(snapshot: Mapping[str, Any] | None, asked: Shipment, *, on: date) -> Since | None:
    """What the law changed about a promise; None where the snapshot froze too little to tell."""
    if not snapshot or snapshot.get("version", 1) < VERSION or len(snapshot["goods"]) != len(asked.lines):
        return None
    arrival_on = date.fromisoformat(snapshot["arrival_on"])
    if arrival_on <= on:
        (today,) = law(snapshot, asked, on=on, entries=[on])
        return Since(on, _changes(snapshot["lines"], today, asked))
    today, later = law(snapshot, asked, on=on, entries=[on, arrival_on])
    return Since(on, _changes(snapshot["lines"], today, asked), arrival_on, _changes(snapshot["arrival"], later, asked))


def before_arrival(snapshot: Mapping[str, Any] | None, asked: Shipment | None = None) -> tuple[Change, ...]:
    """What was known, when the offer was sent, to change until the planned arrival."""
    if not snapshot or snapshot.get("version", 1) < VERSION:
        return ()
    return _differing(_by_key(snapshot["lines"], asked), _by_key(snapshot["arrival"], asked))


def _changes(then: Sequence[Mapping[str, Any]], now: Sequence[EstimateLine], asked: Shipment) -> tuple[Change, ...]:
    return _differing(_by_key(then, asked), _by_key([_frozen_line(line) for line in now], asked))


def _by_key(
    lines: Iterable[Mapping[str, Any]], asked: Shipment | None
) -> dict[tuple[str, Any, str], Mapping[str, Any]]:
    """The lines of the law that are due: one duty a goods line, a layer by its heading, a fee or tax by its kind.

    Under DDP none is counted, since the price holds them all: there the law moves what is left to the seller.
    """
    every = list(lines)
    within = _within_the_price(every, asked) if asked is not None and asked.incoterm == "DDP" else []
    found = {}
    for line in every:
        if line["kind"] in LAW and (line["counted"] or line in within):
            kind = "duty" if line["kind"] in _DUTIES else line["kind"]
            found[kind, line["line"], line["heading"] if kind == "layer" else ""] = line
    return found


def _within_the_price(lines: Sequence[Mapping[str, Any]], asked: Shipment) -> list[Mapping[str, Any]]:
    """What a delivered duty-paid price holds: of the two duty columns the one that is claimed, and all the rest."""
    with_preference = {line["line"] for line in lines if line["kind"] == "duty_preference"}
    claimed = {number for number, one in enumerate(asked.lines, 1) if one.preference_claimed} & with_preference
    return [
        line
        for line in lines
        if line["kind"] not in _DUTIES or (line["kind"] == "duty_preference") == (line["line"] in claimed)
    ]


def _differing(then: Mapping[Any, Mapping[str, Any]], now: Mapping[Any, Mapping[str, Any]]) -> tuple[Change, ...]:
    keys = dict.fromkeys((*then, *now))
    changes = (_change(key, then.get(key), now.get(key)) for key in keys)
    return tuple(one for one in changes if one.then != one.now or (one.now is None and one.rate_then != one.rate_now))


def _change(key: Any, then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Change:
    told = now or then or {}
    return Change(
        kind=key[0], what=str(told["what"]), heading=str(told["heading"]), then=_amount(then), now=_amount(now),
        rate_then=then["rate"] if then else "", rate_now=now["rate"] if now else "", source=str(told["source"]),
        counts=told["recoverable"] not in ("yes", "ask"),
    )  # fmt: skip


def _amount(line: Mapping[str, Any] | None) -> Decimal | None:
    """Nothing where there is no such line; None where there is and nobody knows how much."""
    if line is None:
        return Decimal(0)
    return None if line["amount"] is None else Decimal(line["amount"])


def by_line(lines: Iterable[Mapping[str, Any]]) -> dict[tuple[str, Any, str], dict[str, Any]]:
    """The counted and the missing lines of a snapshot, those of a kind together where they are not of the law."""
    found: dict[tuple[str, Any, str], dict[str, Any]] = {}
    for line in lines:
        if not (line["counted"] or (line["amount"] is None and line["kind"] not in LAW)):
            continue
        kind = "duty" if line["kind"] in _DUTIES else line["kind"]
        key = (kind, line.get("line"), line.get("heading", "") if kind == "layer" else line["what"])
        if key in found and found[key]["amount"] is not None and line["amount"] is not None:
            amount = Decimal(found[key]["amount"]) + Decimal(line["amount"])
            found[key] = {**found[key], "amount": str(amount)}
        else:
            found[key] = dict(line)
    return found


def beside(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> dict[str, Any]:
    """One row of the page: both amounts, the difference where both are known, whether the law moved it."""
    told = now or then or {}
    before, after = _amount(then), _amount(now)
    shown = told["kind"] != "goods"  # its price is the offer's own
    return {
        "what": told["what"], "heading": told.get("heading", ""), "then": before, "now": after,
        "rate_then": then["rate"] if then and shown else "", "rate_now": now["rate"] if now and shown else "",
        "difference": None if before is None or after is None else after - before,
        "law": told["kind"] in LAW, "source": told["source"], "certainty": told["certainty"],
    }  # fmt: skip


def as_rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """For a JSON column."""
    return [
        {"kind": one.kind, "what": one.what, "heading": one.heading, "rate_then": one.rate_then,
         "rate_now": one.rate_now, "source": one.source, "counts": one.counts,
         "then": None if one.then is None else str(one.then), "now": None if one.now is None else str(one.now)}
        for one in changes
    ]  # fmt: skip
