"""Loading categories and headings of the Harmonized System: reference data, idempotent by code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fondouk.kit.actor import Actor
from fondouk.market.catalogue.models import Category, HsHeading


@dataclass(frozen=True, slots=True)
class HeadingEntry:
    """A heading with its words in three languages."""

    code: str
    names: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CategoryEntry:
    """A category; parents come before their children."""

    code: str
    sector: str
    names: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    parent: str = ""
    heading: str = ""
    palette: str = "sand"
    motif: str = ""
    schema: Mapping[str, object] = field(default_factory=dict)


def load_headings(*, rows: Sequence[HeadingEntry], by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Write or rewrite headings."""
    HsHeading.objects.bulk_create(
        [HsHeading(code=row.code, names=dict(row.names), synonyms=_lists(row.synonyms)) for row in rows],
        update_conflicts=True, unique_fields=["code"], update_fields=["names", "synonyms"],
    )  # fmt: skip


def load_categories(*, rows: Sequence[CategoryEntry], by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Write or rewrite categories, roots first, then their children."""
    headings = dict(HsHeading.objects.values_list("code", "pk"))
    for children in (False, True):
        known = dict(Category.objects.values_list("code", "pk"))
        level = [
            Category(
                code=row.code, sector=row.sector, position=position, names=dict(row.names),
                synonyms=_lists(row.synonyms), parent_id=known.get(row.parent), heading_id=headings.get(row.heading),
                palette=row.palette, motif=row.motif, schema=dict(row.schema),
            )
            for position, row in enumerate(rows)
            if bool(row.parent) is children
        ]  # fmt: skip
        Category.objects.bulk_create(
            level, update_conflicts=True, unique_fields=["code"],
            update_fields=[
                "sector", "position", "names", "synonyms", "parent", "heading", "palette", "motif", "schema",
            ],
        )  # fmt: skip


def _lists(synonyms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {language: list(words) for language, words in synonyms.items()}
