"""People, the companies they belong to, colleagues and invitations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fondouk.market.companies import roles, rules
from fondouk.market.companies.models import Company, Invitation, Mandate, Member, Person
from fondouk.market.companies.queries.cards import CompanyCard, Membership, PersonCard, company_card, person_card


def memberships(person: int) -> tuple[Membership, ...]:
    """The companies this person belongs to, oldest first. One statement."""
    rows = Member.objects.select_related("company").filter(person=person, left_at=None, company__closed_at=None)
    return tuple(
        Membership(company_card(row.company), row.role, roles.permissions_of(row.company.capacities, row.role))
        for row in rows.order_by("joined_at", "id")
    )


def under_mandate(mandate: str, *, of: Iterable[Membership]) -> Membership | None:
    """The supplier a partner's person may act for under this mandate, while it is in force."""
    own = {one.company.id: one for one in of if "mandates.use" in one.permissions}
    row = (
        Mandate.objects.select_related("supplier", "partner")
        .filter(reference=mandate, revoked_at=None, partner__in=own, supplier__closed_at=None)
        .first()
    )
    if row is None:
        return None
    return Membership(company_card(row.supplier), None, roles.lent(row.scope), row.reference, row.partner.reference)


def person(reference: str) -> PersonCard | None:
    """A person by reference."""
    row = Person.objects.filter(reference=reference).first()
    return person_card(row) if row else None


def person_names(references: Iterable[str]) -> dict[str, str]:
    """Names of people by reference: for timelines and signatures."""
    return dict(Person.objects.filter(reference__in=set(references)).values_list("reference", "name"))


def company(reference: str) -> CompanyCard | None:
    """A company by reference, also when closed."""
    row = Company.objects.filter(reference=reference).first()
    return company_card(row) if row else None


def company_of_slug(slug: str) -> CompanyCard | None:
    """The open company behind `/s/<slug>/`."""
    row = Company.objects.filter(slug=slug, closed_at=None).first()
    return company_card(row) if row else None


def company_of_id(key: int) -> CompanyCard | None:
    """A company by its key, as party columns hold it."""
    row = Company.objects.filter(pk=key).first()
    return company_card(row) if row else None


def companies(keys: Iterable[int]) -> dict[int, CompanyCard]:
    """Companies by key, in one statement."""
    return {row.pk: company_card(row) for row in Company.objects.filter(pk__in=set(keys))}


def companies_of_references(references: Iterable[str]) -> dict[str, CompanyCard]:
    """Companies by reference, in one statement."""
    return {row.reference: company_card(row) for row in Company.objects.filter(reference__in=set(references))}


def with_capacity(capacity: str) -> list[CompanyCard]:
    """All open companies of a capacity, by name: for choosing a partner, an inspector, a forwarder."""
    rows = Company.objects.filter(capacities__contains=[capacity], closed_at=None).order_by("name")
    return [company_card(row) for row in rows]


def operator() -> CompanyCard:
    """The company that runs this Fondouk: the first with that capacity."""
    row = Company.objects.filter(capacities__contains=["operator"], closed_at=None).order_by("id").first()
    if row is None:
        raise LookupError("no operator company: register one first")
    return company_card(row)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One member of a company."""

    person: PersonCard
    role: str
    joined_on: date


def members(company: int) -> list[Colleague]:
    """Everybody in a company, owners first."""
    rows = Member.objects.select_related("person").filter(company=company, left_at=None, person__is_active=True)
    order = {role.value: index for index, role in enumerate(rules.Role)}
    found = [Colleague(person_card(row.person), row.role, row.joined_at.date()) for row in rows]
    return sorted(found, key=lambda one: (order[one.role], one.person.name))


def colleagues(companies: Iterable[int]) -> dict[int, list[Colleague]]:
    """Everybody in each of some companies, in one statement: whom news is told."""
    found: dict[int, list[Colleague]] = {}
    rows = Member.objects.select_related("person").filter(company__in=list(companies), left_at=None)
    for row in rows.filter(person__is_active=True).order_by("id"):
        found.setdefault(row.company_id, []).append(Colleague(person_card(row.person), row.role, row.joined_at.date()))
    return found


def people_holding(permission: str, company: int) -> list[PersonCard]:
    """Members of a company who hold a permission: whom a notification is for."""
    capacities = Company.objects.filter(pk=company).values_list("capacities", flat=True).first() or []
    holding = roles.roles_holding(permission, capacities)
    return [one.person for one in members(company) if one.role in holding]


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation somebody has not yet answered."""

    reference: str
    email: str
    role: str
    company: str
    company_reference: str
    inviter: str
    expires_at: datetime
    language: str


def invitations(company: int, *, at: datetime) -> list[OpenInvitation]:
    """Invitations of a company that are still open."""
    rows = Invitation.objects.select_related("company").filter(
        company=company, accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return _invitations(rows.order_by("-invited_at"))


def invitations_to(email: str, *, at: datetime) -> list[OpenInvitation]:
    """Invitations waiting for the holder of a (verified) e-mail address."""
    rows = Invitation.objects.select_related("company").filter(
        email__iexact=email, accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return _invitations(rows.order_by("invited_at"))


def invitation(reference: str) -> OpenInvitation | None:
    """One invitation, as long as it was neither accepted nor withdrawn."""
    rows = Invitation.objects.select_related("company").filter(reference=reference, accepted_at=None, withdrawn_at=None)
    return next(iter(_invitations(rows)), None)


def _invitations(rows: Iterable[Invitation]) -> list[OpenInvitation]:
    found = list(rows)
    names = person_names(row.invited_by for row in found)
    return [
        OpenInvitation(
            row.reference, row.email, row.role, row.company.name, row.company.reference,
            names.get(row.invited_by, row.company.name), row.expires_at, row.language,
        )
        for row in found
    ]  # fmt: skip
