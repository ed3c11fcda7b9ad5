"""Amounts, units and days as each reader writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from fondouk.doors.web import fields, formats, locale
from fondouk.doors.web.unit_names import unit_name
from fondouk.kit.money import Money
from fondouk.kit.quantity import Quantity

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.fixture
def reader():
    """Read as `reader("fr", "CA")`."""
    with translation.override("en"):

        def read(language, country="US"):
            translation.activate(language)
            formats._to.set(country)

        yield read
    formats._to.set("US")


@pytest.mark.parametrize(
    ("language", "country", "said"),
    [
        ("en", "US", "$9,040.00"),
        ("en", "CA", "US$9,040.00"),
        ("fr", "US", f"9{NARROW}040,00{WIDE}$US"),
        ("fr", "CA", f"9{WIDE}040,00{WIDE}${WIDE}US"),
        ("ar", "US", f'<bdi dir="ltr">9.040,00{WIDE}US$</bdi>'),
    ],
)
def test_money(reader, language, country, said):
    reader(language, country)
    assert str(formats.money(Money(904_000, "USD"))) == said


def test_a_unit_price_keeps_its_decimals(reader):
    reader("en")
    assert formats.price(Decimal("0.125"), "USD") == "$0.125"
    assert formats.price(Decimal("0.1256789"), "USD", places=2) == "$0.13"
    assert formats.price(Decimal(12), "JPY") == "¥12"


def test_a_range_says_the_sign_once(reader):
    reader("en")
    assert formats.price_range(Decimal("19.90"), Decimal("24.80"), "USD") == "$19.90 – 24.80"
    assert formats.price_range(Decimal(2), Decimal(2), "USD") == "$2.00"
    reader("fr")
    assert formats.price_range(Decimal("19.90"), Decimal("24.80"), "USD") == f"19,90 – 24,80{WIDE}$US"


@pytest.mark.parametrize(("count", "word"), [(1, "قنينة"), (2, "قنينتان"), (7, "قنينات"), (240, "قنينة")])
def test_arabic_counts_its_units(count, word):
    assert unit_name("BO", count, "ar") == word


def test_french_counts_one_and_a_half_as_one():
    assert unit_name("BO", Decimal("1.5"), "fr") == "bouteille"
    assert unit_name("BO", 2, "fr") == "bouteilles"


def test_quantities(reader):
    reader("en")
    assert formats.quantity(Quantity(Decimal(2400), "KGM")) == f"2,400{WIDE}kg"
    assert formats.quantity_range(Decimal(50), Decimal(199), "KGM") == f"50 – 199{WIDE}kg"
    assert formats.quantity_range(Decimal(1000), None, "KGM") == f"1,000{WIDE}kg and more"


def test_moroccan_months(reader):
    reader("ar")
    assert formats.day(date(2027, 8, 14)) == "14 غشت 2027"
    assert formats.day(date(2027, 9, 30)) == "30 شتنبر 2027"
    assert formats.day(date(2027, 5, 2)) == "2 ماي 2027"


def test_days_have_their_month_in_words(reader):
    reader("en")
    assert formats.day(date(2027, 1, 2)) == "2 Jan 2027"
    assert formats.day_range(date(2027, 1, 19), date(2027, 1, 21)) == "19 – 21 Jan 2027"
    assert formats.moment(datetime(2026, 11, 23, 6, 10, tzinfo=UTC)) == "23 Nov 2026, 06:10 UTC"
    assert formats.moment(datetime(2026, 11, 24, 17, tzinfo=UTC), zone="America/New_York") == "24 Nov 2026, 12:00"


def test_a_list_is_escaped_and_joined(reader):
    reader("en")
    assert formats.listed(["<b>", formats.bdi("é")]) == "&lt;b&gt; and <bdi>é</bdi>"


def test_filled_sentences_escape_what_is_not_ours(reader):
    reader("ar")
    said = formats.filled("%(name)s: %(sum)s", name="<x>", sum=formats.money(Money(100, "USD")))
    assert str(said).startswith('&lt;x&gt;: <bdi dir="ltr">')


@pytest.mark.parametrize(
    ("language", "country", "found"),
    [("ar", "CA", "ar_MA"), ("fr", "CA", "fr_CA"), ("fr", "US", "fr_MA"), ("en", "CA", "en_CA"), ("en", "FR", "en_US")],
)
def test_locales(language, country, found):
    assert locale.locale_for(language, country) == found


def test_places_are_named_and_the_way_is_read_in_its_direction(reader):
    reader("ar")
    assert (str(formats.place_name("USNYC")), fields.arrow()) == ("<bdi>نيويورك</bdi>", "←")
    reader("en")
    assert (str(formats.place_name("MAAGA")), fields.arrow()) == ("<bdi>Agadir</bdi>", "→")
    assert str(formats.place_name("US")) == "<bdi>United States</bdi>"
    assert str(formats.place_name("ZZ<b>")) == '<bdi dir="ltr">ZZ&lt;b&gt;</bdi>'
