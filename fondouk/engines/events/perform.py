"""One command, in one transaction, once.

A door calls `perform(command, once=key, by=…, at=…, **arguments)`. The key is scoped by person and command. An
advisory lock on the key lets a second click wait (a page) or be told to (an API); the stored outcome answers it.
The whole is tried three times on a serialisation failure or a deadlock, or when a reference drawn for a new row was
borne by an old one: the next try draws another.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction

from fondouk.engines.events.models import CommandOutcome
from fondouk.kit.actor import Actor

_TRIES = 3
_RETRIED = ("40001", "40P01")
_UNIQUE = "23505"
_REFERENCE = re.compile(r"_reference(_\w+)?_(key|uniq)$")  # as PostgreSQL and Django name a unique reference


class StillWorking(Exception):
    """The same key is being worked on right now (409)."""


class KeyReused(Exception):
    """The key was used before with another body (422)."""


@dataclass(frozen=True)
class Outcome:
    """The reference the command returned, and whether it had already been done."""

    reference: str | None
    repeated: bool


def perform(
    command: Callable[..., Any], *, once: str | None, by: Actor, at: datetime, wait: bool = True, **arguments: Any
) -> Outcome:
    """Run the command exactly once for the key; `wait=False` raises StillWorking instead of waiting.

    Raises Refused from the command, StillWorking, KeyReused.
    """
    for attempt in range(1, _TRIES + 1):
        try:
            return _once(command, once, by, at, wait, arguments)
        except (OperationalError, IntegrityError) as error:
            if attempt == _TRIES or not _may_retry(error) or connection.in_atomic_block:
                raise
    raise AssertionError("unreachable")


def _may_retry(error: OperationalError | IntegrityError) -> bool:
    state = getattr(error.__cause__, "sqlstate", None)
    clashed = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    return state in _RETRIED or (state == _UNIQUE and _REFERENCE.search(clashed) is not None)


def _once(
    command: Callable[..., Any], once: str | None, by: Actor, at: datetime, wait: bool, arguments: dict[str, Any]
) -> Outcome:
    with transaction.atomic():
        if once is None:
            return Outcome(_reference(command(by=by, at=at, **arguments)), repeated=False)
        name = f"{command.__module__}.{command.__qualname__}"
        _lock(f"{by.label()}|{name}|{once}", wait)
        known = CommandOutcome.objects.filter(person=by.label(), command=name, key=once).first()
        digest = _digest(arguments)
        if known is not None:
            return _repeat(known, digest)
        reference = _reference(command(by=by, at=at, **arguments))
        CommandOutcome.objects.create(
            person=by.label(), command=name, key=once, body_hash=digest, reference=reference, at=at
        )
        return Outcome(reference, repeated=False)


def _repeat(known: CommandOutcome, digest: str) -> Outcome:
    if known.body_hash != digest:
        raise KeyReused(known.key)
    return Outcome(known.reference, repeated=True)


def _reference(result: Any) -> str | None:
    return result if result is None or isinstance(result, str) else result.reference


def _lock(key: str, wait: bool) -> None:
    number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
            return
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        if not cursor.fetchone()[0]:
            raise StillWorking


def _digest(arguments: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(arguments, sort_keys=True, default=repr).encode()).hexdigest()
