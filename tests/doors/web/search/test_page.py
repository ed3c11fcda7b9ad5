"""The search page: cards, facets, chips, order, pages, suggestions; and whatever an address may say."""

from __future__ import annotations

import gzip
import json
import re
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.market.catalogue import commands as catalogue
from fondouk.market.catalogue import storefronts
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]

pytestmark = pytest.mark.both_engines


@pytest.fixture
def stocked(shelves: Cast, client: Client) -> Client:
    """Six argan oils of one supplier, three of another, indexed."""
    goods.publish(shelves.argan, 6)
    goods.publish(shelves.ceramics, 3, incoterm="FOB", origin_region="MA-03")
    goods.read_and_index()
    return client


def page(client: Client, address: str = "/en/search/?q=argan", **headers: str) -> str:
    """The page's text, which must be there."""
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, (answer.status_code, address)
    return answer.content.decode()


def test_words_bring_cards(stocked: Client) -> None:
    text = page(stocked)
    assert text.count('<article class="card">') == 9
    assert "9 products for" in text
    assert "From 2 suppliers in 2 regions of Morocco." in text
    assert "Souss-Massa" in text


@pytest.mark.parametrize(("language", "words"), [("fr", "produits pour"), ("ar", 'dir="rtl"')])
def test_in_french_and_arabic(stocked: Client, language: str, words: str) -> None:
    assert page(stocked, f"/{language}/search/?q=argan").count('<article class="card">') == 9


def test_a_facet_is_a_link_that_narrows_and_another_that_widens(stocked: Client) -> None:
    text = page(stocked)
    narrowed = re.search(r'href="(\?[^"]*region=MA-03[^"]*)"', text)
    assert narrowed is not None
    text = page(stocked, "/en/search/" + narrowed[1].replace("&amp;", "&"))
    assert text.count('<article class="card">') == 3
    assert "3 products" in text
    assert 'aria-current="true"' in text
    assert re.search(r'class="chip on" href="\?q=argan"', text)
    assert "Souss-Massa" in text, "the other region can still be chosen"


def test_every_option_of_every_facet_leads_to_as_many_as_it_says(stocked: Client) -> None:
    text = page(stocked)
    shown = re.findall(r'<section class="facet" aria-label="([^"]+)">(.*?)</section>', text, re.S)
    assert {"Sector", "Certificates", "Region", "Minimum order", "Lead time", "Incoterm"} & {name for name, _ in shown}
    checked = 0
    for name, options in shown:
        for href, count in re.findall(r'<a href="([^"]+)"[^>]*>.*?<i>(\d+)</i></a>', options):
            narrowed = page(stocked, "/en/search/" + href.replace("&amp;", "&"))
            assert narrowed.count('<article class="card">') == int(count), (name, href)
            again = re.search(rf'<section class="facet" aria-label="{name}">(.*?)</section>', narrowed, re.S)
            assert again, "what is chosen can be let go"
            assert 'aria-current="true"' in again[1]
            checked += 1
    assert checked >= 6


def test_orders_and_costs(stocked: Client) -> None:
    for sort in ("best", "landed_unit", "landed_shipment", "minimum", "lead", "newest", "nonsense"):
        assert page(stocked, f"/en/search/?q=argan&sort={sort}").count('<article class="card">') == 9
    assert "No product" in page(stocked, "/en/search/?low=1&high=999999999"), "without a rate nothing has a cost"
    assert page(stocked, "/en/search/?low=999999&high=1")


def test_nothing_found_offers_a_way_on(stocked: Client) -> None:
    text = page(stocked, "/en/search/?q=xyzzyx&region=MA-03")
    assert "/en/account/searches/new/?q=xyzzyx&amp;region=MA-03" in text
    assert "Clear the filters" in text


def test_an_empty_result_names_the_nearest_category(stocked: Client) -> None:
    text = page(stocked, "/en/search/?q=argan+xyzzyx&region=MA-10")
    assert "The nearest categories:" in text
    assert "/en/categories/argan-oil/" in text
    assert "The nearest categories:" in page(stocked, "/en/search/?q=1515.99.99")


