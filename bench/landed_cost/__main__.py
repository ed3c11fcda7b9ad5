"""`python -m bench.landed_cost [--lines 5000]`: a page of cards, JSON lines, a whole tariff; rolled back at the end."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.report import Report, clocked, written

ON = date(2026, 11, 23)
TARIFF = Path(__file__).resolve().parents[3] / "shared" / "data" / "us_tariff_database_2025_06.csv"


def main(arguments: list[str]) -> None:
    """Prepare the tables, then measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.landed_cost")
    parser.add_argument("--lines", type=int, default=5_000)
    options = parser.parse_args(arguments)
    os.environ.setdefault("FONDOUK_DATA", str(Path("var/bench/landed_cost").resolve()))
    from fondouk.doors.ops import environment

    cluster = environment.find_database()
    try:
        subprocess.run([sys.executable, "-m", "fondouk.cli", "migrate"], check=True)
        environment.load_django("command")
        with written("landed_cost", options.lines) as report:
            _run(options.lines, report)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _run(lines: int, report: Report) -> None:
    from django.db import transaction

    from fondouk.doors.demo.reference_data import load_reference
    from fondouk.engines.tables import scope
    from fondouk.kit.actor import Actor

    with scope.as_system(), transaction.atomic():
        took = clocked(lambda: load_reference(by=Actor.system("bench"), at=_now()))
        report.add("load the demo's reference files", took.wall * 1000, "ms", cpu=took.own * 1000)
        _cards(report)
        _lines(lines, report)
        _tariff(report)
        transaction.set_rollback(True)


def _now() -> datetime:
    return datetime(2026, 11, 23, tzinfo=UTC)


def _cards(report: Report) -> None:
    """40 products to 2 destinations, with every line."""
    from fondouk.engines.landed_cost import estimate

    us = (
        "1515908190",
        "1509202090",
        "3304995000",
        "5701101600",
        "6912004810",
        "4202219000",
        "1604132000",
        "0804102090",
    )
    ca = (
        "1515900090",
        "1509200012",
        "3304999020",
        "5701109000",
        "6912009010",
        "4202210000",
        "1604131000",
        "0804100020",
    )
    packing = estimate.Packing(Decimal(12), Decimal("13.5"), Decimal("0.03"), 40)
    shipments = [
        estimate.named_shipment(
            id=f"{number}", destination=country, port=port, origin="MA", incoterm="FOB", place="MACAS", currency="USD",
            hs=codes[number % len(codes)], breaks=((Decimal(1), Decimal("8.50")),), unit="KGM", minimum=Decimal(200),
            packing=packing, net_kg_per_unit=Decimal(1), preference_claimed=True,
        )
        for number in range(40)
        for country, port, codes in (("US", "USNYC", us), ("CA", "CAMTR", ca))
    ]  # fmt: skip
    estimate.many(shipments, on=ON)
    took = clocked(lambda: estimate.many(shipments, on=ON), 30)
    report.add("40 products × 2 destinations, all lines", took.wall * 1000, "ms", reach="≤ 10", cpu=took.own * 1000)


def _lines(count: int, report: Report) -> None:
    from fondouk.doors.ops import estimate_lines

    worked = {
        "destination": "US", "port": "USNYC", "origin": "MA", "incoterm": "FOB", "place": "MAAGA", "currency": "USD",
        "hs": "1515.90.81", "unit_price": "10.00", "unit": "KGM", "preference_claimed": True, "mode": "LCL",
        "entry_on": "2026-10-15", "costs": [{"kind": "freight", "amount": "900.00", "currency": "USD"}],
    }  # fmt: skip
    lines = (json.dumps({**worked, "id": number, "quantity": str(500 + number)}) for number in range(count))
    text = "\n".join(lines).encode()
    took = clocked(lambda: estimate_lines.run(io.BytesIO(text), io.BytesIO(), on=ON), 3)
    report.add("JSON lines estimated", count / took.wall, "a second", reach="≥ 2,000", cpu=count / took.own)


def _tariff(report: Report) -> None:
    if not TARIFF.is_file():
        print("  (the US tariff database is not beside the project)")
        return
    from fondouk.engines.events.perform import perform
    from fondouk.kit.actor import Actor
    from fondouk.market.reference import commands, kinds

    def load() -> Any:
        day = date(2026, 11, 23)
        read = kinds.read("us-tariffs", [TARIFF.read_bytes()], source="bench", retrieved_on=day, in_force_on=None)
        rows, by = read.tables["measures"], Actor.system("bench")
        return perform(
            commands.load_rows, once=None, by=by, at=_now(), table="measures", rows=rows, name="bench", ended_on=None
        )

    took = clocked(load)
    report.add("import the US tariff database, 12,907 rows", took.wall, "s", reach="≤ 10", cpu=took.own)


if __name__ == "__main__":
    main(sys.argv[1:])
