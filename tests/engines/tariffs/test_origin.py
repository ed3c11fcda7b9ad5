"""Origin: product rule first, then wholly obtained or value content; direct transport always."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondouk.engines.tariffs import origin_words as words
from fondouk.engines.tariffs.origin import (
    DOES_NOT,
    MET,
    NEEDS,
    NOT_MET,
    OPEN,
    QUALIFIES,
    Bill,
    Material,
    by_rule,
    marked,
    origin,
)
from fondouk.engines.tariffs.origin_data import claim, governing, rules

ON = date(2026, 11, 23)
OLIVES = Material("olives", "070992", "MA", Decimal(30))
GLASS = Material("jars", "701090", "ES", Decimal(40))
PRESERVE = Bill("US", "200570", "MA", Decimal(100), (OLIVES, GLASS), new_and_different=True)


def verdict(bill: Bill, processing: str = "13", direct: bool | None = True):
    found = origin(bill, processing=Decimal(processing), direct=direct, on=ON)
    assert found is not None
    return found


def test_thirty_five_percent_and_its_margin() -> None:
    found = verdict(PRESERVE)
    assert (found.status, found.share, found.margin) == (QUALIFIES, Decimal("43.00"), Decimal("8.00"))
    assert found.would_fail == ("olives",)
    assert dict(found.declaration)["materials_of_other_origin"] == "jars (ES)"


@pytest.mark.parametrize(("processing", "status"), [("5", QUALIFIES), ("4.99", DOES_NOT)])
def test_the_threshold_itself_qualifies(processing: str, status: str) -> None:
    assert verdict(PRESERVE, processing).status == status


def test_spanish_olives_fail_unless_first_made_into_another_article() -> None:
    spanish = replace(OLIVES, origin="ES")
    assert verdict(replace(PRESERVE, materials=(spanish, GLASS))).status == DOES_NOT
    transformed = replace(spanish, became_in="MA")
    assert verdict(replace(PRESERVE, materials=(transformed, GLASS))).status == QUALIFIES


def test_mixing_is_not_making() -> None:
    assert verdict(replace(PRESERVE, new_and_different=False)).status == DOES_NOT


def test_not_direct_never_qualifies() -> None:
    assert verdict(PRESERVE, direct=False).status == DOES_NOT
    asked = verdict(PRESERVE, direct=None)
    assert (asked.status, asked.lacking) == (NEEDS, ("direct_transport",))


def test_wholly_obtained_needs_no_percentage() -> None:
    found = verdict(Bill("US", "080510", "MA", Decimal(100), wholly_obtained=True), "0")
    assert (found.status, found.rule, found.share) == (QUALIFIES, "wholly_obtained", None)


@pytest.mark.parametrize("hs", ["570110", "610910", "630120"])
def test_textiles_and_rugs_have_a_product_rule(hs: str) -> None:
    found = verdict(replace(PRESERVE, hs=hs))
    assert (found.status, found.rule) == (NEEDS, "product")
    assert "Annex 4-A" in found.source


def test_goods_of_the_southern_regions_need_a_human() -> None:
    assert "southern_region" in verdict(replace(PRESERVE, region="MA-12")).lacking


@pytest.mark.parametrize(("foreign", "status"), [("40", QUALIFIES), ("40.01", DOES_NOT)])
def test_canada_allows_forty_percent_from_outside(foreign: str, status: str) -> None:
    jars = replace(GLASS, value=Decimal(foreign))
    found = verdict(replace(PRESERVE, destination="CA", materials=(OLIVES, jars)), "0")
    assert (found.agreement, found.status) == ("GPT", status)


def test_no_preference_known_is_none() -> None:
    assert origin(replace(PRESERVE, destination="JP"), processing=Decimal(0), direct=True, on=ON) is None


def test_every_step_of_the_verdict_is_told_with_figure_threshold_and_source() -> None:
    steps = {one.code: one for one in verdict(PRESERVE).criteria}
    content = steps["value_content"]
    assert (content.state, content.figure, content.threshold) == (MET, Decimal("43.00"), Decimal(35))
    assert "10.770" in content.source
    assert "10.777" in steps["imported_directly"].source
    assert steps["input_not_counted"].values["material"] == "jars"


def test_a_transformed_input_is_named_as_such() -> None:
    spanish = replace(OLIVES, origin="ES", became_in="MA")
    steps = {one.code for one in verdict(replace(PRESERVE, materials=(spanish, GLASS))).criteria}
    assert {"input_transformed", "input_not_counted"} <= steps


def test_eight_points_above_and_which_input_alone_turns_it() -> None:
    found = verdict(PRESERVE)
    assert found.spare == Decimal("8.00")
    olives, jars = found.flips
    assert (olives.material, olives.share, olives.turns, olives.home) == ("olives", Decimal("13.00"), True, False)
    assert (jars.turns, jars.home) == (False, True)


def test_a_failing_bill_says_what_would_bring_it_over() -> None:
    found = verdict(replace(PRESERVE, materials=(replace(OLIVES, origin="ES"), GLASS)))
    assert [one.material for one in found.flips if one.turns and one.home] == ["olives", "jars"]


def test_a_foreign_yarn_of_an_excluded_heading_is_named_for_a_rug() -> None:
    wool = Material("wool yarn", "510710", "NZ", Decimal(30))
    found = verdict(Bill("US", "570110", "MA", Decimal(100), (wool,), new_and_different=True))
    assert found.status == NEEDS
    step = next(one for one in found.criteria if one.code == "input_excluded")
    assert (step.state, step.values["heading"]) == (NOT_MET, "5107")
    ours = verdict(Bill("US", "570110", "MA", Decimal(100), (replace(wool, origin="MA"),), new_and_different=True))
    assert (ours.status, ours.criteria[1].code) == (NEEDS, "all_inputs_home")


def test_a_capped_country_counts_no_further_than_its_cap() -> None:
    rule = governing("US", "200570", ON)
    assert rule is not None
    assert rule.caps == {}  # the agreement with Morocco has none
    capped = replace(rule, caps={"US": Decimal(15)})
    american = replace(OLIVES, origin="US")
    bill = replace(PRESERVE, materials=(american, GLASS))
    assert by_rule(bill, rule, processing=Decimal(13), direct=True).share == Decimal("43.00")
    assert by_rule(bill, capped, processing=Decimal(13), direct=True).share == Decimal("28.00")


def test_other_beneficiaries_count_for_canada_and_not_for_the_united_states() -> None:
    jars = replace(GLASS, origin="TN", value=Decimal(60))
    bill = replace(PRESERVE, destination="CA", materials=(OLIVES, jars))
    alone = origin(bill, processing=Decimal(0), direct=True, on=ON)
    together = origin(bill, processing=Decimal(0), direct=True, on=ON, groups={"GPT": {"MA", "TN"}})
    assert alone is not None
    assert together is not None
    assert (alone.status, together.status) == (DOES_NOT, QUALIFIES)


def test_non_preferential_origin_and_marking_stand_beside() -> None:
    made = marked(PRESERVE, on=ON)
    assert (made.country, made.state) == ("MA", MET)
    assert made.marking is not None
    assert (made.marking.words, made.marking.needed) == ("Made in %(country)s", "mandatory")
    mixed = marked(replace(PRESERVE, new_and_different=False), on=ON)
    assert (mixed.country, mixed.state) == ("", OPEN)
    rug = marked(replace(PRESERVE, hs="570110"), on=ON)
    assert (rug.state, rug.reason) == (OPEN, "textile_rules")


def test_how_each_preference_is_claimed() -> None:
    ours = claim("US", "MA", ON)
    assert ours is not None
    assert (ours.blanket_months, ours.waived_below, ours.kept_years) == (12, Decimal(2500), 5)
    canada = claim("CA", "GPT", ON)
    assert canada is not None
    assert canada.form == "exporter_statement"


def test_every_word_is_there() -> None:
    used = {
        one for row in (claim(there, symbol, ON) for there, symbol in words.AGREEMENTS) if row for one in row.elements
    }
    assert used <= set(words.ELEMENTS)
    assert {rule.human for rule in rules() if rule.human} <= set(words.LACKING)


@given(
    ours=st.decimals(0, 100, places=2), theirs=st.decimals(0, 100, places=2), processing=st.decimals(0, 100, places=2)
)
def test_more_content_of_ours_never_turns_a_verdict_for_the_worse(
    ours: Decimal, theirs: Decimal, processing: Decimal
) -> None:
    bill = replace(PRESERVE, materials=(replace(OLIVES, value=ours), replace(GLASS, value=theirs)), price=Decimal(300))
    less = origin(bill, processing=processing, direct=True, on=ON)
    more = origin(bill, processing=processing + 1, direct=True, on=ON)
    assert less is not None
    assert more is not None
    assert less.share is not None
    assert more.share is not None
    assert more.share >= less.share
    assert not (less.status == QUALIFIES and more.status == DOES_NOT)