def test_moroccan_is_said_of_everything(stocked: Client) -> None:
    for words in ("moroccan argan", "argan du maroc", "أركان مغربي"):
        assert page(stocked, f"/en/search/?q={words}").count('<article class="card">') == 9, words


def test_a_typo_is_told(stocked: Client) -> None:
    assert "Showing results for" in page(stocked, "/en/search/?q=argna")


@pytest.mark.parametrize(
    "query",
    [
        "q=%00%ff%fe", "q=" + "a" * 10_000, "q=argan&page=1000000000", "page=-1", "page=abc", "page=" + "9" * 5000,
        "category=nowhere", "category='%20OR%201=1", "evidence=<script>", "low=abc&high=" + "9" * 400, "sort=%00",
        "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "to=XXXXX", "to=" + "U" * 999, "unknown=1&q=argan", "q[]=1",
        "&".join(f"region=R{n}" for n in range(900)), "q=%D9%8A%D8%A7", "heading=1515%20OR%20x", "q=١٢٣", "page=٣",
    ],
    ids=range(21),
)  # fmt: skip
def test_any_address_is_a_page(stocked: Client, query: str) -> None:
    text = page(stocked, f"/en/search/?{query}")
    assert "<script>alert" not in text


def test_what_any_address_costs(stocked: Client, capsys: pytest.CaptureFixture[str]) -> None:
    odd = ("q=" + "a" * 10_000, "q=argan&page=1000000000", "&".join(f"region=R{n}" for n in range(900)),
           "q=" + "%D9%8A+" * 30, "q=%22AND%20title:%5B*%20TO%20*%5D~9%5E9", "q=" + "argna+" * 30)  # fmt: skip
    page(stocked)
    for query in ("q=argan", *odd):
        started = time.process_time()
        page(stocked, f"/en/search/?{query}")
        with capsys.disabled():
            print(f"{query[:40]:42}{(time.process_time() - started) * 1000:6.1f} ms")


def test_a_far_page_is_the_last_one(stocked: Client) -> None:
    assert page(stocked, "/en/search/?q=argan&page=1000000000").count('<article class="card">') == 9


def test_a_fragment_for_htmx_and_a_whole_page_for_everyone_else(stocked: Client) -> None:
    part = stocked.get("/en/search/?q=argan", headers={"HX-Request": "true", "HX-Target": "div#found"})
    assert part.content.decode().lstrip().startswith('<div id="found"')
    assert "HX-Request" in part["Vary"]
    assert "<!doctype html>" in page(stocked)


def test_few_statements_however_many_cards(stocked: Client, shelves: Cast) -> None:
    page(stocked)
    with CaptureQueriesContext(connection) as few:
        page(stocked, "/en/search/?q=argan&region=MA-03")
    with CaptureQueriesContext(connection) as many:
        page(stocked, "/en/search/?q=argan")
    assert len(few) == len(many) <= 8


def test_a_paused_product_is_not_on_the_page(stocked: Client, shelves: Cast) -> None:
    reference = re.findall(r"/p/(PRD-[^/]+)/", page(stocked))[0]
    party = shelves.argan if f"{shelves.argan.id % 1000:04}" in reference else shelves.ceramics
    catalogue.pause_product(product=reference, by=party.actor, at=AT)
    goods.read_and_index()
    assert reference not in page(stocked)
    assert "8 products" in page(stocked)


def test_without_an_index_there_are_goods_and_a_sentence(shelves: Cast, client: Client) -> None:
    goods.publish(shelves.argan, 2)
    from fondouk.doors.ops import readers

    readers.read_all(AT)
    answer = client.get("/en/search/?q=argan")
    assert answer.status_code == 503
    assert "Search does not answer right now." in answer.content.decode()
    assert answer.content.decode().count('<article class="card">') == 2


