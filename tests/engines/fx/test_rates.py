"""Exchange rates: direct, inverse and crossed, by day, with their age; never a rate that is not there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fondouk.engines.fx import rates
from fondouk.engines.fx.rates import Converted, NoRate
from fondouk.kit.money import Money


@pytest.fixture
def table(db: None) -> Any:
    """Two days of dollars, one of Canadian dollars, one unofficial dirham."""
    rows = [("ECB", "USD", "2026-10-30", "1.10", True), ("ECB", "USD", "2026-09-30", "1.20", True),
            ("ECB", "CAD", "2026-10-30", "1.54", True), ("street", "MAD", "2026-09-29", "11.00", False)]  # fmt: skip
    rates.store(
        [
            {"source": source, "base": "EUR", "currency": currency, "on": date.fromisoformat(on),
             "rate": Decimal(rate), "official": official}
            for source, currency, on, rate, official in rows
        ],
        load="first",
    )  # fmt: skip
    yield
    rates.forget()


def converted(amount: str, source: str, target: str, on: date = date(2026, 11, 23)) -> Any:
    """One amount, converted."""
    return rates.convert([Money.of(amount, source)], to=target, on=on)[0]


def test_direct_inverse_and_cross(table: None) -> None:
    assert converted("100", "EUR", "USD").money == Money.of("110", "USD")
    assert converted("110", "USD", "EUR").money == Money.of("100", "EUR")
    crossed = converted("110", "USD", "CAD")
    assert crossed.money == Money.of("154", "CAD")
    assert crossed.quote.via == "EUR"


def test_the_latest_rate_not_after_the_day(table: None) -> None:
    assert converted("100", "EUR", "USD", date(2026, 10, 29)).money == Money.of("120", "USD")
    assert isinstance(converted("100", "EUR", "USD", date(2026, 9, 1)), NoRate)


def test_age_and_standing_are_told(table: None) -> None:
    dirham = converted("1000", "MAD", "USD")
    assert isinstance(dirham, Converted)
    assert dirham.quote.on == date(2026, 9, 29)
    assert dirham.quote.age(date(2026, 11, 23)) == 55
    assert not dirham.quote.official


def test_no_rate_is_said(table: None) -> None:
    assert converted("1", "XAU", "USD") == NoRate("XAU", "USD")


def test_the_same_currency_needs_no_rate(db: None) -> None:
    assert converted("5", "USD", "USD").money == Money.of("5", "USD")
