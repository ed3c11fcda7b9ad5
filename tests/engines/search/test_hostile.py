"""Any text is a question: never an error, never syntax, never slow."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fondouk.engines.search import index
from fondouk.engines.search.index import Query
from fondouk.engines.search.words import folding, question, sounds, stems

pytestmark = pytest.mark.both_engines

NASTY = [
    "", " ", "\x00", "\x00argan\x00", "'", '"', '"argan', "(((", ")))", "argan AND", "OR", "NOT argan", "text:argan",
    "id:ARGAN", "filters:category:oils", "/.*/", "argan~2", "argan^1000", "[a TO z]", "*", "?", "\\", "+-!", "{}", "$",
    "\ud800", "a" * 10_000, "argan " * 2_000, "ا" * 10_000, "🫒" * 500, "\u202eargan", "%00%ff", "<script>",
    "' OR 1=1 --",
    "9" * 10_000, "5" + "0" * 300 + " l", "5,5,5,5 kg", "-" * 5_000, "a-" * 5_000, "ـ" * 5_000, "\u0301" * 5_000,
    "١" * 999,
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts(shop: str, text: str) -> None:
    found = index.find(Query(text, facets=("category", "region", "landed"), slot=0))
    assert found.total >= 0
    index.suggest(text, "en")
    index.suggest(text, "xx")


def test_a_field_name_is_only_a_word(shop: str) -> None:
    assert index.find(Query("filters:category:oils")).total in (0, index.find(Query("oils")).total)
    assert index.find(Query("id:ZELLIGE")).hits[0].id == "ZELLIGE"
    assert "ARGAN" not in [hit.id for hit in index.find(Query("id:ZELLIGE")).hits]


def test_ten_kilobytes_are_read_in_no_time(shop: str) -> None:
    noise = random.Random(7)
    text = "".join(chr(noise.randint(32, 0x6FF)) for _ in range(10_000))
    began = time.perf_counter()
    index.find(Query(text))
    assert time.perf_counter() - began < (5 if shop.startswith("http") else 0.5)  # a node just started is slow


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_reading_never_fails(text: str) -> None:
    for word in folding.words(text):
        for language in ("en", "fr", "ar"):
            assert all(stems.stems(word, language))
        sounds.sounds(word)
    assert len(question.read(text)) <= question.WORDS_MAX
