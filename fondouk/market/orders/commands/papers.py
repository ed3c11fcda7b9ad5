"""The papers of the contract itself: without them nobody knows what was signed, or can wire."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.orders import printing
from fondouk.market.orders.models import InspectionReport, Order
from fondouk.market.papers import commands as papers
from fondouk.market.papers.rules import PaperKind


def issue_contract_papers(order: Order, *, by: Actor, at: datetime) -> None:
    """Draw up the signed contract and the proforma invoice; called when both have signed."""
    place, language = printing.place_of(order), printing.language_of(order)
    papers.make_paper(
        kind=PaperKind.CONTRACT, place=place, number=order.reference, data=printing.contract_data(order),
        language=language, owner=order.supplier_id, by=by, at=at,
    )  # fmt: skip
    papers.make_paper(
        kind=PaperKind.PROFORMA_INVOICE, place=place, number=f"PF-{order.reference}",
        data=printing.proforma_data(order), language=language, owner=order.supplier_id, by=by, at=at,
    )  # fmt: skip


def issue_inspection_paper(order: Order, report: InspectionReport, *, by: Actor, at: datetime) -> None:
    """Draw up the inspector's report. In system scope: the paper is the parties', and the inspector is none of them."""
    with scope.as_system():
        papers.make_paper(
            kind=PaperKind.INSPECTION_REPORT, place=printing.place_of(order), number=report.reference,
            data=printing.inspection_data(order, report), language=printing.language_of(order),
            owner=order.supplier_id, by=by, at=at,
        )  # fmt: skip
