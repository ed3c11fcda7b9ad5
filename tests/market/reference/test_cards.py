"""A rate card that could not be worked with is told by row and column, and never loaded: every page reads the cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from fondouk.doors import demo
from fondouk.market.reference import sheet

GOOD = {
    "origin": "MAAGA", "destination": "USNYC", "mode": "LCL", "currency": "USD", "rate": "95", "minimum": "95",
    "surcharges": "documents 60/shipment", "transit_days_min": "9", "transit_days_max": "14", "cut_off_days": "5",
    "valid_from": "2026-01-01", "valid_until": "2026-12-31", "source": "a carrier",
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("mode", "camel"), ("origin", "Agadir"), ("destination", ""), ("currency", "dollars"), ("rate", "-95"),
        ("rate", ""), ("rate", "NaN"), ("minimum", "-1"), ("bands", "cheap"), ("bands", "0:-4"), ("bands", "45"),
        ("surcharges", "bunker"), ("surcharges", "bunker many/container"), ("surcharges", "bunker 180/camel"),
        ("surcharges", "bunker -180/container"), ("valid_until", "2025-12-31"), ("transit_days_max", "3"),
        ("cut_off_days", "soon"),
        ("transit_days_max", "99999"), ("rate", "1e30"), ("bands", "0:Infinity"), ("bands", "NaN:4"),
    ],
)  # fmt: skip
def test_a_bad_cell_of_a_card_is_told(column: str, value: str) -> None:
    found = sheet.typed("rate_cards", [GOOD, {**GOOD, column: value}])
    assert (3, column) in {(one.row, one.column) for one in found.errors}
    assert found.rows == ()


def test_good_cards_and_those_of_the_demo_are_read() -> None:
    assert not sheet.typed("rate_cards", [GOOD, {**GOOD, "rate": "", "mode": "air", "bands": "0:4.60 45:3.90"}]).errors
    text = (Path(demo.__file__).parent / "data" / "rate_cards.csv").read_text(encoding="utf-8")
    assert not sheet.read("rate_cards", text).errors
