"""Lists of orders, inspections and claims: who waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from fondouk.kit.money import Money
from fondouk.market.orders.models import Claim, Order, ShortClosing
from fondouk.market.orders.queries.one import _rows, _view
from fondouk.market.orders.queries.shown import OrderView
from fondouk.market.orders.rules import ClaimState, OrderState, ShortState
from fondouk.market.orders.timeline import Next


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line of a list of orders."""

    reference: str
    title: str
    state: OrderState
    other: str
    total: Money
    drafted_at: datetime
    next: Next | None
    side: str


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """A job of an inspector."""

    order: str
    title: str
    supplier: str
    town: str
    ready_on: date | None
    passed: bool | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim that waits for the operator."""

    reference: str
    order: str
    title: str
    buyer: str
    supplier: str
    amount: Money
    opened_at: datetime


def orders_of(company: int, *, side: str, state: str = "", limit: int = 50, offset: int = 0) -> list[OrderRow]:
    """Orders of a company as buyer or supplier (or all of them for the operator), newest first."""
    column = {"buyer": "buyer_id", "supplier": "supplier_id", "operator": "operator_id"}[side]
    rows = _rows().filter(**{column: company}).order_by("-drafted_at", "-id")
    if state:
        rows = rows.filter(state=state)
    return [_row(_view(row), side) for row in rows[offset : offset + limit]]


def waiting_for(company: int, *, side: str, limit: int = 20) -> list[OrderRow]:
    """Running orders in which this side acts next, the nearest deadline first."""
    ended = (OrderState.CLOSED, OrderState.CANCELLED)
    column = {"buyer": "buyer_id", "supplier": "supplier_id", "operator": "operator_id"}[side]
    rows = [_view(row) for row in _rows().filter(**{column: company}).exclude(state__in=ended)]
    mine = [_row(one, side) for one in rows if _acts(one, side)]
    return sorted(mine, key=lambda row: row.next.by if row.next and row.next.by else date.max)[:limit]


def inspections_of(company: int, *, open_only: bool = True) -> list[InspectionRow]:
    """The inspector's jobs: signed orders that name it, those not yet passed first."""
    rows = Order.objects.select_related("supplier").filter(inspector_id=company)
    rows = (
        rows.filter(state__in=(OrderState.SIGNED, OrderState.IN_PROGRESS))
        if open_only
        else rows.exclude(signed_at=None)
    )
    if open_only:
        rows = rows.filter(shipped_at=None).filter(~Q(inspection_passed=True) | Q(inspection_passed=None))
    return [
        InspectionRow(
            row.reference, row.title, row.supplier.name, row.supplier.town, row.ready_on, row.inspection_passed
        )
        for row in rows.order_by("ready_on")
    ]


def open_claims() -> list[ClaimRow]:
    """Claims nobody has decided, oldest first."""
    rows = Claim.objects.select_related("order__buyer", "order__supplier").filter(state=ClaimState.OPEN)
    return [_claim_row(row) for row in rows.order_by("opened_at")]


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A proposal to close an order short that nobody has answered."""

    order: str
    title: str
    buyer: str
    supplier: str
    reason: str
    proposed_at: datetime


def open_shorts() -> list[ShortRow]:
    """Proposals that wait for the other side, or for the operator where that stays silent; oldest first."""
    rows = ShortClosing.objects.select_related("order__buyer", "order__supplier").filter(state=ShortState.OPEN)
    return [
        ShortRow(
            row.order.reference, row.order.title, row.order.buyer.name, row.order.supplier.name, row.reason,
            row.proposed_at,
        )
        for row in rows.order_by("proposed_at")
    ]  # fmt: skip


def _claim_row(row: Any) -> ClaimRow:
    order = row.order
    amount = Money(row.amount_minor, row.currency)
    return ClaimRow(
        row.reference, order.reference, order.title, order.buyer.name, order.supplier.name, amount, row.opened_at
    )


def _acts(view: OrderView, side: str) -> bool:
    if view.next is None:
        return False
    if view.next.who == "both":
        signed = view.facts.signed_buyer if side == "buyer" else view.facts.signed_supplier
        return side in ("buyer", "supplier") and not signed
    return view.next.who == side


def _row(view: OrderView, side: str) -> OrderRow:
    other = view.supplier.name if side == "buyer" else view.buyer.name
    if side == "operator":
        other = f"{view.supplier.name} → {view.buyer.name}"
    return OrderRow(view.reference, view.title, view.state, other, view.total, view.drafted_at, view.next, side)
