"""The embedded database: starts, is joined, survives kill -9 and leftovers, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from fondouk.doors.ops import database, rights

# One cluster, killed and started again in turn: never by two test processes at once.
pytestmark = pytest.mark.xdist_group("database")

PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from pathlib import Path
from fondouk.doors.ops import database, rights
cluster = database.start(Path(sys.argv[1]))
print(cluster.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """One cluster made for all tests here; a path with a space, which shells and URLs trip over."""
    folder = tmp_path_factory.mktemp("a cluster")
    database.start(folder).stop()
    return folder


def ask(url: str, statement: str):
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(statement).fetchone()[0]


def gone(pid: int, seconds: float = 15) -> bool:
    """Whether the process ends within the time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_the_roles_are_bound_as_they_should_be(data):
    cluster = database.start(data)
    try:
        assert ask(cluster.app_url, "SELECT current_user") == database.APP
        assert (
            ask(cluster.app_url, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user") is False
        )
        with psycopg.connect(cluster.owner_url, autocommit=True) as owner:
            owner.execute("SET session_replication_role = replica")
            owner.execute("CREATE TABLE one (id int)")
        assert ask(cluster.app_url, "SELECT count(*) FROM one") == 0
        with psycopg.connect(cluster.app_url, autocommit=True) as app:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("CREATE TABLE two (id int)")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("SET session_replication_role = replica")
    finally:
        with psycopg.connect(cluster.owner_url, autocommit=True) as owner:
            owner.execute("DROP TABLE IF EXISTS one")
        cluster.stop()


def test_arabic_words_have_trigrams_and_pages_have_checksums(data):
    cluster = database.start(data)
    try:
        with psycopg.connect(cluster.owner_url, autocommit=True) as owner:
            owner.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        assert len(ask(cluster.owner_url, "SELECT show_trgm('زيت')")) >= 4
        assert ask(cluster.owner_url, "SELECT current_setting('data_checksums')") == "on"
        assert ask(cluster.owner_url, "SELECT current_setting('fsync')") == "on"
        assert ask(cluster.owner_url, "SELECT current_setting('listen_addresses')") == ""
    finally:
        cluster.stop()


def test_two_who_start_it_share_one_server_and_the_last_one_stops_it(data):
    first, second = database.start(data), database.start(data)
    assert first.pid == second.pid
    pid = first.pid
    first.stop()
    assert ask(second.app_url, "SELECT 1") == 1
    second.stop()
    second.stop()
    assert gone(pid)
    assert not database.running(data)


def test_it_is_started_by_several_processes_at_once(data):
    holders = [_holder(data) for _ in range(3)]
    pids = {int(holder.stdout.readline()) for holder in holders}
    for holder in holders:
        holder.kill()
        holder.wait()
    assert len(pids) == 1
    assert gone(pids.pop())


def test_it_stops_when_its_parent_is_killed(data):
    holder = _holder(data)
    pid = int(holder.stdout.readline())
    holder.kill()
    holder.wait()
    assert gone(pid)


@pytest.mark.parametrize("run", range(3))
def test_it_survives_kill_9(data, run):
    cluster = database.start(data)
    with psycopg.connect(cluster.owner_url, autocommit=True) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (run int)")
        owner.execute("INSERT INTO kept VALUES (%s)", [run])
    os.kill(cluster.pid, signal.SIGKILL)
    again = database.start(data)
    assert ask(again.owner_url, "SELECT count(*) FROM kept") == run + 1
    again.stop()
    cluster.stop()


def test_a_stale_pid_file_of_a_stranger_does_not_keep_it_from_starting(data):
    pid_file = data / "postgres" / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{data / 'postgres'}\n")
    cluster = database.start(data)
    assert ask(cluster.app_url, "SELECT 1") == 1
    cluster.stop()


def test_a_half_made_cluster_is_made_again(tmp_path):
    (tmp_path / "postgres.unfinished" / "base").mkdir(parents=True)
    cluster = database.start(tmp_path)
    assert ask(cluster.app_url, "SELECT 1") == 1
    cluster.stop()


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path):
    folder = database._socket_path(tmp_path.resolve())
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    try:
        with pytest.raises(database.CannotStart, match="somebody else"):
            database.start(tmp_path)
    finally:
        folder.rmdir()


def test_a_long_path_starts_all_the_same(tmp_path):
    deep = tmp_path / ("a" * 100) / ("b" * 100)
    assert len(str(database._socket_path(deep))) <= database.SOCKET_PATH_MAX


def test_the_addresses_are_known_before_it_runs(tmp_path):
    owner, app = database.urls(tmp_path)
    assert owner.startswith(f"postgresql://{database.OWNER}@/fondouk?host=%2F")
    assert app.startswith(f"postgresql://{database.APP}@/fondouk?host=%2F")


def _holder(data: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)], stdout=subprocess.PIPE, text=True, env=environment
    )  # fmt: skip


AS_USER = """
import os, sys
from pathlib import Path
import psycopg
from fondouk.doors.ops import database, rights
os.setgroups([])
os.setgid(int(sys.argv[2]))
os.setuid(int(sys.argv[2]))
cluster = database.start(Path(sys.argv[1]), guarded=False)
with psycopg.connect(cluster.app_url) as connection:
    print(connection.execute("SELECT current_user").fetchone()[0])
cluster.stop()
"""


@pytest.mark.parametrize("user", [65534, 54321], ids=["nobody", "without a name"])
def test_it_runs_for_other_users(user, open_folder):
    if os.geteuid() != 0:
        user = os.geteuid()
    else:
        os.chown(open_folder, user, user)
    done = subprocess.run(
        [sys.executable, "-c", AS_USER, str(open_folder), str(user)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.stdout.strip() == database.APP, done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can drop to another user")
def test_root_without_namespaces_drops_to_nobody_or_says_what_to_do(monkeypatch, open_folder, tmp_path):
    monkeypatch.setattr(rights, "_namespace", lambda: None)
    cluster = database.start(open_folder)
    try:
        assert ask(cluster.app_url, "SELECT current_user") == database.APP
        assert psutil.Process(cluster.pid).uids().real == rights.NOBODY
    finally:
        cluster.stop()
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(database.CannotStart, match="as another user"):
        database.start(closed / "data")


@pytest.fixture
def open_folder():
    """A data folder that other users can reach, which pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    (folder / "data").mkdir()
    yield folder / "data"
    shutil.rmtree(folder)
