"""Real OpenSearch nodes on 127.0.0.1 at ports of their own, each a process that can be killed and started again."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from functools import lru_cache
from http.client import HTTPException
from pathlib import Path
from typing import Any

from tests.opensearch import distribution
from tests.opensearch.distribution import Unavailable

HEAP = "512m"
START_SECONDS_MAX = 120
NOBODY = 65534
_OPTIONS = (
    f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xss1m",
    "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Djava.security.manager=allow", "-Dlog4j2.disable.jmx=true",
    "-Dlog4j.shutdownHookEnabled=false", "-Dio.netty.noUnsafe=true", "-Dopensearch.distribution.type=zip",
    "-Dopensearch.bundled_jdk=false",
)  # fmt: skip
_LOGGING = """
appender.file.type = File
appender.file.name = file
appender.file.fileName = ${sys:opensearch.logs.base_path}/node.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
rootLogger.level = warn
rootLogger.appenderRef.file.ref = file
"""


class Node:
    """One node: its folder, its ports, its process."""

    def __init__(self, number: int, folder: Path) -> None:
        self.name = f"node-{number}"
        self.folder = folder / self.name
        self.port, self.transport = _free_ports(2)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def host(self) -> str:
        """Host and port of its HTTP."""
        return f"127.0.0.1:{self.port}"

    def start(self, cluster: str, seeds: list[str], founders: list[str]) -> None:
        """Start the process; it is not ready when this returns. `founders` all vote from the beginning."""
        for part in ("config", "data", "logs", "tmp"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        lines = [
            f"cluster.name: {cluster}", f"node.name: {self.name}", "network.host: 127.0.0.1",
            f"http.port: {self.port}", f"transport.port: {self.transport}",
            f"discovery.seed_hosts: {json.dumps(seeds)}",
            f"path.data: {self.folder}/data", f"path.logs: {self.folder}/logs", "discovery.find_peers_interval: 200ms",
            "cluster.routing.allocation.disk.threshold_enabled: false",
            f"cluster.initial_cluster_manager_nodes: {json.dumps(founders)}",
        ]  # fmt: skip
        (self.folder / "config/opensearch.yml").write_text("\n".join(lines) + "\n")
        (self.folder / "config/log4j2.properties").write_text(_LOGGING)
        before, options = _unprivileged(self.folder)
        with open(self.folder / "logs/console.log", "ab") as console:
            self.process = subprocess.Popen(
                [*before, *self._command()], stdin=subprocess.DEVNULL, stdout=console, stderr=console,
                env={"PATH": os.environ["PATH"], "OPENSEARCH_TMPDIR": str(self.folder / "tmp")}, cwd=self.folder,
                start_new_session=True, preexec_fn=_end_with_parent, **options,
            )  # fmt: skip

    def _command(self) -> list[str]:
        server = distribution.fetched()
        about = (f"-Dopensearch.path.home={server}", f"-Dopensearch.path.conf={self.folder}/config")
        temporary = f"-Djava.io.tmpdir={self.folder}/tmp"
        return [
            distribution.java(), *_OPTIONS, *about, temporary, "-cp", f"{server}/lib/*",
            "org.opensearch.bootstrap.OpenSearch",
        ]  # fmt: skip

    def end(self, how: signal.Signals) -> None:
        """Send the signal and wait until the process has ended."""
        if self.process is not None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def last_words(self) -> str:
        """The end of what it wrote, to tell why it died."""
        logs = [self.folder / "logs" / name for name in ("console.log", "node.log")]
        return "\n".join(log.read_text(errors="replace")[-1500:] for log in logs if log.exists())


class Cluster:
    """Some nodes in one cluster. Raises Unavailable where none can be had."""

    def __init__(self, count: int) -> None:
        distribution.java()
        distribution.fetched()
        self.folder = Path(tempfile.mkdtemp(prefix="fondouk-opensearch-"))
        self.folder.chmod(0o755)
        self.nodes = [Node(number, self.folder) for number in range(1, count + 1)]
        try:
            for number in range(count):
                self.start(number)
            self.wait(count)
        except BaseException:
            self.stop()
            raise

    @property
    def url(self) -> str:
        """What SEARCH_URL begins with."""
        return "http://" + ",".join(node.host for node in self.nodes)

    def _seeds(self) -> list[str]:
        return [f"127.0.0.1:{node.transport}" for node in self.nodes]

    def start(self, number: int) -> None:
        """Start a node, for the first time or again with the data it had; it is not ready when this returns."""
        self.nodes[number].start(self.folder.name, self._seeds(), [one.name for one in self.nodes])

    def kill(self, number: int) -> None:
        """End a node as a crash would."""
        self.nodes[number].end(signal.SIGKILL)

    def wait(self, count: int, status: str = "yellow") -> None:
        """Wait until so many nodes are one cluster of this health."""
        until = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < until:
            for node in self.nodes:
                if node.process is not None and node.process.poll() is not None:
                    raise Unavailable(f"{node.name} has ended: {node.last_words()}")
            if self._is_well(count, status):
                return
            time.sleep(0.1)
        raise Unavailable(f"no cluster of {count} after {START_SECONDS_MAX} s: {self.nodes[0].last_words()}")

    def _is_well(self, count: int, status: str) -> bool:
        path = f"/_cluster/health?wait_for_nodes={count}&wait_for_status={status}&timeout=1s"
        try:
            return not self.call("GET", path)["timed_out"]
        except (OSError, HTTPException):
            return False

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the first node that runs, without any client of the product's."""
        node = next(node for node in self.nodes if node.process is not None)
        data = json.dumps(body).encode() if body is not None else None
        asked = urllib.request.Request(
            f"http://{node.host}{path}", data, {"content-type": "application/json"}, method=method
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def drop(self, name: str) -> None:
        """Delete the indices of a name."""
        self.call("DELETE", f"/{name}-*?expand_wildcards=all")

    def stop(self) -> None:
        """End all nodes and forget their data."""
        for node in self.nodes:
            node.end(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_ports(count: int) -> list[int]:
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _end_with_parent() -> None:
    """A node must not outlive the tests that started it, however they end."""
    ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)


def _unprivileged(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """(what stands before the command, options of the process) so that it is not root, whom OpenSearch refuses."""
    if os.geteuid() != 0:
        return [], {}
    if not _may_be_nobody():
        return ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--"], {}
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return [], {"user": NOBODY, "group": NOBODY, "extra_groups": []}


@lru_cache(maxsize=1)
def _may_be_nobody() -> bool:
    """Whether root may become nobody here; else a user namespace must do, where one can be made."""
    try:
        if subprocess.run(["true"], user=NOBODY, group=NOBODY, extra_groups=[]).returncode == 0:
            return True
    except (OSError, subprocess.SubprocessError):
        pass
    made = subprocess.run(["unshare", "--user", f"--map-user={NOBODY}", "true"], capture_output=True)
    if made.returncode:
        raise Unavailable("OpenSearch refuses to run as root, and no other user can be had here")
    return False
