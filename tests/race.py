"""Run the same or rival commands at once, each in its own thread and connection, as web workers would."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections

from fondouk.engines.tables import scope


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised; all start together."""
    barrier = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(index: int, act: Callable[[], Any]) -> None:
        try:
            with scope.as_system():
                barrier.wait(10)
                outcomes[index] = act()
        except Exception as error:
            outcomes[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index, act)) for index, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


def failures(outcomes: Sequence[Any]) -> list[Exception]:
    """Those that raised."""
    return [one for one in outcomes if isinstance(one, Exception)]
