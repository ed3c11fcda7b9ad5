"""The way goods go, what it gives off, and from how much on a container pays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fondouk.engines.freight import emissions, lanes, ways
from fondouk.engines.freight.lanes import Request

ON = date(2026, 11, 23)
D = Decimal


@pytest.mark.parametrize(
    ("origin", "destination", "nautical_miles"),
    [
        ("MAPTM", "USNYC", 3210), ("MAPTM", "CAHAL", 2700), ("MAPTM", "CAMTR", 3190), ("MAPTM", "USHOU", 4800),
        ("MAPTM", "NLRTM", 1350), ("MAPTM", "FRMRS", 700), ("MAPTM", "USLAX", 7300),
    ],
)  # fmt: skip
def test_ways_by_sea_are_as_long_as_voyages(origin: str, destination: str, nautical_miles: int) -> None:
    """Against distances between ports as seamen know them, within seven percent."""
    found = ways.way_km(origin, destination, "LCL")
    assert found == pytest.approx(nautical_miles * 1.852, rel=0.07)
    assert found == pytest.approx(ways.way_km(destination, origin, "FCL20") or 0)


def test_the_way_by_air_is_the_great_circle_and_never_longer() -> None:
    for port in ("USNYC", "CAMTR", "FRLEH", "USHOU"):
        by_air, by_sea = ways.way_km("MACAS", port, "air"), ways.way_km("MACAS", port, "LCL")
        assert by_air is not None
        assert by_sea is not None
        assert by_air <= by_sea


def test_inland_places_use_their_port_by_sea() -> None:
    assert ways.way("MAFEZ", "USCHI", "LCL") == ways.way("MAPTM", "USNYC", "LCL")
    assert ways.way("MAFEZ", "USCHI", "air") != ways.way("MAPTM", "USNYC", "air")


@pytest.mark.parametrize("code", ["", "ZZZZZ", "nonsense", "US"])
@pytest.mark.django_db
def test_an_unknown_place_has_no_way(code: str) -> None:
    assert ways.way("MAPTM", code, "LCL") == ()
    assert ways.way(code, "USNYC", "air") == ()
    assert lanes.footprint("MAPTM", code, mode="LCL", gross_kg=D(100), on=ON) is None


def test_every_way_point_is_reached_and_the_globe_is_measured_right() -> None:
    assert all(ways._shortest("west of Gibraltar", name) for name in ways._nodes())
    assert ways.great_circle_km((0, 0), (0, 180)) == pytest.approx(ways.EARTH_KM * 3.14159265, rel=1e-6)


def test_the_footprint_by_hand() -> None:
    found = lanes.footprint("MAAGA", "USNYC", mode="LCL", gross_kg=D(1060), on=ON)
    assert found is not None
    # 5,834 km by sea × 1.15 = 6,709 km; 1.060 t × 6,709.1 km × 8 g = 56.893 kg
    assert (found.kilometres, found.kilograms) == (6709, D("56.9"))
    assert found.factor.guess
    by_air = lanes.footprint("MAAGA", "USNYC", mode="air", gross_kg=D(1060), on=ON)
    assert by_air is not None
    # 5,806 km + 95 km; 1.060 t × 5,901 km × 620 g = 3,878.1 kg
    assert by_air.kilograms == D("3878.1")


@pytest.mark.parametrize("weight", [None, D(0), D(-5)])
def test_without_a_weight_there_is_no_footprint(weight: Decimal | None) -> None:
    assert lanes.footprint("MAAGA", "USNYC", mode="LCL", gross_kg=weight, on=ON) is None


def test_factors_are_dated_and_sourced() -> None:
    assert emissions.factor_of("LCL", date(2023, 12, 31)) is None
    assert emissions.factor_of("truck", ON) is None
    for one in emissions.factors():
        assert one.source
        assert one.address.startswith("https://")
        assert one.guess


CARD = {"origin": "MAAGA", "destination": "USNYC", "currency": "USD", "source": "a guess", "guess": True}


@pytest.fixture
def cards(db: None) -> Any:
    """A shared container at 95 a cubic metre and 60 for papers; one of one's own at 2,180."""
    lanes.store_cards(
        [
            {**CARD, "mode": "LCL", "rate": D(95), "minimum": D(95), "surcharges": "documents 60/shipment",
             "cut_off_days": 5},
            {**CARD, "mode": "FCL20", "rate": D(2000), "surcharges": "bunker 180/container"},
        ],
        load="first",
    )  # fmt: skip
    yield
    lanes.forget()


def test_from_how_much_on_a_container_pays(cards: None) -> None:
    found = lanes.break_even(lanes.board(), origin="MAAGA", destination="USNYC", on=ON)
    assert found is not None
    # 95 × m³ + 60 reaches 2,180 at 22.32 m³: the first tenth is 22.4
    assert (found.volume_m3, found.shared, found.container) == (D("22.4"), D("2188.00"), D("2180.00"))
    (before,) = lanes.offers([Request("MAAGA", "USNYC", "LCL", D(1), D("22.3"))], on=ON)
    assert before[0].amount < found.container


def test_no_break_even_without_both_cards_or_where_sharing_stays_cheaper(cards: None) -> None:
    board = lanes.board()
    assert lanes.break_even(board, origin="MAAGA", destination="CAMTR", on=ON) is None
    lanes.store_cards([{**CARD, "mode": "FCL20", "rate": D(9000)}], load="second")
    assert lanes.break_even(lanes.board(), origin="MAAGA", destination="USNYC", on=ON) is None
    lanes.store_cards([{**CARD, "mode": "FCL20", "rate": D(1000), "currency": "EUR"}], load="third")
    assert lanes.break_even(lanes.board(), origin="MAAGA", destination="USNYC", on=ON) is None
    lanes.store_cards([{**CARD, "mode": "FCL20", "rate": D(1000), "valid_until": date(2026, 1, 1)}], load="fourth")
    assert lanes.break_even(lanes.board(), origin="MAAGA", destination="USNYC", on=ON) is None


def test_a_card_tells_its_cut_off(cards: None) -> None:
    (offers,) = lanes.offers([Request("MAAGA", "USNYC", None, D(500), D(2))], on=ON)
    assert {one.card.mode: one.card.cut_off_days for one in offers} == {"LCL": 5, "FCL20": None}