def test_suggestions_are_light(stocked: Client) -> None:
    answer = stocked.get("/en/search/suggestions/?q=arg")
    text = answer.content.decode()
    assert "/en/p/PRD-" in text
    assert "/en/categories/argan-oil/" in text
    assert len(answer.content) < 15_000
    for odd in ("", "%00", "a", "%ff", "a" * 3000):
        assert stocked.get(f"/en/search/suggestions/?q={odd}").status_code == 200
    with CaptureQueriesContext(connection) as seen:
        stocked.get("/fr/search/suggestions/?q=huile")
    assert len(seen) <= 8


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("1515", "/en/search/?heading=1515"), ("hs 15.15", "/en/search/?heading=1515"), ("arg", "/en/search/?q=argan")],
)
def test_words_and_tariff_headings_are_proposed(stocked: Client, typed: str, proposed: str) -> None:
    assert proposed in stocked.get("/en/search/suggestions/", {"q": typed}).content.decode()


def test_a_category_has_a_page_of_its_own(stocked: Client) -> None:
    text = page(stocked, "/en/categories/argan-oil/")
    assert text.count('<article class="card">') == 9
    assert "Argan oil" in text
    assert 'rel="canonical"' in text
    assert stocked.get("/en/categories/nowhere/").status_code == 404
    assert "Argan oil" in page(stocked, "/en/categories/")


def test_a_category_speaks_to_people_and_machines(stocked: Client) -> None:
    for language, words in (("en", "Made by 2 suppliers"), ("fr", "À propos de"), ("ar", "عن ")):
        text = page(stocked, f"/{language}/categories/argan-oil/")
        assert words in text
        assert f'<link rel="canonical" href="http://localhost:8000/{language}/categories/argan-oil/">' in text
        assert all(f'hreflang="{other}"' in text for other in ("en", "fr", "ar", "x-default"))
        assert text.count('rel="canonical"') == 1
    data = json.loads(
        re.findall(r'application/ld\+json">(.*?)</script>', page(stocked, "/en/categories/argan-oil/"))[0]
    )
    assert [one["@type"] for one in data] == ["BreadcrumbList", "ItemList"]
    assert len(data[1]["itemListElement"]) == 9
    assert "noindex" in page(stocked, "/en/categories/argan-oil/?region=MA-03")


def test_browsing_without_words_comes_from_the_database(stocked: Client) -> None:
    for address in ("/en/search/", "/en/categories/argan-oil/", "/en/search/?region=MA-03", "/en/search/?sort=newest"):
        page(stocked, address)
        with CaptureQueriesContext(connection) as seen:
            page(stocked, address)
        assert sum("ORDER BY" in one["sql"] and '"listing"' in one["sql"] for one in seen) == 1, address
        assert len(seen) <= 8
    with CaptureQueriesContext(connection) as seen:
        page(stocked, "/en/search/?q=argan")
    assert not any("ORDER BY" in one["sql"] and '"listing"' in one["sql"] for one in seen)


def test_crawlers_are_told_every_public_page(stocked: Client) -> None:
    robots = stocked.get("/robots.txt").content.decode()
    assert "Disallow: /ar/account/" in robots
    assert "Sitemap: http" in robots
    assert "/sitemap-products-1.xml" in stocked.get("/sitemap.xml").content.decode()
    text = stocked.get("/sitemap-products-1.xml").content.decode()
    assert text.count("<url>") >= 9
    assert "/en/p/PRD-" in text
    assert text.isascii(), "addresses are written as crawlers ask for them"
    assert "/en/categories/argan-oil/" in stocked.get("/sitemap-pages.xml").content.decode()
    for number in ("2", "999999999", "0"):
        assert stocked.get(f"/sitemap-products-{number}.xml").status_code == 404


def test_the_buyer_says_which_product_a_storefront_is_asked_about(stocked: Client, shelves: Cast) -> None:
    storefronts.open_storefront(by=shelves.argan.actor, at=AT)
    text = page(stocked, "/en/s/tafrawt-argane/")
    assert text.count('<option value="PRD-') == 6
    assert 'href="#ask"' in text


def test_canada_has_its_own_currency(stocked: Client) -> None:
    assert "Montréal" in page(stocked, "/en/search/?q=argan&to=CAMTR")


def test_the_page_is_light(stocked: Client) -> None:
    for address in ("/en/search/?q=argan", "/ar/search/?q=argan", "/en/categories/"):
        assert len(gzip.compress(stocked.get(address).content)) < 20_000
