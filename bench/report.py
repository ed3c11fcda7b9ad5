"""Rows of a bench: printed as a table, and written as JSON lines for whoever follows them over time.

Wall-clock times drift on shared machines: `cpu` is the processor time of this process beside them, where it tells more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Row:
    """One figure; `ratio` is how many times the baseline's figure it is better."""

    row: str
    corpus: int
    figure: float
    unit: str
    p99: float | None = None
    baseline: float | None = None
    ratio: float | None = None
    reach: str = ""
    cpu: float | None = None


@dataclass
class Report:
    """All rows of a run over so many documents, lines or entries; written when the run ends, however it ends."""

    corpus: int = 0
    rows: list[Row] = field(default_factory=list)

    def add(
        self,
        row: str,
        figure: float,
        unit: str,
        *,
        p99: float | None = None,
        baseline: float | None = None,
        reach: str = "",
        cpu: float | None = None,
    ) -> Row:
        """A row, with its ratio to the baseline where there is one, printed at once."""
        ratio = None if baseline is None or not figure else baseline / figure if unit == "ms" else figure / baseline
        made = Row(row, self.corpus, figure, unit, p99, baseline, ratio, reach, cpu)
        self.rows.append(made)
        shown = f"{figure:,.3f}" if figure < 100 else f"{figure:,.0f}"
        tail = f" / {p99:,.3f}" if p99 is not None else ""
        beside = (
            f"   beside {baseline:,.2f} {unit} = {ratio:,.1f}×" if baseline is not None and ratio is not None else ""
        )
        own = f"   processor {cpu:,.3f} {unit}" if cpu is not None else ""
        print(f"  {row:<72} {shown}{tail} {unit:<12}{own}{beside}{'   reach ' + reach if reach else ''}", flush=True)
        return made

    def grown(self, small: int, large: int) -> None:
        """How many times dearer each timed row is over the larger corpus."""
        before = {row.row: row for row in self.rows if row.corpus == small and row.unit == "ms"}
        for row in [row for row in self.rows if row.corpus == large and row.row in before]:
            self.add(f"growth from {small:,} to {large:,}: {row.row}", row.figure / before[row.row].figure, "times")

    def below(self, floors: Mapping[str, float], *, least: int = 0) -> int:
        """Says which rows of a corpus of at least so many stand below the ratio asserted of them; how many."""
        short = [
            (row, floor)
            for row in self.rows
            for begins, floor in floors.items()
            if row.row.startswith(begins) and row.corpus >= least and row.ratio is not None and row.ratio < floor
        ]
        for row, floor in short:
            print(f"  BELOW ITS FLOOR: {row.row}, {row.ratio:.1f}× where {floor:g}× is asserted")
        return len(short)

    def write(self, path: Path) -> None:
        """One JSON object a line."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in self.rows), encoding="utf-8"
        )


def timed(ask: Callable[[str], object], questions: Iterable[str]) -> tuple[float, float]:
    """(p50, p99) in milliseconds over the questions."""
    took = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return took[len(took) // 2], took[min(int(len(took) * 0.99), len(took) - 1)]


@contextmanager
def written(name: str, corpus: int = 0, path: Path | None = None) -> Iterator[Report]:
    """A report whose rows are written to `var/bench/<name>.jsonl` at the end, also of a run that fails."""
    report = Report(corpus)
    try:
        yield report
    finally:
        where = path or Path("var/bench") / f"{name}.jsonl"
        report.write(where)
        print(f"  rows also in {where}")


@dataclass(frozen=True)
class Took:
    """Seconds on the wall and in this process."""

    wall: float
    own: float


def clocked(act: Callable[[], object], times: int = 1) -> Took:
    """The best wall time of so many runs, and the mean of the process's own."""
    walls, own = [], time.process_time()
    for _ in range(times):
        began = time.perf_counter()
        act()
        walls.append(time.perf_counter() - began)
    return Took(min(walls), (time.process_time() - own) / times)
