"""Writing: one process, a durable commit a batch; a rebuild beside the live index, swapped in when whole."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from fondouk.engines.search.opensearch.builds import Builds
from fondouk.engines.search.opensearch.calls import BUSY, PATIENT_SECONDS, Calls
from fondouk.engines.search.opensearch.mapping import filled
from fondouk.engines.search.opensearch.position import Position
from fondouk.engines.search.shapes import Document, NoIndex, SearchDown

CHUNK_DOCUMENTS = 500
CHUNK_BYTES = 4_000_000
SENDERS = 2

logger = logging.getLogger(__name__)

Line = tuple[str, str]
"""A document's id and its lines of a bulk request."""


class Rejected(ValueError):
    """The cluster will never take these documents as they are."""


class Writing:
    """The writer of one cluster index."""

    def __init__(self, calls: Calls, position: Position, builds: Builds) -> None:
        self._calls = calls
        self._position = position
        self._builds = builds
        self._one_at_a_time = threading.RLock()
        self._meanwhile: dict[str, Document | None] | None = None

    def put(self, documents: Iterable[Document], remove: Iterable[str]) -> None:
        """Replace and remove, durable and findable when this returns. While a rebuild runs, it is told too."""
        changes: dict[str, Document | None] = {document.id: document for document in documents}
        changes.update(dict.fromkeys(remove, None))
        with self._one_at_a_time:
            self._open()
            if changes:
                self._apply(self._builds.alias, changes, require_alias=True)
                self._position.commit()
            if self._meanwhile is not None:
                self._meanwhile.update(changes)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Write all documents into a new build, catch up with what was put meanwhile, swap. Safe beside `put`."""
        self._position.hold()
        self._meanwhile = {}
        build = self._builds.create(loading=True)
        try:
            total = self._load(build, documents)
            self._builds.loaded(build)
            with self._one_at_a_time:
                self._position.hold()
                self._apply(build, self._meanwhile)
                self._builds.swap(build)
                self._position.commit(build)
                self._meanwhile = None
        except BaseException:
            self._meanwhile = None
            self._forget(build)
            raise
        return total

    def close(self) -> None:
        """Let another process write."""
        with self._one_at_a_time:
            self._position.release()

    def _open(self) -> None:
        """Hold the turn over an index that is there; where no position tells of one, over a new and empty one."""
        if not self._position.hold().build:
            build = self._builds.create(loading=False)
            self._builds.swap(build)
            self._position.commit(build)

    def _forget(self, build: str) -> None:
        """Drop a build that came to nothing, unless it is live: perhaps only the answer to the swap was lost."""
        try:
            if self._builds.live() != build:
                self._builds.drop(build)
        except SearchDown:
            logger.warning("the unfinished build %s stays until the next rebuild", build)

    def _apply(self, index: str, changes: dict[str, Document | None], **params: bool) -> None:
        version = self._position.next_version()
        for chunk in _chunks(_line(id, document, version) for id, document in changes.items()):
            self._send(index, chunk, refresh=True, **params)

    def _load(self, build: str, documents: Iterable[Document]) -> int:
        """Send a rebuild's documents while the next are being read; returns how many."""
        version = self._position.next_version()
        total = 0
        under_way: set[Future[None]] = set()
        with ThreadPoolExecutor(SENDERS) as senders:
            for chunk in _chunks(_line(document.id, document, version) for document in documents):
                if len(under_way) >= 2 * SENDERS:
                    under_way = _some_done(under_way)
                under_way.add(senders.submit(self._send, build, chunk))
                total += len(chunk)
                self._position.hold()
            _all_done(under_way)
        return total

    def _send(self, index: str, chunk: list[Line], **params: bool) -> None:
        """One bulk request, and again those of its documents that the cluster had no room for just now."""
        until, pause, left = time.monotonic() + PATIENT_SECONDS, 0.1, dict(chunk)
        while left:
            answer = self._calls.write("POST", f"/{index}/_bulk", "".join(left.values()), **params)
            busy, refused = _unwell(answer)
            if refused:
                raise Rejected(f"{len(refused)} documents are refused, the first: {refused[0]}")
            left = {id: left[id] for id in busy}
            if left and time.monotonic() + pause > until:
                raise SearchDown(
                    f"the search cluster had no room for {len(left)} documents for {PATIENT_SECONDS:.0f} s"
                )
            if left:
                logger.warning("%d of %d documents are sent again", len(left), len(chunk))
                time.sleep(pause)
                pause = min(2 * pause, 5.0)


def _line(id: str, document: Document | None, version: int) -> Line:
    """A later version stays where an earlier one comes late: a request that timed out may still be carried out."""
    about = {"_id": id, "version": version, "version_type": "external_gte"}
    if document is None:
        return id, f"{json.dumps({'delete': about})}\n"
    return id, f"{json.dumps({'index': about})}\n{json.dumps(filled(document), ensure_ascii=False)}\n"


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line[1])
        if len(chunk) >= CHUNK_DOCUMENTS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _unwell(answer: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The ids to send again, and what is refused for good. A version conflict is neither: newer is there already."""
    busy, refused = [], []
    for item in answer["items"] if answer.get("errors") else ():
        [(verb, done)] = item.items()
        status = done["status"]
        if status in BUSY or status >= 500:
            busy.append(done["_id"])
        elif verb != "delete" and status == 404:
            raise NoIndex("the search index is gone")
        elif status >= 400 and status not in (404, 409):
            refused.append(f"{done['_id']}: {done.get('error', {}).get('reason', status)}")
    return busy, refused


def _some_done(futures: set[Future[None]]) -> set[Future[None]]:
    done, rest = wait(futures, return_when=FIRST_COMPLETED)
    for one in done:
        one.result()
    return rest


def _all_done(futures: Iterable[Future[None]]) -> None:
    for one in futures:
        one.result()
