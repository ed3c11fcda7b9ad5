"""Saved products and what was looked at last: the person's own list, and the browser's own memory."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.discovery import commands, kept
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]


@pytest.fixture
def oils(shelves: Cast) -> list[str]:
    """Three products on the page."""
    references = goods.publish(shelves.argan, 3)
    goods.read_and_index()
    return references


def test_a_stranger_signs_in_and_comes_back_to_save(oils: list[str], shelves: Cast, client: Client) -> None:
    text = client.get("/en/search/?q=argan").content.decode()
    assert '<form id="saving" action="/en/account/saved/new/" method="get">' in text
    answer = client.get(f"/en/account/saved/new/?product={oils[0]}")
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    assert client.post("/en/account/saved/", {"product": oils[0]}).status_code == 302
    client.force_login(shelves.chicago.owner)
    assert oils[0] in client.get(f"/en/account/saved/new/?product={oils[0]}").content.decode()
    assert client.get("/en/account/saved/new/?product=PRD-NONE").status_code == 404


def test_a_product_is_saved_with_a_note_seen_pressed_and_let_go(oils: list[str], shelves: Cast, client: Client) -> None:
    client.force_login(shelves.chicago.owner)
    back = "/en/search/?q=argan"
    answer = client.post("/en/account/saved/", {"product": oils[0], "next": back})
    assert (answer.status_code, answer["Location"]) == (303, back)
    text = client.get(back).content.decode()
    pressed = f'name="product" value="{oils[0]}" aria-pressed="true" formaction="/en/account/saved/{oils[0]}/removal/"'
    assert pressed in text
    assert text.count('aria-pressed="true"') == 1
    client.post("/en/account/saved/", {"product": oils[0], "note": "Ask for 30 ml"})
    client.post("/en/account/saved/", {"product": oils[0]})
    assert "Ask for 30 ml" in client.get("/en/account/saved/").content.decode(), "saving again keeps the note"
    headers = {"HX-Request": "true"}
    assert client.post(f"/en/account/saved/{oils[0]}/removal/", headers=headers).status_code == 204
    assert "No saved products yet" in client.get("/en/account/saved/").content.decode()


def test_a_target_elsewhere_is_not_followed(oils: list[str], shelves: Cast, client: Client) -> None:
    client.force_login(shelves.chicago.owner)
    answer = client.post("/en/account/saved/", {"product": oils[0], "next": "https://evil.example/"})
    assert answer["Location"] == "/en/account/saved/"
    answer = client.post("/en/seen/removal/", {"next": "//evil.example/"})
    assert answer["Location"] == "/en/"


def test_a_list_is_nobody_elses(oils: list[str], shelves: Cast, client: Client) -> None:
    commands.save_product(product=oils[0], by=shelves.chicago.actor, at=AT)
    client.force_login(shelves.rival.owner)
    assert oils[0] not in client.get("/en/account/saved/").content.decode()
    assert client.post(f"/en/account/saved/{oils[0]}/removal/").status_code == 404
    commands.drop_product(product=oils[0], by=shelves.rival.actor, at=AT)
    assert kept.count(shelves.chicago.owner.reference) == 1


def test_what_is_no_longer_offered_stays_and_is_said(oils: list[str], shelves: Cast, client: Client) -> None:
    commands.save_product(product=oils[0], by=shelves.chicago.actor, at=AT)
    catalogue.pause_product(product=oils[0], by=shelves.argan.actor, at=AT)
    goods.read_and_index()
    client.force_login(shelves.chicago.owner)
    text = client.get("/en/account/saved/").content.decode()
    assert "This product is no longer offered." in text
    assert "Organic argan oil" in text
    with pytest.raises(Refused):
        commands.save_product(product="PRD-NONE", by=shelves.chicago.actor, at=AT)


def test_a_note_too_long_is_refused_and_kept(oils: list[str], shelves: Cast, client: Client) -> None:
    client.force_login(shelves.chicago.owner)
    answer = client.post("/en/account/saved/", {"product": oils[0], "note": "x" * 501})
    assert answer.status_code == 422
    assert "x" * 501 in answer.content.decode()


def test_saved_marks_cost_one_statement(oils: list[str], shelves: Cast, client: Client) -> None:
    client.force_login(shelves.chicago.owner)
    client.get("/en/search/?q=argan")
    with CaptureQueriesContext(connection) as seen:
        client.get("/en/search/?q=argan")
    assert sum("saved_product" in one["sql"] for one in seen) == 1
    assert len(seen) <= 16


def address(oil: str, client: Client) -> str:
    text = client.get("/en/search/?q=argan").content.decode()
    return "/en/p/" + oil + "/" + text.split(f"/en/p/{oil}/")[1].split("/")[0] + "/"


def test_what_was_looked_at_last_is_remembered_by_the_browser_alone(
    oils: list[str], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fondouk.kit.references.valid", lambda *_: True)
    first, second = (address(oil, client) for oil in oils[:2])
    answer = client.get(first)
    cookie = answer.cookies["fondouk_seen"]
    assert (cookie.value, cookie["max-age"], cookie["expires"]) == (oils[0], "", ""), "gone with the browser's session"
    assert cookie["httponly"]
    assert "Looked at last" not in answer.content.decode()
    assert "Looked at last" in client.get(second).content.decode()
    assert "Looked at last" in client.get("/en/").content.decode()
    assert client.post("/en/seen/removal/", {"next": "/en/"}).status_code == 303
    assert "Looked at last" not in client.get("/en/").content.decode()


@pytest.mark.parametrize("value", ["", "%00", "PRD-AAAA-AAAA", "x" * 4000, "PRD-AAAA-AAAA." * 50, "<script>"])
def test_any_memory_is_a_page(oils: list[str], client: Client, value: str) -> None:
    client.cookies["fondouk_seen"] = value
    assert client.get("/en/").status_code == 200
