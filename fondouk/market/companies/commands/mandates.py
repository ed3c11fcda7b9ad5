"""A supplier lets a partner act for it, and takes that back at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import roles, rules, standing
from fondouk.market.companies.models import Company, Mandate


def give_mandate(
    *, partner: str, scope: Iterable[str], by: Actor, at: datetime, commission_basis_points: int = 0
) -> Mandate:
    """Consent that a partner company (by reference) acts within `scope`; signatures and money are never lent."""
    supplier = standing.require(by, "mandates.give")
    supplier = Company.objects.select_for_update().get(pk=supplier.pk)
    holder = Company.objects.filter(reference=partner, closed_at=None).first()
    wanted = sorted(set(scope))
    in_force = (
        holder is not None and Mandate.objects.filter(partner=holder, supplier=supplier, revoked_at=None).exists()
    )
    refuse_if(
        rules.refusal_to_give_mandate(
            partner_capacities=holder.capacities if holder else [], in_force=in_force, scope=wanted,
            allowed=roles.LENDABLE,
        )
    )  # fmt: skip
    assert holder is not None
    mandate = Mandate.objects.create(
        partner=holder, supplier=supplier, scope=wanted, commission_basis_points=commission_basis_points,
        given_at=at, given_by=by.label(),
    )  # fmt: skip
    _record("companies.mandate.given", mandate, supplier, by, at)
    return mandate


def revoke_mandate(*, mandate: str, by: Actor, at: datetime) -> Mandate:
    """The supplier ends its consent; it takes effect with the partner's next click."""
    supplier = standing.require(by, "mandates.give")
    row = Mandate.objects.select_for_update().filter(reference=mandate, supplier=supplier).first()
    if row is None or row.revoked_at:
        raise Refused(Refusal("mandate.ended", sentence("This mandate is not in force.")))
    row.revoked_at, row.revoked_by = at, by.label()
    row.save(update_fields=["revoked_at", "revoked_by"])
    _record("companies.mandate.revoked", row, supplier, by, at)
    return row


def _record(name: str, row: Mandate, supplier: Company, by: Actor, at: datetime) -> None:
    parties = [row.supplier_id, row.partner_id]
    with scope.as_system():
        journal.record(name, subject=row.reference, within=supplier.reference, parties=parties, by=by, at=at)
