"""What the index is asked in passing: which words it knows, what begins so, what sounds so, what is spelt nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fondouk.engines.search.opensearch.compile import Tree, term
from fondouk.engines.search.words.folding import words
from fondouk.engines.search.words.question import Word

SHOWN = 8
_ODD = re.compile(r"[^\w]")


def held_by_any(word: Word) -> Tree:
    """Whether any document holds the word."""
    return _exists({"terms": {"text": list(word.stems)}})


def in_a_title(word: Word) -> Tree:
    """Whether any title holds the word as it is, or one of its stems."""
    return _exists({"terms": {"title": [word.text, *word.stems]}})


def heard(key: str) -> Tree:
    """The first documents that hold a word of this sound."""
    return titles_of(term("sound", key))


def spelt_nearly(word: Word, typos: int) -> Tree:
    """The first documents that hold a word so many typos away."""
    near = [
        {"fuzzy": {f"word_{language}": {"value": word.text, "fuzziness": typos, "rewrite": "constant_score"}}}
        for language in word.languages
    ]
    return titles_of({"bool": {"should": near}})


def titles_of(tree: Tree, size: int = SHOWN) -> Tree:
    """The titles of the first documents of a tree."""
    return {"query": tree, "size": size, "_source": ["titles"], "track_total_hits": False}


def beginning(prefix: str, languages: Iterable[str], limit: int, *, held: Tree | None = None) -> Tree:
    """The words that begin so, by language, with how many documents hold them (of those in `held`, if given)."""
    pattern = _ODD.sub(lambda odd: f"\\{odd[0]}", prefix) + ".*"
    return {
        "size": 0,
        "track_total_hits": False,
        "query": {"bool": {"filter": [held] if held is not None else []}},
        "aggs": {
            language: {
                "filter": {"prefix": {f"word_{language}": prefix}},
                "aggs": {"words": {"terms": {"field": f"word_{language}", "include": pattern, "size": limit}}},
            }
            for language in languages
        },
    }


def _exists(tree: Tree) -> Tree:
    return {"query": {"bool": {"filter": [tree]}}, "size": 0, "terminate_after": 1, "track_total_hits": 1}


# -- answers -----------------------------------------------------------------------------------------------------------


def total(answer: Mapping[str, Any]) -> int:
    """How many documents were found."""
    return int(answer["hits"]["total"]["value"])


def words_counted(answer: Mapping[str, Any]) -> dict[str, int]:
    """Word → documents, of an answer to `beginning`."""
    found: dict[str, int] = {}
    for language in answer["aggregations"].values():
        found.update({bucket["key"]: bucket["doc_count"] for bucket in language["words"]["buckets"]})
    return found


def title_words(answer: Mapping[str, Any]) -> Sequence[str]:
    """All words of the titles in an answer to `titles_of`."""
    titles = [hit["_source"].get("titles", {}) for hit in answer["hits"]["hits"]]
    return [word for each in titles for title in each.values() for word in words(title)]
