"""Whatever stands after `page=`, a list answers."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse

from fondouk.doors.web.paging import page_of
from fondouk.market.catalogue import rules
from fondouk.market.discovery import saved
from tests.cast import Cast
from tests.doors.web.test_trade_pages import signed_in

ODD = ("²", "٣", "9" * 30, "9" * 5000, "0", "-1", "1.5", "", "\x00", "100000")
LISTS = {
    "notifications_inbox": "argan", "sell_products": "argan", "saved_products": "chicago", "desk_companies": "operator",
    "desk_measures": "operator", "desk_measure_rows": "operator",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "page"), [("7", 7), ("0", 1), ("²", 1), ("٣", 1), ("9" * 5000, 1), ("99999", 500)])
def test_the_page_asked_for(typed: str, page: int) -> None:
    assert page_of(RequestFactory().get("/", {"page": typed})) == page


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(LISTS))
def test_lists_answer_any_page(cast: Cast, name: str) -> None:
    client = signed_in(getattr(cast, LISTS[name]))
    for typed in ODD:
        assert client.get(reverse(name), {"page": typed}).status_code == 200, typed


@pytest.mark.parametrize("typed", ["²²²²²²", "٣٣٣٣٣٣", "15159²"])
def test_digits_of_other_scripts_are_no_codes(typed: str) -> None:
    assert rules.refusal_of_hs6(typed) is not None
    assert rules.refusal_of_tariff_code("US", typed + "00", "") is not None


@pytest.mark.parametrize("typed", ["²", "123456789abc", "٣", "9" * 40])
def test_a_saved_search_with_an_odd_amount_is_still_a_question(typed: str) -> None:
    assert saved.question(f"q=oil&low={typed}", language="en", market="US").landed == (None, None)
