"""The way, its map and its footprint on the calculator, in CSV and JSON; what is not known is said."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from fondouk.doors.web.landed_cost.lane_map import _coast, lane_map

pytestmark = pytest.mark.django_db
QUERY = "goods=1515.90.81&quantity=1000&unit_price=10&gross_kg=1060&volume_m3=2&port=USNYC&mode=LCL"


@pytest.fixture
def reference() -> None:
    """The demo's rates."""
    from fondouk.doors.demo import reference_data
    from fondouk.kit.actor import Actor
    from tests.clock import AT

    reference_data.load_reference(by=Actor.system("test"), at=AT)


@pytest.mark.parametrize(("language", "said"), [("en", "The way there"), ("fr", "Le trajet"), ("ar", "الطريق")])
def test_the_calculator_draws_the_way_and_tells_its_footprint(reference: None, language: str, said: str) -> None:
    page = Client().get(f"/{language}/landed-cost/?{QUERY}").content.decode()
    assert said in page
    assert 'class="lane-way"' in page
    assert re.search(r'<title id="lane-title">[^<]+</title>', page)
    assert re.search(r'<desc id="lane-desc">[^<]+</desc>', page)
    assert "56" in page


def test_machines_read_it_too(reference: None) -> None:
    said = Client().get(f"/en/landed-cost/estimate.json?{QUERY}").json()["co2e"]
    assert (said["kg"], said["km"], said["certainty"]) == ("56.9", 6709, "assumption")
    assert "co2e_kg" in Client().get(f"/en/landed-cost/estimate.csv?{QUERY}").content.decode()
    without = QUERY.replace("&gross_kg=1060", "")
    assert Client().get(f"/en/landed-cost/estimate.json?{without}").json()["co2e"] is None
    page = Client().get(f"/en/landed-cost/?{without}").content.decode()
    assert "Not known: it needs the gross weight" in page


def test_the_map_frames_both_ends() -> None:
    for destination in ("USNYC", "CAMTR", "USHOU", "FRLEH", "NLRTM", "USLAX"):
        found = lane_map("MAAGA", destination, "LCL")
        assert found is not None
        left, top, width, height = (float(one) for one in found.view_box.split())
        for x, y in (found.start, found.end):
            assert left < x < left + width
            assert top < y < top + height
    assert lane_map("MAAGA", "ZZZZZ", "LCL") is None


def _inside(point: tuple[float, float], shape: tuple[tuple[float, float], ...]) -> bool:
    y, x = point
    hit = False
    for (y1, x1), (y2, x2) in zip(shape, shape[1:] + shape[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            hit = not hit
    return hit


@pytest.mark.parametrize("place", [(40, -100), (31.6, -8), (48.9, 2.4), (48.5, -56.5), (20, -5)])
def test_land_is_land(place: tuple[float, float]) -> None:
    assert any(_inside(place, shape) for shape in _coast())


@pytest.mark.parametrize("place", [(38, -40), (36, -7.5), (46.5, -58), (25.5, -88), (50, -1.5), (38, 2)])
def test_sea_is_sea(place: tuple[float, float]) -> None:
    assert not any(_inside(place, shape) for shape in _coast())


BAD = {
    "net_kg=5000&gross_kg=1060": "The gross weight is less than the net weight.",
    "gross_kg=0": "Write a figure above zero",
    "volume_m3=0": "Write a figure above zero",
    "gross_kg=-5": "Write a plain number",
    "goods=1515908": "has 7 digits",
    "goods=77000000": "Chapter 77 of the Harmonized System is kept empty",
    "gross_kg=999999999999&volume_m3=1&mode=LCL": "No rate card is meant for a cargo of this size",
    "port=USZZZ": "This port is not known",
    "entry_on=2039-01-01": "ended on",
}


def test_bad_input_is_a_named_gap_never_a_number_that_looks_right(reference: None) -> None:
    asked = {"goods": "15159081", "quantity": "1000", "unit_price": "10", "gross_kg": "1060", "volume_m3": "2"}
    for query, said in BAD.items():
        answer = Client().get("/en/landed-cost/", {**asked, **dict(one.split("=") for one in query.split("&"))})
        page = answer.content.decode()
        assert answer.status_code == 200, query
        assert said in page, query
        assert "Total at your door" not in page, query
