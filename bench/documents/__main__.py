"""`python -m bench.documents`: each template in each language, twenty times; reach: 60 ms and 200 KB."""

from __future__ import annotations

import statistics
import time

from fondouk.engines.documents import render
from tests.engines.documents.samples import sample

TIMES = 20


def main() -> None:
    """Print one row a document."""
    print(f"{'document':<22}{'':<4}{'p50 ms':>8}{'max ms':>8}{'KB':>7}")
    for template in render.TEMPLATES:
        for language in render.LANGUAGES:
            print(f"{template:<22}{language:<4}{_row(template, language)}")


def _row(template: str, language: str) -> str:
    took, made = [], b""
    for number in range(TIMES):
        data = {**sample(template), "number": f"N-{number}"}
        begun = time.perf_counter()
        made = render.pdf(template, data, language)
        took.append((time.perf_counter() - begun) * 1000)
    return f"{statistics.median(took):8.1f}{max(took):8.1f}{len(made) / 1000:7.1f}"


if __name__ == "__main__":
    main()
