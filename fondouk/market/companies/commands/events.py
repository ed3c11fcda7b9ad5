"""The operator lets a reader of the journal have another try at an event it could not read."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.companies import standing


def retry_event(*, unread: int, by: Actor, at: datetime) -> None:
    """Put one event set aside back before its reader. Raises Refused."""
    operator = standing.require(by, "journal.read")
    with scope.as_system():
        if not journal.try_again(unread):
            raise Refused(Refusal("event.not_aside", sentence("This event does not wait any more.")))
        journal.record("companies.event.retried", subject=str(unread), parties=[operator.pk], by=by, at=at)
