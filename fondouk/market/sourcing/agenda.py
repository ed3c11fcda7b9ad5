"""The questions and counter-offers that wait for a supplier's answer, for its home page. One statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast, JSONObject

from fondouk.market.sourcing.models import CostAlert, Inquiry, Quotation
from fondouk.market.sourcing.rules import LIVE, InquiryState, QuotationState


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
    changed: tuple[str, Decimal, str] | None = None  # quotation, difference, currency: the law moved a live offer


def answers_due(supplier: int, *, limit: int = 20) -> list[Waiting]:
    """Counter-offers first, then offers the law changed and questions without an answer, the oldest first."""
    counter = Quotation.objects.filter(inquiry=OuterRef("pk"), state=QuotationState.COUNTERED)
    alerts = CostAlert.objects.filter(
        quotation__inquiry=OuterRef("pk"), quotation__state__in=LIVE, version=F("quotation__version")
    ).order_by("-found_at", "-pk")
    told = JSONObject(quotation="quotation__reference", difference=Cast("difference", CharField()), currency="currency")
    rows = (
        Inquiry.objects.select_related("buyer")
        .filter(supplier=supplier)
        .exclude(state=InquiryState.CLOSED)
        .annotate(countered=Exists(counter), moved=Subquery(alerts.values("difference")[:1]))
        .annotate(told=Subquery(alerts.values(told=told)[:1]))
        .filter(Q(state=InquiryState.OPEN) | Q(countered=True) | (Q(moved__isnull=False) & ~Q(moved=0)))
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
            _changed(row.told) if row.moved else None,
        )
        for row in rows[:limit]
    ]  # fmt: skip


def _changed(told: dict[str, str]) -> tuple[str, Decimal, str]:
    return told["quotation"], Decimal(told["difference"]), told["currency"]
