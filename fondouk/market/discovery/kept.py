"""What a person keeps: their saved products, also those that are no longer offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fondouk.market.discovery import queries
from fondouk.market.discovery.models import SavedProduct
from fondouk.market.discovery.queries import Card


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved product; `card` is None once it is no longer public, `title` is what it was called."""

    product: str
    title: str
    note: str
    saved_at: datetime
    card: Card | None


def products(person: str, *, language: str, market: str, offset: int = 0, limit: int = 50) -> list[Kept]:
    """A person's (reference) saved products, the latest first. Two statements."""
    rows = list(SavedProduct.objects.filter(person__reference=person).order_by("-saved_at", "-pk")[offset:][:limit])
    cards = queries.cards([row.product for row in rows], language=language, market=market)
    found = {card.reference: card for card in cards}
    return [Kept(row.product, row.title, row.note, row.saved_at, found.get(row.product)) for row in rows]


def count(person: str) -> int:
    """How many products a person keeps."""
    return SavedProduct.objects.filter(person__reference=person).count()


def note_of(person: str, product: str) -> str | None:
    """The note a person wrote on a product, None where it is not kept."""
    return SavedProduct.objects.filter(person__reference=person, product=product).values_list("note", flat=True).first()


def among(person: str, references: Sequence[str]) -> frozenset[str]:
    """Which of these products a person keeps. One statement."""
    rows = SavedProduct.objects.filter(person__reference=person, product__in=references)
    return frozenset(rows.values_list("product", flat=True))
