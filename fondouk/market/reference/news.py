"""News of a changed tariff: one event for each destination, for those who promised a price on the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache

from fondouk.engines.events import journal
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor

NAME = "tariffs.measures.changed"
#: Above so many six-digit codes an event names headings of four digits instead.
_MOST_CODES = 200


def record_changes(changes: Iterable[schedule.Change], *, load: str, by: Actor, at: datetime) -> None:
    """Tell which codes of which destinations pay something else, and from which day."""
    codes: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[date]] = defaultdict(list)
    reached = cache(lambda kind: schedule.destinations_of([kind]))  # a file of lists names each list a hundred times
    for change in changes:
        if change.what == "same" or change.table not in {"measures", "lists", "groups", "regimes"}:
            continue
        for destination in reached(change.kind) if change.table == "lists" else {change.destination}:
            codes[destination].add(change.code if change.table in {"measures", "lists"} else "")
            if change.on is not None:
                days[destination].append(change.on)
    record_touched(codes, load=load, by=by, at=at, days={where: min(found) for where, found in days.items()})


def touched_by(load: str) -> dict[str, set[str]]:
    """What an undone load gives back: destination → codes."""
    return schedule.codes_of(load)


def record_touched(
    codes: Mapping[str, set[str]], *, load: str, by: Actor, at: datetime, days: Mapping[str, date] | None = None
) -> None:
    """One event for each destination: {destination, codes, from, load}.

    `codes` are prefixes of four or six digits; an empty list means every code. `from` is the earliest day on which
    something differs, empty where a load was undone or the day is not told.
    """
    for destination, found in sorted(codes.items()):
        begins = (days or {}).get(destination)
        journal.record(
            NAME, subject=load, within=load, parties=[], by=by, at=at,
            data={
                "destination": destination, "codes": prefixes(found), "from": begins.isoformat() if begins else "",
                "load": load,
            },
        )  # fmt: skip


def prefixes(codes: Iterable[str]) -> list[str]:
    """Codes as prefixes of six digits, or four where they are many; empty where one of them is every code."""
    found = set(codes)
    if "" in found:
        return []
    six = {code[:6] for code in found}
    return sorted(six if len(six) <= _MOST_CODES else {code[:4] for code in six})
