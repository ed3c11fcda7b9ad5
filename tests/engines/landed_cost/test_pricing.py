"""Solved back: the price found lands within the target, a cent more does not; what cannot be solved says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Cost, GivenMeasure, GoodsLine, Shipment, Solved, Unsolved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]
ON = date(2026, 11, 23)
D = Decimal


def oil(quantity: str = "1000", **changes: Any) -> Shipment:
    """Argan oil FOB Agadir."""
    line = GoodsLine("15159081", D("22.60"), D(quantity), "KGM", D(quantity), preference_claimed=True)
    asked = Shipment(
        "x", "US", "MA", "FOB", "MAAGA", "USD", (line,), port="USNYC", mode="LCL", gross_kg=D(quantity) * D("1.06"),
        volume_m3=D(quantity) * D("0.00125"), entry_on=ON,
    )  # fmt: skip
    return replace(asked, **changes)


def lands(shipment: Shipment, price: Decimal) -> Decimal:
    priced = replace(shipment, lines=(replace(shipment.lines[0], unit_price=price),))
    (found,) = estimate.many([priced], on=ON)
    return found.total_before_recoverable_tax / shipment.lines[0].quantity


@pytest.mark.parametrize(
    "shipment",
    [
        oil(), oil("40"), oil("12000", mode="FCL20"), oil(mode="air"), oil(incoterm="FCA"),
        oil(incoterm="CIF", place="USNYC"),
        oil(currency="MAD"), oil(destination="CA", port="CAMTR", lines=(
            GoodsLine("1515909990", D("22.60"), D(1000), "KGM", D(1000), preference_claimed=True),
        )),
    ],
    ids=["LCL", "minimum fee", "container", "air", "FCA", "CIF", "dirhams", "Canada"],
)  # fmt: skip
def test_the_price_found_lands_within_the_target_and_a_cent_more_does_not(shipment: Shipment) -> None:
    for target in (D(12), D("19.99"), D(25), D("31.4159"), D(400)):
        holds(shipment, target)


def holds(shipment: Shipment, target: Decimal) -> None:
    found = estimate.price_for(shipment, target=target, on=ON)
    if isinstance(found, Unsolved):
        assert found.why in {"too_low", "missing"}
        assert found.gaps or found.least
        if found.why == "too_low":
            assert lands(shipment, D("0.0001")) > target
        return
    assert lands(shipment, found.unit_price) <= target
    assert lands(shipment, found.unit_price + D("0.01")) > target - D("0.002")
    total = sum(line.amount for line in found.estimate.lines if line.counted and line.amount is not None)
    assert total == found.estimate.total_known


def test_by_hand() -> None:
    """1,000 kg at 12.24214: goods 10,000, freight 900, insurance 45, layer 12.5 %, MPF 0.3464 %, HMF 0.125 %."""
    given = (Cost("freight", D(900), "USD"), Cost("insurance", D(45), "USD"), Cost("destination", D(0), "USD"))
    measures = (
        GivenMeasure("mfn", "Free"), GivenMeasure("preference", "Free", agreement="MA"),
        GivenMeasure("layer", "12.5%"), GivenMeasure("mpf", "0.3464%", D("34.58"), D("670.86"), "USD"),
        GivenMeasure("hmf", "0.125%"),
    )  # fmt: skip
    shipment = oil(costs=given, measures=measures, entry_on=date(2026, 10, 15))
    found = estimate.price_for(shipment, target=D("12.24214"), on=ON)
    assert isinstance(found, Solved), found
    assert found.unit_price == D("10.00")


def test_a_target_below_the_carriage_is_refused_with_what_it_costs() -> None:
    found = estimate.price_for(oil("40"), target=D("0.50"), on=ON)
    assert isinstance(found, Unsolved)
    assert found.why == "too_low"
    assert found.least is not None
    assert found.least > D("0.50")


@pytest.mark.parametrize(
    "changes",
    [{"gross_kg": None}, {"port": "USLAX"}, {"lines": (GoodsLine("99999999", D(1), D(10), "KGM"),)},
     {"entry_on": date(2035, 1, 1)}, {"currency": "XXX"}],
)  # fmt: skip
def test_a_missing_line_is_named_and_nothing_is_solved(changes: dict[str, Any]) -> None:
    found = estimate.price_for(oil(**changes), target=D(25), on=ON)
    assert isinstance(found, Unsolved)
    assert found.why == "missing"
    assert found.gaps


def test_a_target_beyond_all_measure_is_refused() -> None:
    found = estimate.price_for(oil(), target=D(10) ** 12, on=ON)
    assert isinstance(found, Unsolved)
    assert found.why == "too_high"


@pytest.mark.django_db
def test_the_price_on_every_term_lands_at_the_same_and_holds_what_the_term_makes_the_seller_pay(
    reference_data: None,
) -> None:
    goods = estimate.GoodsLine("15159081", Decimal(20), Decimal(400), "KGM", Decimal(400), {}, True)
    own = estimate.Shipment(
        "x", "US", "MA", "FCA", "MARAK", "USD", (goods,), port="USNYC", mode="LCL", gross_kg=Decimal(440),
        volume_m3=Decimal("1.2"),
    )  # fmt: skip
    prices = {}
    for term in ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"):
        place = "USNYC" if term in estimate.NAMED_ABROAD else "MARAK"
        asked = estimate.on_term(own, incoterm=term, place=place, on=ON)
        solved = estimate.price_for(asked, target=Decimal(30), on=ON)
        assert isinstance(solved, estimate.Solved), (term, solved)
        landed = solved.estimate.per_unit_before_tax
        assert landed is not None
        assert Decimal("29.95") < landed <= Decimal(30), term
        prices[term] = solved.unit_price
    assert prices["EXW"] <= prices["FOB"] < prices["CFR"] < prices["CIF"] < prices["DAP"] < prices["DDP"]
    assert (prices["FAS"], prices["CPT"], prices["CIP"]) == (prices["FOB"], prices["CFR"], prices["CIF"])
    assert prices["DDP"] == Decimal(30)
