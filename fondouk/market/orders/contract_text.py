"""The contract's canonical text: what is hashed and signed. ISO codes, ISO dates and Western digits, in English.

The PDF that people download is set from the same rows; this text is what a signature names by its SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from fondouk.engines.freight import lanes
from fondouk.kit.money import Money
from fondouk.kit.quantity import plain
from fondouk.market.orders.models import Milestone, Order, OrderLine
from fondouk.market.sourcing.terms import (
    MILESTONE_NAMES,
    PAY_WHEN_WORDS,
    RELEASE_WHEN_WORDS,
    PaymentRoute,
)

TEXT_VERSION = "1"


def render(order: Order, lines: Sequence[OrderLine], milestones: Sequence[Milestone], at: datetime) -> str:
    """The whole text; the same rows and moment always give the same bytes."""
    blocks = [
        [f"SALES CONTRACT {order.reference}", f"Text version {TEXT_VERSION}, drawn up {at:%Y-%m-%d %H:%M} UTC"],
        _parties(order),
        _goods(order, lines),
        _delivery(order),
        _payment(order, milestones),
        _general(order),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def transit_days(order: Order, on: date) -> int | None:
    """The longest days of the quickest rate card, by the way the promised cost counts on; None where none is known."""
    mode = (order.estimate or {}).get("mode") or None
    request = lanes.Request(origin=order.place_code, destination=order.destination, mode=mode)
    days = [one.card.transit_days[1] for one in lanes.offers([request], on=on)[0] if one.card.transit_days]
    return min(days, default=None)


def _parties(order: Order) -> list[str]:
    buyer, seller = order.buyer, order.supplier
    return [
        "1. PARTIES",
        f"Seller: {seller.legal_name}, {seller.town}, {seller.country} ({seller.reference})",
        f"Buyer: {buyer.legal_name}, {buyer.town}, {buyer.country} ({buyer.reference})",
        f"Importer of record number: {order.importer_number or 'to be given before shipment'}",
        f"Buyer's purchase order: {order.buyer_po or 'none'}",
        *(
            [f"Consignee: {', '.join(v for v in order.consignee.values() if v)}"]
            if any(order.consignee.values())
            else []
        ),
    ]


def _goods(order: Order, lines: Sequence[OrderLine]) -> list[str]:
    total = f"Contract total: {Money(order.total_minor, order.currency)}"
    return ["2. GOODS AND PRICE", *(_line(order, line) for line in lines), total]


def _line(order: Order, line: OrderLine) -> str:
    customs = f", HS {line.hs6}" if line.hs6 else ""
    origin = f", origin {line.origin}" if line.origin else ""
    price = f"{plain(line.unit_price)} {order.currency} per {line.unit}"
    amount = Money(line.amount_minor, order.currency)
    quantity = f"{plain(line.quantity)} {line.unit}"
    return f"{line.position}. {line.description}{customs}{origin}: {quantity} at {price} = {amount}"


def _delivery(order: Order) -> list[str]:
    place = f"{order.place_name} ({order.place_code})" if order.place_code else order.place_name
    inspection = f"by {order.inspector.legal_name} before shipment" if order.inspector else "none agreed"
    return [
        "3. DELIVERY",
        f"{order.incoterm} {place}, Incoterms 2020",
        f"Lead time: {order.lead_days} days from receipt of what is payable at signature",
        f"Latest shipment: {_day(order.latest_shipment_on)}",
        f"Partial shipment {_allowed(order.partial_shipment)}; transhipment {_allowed(order.transhipment)}",
        f"Quantity tolerance: {order.quantity_tolerance_pct} %",
        f"Inspection: {inspection}",
    ]


def _payment(order: Order, milestones: Sequence[Milestone]) -> list[str]:
    return ["4. PAYMENT", *_route(order), *(text for one in milestones for text in _milestone(one))]


def _route(order: Order) -> Iterator[str]:
    account = order.beneficiary
    if order.payment_route == PaymentRoute.HELD and order.holder:
        fictional = " (a fictional institution, for demonstration)" if order.holder.fictional else ""
        yield f"Held payment: the money is held by {order.holder.name}{fictional}, {order.holder.licence}."
        yield "It goes to the seller, or back to the buyer, only on the facts named below or by a decision on a claim."
    else:
        yield f"Route: {order.payment_route}, paid to the seller directly."
    yield f"Beneficiary: {account['holder']}, {account['scheme']} {account['number']}, BIC {account['bic']}"


def _milestone(one: Milestone) -> Iterator[str]:
    values = {"days": one.days}
    name, amount = MILESTONE_NAMES.get(one.name, one.name), Money(one.amount_minor, one.currency)
    yield f"{one.position}. {name}, {one.share} %: {amount}"
    yield f"   payable {PAY_WHEN_WORDS[one.pay_when] % values}; reference {one.creditor_reference}"
    yield f"   goes to the seller {_for_both(RELEASE_WHEN_WORDS[one.release_when]) % values}"


def _for_both(words: str) -> str:
    return words.replace("you accept", "the buyer accepts")


def _general(order: Order) -> list[str]:
    return [
        "5. GENERAL",
        f"Governing law: {order.governing_law or 'as the applicable rules determine'}",
        f"United Nations Convention on the International Sale of Goods: {'applies' if order.cisg else 'excluded'}",
        f"Arbitration seat: {order.arbitration_seat or 'none agreed'}",
        "Prevailing language: English",
        f"Notes: {order.notes or 'none'}",
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else "none agreed"


def _allowed(yes: bool) -> str:
    return "allowed" if yes else "not allowed"
