"""An agency writes its pavilion's page: three languages, a cover, the makers shown first; nobody else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from fondouk.doors import clock
from fondouk.market.agencies import accrediting
from fondouk.market.agencies import commands as agreements
from fondouk.market.agencies import queries as agencies
from fondouk.market.pavilions import queries
from tests.cast import Cast
from tests.doors.web.test_agencies import agreed, client_of

pytestmark = pytest.mark.django_db
PAGE = "/en/agency/pavilion/"
WORDS = {"lead_en": "Oils and bowls.", "lead_fr": "Huiles et bols.", "lead_ar": "زيوت وأوان."}


@pytest.fixture
def agency(cast: Cast) -> Client:
    agreed(cast)
    now = clock.now()
    accrediting.accredit(
        supplier=cast.argan.reference, until_on=now.date() + timedelta(days=30), by=cast.agency.actor, at=now
    )
    return client_of(cast.agency.owner)


def test_the_agency_opens_and_rewrites_its_page(agency: Client, cast: Cast) -> None:
    assert PAGE in agency.get("/en/agency/").content.decode()
    for language in ("en", "fr", "ar"):
        assert agency.get(PAGE.replace("/en/", f"/{language}/")).status_code == 200
    typed = {**WORDS, "featured": [cast.argan.company.slug]}
    assert agency.post(PAGE, typed).status_code == 302
    for language, word in (("en", "Oils"), ("fr", "Huiles"), ("ar", "زيوت")):
        page = queries.pavilion("morocco", language=language, on=clock.now().date())
        assert page is not None
        assert word in page.lead
        assert page.featured == (cast.argan.company.slug,)
        assert word in Client().get(f"/{language}/pavilions/morocco/").content.decode()
    assert agency.post(PAGE, {**WORDS, "lead_en": "", "lead_fr": "Nouveau."}).status_code == 302
    page = queries.pavilion("morocco", language="en", on=clock.now().date())
    assert page is not None
    assert (page.lead, page.featured) == ("Nouveau.", ())


@pytest.mark.parametrize(
    "wrong",
    [
        {"lead_en": " ", "lead_fr": "", "lead_ar": ""}, {"lead_fr": "x" * 10_000}, {"cover": "PRD-0000-0000"},
        {"cover": "\x00"}, {"featured": ["zellige-ain-nokbi"]}, {"featured": ["../../"]},
    ],
)  # fmt: skip
def test_what_cannot_stand_comes_back_with_what_was_typed(agency: Client, wrong: dict[str, object]) -> None:
    answer = agency.post(PAGE, {**WORDS, **wrong})
    assert answer.status_code == 422
    assert "زيوت" in answer.content.decode() or wrong.get("lead_ar") == ""


def test_direction_marks_and_markup_stay_words(agency: Client) -> None:
    assert agency.post(PAGE, {"lead_en": "Oils \u202e<b>🌿</b>"}).status_code == 302
    shown = Client().get("/en/pavilions/morocco/").content.decode()
    assert "&lt;b&gt;🌿" in shown
    assert "\u202e" not in shown


def test_nobody_else_and_nobody_after_the_agreement(agency: Client, cast: Cast) -> None:
    assert agency.post(PAGE, WORDS).status_code == 302
    for person in (cast.argan.owner, cast.operator.owner, cast.chicago.owner):
        assert client_of(person).get(PAGE).status_code == 404
    reference = agencies.agreements_of(cast.agency.id)[0].reference
    agreements.end_agreement(agreement=reference, reason="Over.", by=cast.operator.actor, at=clock.now())
    assert Client().get("/en/pavilions/morocco/").status_code == 404
    answer = agency.post(PAGE, {**WORDS, "lead_en": "Still here"})
    assert answer.status_code == 422
    assert "No agreement" in answer.content.decode()
