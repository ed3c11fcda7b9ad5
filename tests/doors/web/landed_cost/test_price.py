"""The seller's price for a market: every step shown, refusals in words, its own products only."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fondouk.doors import clock
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo's rates, on the day of the tests."""
    from fondouk.doors.demo import reference_data
    from fondouk.kit.actor import Actor

    monkeypatch.setattr(clock, "now", lambda: AT)
    reference_data.load_reference(by=Actor.system("test"), at=AT)


def of(party: Party) -> Client:
    client = Client()
    client.force_login(party.owner)
    return client


def address(cast: Cast, **changes: object) -> str:
    offers.shelves()
    return reverse("sell_market_price", args=[offers.published(cast.argan, **changes).reference])


def test_the_price_with_every_step_in_three_languages(cast: Cast) -> None:
    here, client = address(cast), of(cast.argan)
    assert "Work out my price" in client.get(here).content.decode()
    for language, said in (("en", "you can ask"), ("fr", "que vous pouvez demander"), ("ar", "يمكنك طلبه")):
        answer = client.get(here.replace("/en/", f"/{language}/") + "?market=US&target=30&quantity=400")
        page = answer.content.decode()
        assert answer.status_code == 200
        assert said in page
        assert page.count("<tr") > 6
    assert "less than today" in client.get(here + "?market=US&target=20&quantity=400").content.decode()
    assert int(answer["Server-Timing"].split('sql;desc="')[1].split('"')[0]) <= 16


@pytest.mark.parametrize(
    "query",
    ["market=US&target=-3", "market=US&target=abc", "market=US&target=1e99", "market=US&quantity=NaN&target=5",
     "market=US&target=30&mode=rocket", "market=US&target=30&incoterm=FOBB",
     "market=US&target=30&incoterm=CIF&place=MACAS",
     "market=US&target=30&incoterm=FOB&place=USNYC", "market=US&target=30&incoterm=FOB&place=XXXXX"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_kept(cast: Cast, query: str) -> None:
    answer = of(cast.argan).get(f"{address(cast)}?{query}")
    assert answer.status_code == 422
    assert 'class="field-error"' in answer.content.decode()


def test_what_cannot_be_solved_is_refused(cast: Cast) -> None:
    here, client = address(cast), of(cast.argan)
    assert "Not even a gift" in client.get(f"{here}?market=US&target=0.10&quantity=50").content.decode()
    assert "From the door back to you" not in client.get(f"{here}?market=US&target=0.10&quantity=50").content.decode()


def test_without_sizes_freight_is_missing_and_no_price_is_made_up(cast: Cast) -> None:
    from dataclasses import replace

    bare = replace(offers.entry().cargo, length_cm=None, width_cm=None, height_cm=None, package_gross_kg=None)
    page = of(cast.argan).get(address(cast, cargo=bare) + "?market=US&target=30").content.decode()
    assert "A price cannot be worked out" in page
    assert "From the door back to you" not in page


def test_others_find_nothing(cast: Cast) -> None:
    here = address(cast)
    assert of(cast.rival).get(here).status_code == 404
    assert of(cast.chicago).get(here).status_code == 404
    assert Client().get(here).status_code in (302, 404)


@pytest.mark.parametrize("term", ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"])
def test_every_term_has_its_price(cast: Cast, term: str) -> None:
    page = of(cast.argan).get(address(cast) + f"?market=US&target=30&quantity=400&incoterm={term}").content.decode()
    assert "From the door back to you" in page
    assert term in page.split("you can ask, ")[1][:60]


def test_a_place_alone_is_held_against_the_products_own_term(cast: Cast) -> None:
    here, client = address(cast), of(cast.argan)
    assert client.get(here + "?market=US&target=30&quantity=400&place=MACAS").status_code == 200
    assert client.get(here + "?market=US&target=30&quantity=400&place=USNYC").status_code == 422
