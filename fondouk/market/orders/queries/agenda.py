"""A side's running orders for its home page: who acts next, without the goods. Five statements, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, Sum

from fondouk.kit.money import Money
from fondouk.market.orders.models import InspectionReport, Milestone, Order, OrderLine, Review, ShortClosing, Signature
from fondouk.market.orders.queries.lists import OrderRow, _acts, _row
from fondouk.market.orders.queries.one import SHORT_BY_BUYER, _view
from fondouk.market.orders.rules import MilestoneState, OrderState

_ENDED = (OrderState.CLOSED, OrderState.CANCELLED)


def agenda(company: int, *, side: str, limit: int = 30) -> tuple[list[OrderRow], list[OrderRow]]:
    """(orders in which this side acts next, nearest deadline first; the newest running orders)."""
    column = {"buyer": "buyer_id", "supplier": "supplier_id", "operator": "operator_id"}[side]
    rows = (
        Order.objects.filter(**{column: company})
        .exclude(state__in=_ENDED)
        .select_related("buyer", "supplier", "operator", "inspector", "product", "holder", "quotation")
        .annotate(short_by_buyer=SHORT_BY_BUYER)
        .prefetch_related(
            Prefetch("lines", OrderLine.objects.none()),
            Prefetch("inspections", InspectionReport.objects.none()),
            "milestones",
            Prefetch("signatures", Signature.objects.select_related("company")),
            "claims",
            Prefetch("shorts", ShortClosing.objects.none()),
            Prefetch("reviews", Review.objects.select_related("author")),
        )
    )
    views = [_view(row) for row in rows.order_by("-drafted_at", "-id")[:limit]]
    mine = [_row(one, side) for one in views if _acts(one, side)]
    mine.sort(key=lambda row: row.next.by if row.next and row.next.by else date.max)
    return mine, [_row(one, side) for one in views]


@dataclass(frozen=True, slots=True)
class Proceeds:
    """A supplier's money in one currency: held for it, released and on its way, paid out."""

    held: Money
    released: Money
    paid: Money


def proceeds(supplier: int) -> list[Proceeds]:
    """One row a currency, over all orders paid into held money. One statement."""
    rows = (
        Milestone.objects.filter(supplier=supplier, received_minor__gt=0)
        .order_by("currency")
        .values("currency")
        .annotate(
            held=Sum(F("received_minor") - F("released_minor") - F("refunded_minor")),
            released=Sum("released_minor", filter=Q(state=MilestoneState.RELEASED), default=0),
            paid=Sum("released_minor", filter=Q(state=MilestoneState.PAID), default=0),
        )
    )
    return [Proceeds(*(Money(row[name], row["currency"]) for name in ("held", "released", "paid"))) for row in rows]
