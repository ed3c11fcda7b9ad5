"""Consents by which partners act for suppliers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fondouk.market.companies.models import Mandate


@dataclass(frozen=True, slots=True)
class MandateCard:
    """A consent in force or revoked, with both names."""

    reference: str
    partner_id: int
    partner: str
    supplier_id: int
    supplier: str
    supplier_reference: str
    supplier_town: str
    scope: tuple[str, ...]
    commission_basis_points: int
    given_at: datetime
    revoked_at: datetime | None


def _mandate(row: Mandate) -> MandateCard:
    return MandateCard(
        row.reference, row.partner_id, row.partner.name, row.supplier_id, row.supplier.name, row.supplier.reference,
        row.supplier.town, tuple(row.scope), row.commission_basis_points, row.given_at, row.revoked_at,
    )  # fmt: skip


def mandates_given(supplier: int) -> list[MandateCard]:
    """The consents a supplier gave, newest first."""
    rows = Mandate.objects.select_related("partner", "supplier").filter(supplier=supplier)
    return [_mandate(row) for row in rows.order_by("-given_at")]


def mandates_held(partner: int) -> list[MandateCard]:
    """The mandates in force that a partner holds, by supplier."""
    rows = Mandate.objects.select_related("partner", "supplier").filter(partner=partner, revoked_at=None)
    return [_mandate(row) for row in rows.order_by("supplier__name")]


def mandate_on(supplier: int, at: datetime) -> MandateCard | None:
    """The mandate in force at a moment: whose partner earns a share of an order signed then."""
    rows = Mandate.objects.select_related("partner", "supplier").filter(supplier=supplier, given_at__lte=at)
    row = rows.exclude(revoked_at__lte=at).order_by("given_at").first()
    return _mandate(row) if row else None
