"""Many storefronts opened at once, in three statements: for the marketplace itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.market.catalogue.models import Storefront


@dataclass(frozen=True, slots=True)
class Opening:
    """A supplier's site: its address, words by language, colours."""

    supplier: int
    slug: str
    headlines: Mapping[str, str]
    stories: Mapping[str, str]
    capacity: Mapping[str, str] = field(default_factory=dict)
    palette: str = "sand"
    motif: str = ""


def open_storefronts(*, rows: Sequence[Opening], by: Actor, at: datetime) -> None:
    """Open those that do not exist yet; the others stay as their owners left them. System only."""
    if not by.is_system or by.company is not None:
        raise PermissionError("only the system opens storefronts in bulk")
    made = Storefront.objects.bulk_create([_row(one, by, at) for one in rows], ignore_conflicts=True)
    journal.record_many(
        "catalogue.storefront.opened", subjects=[(row.reference, [row.supplier_id]) for row in made], by=by, at=at
    )


def _row(one: Opening, by: Actor, at: datetime) -> Storefront:
    return Storefront(
        supplier_id=one.supplier, slug=one.slug, headlines=dict(one.headlines), stories=dict(one.stories),
        capacity=dict(one.capacity), palette=one.palette, motif=one.motif, opened_at=at, opened_by=by.label(),
        changed_at=at, changed_by=by.label(),
    )  # fmt: skip
