"""Measures browsed by code, destination, origin, kind and day; a code's history; exchange rates with their age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from fondouk.engines.events.perform import perform
from fondouk.engines.fx import rates
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.market.companies.models import Person
from fondouk.market.reference import commands
from tests import clock
from tests.cast import Cast

pytestmark = pytest.mark.django_db
BY = Actor.system("test")
HEAD = "destination,kind,name,hs,origin,agreement,rate,human,currency,valid_from,valid_until,source,description\n"
ROWS = HEAD + (
    "US,mfn,,15159081,,,3.2%,,USD,2022-01-01,,the tariff,Vegetable oils over 90% pure\n"
    "US,preference,,15159081,MA,MA,Free,,USD,2022-01-01,,the tariff,Vegetable oils\n"
    "US,mfn,,09102000,,,Free,,USD,2022-01-01,2025-12-31,the tariff,Saffron\n"
    'US,layer,section_122,,,,10%,,USD,2026-02-24,2026-07-23,a proclamation,"Import surcharge, section 122"\n'
    "CA,mfn,,15159000,,,See note 3,the text says see note 3,CAD,2020-01-01,,the other tariff,Oils\n"
)
LATER = HEAD + "US,mfn,,15159081,,,4%,,USD,2026-07-01,,the new tariff,Vegetable oils\n"


@pytest.fixture(autouse=True)
def loaded(db: None) -> Iterator[None]:
    """Two files, the second of which changes a rate."""
    for name, content in (("first.csv", ROWS), ("second.csv", LATER)):
        perform(commands.load_measures, once=None, by=BY, at=clock.AT, content=content, name=name)
    yield
    schedule.forget()
    rates.forget()


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def found(desk: Client, **asked: str) -> str:
    """The page that answers a question."""
    answer = desk.get("/en/desk/measures/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_measures_are_found_by_code_destination_kind_origin_and_day(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    assert "4%" in found(desk, q="1515.90", to="US", on="2026-10-15")
    before = found(desk, q="1515.90", to="US", on="2026-06-30")
    assert "3.2%" in before
    assert "90% pure" in before
    assert "Saffron" in found(desk, q="saffron", on="2025-06-01")
    assert "Saffron" not in found(desk, q="saffron", on="2026-06-01")
    assert "10%" in found(desk, kind="layer", on="2026-03-01")
    assert "needs a human" in found(desk, to="CA", on="2026-03-01")
    assert "Preference" in found(desk, kind="preference", **{"from": "MA"}, on="2026-03-01")
    assert "No measure matches" in found(desk, q="9999")
    assert "What is loaded" in found(desk)


def test_what_is_found_can_be_saved(cast: Cast) -> None:
    answer = client_of(cast.operator.owner).get("/en/desk/measures/rows/?q=1515&to=US&on=2026-10-15")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert "attachment" in answer["Content-Disposition"]
    assert len(lines) == 3
    assert lines[1].startswith("US,mfn,,,15159081,,,4%,USD")
    assert client_of(cast.ceramics.owner).get("/en/desk/measures/rows/").status_code == 404


def test_a_code_keeps_its_whole_history(cast: Cast) -> None:
    page = client_of(cast.operator.owner).get("/en/desk/measures/history/US/15159081/").content.decode()
    for words in ("3.2%", "4%", "the tariff", "the new tariff", "first.csv", "second.csv", "replaced"):
        assert words in page


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_kinds_are_named_in_the_readers_language_and_the_published_name_stands_beside(
    cast: Cast, language: str
) -> None:
    page = client_of(cast.operator.owner).get(f"/{language}/desk/measures/?kind=layer&on=2026-03-01").content.decode()
    assert "<q" in page
    assert "Import surcharge, section 122" in page
    assert "Additional duty" not in page


@pytest.mark.parametrize(
    "asked", ["q=%27%22%3Cb%3E", "on=never", "page=-1", "page=99999999999", "to=%00", "kind=bribe"]
)
def test_nonsense_is_answered_by_a_page(cast: Cast, asked: str) -> None:
    assert client_of(cast.operator.owner).get(f"/en/desk/measures/?{asked}").status_code == 200


@pytest.mark.parametrize("path", ["us/15159081", "US/1", "US/151590811234", "US/15a9", "USA/1515"])
def test_a_history_of_no_code_is_not_there(cast: Cast, path: str) -> None:
    assert client_of(cast.operator.owner).get(f"/en/desk/measures/history/{path}/").status_code == 404


def test_the_pages_take_few_statements(cast: Cast, django_assert_max_num_queries: object) -> None:
    desk = client_of(cast.operator.owner)
    for path in ("", "?q=1515", "history/US/15159081/", "loads/", "rates/", "imports/"):
        with django_assert_max_num_queries(16):  # type: ignore[operator]
            assert desk.get(f"/en/desk/measures/{path}").status_code == 200


RATE = {"base": "EUR", "currency": "MAD", "rate": "10,80", "on": "2026-10-30", "source": "Bank Al-Maghrib"}


def test_a_rate_typed_by_hand_is_used_crossed_and_taken_back(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    assert desk.post("/en/desk/measures/rates/", {**RATE, "official": "on"}).status_code == 302
    assert desk.post("/en/desk/measures/rates/", {**RATE, "currency": "USD", "rate": "1.10"}).status_code == 302
    cross = rates.quote("USD", "MAD", on=date(2026, 11, 23))
    assert cross is not None
    assert cross.via == "EUR"
    page = desk.get("/en/desk/measures/rates/?base=EUR&currency=MAD").content.decode()
    assert "Bank Al-Maghrib" in page
    assert "by hand" in page
    load = rates.latest(date(2026, 11, 23))[0].load
    assert desk.post(f"/en/desk/measures/rates/{load}/undoing/").status_code == 302
    assert len(rates.latest(date(2026, 11, 23))) == 1
    assert desk.post("/en/desk/measures/rates/LOD-0000-0000/undoing/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"rate": "much"}, "number above 0"),
        ({"rate": "-3"}, "number above 0"),
        ({"rate": "NaN"}, "number above 0"),
        ({"currency": "EUR"}, "no rate against itself"),
        ({"currency": "M4"}, "three letters"),
        ({"on": "2030-01-01"}, "cannot lie ahead"),
        ({"on": "soon"}, "Write the day"),
        ({"source": " "}, "where the rate was read"),
    ],
)
def test_a_rate_that_cannot_be_is_refused_and_stays_typed(cast: Cast, typed: dict[str, str], said: str) -> None:
    answer = client_of(cast.operator.owner).post("/en/desk/measures/rates/", {**RATE, **typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert rates.latest(date(2026, 11, 23)) == ()


def test_a_viewer_enters_no_rate(cast: Cast) -> None:
    viewer = client_of(cast.operator.clerk_person)
    assert viewer.post("/en/desk/measures/rates/", RATE).status_code == 422
    assert viewer.get("/en/desk/measures/rates/").status_code == 200
    assert client_of(cast.ceramics.owner).get("/en/desk/measures/rates/").status_code == 404
