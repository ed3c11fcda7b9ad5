"""The pages while the search engine does not answer: a sentence, goods, sectors; nothing breaks and nobody waits."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.doors.ops import readers
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]


@pytest.fixture
def down(shelves: Cast, client: Client, settings: pytest.FixtureRequest) -> Client:
    """Goods in the database, and a cluster of which no host answers."""
    goods.publish(shelves.argan, 2)
    goods.publish(shelves.ceramics, 3, incoterm="FOB", origin_region="MA-03")
    readers.read_all(AT)
    settings.SEARCH_URL = "http://127.0.0.1:1,127.0.0.1:2/nowhere?timeout=0.5"  # type: ignore[attr-defined]
    return client


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_words_are_answered_with_a_sentence_goods_and_sectors(down: Client, language: str) -> None:
    answer = down.get(f"/{language}/search/?q=argan")
    text = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert text.count('<article class="card">') == 5
    assert f'href="/{language}/categories/oils/"' in text
    assert ("Search does not answer right now." in text) == (language == "en")


def test_categories_and_regions_are_still_browsed(down: Client) -> None:
    for address, count in (
        ("/en/categories/argan-oil/", 5), ("/en/categories/oils/", 5), ("/en/search/?region=MA-03", 3),
        ("/en/search/?category=nowhere", 5), ("/en/search/?page=9999&sort=lead", 5),
    ):  # fmt: skip
        answer = down.get(address)
        assert answer.status_code == 200, address
        assert answer.content.decode().count('<article class="card">') == count, address


def test_few_statements_and_no_waiting(down: Client) -> None:
    down.get("/en/search/?q=argan")
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as seen:
        for _ in range(20):
            down.get("/en/search/?q=argan")
    assert len(seen) <= 20 * 8
    assert time.perf_counter() - began < 20, "after a few failures the cluster is not asked each time"


def test_suggestions_saved_searches_and_the_operators_page_stand(down: Client, shelves: Cast) -> None:
    answer = down.get("/en/search/suggestions/?q=arg")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    down.force_login(shelves.operator.owner)
    assert "Search does not answer right now." in down.get("/en/desk/search/?q=argan").content.decode()
    assert down.get("/en/").status_code == 200


def test_readiness_says_what_is_missing(down: Client) -> None:
    from fondouk.doors.ops import readiness

    readiness._known.clear()
    answer = down.get("/readyz")
    assert answer.status_code == 503
    assert "index" in answer.content.decode()
