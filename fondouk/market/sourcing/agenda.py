"""The questions and counter-offers that wait for a supplier's answer, for its home page. One statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q

from fondouk.market.sourcing.models import Inquiry, Quotation
from fondouk.market.sourcing.rules import InquiryState, QuotationState


@dataclass(frozen=True, slots=True)
class Waiting:
    """One buyer who waits: for a first answer, or for the answer to a counter-offer."""

    reference: str
    title: str
    buyer: str
    town: str
    quantity: Decimal
    unit: str
    asked_at: datetime
    countered: bool


def answers_due(supplier: int, *, limit: int = 20) -> list[Waiting]:
    """Counter-offers first, then questions without an answer, the oldest first."""
    counter = Quotation.objects.filter(inquiry=OuterRef("pk"), state=QuotationState.COUNTERED)
    rows = (
        Inquiry.objects.select_related("buyer")
        .filter(supplier=supplier)
        .exclude(state=InquiryState.CLOSED)
        .annotate(countered=Exists(counter))
        .filter(Q(state=InquiryState.OPEN) | Q(countered=True))
        .order_by("-countered", "asked_at", "id")
    )
    return [
        Waiting(
            row.reference,
            row.title,
            row.buyer.name,
            row.buyer.town,
            row.quantity,
            row.unit,
            row.asked_at,
            row.countered,
        )
        for row in rows[:limit]
    ]  # fmt: skip
