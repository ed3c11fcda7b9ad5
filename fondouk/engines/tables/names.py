"""References for many rows at once, none of which any row bears.

A single row whose reference clashes is written again by `perform`, with a new one. In bulk that would not do: of ten
thousand drawn at once two are the same every few hundred times, and the more rows there are, the likelier an old one
is met again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from fondouk.kit import references


def unused(model: type[models.Model], prefix: str, count: int) -> list[str]:
    """So many fresh references, looked up in the table before they are given."""
    names: dict[str, None] = {}
    while len(names) < count:
        drawn = [references.new(prefix) for _ in range(count - len(names))]
        borne = set(model._default_manager.filter(reference__in=drawn).values_list("reference", flat=True))
        names.update(dict.fromkeys(one for one in drawn if one not in borne))
    return list(names)


def give(rows: Sequence[Any], prefix: str) -> None:
    """Name rows that are about to be written in bulk; those named on purpose keep theirs by not being among them."""
    if rows:
        for row, name in zip(rows, unused(type(rows[0]), prefix, len(rows)), strict=True):
            row.reference = name
