"""Home pages of every area: what waits, for whom, and for whom the page does not exist."""

from __future__ import annotations

import pytest
from django.test import Client

from fondouk.market.companies.models import Person
from tests import trade
from tests.cast import Cast

HOMES = {
    "sell": "argan",
    "buy": "chicago",
    "desk": "operator",
    "agency": "agency",
    "partner": "partner",
    "forward": "inspector",
}


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def statements(answer: object) -> int:
    return int(answer["Server-Timing"].split('sql;desc="')[1].split('"')[0])


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("area", HOMES)
def test_each_area_has_its_home(cast: Cast, area: str, language: str) -> None:
    client = client_of(getattr(cast, HOMES[area]).owner)
    answer = client.get(f"/{language}/{area}/")
    assert answer.status_code == 200
    assert statements(answer) <= 16


@pytest.mark.parametrize("area", HOMES)
def test_an_area_does_not_exist_for_others(cast: Cast, area: str) -> None:
    others = {name: party for name, party in cast.parties().items() if area not in _areas(party.company.capacities)}
    for name, party in others.items():
        assert client_of(party.owner).get(f"/en/{area}/").status_code == 404, name
    assert client_of(cast.stranger_person).get(f"/en/{area}/").status_code == 404
    assert Client().get(f"/en/{area}/").status_code == 302


def _areas(capacities: list[str]) -> set[str]:
    known = {
        "supplier": "sell",
        "buyer": "buy",
        "operator": "desk",
        "agency": "agency",
        "partner": "partner",
        "forwarder": "forward",
        "inspector": "forward",
    }
    return {known[one] for one in capacities}


def test_a_new_supplier_is_told_where_to_begin(cast: Cast) -> None:
    page = client_of(cast.ceramics.owner).get("/en/sell/").content.decode()
    assert "Three things to do today" in page
    assert "Have your identity checked" in page
    assert "Enter your bank account" in page
    assert "Add your first product" in page


def test_a_question_comes_first_with_the_time_left(cast: Cast) -> None:
    trade.inquiry(cast)
    answer = client_of(cast.argan.owner).get("/en/sell/")
    page = answer.content.decode()
    assert "Answer a buyer in <bdi>Chicago</bdi>" in page
    assert page.index("Answer a buyer") < page.index("Have your identity checked")
    assert statements(answer) <= 16


def test_a_buyer_decides_on_an_offer(cast: Cast) -> None:
    trade.quotation(cast)
    answer = client_of(cast.chicago.owner).get("/en/buy/")
    assert "Decide on the offer of" in answer.content.decode()
    assert statements(answer) <= 16
    assert "Decide on the offer of" not in client_of(cast.montreal.owner).get("/en/buy/").content.decode()


def test_statements_stay_constant_with_an_order_under_way(cast: Cast) -> None:
    trade.signed(cast)
    for party, area in ((cast.argan, "sell"), (cast.chicago, "buy"), (cast.operator, "desk")):
        answer = client_of(party.owner).get(f"/en/{area}/")
        assert answer.status_code == 200
        assert statements(answer) <= 16, area


def test_a_supplier_sees_where_its_money_is(cast: Cast) -> None:
    trade.signed(cast)
    assert client_of(cast.argan.owner).get("/en/sell/proceeds/").status_code == 200
    assert client_of(cast.ceramics.clerk_person).get("/en/sell/proceeds/").status_code == 403
    assert client_of(cast.chicago.owner).get("/en/sell/proceeds/").status_code == 404
