"""The shell in a real browser: both directions, both widths, light and dark, with the keyboard."""

from itertools import product

import pytest

from tests.doors.web.shop_window import shop_window
from tests.market.discovery.conftest import shelves

__all__ = ["shelves", "shop_window"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ["/", "/trust/", "/pavilions/", "/nowhere/"]


@pytest.mark.parametrize(("language", "width"), list(product(["en", "ar"], ["phone", "desktop"])))
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_public_pages_have_no_violation(visitor, language, width, dark):
    someone = visitor(width, dark=dark, language=language)
    for path in PAGES:
        someone.go(f"/{language}{path}")
        scheme = "dark" if dark else "light"
        someone.check(f"shell-{path.strip('/') or 'home'}-{language}-{width}-{scheme}")


@pytest.mark.parametrize(("language", "width", "dark"), [("en", "phone", False), ("ar", "desktop", True)])
def test_pages_with_goods_have_no_violation(visitor, shop_window, language, width, dark):
    someone = visitor(width, dark=dark, language=language)
    someone.go(f"/{language}/")
    goods = someone.page.get_attribute(".card-title a", "href")
    someone.check(f"goods-home-{language}-{width}")
    for path in (f"/{language}/pavilions/morocco/", f"/{language}/pavilions/morocco/collections/first/", goods):
        someone.go(path)
        someone.check(f"goods-{path.strip('/').split('/')[1]}-{language}-{width}")


def test_the_first_tab_skips_to_the_content(visitor):
    someone = visitor()
    someone.go("/en/trust/")
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("document.activeElement.className") == "skip"
    someone.page.keyboard.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "main"


def test_the_destination_is_kept(visitor):
    someone = visitor()
    someone.go("/en/trust/")
    someone.page.click(".deliver summary")
    someone.page.click("button[value=CAMTR]")
    assert "Montréal, CA" in someone.page.inner_text(".deliver summary")
    someone.go("/fr/trust/")
    assert "Montréal, CA" in someone.page.inner_text(".deliver summary")


def test_escape_closes_a_menu_and_gives_the_focus_back(visitor):
    someone = visitor("phone")
    someone.go("/en/trust/")
    someone.page.click(".menu summary")
    someone.page.keyboard.press("Escape")
    assert someone.page.evaluate("document.querySelector('.menu').open") is False
    assert someone.page.evaluate("document.activeElement.closest('.menu') !== null")
