"""`python -m bench.search [--documents 100000 1000000] [--no-postgres] [--no-http]`: build, ask, print, write JSON.

Where PostgreSQL answers the same questions beside the engine, the ratio must not fall below `FLOORS`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.report import Report
    from bench.search.corpus import Corpus

FLOORS = {"1 word": 10.0, "2 words": 5.0, "full page": 10.0, "result pages over HTTP": 2.0}
"""Row begins → how many times faster than PostgreSQL's full text at least; half of what quiet machines show."""
JUDGED_FROM = 100_000
"""Documents of a corpus whose ratios tell something: over a few thousand both sides mostly read the question."""


def main(arguments: list[str]) -> int:
    """Run every row; the number of ratios below their floor."""
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    parser.add_argument("--documents", type=int, nargs="+", default=[100_000], help="one corpus each, smallest first")
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--no-postgres", action="store_true")
    parser.add_argument("--no-http", action="store_true")
    parser.add_argument("--json", type=Path, default=Path("var/bench/search.jsonl"))
    options = parser.parse_args(arguments)
    os.environ.setdefault("FONDOUK_DATA", str(Path("var/bench/data").resolve()))
    from fondouk.doors.ops import environment

    cluster = environment.enter("owner")
    try:
        return run(options)
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def run(options: argparse.Namespace) -> int:
    """One corpus after the other, then how the figures grew, the judged set, and whole pages over the smallest."""
    from bench.report import written
    from bench.search.corpus import Corpus

    corpora = [Corpus(count) for count in sorted(options.documents)]
    with written("search", corpora[0].count, options.json) as report:
        for corpus in corpora:
            _corpus(corpus, report, options)
        report.corpus = corpora[0].count
        if len(corpora) > 1:
            report.grown(corpora[0].count, corpora[-1].count)
        _judged(report)
        if not options.no_http:
            _pages(corpora[0], report, postgres=not options.no_postgres)
        return report.below(FLOORS, least=JUDGED_FROM)


def _corpus(corpus: Corpus, report: Report, options: argparse.Namespace) -> None:
    """The engine beside PostgreSQL over one corpus."""
    from django.conf import settings

    from bench.search import engine as rows
    from bench.search.postgres import Baseline
    from fondouk.engines.search.tantivy.engine import TantivyEngine

    report.corpus = corpus.count
    print(f"Search over {corpus.count:,} synthetic products in three languages (p50 / p99)")
    with tempfile.TemporaryDirectory(prefix="fondouk-bench-") as folder:
        engine = TantivyEngine(folder)
        rows.build(engine, corpus, report, Path(folder))
        baseline = None
        if not options.no_postgres:
            baseline = Baseline(settings.DATABASE_OWNER_URL)
            baseline.load(corpus.documents())
        rows.measure(engine, corpus, baseline, report, options.questions)
        rows.freshness(engine, Path(folder), report)
        engine.close()
        if baseline is not None:
            baseline.close()


def _judged(report: Report) -> None:
    from bench.search import judged
    from fondouk.engines.search.tantivy.engine import TantivyEngine

    with tempfile.TemporaryDirectory(prefix="fondouk-judged-") as folder:
        small = TantivyEngine(folder)
        small.rebuild(judged.demo_documents())
        mean, scored = judged.judge(small)
        report.add(f"nDCG@10 over {len(scored)} judged questions, demo goods", mean, "")
        small.close()


def _pages(corpus: Corpus, report: Report, *, postgres: bool) -> None:
    from django.core.management import call_command

    from bench.search import http
    from fondouk.doors.ops import preparing

    call_command("migrate", verbosity=0)
    preparing.collect_static()
    http.fill(corpus)
    http.pages(corpus, report, postgres=postgres)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
