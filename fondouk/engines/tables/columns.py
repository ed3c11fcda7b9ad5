"""Columns that models share, so that money, units and references look the same in every table."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.validators import RegexValidator
from django.db import models

from fondouk.kit import references


def minor_units(**options: Any) -> models.BigIntegerField[int, int]:
    """An amount in minor units; the currency stands in a column of the same row."""
    return models.BigIntegerField(**options)


def currency_code(**options: Any) -> models.CharField[str, str]:
    """ISO 4217."""
    return models.CharField(max_length=3, validators=[RegexValidator(r"^[A-Z]{3}$")], **options)


def unit_price(**options: Any) -> models.DecimalField[Any, Any]:
    """A price per unit, up to six places."""
    return models.DecimalField(max_digits=18, decimal_places=6, **options)


def amount_of_unit(**options: Any) -> models.DecimalField[Any, Any]:
    """A quantity; its Rec 20 unit stands in a column of the same row."""
    return models.DecimalField(max_digits=18, decimal_places=4, **options)


def unit_code(**options: Any) -> models.CharField[str, str]:
    """UN/CEFACT Rec 20."""
    return models.CharField(max_length=3, **options)


def country_code(**options: Any) -> models.CharField[str, str]:
    """ISO 3166 alpha-2."""
    return models.CharField(max_length=2, **options)


def reference_code(prefix: str) -> models.CharField[str, str]:
    """The reference people read: unique, made when the row is made."""
    return models.CharField(max_length=20, unique=True, editable=False, default=partial(references.new, prefix))


def state_column(states: Any, initial: Any, **options: Any) -> models.CharField[str, str]:
    """A StrEnum state. Django calls a plain enum class, so it is given (value, label) pairs."""
    pairs = [(str(state.value), str(state.value)) for state in states]
    return models.CharField(max_length=20, choices=pairs, default=str(initial.value), **options)
