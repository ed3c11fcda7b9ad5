"""What the public reads: reviews and how many orders were shipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count

from fondouk.engines.tables import scope
from fondouk.market.catalogue.models import Product
from fondouk.market.orders.models import Order, Review
from fondouk.market.orders.rules import ReviewState


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A published review: its words, who wrote them in general terms, and the reply."""

    reference: str
    score: int
    words: str
    language: str
    author_label: str
    written_at: datetime
    reply: str
    product: str


_REVIEWS = f"""
    SELECT review.reference, score, words, language, author_label, written_at, reply, coalesce(product.reference, '')
    FROM {Review._meta.db_table} AS review
    LEFT JOIN {Product._meta.db_table} AS product ON product.id = review.product_id
    WHERE about_id = %s AND review.state = %s ORDER BY written_at DESC LIMIT %s
"""  # noqa: S608 - tables of ours


def reviews_of(company: int, *, limit: int = 20) -> list[ReviewView]:
    """Published reviews about a company, newest first."""
    with connection.cursor() as cursor:  # on every page of a product, where Django's compiling costs more
        cursor.execute(_REVIEWS, [company, str(ReviewState.PUBLISHED), limit])
        return [ReviewView(*row) for row in cursor.fetchall()]


def order_reviewed(review: str, *, about: int) -> str | None:
    """The order a review of this company is about; None where there is no such review."""
    rows = Review.objects.filter(reference=review, about_id=about)
    return rows.values_list("order__reference", flat=True).first()


def order_counts(companies: Iterable[int] | None = None) -> dict[int, int]:
    """Accepted orders by supplier: public counts, no names."""
    with scope.as_system():
        rows = Order.objects.exclude(accepted_at=None)
        if companies is not None:
            rows = rows.filter(supplier_id__in=list(companies))
        return dict(rows.values_list("supplier_id").annotate(Count("id")))
