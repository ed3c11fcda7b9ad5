"""Where the index lies: one folder per build, a pointer to the live one, one lock for all who would write.

    <root>/v1-20261123T140000123456/     a build
    <root>/current-v1                    a symbolic link to the live build, replaced in one step
    <root>/writer.lock                   held by the one process that writes

The pointer carries the schema version: during an upgrade old readers keep their index and new ones wait for theirs.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from pathlib import Path
from typing import IO

from fondouk.engines.search.shapes import SearchBusy
from fondouk.engines.search.tantivy.schema import VERSION

Stamp = tuple[int, int, int]


class Folder:
    """The folder of one index, by schema version."""

    def __init__(self, root: str) -> None:
        self.root = Path(root)
        self.pointer = self.root / f"current-v{VERSION}"
        self._meta = os.fspath(self.pointer / "meta.json")
        self._lock: IO[str] | None = None

    def stamp(self) -> Stamp | None:
        """What changes with each commit and each swap; None where there is no index. One system call."""
        try:
            found = os.stat(self._meta)
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def live(self) -> Path | None:
        """The live build, or None."""
        target = self.root / os.readlink(self.pointer) if self.pointer.is_symlink() else None
        return target if target is not None and (target / "meta.json").exists() else None

    def new_build(self) -> Path:
        """A fresh empty folder beside the live one."""
        name = f"v{VERSION}-{time.strftime('%Y%m%dT%H%M%S')}{time.time_ns() % 1_000_000_000:09d}"
        (self.root / name).mkdir(parents=True)
        return self.root / name

    def swap(self, build: Path) -> None:
        """Make the build the live one, in one step, and drop what is older than the one before."""
        before = self.live()
        draft = self.root / f".pointer-{os.getpid()}"
        draft.unlink(missing_ok=True)
        draft.symlink_to(build.name)
        draft.replace(self.pointer)
        for old in self.root.glob(f"v{VERSION}-*"):
            if old not in (build, before):
                shutil.rmtree(old, ignore_errors=True)

    def lock(self) -> None:
        """Become the one writing process; raises SearchBusy while another is."""
        if self._lock is not None:
            return
        self.root.mkdir(parents=True, exist_ok=True)
        handle = open(self.root / "writer.lock", "a")  # noqa: SIM115 - held for the life of the process
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.close()
            raise SearchBusy("another process writes to this index") from error
        self._lock = handle

    def unlock(self) -> None:
        """Let another process write."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
