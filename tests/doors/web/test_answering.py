"""What no page words itself is still answered in words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fondouk.market.discovery.models import SavedSearch
from tests.cast import Cast
from tests.doors.web.test_trade_pages import signed_in

pytestmark = pytest.mark.django_db


def test_a_form_opened_for_another_company_changes_nothing_and_says_so(cast: Cast) -> None:
    client = signed_in(cast.argan)
    answer = client.post(reverse("notifications_readings"), {"acting": cast.rival.reference}, follow=True)
    assert answer.status_code == 200
    assert "You opened this form for another company" in answer.content.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [("http://testserver/fr/buy/", "http://testserver/fr/buy/"), ("https://elsewhere.example/", "/en/account/go/")],
)
def test_it_is_said_on_the_page_before_when_that_is_ours(cast: Cast, before: str, after: str) -> None:
    client: Client = signed_in(cast.chicago)
    answer = client.post(
        reverse("notifications_readings"), {"acting": cast.rival.reference}, headers={"referer": before}
    )
    assert (answer.status_code, answer["Location"]) == (303, after)


def test_nul_bytes_in_a_form_never_reach_the_database(cast: Cast) -> None:
    answer = signed_in(cast.chicago).post(
        f"{reverse('search_new')}?q=oil", {"name": "Oils\x00 for spring", "alert": "DAILY"}
    )
    assert answer.status_code == 303
    assert SavedSearch.objects.get().name == "Oils for spring"


@pytest.mark.parametrize(
    ("who", "name", "arguments", "form"),
    [
        ("agency", "agency_accreditation_withdrawal", "argan", {"reason": "A\x00 reason"}),
        ("operator", "desk_rates", "", {"base": "U\x00SD", "currency": "MAD", "rate": "9.9", "source": "a\x00 bank",
                                        "on": "2026-11-20"}),
        ("partner", "account_acting", "", {"company": "MND-\x00"}),
        ("operator", "desk_imports", "", {"kind": "us\x00", "source": "x\x00", "retrieved_on": "2026-11-\x0020"}),
    ],
)  # fmt: skip
def test_nul_bytes_between_the_lines_are_nobodys_words(
    cast: Cast, who: str, name: str, arguments: str, form: dict[str, str]
) -> None:
    references = [getattr(cast, arguments).reference] if arguments else []
    answer = signed_in(getattr(cast, who)).post(reverse(name, args=references), form)
    assert answer.status_code in (302, 303, 404, 422)
