"""Whose rows a connection may see: the setting that row-level security policies read.

Written at session level, because a transaction-local setting does nothing in autocommit; cleared when a connection
goes back to the pool, because a forgotten one leaks to the next request. Unset sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_SET = "SELECT set_config('fondouk.company', %s, false), set_config('fondouk.scope', %s, false)"


def enter(company: int | None, scope: str) -> None:
    """Set both settings on this connection."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, ["" if company is None else str(company), scope])


def clear() -> None:
    """Back to seeing nothing, without opening a connection just for that."""
    if connection.connection is not None and not connection.connection.closed:
        enter(None, "")


def current() -> tuple[int | None, str]:
    """(company id, scope) now in force on this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('fondouk.company', true), current_setting('fondouk.scope', true)")
        company, scope = cursor.fetchone()
    return (int(company) if company else None), scope or ""


@contextmanager
def as_company(company: int) -> Iterator[None]:
    """See what this company may see."""
    before = current()
    enter(company, "")
    try:
        yield
    finally:
        _restore(before)


@contextmanager
def as_system() -> Iterator[None]:
    """See everything: for readers, tasks, sweeps and commands that the marketplace itself runs."""
    before = current()
    if before == (None, "system"):
        yield
        return
    enter(None, "system")
    try:
        yield
    finally:
        _restore(before)


def _restore(before: tuple[int | None, str]) -> None:
    """Put the former scope back, unless the transaction is broken: its rollback restores it anyway."""
    if not connection.needs_rollback:
        enter(*before)
