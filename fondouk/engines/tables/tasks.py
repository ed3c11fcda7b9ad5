"""Background tasks: references only, in system scope, one command each.

`@task` registers with procrastinate; `task.defer(...)` inside a command joins its transaction. No queueing lock
there: a duplicate would abort the transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from fondouk.engines.tables import scope


def task(*, name: str, retries: int = 5, cron: str | None = None) -> Callable[[Callable[..., Any]], Any]:
    """Register a function as a background task; `cron` makes it periodic too (it then takes `timestamp`)."""

    def decorate(function: Callable[..., Any]) -> Any:
        @wraps(function)
        def in_system_scope(*args: Any, **kwargs: Any) -> Any:
            with scope.as_system():
                return function(*args, **kwargs)

        retry = RetryStrategy(max_attempts=retries, exponential_wait=2)
        registered = app.task(name=name, retry=retry, pass_context=False)(in_system_scope)
        return app.periodic(cron=cron)(registered) if cron else registered

    return decorate
