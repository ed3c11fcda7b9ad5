"""Two halves at once give what they give one after the other, and raise what they raise."""

from __future__ import annotations

import threading

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Query
from fondouk.engines.search.tantivy import halves

PAGE = Query("oil", facets=("category", "region", "supplier"), chosen=(("region", ("MA-09",)),))


@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("worth", [True, False])
def test_both_are_given_and_two_threads_only_where_worth_it(
    monkeypatch: pytest.MonkeyPatch, quiet: bool, worth: bool
) -> None:
    monkeypatch.setattr(halves, "idle", lambda: quiet)
    here = threading.get_ident()
    first, second = halves.both(threading.get_ident, threading.get_ident, worth=worth)
    assert first == here
    assert (second != here) == (quiet and worth)


def test_what_the_second_raises_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "idle", lambda: True)
    with pytest.raises(ZeroDivisionError):
        halves.both(lambda: 1, lambda: 1 // 0, worth=True)


def test_nobody_can_tell_on_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "_RUNNING", "/nowhere")
    assert halves.idle() is False


def test_a_page_is_the_same_in_two_threads(
    monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest, tmp_path: object
) -> None:
    from tests.engines.search.goods import GOODS

    settings.SEARCH_URL = f"tantivy:{tmp_path}"  # type: ignore[attr-defined]
    index.put(GOODS)
    alone = index.find(PAGE)
    monkeypatch.setattr(halves, "WORTH_MIN", 1)
    monkeypatch.setattr(halves, "idle", lambda: True)
    index._engine_at.cache_clear()
    together = index.find(PAGE)
    assert (together.hits, together.total, together.facets) == (alone.hits, alone.total, alone.facets)
    assert alone.total
