"""Promised and today: both sides read what the law changed, quote again from there, and nobody else finds the page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.market.orders import commands as orders
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.sourcing.test_promises import layer, load, loaded_reference_data, offered

__all__ = ["loaded_reference_data"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_reference_data")]


def page(party: Party, path: str) -> tuple[int, str]:
    client = Client(raise_request_exception=False)
    client.force_login(party.owner)
    answer = client.get(path)
    return answer.status_code, answer.content.decode()


def test_both_sides_read_what_the_law_changed(cast: Cast) -> None:
    quotation = offered(cast)
    quiet = page(cast.chicago, f"/en/buy/quotations/{quotation.reference}/costs/")
    assert quiet[0] == 200
    assert "The law still says" in quiet[1]
    load(layer("15%", "2026-11-20"))
    for party, side in ((cast.chicago, "buy"), (cast.argan, "sell")):
        for language in ("en", "fr", "ar"):
            status, html = page(party, f"/{language}/{side}/quotations/{quotation.reference}/costs/")
            assert status == 200
            assert "226" in html
            assert "9903.05.56" in html
        status, html = page(party, f"/en/{side}/quotations/{quotation.reference}/")
        assert status == 200
        assert "The law changed" in html
        assert f"/en/{side}/quotations/{quotation.reference}/costs/" in html
        assert ("Quote again" in html) == (side == "sell")
        assert "The law changed" in page(party, f"/en/{side}/")[1] or "Quote again" in page(party, f"/en/{side}/")[1]


def test_nobody_else_finds_the_promise(cast: Cast) -> None:
    quotation = offered(cast)
    for party, side in ((cast.rival, "sell"), (cast.montreal, "buy"), (cast.ceramics, "sell")):
        assert page(party, f"/en/{side}/quotations/{quotation.reference}/costs/")[0] == 404
    for odd in ("?version=9", "?version=0", "?version=x", "?version=99999999"):
        status, _html = page(cast.chicago, f"/en/buy/quotations/{quotation.reference}/costs/{odd}")
        assert status in {200, 404}


def test_an_order_keeps_what_was_promised(cast: Cast) -> None:
    quotation = offered(cast)
    order = orders.award(quotation=quotation.reference, by=cast.chicago.actor, at=AT)
    load(layer("15%", "2026-11-20"))
    status, html = page(cast.chicago, f"/en/buy/orders/{order.reference}/")
    assert status == 200
    assert f"/en/buy/quotations/{quotation.reference}/costs/" in html
    status, html = page(cast.chicago, f"/en/buy/quotations/{quotation.reference}/costs/")
    assert status == 200
    assert "226" in html
    assert order.estimate["goods"] == [["15159081", True, False]]


def test_the_page_asks_little(cast: Cast) -> None:
    quotation = offered(cast)
    client = Client()
    client.force_login(cast.chicago.owner)
    path = f"/en/buy/quotations/{quotation.reference}/costs/"
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    assert len(asked) <= 20, [one["sql"][:100] for one in asked]
