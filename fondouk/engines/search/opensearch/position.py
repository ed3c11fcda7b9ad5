"""Where the writing stands: one small document a schema version, changed by compare-and-set with each commit.

It names the live build, the stamp of the last commit, and who writes. Only one process does: it holds the turn. A turn
passes on when its holder lets go, when its process on the same machine is dead, or when the document has not changed
for `TURN_SECONDS` of the watcher's own time; clocks are never compared. Numbers of versions begin with the turn, so
whatever a former holder still sends late loses against what came after it.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from fondouk.engines.search.opensearch.calls import Calls, Refusal
from fondouk.engines.search.opensearch.mapping import VERSION
from fondouk.engines.search.shapes import NoIndex, SearchBusy, SearchDown

TURN_SECONDS = 30.0
RENEW_SECONDS = 10.0
_VERSIONS_A_TURN = 2**36


@dataclass(frozen=True, slots=True)
class Standing:
    """The document: `turn` counts holders, `commit` what they made durable; `holder` is empty when nobody writes."""

    build: str = ""
    turn: int = 0
    commit: int = 0
    holder: str = ""
    process: str = ""

    @property
    def stamp(self) -> str:
        """Changes with each commit and each swap."""
        return f"{self.build}.{self.turn}.{self.commit}"


class Position:
    """The document of one index: read by all, changed by the one whose turn it is."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._index = f"{calls.address.name}-position"
        self._path = f"/{self._index}/_doc/v{VERSION}"
        self._me = uuid.uuid4().hex
        self._lock = threading.Lock()
        self._held: tuple[Standing, dict[str, int]] | None = None
        self._renewed = 0.0
        self._watched: tuple[object, float] = (None, 0.0)
        self._given = 0

    # -- readers ---------------------------------------------------------------------------------------------------

    def standing(self) -> Standing:
        """As it is now. Raises NoIndex where nothing was ever committed, SearchDown."""
        found = _found(self._calls.read, self._path)
        if found is None or not found[0].build:
            raise NoIndex("there is no search index yet")
        return found[0]

    # -- the writer ------------------------------------------------------------------------------------------------

    def hold(self) -> Standing:
        """Take or keep the turn. Raises SearchDown while another process has it."""
        with self._lock:
            if self._held is None:
                self._take()
            elif time.monotonic() - self._renewed > RENEW_SECONDS:
                self._change()
            assert self._held is not None
            return self._held[0]

    def commit(self, build: str | None = None) -> None:
        """Tell every reader that there is something new. Raises SearchDown where the turn has passed on."""
        with self._lock:
            assert self._held is not None
            standing = self._held[0]
            self._change(build=build or standing.build, commit=standing.commit + 1)

    def next_version(self) -> int:
        """A number above all that were given before, in this turn or an earlier one."""
        with self._lock:
            assert self._held is not None
            self._given += 1
            return self._held[0].turn * _VERSIONS_A_TURN + self._given

    def release(self) -> None:
        """Let another process write. Waits for nobody: a turn that cannot be given back runs out."""
        with self._lock:
            held, self._held = self._held, None
            if held is None:
                return
            free = asdict(replace(held[0], holder="", process=""))
            with contextlib.suppress(SearchDown):
                self._calls.read("PUT", self._path, free, **_if_unchanged(held[1]))

    def _take(self) -> None:
        found = _found(self._calls.write, self._path)
        if found is None:
            _made(self._calls, self._index)
            self._set(Standing(turn=1, holder=self._me, process=_process()), {})
            return
        standing, seen = found
        if standing.holder and standing.holder != self._me and not self._abandoned(standing, seen):
            raise SearchBusy("another process writes to this index")
        self._set(
            Standing(standing.build, standing.turn + 1, standing.commit, self._me, _process()), _if_unchanged(seen)
        )

    def _abandoned(self, standing: Standing, seen: dict[str, int]) -> bool:
        """Whether the holder is known to be dead, or has not been heard of while we watched."""
        if _is_dead(standing.process):
            return True
        now = time.monotonic()
        if self._watched[0] != seen:
            self._watched = (seen, now)
        return now - self._watched[1] > TURN_SECONDS

    def _change(self, **changes: Any) -> None:
        assert self._held is not None
        standing, seen = self._held
        after = Standing(**{**asdict(standing), **changes})
        try:
            self._set(after, _if_unchanged(seen))
        except SearchDown:
            self._held = None  # somebody else's turn, or not known: the next hold finds out
            raise

    def _set(self, standing: Standing, condition: dict[str, Any]) -> None:
        condition = condition or {"op_type": "create"}
        try:
            answer = self._calls.write("PUT", self._path, asdict(standing), **condition)
        except Refusal as refusal:
            if refusal.status == 409:
                raise SearchBusy("another process writes to this index") from refusal
            raise
        self._held = (standing, {"seq_no": answer["_seq_no"], "primary_term": answer["_primary_term"]})
        self._renewed = time.monotonic()


def _found(call: Any, path: str) -> tuple[Standing, dict[str, int]] | None:
    try:
        answer = call("GET", path)
    except Refusal as refusal:
        if refusal.status == 404:
            return None
        raise
    seen = {"seq_no": answer["_seq_no"], "primary_term": answer["_primary_term"]}
    return Standing(**answer["_source"]), seen


def _if_unchanged(seen: dict[str, int]) -> dict[str, int]:
    return {f"if_{name}": number for name, number in seen.items()}


def _made(calls: Calls, index: str) -> None:
    """Make the index of positions, copied to every node, unless it is there."""
    settings = {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-all"}}
    try:
        calls.write("PUT", f"/{index}", {"settings": settings, "mappings": {"enabled": False}})
    except Refusal as refusal:
        if refusal.kind != "resource_already_exists_exception":
            raise


def _process() -> str:
    """This process, so that its successor on the same machine sees that it is dead: machine, number, start."""
    return f"{_machine()}/{os.getpid()}/{_started(os.getpid())}"


def _is_dead(process: str) -> bool:
    machine, _, rest = process.partition("/")
    number, _, started = rest.partition("/")
    return machine == _machine() != "" and _started(int(number)) != started


def _machine() -> str:
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}:{os.stat('/proc/self/ns/pid').st_ino}"
    except OSError:
        return ""


def _started(number: int) -> str:
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
