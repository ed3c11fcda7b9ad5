"""Amounts, quantities, dates and names as the reader writes them (Babel), isolated for both writing directions.

The locale follows the page's language and destination (locale.locale_for); a letter or PDF passes `locale`.
Every function returns text safe to put in a page. In Arabic, amounts come wrapped in `<bdi dir="ltr">`, so that
a sign or a range does not jump to the wrong side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup, escape

from fondouk.doors.web import figures
from fondouk.doors.web.locale import locale_for as babel_locale
from fondouk.doors.web.unit_names import unit_name
from fondouk.engines.places import gazetteer
from fondouk.kit.money import Money, exponent
from fondouk.kit.quantity import Quantity

_to: ContextVar[Any] = ContextVar("going_to", default="US")
_PLAIN = re.compile(r"[\d.,\u00a0\u202f]+%?")
_MARKS = re.compile("[\u200e\u200f\u061c]")


@contextmanager
def towards(country: Any) -> Iterator[None]:
    """Format inside for goods going to `country`: an ISO 3166 code, or anything with a `country`."""
    token = _to.set(country)
    try:
        yield
    finally:
        _to.reset(token)


def locale_now() -> str:
    """The Babel locale of the page being made."""
    return babel_locale((translation.get_language() or "en")[:2], _going_to())


def _going_to() -> str:
    to = _to.get()
    return to if isinstance(to, str) else str(to.country)


@lru_cache(maxsize=32)
def _is_rtl(locale: str) -> bool:
    return Locale.parse(locale).text_direction == "rtl"


def bdi(text: Any) -> Markup:
    """Isolate a name whose direction is its own: a Latin company name in Arabic text."""
    return Markup("<bdi>%s</bdi>") % text


def ltr(text: Any) -> Markup:
    """Isolate a code, reference, range or signed amount, always left to right."""
    return Markup('<bdi dir="ltr">%s</bdi>') % text


def _shown(text: str, locale: str) -> Markup:
    text = _MARKS.sub("", text)
    return escape(text) if _PLAIN.fullmatch(text) or not _is_rtl(locale) else ltr(text)


def filled(sentence: str, **values: Any) -> Markup:
    """A translated sentence filled with formatted values; what is not Markup already is escaped."""
    return escape(sentence) % values


def money(amount: Money | None, *, locale: str | None = None, code: bool = False) -> Markup:
    """An amount with its sign ($9,040.00), or with its ISO code where two dollars could be confused."""
    if amount is None:
        return Markup("–")
    return price(amount.decimal, amount.currency, locale=locale, code=code, places=exponent(amount.currency))


def amount(value: Money, *, locale: str | None = None) -> Markup:
    """The figure alone, for a column whose heading names the currency: 9,040.00."""
    return number(value.decimal, locale=locale, places=exponent(value.currency))


def price(
    value: Decimal | None, currency: str, *, locale: str | None = None, code: bool = False, places: int | None = None
) -> Markup:
    """A unit price: at least the currency's own decimals, up to six where it has more ($0.125)."""
    if value is None:
        return Markup("–")
    return _price(value, currency, locale or locale_now(), code, places)


@lru_cache(maxsize=20_000)
def _price(value: Decimal, currency: str, locale: str, code: bool, places: int | None) -> Markup:
    return _shown(_currency(value, currency, locale, code, places), locale)


def _currency(value: Decimal, currency: str, locale: str, code: bool, places: int | None) -> str:
    least = exponent(currency) if places is None else places
    quick = None if code else figures.money(value, currency, locale, least, least if places is not None else 6)
    return quick if quick is not None else _currency_by_babel(value, currency, locale, code, places)


def _currency_by_babel(value: Decimal, currency: str, locale: str, code: bool, places: int | None) -> str:
    least = exponent(currency) if places is None else places
    zeros, extra = "0" * least, "#" * (0 if places is not None else max(0, 6 - least))
    figure = f"#,##0.{zeros}{extra}" if zeros or extra else "#,##0"
    if code:
        return f"{format_decimal(value, format=figure, locale=locale)}\u00a0{currency}"
    pattern = Locale.parse(locale).currency_formats["standard"].pattern.split(";")[0]
    pattern = re.sub(r"[#0.,]+", figure, pattern)
    return format_currency(value, currency, format=pattern, locale=locale, currency_digits=False)


def price_range(
    low: Decimal, high: Decimal | None, currency: str, *, locale: str | None = None, places: int | None = None
) -> Markup:
    """$19.90 – 24.80: the sign stands once, where the language puts it."""
    locale = locale or locale_now()
    if high is None or high == low:
        return price(low, currency, locale=locale, places=places)
    return _price_range(low, high, currency, locale, places)


