"""The embedded engine as the face sees it: reading in any process, writing in one."""

from __future__ import annotations

import json
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

import tantivy

from fondouk.engines.search.ranking import PAGES_DEEP_MAX, RERANKED, VARIETY
from fondouk.engines.search.shapes import (
    Document,
    Facets,
    Found,
    Hit,
    NoIndex,
    Query,
    Sort,
    State,
    Suggestions,
)
from fondouk.engines.search.tantivy import counts, halves, mending, suggesting
from fondouk.engines.search.tantivy.compile import Tree, filter_trees, text_tree, whole
from fondouk.engines.search.tantivy.folder import Folder, Stamp
from fondouk.engines.search.tantivy.schema import ID_COLUMNS, RANK_STEPS, VERSION, id_of
from fondouk.engines.search.tantivy.writing import Writing
from fondouk.engines.search.words.question import Word, read

CACHED = 2_000
_ORDERS = {
    Sort.MINIMUM: ("minimum", tantivy.Order.Asc),
    Sort.LEAD: ("lead", tantivy.Order.Asc),
    Sort.NEWEST: ("newest", tantivy.Order.Desc),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """The index as of one commit."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    stamp: str


class TantivyEngine:
    """An index in a folder. Opened on first use, again after a fork, reloaded when a commit or a swap is seen."""

    def __init__(self, root: str) -> None:
        self._folder = Folder(root)
        self._writing = Writing(self._folder)
        self._lock = threading.Lock()
        self._cache: OrderedDict[tuple[Query, str], Found] = OrderedDict()
        self._forget()

    # -- writing: the indexer process only ------------------------------------------------------------------------

    def put(self, documents: Iterable[Document], remove: Iterable[str] = ()) -> None:
        """See the face."""
        self._writing.put(documents, remove)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """See the face."""
        return self._writing.rebuild(documents)

    def close(self) -> None:
        """Let another process write: waits for merges that still run."""
        self._writing.close()

    # -- reading ---------------------------------------------------------------------------------------------------

    def state(self) -> State:
        """See the face."""
        reader = self._reader()
        return State(reader.stamp, reader.searcher.num_docs, VERSION, str(self._folder.live()))

    def ailment(self) -> str:
        """See the face."""
        return ""

    def find(self, query: Query) -> Found:
        """See the face. The same query on the same commit is answered from memory."""
        started = time.perf_counter()
        reader = self._reader()
        key = (query, reader.stamp)
        if (known := self._cache.get(key)) is not None:
            return replace(known, took=time.perf_counter() - started)
        found = replace(_answer(reader, query), took=time.perf_counter() - started)
        self._cache[key] = found
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return found

    def suggest(self, prefix: str, language: str, limit: int) -> Suggestions:
        """See the face."""
        started = time.perf_counter()
        reader = self._reader()
        made = suggesting.suggest(reader.searcher, reader.schema, prefix, language, limit)
        return replace(made, took=time.perf_counter() - started)

    def explain(self, query: Query, id: str) -> dict[str, object]:
        """See the face."""
        reader = self._reader()
        words, _, at_least = _understood(reader, read(query.text))
        return explanation(reader, words, at_least, id)

    def _forget(self) -> None:
        self._pid = os.getpid()
        self._seen: Stamp | None = None
        self._index: tantivy.Index | None = None
        self._where = ""
        self._current: Reader | None = None

    def _reader(self) -> Reader:
        stamp = self._folder.stamp()
        current = self._current
        if current is not None and stamp == self._seen and self._pid == os.getpid():
            return current
        with self._lock:
            if self._pid != os.getpid():
                self._forget()
            if stamp is None:
                raise NoIndex("there is no search index yet")
            return self._reopened(stamp)

    def _reopened(self, stamp: Stamp) -> Reader:
        where = str(self._folder.live())
        if self._index is None or where != self._where:
            self._index = tantivy.Index.open(where)
            self._index.config_reader("manual")
            self._where = where
        self._index.reload()
        self._current = Reader(self._index.searcher(), self._index.schema, "-".join(f"{part:x}" for part in stamp))
        self._seen = stamp
        return self._current


def _answer(reader: Reader, query: Query) -> Found:
    """Find as asked; then with unknown words mended; then with most of the words."""
    asked = read(query.text)
    if query.text.strip() and not asked:
        return Found((), 0, 1, 1, stamp=reader.stamp)
    words, meant, at_least = _understood(reader, asked)
    if asked and not words:
        return Found((), 0, 1, 1, stamp=reader.stamp)
    loosened = at_least is not None or len(words) < len(asked)
    found = _search(reader, query, words, at_least)
    if not found.total and len(words) > 1 and at_least is None and _no_such_words(reader, query, words):
        found, loosened = _search(reader, query, words, len(words) - 1), True
    return replace(found, meant=meant, loosened=loosened and found.total > 0)


def _understood(reader: Reader, asked: Sequence[Word]) -> tuple[list[Word], str | None, int | None]:
    """The words to look for, the text to tell the reader where some were mended, and how many must be held."""
    words: list[Word] = []
    told = False
    for word in asked:
        if mending.known(reader.searcher, word):
            words.append(mending.widened(reader.searcher, reader.schema, word))
        elif (mended := mending.mend(reader.searcher, reader.schema, word)) is not None:
            words.append(mended[0])
            told = told or mended[1]
    return words, " ".join(word.text for word in words) if told else None, None


def _tree_but(
    reader: Reader, query: Query, words: Sequence[Word], at_least: int | None
) -> Callable[[str | None], Tree]:
    text = text_tree(reader.schema, words, at_least=at_least) if words else None

    def tree(but: str | None) -> Tree:
        return whole(reader.schema, text, filter_trees(reader.schema, query, but=but), query.without)

    return tree


def _no_such_words(reader: Reader, query: Query, words: Sequence[Word]) -> bool:
    """Whether no document holds all the words, whatever else was chosen."""
    tree = _tree_but(reader, replace(query, chosen=(), landed=(None, None)), words, None)(None)
    return _count(reader.searcher.search(tree, 1)) == 0


def _count(result: Any) -> int:
    """The binding gives the total, its type stubs do not say so."""
    return int(result.count)


def _search(reader: Reader, query: Query, words: Sequence[Word], at_least: int | None) -> Found:
    tree_but = _tree_but(reader, query, words, at_least)
    tree = tree_but(None)
    order = _order(query)
    ranked = _by_relevance if words and order is None else _by_column
    (hits, total, page), facets = halves.both(
        lambda: ranked(reader, query, tree, order),
        lambda: counts.count(reader.searcher, query, tree_but) if query.facets else Facets(),
        worth=bool(query.facets) and _many(reader, words),
    )
    pages = max(1, min(-(-total // query.size), PAGES_DEEP_MAX))
    return Found(tuple(hits), total, page, pages, facets, stamp=reader.stamp)


def _many(reader: Reader, words: Sequence[Word]) -> bool:
    """Whether so many documents hold each word that counting them takes long enough to be done beside."""
    searcher = reader.searcher
    return searcher.num_docs >= halves.WORTH_MIN and all(
        sum(searcher.doc_freq("text", stem) for stem in word.stems) >= halves.WORTH_MIN for word in words
    )


def _order(query: Query) -> tuple[str, tantivy.Order] | None:
    if query.sort in _ORDERS:
        return _ORDERS[query.sort]
    if query.slot is not None and query.sort in (Sort.LANDED_UNIT, Sort.LANDED_SHIPMENT):
        return f"{query.sort}_{query.slot}", tantivy.Order.Asc
    return None


def _page(query: Query, total: int) -> int:
    last = max(1, min(-(-total // query.size), PAGES_DEEP_MAX))
    return max(1, min(query.page, last))


def _by_column(
    reader: Reader, query: Query, tree: Tree, order: tuple[str, tantivy.Order] | None
) -> tuple[list[Hit], int, int]:
    if order is None:
        return _ranked(reader, query, tree, order_by_field="rank")
    page = max(1, min(query.page, PAGES_DEEP_MAX))
    column, direction = order
    result = reader.searcher.search(
        tree, query.size, order_by_field=column, order=direction, offset=(page - 1) * query.size
    )
    if (last := _page(query, _count(result))) != page:
        return _by_column(reader, replace(query, page=last), tree, order)
    return [Hit(id, 0.0) for id in _ids(reader, [address for _, address in result.hits])], _count(result), page


def _by_relevance(
    reader: Reader, query: Query, tree: Tree, _order: tuple[str, tantivy.Order] | None
) -> tuple[list[Hit], int, int]:
    return _ranked(reader, query, tree)


def _ranked(reader: Reader, query: Query, tree: Tree, **order: Any) -> tuple[list[Hit], int, int]:
    """Text relevance, or the rank column where there is no text; on the first pages weighed and mixed."""
    window = query.size * max(1, RERANKED // query.size)
    page = max(1, min(query.page, PAGES_DEEP_MAX))
    deep = page * query.size > window
    start = (page - 1) * query.size
    result = reader.searcher.search(tree, query.size if deep else window, offset=start if deep else 0, **order)
    if (last := _page(query, _count(result))) != page:
        return _ranked(reader, replace(query, page=last), tree, **order)
    weighed = _weighed(reader, result.hits, scored=not order)
    mixed = weighed if deep else _mixed(reader, weighed)[start : start + query.size]
    ids = _ids(reader, [hit[-1] for hit in mixed])
    return [Hit(id, *hit[:4]) for id, hit in zip(ids, mixed, strict=True)], _count(result), page


Weighed = tuple[float, float, float, float, Any]
"""score, relevance, weight, variety, address"""


def _weighed(reader: Reader, hits: Sequence[tuple[float, Any]], *, scored: bool) -> list[Weighed]:
    addresses = [address for _, address in hits]
    weights = [(rank or RANK_STEPS) / RANK_STEPS for rank in reader.searcher.fast_field_values("rank", addresses)]
    relevance = [score for score, _ in hits] if scored else [1.0] * len(hits)
    return [
        (score * weight, score, weight, 1.0, address)
        for score, weight, address in zip(relevance, weights, addresses, strict=True)
    ]


def _mixed(reader: Reader, hits: list[Weighed]) -> list[Weighed]:
    """By score, each member of a family counting less the more of it stands before: no supplier fills a page."""
    families = reader.searcher.fast_field_values("family", [hit[-1] for hit in hits])
    before: dict[Any, int] = {}
    found = []
    for at in sorted(range(len(hits)), key=lambda at: -hits[at][0]):
        family, hit = families[at], hits[at]
        stood = before.get(family, 0)
        if family:
            before[family] = stood + 1
        found.append((hit[0] * VARIETY**stood, hit[1], hit[2], VARIETY**stood, hit[4]) if stood else hit)
    found.sort(key=itemgetter(0), reverse=True)
    return found


def _ids(reader: Reader, addresses: list[Any]) -> list[str]:
    """The ids of documents, from the columns; of those too long for these, from the documents."""
    columns = [reader.searcher.fast_field_values(name, addresses) for name in ID_COLUMNS]
    return [
        id_of(*numbers) or str(reader.searcher.doc(address)["id"][0])
        for address, *numbers in zip(addresses, *columns, strict=True)
    ]


def explanation(reader: Reader, words: Sequence[Word], at_least: int | None, id: str) -> dict[str, object]:
    """The words met and what each gave, in plain values."""
    one = Tree.term_query(reader.schema, "id", id, index_option="basic")
    hits = reader.searcher.search(one, 1).hits
    if not hits or not words:
        return {"id": id, "found": bool(hits), "words": []}
    address = hits[0][1]
    relevance, weight = 0.0, _weighed(reader, [(1.0, address)], scored=True)[0][2]
    met = []
    for word in words:
        tree = text_tree(reader.schema, [word], at_least=at_least)
        try:
            value = json.loads(tree.explain(reader.searcher, address).to_json()).get("value", 0.0)
        except ValueError:
            value = 0.0
        relevance += value
        met.append({"word": word.text, "stems": list(word.stems), "gives": round(value, 3)})
    return {
        "id": id,
        "found": True,
        "words": met,
        "relevance": relevance,
        "weight": weight,
        "score": relevance * weight,
    }
