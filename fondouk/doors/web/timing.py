"""What a request spent, for the Server-Timing header: `total`, `sql` (count and time), `search`.

Times are milliseconds. A door measures an engine with `with timing.measure("search"): ...`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import HttpResponse

from fondouk.doors.web.request import Request


@dataclass
class Spent:
    """Milliseconds by part of one request, and how many SQL statements it took."""

    statements: int = 0
    sql_ms: float = 0.0
    parts: dict[str, float] = field(default_factory=dict)

    def header(self, total_ms: float) -> str:
        """The value of Server-Timing."""
        rows = [f"total;dur={total_ms:.1f}", f'sql;desc="{self.statements}";dur={self.sql_ms:.1f}']
        rows += [f"{name};dur={ms:.1f}" for name, ms in self.parts.items()]
        return ", ".join(rows)

    def watch(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """A database execute wrapper that counts."""
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.statements += 1
            self.sql_ms += (time.perf_counter() - began) * 1000


_spent: ContextVar[Spent | None] = ContextVar("spent", default=None)


@contextmanager
def measure(name: str) -> Iterator[None]:
    """Add the time inside to part `name` of the running request; outside a request it does nothing."""
    began = time.perf_counter()
    try:
        yield
    finally:
        spent = _spent.get()
        if spent is not None:
            spent.parts[name] = spent.parts.get(name, 0.0) + (time.perf_counter() - began) * 1000


class ServerTiming:
    """Middleware: measure each request; show it in demo, tests and to staff."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        spent, began = Spent(), time.perf_counter()
        token = _spent.set(spent)
        try:
            with ExitStack() as stack:
                for connection in connections.all(initialized_only=False):
                    stack.enter_context(connection.execute_wrapper(spent.watch))
                response = self.get_response(request)
        finally:
            _spent.reset(token)
        if shows_timing(request):
            response["Server-Timing"] = spent.header((time.perf_counter() - began) * 1000)
        return response


def shows_timing(request: Request) -> bool:
    """Whether this reader may see how long the server took."""
    if settings.SHOW_TIMING:
        return True
    user = getattr(request, "_cached_user", None)
    return bool(user and user.is_staff)
