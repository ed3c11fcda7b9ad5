"""The embedded engine's rows: engine time inside one process, reading what it wrote."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.report import Report, timed
from bench.search.corpus import Corpus
from bench.search.postgres import Baseline
from fondouk.engines.search.index import Document, Query, Sort
from fondouk.engines.search.tantivy.engine import TantivyEngine

MADE_AHEAD = 50_000
"""Documents made before they are handed over, so that the writer does not work unseen while the next is made."""
PAGE_FACETS = ("category", "region", "incoterm", "certificate")
_OTHER = """
import sys, time
from fondouk.engines.search.shapes import Query, SearchDown
from fondouk.engines.search.tantivy.engine import TantivyEngine
engine = TantivyEngine(sys.argv[1])
engine.state()
print("ready", flush=True)
for line in sys.stdin:
    word = line.strip()
    while not engine.find(Query(word)).total:
        time.sleep(0.0005)
    print(time.time(), flush=True)
"""


def build(engine: TantivyEngine, corpus: Corpus, report: Report, folder: Path) -> None:
    """Write the whole corpus as a rebuild does; what it takes to make the documents is not counted."""
    making, own = 0.0, 0.0

    def documents() -> Iterator[Document]:
        nonlocal making, own
        for start in range(0, corpus.count, MADE_AHEAD):
            began, spent = time.perf_counter(), time.thread_time()
            made = [corpus.document(number) for number in range(start, min(start + MADE_AHEAD, corpus.count))]
            gc.freeze()  # what waits here to be written would be looked through again and again
            making, own = making + time.perf_counter() - began, own + time.thread_time() - spent
            yield from made

    began, spent = time.perf_counter(), time.process_time()
    engine.rebuild(documents())
    gc.unfreeze()
    took, processor = time.perf_counter() - began - making, time.process_time() - spent - own
    report.add(
        "documents indexed (read, written, merged)", corpus.count / took, "a second", reach="≥ 10,000",
        cpu=corpus.count / processor,
    )  # fmt: skip
    report.add("whole rebuild", took, "s", reach="≤ 100 for 1 M", cpu=processor)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    report.add("index size", size / 1e6, "MB")


def measure(engine: TantivyEngine, corpus: Corpus, baseline: Baseline | None, report: Report, asked: int) -> None:
    """The rows of the search table."""
    for words, reach in ((1, "≤ 0.8/5"), (2, "≤ 1.5/6.5")):
        row = f"{words} word{'s' * (words > 1)}, 20 hits and total"
        other = baseline.hits if baseline else None
        _beside(
            report,
            row,
            reach,
            lambda text: engine.find(Query(text, size=20)),
            other,
            corpus.questions(words, asked),
            baseline,
        )
    questions = corpus.questions(1, asked)[: asked // 2] + corpus.questions(2, asked)[: asked // 2]
    page = (("region", ("MA-03",)),)
    _beside(
        report, "full page: words, filter, total, 4 facets, 20 hits", "≤ 1.5/8",
        lambda text: engine.find(Query(text, size=20, facets=PAGE_FACETS, chosen=page, page=1)),
        (lambda text: baseline.page(text, "MA-03")) if baseline else None, questions, baseline,
    )  # fmt: skip
    p50, p99 = timed(lambda text: engine.find(Query(text, size=20, facets=PAGE_FACETS, chosen=page, page=1)), questions)
    report.add("the same pages again", p50, "ms", p99=p99, reach="≤ 0.05/0.2")
    p50, p99 = timed(
        lambda text: engine.find(Query(text, size=20, slot=0, sort=Sort.LANDED_SHIPMENT, landed=(None, 900_000))),
        questions,
    )
    report.add("words, a cost range, by landed cost", p50, "ms", p99=p99)
    prefixes = [text[: 3 + number % 4] for number, text in enumerate(corpus.questions(1, asked))]
    p50, p99 = timed(lambda text: engine.suggest(text, "en", 8), prefixes)
    report.add("suggestions: 8 words and 8 products", p50, "ms", p99=p99, reach="≤ 0.3/1.5")
    typos = corpus.typos(asked)
    p50, p99 = timed(lambda text: engine.find(Query(text, size=20)), typos)
    report.add("one typo", p50, "ms", p99=p99, reach="≤ 0.5/2")
    mended = sum(engine.find(Query(text)).total > 0 for text in typos)
    report.add("typos that find something", 100 * mended / len(typos), "%")
    clitics = corpus.clitics(asked)
    missed = sum(engine.find(Query(text)).total == 0 for text in clitics)
    report.add("Arabic words with clitics: without a hit", 100 * missed / len(clitics), "%", reach="≤ 0.5 %")
    report.add("memory of the process", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


def _beside(
    report: Report, row: str, reach: str, ask: Callable[[str], object], other: Callable[[str], object] | None,
    questions: list[str], baseline: Baseline | None,
) -> None:  # fmt: skip
    """A row with PostgreSQL's time beside it, and the same by processor time: on a busy machine a question to another
    process also waits for that process to be given a core."""
    beside = theirs = None
    if baseline is not None and other is not None:
        spent, some = baseline.spent(), questions[::4]
        beside = timed(other, some)[0]
        theirs = (baseline.spent() - spent) * 1000 / len(some)
    spent = time.process_time()
    p50, p99 = timed(ask, questions)
    ours = (time.process_time() - spent) * 1000 / len(questions)
    report.add(row, p50, "ms", p99=p99, baseline=beside, reach=reach)
    report.add(f"by processor time, mean: {row}", ours, "ms", baseline=theirs)


def freshness(engine: TantivyEngine, folder: Path, report: Report, times: int = 50) -> None:
    """From put to found by another process that asks all the time."""
    other = subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdout.readline()
    took = []
    for number in range(times):
        word = f"freshly{'abcdefghij'[number % 10]}{'abcdefghij'[number // 10]}"
        other.stdin.write(word + "\n")
        other.stdin.flush()
        began = time.time()
        engine.put([Document(f"FRESH{number}", {"en": word})])
        took.append((float(other.stdout.readline()) - began) * 1000)
    other.stdin.close()
    other.wait()
    took.sort()
    report.add("put → found by another process", took[len(took) // 2], "ms", p99=took[-1], reach="≤ 300")
