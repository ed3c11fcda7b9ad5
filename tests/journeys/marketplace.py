"""A whole marketplace as `make demo` opens it: its own data folder, database, web server, worker, readers, indexer.

`FONDOUK_JOURNEY` = "address data-folder" lets a developer point the journeys at one that is already running.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
OPEN_SECONDS = 240
PASSWORD = "caravane-2026"


@dataclass(frozen=True)
class Marketplace:
    """Where it answers and where its data lies."""

    address: str
    data: Path

    def command(self, *arguments: str) -> str:
        """`fondouk …` beside the running marketplace; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "fondouk.cli", *arguments], cwd=PROJECT, env=_environment(self.data),
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


def _environment(data: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "FONDOUK_"))}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "FONDOUK_DATA": str(data), **more}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
            return int(answer.status) == 200
    except (urllib.error.URLError, OSError):
        return False


def _wait(running: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + OPEN_SECONDS
    while not _ready(address):
        assert running.poll() is None, log.read_text()[-4000:]
        assert time.monotonic() < deadline, log.read_text()[-4000:]
        time.sleep(0.5)


@pytest.fixture(scope="session")
def marketplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marketplace]:
    """Opened once for all journeys, with the demo's people and goods; closed at the end."""
    if given := os.environ.get("FONDOUK_JOURNEY"):
        address, data = given.split()
        yield Marketplace(address, Path(data))
        return
    folder = tmp_path_factory.mktemp("marketplace")
    data, log, port = folder / "data", folder / "log", _free_port()
    with log.open("wb") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "fondouk.cli", "demo"], cwd=PROJECT, env=_environment(data, PORT=str(port)),
            stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            _wait(running, f"http://localhost:{port}", log)
            yield Marketplace(f"http://localhost:{port}", data)
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(60)
