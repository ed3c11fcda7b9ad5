"""A shipment at any step, made by real commands."""

from __future__ import annotations

from decimal import Decimal

from fondouk.kit.money import Money
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.shipments import commands
from fondouk.market.shipments.commands import Departure, Packed
from fondouk.market.shipments.models import Shipment
from fondouk.market.shipments.rules import ContainerGiven, PackageGiven
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.treasury import receipts

PACKAGES = (
    PackageGiven(
        40, "CT", "TAF 1-40", Decimal(40), Decimal(30), Decimal(30), net_kg=Decimal(400), gross_kg=Decimal(452)
    ),
)
BOX = ContainerGiven("CSQU3054383", "22G1", "MA77120")
PACKED = Packed({1: Decimal(400)}, PACKAGES, "F-2026/118", "fcl", (BOX,), "MAAGA", "USNYC", "CMA CGM")
DEPARTURE = Departure(AT.date(), "CMDU4471", "telex", vessel="Al Boraq", voyage="114W")


def paid(cast: Cast) -> Order:
    """An order signed by both, and both payments received."""
    order = trade.signed(cast)
    for position, amount in ((1, "2712.00"), (2, "6328.00")):
        receipts.received(cast, Money.of(amount, "USD"), f"E{position}")
        orders.record_receipt(
            milestone=trade.milestone(order, position).reference, money=Money.of(amount, "USD"), entry=f"E{position}",
            account=receipts.ACCOUNT, by=cast.operator.actor, at=AT,
        )  # fmt: skip
    return order


def packed(cast: Cast, order: Order) -> Shipment:
    """Everything packed."""
    return commands.prepare_shipment(order=order.reference, packed=PACKED, by=cast.argan.actor, at=AT)


def sent(cast: Cast, order: Order) -> Shipment:
    """Everything on board."""
    return commands.ship(shipment=packed(cast, order).reference, departure=DEPARTURE, by=cast.argan.actor, at=AT)
