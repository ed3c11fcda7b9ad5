"""The OpenSearch server for tests: the distribution of its own build, fetched once by Maven into a cache folder.

It holds the server and its network module. Nothing else is needed: terms are split at blanks and nothing is scripted.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import zipfile
from functools import lru_cache
from pathlib import Path

VERSION = "2.19.6"
ARTIFACT = f"org.opensearch.distribution.integ-test-zip:opensearch:{VERSION}:zip"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
JAVA = range(11, 24)
"""From Java 24 on there is no security manager, without which OpenSearch 2 does not start."""
FETCH_SECONDS_MAX = 240


class Unavailable(Exception):
    """No node can be had here; says what is missing."""


@lru_cache(maxsize=1)
def java() -> str:
    """The first Java that fits: of JAVA_HOME, of the path, of those installed beside it. Raises Unavailable."""
    home = os.environ.get("JAVA_HOME")
    named = [f"{home}/bin/java"] if home else []
    beside = sorted(str(path) for path in Path("/usr/lib/jvm").glob("*/bin/java"))
    found = [path for name in (*named, "java", *beside) if (path := shutil.which(name))]
    if not found:
        raise Unavailable("no Java on this machine (Debian: apt-get install default-jre-headless maven)")
    fitting = next((path for path in found if _major(path) in JAVA), None)
    if fitting is None:
        raise Unavailable(f"OpenSearch {VERSION} needs Java {JAVA[0]} to {JAVA[-1]}; here is {_major(found[0])}")
    return fitting


def _major(path: str) -> int:
    told = subprocess.run([path, "-XshowSettings:properties", "-version"], capture_output=True, text=True, timeout=60)
    found = re.search(r"java\.specification\.version = (\d+)", told.stderr)
    return int(found[1]) if found else 0


def cache_folder() -> Path:
    """Where the server is kept between runs. Readable for everyone when root fetches, who may not run it himself."""
    if named := os.environ.get("FONDOUK_OPENSEARCH_CACHE"):
        return Path(named)
    return Path("/var/cache/fondouk/opensearch" if os.geteuid() == 0 else Path.home() / ".cache/fondouk/opensearch")


def fetched() -> Path:
    """The folder of the server, fetched if it is not there yet. Raises Unavailable."""
    cache = cache_folder()
    server = cache / f"opensearch-{VERSION}"
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not server.is_dir():
            _unpack(_archive(cache), cache)
    return server


def _archive(cache: Path) -> Path:
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable("no Maven to fetch OpenSearch with (Debian: apt-get install maven)")
    into = cache / "fetched"
    command = [maven, "-q", "-B", COPY, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={into}"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=FETCH_SECONDS_MAX, stdin=subprocess.DEVNULL, cwd=cache
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(f"Maven did not fetch OpenSearch in {FETCH_SECONDS_MAX} s") from None
    archive = into / f"opensearch-{VERSION}.zip"
    if done.returncode or not archive.exists():
        raise Unavailable(f"Maven could not fetch OpenSearch: {done.stdout.strip()[:300]}")
    return archive


def _unpack(archive: Path, cache: Path) -> None:
    """Unpack beside and rename, so that a half-unpacked server is never taken for a whole one."""
    beside = cache / f"unpacking-{os.getpid()}"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(beside)
    (beside / f"opensearch-{VERSION}").rename(cache / f"opensearch-{VERSION}")
    shutil.rmtree(beside)
    archive.unlink()


if __name__ == "__main__":  # fetch ahead of the tests, or only say whether there is a Java that fits
    try:
        print(java() if "java" in sys.argv else fetched())
    except Unavailable as missing:
        sys.exit(str(missing))
