"""Which trade documents there are, which are made here and which come from others. Plain Python."""

from __future__ import annotations

from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence


class PaperKind(StrEnum):
    """A trade document."""

    CONTRACT = "contract"
    PROFORMA_INVOICE = "proforma_invoice"
    COMMERCIAL_INVOICE = "commercial_invoice"
    PACKING_LIST = "packing_list"
    INSPECTION_REPORT = "inspection_report"
    BILL_OF_LADING = "bill_of_lading"
    INSURANCE_CERTIFICATE = "insurance_certificate"
    CERTIFICATE_OF_ORIGIN = "certificate_of_origin"
    PHYTOSANITARY = "phytosanitary"
    ANALYSIS = "analysis"
    CUSTOMS_DECLARATION = "customs_declaration"
    OTHER = "other"


#: Drawn up here from rows; every other kind is received and filed.
MADE = frozenset(
    {
        PaperKind.CONTRACT,
        PaperKind.PROFORMA_INVOICE,
        PaperKind.COMMERCIAL_INVOICE,
        PaperKind.PACKING_LIST,
        PaperKind.INSPECTION_REPORT,
    }
)
FILED = tuple(kind for kind in PaperKind if kind not in MADE)

NAMES: dict[PaperKind, str] = {
    PaperKind.CONTRACT: sentence("Sales contract"),
    PaperKind.PROFORMA_INVOICE: sentence("Proforma invoice"),
    PaperKind.COMMERCIAL_INVOICE: sentence("Commercial invoice"),
    PaperKind.PACKING_LIST: sentence("Packing list"),
    PaperKind.INSPECTION_REPORT: sentence("Inspection report"),
    PaperKind.BILL_OF_LADING: sentence("Bill of lading"),
    PaperKind.INSURANCE_CERTIFICATE: sentence("Insurance certificate"),
    PaperKind.CERTIFICATE_OF_ORIGIN: sentence("Certificate of origin"),
    PaperKind.PHYTOSANITARY: sentence("Phytosanitary or health certificate"),
    PaperKind.ANALYSIS: sentence("Certificate of analysis"),
    PaperKind.CUSTOMS_DECLARATION: sentence("Customs declaration (DUM)"),
    PaperKind.OTHER: sentence("Other document"),
}


def refusal_to_file(kind: str, file_state: str) -> Refusal | None:
    """Why a received document cannot be filed under this kind, or None."""
    if kind not in FILED:
        text = sentence("This document is drawn up here from the order, not received.")
        return Refusal("papers.kind", text, field="kind")
    if file_state not in {"READY", "RECEIVED"}:
        text = sentence("This file was refused. Choose another one.")
        return Refusal("papers.file", text, field="file")
    return None


def refusal_of_number(kind: str, number: str) -> Refusal | None:
    """A commercial invoice carries the supplier's own number, never one of ours."""
    if kind == PaperKind.COMMERCIAL_INVOICE and not number.strip():
        text = sentence("Enter your own invoice number: customs and your accounts go by it.")
        return Refusal("papers.number", text, field="invoice_number")
    return None
