"""The two halves of a page, hits and counts, at the same time: where a second core has nothing else to do.

The engine lets go of the interpreter while it works, so that two threads are two cores. A page of few documents is
sooner done than a thread is woken, and under load every core already has a page of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

WORTH_MIN = 20_000
"""Documents that hold the rarest word; below this both halves take less than a millisecond."""
_CORES = os.cpu_count() or 1
_RUNNING = "/proc/loadavg"
One = TypeVar("One")
Other = TypeVar("Other")


def both(one: Callable[[], One], other: Callable[[], Other], *, worth: bool) -> tuple[One, Other]:
    """What the two give; at once where that is worth it and a core is idle. What either raises is raised."""
    if not worth or not idle():
        return one(), other()
    waiting = _second(os.getpid()).submit(other)
    try:
        return one(), waiting.result()
    finally:
        waiting.cancel()


def idle() -> bool:
    """Whether fewer threads of the machine run than it has cores; False where nobody can tell."""
    try:
        with open(_RUNNING) as file:
            running = file.read(64).split()[3].partition("/")[0]
    except (OSError, IndexError):
        return False
    return running.isdigit() and int(running) < _CORES


@lru_cache(maxsize=1)
def _second(pid: int) -> ThreadPoolExecutor:  # noqa: ARG001 - threads do not survive a fork
    return ThreadPoolExecutor(1, thread_name_prefix="search")
