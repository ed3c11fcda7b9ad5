"""What a shipment's papers show: commercial invoice and packing list, from the order's and the shipment's rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from fondouk.engines.documents import render
from fondouk.kit.money import Money, line_total, total
from fondouk.kit.quantity import Quantity, plain
from fondouk.market.orders import printing as order_printing
from fondouk.market.orders.models import Order
from fondouk.market.shipments.models import Package, Shipment, ShipmentLine


def invoice_data(shipment: Shipment) -> dict[str, Any]:
    """The commercial invoice: the shipped quantities at the order's prices."""
    order = shipment.order
    lines = list(shipment.lines.select_related("order_line"))
    amounts = [_amount(line, order.currency) for line in lines]
    price = total(amounts, order.currency)
    shown = f"{render.amount(price)}{render.NO_BREAK}{order.currency}"
    return {
        **_common(shipment, order),
        "lines": [
            {
                **_goods(line),
                "unit_price": plain(line.order_line.unit_price),
                "amount": render.amount(amount),
            }
            for line, amount in zip(lines, amounts, strict=True)
        ],
        "totals": [["total", shown]],
        "account": order_printing.account(order),
    }


def packing_data(shipment: Shipment) -> dict[str, Any]:
    """The packing list: no prices, but packages, weights and containers."""
    packages = list(shipment.packages.all())
    return {
        **_common(shipment, shipment.order),
        "lines": [_goods(line) for line in shipment.lines.select_related("order_line")],
        "packages": [_package(one) for one in packages],
        "containers": [{"number": one.number, "type": one.type, "seal": one.seal} for one in shipment.containers.all()],
        "totals": _weights(packages),
    }


def _common(shipment: Shipment, order: Order) -> dict[str, Any]:
    return {
        "seller": order_printing.company(order.supplier),
        "buyer": order_printing.company(order.buyer),
        "facts": [*order_printing.facts(order), *_travel(shipment)],
        "notes": [],
    }


def _travel(shipment: Shipment) -> list[list[str]]:
    known = [
        ["shipment", shipment.reference],
        ["invoice_date", shipment.invoiced_on.isoformat()],
        ["vessel", " ".join(part for part in (shipment.vessel, shipment.voyage) if part)],
        ["bill_of_lading", shipment.bl_number],
        ["on_board", shipment.on_board_on.isoformat() if shipment.on_board_on else ""],
        ["port_of_loading", shipment.port_from],
        ["port_of_discharge", shipment.port_to],
    ]
    return [[key, value] for key, value in known if value]


def _goods(line: ShipmentLine) -> dict[str, str]:
    quantity = render.quantity(Quantity(line.quantity, line.order_line.unit))
    return {**order_printing.description(line.order_line), "quantity": quantity}


def _amount(line: ShipmentLine, currency: str) -> Money:
    """A line shipped whole costs what the contract says; a part is priced and rounded by itself."""
    if line.quantity == line.order_line.quantity:
        return Money(line.order_line.amount_minor, currency)
    return line_total(line.quantity, line.order_line.unit_price, currency)


def _package(one: Package) -> dict[str, str]:
    sides = (one.length_cm, one.width_cm, one.height_cm)
    return {
        "count": str(one.count),
        "type": one.type,
        "marks": one.marks,
        "size": " × ".join(plain(side) for side in sides if side) if all(sides) else "",
        "net": render.number(one.net_kg) if one.net_kg else "",
        "gross": render.number(one.gross_kg),
        "volume": render.number(one.volume_m3) if one.volume_m3 else "",
    }


def _weights(packages: list[Package]) -> list[list[str]]:
    """The sums; one that is not known of every row is left out."""
    sums: list[tuple[str, list[Decimal | None]]] = [
        ("total_packages", [Decimal(one.count) for one in packages]),
        ("total_net", [one.net_kg for one in packages]),
        ("total_gross", [one.gross_kg for one in packages]),
        ("total_volume", [one.volume_m3 for one in packages]),
    ]
    known = [(key, [value for value in values if value is not None]) for key, values in sums]
    return [[key, render.number(sum(values, Decimal(0)))] for key, values in known if len(values) == len(packages)]
