"""`fondouk demo-statement`: what the fictional bank would send, so that a trade can be walked through by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from fondouk.doors import clock
from fondouk.doors.ops import environment


def main(arguments: Sequence[str]) -> int:
    """Write the next camt.053 for the references given; upload it at /desk/statements/."""
    asked = _parser().parse_args(list(arguments))
    cluster = environment.enter("command")
    try:
        return _write(asked)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fondouk demo-statement",
        description="Write the bank's next camt.053 statement for payments: a buyer's wire for a milestone or order"
        " (RF…, MIL-…, ORD-…), the booking of a payout or payment file (PAY-…, PMF-…), the return of a booked payout"
        " (PAY-…). It goes on where the last imported statement ended. Import it at /desk/statements/.",
    )
    parser.add_argument("references", nargs="+", metavar="REFERENCE")
    parser.add_argument("--amount", type=Decimal, help="another amount than expected, e.g. 2700.00")
    parser.add_argument("--payer", help="another payer than the buyer")
    parser.add_argument("--text", help="other remittance words; an empty text leaves the reference out")
    parser.add_argument("--returned", default="", metavar="CODE", help="reason of a returned payout, e.g. AC04")
    parser.add_argument("--on", type=date.fromisoformat, help="the booking day, e.g. 2026-11-27 (today)")
    parser.add_argument("--output", metavar="FILE", help="where to write it (- or a pipe: standard output)")
    return parser


def _write(asked: argparse.Namespace) -> int:
    from fondouk.engines.tables import scope
    from fondouk.kit.refusal import Refused
    from fondouk.market.treasury.expected import Bend, next_statement

    bend = Bend(asked.amount, asked.payer, asked.text, asked.returned)
    try:
        with scope.as_system():
            written = next_statement(asked.references, day=asked.on or clock.now().date(), bend=bend)
    except Refused as refused:
        print(refused.refusals[0], file=sys.stderr)
        return 1
    if asked.output == "-" or (asked.output is None and not sys.stdout.isatty()):
        print(written.content.decode(), end="")
        print(*written.lines, sep="\n", file=sys.stderr)
        return 0
    path = Path(asked.output or written.name)
    path.write_bytes(written.content)
    print(f"Wrote {path}", *(f"  {line}" for line in written.lines), sep="\n")
    return 0
