"""`fondouk import-reference`: official files in, a report out, and loaded when asked to."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from fondouk.doors.ops import environment

USAGE = """fondouk import-reference KIND FILE… [--load] [--source TEXT] [--retrieved-on 2026-11-23]

KIND: us-tariffs (database CSV) · us-export (HTS export, compared only) · us-additional (headings, lists, fees)
      canada (transcription, complete tariff) · ecb (rates) · locode (places)
Without --load nothing is written: the report says what would change."""


def main(arguments: Sequence[str]) -> int:
    """The subcommand."""
    words = list(arguments)
    load = "--load" in words
    words = [word for word in words if word != "--load"]
    source, retrieved_on = _option(words, "--source"), _option(words, "--retrieved-on")
    if len(words) < 2 or any(word.startswith("-") for word in words):
        print(USAGE, file=sys.stderr)
        return 2
    cluster = environment.enter("command")
    try:
        return _run(words[0], [Path(word) for word in words[1:]], load=load, source=source, retrieved_on=retrieved_on)
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


def _run(kind: str, paths: list[Path], *, load: bool, source: str, retrieved_on: str) -> int:
    from fondouk.engines.tables import scope
    from fondouk.market.reference import imports

    if kind not in imports.IMPORTERS:
        print(USAGE, file=sys.stderr)
        return 2
    begun = time.monotonic()
    day = date.fromisoformat(retrieved_on) if retrieved_on else datetime.now(UTC).date()
    with scope.as_system():
        found = imports.IMPORTERS[kind](
            [path.read_bytes() for path in paths], source=source or paths[0].name, retrieved_on=day.isoformat()
        )
        measures = found.tables.get("measures")
        print(imports.told(found, imports.difference(measures) if measures else None))
        if load:
            _load(found.tables, paths[0].name)
    print(f"{time.monotonic() - begun:.1f} s" + ("" if load else "; nothing was written (add --load)"))
    return 0


def _load(tables: dict[str, list[dict[str, object]]], name: str) -> None:
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
        )
        print(f"{done.reference}: {len(rows):,} rows of {table} loaded")
