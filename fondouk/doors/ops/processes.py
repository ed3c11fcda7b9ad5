"""The four long-running processes, each its own command: web server, worker, readers, indexer."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import threading
from collections.abc import Sequence
from typing import Any

from fondouk.doors.ops import environment

WEB_THREADS = 8  # not above the connection pool's size: a thread without a connection only waits
BACKGROUND = 5  # niceness: a page never waits for the pictures of another

logger = logging.getLogger(__name__)


def serve(arguments: Sequence[str]) -> None:
    """Run granian on PORT; the workers end with their parent, or a killed server would keep the port."""
    parser = argparse.ArgumentParser(prog="fondouk serve")
    parser.add_argument("--host", default=os.environ.get("FONDOUK_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--workers", type=int, default=int(os.environ.get("FONDOUK_WEB_PROCESSES", "1")))
    options = parser.parse_args(arguments)
    cluster = environment.find_database()
    os.environ.update(FONDOUK_ROLE="web", PORT=str(options.port), DJANGO_SETTINGS_MODULE="fondouk.settings")
    _end_with_supervisor()
    os.environ["FONDOUK_PARENT"] = str(os.getpid())  # to the workers, this process
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "fondouk.doors.ops.web:application", address=options.host, port=options.port, interface=Interfaces.WSGI,
        workers=options.workers, blocking_threads=WEB_THREADS, websockets=False, respawn_failed_workers=True,
        respawn_interval=0.5, workers_kill_timeout=5, log_level=LogLevels.warning,
    ).serve()  # fmt: skip
    if cluster is not None:
        cluster.stop()


def worker(arguments: Sequence[str]) -> None:
    """Run procrastinate's worker, and give back the jobs of workers that were killed."""
    parser = argparse.ArgumentParser(prog="fondouk worker")
    parser.add_argument("--concurrency", type=int, default=int(os.environ.get("FONDOUK_JOBS", "2")))
    parser.add_argument("--heartbeat", type=float, default=float(os.environ.get("FONDOUK_HEARTBEAT", "10")))
    parser.add_argument("--stalled", type=float, default=float(os.environ.get("FONDOUK_STALLED", "30")))
    options = parser.parse_args(arguments)
    environment.enter("worker")
    _end_with_supervisor()
    os.nice(BACKGROUND)
    asyncio.run(_work(options))


async def _work(options: argparse.Namespace) -> None:
    from procrastinate.contrib.django import app as django_app

    connector: Any = django_app.connector
    app = django_app.with_connector(connector.get_worker_connector())
    async with app.open_async():
        returning = asyncio.create_task(_return_stalled_jobs(app, options))
        try:
            await app.run_worker_async(
                concurrency=options.concurrency, update_heartbeat_interval=options.heartbeat,
                stalled_worker_timeout=options.stalled, shutdown_graceful_timeout=10,
            )  # fmt: skip
        finally:
            returning.cancel()


async def _return_stalled_jobs(app: Any, options: argparse.Namespace) -> None:
    """A killed worker's job stays `doing` for ever unless somebody queues it again."""
    from fondouk.doors import clock

    while True:
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=options.stalled):
            logger.warning("job %s of a lost worker is queued again", job.id)
            await app.job_manager.retry_job_by_id_async(job.id, clock.now())
        await asyncio.sleep(options.heartbeat)


def readers(arguments: Sequence[str]) -> None:
    """Run the journal's readers and the minute sweeps."""
    argparse.ArgumentParser(prog="fondouk readers").parse_args(arguments)
    environment.enter("worker")
    _end_with_supervisor()
    from fondouk.doors.ops import readers as loops
    from fondouk.doors.ops import sweeps

    stop = _stop_event()
    threading.Thread(target=sweeps.run, args=(stop,), name="sweeps", daemon=True).start()
    loops.run(stop)


def indexer(arguments: Sequence[str]) -> None:
    """Run the one process that writes the search index."""
    argparse.ArgumentParser(prog="fondouk indexer").parse_args(arguments)
    environment.enter("indexer")
    _end_with_supervisor()
    from fondouk.doors.ops.indexer import run

    run(_stop_event())


def _end_with_supervisor() -> None:
    if os.environ.get("FONDOUK_SUPERVISED"):
        environment.leave_with_parent()


def _stop_event() -> threading.Event:
    """Set by SIGINT and SIGTERM."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
