"""Figures written without asking Babel are those Babel writes."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fondouk.doors.web import figures, formats

LOCALES = ("en_US", "en_CA", "fr_CA", "fr_MA", "ar_MA")
AMOUNTS = some.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False)


@settings(max_examples=200, deadline=None)
@given(AMOUNTS, some.sampled_from(LOCALES), some.sampled_from((None, 0, 2, 3)))
def test_a_figure_is_babels(value, locale, places):
    assert formats._figure(value, locale, places) == formats._figure_by_babel(value, locale, places)


@settings(max_examples=200, deadline=None)
@given(
    AMOUNTS, some.sampled_from(LOCALES), some.sampled_from(("USD", "CAD", "MAD", "EUR", "JPY")),
    some.sampled_from((None, 0, 2)),
)  # fmt: skip
def test_an_amount_is_babels(value, locale, currency, places):
    by_babel = formats._currency_by_babel(value, currency, locale, False, places)
    assert formats._currency(value, currency, locale, False, places) == by_babel


@pytest.mark.parametrize("value", [Decimal(-5), Decimal("-0"), Decimal("NaN"), -3, -0.5])
def test_what_is_no_plain_figure_is_left_to_babel(value):
    assert figures.figure(value, "fr_MA", 0, 2) is None


def test_a_locale_that_groups_by_other_numbers_is_left_to_babel():
    assert figures.figure(Decimal(1234567), "hi_IN", 0, 0) is None
    assert formats._figure(Decimal(1234567), "hi_IN", None) == "12,34,567"


@pytest.mark.parametrize("value", [7, 1234, 1234.5, Decimal("0.1256")])
def test_whole_numbers_and_fractions_are_taken_too(value):
    assert formats._figure(value, "en_US", 2) == formats._figure_by_babel(value, "en_US", 2)
