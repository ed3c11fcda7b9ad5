"""`python -m bench.treasury [--entries 10000] [--matched 200]`: one large camt.053, read, imported, imported again.

Everything happens in one transaction that is rolled back, so a run leaves nothing behind and needs a database only.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.report import Report, clocked, written


def main(arguments: list[str]) -> None:
    """Prepare the tables, then measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.treasury")
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--matched", type=int, default=200)
    options = parser.parse_args(arguments)
    os.environ.setdefault("FONDOUK_DATA", str(Path("var/bench/treasury").resolve()))
    from fondouk.doors.ops import environment

    cluster = environment.find_database()
    try:
        subprocess.run([sys.executable, "-m", "fondouk.cli", "migrate"], check=True)
        environment.load_django("command")
        with written("treasury", options.entries) as report:
            _run(options.entries, options.matched, report)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _run(entries: int, matched: int, report: Report) -> None:
    from django.db import transaction

    from fondouk.engines.tables import scope

    with scope.as_system(), transaction.atomic():
        _measure(entries, matched, report)
        transaction.set_rollback(True)


def _measure(entries: int, matched: int, report: Report) -> None:
    from fondouk.engines.bank_files import statements as bank_files
    from fondouk.market.treasury import commands
    from fondouk.market.treasury.models import Entry
    from tests import cast as stage
    from tests import invariants, trade
    from tests.clock import AT
    from tests.market.treasury import bank

    cast = stage.assemble()
    made = time.perf_counter()
    known = _expected(cast, trade.signed(cast), matched)
    print(f"{matched} orders quoted, signed and awaiting a deposit: {time.perf_counter() - made:.1f} s")
    rows = [bank.credit("2712.00", text, reference=f"K{number}") for number, text in enumerate(known)]
    rows += [bank.credit("7.00", f"ref {number}", reference=f"U{number}") for number in range(entries - matched)]
    content = bank.written(bank.statement(*rows))
    print(f"camt.053 with {entries:,} entries, {matched} with a reference of ours, {len(content) / 1e6:.1f} MB")
    _timed("camt.053 read", lambda: bank_files.read(content), report)
    for words in ("camt.053 imported: booked, recognised, on the ledger", "camt.053 imported again: nothing changes"):
        file = bank.upload(cast, io.BytesIO(content).getvalue())
        _timed(words, lambda file=file: commands.import_statement(file=file, by=cast.operator.actor, at=AT), report)
    print(f"entries {Entry.objects.count():,}, in suspense {Entry.objects.filter(state='SUSPENSE').count():,}")
    _timed("all invariants of the money as SQL", invariants.hold, report)


def _expected(cast: Any, first: Any, count: int) -> list[str]:
    """RF references of so many signed orders of one product, each awaiting its deposit."""
    from fondouk.market.orders import commands as orders
    from fondouk.market.orders.commands import ContractTerms
    from fondouk.market.sourcing import commands as sourcing
    from tests import trade
    from tests.clock import AT

    references = [trade.milestone(first).creditor_reference]
    buyer, supplier = cast.chicago.actor, cast.argan.actor
    product = first.product.reference
    while len(references) < count:
        asked = sourcing.open_inquiry(
            product=product, quantity=Decimal(400), destination="USNYC", message="Again?", by=buyer, at=AT
        )
        offered = sourcing.submit_quotation(inquiry=asked.reference, offer=trade.offer(product), by=supplier, at=AT)
        order = orders.award(quotation=offered.reference, by=buyer, at=AT)
        order = orders.propose_contract(order=order.reference, contract=ContractTerms(), by=buyer, at=AT)
        for actor in (buyer, supplier):
            order = orders.sign_contract(
                order=order.reference, contract_hash=order.contract_hash, by=actor, at=AT, address="127.0.0.1"
            )
        references.append(trade.milestone(order).creditor_reference)
    return references


def _timed(words: str, act: Callable[[], Any], report: Report) -> None:
    """Wall time, and how much of it this process computed; the rest is the database and whoever else is at work."""
    took = clocked(act)
    report.add(words, took.wall, "s", reach="≤ 20" if "imported:" in words else "", cpu=took.own)


if __name__ == "__main__":
    main(sys.argv[1:])
