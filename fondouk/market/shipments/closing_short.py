"""Closing a partly shipped order short, where the shipments decide when its last goods left and whether all came.

What is packed and has not left is called off; the order is told the rest.
"""

from __future__ import annotations

from datetime import datetime

from fondouk.kit.actor import Actor
from fondouk.market.orders import commands as orders
from fondouk.market.orders.commands.short import of_short
from fondouk.market.orders.models import ShortClosing
from fondouk.market.shipments.models import Shipment
from fondouk.market.shipments.rules import ShipmentState


def agree_to_short(*, short: str, by: Actor, at: datetime) -> ShortClosing:
    """The other side agrees: the order ends with what has left. Raises Refused."""
    shipped_at, delivered = _course(short, by, at)
    return orders.agree_to_short(short=short, shipped_at=shipped_at, delivered=delivered, by=by, at=at)


def decide_short(*, short: str, reasons: str, by: Actor, at: datetime) -> ShortClosing:
    """The operator decides it, with reasons. Raises Refused."""
    shipped_at, delivered = _course(short, by, at)
    return orders.decide_short(
        short=short, reasons=reasons, shipped_at=shipped_at, delivered=delivered, by=by, at=at
    )  # fmt: skip


def _course(short: str, by: Actor, at: datetime) -> tuple[datetime, bool]:
    """(when the last goods left, whether all that left has come); what has not left is called off."""
    order, _found = of_short(short)
    rows = list(Shipment.objects.select_for_update().filter(order=order).exclude(state=ShipmentState.CANCELLED))
    left = [one for one in rows if one.shipped_at is not None]
    for one in rows:
        if one.shipped_at is None:
            one.state, one.cancelled_at, one.cancelled_by = ShipmentState.CANCELLED, at, by.label()
            one.save()
    last = max((one.shipped_at for one in left if one.shipped_at), default=at)
    return last, bool(left) and all(one.state == ShipmentState.DELIVERED for one in left)
