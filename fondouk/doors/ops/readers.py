"""The loop that brings the journal's news to its readers.

A noun's reader is a function `read(news, *, at)` named in `READERS = {"its name": read}` of `market/<noun>/readers.py`;
the noun's app registers the name and its wants with the journal. The loop takes up to a hundred unread events with
SKIP LOCKED, hands them over, deletes them and commits: a reader that was killed reads them again, so it acts
idempotently on the current state. The indexer has a loop of its own, because it may delete only after its engine's
commit.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection, transaction

from fondouk.doors import clock
from fondouk.engines.events import journal
from fondouk.engines.search.index import SearchDown
from fondouk.engines.tables import scope

AWAY = (OperationalError, InterfaceError, SearchDown)
"""A database or a search that is away is not the fault of what was to be read."""
POLL_SECONDS = 1.0
PAUSE_SECONDS_MAX = 30.0

logger = logging.getLogger(__name__)


class Read(Protocol):
    """What a noun does on others' news."""

    def __call__(self, news: list[journal.News], *, at: datetime) -> None: ...


def found() -> dict[str, Read]:
    """Every reader of the market by its name."""
    readers: dict[str, Read] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("fondouk.market.") and find_spec(f"{app.name}.readers"):
            readers |= getattr(import_module(f"{app.name}.readers"), "READERS", {})
    return readers


def read_once(name: str, read: Read, at: datetime, limit: int = 100) -> int:
    """One batch for one reader in one transaction; returns how many events it read."""
    with scope.as_system(), transaction.atomic():
        news = journal.unread(name, limit)
        if news:
            read(news, at=at)
            journal.done(news)
    return len(news)


def read_all(at: datetime) -> int:
    """Batches until nobody has unread news; for tests, the seed and commands. Returns how many events were read."""
    total = 0
    while read := sum(read_once(name, function, at) for name, function in found().items()):
        total += read
    return total


def read_singly(name: str, read: Read, at: datetime, limit: int = 100) -> tuple[int, str]:
    """One event after the other, after a batch has failed: (how many were read, why it stopped or "").

    The event that fails is counted and, after several tries, set aside; what came before and after keeps its order.
    """
    count = 0
    for _turn in range(limit):
        with scope.as_system(), transaction.atomic():
            news = journal.unread(name, 1)
            if not news:
                return count, ""
            error = _error_of(read, news, at)
            if error is None:
                journal.done(news)
                count += 1
            elif not journal.failed(news[0], error, at=at):
                return count, error
    return count, ""


def _error_of(read: Read, news: list[journal.News], at: datetime) -> str | None:
    """What reading came to; its writes are undone where it failed. Raises what is not the event's fault."""
    try:
        with transaction.atomic():
            read(news, at=at)
    except AWAY:
        raise
    except Exception as error:
        logger.exception("%s could not be read", news[0].name)
        return f"{type(error).__name__}: {error}"
    return None


class Loop:
    """Reads for every reader; one that fails pauses by itself, longer each time, and holds up nobody else."""

    def __init__(self, readers: dict[str, Read]) -> None:
        self.readers = readers
        self.failures: dict[str, int] = {}
        self.resume: dict[str, float] = {}

    def turn(self) -> bool:
        """One batch for each reader that is not pausing; whether anybody read a full batch."""
        counts = [self._one(name, read) for name, read in self.readers.items()]
        return max(counts, default=0) >= 100

    def _one(self, name: str, read: Read) -> int:
        if time.monotonic() < self.resume.get(name, 0):
            return 0
        try:
            count = read_once(name, read, clock.now())
        except Exception:
            return self._singly(name, read)
        self.failures.pop(name, None)
        return count

    def _singly(self, name: str, read: Read) -> int:
        """A batch failed: read what can be read, pause before the event that cannot."""
        close_old_connections()
        try:
            count, error = read_singly(name, read, clock.now())
        except Exception:
            self._pause(name)
            return 0
        if error:
            self._pause(name)
        return count

    def _pause(self, name: str) -> None:
        """Leave this reader alone for a while: what it could not read stays unread."""
        self.failures[name] = self.failures.get(name, 0) + 1
        self.resume[name] = time.monotonic() + min(2 ** self.failures[name] / 2, PAUSE_SECONDS_MAX)
        logger.warning("reader %s failed, the %d. time in a row", name, self.failures[name], exc_info=True)
        close_old_connections()


def run(stop: threading.Event) -> None:
    """Turn until stopped: woken by NOTIFY, and each second in case one was missed."""
    loop = Loop(found())
    with Bell(stop) as bell:
        while not stop.is_set():
            if not loop.turn():
                bell.wait(POLL_SECONDS)
    connection.close()


class Bell:
    """Listens for the journal's NOTIFY on a connection of its own, opened again when the server comes back."""

    def __init__(self, stop: threading.Event, channel: str = journal.CHANNEL) -> None:
        self.stop = stop
        self.channel = channel
        self.connection: psycopg.Connection | None = None

    def __enter__(self) -> Bell:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def wait(self, seconds: float) -> None:
        """Return when the bell rings, or after `seconds`."""
        try:
            for _ in self._listening().notifies(timeout=seconds, stop_after=1):
                pass
        except psycopg.Error:
            self._hang_up()
            self.stop.wait(seconds)

    def _listening(self) -> psycopg.Connection:
        if self.connection is None:
            self.connection = psycopg.connect(settings.DATABASE_URL, autocommit=True)
            self.connection.execute(f"LISTEN {self.channel}")
        return self.connection

    def _hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None
