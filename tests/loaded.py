"""Every row of every table that loads of reference data write, to hold two moments against each other."""

from __future__ import annotations

from typing import Any

from django.apps import apps

TABLES = ("Measure", "ListedCode", "GroupMember", "Regime", "Heading")


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that loads write."""
    names = [("tariffs", name) for name in TABLES] + [("fx", "Rate"), ("places", "ImportedPlace")]
    models = [apps.get_model(*name) for name in names]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}
