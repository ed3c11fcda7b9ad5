"""The totals of many shipments together are those of each one alone, to the last place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import GoodsLine, Shipment
from fondouk.kit.in_step import Amounts, Parting, larger

ON = date(2026, 11, 23)
CODES = ("1515908190", "0910200000", "0804102090", "691200", "5701101600", "2005702510", "99999999", "0304", "151590")
CODES_CA = ("1515900090", "1509200012", "691200", "5701109000")
ALIKE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
prices = st.decimals(Decimal("-0.01"), Decimal("900"), places=4)
quantities = st.one_of(st.integers(0, 60_000).map(Decimal), st.decimals(Decimal("0.5"), 400, places=1))
weights = st.one_of(st.none(), st.decimals(0, 30_000, places=2))


@st.composite
def alike(draw: st.DrawFn) -> list[Shipment]:
    """Shipments that share a lane and a code, with amounts of every size."""
    country, port, codes = draw(st.sampled_from([("US", "USNYC", CODES), ("CA", "CAMTR", CODES_CA), ("DE", "", CODES)]))
    common = Shipment(
        "any", country, draw(st.sampled_from(["MA", "TR"])),
        draw(st.sampled_from(["EXW", "FCA", "FOB", "CIF", "DAP", "DDP"])), "MAAGA",
        draw(st.sampled_from(["USD", "EUR", "MAD", "XTS"])), (), port=port,
        mode=draw(st.sampled_from([None, None, "LCL", "air", "FCL20", "courier"])),
        entry_on=draw(st.dates(date(2025, 1, 1), date(2027, 3, 1))),
        importer_recovers_tax=draw(st.sampled_from([None, True, False])),
    )  # fmt: skip
    code, unit = draw(st.sampled_from(codes)), draw(st.sampled_from(["KGM", "C62", "LTR"]))
    claimed = draw(st.sampled_from([True, False, None]))

    def one(number: int) -> Shipment:
        line = GoodsLine(code, draw(prices), draw(quantities), unit, draw(weights), {}, claimed)
        return replace(common, id=number, lines=(line,), gross_kg=draw(weights), volume_m3=draw(weights))

    return [one(number) for number in range(draw(st.integers(4, 14)))]


def assert_equal_alone_and_together(shipments: list[Shipment]) -> None:
    each = estimate.many(shipments, on=ON)
    for alone, total in zip(each, estimate.totals(shipments, on=ON), strict=True):
        for name in total._fields:
            expected, got = getattr(alone, name), getattr(total, name)
            assert (got, str(got)) == (expected, str(expected)), name


@pytest.mark.django_db
@ALIKE
@given(alike())
def test_together_as_alone(reference_data: None, shipments: list[Shipment]) -> None:
    assert_equal_alone_and_together(shipments)


@pytest.mark.django_db
@settings(ALIKE, max_examples=15)
@given(alike(), alike(), st.randoms())
def test_mixed_as_alone(
    reference_data: None, some: list[Shipment], others: list[Shipment], chance: st.DataObject
) -> None:
    both = [*some, *others]
    chance.shuffle(both)  # type: ignore[attr-defined]
    assert_equal_alone_and_together(both)


def test_a_column_parts_where_its_places_differ() -> None:
    column = Amounts([Decimal(1), Decimal(3)])
    assert column < 4
    with pytest.raises(Parting) as parting:
        bool(column < 2)
    assert parting.value.answers == [True, False]
    assert (2 - column).each == [Decimal(1), Decimal(-1)]
    assert max(column, Decimal(5)) == 5
    assert larger(column, Decimal(2)).each == [Decimal(2), Decimal(3)]
