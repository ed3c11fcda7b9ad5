"""`python -m bench.documents`: each template in each language, twenty times; reach: 60 ms and 200 KB."""

from __future__ import annotations

import statistics
import time

from bench.report import Report, written
from fondouk.engines.documents import render
from tests.engines.documents.samples import sample

TIMES = 20


def main() -> None:
    """Two rows a document: how long it takes and how large it is."""
    with written("documents", TIMES) as report:
        for template in render.TEMPLATES:
            for language in render.LANGUAGES:
                _rows(template, language, report)


def _rows(template: str, language: str, report: Report) -> None:
    took, made, processor = [], b"", time.process_time()
    for number in range(TIMES):
        data = {**sample(template), "number": f"N-{number}"}
        begun = time.perf_counter()
        made = render.pdf(template, data, language)
        took.append((time.perf_counter() - begun) * 1000)
    own = (time.process_time() - processor) * 1000 / TIMES
    report.add(f"{template}, {language}", statistics.median(took), "ms", p99=max(took), reach="≤ 60", cpu=own)
    report.add(f"{template}, {language}: size", len(made) / 1000, "KB", reach="≤ 200")


if __name__ == "__main__":
    main()
