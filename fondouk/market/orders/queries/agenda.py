"""A side's running orders for its home page: who acts next, without the goods. Five statements, whatever it holds."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch

from fondouk.market.orders.models import InspectionReport, Order, OrderLine, Review, Signature
from fondouk.market.orders.queries.lists import OrderRow, _acts, _row
from fondouk.market.orders.queries.one import _view
from fondouk.market.orders.rules import OrderState

_ENDED = (OrderState.CLOSED, OrderState.CANCELLED)


def agenda(company: int, *, side: str, limit: int = 30) -> tuple[list[OrderRow], list[OrderRow]]:
    """(orders in which this side acts next, nearest deadline first; the newest running orders)."""
    column = {"buyer": "buyer_id", "supplier": "supplier_id", "operator": "operator_id"}[side]
    rows = (
        Order.objects.filter(**{column: company})
        .exclude(state__in=_ENDED)
        .select_related("buyer", "supplier", "operator", "inspector", "product", "holder", "quotation")
        .prefetch_related(
            Prefetch("lines", OrderLine.objects.none()),
            Prefetch("inspections", InspectionReport.objects.none()),
            "milestones",
            Prefetch("signatures", Signature.objects.select_related("company")),
            "claims",
            Prefetch("reviews", Review.objects.select_related("author")),
        )
    )
    views = [_view(row) for row in rows.order_by("-drafted_at", "-id")[:limit]]
    mine = [_row(one, side) for one in views if _acts(one, side)]
    mine.sort(key=lambda row: row.next.by if row.next and row.next.by else date.max)
    return mine, [_row(one, side) for one in views]
