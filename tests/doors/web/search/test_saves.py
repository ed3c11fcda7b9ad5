"""Saved searches: kept for their person alone, told once of what is new, and let go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from fondouk.kit.refusal import Refused
from fondouk.market.discovery import commands, links, queries, tasks
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]

pytestmark = pytest.mark.both_engines


def saved(cast: Cast, **changes: str) -> str:
    values = {"query": "q=argan&region=MA-09", "name": "Argan", "language": "en", "market": "USNYC", "alert": "DAILY"}
    return commands.save_search(**{**values, **changes}, by=cast.chicago.actor, at=AT).reference  # type: ignore[arg-type]


def test_a_search_is_saved_seen_and_let_go_on_the_page(shelves: Cast, client: Client) -> None:
    assert client.get("/en/account/searches/new/?q=argan").status_code == 302
    client.force_login(shelves.chicago.owner)
    form = client.get("/en/account/searches/new/?q=argan&region=MA-09").content.decode()
    assert 'value="argan"' in form
    answer = client.post("/en/account/searches/new/?q=argan&region=MA-09", {"name": "My oil", "alert": "INSTANT"})
    assert answer.status_code == 303
    text = client.get("/en/account/searches/").content.decode()
    assert "My oil" in text
    assert "/en/search/?q=argan&amp;region=MA-09" in text
    [one] = queries.saved_searches(shelves.chicago.owner.reference)
    assert client.post(f"/en/account/searches/{one.reference}/removal/").status_code == 303
    assert queries.saved_searches(shelves.chicago.owner.reference) == []


def test_an_empty_search_is_refused_and_what_was_typed_is_kept(shelves: Cast, client: Client) -> None:
    client.force_login(shelves.chicago.owner)
    answer = client.post("/en/account/searches/new/", {"name": "All of it", "alert": "DAILY"})
    assert answer.status_code == 422
    assert "All of it" in answer.content.decode()


def test_nobody_sees_or_removes_anothers_search(shelves: Cast, client: Client) -> None:
    reference = saved(shelves)
    client.force_login(shelves.rival.owner)
    assert "Argan" not in client.get("/en/account/searches/").content.decode()
    assert client.post(f"/en/account/searches/{reference}/removal/").status_code == 404
    commands.drop_search(reference=reference, by=shelves.rival.actor, at=AT)
    assert queries.saved_searches(shelves.chicago.owner.reference)


def test_there_are_at_most_fifty(shelves: Cast) -> None:
    for number in range(50):
        saved(shelves, query=f"q=argan{number}")
    with pytest.raises(Refused):
        saved(shelves, query="q=one+more")


def test_new_products_are_told_once(shelves: Cast, django_capture_on_commit_callbacks: object) -> None:
    goods.publish(shelves.argan)
    goods.read_and_index()
    reference = saved(shelves)
    tomorrow = AT + timedelta(days=1, minutes=1)
    assert [one for one in queries.due(tomorrow) if one[0] == "look_again"] == [], "nothing was published since"
    Listing.objects.update(published_at=AT + timedelta(hours=1))
    assert ("look_again", {"saved": reference}) in queries.due(tomorrow)
    row = commands.look_again(saved=reference, by=goods.SYSTEM, at=tomorrow)
    assert row is not None
    assert [one for one in queries.due(tomorrow) if one[0] == "look_again"] == []


def test_the_mail_names_products_that_are_still_public(shelves: Cast) -> None:
    [reference] = goods.publish(shelves.argan)
    goods.read_and_index()
    tasks.mail_news(saved=saved(shelves), products=[reference, "PRD-GONE"])
    [message] = mail.outbox
    assert message.to == [shelves.chicago.owner.email]
    assert "1 new product" in message.subject
    assert f"/p/{reference}/" in message.body
    assert "On sale since" in message.body
    stop = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    assert stop in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    tasks.mail_news(saved="SVS-NONE", products=[reference])
    assert len(mail.outbox) == 1


def test_one_click_stops_the_mail_and_keeps_the_search(shelves: Cast) -> None:
    reference = saved(shelves)
    address = links.stop_address(reference, "fr").removeprefix("http://localhost:8000")
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get(address).status_code == 200
    [kept] = queries.saved_searches(shelves.chicago.owner.reference)
    assert kept.alert == "DAILY", "a scanner that opens the link stops nothing"
    assert stranger.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    [kept] = queries.saved_searches(shelves.chicago.owner.reference)
    assert kept.alert == "NONE"
    assert stranger.post(address).status_code == 200
    for forged in ("x", reference, address.split("/")[-2][:-1] + "_"):
        assert stranger.get(f"/en/searches/stop/{forged}/").status_code == 404


@pytest.mark.parametrize(("alert", "pause"), [("INSTANT", timedelta(minutes=5)), ("DAILY", timedelta(days=1))])
def test_the_whole_way_from_publishing_to_the_mail(
    shelves: Cast, alert: str, pause: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    deferred: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(tasks.mail_news, "defer", lambda saved, products: deferred.append((saved, products)))
    reference = saved(shelves, alert=alert, query="q=argan")
    vague = saved(shelves, alert=alert, query="q=argan+chickpeas+unheard")
    [product] = goods.publish(shelves.argan)
    goods.read_and_index()
    Listing.objects.update(published_at=AT + timedelta(minutes=1))
    early, due = AT + pause - timedelta(seconds=1), AT + pause + timedelta(seconds=1)
    assert "look_again" not in dict(queries.due(early))
    for name, arguments in queries.due(due):
        if name == "look_again":
            commands.look_again(**arguments, by=goods.SYSTEM, at=due)
    assert deferred == [(reference, [product])], f"what holds only some of the words is no news ({vague})"
    tasks.mail_news(*deferred[0])
    assert len(mail.outbox) == 1
