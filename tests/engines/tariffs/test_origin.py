"""Origin: product rule first, then wholly obtained or value content; direct transport always."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fondouk.engines.tariffs.origin import DOES_NOT, NEEDS, QUALIFIES, Bill, Material, origin

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
