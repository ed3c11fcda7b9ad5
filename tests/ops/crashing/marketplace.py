"""The marketplace under fire: `fondouk run` in a process of its own, its parts found by name and killed."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import psycopg

from fondouk.doors.ops import database

PROJECT = Path(__file__).resolve().parents[3]
OPEN_SECONDS = 180
PARTS = ("database", "serve", "worker", "readers", "indexer")


@dataclass
class Marketplace:
    """A data folder, a port, and the supervisor's process."""

    data: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        """Ours, without what the tests set for themselves."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "FONDOUK_"))}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        return {
            **kept, "FONDOUK_DATA": str(self.data), "PORT": str(self.port), "PYTHONPATH": str(PROJECT),
            "FONDOUK_HEARTBEAT": "1", "FONDOUK_STALLED": "3",
        }  # fmt: skip

    def python(self, *arguments: str) -> str:
        """Run a module beside the marketplace; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments], cwd=PROJECT, env=self.environment(), capture_output=True, text=True,
            timeout=OPEN_SECONDS, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def open(self, drafts: int) -> dict[str, object]:
        """Migrate, set the stage, start everything, wait until it is ready."""
        self.python("fondouk.cli", "migrate")
        stage: dict[str, object] = json.loads(self.python("tests.ops.crashing.stage", str(drafts)).splitlines()[-1])
        with (self.data / "supervisor.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "fondouk.cli", "run", "--port", str(self.port)], cwd=PROJECT,
                env=self.environment(), stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.wait_ready()
        return stage

    def wait_ready(self) -> None:
        """Until /readyz says so."""
        deadline = time.monotonic() + OPEN_SECONDS
        while not self._ready():
            assert time.monotonic() < deadline, self.logs()
            time.sleep(0.2)

    def _ready(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def kill(self, part: str, dice: random.Random) -> bool:
        """Kill -9 one process of this part, picked at random; False when none runs just now."""
        found = self._postgres() if part == "database" else self._processes(part)
        if not found:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(dice.choice(found), signal.SIGKILL)
        return True

    def _postgres(self) -> list[int]:
        """The postmaster and its backends."""
        pid_file = self.data / "postgres" / "postmaster.pid"
        with contextlib.suppress(OSError, ValueError, psutil.Error):
            master = psutil.Process(int(pid_file.read_text().split("\n", 1)[0]))
            return [master.pid, *(child.pid for child in master.children())]
        return []

    def _processes(self, part: str) -> list[int]:
        assert self.process is not None
        found = []
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(self.process.pid).children():
                if child.cmdline()[-1:] == [part]:
                    found += [child.pid, *(grandchild.pid for grandchild in child.children())]
        return found

    def abandoned(self, seconds: float = 30) -> list[str]:
        """Kill -9 the supervisor; which of its processes, the database's among them, still run after a while."""
        assert self.process is not None
        family = [psutil.Process(pid) for part in PARTS[1:] for pid in self._processes(part)]
        family += [psutil.Process(pid) for pid in self._postgres()[:1]]
        assert len(family) > len(PARTS)
        self.process.kill()
        self.process.wait()
        _, left = psutil.wait_procs(family, timeout=seconds)
        return [" ".join(process.cmdline()) for process in left]

    def owner(self) -> psycopg.Connection:
        """The owner's connection, tried until the database is back."""
        deadline = time.monotonic() + 60
        while True:
            try:
                return psycopg.connect(database.urls(self.data)[0], autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def logs(self) -> str:
        """The last lines of every log, for the message of a failed test."""
        paths: Sequence[Path] = [self.data / "supervisor.log", *sorted((self.data / "logs").glob("*.log"))]
        return "\n".join(f"== {path.name}\n{path.read_text()[-1500:]}" for path in paths if path.exists())

    def close(self) -> None:
        """Stop it as Ctrl-C does."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
