"""Background work of discovery: references only, one command each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from fondouk.engines.tables.tasks import task
from fondouk.kit.actor import Actor


@task(name="discovery.mail_news")
def mail_news(saved: str, products: list[str]) -> None:
    """Mail what is new in a saved search."""
    from fondouk.market.discovery import mail

    mail.send_news(saved, products)


@task(name="discovery.refresh_stale")
def refresh_stale() -> None:
    """Bring listings up to date, batch by batch, each in a transaction of its own, until none is behind."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.discovery import commands, queries

    while queries.is_behind(at := timezone.now()):
        perform(commands.refresh_stale, once=None, by=Actor.system("worker"), at=at)


@task(name="discovery.refresh_costs")
def refresh_costs(headings: list[str], after: Sequence[Any] = ("", 0)) -> None:
    """Look at a batch of landed costs again; it asks for the next itself."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.discovery import commands

    by = Actor.system("worker")
    perform(commands.refresh_costs, once=None, by=by, at=timezone.now(), headings=headings, after=after)
