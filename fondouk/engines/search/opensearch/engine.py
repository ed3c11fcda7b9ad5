"""The cluster engine as the face sees it: reading in any process, writing in one."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from fondouk.engines.search.opensearch import address, suggesting
from fondouk.engines.search.opensearch.asking import Asking
from fondouk.engines.search.opensearch.builds import Builds
from fondouk.engines.search.opensearch.calls import Calls, Refusal
from fondouk.engines.search.opensearch.mapping import VERSION
from fondouk.engines.search.opensearch.position import Position
from fondouk.engines.search.opensearch.writing import Writing
from fondouk.engines.search.shapes import Document, Found, NoIndex, Query, State, Suggestions

CACHED = 2_000
STAMP_SECONDS = 0.2
"""How long an answer in memory may outlive a commit of another process."""


class OpenSearchEngine:
    """An index in a cluster, at the address that `SEARCH_URL` gives."""

    def __init__(self, url: str) -> None:
        self._calls = Calls(address.read(url))
        self._builds = Builds(self._calls)
        self._position = Position(self._calls)
        self._writing = Writing(self._calls, self._position, self._builds)
        self._asking = Asking(self._calls, self._builds.alias)
        self._cache: OrderedDict[tuple[Query, str], Found] = OrderedDict()
        self._stamp, self._stamp_until = "", 0.0

    # -- writing: the indexer process only ------------------------------------------------------------------------

    def put(self, documents: Iterable[Document], remove: Iterable[str] = ()) -> None:
        """See the face."""
        self._writing.put(documents, remove)
        self._stamp_until = 0.0

    def rebuild(self, documents: Iterable[Document]) -> int:
        """See the face."""
        total = self._writing.rebuild(documents)
        self._stamp_until = 0.0
        return total

    def close(self) -> None:
        """Let another process write."""
        self._writing.close()

    # -- reading ---------------------------------------------------------------------------------------------------

    def state(self) -> State:
        """See the face."""
        stamp = self._position.standing().stamp
        try:
            held = self._calls.read("GET", f"/{self._builds.alias}/_count")["count"]
        except Refusal as refusal:
            raise (NoIndex("there is no search index yet") if refusal.status == 404 else refusal) from refusal
        return State(stamp, held, VERSION, f"OpenSearch at {self._calls.address}, {self._builds.alias}")

    def ailment(self) -> str:
        """See the face."""
        health = self._calls.read("GET", f"/_cluster/health/{self._builds.alias}")
        if health["status"] == "green":
            return ""
        return f"the cluster is {health['status']}: {health['unassigned_shards']} copies of the index are missing"

    def find(self, query: Query) -> Found:
        """See the face. The same query on the same commit is answered from memory."""
        started = time.perf_counter()
        stamp = self._current_stamp()
        key = (query, stamp)
        if (known := self._cache.get(key)) is not None:
            return replace(known, took=time.perf_counter() - started)
        found = replace(self._asking.answer(query), took=time.perf_counter() - started, stamp=stamp)
        self._cache[key] = found
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return found

    def suggest(self, prefix: str, language: str, limit: int) -> Suggestions:
        """See the face."""
        started = time.perf_counter()
        trees, lead = suggesting.questions(prefix, language, limit)
        if not trees:
            return Suggestions()
        answers = self._calls.search(self._builds.alias, trees)
        made = suggesting.read_answers(answers, lead, language, limit)
        return replace(made, took=time.perf_counter() - started)

    def explain(self, query: Query, id: str) -> dict[str, object]:
        """See the face."""
        hit, given = self._asking.gives(query.text, id)
        if hit is None or not given:
            return {"id": id, "found": hit is not None, "words": []}
        weight, relevance = float(hit["fields"]["weight"][0]), sum(score for _, score in given)
        met = [{"word": word.text, "stems": list(word.stems), "gives": round(score, 3)} for word, score in given]
        return {
            "id": id, "found": True, "words": met, "relevance": relevance, "weight": weight,
            "score": relevance * weight,
        }  # fmt: skip

    def _current_stamp(self) -> str:
        now = time.monotonic()
        if now >= self._stamp_until:
            self._stamp = self._position.standing().stamp
            self._stamp_until = now + STAMP_SECONDS
        return self._stamp
