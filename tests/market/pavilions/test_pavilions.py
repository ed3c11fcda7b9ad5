"""A pavilion exists only while an agreement is in force, and only its agency curates it."""

from datetime import date

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.agencies import commands as agencies
from fondouk.market.pavilions import commands, queries

pytestmark = pytest.mark.django_db
TEXTS = {"en": {"lead": "Oils, bowls, harnesses."}, "ar": {"lead": "زيوت وأوان وأسلاك."}}


@pytest.fixture
def agreement(cast, at):
    row = agencies.propose_agreement(
        agency=cast.agency.reference, country="MA", from_on=date(2026, 10, 1), until_on=date(2028, 9, 30),
        by=cast.operator.actor, at=at,
    )  # fmt: skip
    agencies.sign_agreement(agreement=row.reference, by=cast.agency.actor, at=at)
    return agencies.sign_agreement(agreement=row.reference, by=cast.operator.actor, at=at)


@pytest.fixture
def pavilion(agreement, cast, at):
    return commands.open_pavilion(country="MA", slug="morocco", texts=TEXTS, by=cast.agency.actor, at=at)


def test_the_page_costs_two_statements(pavilion, at, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.pavilion("morocco", language="en", on=at.date())


def test_it_is_public_under_an_agreement_and_gone_after(pavilion, agreement, cast, at):
    page = queries.pavilion("morocco", language="ar", on=at.date())
    assert page.name == "المغرب"
    assert page.lead == TEXTS["ar"]["lead"]
    assert queries.pavilion("morocco", language="fr", on=at.date()).lead == TEXTS["en"]["lead"]
    agencies.end_agreement(agreement=agreement.reference, reason="Closed", by=cast.operator.actor, at=at)
    assert queries.pavilion("morocco", language="en", on=at.date()) is None
    assert queries.open_pavilions(language="en", on=at.date()) == []


def test_nobody_curates_without_an_agreement(cast, at):
    with pytest.raises(Refused, match=r"pavilion\.no_agreement"):
        commands.open_pavilion(country="MA", slug="morocco", texts=TEXTS, by=cast.agency.actor, at=at)


def test_collections_keep_their_order_and_are_replaced_by_slug(pavilion, cast, at):
    for position, slug in ((2, "leather"), (1, "zellige")):
        commands.arrange_collection(
            pavilion=pavilion.reference, slug=slug, texts={"en": {"title": slug.title(), "second": "x"}},
            products=["PRD-2", "PRD-1"], position=position, by=cast.agency.actor, at=at,
        )  # fmt: skip
    commands.arrange_collection(
        pavilion=pavilion.reference, slug="zellige", texts={"fr": {"title": "Zellige coupé main"}}, products=["PRD-3"],
        position=1, by=cast.agency.actor, at=at,
    )  # fmt: skip
    found = queries.pavilion("morocco", language="en", on=at.date()).collections
    assert [one.title for one in found] == ["Zellige coupé main", "Leather"]
    assert found[0].products == ("PRD-3",)


def test_a_mission_that_is_over_is_not_shown(pavilion, cast, at):
    for year in (2025, 2027):
        commands.announce_mission(
            pavilion=pavilion.reference, texts={"en": {"title": f"New York {year}"}}, place="USNYC",
            from_on=date(year, 1, 19), until_on=date(year, 1, 21), by=cast.agency.actor, at=at,
        )  # fmt: skip
    page = queries.pavilion("morocco", language="en", on=at.date())
    assert [one.title for one in page.missions] == ["New York 2027"]


def test_texts_need_a_title_in_one_language(pavilion, cast, at):
    with pytest.raises(Refused, match=r"pavilion\.title"):
        commands.arrange_collection(
            pavilion=pavilion.reference,
            slug="x",
            texts={"en": {"title": " "}},
            products=[],
            by=cast.agency.actor,
            at=at,
        )
