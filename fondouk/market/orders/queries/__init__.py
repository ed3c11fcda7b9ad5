"""Every read of orders that a door or an upper noun may ask for; answers are frozen dataclasses."""

from fondouk.market.orders.queries.due import due, due_acceptances, due_releases
from fondouk.market.orders.queries.lists import (
    ClaimRow,
    InspectionRow,
    OrderRow,
    ShortRow,
    inspections_of,
    open_claims,
    open_shorts,
    orders_of,
    waiting_for,
)
from fondouk.market.orders.queries.one import claim, order, order_for_inspector
from fondouk.market.orders.queries.reviews import ReviewView, order_counts, order_reviewed, reviews_of
from fondouk.market.orders.queries.shown import (
    ClaimView,
    LineView,
    MilestoneView,
    OrderView,
    ShortView,
    Side,
    SignatureView,
)

__all__ = [
    "ClaimRow",
    "ClaimView",
    "InspectionRow",
    "LineView",
    "MilestoneView",
    "OrderRow",
    "OrderView",
    "ReviewView",
    "ShortRow",
    "ShortView",
    "Side",
    "SignatureView",
    "claim",
    "due",
    "due_acceptances",
    "due_releases",
    "inspections_of",
    "open_claims",
    "open_shorts",
    "order",
    "order_counts",
    "order_for_inspector",
    "order_reviewed",
    "orders_of",
    "reviews_of",
    "waiting_for",
]