@lru_cache(maxsize=20_000)
def _price_range(low: Decimal, high: Decimal, currency: str, locale: str, places: int | None) -> Markup:
    ends = [_currency(value, currency, locale, False, places) for value in (low, high)]
    bare = [re.sub(r"[^\d\s.,\u00a0\u202f]", "", _MARKS.sub("", end)).strip() for end in ends]
    sign_first = not _MARKS.sub("", ends[0])[0].isdigit()
    text = f"{_MARKS.sub('', ends[0])} – {bare[1]}" if sign_first else f"{bare[0]} – {_MARKS.sub('', ends[1])}"
    return _shown(text, locale)


def number(value: Decimal | int | float | None, *, locale: str | None = None, places: int | None = None) -> Markup:
    """A plain figure, with `places` decimals, or as many as it has (at most three)."""
    if value is None:
        return Markup("–")
    return _number(value, locale or locale_now(), places)


@lru_cache(maxsize=20_000)
def _number(value: Decimal | int | float, locale: str, places: int | None) -> Markup:
    """Kept: a page of cards writes the same few hundred figures again and again."""
    return _shown(_figure(value, locale, places), locale)


def _figure(value: Decimal | int | float, locale: str, places: int | None) -> str:
    quick = figures.figure(value, locale, places or 0, 3 if places is None else places)
    return quick if quick is not None else _figure_by_babel(value, locale, places)


def _figure_by_babel(value: Decimal | int | float, locale: str, places: int | None) -> str:
    if places is None:
        return format_decimal(value, locale=locale)
    figure = "#,##0" + (f".{'0' * places}" if places else "")
    return format_decimal(value, format=figure, locale=locale)


def percent(value: Decimal | float, *, locale: str | None = None) -> Markup:
    """A share of one as written in a tariff: Decimal("0.032") is 3.2 %."""
    return _percent(value, locale or locale_now())


@lru_cache(maxsize=4_000)
def _percent(value: Decimal | float, locale: str) -> Markup:
    return _shown(format_percent(value, locale=locale, decimal_quantization=False), locale)


def currency_name(code: str, count: int | None = None, *, locale: str | None = None) -> str:
    """US dollars."""
    return get_currency_name(code, count=count, locale=locale or locale_now())


def quantity(value: Quantity | Decimal | int | None, unit: str | None = None, *, locale: str | None = None) -> Markup:
    """400 kg, 240 bottles: the figure isolated, the unit's name in the reader's language."""
    if value is None:
        return Markup("–")
    figure, code = (value.amount, value.unit) if isinstance(value, Quantity) else (value, unit or "C62")
    return _quantity(figure, code, locale or locale_now())


@lru_cache(maxsize=20_000)
def _quantity(figure: Decimal | int, code: str, locale: str) -> Markup:
    return Markup("%s\u00a0%s") % (number(figure, locale=locale), unit_name(code, figure, locale[:2]))


def quantity_range(low: Decimal, high: Decimal | None, unit: str, *, locale: str | None = None) -> Markup:
    """50 – 199 kg, or 1,000 kg and more."""
    locale = locale or locale_now()
    if high is None:
        return filled(_("%(quantity)s and more"), quantity=quantity(low, unit, locale=locale))
    bounds = f"{_figure(low, locale, None)} – {_figure(high, locale, None)}"
    return Markup("{}\u00a0{}").format(_shown(bounds, locale), unit_name(unit, high, locale[:2]))


def per(unit: str, *, locale: str | None = None) -> Markup:
    """/ kg: what stands after a unit price."""
    return _per(unit, (locale or locale_now())[:2])


@lru_cache(maxsize=1_000)
def _per(unit: str, language: str) -> Markup:
    return Markup("/\u00a0%s") % unit_name(unit, 1, language)


def _zoned(moment: datetime) -> datetime:
    return moment.astimezone(timezone.get_current_timezone())


def day(value: date | datetime | None, form: str = "medium", *, locale: str | None = None) -> str:
    """A day with its month in words: `short` 14 Aug, `medium` 14 Aug 2027, `long` Saturday 14 August, `full`."""
    if value is None:
        return "–"
    locale = locale or locale_now()
    on = _zoned(value).date() if isinstance(value, datetime) else value
    return _written_day(on, form, locale)


@lru_cache(maxsize=4_000)
def _written_day(on: date, form: str, locale: str) -> str:
    """Kept: a page names the same few days many times."""
    return _MARKS.sub("", format_date(on, _DAY_FORMS[form][_is_rtl(locale)], locale=locale))


