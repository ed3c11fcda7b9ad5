"""The search page in a real browser: refined without leaving it, back again, at both widths and in both directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fondouk.market.discovery import queries
from tests.cast import Cast
from tests.journeys.browser import Visitor
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stocked(transactional_db: None, shelves: Cast) -> Cast:
    """A page full of goods."""
    goods.publish(shelves.argan, 6)
    goods.publish(shelves.ceramics, 3, incoterm="FOB", origin_region="MA-03")
    goods.read_and_index()
    return shelves


@pytest.mark.parametrize(
    ("language", "width"), [("en", "desktop"), ("ar", "desktop"), ("fr", "phone"), ("ar", "phone")]
)
def test_the_page_is_sound(stocked: Cast, visitor: Callable[..., Visitor], language: str, width: str) -> None:
    reader = visitor(width)
    two = "&".join(f"p={one}" for one in queries.browse_references(limit=2))
    more = (f"compare/?{two}", "compare/", "suppliers/?q=argan", "suppliers/?q=xyzzyx")
    for path in ("search/?q=argan&region=MA-09", "search/?q=xyzzyx", "categories/argan-oil/", "categories/", *more):
        reader.go(f"/{language}/{path}")
        reader.check()


def test_refining_keeps_the_page_and_back_brings_it_back(stocked: Cast, visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.go("/en/search/?q=argan")
    page = reader.page
    page.evaluate("window.stillHere = true")
    page.click("#filters a:has-text('FOB')")
    page.wait_for_url("**/search/?q=argan&incoterm=FOB")
    page.wait_for_selector("h1:has-text('3 products')")
    assert page.evaluate("window.stillHere")
    page.go_back()
    page.wait_for_selector("h1:has-text('9 products')")
    assert page.url.endswith("/search/?q=argan")
    page.fill("#q", "")
    page.type("#q", "arg")
    page.wait_for_selector(".suggestions a:has-text('Argan oil')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/**arg**")


def test_without_a_script_it_is_the_same_page(stocked: Cast, visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    plain = reader.context.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(reader.address + "/en/search/?q=argan")
    page.click("#filters a:has-text('FOB')")
    assert page.inner_text("h1").startswith("3 products")
    plain.close()


def test_filters_open_as_a_sheet_on_a_phone(stocked: Cast, visitor: Callable[..., Visitor]) -> None:
    reader = visitor("phone")
    reader.go("/en/search/?q=argan")
    assert not reader.page.is_visible("#filters")
    reader.page.click("[data-sheet=filters]")
    assert reader.page.is_visible("#filters")
    reader.check()


def test_a_card_leads_to_the_whole_product_page(stocked: Cast, visitor: Callable[..., Visitor]) -> None:
    buyer = visitor()
    buyer.go("/en/search/?q=argan")
    buyer.page.locator(".card-title a").first.click()
    buyer.page.wait_for_url("**/p/**")
    buyer.page.wait_for_load_state("load")
    assert buyer.page.locator("h1").count() == 1
    assert buyer.page.locator("#found").count() == 0


def test_ticks_are_kept_from_page_to_page_and_a_fifth_is_refused(
    stocked: Cast, visitor: Callable[..., Visitor]
) -> None:
    reader = visitor()
    reader.go("/en/search/?q=argan")
    page, ticks = reader.page, reader.page.locator(".compare-tick input")
    ticks.nth(0).check()
    ticks.nth(1).check()
    page.click("#filters a:has-text('FOB')")
    page.wait_for_selector("h1:has-text('3 products')")
    page.wait_for_selector("#comparing.open:has-text('2 of 4 to compare')")
    reader.go("/en/search/?q=argan")
    for number in (2, 3):
        ticks.nth(number).check()
    ticks.nth(4).click()
    page.wait_for_selector("#comparing:has-text('Four products can be compared at a time.')")
    assert not ticks.nth(4).is_checked()
    page.click("#comparing button.small")
    page.wait_for_url("**/compare/**")
    assert page.locator("th[scope=col]").count() == 4
    page.locator(".compare-away").first.click()
    page.wait_for_selector("h1:has-text('3 products')")
