"""A day for which no fee or tax is loaded: the line is missing and named, never left out in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, GoodsLine, Shipment
from fondouk.engines.tariffs import book, schedule

ON = date(2026, 11, 23)
ARGAN = GoodsLine("0910200000", Decimal(10), Decimal(1000), "KGM", Decimal(1000), {}, False)


def worked(day: date, country: str = "US", port: str = "USNYC", currency: str = "USD") -> Estimate:
    shipment = Shipment("here", country, "MA", "FOB", "MAAGA", currency, (ARGAN,), port=port, mode="LCL", entry_on=day)
    (found,) = estimate.many([shipment], on=ON)
    return found


def amounts(found: Estimate, kind: str) -> list[Decimal | None]:
    return [line.amount for line in found.lines if line.kind == kind]


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "expected"), [
    (date(2021, 9, 30), [None]), (date(2021, 10, 1), [Decimal("34.64")]), (date(2018, 5, 5), [None]),
])  # fmt: skip
def test_the_fee_before_the_first_that_is_loaded(
    reference_data: None, day: date, expected: list[Decimal | None]
) -> None:
    found = worked(day)
    assert amounts(found, "mpf") == expected
    assert ("no_levy_on_day" in {one.code for one in found.gaps}) == (expected == [None])


@pytest.mark.django_db
def test_the_tax_before_the_first_that_is_loaded(reference_data: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canada's tax, were it loaded from 2026 on only."""
    live = schedule.tariff()
    later = [replace(one, valid_from=date(2026, 1, 1)) for one in live.taxes["CA"] if not one.hs]
    monkeypatch.setitem(live.taxes, "CA", later)
    monkeypatch.setattr(live, "_found", {})
    assert amounts(worked(date(2025, 6, 1), "CA", "CAMTR", "CAD"), "gst") == [None]
    assert None not in amounts(worked(date(2026, 6, 1), "CA", "CAMTR", "CAD"), "gst")


def measure(first: date, last: date | None, after_end: str) -> schedule.Measure:
    given = schedule.given_measure(kind="fee", rate="1%", currency="USD", valid_from=first, valid_until=last)
    return replace(given, after_end=after_end)


@pytest.mark.parametrize("after_end", ["carry", "gap"])
def test_what_ended_without_a_successor_is_kept_to_be_named(after_end: str) -> None:
    ended = measure(date(2025, 1, 1), date(2025, 12, 31), after_end)
    assert book._current([ended], ON) == (ended,)


@pytest.mark.django_db
def test_a_fee_that_only_begins_is_no_gap_today(reference_data: None, monkeypatch: pytest.MonkeyPatch) -> None:
    live = schedule.tariff()
    coming = replace(measure(date(2027, 1, 1), None, "carry"), name="levy")
    monkeypatch.setitem(live.fees, "US", [*live.fees["US"], coming])
    monkeypatch.setattr(live, "_found", {})
    assert amounts(worked(ON), "levy") == []
    assert "no_levy_on_day" not in {one.code for one in worked(ON).gaps}
