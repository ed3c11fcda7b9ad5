"""`python -m bench.search [--documents 100000] [--no-postgres]`: build, ask, print, write JSON lines."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main(arguments: list[str]) -> None:
    """Run every row."""
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--no-postgres", action="store_true")
    parser.add_argument("--no-http", action="store_true")
    parser.add_argument("--json", type=Path, default=Path("var/bench/search.jsonl"))
    options = parser.parse_args(arguments)
    os.environ.setdefault("FONDOUK_DATA", str(Path("var/bench/data").resolve()))
    from fondouk.doors.ops import environment

    cluster = environment.enter("owner")
    try:
        run(options)
    finally:
        if cluster is not None:
            cluster.stop()


def run(options: argparse.Namespace) -> None:
    """The engine beside PostgreSQL over one corpus."""
    from django.conf import settings

    from bench.report import Report
    from bench.search import engine as rows
    from bench.search import judged
    from bench.search.corpus import Corpus
    from bench.search.postgres import Baseline
    from fondouk.engines.search.tantivy.engine import TantivyEngine

    corpus, report = Corpus(options.documents), Report(options.documents)
    print(f"Search over {options.documents:,} synthetic products in three languages (p50 / p99)")
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
    with tempfile.TemporaryDirectory(prefix="fondouk-judged-") as folder:
        small = TantivyEngine(folder)
        small.rebuild(judged.demo_documents())
        mean, scored = judged.judge(small)
        report.add(f"nDCG@10 over {len(scored)} judged questions, demo goods", mean, "")
        small.close()
    if not options.no_http:
        from django.core.management import call_command

        from bench.search import http
        from fondouk.doors.ops import preparing

        call_command("migrate", verbosity=0)
        preparing.collect_static()
        http.fill(corpus)
        http.pages(corpus, report)
    report.write(options.json)
    print(f"  rows also in {options.json}")


if __name__ == "__main__":
    main(sys.argv[1:])
