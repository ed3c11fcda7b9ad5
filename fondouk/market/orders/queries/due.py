"""What the clock has to do: swept every minute, one command per row."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from fondouk.market.orders.models import Milestone, Order
from fondouk.market.orders.rules import MilestoneState, OrderState
from fondouk.market.sourcing.terms import ReleaseWhen


def due(at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Everything the minute sweep has to do: the command's name and its arguments."""
    return [
        *(("accept_by_clock", {"order": one}) for one in due_acceptances(at)),
        *(("release_by_day", {"milestone": one}) for one in due_releases(at)),
    ]


def due_acceptances(at: datetime, limit: int = 500) -> list[str]:
    """Delivered orders whose inspection period has ended."""
    rows = Order.objects.filter(state=OrderState.IN_PROGRESS, delivered_at__isnull=False).order_by("delivered_at")
    found = rows.values_list("reference", "delivered_at", "inspection_days")[: limit * 4]
    return [one for one, delivered, days in found if delivered and at >= delivered + timedelta(days=days)][:limit]


def due_releases(at: datetime, limit: int = 500) -> list[str]:
    """Funded retentions whose day has come."""
    rows = Milestone.objects.filter(
        state=MilestoneState.FUNDED, release_when=ReleaseWhen.DAY, order__accepted_at__isnull=False
    ).order_by("order__accepted_at")
    found = rows.values_list("reference", "order__accepted_at", "days")[: limit * 4]
    return [one for one, accepted, days in found if accepted and at >= accepted + timedelta(days=days or 0)][:limit]
