"""Whole pages over HTTP: a listing table of the corpus, the real server, one client; counted per second of processor.

Wall-clock rates drift on shared machines, so the figure is pages for each second of processor time that the server and
its database spent, and `cpu` the same for the server alone. Beside it the same pages over PostgreSQL's full text.
"""

from __future__ import annotations

import http.client
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import quote

import psutil

from bench.report import Report
from bench.search.corpus import Corpus
from bench.search.postgres import Baseline
from fondouk.doors.ops.processes import WEB_THREADS
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


def pages(corpus: Corpus, report: Report, *, postgres: bool = True, seconds: float = 12.0) -> None:
    """Result pages with 24 cards, each question asked once; the same questions again; and over PostgreSQL."""
    questions = [f"/en/search/?q={quote(text)}" for text in corpus.questions(1, 1500) + corpus.questions(2, 3000)]
    random.Random(corpus.seed).shuffle(questions)
    beside = _over_full_text(corpus, questions, seconds) if postgres else None
    with _served(["-m", "fondouk.cli", "serve"]) as server:
        server.ask(questions[:40], seconds)
        new = server.ask(questions[40:], seconds)
        again = server.ask(questions[40:240] * 20, seconds / 2)
        browsed = server.ask(["/en/search/", "/en/search/?category=argan-oil"] * 500, seconds / 2)
    unit = "per CPU second"
    report.add(ONCE, new.both, unit, baseline=beside.both if beside else None, reach="≥ 250; ≥ 10×", cpu=new.own)
    report.add(AGAIN, again.both, unit, baseline=beside.both if beside else None, cpu=again.own)
    report.add("browsing without words over HTTP", browsed.both, unit, cpu=browsed.own)
    for name, (rate, peer) in PEER.items():
        report.add(
            f"result page beside the best open peer: {name}", new.both, unit, baseline=rate, reach=f"≥ 20×; {peer}"
        )


ONCE = "result pages over HTTP, each asked once"
AGAIN = "result pages over HTTP, asked again"
_PEER = "recorded over 10,000 products on two cores"
PEER = {"its searches": (16.0, _PEER), "its listings": (22.0, _PEER)}


@dataclass(frozen=True)
class Rate:
    """Pages for each second of processor time: of the server with its database, and of the server alone."""

    both: float
    own: float


def _over_full_text(corpus: Corpus, questions: list[str], seconds: float) -> Rate:
    """The same pages where PostgreSQL's full text stands behind the face of the engine."""
    from django.conf import settings

    baseline = Baseline(settings.DATABASE_OWNER_URL)
    try:
        baseline.load(corpus.documents())
        baseline.connection.execute("GRANT SELECT ON bench_listing TO PUBLIC")
        command = [
            "-m",
            "granian",
            "bench.search.full_text:application",
            "--interface",
            "wsgi",
            "--log-level",
            "warning",
        ]
        with _served([*command, "--blocking-threads", str(WEB_THREADS)], FONDOUK_BENCH_FULL_TEXT="1") as server:
            server.ask(questions[:40], seconds)
            return server.ask(questions[40:], seconds * 2)
    finally:
        baseline.close()


@contextmanager
def _served(command: list[str], **more: str) -> Iterator[Server]:
    """A server of its own process on a free port."""
    port = _free_port()
    environment = {**os.environ, **more, "FONDOUK_ROLE": "web", "PORT": str(port), "FONDOUK_LOG": "ERROR",
                   "DJANGO_SETTINGS_MODULE": "fondouk.settings"}  # fmt: skip
    process = subprocess.Popen([sys.executable, *command, "--port", str(port)], env=environment)
    try:
        _wait(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


@dataclass(frozen=True)
class Server:
    """A server that is asked one page after the other over one connection."""

    port: int
    process: subprocess.Popen[bytes]

    def ask(self, addresses: Iterable[str], seconds: float) -> Rate:
        """How many pages a second of processor; as many as so many seconds allow."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        own, database = _cpu(self.process.pid), _database_cpu()
        began, count = time.perf_counter(), 0
        for address in addresses:
            connection.request("GET", address, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (answer.status, address, body[:200])
            count += 1
            if time.perf_counter() - began > seconds:
                break
        own, database = _cpu(self.process.pid) - own, _database_cpu() - database
        return Rate(count / max(own + database, 0.001), count / max(own, 0.001))


def _cpu(pid: int) -> float:
    """Seconds of processor of a process and those it started."""
    top = psutil.Process(pid)
    return sum(sum(one.cpu_times()[:2]) for one in (top, *top.children(recursive=True)))


def _database_cpu() -> float:
    """The same of PostgreSQL, also of sessions that ended; 0 where it runs on another machine."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    try:
        postmaster = psutil.Process(pid).parent()
    except psutil.NoSuchProcess:
        return 0.0
    return _cpu(postmaster.pid) + sum(postmaster.cpu_times()[2:4]) if postmaster else 0.0


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
