"""What notifications does on others' news: it tells the people concerned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events.journal import News
from fondouk.kit.actor import Actor
from fondouk.market.notifications import commands, rules, tasks

NAME = "notifications"
INVITATION = "companies.invitation.sent"
PROSPECT = "partners.prospect.invited"
WANTS = (*sorted(rules.NEWS), INVITATION, PROSPECT)


def read(news: Sequence[News], *, at: datetime) -> None:
    """Notices for members; a message for who is invited and may have no account yet."""
    commands.tell(news=news, by=Actor.system("notifications"), at=at)
    for one in news:
        if one.name == INVITATION:
            tasks.mail_invitation.defer(invitation=one.subject)
        elif one.name == PROSPECT:
            tasks.mail_prospect.defer(prospect=one.subject)


READERS = {NAME: read}
