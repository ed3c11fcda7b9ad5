"""A listing that cannot be indexed holds up no other: its news is set aside, like any reader's, and told to people."""

from __future__ import annotations

import threading

import pytest

from fondouk.doors.ops import indexer, readers
from fondouk.engines.events import journal
from fondouk.engines.search import index
from fondouk.engines.search.index import Query
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods

pytestmark = pytest.mark.both_engines
WHOLE = threading.Event()
WHOLE.set()


@pytest.fixture
def one_of_three(shelves: Cast) -> str:
    """Three products are published; the listing of the first says nothing an index could hold."""
    references = goods.publish(shelves.argan, 3)
    indexer.rebuild()
    readers.read_all(AT)
    Listing.objects.filter(product=references[0]).update(document={"torn": "leaf"})
    return references[0]


def test_news_that_cannot_be_indexed_is_set_aside(one_of_three: str) -> None:
    for _ in range(journal.TRIES_MAX - 1):
        with pytest.raises(indexer.Unreadable):
            indexer._turn(WHOLE)
    assert journal.set_aside() == []
    indexer._turn(WHOLE)
    assert index.find(Query("argan")).total == 2, "the others are found"
    [aside] = journal.set_aside()
    assert (aside.reader, aside.subject) == ("indexer", one_of_three)
    assert journal.backlog()["indexer"] == 0
    assert indexer._turn(WHOLE) is False


def test_what_was_mended_is_tried_again(one_of_three: str) -> None:
    sound = Listing.objects.exclude(product=one_of_three).values_list("document", flat=True)[0]
    for _ in range(journal.TRIES_MAX - 1):
        with pytest.raises(indexer.Unreadable):
            indexer._turn(WHOLE)
    indexer._turn(WHOLE)
    Listing.objects.filter(product=one_of_three).update(document={**sound, "id": one_of_three})
    journal.try_again(journal.set_aside()[0].unread_id)
    indexer._turn(WHOLE)
    assert index.find(Query("argan")).total == 3


def test_costs_of_many_are_told_of_all_but_one(one_of_three: str) -> None:
    everything = list(Listing.objects.order_by("pk").values_list("product", flat=True))
    journal.done(journal.unread("indexer"))
    journal.record(
        "discovery.costs.changed",
        subject=everything[0],
        parties=[],
        by=goods.SYSTEM,
        at=AT,
        data={"products": everything},
    )
    with pytest.raises(indexer.Unreadable):
        indexer._turn(WHOLE)
    assert index.find(Query("argan")).total == 2


def test_a_search_that_is_away_is_not_the_fault_of_the_news(one_of_three: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise index.SearchDown("gone for a moment")

    monkeypatch.setattr(index, "put", away)
    for _ in range(journal.TRIES_MAX + 1):
        with pytest.raises((index.SearchDown, indexer.Unreadable)):
            indexer._turn(WHOLE)
    assert {one.subject for one in journal.set_aside()} <= {one_of_three}


def test_a_rebuild_leaves_it_out(one_of_three: str) -> None:
    assert indexer.rebuild() == 2
