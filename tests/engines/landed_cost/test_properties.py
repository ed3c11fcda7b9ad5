"""What holds for every shipment, whatever the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Cost, GoodsLine, Shipment

CODES = ("15159081", "09102000", "08041020", "61091000", "62012011", "69120048", "151590", "691200", "57011016",
         "20057025", "85443000", "1515908", "99999999")  # fmt: skip
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
prices = st.decimals(Decimal("0.01"), Decimal("5000"), places=2)
quantities = st.integers(1, 50_000).map(Decimal)
amounts = st.one_of(st.none(), st.decimals(0, 5000, places=2))
days = st.dates(date(2022, 1, 30), date(2027, 12, 1))


@st.composite
def shipments(draw: st.DrawFn) -> Shipment:
    """A shipment to either market, under any term, with some costs known and some not."""
    destination, port, currency = draw(st.sampled_from([("US", "USNYC", "USD"), ("CA", "CAMTR", "CAD")]))
    costs = tuple(
        Cost(kind, draw(amounts), currency, draw(st.sampled_from([None, False])))
        for kind in draw(st.sets(st.sampled_from(["inland", "freight", "insurance", "destination", "unloading"])))
    )  # fmt: skip
    lines = tuple(
        GoodsLine(draw(st.sampled_from(CODES)), draw(prices), draw(quantities), "KGM", None, {},
                  draw(st.sampled_from([True, False, None])))
        for _ in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    return Shipment(
        "any", destination, "MA", draw(st.sampled_from(["EXW", "FCA", "FOB", "CIF", "CPT", "DAP", "DDP"])), "MAAGA",
        currency, lines, port=port, mode=draw(st.sampled_from([None, "LCL", "air", "FCL20"])), entry_on=draw(days),
        costs=costs, gross_kg=draw(st.one_of(st.none(), st.decimals(1, 20_000, places=1))),
        volume_m3=draw(st.one_of(st.none(), st.decimals(1, 60, places=1))),
    )  # fmt: skip


def one(shipment: Shipment) -> estimate.Estimate:
    """Its estimate as of the tests' day."""
    return estimate.many([shipment], on=date(2026, 11, 23))[0]


@pytest.mark.django_db
@QUIET
@given(shipments())
def test_counted_lines_add_up_and_no_gap_hides(reference_data: None, shipment: Shipment) -> None:
    found = one(shipment)
    counted = [line for line in found.lines if line.counted]
    assert found.total_known == sum((line.amount for line in counted if line.amount is not None), Decimal(0))
    assert (found.certainty == "partial") >= any(line.amount is None for line in counted)
    for line in found.lines:
        assert line.amount is None or line.amount >= 0
        assert (line.amount is None) == (line.certainty == "missing")
    if found.certainty == "partial":
        assert found.gaps
    if found.total_range is not None:
        assert found.total_range[0] <= found.total_range[1] == found.total_known
    assert found.total_before_recoverable_tax <= found.total_known


@pytest.mark.django_db
@QUIET
@given(shipments())
def test_preference_never_raises_the_duty(reference_data: None, shipment: Shipment) -> None:
    claimed, not_claimed = (
        one(replace(shipment, lines=tuple(replace(line, preference_claimed=said) for line in shipment.lines)))
        for said in (True, False)
    )
    if claimed.duty is not None and not_claimed.duty is not None and shipment.incoterm != "DDP":
        assert claimed.duty <= not_claimed.duty


@pytest.mark.django_db
@QUIET
@given(code=st.sampled_from(CODES[:6]), price=prices, less=quantities, more=quantities, day=days)
def test_more_goods_never_cost_less(
    reference_data: None, code: str, price: Decimal, less: Decimal, more: Decimal, day: date
) -> None:
    """At a fixed unit price and kind of entry; freight is given."""
    small, large = sorted((less, more))
    freight = (Cost("freight", Decimal(900), "USD"), Cost("insurance", Decimal(45), "USD"))
    base = Shipment(
        "grow", "US", "MA", "FOB", "MAAGA", "USD", (GoodsLine(code, price, small, "KGM"),), port="USNYC", mode="LCL",
        entry_on=day, entry="formal", quota=True, costs=freight,
    )  # fmt: skip
    grown = replace(base, lines=(GoodsLine(code, price, large, "KGM"),))
    assert one(base).total_known <= one(grown).total_known


