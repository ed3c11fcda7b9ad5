"""What an actor may do right now, read again from the tables inside every command.

Doors build an `Actor` from the session; between that page and this command a colleague may have been removed or a
mandate revoked. `require` is the first line of a command that acts for a company.
"""

from __future__ import annotations

from dataclasses import dataclass

from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import roles
from fondouk.market.companies.models import Company, Mandate, Member


@dataclass(frozen=True, slots=True)
class Standing:
    """The company acted for, the role held in it (None under a mandate or for the system), the permissions."""

    company: Company
    role: str | None
    permissions: frozenset[str]


def of(by: Actor) -> Standing | None:
    """The actor's standing in the company it names, or None where it has none (any more)."""
    if by.company is None:
        return None
    if by.is_system:
        company = Company.objects.filter(reference=by.company).first()
        return Standing(company, None, frozenset(roles.PERMISSIONS)) if company else None
    return _under_mandate(by) if by.mandate else _as_member(by)


def _as_member(by: Actor) -> Standing | None:
    member = (
        Member.objects.select_related("company")
        .filter(person__reference=by.person, person__is_active=True, company__reference=by.company)
        .filter(left_at=None, company__closed_at=None)
        .first()
    )
    if member is None:
        return None
    return Standing(member.company, member.role, roles.permissions_of(member.company.capacities, member.role))


def _under_mandate(by: Actor) -> Standing | None:
    mandate = (
        Mandate.objects.select_related("supplier", "partner")
        .filter(reference=by.mandate, revoked_at=None, supplier__reference=by.company)
        .filter(supplier__closed_at=None, partner__closed_at=None)
        .first()
    )
    if mandate is None:
        return None
    member = Member.objects.filter(
        person__reference=by.person, person__is_active=True, company=mandate.partner_id, left_at=None
    ).first()
    if member is None or "mandates.use" not in roles.permissions_of(mandate.partner.capacities, member.role):
        return None
    return Standing(mandate.supplier, None, roles.lent(mandate.scope))


def require(by: Actor, permission: str) -> Company:
    """The company acted for, if the actor may do this for it; raises Refused otherwise."""
    standing = of(by)
    if standing is None:
        raise Refused(Refusal("standing", sentence("You no longer act for this company. Choose a company and go on.")))
    refuse_if(roles.refusal_without(permission, standing.permissions))
    return standing.company
