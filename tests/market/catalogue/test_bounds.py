"""Measures, codes and days out of all sense are refused beside their field; true ones pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import bounds, commands
from fondouk.market.catalogue.entry import PreferenceEntry
from fondouk.market.catalogue.rules import Cargo
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers

ON = AT.date()
D = Decimal
ODD = [
    ({"cargo": Cargo(unit_net_kg=D(2147483648))}, "unit_net_kg"),
    ({"cargo": Cargo(unit_net_kg=D(-1))}, "unit_net_kg"),
    ({"cargo": Cargo(length_cm=D("-0.1"))}, "package_length_cm"),
    ({"cargo": Cargo(units_per_package=D(10) ** 14)}, "units_per_package"),
    ({"in_stock": D(-5)}, "in_stock"),
    ({"sample_price": D("-0.01")}, "sample_price"),
    ({"gtin": "123456789012345"}, "gtin"),
    ({"gtin": "twelve"}, "gtin"),
    ({"gtin": "٣٤٥٦٧٨٩٠"}, "gtin"),
    ({"un_number": "12²4"}, "un_number"),
    ({"storage_celsius_min": 20, "storage_celsius_max": 4}, "storage_celsius_min"),
    ({"price_valid_until": date.max}, "price_valid_until"),
    ({"price_valid_until": date.min}, "price_valid_until"),
    ({"preferences": {"US-MA": PreferenceEntry("WHOLLY_OBTAINED", "x", ON + timedelta(days=1))}}, "proof_on"),
    ({"preferences": {"US-MA": PreferenceEntry("WHOLLY_OBTAINED", "x", date.min)}}, "proof_on"),
]


@pytest.mark.parametrize(("odd", "field"), ODD)
def test_what_cannot_be_so_is_said_beside_its_field(odd: dict[str, object], field: str) -> None:
    assert [one.field for one in bounds.refusals_of_entry(offers.entry(**odd), ON)] == [field]


@pytest.mark.parametrize(
    "fine",
    [{}, {"gtin": "06111234567890"}, {"un_number": "1170"}, {"price_valid_until": ON - timedelta(days=400)},
     {"storage_celsius_min": 4, "storage_celsius_max": 4}, {"in_stock": D(0)}],
)  # fmt: skip
def test_what_is_true_passes(fine: dict[str, object]) -> None:
    assert bounds.refusals_of_entry(offers.entry(**fine), ON) == []


@pytest.mark.django_db
def test_nothing_of_it_is_kept(cast: Cast) -> None:
    offers.shelves()
    product = offers.published(cast.argan)
    heavy = replace(offers.entry(), cargo=Cargo(unit_net_kg=D(2147483648)))
    with pytest.raises(Refused):
        commands.change_product(product=product.reference, entry=heavy, by=cast.argan.actor, at=AT)
    product.refresh_from_db()
    assert product.unit_net_kg != D(2147483648)
