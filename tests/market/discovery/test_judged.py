"""The judged set: what buyers type in three languages and spellings still brings the goods they mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.search import judged
from fondouk.engines.search.index import Engine, Query, _engine_at
from tests.opensearch.fixtures import ON_NODES

FLOOR = 0.93


@pytest.fixture(scope="module", params=["tantivy", pytest.param("opensearch", marks=ON_NODES)])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The demonstration's goods in an index of either engine."""
    folder: Path = tmp_path_factory.mktemp("judged")
    nodes = request.getfixturevalue("opensearch") if request.param == "opensearch" else None
    made = _engine_at(f"{nodes.url}/judged?timeout=20" if nodes else f"tantivy:{folder}")
    made.rebuild(judged.demo_documents())
    yield made
    made.close()


def test_the_judged_set_stays_above_its_floor(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    mean, scored = judged.judge(engine)
    with capsys.disabled():
        print(f"\n{type(engine).__name__}: nDCG@10 {mean:.4f} over {len(scored)} judged questions")
    assert len(scored) >= 200
    assert mean >= FLOOR, f"nDCG@10 {mean:.3f}; the worst: {scored[:10]}"


def test_every_judged_question_finds_something(engine: Engine) -> None:
    empty = [one.question for one in judged.judgements() if not engine.find(Query(one.question, size=10)).total]
    assert empty == []


def test_every_category_of_the_demo_is_judged() -> None:
    assert {one.category for one in judged.judgements()} == {
        document.tags["category"][-1] for document in judged.demo_documents()
    }
