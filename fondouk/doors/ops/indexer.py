"""The indexer: the one process that writes the search index.

Its news is `discovery.listing.changed`, recorded with the Listing row, so it never meets an old one. It takes up to a
hundred, makes the index durable, and only then deletes the news and commits: a killed indexer does the same again.
News that cannot be indexed is counted and set aside like any reader's, so that the rest goes on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, connection, transaction

from fondouk.doors import clock
from fondouk.doors.ops import readers
from fondouk.doors.ops.readers import Bell
from fondouk.engines.events import journal
from fondouk.engines.search import index
from fondouk.engines.tables import scope
from fondouk.market.discovery import queries

READER = "indexer"
BATCH = 100
PRODUCTS_MAX = 2_000
GATHER_SECONDS = 0.05
POLL_SECONDS = 1.0
PAUSE_SECONDS_MAX = 30.0

logger = logging.getLogger(__name__)


class Unreadable(Exception):
    """A piece of news cannot be indexed; it is tried again, and set aside in the end."""


def index_once(limit: int = BATCH) -> int:
    """One batch: what is still public is put, the rest removed; returns how much news was read."""
    with scope.as_system(), transaction.atomic():
        news = journal.unread(READER, limit)
        if news:
            news = _at_most(news)
            _tell({product for one in news for product in _products(one)})
            journal.done(news)
    return len(news)


def _products(news: journal.News) -> list[str]:
    return list(news.data.get("products", [news.subject]))


def _tell(changed: Iterable[str]) -> None:
    """Let the index hold of these products what the table holds."""
    wanted = set(changed)
    documents = queries.documents(wanted)
    index.put(documents, remove=wanted - {document.id for document in documents})


def _tell_singly(news: list[journal.News], *, at: datetime) -> None:  # noqa: ARG001
    """Product by product, so that one that cannot be indexed holds up no other; raises what the first came to."""
    failed: Exception | None = None
    for product in (product for one in news for product in _products(one)):
        try:
            _tell([product])
        except readers.AWAY:
            raise
        except Exception as error:
            logger.exception("%s cannot be indexed", product)
            failed = failed or error
    if failed is not None:
        raise failed


def _at_most(news: list[journal.News]) -> list[journal.News]:
    """As much news as one batch of products holds, at least one: refreshed costs come many to one piece of news."""
    held = 0
    for number, one in enumerate(news):
        held += len(_products(one))
        if held > PRODUCTS_MAX and number:
            return news[:number]
    return news


def index_all() -> int:
    """Batches until no news is left; for tests, the seed and commands."""
    total = 0
    while read := index_once():
        total += read
    return total


def rebuild() -> int | None:
    """Write a whole new index beside the live one and swap; returns the number of documents. Raises SearchDown.

    While the indexer runs, it alone may write: it is asked to, this waits for nothing and returns None.
    """
    try:
        with scope.as_system():
            return index.rebuild(queries.all_documents())
    except index.SearchBusy:
        _ask()
        with scope.as_system():
            journal.wake()
        return None


def run(stop: threading.Event) -> None:
    """Index until stopped: woken by NOTIFY, and each second in case one was missed."""
    failures = 0
    with Bell(stop) as bell:
        while not stop.is_set():
            try:
                busy = _turn(stop)
                failures = 0
            except Exception:
                failures += 1
                logger.exception("indexing failed, the %d. time in a row", failures)
                close_old_connections()
                stop.wait(min(2**failures / 4, PAUSE_SECONDS_MAX))
                continue
            if not busy:
                bell.wait(POLL_SECONDS)
    index.close()
    connection.close()


def _turn(stop: threading.Event) -> bool:
    """One look at requests and news; whether there may be more at once."""
    if _missing() or _request().exists():
        _request().unlink(missing_ok=True)
        try:
            with scope.as_system():
                logger.info("%d listings indexed anew", index.rebuild(queries.all_documents()))
        except BaseException:
            _ask()
            raise
    read = _read()
    if 0 < read < BATCH:
        stop.wait(GATHER_SECONDS)
    return read > 0


def _read() -> int:
    """A batch; where it fails for what it holds, one piece of news after the other up to what cannot be indexed."""
    try:
        return index_once()
    except readers.AWAY:
        raise
    except Exception:
        count, error = readers.read_singly(READER, _tell_singly, clock.now())
        if error:
            raise Unreadable(error) from None
        return count


def _missing() -> bool:
    try:
        index.state()
    except index.NoIndex:
        return True
    except index.SearchDown:  # a cluster that is down for a moment has lost nothing
        return False
    return False


def _ask() -> None:
    settings.SEARCH_INDEX.mkdir(parents=True, exist_ok=True)
    _request().touch()


def _request() -> Path:
    return Path(settings.SEARCH_INDEX) / "rebuild.request"
