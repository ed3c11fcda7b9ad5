"""`fondouk import-reference`: official files in, a report out, and loaded when asked to."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fondouk.doors.ops import environment

USAGE = """fondouk import-reference KIND FILE… [--load] [--lines FILE.csv] [--source TEXT]
                         [--retrieved-on 2026-11-23] [--in-force-on 2026-06-08]

KIND: us-tariffs (database) · us-export (schedule) · us-comparison (two US files, line by line; nothing is loaded)
      us-additional (headings, lists, fees) · canada (transcription, complete tariff, treatments) · hs · locode · vat
      ecb (CSV or XML) · fx (other rates) · plain-measures, plain-lists, plain-groups, plain-regimes,
      plain-rate-cards, plain-charges (documented columns: docs/reference-data.md)
Without --load nothing is written: the report says what would change, --lines keeps every line of it."""


def main(arguments: Sequence[str]) -> int:
    """The subcommand."""
    words = list(arguments)
    load = "--load" in words
    words = [word for word in words if word != "--load"]
    options = {name: _option(words, f"--{name}") for name in ("source", "retrieved-on", "in-force-on", "lines")}
    if len(words) < 2 or any(word.startswith("-") for word in words):
        print(USAGE, file=sys.stderr)
        return 2
    cluster = environment.enter("command")
    try:
        return _run(words[0], [Path(word) for word in words[1:]], load=load, options=options)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _option(words: list[str], name: str) -> str:
    if name not in words:
        return ""
    at = words.index(name)
    value = words[at + 1] if at + 1 < len(words) else ""
    del words[at : at + 2]
    return value


def _run(kind: str, paths: list[Path], *, load: bool, options: dict[str, str]) -> int:
    from fondouk.engines.tables import scope
    from fondouk.kit.refusal import Refused
    from fondouk.market.reference import kinds, report

    if kind not in kinds.BY_CODE:
        print(USAGE, file=sys.stderr)
        return 2
    begun = time.monotonic()
    today = datetime.now(UTC).date()
    read_on, in_force_on = (_day(options[name]) or today for name in ("retrieved-on", "in-force-on"))
    with scope.as_system():
        try:
            found = kinds.read(
                kind, [path.read_bytes() for path in paths], source=options["source"] or paths[0].name,
                retrieved_on=read_on, in_force_on=in_force_on,
            )  # fmt: skip
            made = report.make(found, in_force_on=in_force_on)
        except Refused as refused:
            print(f"Refused: {refused}", file=sys.stderr)
            return 1
        print(report.told(made))
        if options["lines"]:
            Path(options["lines"]).write_bytes(report.as_csv(made))
        if load and made.applies:
            _load(found.tables, paths[0].name, in_force_on if found.whole else None)
    print(f"{time.monotonic() - begun:.1f} s" + ("" if load else "; nothing was written (add --load)"))
    return 0


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _load(tables: dict[str, list[dict[str, Any]]], name: str, ended_on: date | None) -> None:
    from fondouk.engines.events.perform import perform
    from fondouk.kit.actor import Actor
    from fondouk.market.reference import commands

    for table, rows in tables.items():
        done = perform(
            commands.load_rows,
            once=None,
            by=Actor.system("ops"),
            at=datetime.now(UTC),
            table=table,
            rows=rows,
            name=name,
            ended_on=ended_on if table == "measures" else None,
        )
        print(f"{done.reference}: {len(rows):,} rows of {table} loaded")
