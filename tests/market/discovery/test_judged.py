"""The judged set: what buyers type in three languages and spellings still brings the goods they mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.search import judged
from fondouk.engines.search.index import Query
from fondouk.engines.search.tantivy.engine import TantivyEngine

FLOOR = 0.93


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TantivyEngine]:
    """The demonstration's goods in an index."""
    folder: Path = tmp_path_factory.mktemp("judged")
    made = TantivyEngine(str(folder))
    made.rebuild(judged.demo_documents())
    yield made
    made.close()


def test_the_judged_set_stays_above_its_floor(engine: TantivyEngine) -> None:
    mean, scored = judged.judge(engine)
    assert len(scored) >= 200
    assert mean >= FLOOR, f"nDCG@10 {mean:.3f}; the worst: {scored[:10]}"


def test_every_judged_question_finds_something(engine: TantivyEngine) -> None:
    empty = [one.question for one in judged.judgements() if not engine.find(Query(one.question)).total]
    assert empty == []


def test_every_category_of_the_demo_is_judged() -> None:
    assert {one.category for one in judged.judgements()} == {
        document.tags["category"][-1] for document in judged.demo_documents()
    }
