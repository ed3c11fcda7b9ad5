"""The minute sweeps: what time alone makes due (an inspection period that ended, an offer that expired).

A noun says what is due in `queries.due(at)`: pairs of a command's name in its `commands` and the command's arguments.
Each is performed by itself, in system scope; a row that is no longer in the expected state is left as it is.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import close_old_connections, connection

from fondouk.doors import clock
from fondouk.engines.events.perform import perform
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused

SECONDS = 60.0
LOCK = 710_024

logger = logging.getLogger(__name__)


def due(at: datetime) -> Iterator[tuple[Callable[..., Any], dict[str, Any]]]:
    """Every command that time has made due, with its arguments, noun by noun."""
    for app in apps.get_app_configs():
        if not app.name.startswith("fondouk.market.") or not find_spec(f"{app.name}.queries"):
            continue
        asked = getattr(import_module(f"{app.name}.queries"), "due", None)
        for name, arguments in asked(at) if asked else ():
            yield getattr(import_module(f"{app.name}.commands"), name), arguments


def sweep(at: datetime) -> int:
    """Perform all that is due at `at`; returns how many commands went through."""
    done = 0
    with scope.as_system():
        for command, arguments in list(due(at)):
            done += _perform(command, arguments, at)
    return done


def _perform(command: Callable[..., Any], arguments: dict[str, Any], at: datetime) -> bool:
    try:
        perform(command, once=None, by=Actor.system("sweep"), at=at, **arguments)
    except Refused as refused:
        logger.info("sweep: %s was refused: %s", command.__qualname__, refused)
        return False
    except Exception:
        logger.exception("sweep: %s failed for %s", command.__qualname__, arguments)
        return False
    return True


def run(stop: threading.Event) -> None:
    """Sweep every minute until stopped; only one process of the marketplace does."""
    while not stop.is_set():
        try:
            if _alone():
                sweep(clock.now())
        except Exception:
            logger.exception("the sweep failed")
            close_old_connections()
        stop.wait(SECONDS)


def _alone() -> bool:
    """Whether this connection holds the sweepers' lock; kept until the connection ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND pid = pg_backend_pid())"
            " OR pg_try_advisory_lock(%s)",
            [LOCK, LOCK],
        )
        return bool(cursor.fetchone()[0])
