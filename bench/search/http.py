"""Whole pages over HTTP: a listing table of the corpus, the real server, one client; counted per second of server CPU.

Wall-clock rates drift on shared machines, so the figure is requests for each second of processor time the server spent.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import quote

import psutil

from bench.report import Report
from bench.search.corpus import Corpus
from fondouk.engines.search.index import Document

_SUPPLIERS = 200


def fill(corpus: Corpus) -> None:
    """Write one listing a document, as the discovery reader would have, and the index over them."""
    from django.utils import timezone

    from fondouk.engines.search import index
    from fondouk.engines.tables import scope
    from fondouk.market.discovery.models import Listing

    at = timezone.now()
    with scope.as_system():
        if Listing.objects.count() != corpus.count:
            Listing.objects.all().delete()
            rows = listings(corpus, at)
            while batch := list(islice(rows, 2000)):
                Listing.objects.bulk_create(batch)
        index.rebuild(corpus.documents())
        index.close()


def listings(corpus: Corpus, at: object) -> Iterator[Any]:
    """One unsaved listing a document, of two hundred suppliers."""
    from fondouk.market.companies.models import Company
    from fondouk.market.discovery.models import Listing

    suppliers = _suppliers(Company, at)
    return (_listing(Listing, document, suppliers, at) for document in corpus.documents())


def _suppliers(company: type, at: object) -> list[int]:
    known = list(company.objects.filter(slug__startswith="bench-").values_list("pk", flat=True))  # type: ignore[attr-defined]
    made = [
        company(name=f"Bench {number}", slug=f"bench-{number}", country="MA", town="Fès", registered_at=at)
        for number in range(len(known), _SUPPLIERS)
    ]
    return known + [row.pk for row in company.objects.bulk_create(made)]  # type: ignore[attr-defined]


def _listing(listing: type, document: Document, suppliers: list[int], at: object) -> object:
    from fondouk.market.discovery import making

    number = int(document.id[1:])
    cost = document.landed_shipment.get(0)
    words = {
        language: {
            "title": document.titles.get(language) or next(iter(document.titles.values())), "title_language": language,
            "slug": "bench", "supplier": document.names[0], "region": "Souss-Massa", "place": "Agadir", "crawled": True,
        }
        for language in ("en", "fr", "ar")
    }  # fmt: skip
    same = {
        "low": "12.40", "high": "18.90", "currency": "USD", "incoterm": "FCA", "unit": document.tags["unit"][0],
        "minimum": "50", "lead": [document.lead, document.lead], "certificates": list(document.tags["certificate"]),
        "facts": {"identity": "2026-01-01", "shipped": number % 40 + 1}, "photo": None, "supplier": "CMP-BENCH",
        "shop": "bench", "category": document.tags["category"][0], "answers": 240,
    }  # fmt: skip
    landed = {
        "unit": f"{(cost or 0) / 5000:.4f}", "shipment": f"{(cost or 0) / 100:.2f}", "currency": "USD",
        "quantity": "400", "mode": "LCL", "pallets": 1, "transit": [20, 24], "certainty": "assumed", "own": [],
        "shared": [], "saving": None,
    }  # fmt: skip
    return listing(
        product=document.id, supplier_id=suppliers[number % len(suppliers)], category=document.tags["category"][0],
        sector=document.tags["category"][0], region=document.tags["region"][0], heading=document.tags["heading"][0],
        document=making.as_json(document), cards={"all": same, **words}, landed={"US": landed} if cost else {},
        weight=document.weight, inputs=f"{number:032x}", published_at=at, made_at=at, checked_on=at.date(),  # type: ignore[attr-defined]
    )  # fmt: skip


def pages(corpus: Corpus, report: Report, seconds: float = 12.0) -> None:
    """Result pages with 24 cards, each question asked once; then the same questions again."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "fondouk.cli", "serve", "--port", str(port)],
        env={**os.environ, "FONDOUK_ROLE": "web", "PORT": str(port)},
    )
    try:
        _wait(port)
        questions = [f"/en/search/?q={quote(text)}" for text in corpus.questions(1, 1500) + corpus.questions(2, 3000)]
        _ask(port, server, questions[:20], seconds)
        rate, _ = _ask(port, server, questions[20:], seconds)
        report.add("result pages over HTTP, each asked once", rate, "per CPU second", reach="≥ 250")
        rate, _ = _ask(port, server, questions[20:220] * 20, seconds / 2)
        report.add("result pages over HTTP, asked again", rate, "per CPU second")
        rate, _ = _ask(port, server, ["/en/search/", "/en/search/?category=argan-oil"] * 500, seconds / 2)
        report.add("browsing without words over HTTP", rate, "per CPU second")
    finally:
        server.terminate()
        server.wait()


def _ask(port: int, server: subprocess.Popen[bytes], addresses: Iterable[str], seconds: float) -> tuple[float, int]:
    """(requests for each second of server CPU, requests): one connection, one request after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    spent, began, count = _cpu(server), time.perf_counter(), 0
    for address in addresses:
        connection.request("GET", address, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, (answer.status, address, body[:200])
        count += 1
        if time.perf_counter() - began > seconds:
            break
    return count / max(_cpu(server) - spent, 0.001), count


def _cpu(server: subprocess.Popen[bytes]) -> float:
    top = psutil.Process(server.pid)
    return sum(sum(one.cpu_times()[:2]) for one in (top, *top.children(recursive=True)))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/livez")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")
