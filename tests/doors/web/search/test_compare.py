"""Products side by side: what the address asks for, what is left out and said, and what the cards lead there with."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.market.catalogue import commands as catalogue
from fondouk.market.catalogue.rules import Break
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]


@pytest.fixture
def offered(shelves: Cast, client: Client) -> list[str]:
    """Five products of two suppliers."""
    theirs = goods.publish(shelves.ceramics, 1, incoterm="FOB", origin_region="MA-03", breaks=goods.cheap())
    return [*theirs, *goods.publish(shelves.argan, 4)]


def page(client: Client, *references: str, more: str = "", language: str = "en") -> str:
    query = "&".join(f"p={one}" for one in references)
    answer = client.get(f"/{language}/compare/?{query}{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_four_products_stand_side_by_side_for_one_quantity(offered: list[str], client: Client) -> None:
    text = page(client, *offered[:4], more="&quantity=400")
    assert text.count('scope="col"') == 4
    assert "of-4" in text
    rows = "Landed cost per unit,Duty without preference,Minimum order,HS code,Certificates,Packages on a pallet"
    for words in f"{rows},Price by quantity,Incoterm and place,Lead time,Proven".split(","):
        assert words in text, words
    assert len(re.findall(r"<td>(?:<[^>]*>)?400\b", text)) == 4, "each at the quantity asked for"
    assert "not stated" in text, "what is missing is said in its place"


def test_differences_are_marked_and_can_be_shown_alone(offered: list[str], client: Client) -> None:
    text = page(client, *offered[:2])
    assert '<tr class="differs"><th scope="row">Incoterm and place' in text
    assert '<tr><th scope="row">HS code' in text
    alone = page(client, *offered[:2], more="&only=differences")
    assert "Incoterm and place" in alone
    assert "HS code" not in alone
    assert 'name="only" value="differences"' in alone, "kept when the quantity is changed"


def test_a_fifth_is_refused_in_a_sentence(offered: list[str], client: Client) -> None:
    text = page(client, *offered)
    assert text.count('scope="col"') == 4
    assert "Four products can be compared at a time; 1 more was left out." in text


def test_unknown_and_paused_products_are_left_out_and_said(offered: list[str], shelves: Cast, client: Client) -> None:
    catalogue.pause_product(product=offered[1], by=shelves.argan.actor, at=AT)
    text = page(client, offered[0], offered[1], "PRD-AAAA-AAAA", "nonsense", offered[0])
    assert text.count('scope="col"') == 1
    assert "2 products of this address are no longer offered." in text
    assert f"/p/{offered[1]}/" not in text


def test_a_quantity_below_a_minimum_is_raised_and_said(offered: list[str], client: Client) -> None:
    text = page(client, *offered[:2], more="&quantity=1")
    assert "cannot be ordered in that quantity; its cost is for 50" in text


@pytest.mark.parametrize(
    "query", ["", "p=", "p=%00", "p=" + "A" * 9000, "quantity=NaN&p=PRD-AAAA-AAAA", "quantity=-1", "quantity=1e99",
              "quantity=1e-99", "only=x", "p=PRD-AAAA-AAAA%27--", "&".join(f"p=PRD-AAAA-{n:04}" for n in range(300))],
    ids=range(11),
)  # fmt: skip
def test_any_address_is_a_page(db: None, client: Client, query: str) -> None:
    answer = client.get(f"/en/compare/?{query}")
    assert answer.status_code == 200
    assert "Nothing to compare yet" in answer.content.decode()


@pytest.mark.parametrize("quantity", ["NaN", "-1", "1e99", "1e-99", "1,5", "9999999", "٣", "x" * 4000])
def test_any_quantity_is_a_page(offered: list[str], client: Client, quantity: str) -> None:
    assert page(client, *offered[:2], more=f"&quantity={quantity}").count('scope="col"') == 2


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_in_french_and_arabic(offered: list[str], client: Client, language: str) -> None:
    text = page(client, *offered[:3], language=language)
    assert text.count('scope="col"') == 3
    assert "Landed cost" not in text


def test_few_statements_however_many_products(offered: list[str], client: Client) -> None:
    page(client, *offered[:4])
    with CaptureQueriesContext(connection) as one:
        page(client, offered[0])
    with CaptureQueriesContext(connection) as four:
        page(client, *offered[:4])
    assert len(one) == len(four) <= 8


def test_the_cheapest_is_praised_only_among_complete_costs_of_one_unit() -> None:
    from fondouk.doors.web.search import compared

    class Made:
        def __init__(self, unit: str, complete: bool, cost: str) -> None:
            self.product = type("P", (), {"unit": unit})()
            self.complete, self.unit_cost = complete, Decimal(cost)

    def lowest(*columns: Made) -> int | None:
        return compared._lowest(columns, lambda one: one.unit_cost)  # type: ignore[arg-type]

    assert lowest(Made("KGM", True, "3"), Made("KGM", True, "2")) == 1
    assert lowest(Made("KGM", True, "3"), Made("KGM", False, "2")) is None
    assert lowest(Made("KGM", True, "3"), Made("LTR", True, "2")) is None
    assert lowest(Made("KGM", True, "2"), Made("KGM", True, "2")) is None


def test_cards_and_product_pages_lead_there(offered: list[str], shelves: Cast, client: Client) -> None:
    goods.read_and_index()
    text = client.get("/en/search/?q=argan").content.decode()
    for reference in offered:
        assert f'form="comparing" name="p" value="{reference}"' in text
    assert 'id="comparing"' in text
    assert 'action="/en/compare/"' in text
    carried = client.get(f"/en/search/?q=argan&p={offered[0]}&p=%3Cscript%3E").content.decode()
    assert f'type="hidden" name="p" value="{offered[0]}"' in carried
    assert f"q=argan&amp;p={offered[0]}&amp;" in carried, "kept while the search is refined"
    assert "<script>alert" not in carried


def test_prices_of_all_steps_are_shown(offered: list[str], client: Client) -> None:
    assert goods.cheap() == (Break(Decimal(50), Decimal("4.20"), 3),)
    assert "$4.20" in page(client, offered[0])
