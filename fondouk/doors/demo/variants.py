"""A hand-written product and the variants named beside it: size, grade, colour, packing.

The product's titles hold a place for what varies, as in "Wool rug, {rug-size}, natural dyes"; an axis without such
a place is written at the end. Prices and weights follow the factors of the axis; a variant that changes how goods
are packed says so, else its cartons hold as many pieces as weigh about the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from fondouk.doors.demo import reading

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an axis."""

    axis: str
    key: str
    labels: Mapping[str, str]
    price: Decimal
    weight: Decimal
    package: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A product in one of its forms: the base itself (`changed` is None) or a variant of one axis."""

    key: str
    product: Mapping[str, Any]
    values: Mapping[str, Value] = field(default_factory=dict)
    changed: Value | None = None

    @property
    def price_factor(self) -> Decimal:
        """What the hand-written prices are multiplied by."""
        return self.changed.price if self.changed else ONE

    @property
    def weight_factor(self) -> Decimal:
        """What the hand-written net weight is multiplied by."""
        return self.changed.weight if self.changed else ONE

    def title(self, language: str) -> str:
        """The title in a language, with what varies in its place or at the end."""
        title = dict(zip(reading.LANGUAGES, self.product["title"], strict=True))[language]
        filled = title.format_map({axis: value.labels[language] for axis, value in self.values.items()})
        if self.changed is None or f"{{{self.changed.axis}}}" in title:
            return filled
        return f"{filled}{'،' if language == 'ar' else ','} {self.changed.labels[language]}"

    def text(self, language: str) -> str:
        """The description; a variant begins with what makes it one."""
        text = dict(zip(reading.LANGUAGES, self.product["text"], strict=True))[language]
        if self.changed is None:
            return text
        name = dict(zip(reading.LANGUAGES, reading.axes()[self.changed.axis]["name"], strict=True))[language]
        colon = "\u00a0:" if language == "fr" else ":"
        return f"{name}{colon} {self.changed.labels[language]}.\n\n{text}"


def value_of(axis: str, line: str) -> Value:
    """ "key|English|French|Arabic|price factor|weight factor|package" as a value."""
    key, en, fr, ar, price, weight, package = line.split("|")
    labels = {"en": en, "fr": fr or en, "ar": ar or en}
    return Value(axis, key, labels, Decimal(price), Decimal(weight), tuple(package.split()))


@cache
def values_of(axis: str) -> dict[str, Value]:
    """The values of an axis by key. Raises KeyError for an unknown axis."""
    found = (value_of(axis, line) for line in reading.axes()[axis]["values"])
    return {value.key: value for value in found}


@cache
def forms() -> tuple[Form, ...]:
    """Every product the demo sells: each hand-written one, then its variants."""
    return tuple(form for key, product in reading.products().items() for form in forms_of(key, product))


def forms_of(key: str, product: Mapping[str, Any]) -> Iterator[Form]:
    """The product itself, then one form for each other value of each of its axes."""
    base = dict(one.split("=") for one in product.get("variants", "").split())
    values = {axis: values_of(axis)[value] for axis, value in base.items()}
    yield Form(key, product, values)
    for axis, value in base.items():
        for other in values_of(axis).values():
            if other.key != value and other.key not in product.get("without", "").split():
                yield Form(f"{key}.{other.key}", product, values | {axis: other}, other)


def rounded(price: Decimal) -> Decimal:
    """A price as people write it: three significant steps below ten, cents up to a thousand, then whole."""
    step = Decimal("0.001") if price < Decimal("0.2") else Decimal("0.01") if price < 1000 else ONE
    return price.quantize(step, ROUND_HALF_UP)
