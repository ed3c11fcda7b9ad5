"""`fondouk demo` and `fondouk run`: database, web server, worker, readers and indexer under one roof.

The supervisor starts each as a process of its own, starts it again when it ends, and stops all on Ctrl-C. If the
supervisor itself is killed, its children notice and end, and the database's guard stops the server.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from fondouk.doors.ops import database, environment, snapshot

PROCESSES = ("serve", "worker", "readers", "indexer")
FIRST = ("serve", "indexer")  # what a first page needs
READY_SECONDS = 60
STOP_SECONDS = 12
PAUSE_SECONDS_MAX = 10.0
LISTED = "listed"  # what the seeding process says when every product has its listing
STEADY_SECONDS = 3.0  # who ran this long fell by accident and is started again at once


@dataclass
class Child:
    """One supervised process and how often it fell."""

    name: str
    process: subprocess.Popen[bytes] | None = None
    falls: int = 0
    started_at: float = 0.0
    resume_at: float = field(default=0.0)

    def start(self) -> None:
        """Start it, its own output going to a log file in the data folder."""
        log = environment.data_folder() / "logs" / f"{self.name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "fondouk.cli", self.name]
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                env={**os.environ, "FONDOUK_SUPERVISED": "1", "FONDOUK_PARENT": str(os.getpid())},
            )  # fmt: skip
        self.started_at = time.monotonic()

    def watch(self) -> None:
        """Start it again if it fell, after a pause that grows while it keeps falling."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self.falls = 1 if now - self.started_at > STEADY_SECONDS else self.falls + 1
            self.process, self.resume_at = None, now + min(0.2 * 2 ** (self.falls - 1), PAUSE_SECONDS_MAX)
        if self.process is None and now >= self.resume_at:
            self.start()

    def signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)

    def wait(self, deadline: float) -> None:
        """Wait for its end until the deadline, then end it."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    """The database and the processes over it; `stop` may be set by a signal or another thread."""

    def __init__(self, names: Sequence[str] = PROCESSES) -> None:
        self.children = [Child(name) for name in names]
        self.stop = threading.Event()
        self.cluster: database.Cluster | None = None

    def start_database(self) -> None:
        """The embedded cluster, unless DATABASE_URL names a server."""
        self.cluster = environment.find_database()

    def start_processes(self, names: Sequence[str] = PROCESSES) -> None:
        """All of these that do not run yet, at once."""
        for child in self.children:
            if child.name in names and child.process is None:
                child.start()

    def watch(self) -> None:
        """Keep everything running until stopped."""
        while not self.stop.wait(0.2):
            if self.cluster is not None and self.cluster.pid is None:
                self._restart_database()
            for child in self.children:
                child.watch()

    def _restart_database(self) -> None:
        with contextlib.suppress(database.CannotStart):
            before, self.cluster = self.cluster, database.start(environment.data_folder())
            if before is not None:
                before.stop()

    def finish(self) -> None:
        """Stop every process, then the database."""
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.children:
            child.wait(deadline)
        if self.cluster is not None:
            self.cluster.stop()


def demo(arguments: Sequence[str]) -> int:
    """`fondouk demo`: from nothing to a running marketplace with data, step by step, until Ctrl-C."""
    port = _options("demo", arguments)
    if not _port_is_free(port):
        print(f"Port {port} is taken: choose another one, for example `make demo PORT={port + 1}`.", file=sys.stderr)
        return 1
    begun = time.monotonic()
    os.environ["FONDOUK_DEMO"] = "1"
    with _supervised() as supervisor:
        # Loads while the database and its tables are made: two cores have work all the time.
        seeding = _begin("fondouk.cli", "seed-demo", "--quiet", "--on-word")
        _step("Database", supervisor.start_database)
        _step("Tables", _make_tables)
        _step("Demo data", lambda: _write(seeding, listed=lambda: supervisor.start_processes(FIRST)))
        supervisor.start_processes(FIRST)
        _step("Web server, search", lambda: _wait_until_ready(supervisor, port))
        supervisor.start_processes()  # no page waits for the worker and the readers, which would only slow the start
        _welcome(port, time.monotonic() - begun)
        supervisor.watch()
        print("\nStopping …", flush=True)
    return 0


def run(arguments: Sequence[str]) -> int:
    """`fondouk run`: the same processes on the data that is there, migrated first."""
    port = _options("run", arguments)
    with _supervised() as supervisor:
        supervisor.start_database()
        _child("fondouk.doors.ops.preparing")
        _serve(supervisor, port)
        print(f"Fondouk runs at http://localhost:{port}", flush=True)
        supervisor.watch()
    return 0


def demo_reset(arguments: Sequence[str]) -> int:
    """`fondouk demo-reset`: remove the data folder's content, the tests' folder apart."""
    argparse.ArgumentParser(prog="fondouk demo-reset").parse_args(arguments)
    data = environment.data_folder()
    if database.running(data):
        print("The demo is running: stop it with Ctrl-C, then reset it.", file=sys.stderr)
        return 1
    for entry in sorted(data.iterdir()) if data.exists() else ():
        if entry.name != "test":
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    print("The demo's data is gone; `make demo` starts over.")
    return 0


def _options(name: str, arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"fondouk {name}")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or "8000"))
    port: int = parser.parse_args(arguments).port
    os.environ["PORT"] = str(port)
    return port


@contextlib.contextmanager
def _supervised() -> Iterator[Supervisor]:
    """A supervisor that Ctrl-C and SIGTERM stop, wherever it is in its steps."""
    supervisor = Supervisor()

    def end(*_: object) -> None:
        if supervisor.stop.is_set():
            return
        supervisor.stop.set()
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        yield supervisor
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        supervisor.finish()


def _step(label: str, work: object) -> None:
    """Do one step, saying which and how long it took."""
    print(f"  {label:<30}", end="", flush=True)
    begun = time.monotonic()
    assert callable(work)
    work()
    print(f"{time.monotonic() - begun:5.1f} s", flush=True)


def _child(module: str, *arguments: str) -> None:
    """Run one preparing step in a process of its own; a failure ends the demo with its words."""
    _end(_begin(module, *arguments))


def _begin(module: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a preparing step; it ends by itself when nobody waits for it any more."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env={**os.environ, **environment.addresses()},
    )  # fmt: skip


def _end(step: subprocess.Popen[str]) -> None:
    """Wait for a step's end; a failure ends the demo with its words."""
    said, _ = step.communicate()
    if step.returncode != 0:
        raise SystemExit(f"\n{said}\nThat step failed; the lines above say why.")


