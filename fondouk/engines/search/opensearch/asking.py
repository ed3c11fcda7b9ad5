"""A question answered in as few calls as can be: hopefully one, in which the words are also looked up."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fondouk.engines.search.opensearch import counts, mending, reading
from fondouk.engines.search.opensearch.calls import Calls
from fondouk.engines.search.opensearch.compile import Tree, filter_trees, text_tree, whole
from fondouk.engines.search.opensearch.mapping import RESULT_WINDOW
from fondouk.engines.search.opensearch.mending import Known
from fondouk.engines.search.ranking import PAGES_DEEP_MAX, Candidate, mixed, pages, unmixed, window
from fondouk.engines.search.shapes import Found, Hit, Query, Sort
from fondouk.engines.search.words.question import Word, read

_COLUMNS = {Sort.MINIMUM: ("minimum", "asc"), Sort.LEAD: ("lead", "asc"), Sort.NEWEST: ("newest", "desc")}


@dataclass(frozen=True, slots=True)
class Understood:
    """The words to look for, the text to tell the reader where some were mended, and whether some were given up."""

    words: tuple[Word, ...]
    meant: str | None
    dropped: bool


class Asking:
    """Answers from one cluster index."""

    def __init__(self, calls: Calls, index: str) -> None:
        self._calls = calls
        self._index = index

    def answer(self, query: Query) -> Found:
        """Find as asked; then with unknown words mended; then with most of the words."""
        asked = read(query.text)
        if query.text.strip() and not asked:
            return Found((), 0, 1, 1)
        understood, answer = self._understood(query, asked)
        if asked and not understood.words:
            return Found((), 0, 1, 1)
        found = self._found(query, understood.words, None, answer)
        loosened = understood.dropped
        if not found.total and len(understood.words) > 1 and self._no_such_words(query, understood.words):
            found, loosened = self._found(query, understood.words, len(understood.words) - 1), True
        return replace(found, meant=understood.meant, loosened=loosened and found.total > 0)

    def gives(self, text: str, id: str) -> tuple[dict[str, Any] | None, list[tuple[Word, float]]]:
        """(the document's columns or None, each word of the question with what it gives the document)."""
        words = self._understood(Query(text, size=1), read(text))[0].words
        trees = [whole(text_tree([word]), [{"ids": {"values": [id]}}]) for word in words]
        one, *answers = self._ask(_first(tree) for tree in (whole(None, [{"ids": {"values": [id]}}]), *trees))
        hits = [answer["hits"]["hits"] for answer in answers]
        given = [(word, float(hit[0]["_score"]) if hit else 0.0) for word, hit in zip(words, hits, strict=True)]
        return (one["hits"]["hits"][0] if one["hits"]["hits"] else None), given

    def _ask(self, bodies: Any, query: Query | None = None) -> list[dict[str, Any]]:
        """The same question goes to the same copies of the index, whose scores differ by a hair, page after page."""
        spread = f"q{zlib.crc32(repr((query.text, query.sort)).encode('utf-8', 'replace'))}" if query else ""
        return self._calls.search(self._index, list(bodies), preference=spread)

    def _understood(self, query: Query, asked: Sequence[Word]) -> tuple[Understood, dict[str, Any] | None]:
        """What the words stand for; and the answer to the query as it was typed, where that is what it stands for."""
        checks = [tree for word in asked for tree in (reading.held_by_any(word), reading.in_a_title(word))]
        *checked, answer = self._ask([*checks, _body(query, asked, None)], query)
        held, titled = (map(reading.total, checked[start::2]) for start in (0, 1))
        known = [(word, Known(a > 0, b > 0)) for word, a, b in zip(asked, held, titled, strict=True)]
        if all(one.settles(word) for word, one in known):
            return Understood(tuple(asked), None, False), answer
        found = mending.mended(partial(self._ask, query=query), known)
        words = tuple(one[0] for one in found if one is not None)
        told = any(one is not None and one[1] for one in found)
        meant = " ".join(word.text for word in words) if told else None
        return Understood(words, meant, len(words) < len(asked)), None

    def _no_such_words(self, query: Query, words: Sequence[Word]) -> bool:
        """Whether no document holds all the words, whatever else was chosen."""
        [answer] = self._ask([_first(whole(text_tree(words), (), query.without))], query)
        return reading.total(answer) == 0

    def _found(
        self, query: Query, words: Sequence[Word], at_least: int | None, answer: dict[str, Any] | None = None
    ) -> Found:
        if answer is None:
            [answer] = self._ask([_body(query, words, at_least)], query)
        total, page = reading.total(answer), _page(query)
        last = pages(total, query.size)
        if page > last:
            query, page = replace(query, page=last), last
            [answer] = self._ask([_body(query, words, at_least)], query)
        hits = _hits(query, bool(words), answer)
        return Found(tuple(hits), total, page, last, counts.read(query, answer))


def _first(tree: Tree) -> Tree:
    return {"query": tree, "size": 1, "_source": False, "docvalue_fields": ["weight"], "track_total_hits": 1}


def _page(query: Query) -> int:
    return max(1, min(query.page, PAGES_DEEP_MAX, RESULT_WINDOW // query.size))


def _column(query: Query) -> tuple[str, str] | None:
    """The column a result is ordered by, unless by relevance or weight."""
    if query.slot is not None and query.sort in (Sort.LANDED_UNIT, Sort.LANDED_SHIPMENT):
        return f"{query.sort}_{query.slot}", "asc"
    return _COLUMNS.get(query.sort)


def _is_mixed(query: Query) -> bool:
    """Whether the page is among the first, whose hits are weighed and mixed together."""
    return _column(query) is None and _page(query) * query.size <= window(query.size)


def _body(query: Query, words: Sequence[Word], at_least: int | None) -> dict[str, Any]:
    """Hits, total and facets in one search."""
    text = text_tree(words, at_least=at_least) if words else None
    shared, apart = counts.split(query, filter_trees(query))
    together = _is_mixed(query)
    body: dict[str, Any] = {
        "query": whole(text, shared, query.without),
        "size": min(window(query.size) if together else query.size, RESULT_WINDOW),
        "from": 0 if together else (_page(query) - 1) * query.size,
        "_source": False,
        "docvalue_fields": ["id", "weight", "family"],
        "track_total_hits": True,
        "track_scores": text is not None and _column(query) is None,
        "sort": _order(query, bool(words)),
    }
    if apart:
        body["post_filter"] = {"bool": {"filter": [tree for trees in apart.values() for tree in trees]}}
    if query.facets:
        body["aggs"] = counts.asked(query, apart)
    return body


def _order(query: Query, scored: bool) -> list[dict[str, Any]]:
    """The column, the relevance or the weight; what is equal stands by its id, on every copy alike."""
    column = _column(query)
    if column is not None:
        return [{column[0]: {"order": column[1], "missing": "_last"}}, {"id": "asc"}]
    return [{"_score": "desc"} if scored else {"weight": "desc"}, {"id": "asc"}]


def _hits(query: Query, scored: bool, answer: Mapping[str, Any]) -> list[Hit]:
    rows = answer["hits"]["hits"]
    if _column(query) is not None:
        return [Hit(row["fields"]["id"][0], 0.0) for row in rows]
    candidates = [_candidate(row, scored) for row in rows]
    if not _is_mixed(query):
        return unmixed(candidates)
    start = (_page(query) - 1) * query.size
    return mixed(candidates)[start : start + query.size]


def _candidate(row: Mapping[str, Any], scored: bool) -> Candidate:
    fields = row["fields"]
    relevance = float(row["_score"]) if scored else 1.0
    return Candidate(fields["id"][0], relevance, fields["weight"][0], fields.get("family", [""])[0])
