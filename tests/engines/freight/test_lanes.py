"""Rate cards: what they come to, when they are expired, and what they lack."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fondouk.engines.freight import lanes
from fondouk.engines.freight.lanes import Request

ON = date(2026, 11, 23)
CARD = {"origin": "MAAGA", "destination": "USNYC", "currency": "USD", "source": "a guess", "guess": True}


@pytest.fixture
def cards(db: None) -> Any:
    """One card a mode, one of them expired."""
    lanes.store_cards(
        [
            {**CARD, "mode": "LCL", "rate": Decimal(95), "minimum": Decimal(95), "surcharges": "documents 60/shipment"},
            {**CARD, "mode": "FCL20", "rate": Decimal(2000), "surcharges": "bunker 180/container"},
            {**CARD, "mode": "air", "bands": "0:4.60 45:3.90 100:3.30", "minimum": Decimal(95),
             "surcharges": "fuel 0.50/kg"},
            {**CARD, "mode": "courier", "bands": "0:14.50 10:9.80", "valid_until": date(2026, 6, 30)},
        ],
        load="first",
    )  # fmt: skip
    yield
    lanes.forget()


def amounts(**cargo: Any) -> dict[str, Decimal | None]:
    """Mode → amount of a cargo on the lane."""
    (offers,) = lanes.offers([Request("MAAGA", "USNYC", **cargo)], on=ON)
    return {offer.card.mode: offer.amount for offer in offers}


def test_every_mode_by_its_own_measure(cards: None) -> None:
    found = amounts(gross_kg=Decimal(500), volume_m3=Decimal(2))
    assert found["LCL"] == Decimal("250.00")  # 2 m3 against 0.5 t: 2 × 95 + 60
    assert found["FCL20"] == Decimal("2180.00")
    assert found["air"] == Decimal("1900.00")  # 500 × 3.30 + 500 × 0.50
    assert found["courier"] is None  # expired


def test_minimum_and_next_band(cards: None) -> None:
    assert amounts(gross_kg=Decimal(10), volume_m3=Decimal("0.01"))["LCL"] == Decimal("155.00")
    # 95 kg at 3.90 is 370.50; charged as 100 kg at 3.30 it is 330.00
    assert amounts(gross_kg=Decimal(95), volume_m3=Decimal("0.1"))["air"] == Decimal("377.50")


def test_volume_weight_by_air(cards: None) -> None:
    (offers,) = lanes.offers([Request("MAAGA", "USNYC", "air", Decimal(50), Decimal(1))], on=ON)
    assert offers[0].units == Decimal(167)


def test_cheapest_first_and_expired_last(cards: None) -> None:
    (offers,) = lanes.offers([Request("MAAGA", "USNYC", None, Decimal(500), Decimal(2))], on=ON)
    assert [offer.card.mode for offer in offers] == ["LCL", "air", "FCL20", "courier"]
    assert offers[-1].expired


def test_without_weight_no_price(cards: None) -> None:
    (offers,) = lanes.offers([Request("MAAGA", "USNYC", "LCL")], on=ON)
    assert offers[0].amount is None
    assert offers[0].lacks == "volume_and_weight"


def test_us_roads_bind_first_for_oil() -> None:
    load = lanes.container_load("FCL20", Decimal(25_000), Decimal(26), "US")
    assert (load.containers, load.binds) == (2, "weight")
    assert lanes.container_load("FCL20", Decimal(25_000), Decimal(26), "CA").containers == 1


def test_a_load_replaces_and_can_be_undone(cards: None) -> None:
    lanes.store_cards([{**CARD, "mode": "LCL", "rate": Decimal(120)}], load="second")
    assert amounts(gross_kg=Decimal(500), volume_m3=Decimal(2))["LCL"] == Decimal("240.00")
    lanes.undo("second")
    assert amounts(gross_kg=Decimal(500), volume_m3=Decimal(2))["LCL"] == Decimal("250.00")


def test_a_cargo_beyond_all_measure_or_beyond_its_containers_has_no_freight(cards: None) -> None:
    def lacks(mode: str, **cargo: Any) -> str:
        (offers,) = lanes.offers([Request("MAAGA", "USNYC", mode, **cargo)], on=ON)
        assert offers[0].amount is None
        return offers[0].lacks

    much, little = Decimal(999_999_999_999), Decimal(2)
    assert lacks("LCL", gross_kg=much, volume_m3=little) == lacks("LCL", gross_kg=little, volume_m3=much) == "too_much"
    assert lacks("FCL20", gross_kg=much, volume_m3=little) == "too_much"
    assert lacks("FCL20", gross_kg=little, volume_m3=much) == "too_much"
    assert lacks("air", gross_kg=Decimal(130_000), volume_m3=little) == "too_much"
    assert lacks("FCL20", gross_kg=Decimal(28_001), volume_m3=little, containers=1) == "does_not_fit"
    assert lacks("FCL20", gross_kg=little, volume_m3=Decimal(34), containers=1) == "does_not_fit"


def test_what_just_fits_is_priced(cards: None) -> None:
    for cargo in ({"gross_kg": Decimal(28_000), "volume_m3": Decimal(33), "containers": 1}, {"containers": 1}):
        (offers,) = lanes.offers([Request("MAAGA", "USNYC", "FCL20", **cargo)], on=ON)  # type: ignore[arg-type]
        assert offers[0].amount == Decimal("2180.00")
