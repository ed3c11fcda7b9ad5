"""A breaker: after a few failures in a row nobody waits for the cluster, but for one who tries now and then."""

from __future__ import annotations

import logging
import threading
import time

from fondouk.engines.search.shapes import SearchDown

FAILURES = 3
PAUSE_SECONDS = 2.0

logger = logging.getLogger(__name__)


class Breaker:
    """Closed while all is well; open after `FAILURES` in a row, for `PAUSE_SECONDS` at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._shut_until = 0.0

    def check(self) -> None:
        """Let through, or raise SearchDown at once. When a pause is over, one caller is let through to try."""
        if self._failures < FAILURES:
            return
        with self._lock:
            now = time.monotonic()
            if now < self._shut_until:
                raise SearchDown("the search cluster did not answer lately; it is asked again in a moment")
            self._shut_until = now + PAUSE_SECONDS

    def failed(self) -> None:
        """The cluster did not answer."""
        with self._lock:
            self._failures += 1
            self._shut_until = time.monotonic() + PAUSE_SECONDS
            if self._failures == FAILURES:
                logger.error("the search cluster does not answer: searches are refused without asking it")

    def answered(self) -> None:
        """It did."""
        if self._failures:
            with self._lock:
                if self._failures >= FAILURES:
                    logger.warning("the search cluster answers again")
                self._failures = 0
