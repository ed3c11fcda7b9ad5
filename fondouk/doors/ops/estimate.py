"""`fondouk estimate`: one shipment a line in, one result a line out, in the same order."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

from fondouk.doors.ops import environment

USAGE = """fondouk estimate [--on 2026-10-15] [--schema] < shipments.jsonl > results.jsonl

Reads one shipment a line (JSON), writes one result a line. --on reads the data as of a day; --schema prints the
JSON Schema of a shipment."""
NOT_READY = "There is no tariff data here yet: run `fondouk demo`, or `fondouk migrate` and `fondouk seed-demo`."


def main(arguments: Sequence[str]) -> int:
    """The subcommand: standard input to standard output."""
    words = list(arguments)
    if words == ["--schema"]:
        return _print_schema()
    try:
        on = _day(words)
    except ValueError:
        print(USAGE, file=sys.stderr)
        return 0 if words and words[0] in {"-h", "--help"} else 2
    cluster = environment.enter("command")
    try:
        return _answer(on)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _day(words: list[str]) -> date:
    if not words:
        return datetime.now(UTC).date()
    if len(words) != 2 or words[0] != "--on":
        raise ValueError(words)
    return date.fromisoformat(words[1])


def _answer(on: date) -> int:
    from django.db import DatabaseError

    from fondouk.doors.ops import estimate_lines

    try:
        estimate_lines.run(sys.stdin.buffer, sys.stdout.buffer, on=on)
    except DatabaseError:
        print(NOT_READY, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _print_schema() -> int:
    environment.load_django("command")
    from fondouk.engines.landed_cost import estimate

    print(json.dumps(estimate.schema(), indent=2))
    return 0
