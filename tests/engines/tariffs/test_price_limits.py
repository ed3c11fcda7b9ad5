"""Limits of price out of the words of a line, and a code that goods of another price cannot have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fondouk.engines.tariffs.price_limits import PriceLimits, price_limits
from tests.engines.landed_cost.conftest import reference_data
from tests.engines.landed_cost.test_format import WORKED, run

__all__ = ["reference_data"]
D = Decimal


@pytest.mark.parametrize(
    ("words", "over", "not_over", "unit"),
    [
        ("Footwear, nesoi, valued over $6.50 but n/o $12/pair", "6.50", "12", "PRS"),
        ("Sports footwear, valued not over $3/pair", None, "3", "PRS"),
        ("Glassware, valued o/$0.30 but n/over $3 each", "0.30", "3", "NO"),
        ("Forks, valued under 25 cents each", None, "0.25", "NO"),
        ("Turkeys, valued less than 88 cents/kg, frozen", None, "0.88", "KG"),
        ("Bone china valued n/o $31.50/doz. pcs.", None, "31.50", "DOZ"),
        ("Tapestries, valued over $215/m2", "215", None, "M2"),
    ],
)
def test_limits_out_of_words(words: str, over: str | None, not_over: str | None, unit: str) -> None:
    found = price_limits(words)
    assert found is not None
    assert (found.over, found.not_over, found.unit) == (over and D(over), not_over and D(not_over), unit)


@pytest.mark.parametrize(
    "words",
    [
        "Argan oil", "Grape juice, of a Brix value not exceeding 30", "Rifles, valued at $25 and under or o/$50 each",
        "Watches with 8-17 jewels in movement, movement valued over $15 each",
        "Guitars, valued over $100 each (excluding the value of the case)",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_not_read(words: str) -> None:
    assert price_limits(words) is None


def test_only_what_is_surely_outside_is_left_out() -> None:
    limits = PriceLimits(D(3), D(5), "NO", "")
    assert limits.leaves_out(D("2.9"), D("3"))
    assert limits.leaves_out(D("5.01"), D("5.2"))
    assert not limits.leaves_out(D("2.9"), D("3.1"))
    assert not limits.leaves_out(D("4.9"), D("5.1"))


@pytest.mark.django_db
@pytest.mark.parametrize(("price", "status"), [("20.00", "human"), ("2.00", "computed"), ("2.50", "computed")])
def test_goods_of_another_price_cannot_have_the_code(reference_data: None, price: str, status: str) -> None:
    """6911.10.15: bone china valued not over 31.50 a dozen pieces, which is 2.625 each."""
    asked: dict[str, Any] = {**WORKED, "hs": "6911.10.15", "unit": "C62", "quantity": "1200", "unit_price": price}
    (found,) = run(asked)
    assert found["duty_columns"][0]["mfn"]["status"] == status
    assert any("valued n/o $31.50" in gap for gap in found["gaps"]) is (status == "human")
