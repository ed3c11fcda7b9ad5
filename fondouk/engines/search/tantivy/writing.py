"""Writing: one process, one writer, a commit a batch; a rebuild beside the live index, swapped in when whole."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from pathlib import Path

import tantivy

from fondouk.engines.search.shapes import Document, SearchDown
from fondouk.engines.search.tantivy.folder import Folder
from fondouk.engines.search.tantivy.schema import filled, schema

_HEAP = 64_000_000
_REBUILD_HEAP_MAX = 1_000_000_000
"""The more documents are gathered before they are written, the fewer parts have to be merged afterwards."""


class Writing:
    """The writer of one folder. Opened on first use, after any fork; keeps the lock until the process ends."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._one_at_a_time = threading.RLock()
        self._meanwhile: dict[str, Document | None] | None = None

    def put(self, documents: Iterable[Document], remove: Iterable[str]) -> None:
        """Replace and remove in one commit. While a rebuild runs, it is told too."""
        changes: dict[str, Document | None] = {document.id: document for document in documents}
        changes.update(dict.fromkeys(remove, None))
        with self._one_at_a_time:
            _apply(self._opened(), changes)
            if self._meanwhile is not None:
                self._meanwhile.update(changes)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Write all documents into a new build, catch up with what was put meanwhile, swap. Safe beside `put`."""
        self._folder.lock()
        self._meanwhile = {}
        build = self._folder.new_build()
        writer = _created(build).writer(heap_size=_rebuild_heap(), num_threads=2)
        total = 0
        for document in documents:
            writer.add_document(filled(document))
            total += 1
        writer.commit()
        with self._one_at_a_time:
            self._let_go()
            _apply(writer, self._meanwhile)
            self._meanwhile = None
            writer.wait_merging_threads()
            self._folder.swap(build)
        return total

    def close(self) -> None:
        """Wait for merges, let the writer go and the lock with it."""
        with self._one_at_a_time:
            self._let_go()
            self._folder.unlock()

    def _opened(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._folder.lock()
            live = self._folder.live()
            if live is None:
                live = self._folder.new_build()
                _created(live).writer(heap_size=_HEAP, num_threads=1).commit()
                self._folder.swap(live)
            self._writer = tantivy.Index.open(str(live)).writer(heap_size=_HEAP, num_threads=1)
            self._writer.garbage_collect_files()  # of a killed writer's last commit, whose names the next one may want
        return self._writer

    def _let_go(self) -> None:
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None


def _rebuild_heap() -> int:
    """A sixteenth of the machine's memory, in bytes."""
    return max(_HEAP, min(_REBUILD_HEAP_MAX, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 16))


def _created(build: Path) -> tantivy.Index:
    return tantivy.Index(schema(), str(build))


def _apply(writer: tantivy.IndexWriter, changes: dict[str, Document | None]) -> None:
    """One commit. Raises what a document that cannot be read comes to before anything is written; else SearchDown."""
    if not changes:
        return
    made = {id: filled(document) if document is not None else None for id, document in changes.items()}
    try:
        for id, row in made.items():
            writer.delete_documents_by_term("id", id)
            if row is not None:
                writer.add_document(row)
        writer.commit()
    except Exception as error:
        writer.rollback()
        writer.garbage_collect_files()
        raise SearchDown(f"the index cannot be written: {error}") from error
    except BaseException:
        writer.rollback()
        raise
