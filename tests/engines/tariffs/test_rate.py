"""Rates as written, read into terms, or refused with the reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fondouk.engines.tariffs.rate import NeedsHuman, NeedsQuantity, convert, parse

QUANTITIES = {"KG": Decimal(100), "NO": Decimal(24), "PRS": Decimal(12), "L": Decimal(50), "M2": Decimal(10),
              "KG_drained": Decimal(60), "KG_contents_and_container": Decimal(150), "USD_case": Decimal(200),
}  # fmt: skip


def due(text: str, currency: str = "USD") -> Decimal:
    """The amount on a value of 1,000 and the quantities above."""
    return parse(text, currency).amount(Decimal(1000), lambda unit: convert(unit, QUANTITIES.get))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Free", "0"),
        ("0%", "0"),
        ("3.2%", "32"),
        ("3.20%", "32"),
        ("6.5 %", "65"),
        ("3.9¢/kg", "3.9"),
        ("3.9 cents/kg", "3.9"),
        ("41¢/kg + 16.3%", "204"),
        ("$1.034/kg + 17%", "273.4"),
        ("5.42 ¢/kg plus 4 %", "45.42"),
        ("0.9 cents each", "0.216"),
        ("90¢/pr. + 37.5%", "385.8"),
        ("94 cents/doz. + 4.6%", "47.88"),
        ("7.85 cents/liter", "3.925"),
        ("$2.00/m2", "20"),
        ("124.5 EUR/100 kg", "124.5"),
        ("4.68¢/kg but not less than 12.5%", "125"),
        ("$5.00/kg but not less than 12.5%", "500"),
        ("$5.00/kg but not less than 12.5% or more than 20%", "200"),
        ("1.88¢/kg but not less than 4% plus 4%", "80"),
        ("8.6 cents/kg on drained weight", "5.16"),
        ("5 cents/kg on contents and container", "7.5"),
        ("5.3% on the case", "10.6"),
        ("$2.77/entry", "2.77"),
    ],
)
def test_rates_that_can_be_computed(text: str, amount: str) -> None:
    assert due(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See note 3",
        "See additional U.S. note 2",
        "The rate applicable to each garment in the ensemble if separately entered",
        "9999.99%",
        "5% [on the value]",
        "5/kg",
        "10 cents/furlong",
        "3.2",
        "12,5%",
    ],
)
def test_rates_that_need_a_human(text: str) -> None:
    with pytest.raises(NeedsHuman):
        parse(text, "USD")


def test_a_lacking_quantity_is_named() -> None:
    with pytest.raises(NeedsQuantity) as lack:
        due("1 cent/kg on total sugars")
    assert lack.value.unit == "KG_total_sugars"


@pytest.mark.parametrize(
    ("known", "unit", "amount"),
    [("KG", "T", "0.1"), ("T", "KG", "100000"), ("NO", "DOZ", "8.333"), ("DOZ", "NO", "1200"), ("NO", "GRS", "0.694")],
)
def test_units_convert(known: str, unit: str, amount: str) -> None:
    found = convert(unit, {known: Decimal(100)}.get)
    assert found is not None
    assert found.quantize(Decimal(amount)) == Decimal(amount)


def test_weights_do_not_stand_for_each_other() -> None:
    assert convert("KG_drained", {"KG": Decimal(100)}.get) is None
