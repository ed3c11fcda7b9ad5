"""Looking for suppliers: names in three scripts, what they sell, counts that let one choose, and who is not shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.doors.ops import readers
from fondouk.market.catalogue import storefronts
from fondouk.market.companies.models import Company
from fondouk.market.discovery import commands, fronts, queries
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods


@pytest.fixture
def makers(shelves: Cast) -> Cast:
    """An argan cooperative and a ceramics workshop, with goods."""
    Company.objects.filter(pk=shelves.argan.id).update(
        name="Coopérative Tafraout Argane", names={"ar": "تعاونية تافراوت للأركان"}, region="MA-09"
    )
    Company.objects.filter(pk=shelves.ceramics.id).update(
        name="Zellige Fès", names={"ar": "زليج فاس"}, region="MA-03", town="Fès"
    )
    goods.publish(shelves.argan, 3)
    goods.publish(shelves.ceramics, 2)
    for maker in (shelves.argan, shelves.ceramics):
        storefronts.open_storefront(by=maker.actor, at=AT)
    goods.read_and_index()
    return shelves


def names(text: str = "", **chosen: list[str]) -> list[str]:
    return [one.name for one in fronts.search(text, chosen=chosen).found]


@pytest.mark.parametrize(
    "text", ["tafraout", "TAFRAOUT", "تافراوت", "تعاونية", "cooperative tafraout", "tafrawt", "tafrout argane"]
)
def test_a_name_in_any_script_and_spelling(makers: Cast, text: str) -> None:
    assert names(text) == ["Coopérative Tafraout Argane"]


@pytest.mark.parametrize("text", ["zellige", "zelij", "زليج", "zelige fes", "fes", "فاس"])
def test_transliterated(makers: Cast, text: str) -> None:
    assert names(text)[0] == "Zellige Fès"


@pytest.mark.parametrize(
    ("typed", "proposed"), [("tafr", "Tafraout"), ("zelij", "Zellige Fès"), ("زليج", "Zellige Fès")]
)
def test_suppliers_are_proposed_while_typing(makers: Cast, client: Client, typed: str, proposed: str) -> None:
    assert proposed in client.get("/en/search/suggestions/", {"q": typed}).content.decode()


def test_a_typo_is_mended_and_told(makers: Cast) -> None:
    found = fronts.search("cooperazive tafraout", chosen={})
    assert [one.name for one in found.found] == ["Coopérative Tafraout Argane"]
    assert found.meant
    assert fronts.search("qqqqqq", chosen={}).total == 0


def test_by_what_they_sell_the_named_one_first(makers: Cast) -> None:
    assert set(names("argan oil")) == {"Coopérative Tafraout Argane", "Zellige Fès"}
    assert names("argan")[0] == "Coopérative Tafraout Argane", "who is called so stands first"
    assert names("huile d'argan") == names("زيت أركان") != []


def test_counts_are_of_suppliers_and_let_one_choose_again(makers: Cast) -> None:
    every = fronts.search("", chosen={})
    assert every.counts["region"] == {"MA-09": 1, "MA-03": 1}
    assert every.counts["category"]["argan-oil"] == 2
    one = fronts.search("", chosen={"region": ["MA-09"]})
    assert one.total == 1
    assert one.counts["region"] == {"MA-09": 1, "MA-03": 1}, "as if no region were chosen"
    assert one.counts["category"] == {"oils": 1, "argan-oil": 1}
    both = fronts.search("", chosen={"region": ["MA-09", "MA-03"]})
    assert both.total == 2
    assert fronts.search("", chosen={"region": ["MA-09"], "certificate": ["NONE"]}).total == 0


def test_a_closed_storefront_is_gone_and_comes_back(makers: Cast) -> None:
    storefronts.close_storefront(by=makers.ceramics.actor, at=AT)
    readers.read_all(AT)
    assert names("zellige") == []
    assert "MA-03" not in fronts.search("", chosen={}).counts["region"]
    storefronts.open_storefront(by=makers.ceramics.actor, at=AT)
    readers.read_all(AT)
    assert names("zellige") == ["Zellige Fès"]


def test_yesterdays_rows_and_missing_ones_are_due(makers: Cast) -> None:
    from fondouk.market.discovery.models import SupplierFront

    assert ("refresh_fronts" in dict(queries.due(AT))) is False
    assert "refresh_fronts" in dict(queries.due(AT + timedelta(days=1)))
    SupplierFront.objects.all().delete()
    due = dict(queries.due(AT))["refresh_fronts"]
    commands.refresh_fronts(**due, by=goods.SYSTEM, at=AT)
    assert len(names()) == 2


def test_statements_do_not_grow_with_suppliers(makers: Cast) -> None:
    ids = [makers.argan.id, makers.ceramics.id]
    with CaptureQueriesContext(connection) as one:
        fronts.refresh(ids[:1], on=AT.date())
    with CaptureQueriesContext(connection) as two:
        fronts.refresh(ids, on=AT.date())
    assert len(one) == len(two)


def test_the_page(makers: Cast, client: Client) -> None:
    answer = client.get("/en/suppliers/?q=zelij")
    text = answer.content.decode()
    assert "1 supplier for" in text
    assert "/en/s/" in text
    with CaptureQueriesContext(connection) as seen:
        client.get("/en/suppliers/?q=argan")
    assert len(seen) <= 8
    assert "زليج فاس" in client.get("/ar/suppliers/?q=zelij").content.decode()
    part = client.get("/fr/suppliers/?q=argan", headers={"HX-Request": "true", "HX-Target": "div#found"})
    assert part.content.decode().lstrip().startswith('<div id="found"')
    assert 'href="/en/suppliers/?q=argan"' in client.get("/en/search/?q=argan").content.decode()


@pytest.mark.parametrize(
    "query",
    ["q=%00%ff", "q=" + "a" * 10_000, "page=1000000000", "region=%27%20OR%201=1--", "category=nowhere", "q=%27%25_%5C",
     "certificate=x&certificate=y&evidence=identity&more=women_led", "q=::&region=:", "region=R&" * 900,
     "q=%D9%8A%D8%A7", "sort=newest&low=1&high=2&heading=1515&lead=ready"],
    ids=range(11),
)  # fmt: skip
def test_any_address_is_a_page(makers: Cast, client: Client, query: str) -> None:
    assert client.get(f"/en/suppliers/?{query}").status_code == 200
