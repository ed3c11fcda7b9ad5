"""Every golden case, against the engine and against its own arithmetic."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from fondouk.engines.landed_cost import estimate
from tests.engines.landed_cost import golden, golden_abroad, golden_entry, golden_given
from tests.engines.landed_cost.golden import Case

CASES = [
    *golden.rate_cases(), *golden.layer_cases(), *golden.transit_cases(), *golden_entry.fee_cases(),
    *golden_entry.term_cases(), *golden_entry.ddp_cases(), *golden_entry.addition_cases(),
    *golden_abroad.canada_cases(), *golden_abroad.europe_cases(), *golden_abroad.given_cases(),
    *golden_abroad.unknown_cases(), *golden_given.money_cases(), *golden_given.measure_cases(),
    *golden_given.place_cases(), *golden_given.degree_cases(),
]  # fmt: skip
ON = date(2026, 11, 23)
NOT_FIGURES = ("none", "missing", "human")


def figure(claim: str) -> Decimal:
    """The figure on the right, once the arithmetic on the left was seen to give it."""
    left, _, right = claim.partition(" = ")
    worked = eval(re.sub(r"(\d+(?:\.\d+)?)", r'Decimal("\1")', left), {"__builtins__": {}, "Decimal": Decimal})
    rounded = worked.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert rounded == Decimal(right), f"{left} is {rounded}, not {right}"
    return Decimal(right)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_arithmetic_of_the_table(case: Case) -> None:
    for claim in case.expect.values():
        if claim not in NOT_FIGURES and not claim.startswith("needs "):
            figure(claim)


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.django_db
def test_the_engine_agrees_with_every_case(reference_data: None) -> None:
    found = estimate.many([estimate.from_json(case.shipment) for case in CASES], on=ON)
    wrong = [told for case, one in zip(CASES, found, strict=True) for told in differences(case, one)]
    assert not wrong, "\n".join(wrong)


def differences(case: Case, found: estimate.Estimate) -> list[str]:
    """What the engine says otherwise."""
    told = [
        f"{case.id}: {key} is {said}, not {claim}"
        for key, claim in case.expect.items()
        if (said := answer(found, key)) != wanted(claim)
    ]
    if case.gaps is not None and tuple(gap.code for gap in found.gaps) != case.gaps:
        told.append(f"{case.id}: gaps {[str(gap) for gap in found.gaps]}, not {case.gaps}")
    if case.certainty and found.certainty != case.certainty:
        told.append(f"{case.id}: {found.certainty}, not {case.certainty}")
    counted = sum((line.amount for line in found.lines if line.counted and line.amount is not None), Decimal(0))
    if counted != found.total_known:
        told.append(f"{case.id}: lines add up to {counted}, total is {found.total_known}")
    return told


def wanted(claim: str) -> Any:
    """A figure, or the word that stands instead of one."""
    return claim if claim in NOT_FIGURES or claim.startswith("needs ") else figure(claim)


def answer(found: estimate.Estimate, key: str) -> Any:
    """What the engine says under a key of the table."""
    if key == "value":
        return found.customs_value
    if key == "total":
        return found.total_known
    if key in {"mfn", "preference"}:
        column = getattr(found.duty_columns[0], key)
        if column.status == "computed":
            return column.amount
        return f"needs {column.what}" if column.status == "needs" else column.status
    lines = [line for line in found.lines if line.kind == key]
    if not lines:
        return "none"
    amounts = [line.amount for line in lines]
    return "missing" if None in amounts else sum(amounts, Decimal(0))
