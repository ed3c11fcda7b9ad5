"""What readiness does on others' news: an order that both have signed gets its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events.journal import News
from fondouk.kit.actor import Actor
from fondouk.market.readiness import commands

NAME = "readiness"
WANTS = ("orders.order.signed",)


def read(news: Sequence[News], *, at: datetime) -> None:
    """Copy the requirements in force when the order was signed."""
    by = Actor.system("readiness")
    for one in news:
        commands.draw_tasks(order=one.subject, by=by, at=at)


READERS = {NAME: read}
