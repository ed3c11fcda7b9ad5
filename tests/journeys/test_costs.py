"""What goods cost at the door, as three readers see it: calculator, product, comparison; pictured under artefacts/."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.journeys.browser import WIDTHS, Visitor
from tests.journeys.marketplace import Marketplace

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
OLIVE_OIL = {
    "goods": "1509.20", "quantity": "3000", "unit": "KGM", "unit_price": "7.50", "currency": "EUR", "incoterm": "FCA",
    "place": "MARAK", "port": "USNYC", "net_kg": "3000", "gross_kg": "3600", "volume_m3": "4.2", "assist": "500",
}  # fmt: skip
READERS = list(product(["en", "fr", "ar"], ["desktop", "phone"]))


@pytest.fixture
def reader(
    browser: Any, marketplace: Marketplace, request: pytest.FixtureRequest
) -> Iterator[tuple[Visitor, str, str]]:
    """A visitor of the running marketplace with a language and a width."""
    language, width = request.param
    w, h = WIDTHS[width]
    context = browser.new_context(viewport={"width": w, "height": h}, locale=language, reduced_motion="reduce")
    yield Visitor(context, marketplace.address), language, width
    context.close()


@pytest.mark.parametrize("reader", READERS, indirect=True, ids="-".join)
def test_calculator_and_product_in_the_readers_language(reader: tuple[Visitor, str, str]) -> None:
    someone, language, width = reader
    someone.go(f"/{language}/landed-cost/?{urlencode(OLIVE_OIL)}")
    assert someone.page.locator(".landed-table tbody tr").count() >= 8
    someone.check(f"costs-calculator-{language}-{width}")
    someone.go(f"/{language}/search/?q=argan&to=USNYC")
    goods = [one.get_attribute("href") or "" for one in someone.page.locator(".card-title a").all()[:2]]
    someone.go(goods[0])
    someone.check(f"costs-product-{language}-{width}")
    someone.go(f"/{language}/compare/?" + "&".join("p=" + one.split("/")[3] for one in goods))
    someone.check(f"costs-compare-{language}-{width}")
