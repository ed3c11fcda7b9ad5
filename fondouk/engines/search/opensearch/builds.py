"""The builds of an index, and the alias that names the live one.

    <name>-v1-20261123t140000123456    a build
    <name>-v1                          the alias that readers ask, moved in one step

The alias carries the schema version: during an upgrade old readers keep their index and new ones wait for theirs.
"""

from __future__ import annotations

import logging
import re
import time

from fondouk.engines.search.opensearch import mapping
from fondouk.engines.search.opensearch.calls import Calls, Refusal

GREEN_SECONDS = 15  # less than a turn

logger = logging.getLogger(__name__)


class Builds:
    """The builds of one cluster address."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self.alias = f"{calls.address.name}-v{mapping.VERSION}"

    def live(self) -> str | None:
        """The build the alias names, or None."""
        try:
            return next(iter(self._calls.write("GET", f"/_alias/{self.alias}")), None)
        except Refusal as refusal:
            if refusal.status == 404:
                return None
            raise

    def create(self, *, loading: bool) -> str:
        """A fresh empty build beside the live one."""
        moment = time.strftime("%Y%m%dt%H%M%S", time.gmtime())
        build = f"{self.alias}-{moment}{time.time_ns() % 1_000_000_000:09d}"
        body = mapping.index_body(self._calls.address, loading=loading)
        self._calls.write("PUT", f"/{build}", body, wait_for_active_shards=1)
        return build

    def loaded(self, build: str) -> None:
        """Make a filled build searchable and let it keep its copies; wait for them for a while."""
        copies = mapping.copies_of(self._calls.address)
        self._calls.write("PUT", f"/{build}/_settings", {"index": copies})
        self._calls.write("POST", f"/{build}/_refresh")
        try:
            self._calls.write("GET", f"/_cluster/health/{build}", wait_for_status="green", timeout=f"{GREEN_SECONDS}s")
        except Refusal as refusal:
            if refusal.status != 408:
                raise
            logger.warning("%s goes live before all its copies are made", build)

    def swap(self, build: str) -> None:
        """Let the alias name this build alone, in one step, and drop what is older than the one before."""
        before = self.live()
        actions = [{"add": {"index": build, "alias": self.alias}}]
        actions += [{"remove": {"index": before, "alias": self.alias}}] if before else []
        self._calls.write("POST", "/_aliases", {"actions": actions})
        for old in self._all():
            if old not in (build, before):
                self.drop(old)

    def drop(self, build: str) -> None:
        """Delete a build; one that is gone is no error."""
        self._calls.write("DELETE", f"/{build}", ignore_unavailable=True)

    def _all(self) -> list[str]:
        rows = self._calls.write("GET", f"/_cat/indices/{self.alias}-*", format="json", h="index")
        ours = re.compile(rf"{re.escape(self.alias)}-\d{{8}}t\d{{15}}")  # not those of a name that begins like this one
        return [row["index"] for row in rows if ours.fullmatch(row["index"])]