@pytest.mark.django_db
@QUIET
@given(value=st.integers(500, 400_000), claimed=st.booleans(), day=st.dates(date(2025, 1, 1), date(2027, 3, 1)))
def test_a_duty_paid_price_comes_back_to_its_value(reference_data: None, value: int, claimed: bool, day: date) -> None:
    """FOB at V, then DDP at what V comes to at the door: the value found is V again, to a dollar."""
    line = GoodsLine("15159081", Decimal(value), Decimal(1), "KGM", None, {}, claimed)
    costs = tuple(Cost(kind, Decimal(100), "USD") for kind in ("freight", "insurance", "destination"))
    fob = Shipment(
        "fob", "US", "MA", "FOB", "MAAGA", "USD", (line,), port="USNYC", mode="LCL", entry_on=day, quota=True,
        costs=costs,
    )  # fmt: skip
    door = one(fob).total_known
    ddp = replace(
        fob, incoterm="DDP", place="USCHI", lines=(replace(line, unit_price=door),),
        costs=tuple(replace(cost, in_price=True, itemised=True) for cost in costs),
    )  # fmt: skip
    solved = one(ddp)
    assert solved.customs_value is not None
    assert abs(solved.customs_value - value) <= 1
    assert solved.total_known == door


@pytest.mark.django_db
def test_a_rate_set_grows_old(reference_data: None) -> None:
    """Exact for 180 days after it was verified, an assumption from the day after."""
    line = GoodsLine("15159081", Decimal(10), Decimal(1000), "KGM", None, {}, False)
    base = Shipment("old", "US", "MA", "FOB", "MAAGA", "USD", (line,), port="USNYC", mode="LCL")
    last = date(2026, 9, 28) + timedelta(days=180)
    layers = [
        next(part for part in one(replace(base, entry_on=day)).lines if part.kind == "layer")
        for day in (last, last + timedelta(days=1))
    ]
    assert [layer.certainty for layer in layers] == ["exact", "assumption"]
    assert {layer.amount for layer in layers} == {Decimal("1250.00")}


@pytest.mark.django_db
def test_a_tax_that_runs_on_unknown_charges_is_assumed(reference_data: None) -> None:
    """Import VAT of the Union is due on carriage to the door too: without that it is too low."""
    line = GoodsLine("5701109000", Decimal(100), Decimal(100), "C62", None, {}, False)
    costs = (Cost("freight", Decimal(500), "EUR"), Cost("insurance", Decimal(40), "EUR"))
    base = Shipment("vat", "FR", "MA", "FOB", "MAPTM", "EUR", (line,), port="FRLEH", mode="LCL", costs=costs,
                    entry_on=date(2026, 10, 15))  # fmt: skip
    whole = replace(base, costs=(*costs, Cost("destination", Decimal(200), "EUR")))
    (short, known) = (next(row for row in one(each).lines if row.kind == "vat") for each in (base, whole))
    assert (short.certainty, known.certainty) == ("assumption", "exact")
    assert "tax_without_charges" in {said.code for said in one(base).assumptions}


@pytest.mark.django_db
def test_three_queries_for_any_number(reference_data: None, django_assert_max_num_queries) -> None:
    line = GoodsLine("15159081", Decimal(10), Decimal(1000), "KGM")
    shipments = [
        Shipment(str(n), country, "MA", "FOB", "MAAGA", "USD", (line,), entry_on=date(2026, 10, 15))
        for n in range(40)
        for country in ("US", "CA")
    ]
    estimate.many(shipments, on=date(2026, 11, 23))
    with django_assert_max_num_queries(3):
        estimate.many(shipments, on=date(2026, 11, 23))


@pytest.mark.django_db
def test_a_void_layer_shows_what_was_collected_and_that_refunds_are_open(reference_data: None) -> None:
    line = GoodsLine("15159081", Decimal(10), Decimal(1000), "KGM", None, {}, False)
    base = Shipment("void", "US", "MA", "FOB", "MAAGA", "USD", (line,), port="USNYC", mode="LCL")
    void, standing = (one(replace(base, entry_on=day)) for day in (date(2025, 6, 1), date(2026, 10, 15)))
    assert void.layers == Decimal("1000.00")
    assert "refund_open" in {remark.code for remark in void.assumptions}
    assert "refund_open" not in {remark.code for remark in standing.assumptions}
    note = next(part.note for part in standing.lines if part.kind == "layer")
    assert "challenged at the Court of International Trade" in str(note)