def _make_tables() -> None:
    """From the snapshot where the database is empty; else by a process that looks for what is pending."""
    where = environment.addresses()
    snapshot.fill_empty(where["DATABASE_OWNER_URL"], where["DATABASE_URL"])
    if not snapshot.nothing_pending(where["DATABASE_OWNER_URL"]):
        _child("fondouk.doors.ops.preparing")


def _write(seeding: subprocess.Popen[str], *, listed: Callable[[], None]) -> None:
    """Let the demo's data be written; `listed` is called when the web server and the indexer have something to do."""
    assert seeding.stdin is not None
    assert seeding.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        seeding.stdin.write("write\n")
        seeding.stdin.close()
    said = []
    for line in seeding.stdout:
        said.append(line)
        if line.strip() == LISTED:
            listed()
    if seeding.wait() != 0:
        raise SystemExit(f"\n{''.join(said)}\nThat step failed; the lines above say why.")


def _serve(supervisor: Supervisor, port: int) -> None:
    """Start the processes and wait until they are ready."""
    supervisor.start_processes()
    _wait_until_ready(supervisor, port)


def _wait_until_ready(supervisor: Supervisor, port: int) -> None:
    """Wait until the marketplace answers /readyz, starting again what falls meanwhile."""
    deadline = time.monotonic() + READY_SECONDS
    while not ready(port):
        for child in supervisor.children:
            child.watch()
        if time.monotonic() > deadline:
            logs = environment.data_folder() / "logs"
            raise SystemExit(f"\nThe marketplace does not answer on port {port}; see {logs}.")
        time.sleep(0.1)


def ready(port: int) -> bool:
    """Whether /readyz answers 200."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _welcome(port: int, seconds: float) -> None:
    """The address, and who can sign in as what."""
    from fondouk.doors.ops import welcome

    print(welcome.text(f"http://localhost:{port}", Path(environment.data_folder()), seconds), flush=True)
