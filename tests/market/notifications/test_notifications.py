"""News reaches the people concerned, once, in their inbox and by e-mail in their language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from fondouk.doors.ops import readers as loop
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.companies import commands as companies
from fondouk.market.companies import roles
from fondouk.market.notifications import commands, queries, readers, rules
from fondouk.market.notifications.models import Notice
from tests import trade
from tests.cast import Cast, member, person
from tests.clock import AT, later

WORKER = Actor.system("worker")


def read_news() -> None:
    loop.read_once(readers.NAME, readers.read, AT)


def told(cast_person: object) -> list[str]:
    return [one.event for one in queries.inbox(cast_person.pk)]


def test_a_question_is_told_to_who_may_answer(cast: Cast) -> None:
    member(cast.argan.company, viewer := person("fatima@tafrawt.example", "Fatima"), "viewer")
    trade.inquiry(cast)
    read_news()
    assert "sourcing.inquiry.opened" in told(cast.argan.owner)
    assert told(viewer) == told(cast.rival.owner) == []
    assert "sourcing.inquiry.opened" not in told(cast.chicago.owner)


def test_news_read_twice_is_told_once(cast: Cast) -> None:
    trade.inquiry(cast)
    with scope.as_system():
        news = journal.unread(readers.NAME)
        readers.read(news, at=AT)
        readers.read(news, at=AT)
    assert Notice.objects.filter(event="sourcing.inquiry.opened").count() == 1


def test_mail_is_in_the_recipients_language_and_sent_once(cast: Cast) -> None:
    trade.inquiry(cast)
    read_news()
    notice = Notice.objects.get(event="sourcing.inquiry.opened")
    for _ in range(2):
        commands.mail_notice(notice=notice.reference, by=WORKER, at=AT)
    assert len(mail.outbox) == 1
    sent = mail.outbox[0]
    assert sent.to == ["khadija@tafrawt.example"]
    assert f"/ar/account/notifications/{notice.reference}/" in sent.body
    assert "Lakeview Table Co." in sent.subject


def test_what_was_read_or_is_old_is_not_mailed(cast: Cast) -> None:
    trade.inquiry(cast)
    read_news()
    notice = Notice.objects.get(event="sourcing.inquiry.opened")
    commands.mark_read(notice=notice.reference, by=cast.argan.actor, at=AT)
    commands.mail_notice(notice=notice.reference, by=WORKER, at=AT)
    assert mail.outbox == []
    assert rules.is_worth_mailing(AT, AT + timedelta(hours=23))
    assert not rules.is_worth_mailing(AT, AT + timedelta(hours=25))


def test_an_invitation_is_mailed_to_its_address(cast: Cast) -> None:
    invitation = companies.invite_colleague(
        email="new@zellige.example", role="sales", language="fr", by=cast.ceramics.actor, at=AT
    )
    commands.invite(invitation=invitation.reference, by=WORKER, at=AT)
    assert mail.outbox[0].to == ["new@zellige.example"]
    assert f"/fr/account/invitations/{invitation.reference}/" in mail.outbox[0].body
    commands.invite(invitation=invitation.reference, by=WORKER, at=later(days=30))
    assert len(mail.outbox) == 1


def test_a_second_person_is_told_of_a_new_account(cast: Cast) -> None:
    companies.add_bank_account(
        number="001810007800020110620318", bic="BCMAMAMC", currency="USD", holder="Z", by=cast.ceramics.actor, at=AT
    )
    read_news()
    assert told(cast.ceramics.second_person) == ["companies.bank_account.added"]
    assert told(cast.ceramics.owner) == told(cast.ceramics.clerk_person) == []


def test_a_notice_leads_to_its_page_for_its_company(cast: Cast) -> None:
    asked = trade.inquiry(cast)
    read_news()
    notice = Notice.objects.get(event="sourcing.inquiry.opened")
    client = Client()
    client.force_login(cast.argan.owner)
    assert "asks you for a quotation" in client.get("/en/account/notifications/").content.decode()
    answer = client.get(f"/en/account/notifications/{notice.reference}/")
    assert answer["Location"] == f"/en/sell/inquiries/{asked.reference}/"
    assert (
        queries.unread_count(cast.argan.owner.pk)
        == Notice.objects.filter(person=cast.argan.owner, read_at=None).count()
    )
    stranger = Client()
    stranger.force_login(cast.rival.owner)
    assert stranger.get(f"/en/account/notifications/{notice.reference}/").status_code == 404


def test_the_count_is_polled_cheaply(cast: Cast) -> None:
    trade.inquiry(cast)
    read_news()
    client = Client()
    client.force_login(cast.argan.owner)
    count = queries.unread_count(cast.argan.owner.pk)
    assert count >= 1
    assert f">{count}<" in client.get("/en/account/notifications/count/").content.decode()
    assert client.get(f"/en/account/notifications/count/?shown={count}").status_code == 204
    client.post("/en/account/notifications/readings/")
    assert queries.unread_count(cast.argan.owner.pk) == 0
    assert Client().get("/en/account/notifications/count/").status_code == 204


@pytest.mark.parametrize("event", sorted(rules.NEWS))
def test_every_piece_of_news_names_a_permission_and_fills_its_sentence(event: str) -> None:
    for permission, sentence in rules.NEWS[event]:
        assert permission in roles.PERMISSIONS
        assert sentence % {"company": "X", "difference": "+1.00 USD"}
