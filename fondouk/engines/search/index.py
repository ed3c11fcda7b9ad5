"""The face of the search engine: put, remove, find, suggest, rebuild, state.

`SEARCH_URL` picks what stands behind it: `tantivy:<folder>`, the embedded engine, or `https://…`, an OpenSearch
cluster.
Only the indexer process calls `put`, `remove` and `rebuild`; any process may `find` and `suggest`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from django.conf import settings

from fondouk.engines.search.shapes import (
    EVERY_TAG,
    FACETS,
    LANGUAGES,
    SLOTS,
    Bar,
    Document,
    Facets,
    Found,
    Hit,
    NoIndex,
    Query,
    SearchBusy,
    SearchDown,
    Sort,
    State,
    SuggestedProduct,
    SuggestedWord,
    Suggestions,
    WrongAddress,
)
from fondouk.engines.search.words.folding import words as words
from fondouk.engines.search.words.keys import asked_keys as asked_keys
from fondouk.engines.search.words.keys import keys_of as keys_of

__all__ = [
    "EVERY_TAG",
    "FACETS",
    "LANGUAGES",
    "SLOTS",
    "Bar",
    "Document",
    "Facets",
    "Found",
    "Hit",
    "NoIndex",
    "Query",
    "SearchBusy",
    "SearchDown",
    "Sort",
    "State",
    "SuggestedProduct",
    "SuggestedWord",
    "Suggestions",
    "ailment",
    "asked_keys",
    "close",
    "explain",
    "find",
    "keys_of",
    "put",
    "rebuild",
    "remove",
    "state",
    "suggest",
    "words",
]


class Engine(Protocol):
    """What an engine behind the face must do."""

    def put(self, documents: Iterable[Document], remove: Iterable[str] = ()) -> None: ...
    def find(self, query: Query) -> Found: ...
    def suggest(self, prefix: str, language: str, limit: int) -> Suggestions: ...
    def explain(self, query: Query, id: str) -> dict[str, object]: ...
    def rebuild(self, documents: Iterable[Document]) -> int: ...
    def state(self) -> State: ...
    def ailment(self) -> str: ...
    def close(self) -> None: ...


def put(documents: Iterable[Document], *, remove: Iterable[str] = ()) -> None:
    """Make the documents findable (replacing those of the same id) and `remove` the ids, in one durable commit."""
    _engine().put(documents, remove)


def remove(ids: Iterable[str]) -> None:
    """Make the ids unfindable; unknown ids are no error."""
    _engine().put((), ids)


def find(query: Query) -> Found:
    """Answer a query. Any text is allowed; nothing in it is syntax. Raises SearchDown."""
    return _engine().find(query)


def suggest(prefix: str, language: str, *, limit: int = 8) -> Suggestions:
    """Complete what is being typed, in the reader's language. Raises SearchDown."""
    return _engine().suggest(prefix, language if language in LANGUAGES else LANGUAGES[0], limit)


def explain(query: Query, id: str) -> dict[str, object]:
    """Why the document stands where it stands in the query's result: words met, relevance, weight."""
    return _engine().explain(query, id)


def rebuild(documents: Iterable[Document]) -> int:
    """Build a whole new index beside the live one and swap it in without a gap; returns the number of documents."""
    return _engine().rebuild(documents)


def state() -> State:
    """Commit stamp, number of documents and schema version. Raises SearchDown."""
    return _engine().state()


def ailment() -> str:
    """What is not well although it answers, in a few words for the operator; empty where all is. Raises SearchDown."""
    return _engine().ailment()


def close() -> None:
    """Let another process write; for commands that wrote and stay."""
    _engine().close()


def _engine() -> Engine:
    return _engine_at(settings.SEARCH_URL)


@lru_cache(maxsize=4)
def _engine_at(url: str) -> Engine:
    kind, _, rest = url.partition(":")
    if kind == "tantivy":
        from fondouk.engines.search.tantivy.engine import TantivyEngine

        return TantivyEngine(rest)
    if kind in ("http", "https"):
        from fondouk.engines.search.opensearch.engine import OpenSearchEngine

        return OpenSearchEngine(url)
    raise WrongAddress(f"SEARCH_URL must begin with tantivy:, http: or https:, not {kind!r}")
