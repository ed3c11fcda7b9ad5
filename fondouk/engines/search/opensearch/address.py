"""`SEARCH_URL` of a cluster, read once.

    https://user:password@one:9200,two:9200,three:9200/fondouk?replicas=1&shards=1&timeout=2&ca=/etc/ssl/search.pem

The path names the indices, so that several marketplaces can live in one cluster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from fondouk.engines.search.shapes import WrongAddress

DEFAULT_NAME = "fondouk"
DEFAULT_PORT = 9200
TIMEOUT_SECONDS = 2.0
_HOST = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\[\]:@/?#]+)(?::(?P<port>\d{1,5}))?")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_REPLICAS = re.compile(r"\d{1,2}|\d{1,2}-(\d{1,2}|all)")
_KNOWN = {"replicas", "shards", "timeout", "ca"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the cluster is and how an index of it is made. `replicas` is a number, or a range that nodes fill."""

    hosts: tuple[tuple[str, int], ...]
    secure: bool = False
    login: tuple[str, str] | None = field(default=None, repr=False)
    name: str = DEFAULT_NAME
    replicas: str = "0-1"
    shards: int = 1
    timeout: float = TIMEOUT_SECONDS
    ca: str | None = None

    def __str__(self) -> str:
        """Without the password: for logs and for people."""
        scheme = "https" if self.secure else "http"
        return f"{scheme}://{','.join(f'{host}:{port}' for host, port in self.hosts)}/{self.name}"


def read(url: str) -> Address:
    """The address a URL gives. Raises WrongAddress with what is wrong, never with the password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise WrongAddress("SEARCH_URL cannot be read as an address") from None
    login, _, hosts = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    options = _options(parts)
    return Address(
        hosts=tuple(_host(text) for text in hosts.split(",")),
        secure=parts.scheme == "https",
        login=(unquote(user), unquote(password)) if login else None,
        name=_matching(_NAME, parts.path.strip("/") or DEFAULT_NAME, "the path must name the indices in small letters"),
        replicas=_matching(_REPLICAS, options.get("replicas", "0-1"), "replicas must be a number or a range like 0-1"),
        shards=int(_matching(re.compile(r"[1-9]\d?"), options.get("shards", "1"), "shards must be from 1 to 99")),
        timeout=_seconds(options.get("timeout", str(TIMEOUT_SECONDS))),
        ca=options.get("ca"),
    )


def _options(parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query))
    if unknown := set(options) - _KNOWN:
        raise WrongAddress(f"SEARCH_URL: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(_KNOWN))}")
    return options


def _host(text: str) -> tuple[str, int]:
    match = _HOST.fullmatch(text)
    if match is None:
        raise WrongAddress("SEARCH_URL: each host must be a name or an address, with or without a port")
    return match["host"], int(match["port"] or DEFAULT_PORT)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 60:
        raise WrongAddress("SEARCH_URL: timeout must be seconds from 0.05 to 60")
    return seconds


def _matching(pattern: re.Pattern[str], text: str, else_: str) -> str:
    if pattern.fullmatch(text) is None:
        raise WrongAddress(f"SEARCH_URL: {else_}")
    return text
