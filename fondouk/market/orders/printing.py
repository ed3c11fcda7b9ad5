"""What the printed papers of an order show, as texts ready to print: parties, goods, payments, account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fondouk.engines.documents import render
from fondouk.kit.addresses import Address
from fondouk.kit.money import Money
from fondouk.kit.quantity import Quantity, plain
from fondouk.market.companies.models import Company
from fondouk.market.orders.models import InspectionReport, Milestone, Order, OrderLine
from fondouk.market.papers.commands import Place

_IDENTIFIERS = {
    "ice": "ICE",
    "rc": "RC",
    "if": "IF",
    "cnss": "CNSS",
    "tp": "TP",
    "ein": "EIN",
    "bn": "BN",
    "vat": "VAT",
}


def place_of(order: Order, subject: str = "") -> Place:
    """Where the papers of an order belong; `subject` names a shipment of it."""
    return Place(subject or order.reference, order.reference, order.buyer_id, order.supplier_id, order.operator_id)


def language_of(order: Order) -> str:
    """English stands in every paper; beside it the supplier's own language, for their bank and customs."""
    spoken = [language for language in order.supplier.languages if language in {"fr", "ar"}]
    return spoken[0] if spoken else "fr"


def company(row: Company) -> dict[str, Any]:
    """A party as printed: legal name, address, the identifiers that customs and banks read."""
    address = Address(row.town, row.country, row.street, row.region, row.postal_code)
    known = [[label, row.identifiers[key]] for key, label in _IDENTIFIERS.items() if row.identifiers.get(key)]
    return {"name": row.legal_name, "lines": address.lines(), "ids": known}


def goods(order: Order, lines: Sequence[OrderLine]) -> list[dict[str, str]]:
    """The order's lines with price and amount."""
    return [
        {
            **description(line),
            "quantity": render.quantity(Quantity(line.quantity, line.unit)),
            "unit_price": plain(line.unit_price),
            "amount": render.amount(Money(line.amount_minor, order.currency)),
        }
        for line in lines
    ]


def description(line: OrderLine) -> dict[str, str]:
    """What the line is: its number, its name, its customs heading and country of origin."""
    heading = f"HS {line.hs6[:4]}.{line.hs6[4:]}" if line.hs6 else ""
    detail = " · ".join(part for part in (heading, line.origin) if part)
    return {"position": str(line.position), "description": line.description, "detail": detail}


def contract_data(order: Order) -> dict[str, Any]:
    """The contract that is signed: its rows, its text, who signed, and the hash the signatures name."""
    signed = order.signatures.filter(contract_hash=order.contract_hash).select_related("company").order_by("signed_at")
    return {
        **_common(order),
        **_payment(order),
        "text": order.contract_text,
        "hash": order.contract_hash,
        "signatures": [
            {
                "company": one.company.legal_name, "name": one.name, "role": one.role,
                "at": f"{one.signed_at:%Y-%m-%d %H:%MZ}",
            }
            for one in signed
        ],
    }  # fmt: skip


def proforma_data(order: Order) -> dict[str, Any]:
    """The proforma invoice: what to pay, when, to which account, under which reference."""
    return {**_common(order), **_payment(order), "notes": []}


def _common(order: Order) -> dict[str, Any]:
    lines = list(order.lines.all())
    price = render.amount(Money(order.total_minor, order.currency))
    return {
        "seller": company(order.supplier),
        "buyer": company(order.buyer),
        "facts": facts(order),
        "lines": goods(order, lines),
        "totals": [["total", f"{price}{render.NO_BREAK}{order.currency}"]],
    }


def facts(order: Order) -> list[list[str]]:
    """The terms every paper names; those that are not agreed are left out."""
    place = f"{order.place_name} ({order.place_code})" if order.place_code else order.place_name
    known = [
        ["order", order.reference],
        ["buyer_po", order.buyer_po],
        ["incoterm", f"{order.incoterm} {place}"],
        ["destination", order.destination],
        ["currency", order.currency],
        ["latest_shipment", order.latest_shipment_on.isoformat() if order.latest_shipment_on else ""],
    ]
    return [[key, value] for key, value in known if value]


def _payment(order: Order) -> dict[str, Any]:
    return {
        "milestones": [_milestone(one) for one in order.milestones.all()],
        "account": account(order),
        **_held(order),
    }


def _milestone(one: Milestone) -> dict[str, str]:
    reference = one.creditor_reference
    return {
        "name": one.name,
        "share": f"{one.share} %",
        "due": one.pay_when,
        "reference": " ".join(reference[start : start + 4] for start in range(0, len(reference), 4)),
        "amount": render.amount(Money(one.amount_minor, one.currency)),
    }


def account(order: Order) -> list[list[str]] | None:
    """The account to wire to, frozen in the contract; None before the contract is proposed."""
    frozen = order.beneficiary
    if not frozen:
        return None
    label = {"iban": "iban", "rib": "rib"}.get(str(frozen["scheme"]).lower(), "account_number")
    known = [["beneficiary", frozen["holder"]], ["bank", frozen.get("bank", "")], [label, frozen["number"]],
             ["bic", frozen["bic"]]]  # fmt: skip
    return [[key, value] for key, value in known if value]


def _held(order: Order) -> dict[str, str]:
    if order.holder is None:
        return {}
    fictional = " A fictional institution, for demonstration." if order.holder.fictional else ""
    return {"held_by": f"Held by {order.holder.name}, {order.holder.licence}.{fictional}"}


def inspection_data(order: Order, report: InspectionReport) -> dict[str, Any]:
    """The inspector's report: what was looked at, where and when, passed or not, and what was found."""
    return {
        "seller": company(order.supplier),
        "buyer": company(order.buyer),
        "facts": [
            ["order", order.reference],
            ["inspector", report.inspector.legal_name],
            ["inspected_on", report.inspected_on.isoformat()],
            ["place", report.place or order.supplier.town],
        ],
        "passed": report.passed,
        "text": report.findings,
        "lines": goods(order, list(order.lines.all())),
        "notes": [],
    }
