"""`python -m bench.listings [--listings 20000]`: new rates to stored costs, products to listings; rolled back.

The listings are of the synthetic corpus; each of its categories has six tariff lines a market, which its goods share as
catalogues do (the first has half of them), and four lanes; prices, quantities and weights are every listing's own.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from bench.report import Report, clocked, written

AT = datetime(2026, 11, 23, tzinfo=UTC)
LINES = 6


def main(arguments: list[str]) -> int:
    """Prepare the tables, then measure; how many ratios are below their floor."""
    parser = argparse.ArgumentParser(prog="python -m bench.listings")
    parser.add_argument("--listings", type=int, default=20_000)
    options = parser.parse_args(arguments)
    os.environ.setdefault("FONDOUK_DATA", str(Path("var/bench/listings").resolve()))
    from fondouk.doors.ops import environment

    cluster = environment.find_database()
    try:
        subprocess.run([sys.executable, "-m", "fondouk.cli", "migrate"], check=True)
        environment.load_django("command")
        with written("listings", options.listings) as report:
            _run(options.listings, report)
        return report.below({"landed costs computed together": 1.5})
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _run(count: int, report: Report) -> None:
    from django.conf import settings
    from django.db import transaction

    from fondouk.doors.demo.reference_data import load_reference
    from fondouk.engines.tables import scope
    from fondouk.kit.actor import Actor

    with tempfile.TemporaryDirectory(prefix="fondouk-bench-") as folder, scope.as_system(), transaction.atomic():
        settings.SEARCH_URL = f"tantivy:{folder}"
        load_reference(by=Actor.system("bench"), at=AT)
        _fill(count)
        _computed(report)
        _costs(count, report)
        _told(count, report)
        _whole(report)
        transaction.set_rollback(True)


def _fill(count: int) -> None:
    from bench.search import http
    from bench.search.corpus import Corpus
    from fondouk.market.discovery.models import Listing

    draw = random.Random(7)
    codes = {country: _codes(country) for country in ("US", "CA")}
    lines: dict[str, dict[str, list[str]]] = {}
    rows = http.listings(Corpus(count), AT)
    while batch := list(islice(rows, 2000)):
        for row in batch:
            if row.category not in lines:
                lines[row.category] = {country: draw.sample(known, LINES) for country, known in codes.items()}
            row.shipments = {country: _shipment(country, known, draw) for country, known in lines[row.category].items()}
            row.needs, row.inputs = ["fx:USD"], "0" * 32
        Listing.objects.bulk_create(batch)


def _codes(country: str) -> list[str]:
    from fondouk.engines.tariffs import schedule

    known = schedule.tariff().codes_under(country, "", AT.date(), limit=5_000)
    return sorted({one.hs for one in known})


def _shipment(country: str, codes: list[str], draw: random.Random) -> dict[str, Any]:
    quantity = draw.randrange(20, 1000)
    cartons = -(-quantity // 12)
    term, place = draw.choice((("FOB", "MACAS"), ("FOB", "MAAGA"), ("FOB", "MAPTM"), ("FCA", "MACAS")))
    return {
        "destination": country, "port": "USNYC" if country == "US" else "CAMTR", "origin": "MA",
        "incoterm": term, "place": place,
        "currency": draw.choice(("USD", "USD", "USD", "EUR")), "unit_price": f"{draw.lognormvariate(2, 1):.2f}",
        "quantity": str(quantity), "net_kg": str(quantity), "gross_kg": f"{cartons * draw.uniform(3, 25):.1f}",
        "volume_m3": f"{cartons * draw.uniform(0.01, 0.06):.3f}",
        "hs": codes[min(int(draw.paretovariate(1)) - 1, len(codes) - 1)], "unit": "KGM", "preference_claimed": True,
        "pallets": draw.randrange(1, 4),
    }  # fmt: skip


def _computed(report: Report) -> None:
    """The same shipments together and one by one, by processor time: the ratio that is asserted."""
    from fondouk.engines.landed_cost import estimate
    from fondouk.market.discovery import commands, landed
    from fondouk.market.discovery.models import Listing

    rows = Listing.objects.order_by("heading", "pk").values_list("shipments", flat=True)
    kept = list(rows[: commands.COSTS_BATCH])
    together = len(kept) / clocked(lambda: landed.of_shipments(kept, on=AT.date()), 3).own

    def one_by_one() -> None:
        some = [one for each in kept[::10] for one in each.values()]
        estimate.many([landed.asked_again(one, AT.date()) for one in some], on=AT.date())

    alone = len(kept[::10]) / clocked(one_by_one, 3).own
    row = "landed costs computed together, by processor time"
    report.add(row, together, "a second", baseline=alone)


def _costs(count: int, report: Report) -> None:
    """As after a new edition of the tariff: every listing's two markets, batch by batch."""
    from fondouk.kit.actor import Actor
    from fondouk.market.discovery import commands, costing
    from fondouk.market.discovery.models import Listing

    places = list(Listing.objects.order_by("heading", "pk").values_list("heading", "pk"))
    starts = [costing.START, *places[commands.COSTS_BATCH - 1 :: commands.COSTS_BATCH]]

    def all_of_them() -> None:
        for after in starts:
            commands.refresh_costs(headings=[], after=after, by=Actor.system("bench"), at=AT)

    took = clocked(all_of_them)
    row = "landed costs computed and stored, 2 markets a listing"
    report.add(row, count / took.wall, "a second", reach="≥ 5,000", cpu=count / took.own)


def _told(count: int, report: Report) -> None:
    """The index follows, from the table."""
    from fondouk.doors.ops import indexer
    from fondouk.engines.search import index

    took = clocked(indexer.index_all)
    report.add("index told of them, from the table", count / took.wall, "a second", cpu=count / took.own)
    took = clocked(indexer.rebuild)
    report.add("index rebuilt from the table", count / took.wall, "a second", cpu=count / took.own)
    index.close()


def _whole(report: Report, products: int = 600) -> None:
    """Whole listings, as after a change of the products: read, costed, drawn, stored."""
    from fondouk.market.discovery import commands
    from fondouk.market.discovery.models import Listing
    from tests import cast as stage
    from tests.market.catalogue import offers
    from tests.market.discovery import goods

    offers.shelves()
    references = goods.publish(stage.assemble().argan, products)

    def made() -> None:
        Listing.objects.filter(product__in=references).delete()
        commands.refresh(products=references, by=goods.SYSTEM, at=AT)

    took = clocked(made, 3)
    report.add("whole listings made and stored", products / took.wall, "a second", cpu=products / took.own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
