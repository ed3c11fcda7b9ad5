"""From a query to the cluster's query language, built from analysed words: no text is ever parsed as syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fondouk.engines.search.ranking import NAMED
from fondouk.engines.search.shapes import EVERY_TAG, Query
from fondouk.engines.search.words.question import Word
from fondouk.engines.search.words.stems import name_keys

Tree = dict[str, Any]


def term(field: str, text: str) -> Tree:
    """Documents holding the term, with its relevance: the BM25 of OpenSearch 2 counts as the embedded engine's does."""
    return {"term": {field: {"value": text}}}


def text_tree(words: Sequence[Word], *, at_least: int | None = None) -> Tree:
    """Documents holding every word (or `at_least` so many) under one of its stems.

    Exact title words lift them, and so does a category whose whole name or synonym is asked for: who types "olive oil"
    means the oil before sardines in it.
    """
    answered = [_word_tree(word) for word in words]
    if at_least is not None:
        return {"bool": {"should": answered, "minimum_should_match": at_least}}
    lifting = [term("title", word.text) for word in words]
    lifting += [
        {"constant_score": {"filter": {"term": {"shelf": key}}, "boost": NAMED}}
        for key in name_keys(word.text for word in words)
    ]
    return {"bool": {"must": answered, "should": lifting}}


def _word_tree(word: Word) -> Tree:
    terms = [term("text", stem) for stem in word.stems]
    return terms[0] if len(terms) == 1 else {"bool": {"should": terms, "minimum_should_match": 1}}


def filter_trees(query: Query) -> dict[str, list[Tree]]:
    """The trees of each chosen facet, and of the cost range under `landed`."""
    trees: dict[str, list[Tree]] = {}
    for facet, tags in query.chosen:
        if not tags:
            continue
        every = facet in EVERY_TAG
        trees.setdefault(facet, []).extend(
            [{"term": {f"c_{facet}": tag}} for tag in tags] if every else [{"terms": {f"c_{facet}": list(tags)}}]
        )
    if query.landed != (None, None) and query.slot is not None:
        low, high = query.landed
        ends = {"gte": low if low is not None else 0, **({"lte": high} if high is not None else {})}
        trees["landed"] = [{"range": {f"landed_shipment_{query.slot}": ends}}]
    return trees


def whole(text: Tree | None, filters: Iterable[Tree], without: Iterable[str] = ()) -> Tree:
    """Text and filters together; filters do not score."""
    ids = list(without)
    return {
        "bool": {
            "must": [text] if text is not None else [{"match_all": {}}],
            "filter": list(filters),
            "must_not": [{"ids": {"values": ids}}] if ids else [],
        }
    }
