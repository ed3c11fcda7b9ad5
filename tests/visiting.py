"""Each request of the test client begins as in production: in nobody's row scope; the test's own scope comes back.

Done beneath Django's connection wrappers, so that it does not appear among a page's counted statements.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.client import ClientHandler

_READ = "SELECT current_setting('fondouk.company', true), current_setting('fondouk.scope', true)"
_SET = "SELECT set_config('fondouk.company', %s, false), set_config('fondouk.scope', %s, false)"


@pytest.fixture(autouse=True)
def nobodys_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrap the test client's handler."""
    answer = ClientHandler.__call__

    def in_nobodys_scope(self: ClientHandler, environ: dict[str, Any]) -> Any:
        raw = connection.connection
        if raw is None:
            return answer(self, environ)
        company, name = raw.execute(_READ).fetchone()
        raw.execute(_SET, ["", ""])
        try:
            return answer(self, environ)
        finally:
            if not raw.closed:
                raw.execute(_SET, [company or "", name or ""])

    monkeypatch.setattr(ClientHandler, "__call__", in_nobodys_scope)
