"""Sending mail waits for a network, so it happens outside the readers' transactions."""

from __future__ import annotations

from datetime import UTC, datetime

from fondouk.engines.tables.tasks import task
from fondouk.kit.actor import Actor


@task(name="notifications.mail_notice")
def mail_notice(notice: str) -> None:
    """Mail one notice."""
    from fondouk.market.notifications import commands

    commands.mail_notice(notice=notice, by=Actor.system("worker"), at=datetime.now(UTC))


@task(name="notifications.mail_invitation")
def mail_invitation(invitation: str) -> None:
    """Mail one invitation."""
    from fondouk.market.notifications import commands

    commands.invite(invitation=invitation, by=Actor.system("worker"), at=datetime.now(UTC))


@task(name="notifications.mail_prospect")
def mail_prospect(prospect: str) -> None:
    """Mail a maker whom a partner invited."""
    from fondouk.market.notifications import commands

    commands.invite_prospect(prospect=prospect, by=Actor.system("worker"), at=datetime.now(UTC))
