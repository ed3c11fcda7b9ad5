"""The case of the estimate format, to the cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fondouk.doors.demo.reference_data import FILES, load_reference
from fondouk.engines.freight import lanes
from fondouk.engines.fx import rates
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Cost, GoodsLine, Shipment
from fondouk.engines.requirements import checklist
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.market.reference.models import Load
from tests import clock

ARGAN = Shipment(
    id="worked",
    destination="US",
    port="USNYC",
    origin="MA",
    incoterm="FOB",
    place="MAAGA",
    currency="USD",
    lines=(
        GoodsLine(
            hs="15159081", unit_price=Decimal("10.00"), quantity=Decimal(1000), unit="KGM", preference_claimed=True
        ),
    ),
    mode="LCL",
    entry_on=date(2026, 10, 15),
    costs=(Cost("freight", Decimal("900.00"), "USD"), Cost("insurance", Decimal("45.00"), "USD")),
)


@pytest.mark.django_db
def test_the_worked_case_to_the_cent(loaded_reference_data: None) -> None:
    (found,) = estimate.many([ARGAN], on=date(2026, 11, 23))
    by_kind = {line.kind: line for line in found.lines}
    assert found.customs_value == Decimal("10000.00")
    assert by_kind["duty_mfn"].amount == Decimal("320.00")
    assert not by_kind["duty_mfn"].counted
    assert by_kind["duty_preference"].amount == 0
    assert found.saving_by_preference == Decimal("320.00")
    assert by_kind["layer"].amount == Decimal("1250.00")
    assert by_kind["layer"].heading == "9903.05.56"
    assert by_kind["mpf"].amount == Decimal("34.64")
    assert by_kind["hmf"].amount == Decimal("12.50")
    assert found.total_known == Decimal("12242.14")
    assert found.per_unit is not None
    assert found.per_unit.amount == Decimal("12.2421")
    assert found.certainty == "partial"
    assert [gap.code for gap in found.gaps] == ["no_destination_charges"]
    assert all(line.certainty == "exact" for line in found.lines if line.amount is not None)


@pytest.mark.django_db
@pytest.mark.parametrize(("examined", "certainty", "said"), [(False, "assumption", 1), (True, "exact", 0)])
def test_a_claim_nobody_examined_is_an_assumption(
    reference_data: None, examined: bool, certainty: str, said: int
) -> None:
    asked = replace(ARGAN, lines=(replace(ARGAN.lines[0], origin_examined=examined),))
    (found,) = estimate.many([asked], on=date(2026, 11, 23))
    duty = next(line for line in found.lines if line.kind == "duty_preference")
    assert (duty.amount, duty.certainty) == (0, certainty)
    assert sum(one.code == "origin_not_examined" for one in found.assumptions) == said


@pytest.mark.django_db
def test_the_demo_loads_its_files_once(db: None) -> None:
    by = Actor.system("test")
    load_reference(by=by, at=clock.AT)
    before = Load.objects.count(), len(checklist.versions())
    assert before[0] == len(FILES) - 1, "requirements are versions, not a load"
    assert before[1]
    load_reference(by=by, at=clock.AT)
    assert (Load.objects.count(), len(checklist.versions())) == before
    for engine in (schedule, lanes, rates):
        engine.forget()


@pytest.mark.django_db
def test_a_tax_on_a_duty_not_decided_is_a_range_as_well(reference_data: None) -> None:
    """6912.00 into Canada: Free or 7 % MFN; 5 % on 10,000 + 700 = 535.00, on 10,000 + 0 = 500.00."""
    line = GoodsLine("691200", Decimal(10), Decimal(1000), "KGM", preference_claimed=False)
    asked = replace(ARGAN, destination="CA", port="CAMTR", currency="CAD", lines=(line,), costs=())
    (found,) = estimate.many([asked], on=date(2026, 11, 23))
    by_kind = {one.kind: one for one in found.lines}
    assert (by_kind["duty_mfn"].low, by_kind["duty_mfn"].amount) == (0, Decimal("700.00"))
    tax = by_kind["gst"]
    assert (tax.low, tax.amount, tax.certainty) == (Decimal("500.00"), Decimal("535.00"), "range")
    assert found.total_range is not None
    assert found.total_range[1] - found.total_range[0] == Decimal("735.00")


@pytest.mark.django_db
def test_a_duty_paid_price_under_a_code_not_decided_is_no_exact_answer(reference_data: None) -> None:
    costs = tuple(Cost(kind, Decimal(100), "USD") for kind in ("freight", "insurance", "destination"))
    line = GoodsLine("691200", Decimal(14), Decimal(1000), "KGM", preference_claimed=False)
    asked = replace(ARGAN, incoterm="DDP", place="USCHI", lines=(line,), costs=costs)
    (found,) = estimate.many([asked], on=date(2026, 11, 23))
    assert (found.total_known, found.certainty) == (Decimal("14000.00"), "assumed")
