"""Calls to the cluster: any of its hosts, in time or not at all, with every failure told as SearchDown."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any

from opensearchpy import ConnectionError as NotReached
from opensearchpy import OpenSearchException, Transport, TransportError
from urllib3 import Timeout

from fondouk.engines.search.opensearch.address import Address
from fondouk.engines.search.opensearch.breaker import Breaker
from fondouk.engines.search.shapes import NoIndex, SearchDown

CONNECT_SECONDS = 1.0
PATIENT_SECONDS = 60.0
DEAD_SECONDS = 2.0
"""For how long a host that failed is left alone; longer each time, eight times as long at most."""
BUSY = frozenset({429, 502, 503, 504})

logging.getLogger("opensearch").setLevel(logging.ERROR)  # each failed host would be told with its trace


class Refusal(SearchDown):
    """The cluster answered no: status, and the kind of its error. Whoever does not expect it takes it as SearchDown."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(f"the search cluster refuses: {status} {kind}")
        self.status = status
        self.kind = kind


class Calls:
    """The connections of one process. Opened on first use, and anew after a fork."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.breaker = Breaker()
        self._lock = threading.Lock()
        self._transport: Transport | None = None
        self._pid = 0

    def read(self, method: str, path: str, body: Any = None, **params: Any) -> Any:
        """A call somebody waits for: short timeout, breaker. Raises SearchDown; Refusal where the cluster says no."""
        self.breaker.check()
        try:
            answer = self._call(method, path, body, self.address.timeout, params)
        except SearchDown as down:
            if isinstance(down, Refusal):
                self.breaker.answered()
            else:
                self.breaker.failed()
            raise
        self.breaker.answered()
        return answer

    def write(self, method: str, path: str, body: Any = None, **params: Any) -> Any:
        """A call of the indexer: patient, and repeated while the cluster is busy. It must bear being done twice."""
        until, pause = time.monotonic() + PATIENT_SECONDS, 0.1
        while True:
            try:
                return self._call(method, path, body, PATIENT_SECONDS, params)
            except SearchDown as down:
                status = getattr(down.__cause__, "status_code", None)
                if status not in BUSY or time.monotonic() + pause > until:
                    raise
            time.sleep(pause)
            pause = min(2 * pause, 5.0)

    def search(self, index: str, bodies: Sequence[Mapping[str, Any]], *, preference: str = "") -> list[dict[str, Any]]:
        """Several searches in one call. A lost part of the index is not an answer with fewer hits but SearchDown."""
        header: dict[str, Any] = {"index": index, "allow_partial_search_results": False}
        if preference:
            header["preference"] = preference
        if self.address.shards > 1:
            header["search_type"] = "dfs_query_then_fetch"
        head = json.dumps(header)
        lines = "".join(f"{head}\n{json.dumps(body, ensure_ascii=False)}\n" for body in bodies)
        answers = self.read("POST", "/_msearch", lines)["responses"]
        for answer in answers:
            if "error" in answer:
                raise _down(answer.get("status", 500), answer["error"].get("type", ""))
        return list(answers)

    def close(self) -> None:
        """Let the connections go."""
        with self._lock:
            if self._transport is not None and self._pid == os.getpid():
                self._transport.close()
            self._transport = None

    def _call(self, method: str, path: str, body: Any, seconds: float, params: Mapping[str, Any]) -> Any:
        asked = {name: str(value).lower() if isinstance(value, bool) else value for name, value in params.items()}
        asked["request_timeout"] = Timeout(connect=min(CONNECT_SECONDS, seconds), read=seconds)
        try:
            return self._opened().perform_request(method, path, params=asked, body=body)
        except NotReached as error:
            raise SearchDown(f"no host of {self.address} answers ({type(error).__name__})") from error
        except TransportError as error:
            status = error.status_code if isinstance(error.status_code, int) else 500
            if status in BUSY or status >= 500:
                raise SearchDown(f"{self.address} is not able to answer: {status} {error.error}") from error
            raise Refusal(status, str(error.error)) from error
        except OpenSearchException as error:
            raise SearchDown(f"{self.address} does not answer as OpenSearch does") from error

    def _opened(self) -> Transport:
        if self._transport is None or self._pid != os.getpid():
            with self._lock:
                if self._transport is None or self._pid != os.getpid():
                    self._transport, self._pid = _transport(self.address), os.getpid()
        return self._transport


def _transport(address: Address) -> Transport:
    secure: dict[str, Any] = {"use_ssl": True, "verify_certs": True, "ca_certs": address.ca} if address.secure else {}
    return Transport(
        [{"host": host, "port": port} for host, port in address.hosts],
        http_auth=address.login,
        timeout=address.timeout,
        max_retries=max(1, len(address.hosts) - 1),
        retry_on_timeout=len(address.hosts) > 1,
        retry_on_status=(502, 504),
        dead_timeout=DEAD_SECONDS,
        timeout_cutoff=3,
        pool_maxsize=16,
        **secure,
    )


def _down(status: int, kind: str) -> SearchDown:
    if kind == "index_not_found_exception":
        return NoIndex("there is no search index yet")
    return SearchDown(f"the search cluster did not answer: {status} {kind}")