_DAY_FORMS = {
    "short": ("d MMM", "d MMMM"),
    "medium": ("d MMM y", "d MMMM y"),
    "long": ("EEEE d MMMM", "EEEE d MMMM"),
    "full": ("EEEE d MMMM y", "EEEE d MMMM y"),
    "month": ("MMMM y", "MMMM y"),
}


def day_range(first: date, last: date, *, locale: str | None = None) -> Markup:
    """19 – 21 Jan 2027, as far as both days share a month, else both in full."""
    locale = locale or locale_now()
    if (first.year, first.month) == (last.year, last.month):
        return Markup("{} – {}").format(first.day, day(last, locale=locale))
    return Markup("{} – {}").format(day(first, locale=locale), day(last, locale=locale))


def moment(value: datetime | None, *, locale: str | None = None, zone: str | None = None) -> str:
    """A day and an hour, with the zone named when it is not the reader's own: 23 Nov 2026, 06:10 UTC."""
    if value is None:
        return "–"
    locale = locale or locale_now()
    local = value.astimezone(ZoneInfo(zone)) if zone else _zoned(value)
    clock = format_time(local, "HH:mm", tzinfo=local.tzinfo, locale=locale)
    text = f"{day(local.date(), locale=locale)}{'،' if locale == 'ar_MA' else ','} {clock}"
    return f"{text} UTC" if local.utcoffset() == UTC.utcoffset(None) else text


def iso(value: date | datetime) -> str:
    """For the `datetime` attribute of <time>."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def ago(value: datetime, now: datetime, *, locale: str | None = None) -> str:
    """In 2 days, 3 hours ago."""
    return _MARKS.sub("", format_timedelta(value - now, add_direction=True, locale=locale or locale_now()))


def days(count: int) -> str:
    """31 days."""
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": number(count)}


def days_range(low: int, high: int | None) -> Markup:
    """14–18 days."""
    return _days_range(low, high, locale_now(), translation.get_language())


@lru_cache(maxsize=2_000)
def _days_range(low: int, high: int | None, locale: str, language: str | None) -> Markup:  # noqa: ARG001 - the key
    if high is None or low == high:
        return escape(days(low))
    return filled(ngettext("%(range)s day", "%(range)s days", high), range=_shown(f"{low}–{high}", locale))


def delay(count: int) -> str:
    """+2 days, beside a date that moved."""
    figure = f"\u2066{count:+d}\u2069".replace("-", "−")
    return ngettext("%(delay)s day", "%(delay)s days", abs(count)) % {"delay": figure}


def listed(items: list[Any], *, locale: str | None = None) -> Markup:
    """A, B and C, as the language joins them."""
    places = [f"\ue000{index}\ue001" for index in range(len(items))]
    pattern = str(escape(format_list(places, locale=locale or locale_now())))
    parts = re.split("\ue000(\\d+)\ue001", pattern)
    return Markup().join(escape(items[int(part)]) if odd % 2 else part for odd, part in enumerate(parts))


def country(code: str, *, locale: str | None = None) -> str:
    """A country's name (ISO 3166)."""
    return Locale.parse(locale or locale_now()).territories.get(code, code)


def place_name(code: str) -> Markup:
    """The name of a UN/LOCODE or a country in the reader's language; the code itself where no name is known."""
    found = gazetteer.place(code) if len(code) == 5 else None
    return bdi(found.name(locale_now()[:2])) if found else bdi(country(code)) if len(code) == 2 else ltr(code)


def file_size(size: int) -> str:
    """240 KB, 1.4 MB."""
    if size < 1_000_000:
        return _("%(size)s KB") % {"size": number(max(1, round(size / 1000)))}
    return _("%(size)s MB") % {"size": number(round(size / 1_000_000, 1))}


def value(one: Any) -> Any:
    """Any value a refusal may carry, as text: money, quantity, day, moment, number; the rest as it is."""
    if isinstance(one, Money):
        return money(one)
    if isinstance(one, Quantity):
        return quantity(one)
    if isinstance(one, datetime):
        return moment(one)
    if isinstance(one, date):
        return day(one)
    if isinstance(one, (int, Decimal)) and not isinstance(one, bool):
        return number(one)
    return one


#: What templates see as filters and functions.
EXPORTS = {
    "money": money, "amount": amount, "price": price, "price_range": price_range, "number": number,
    "percent": percent, "currency_name": currency_name, "quantity": quantity, "quantity_range": quantity_range,
    "per": per, "day": day, "day_range": day_range, "moment": moment, "iso": iso, "ago": ago, "days": days,
    "days_range": days_range, "delay": delay, "listed": listed, "country": country, "file_size": file_size,
    "filled": filled, "place_name": place_name,
    "bdi": bdi, "ltr": ltr, "unit_name": unit_name,
}  # fmt: skip
