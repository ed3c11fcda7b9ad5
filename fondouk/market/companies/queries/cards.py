"""A person and a company as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fondouk.market.companies.models import Company, Person


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as pages show them."""

    id: int
    reference: str
    email: str
    name: str
    language: str
    destination: str
    phone: str = ""

    @property
    def first_name(self) -> str:
        """What a greeting calls them."""
        return self.name.split()[0] if self.name.split() else self.email


@dataclass(frozen=True, slots=True)
class CompanyCard:
    """A company as pages show it; all of it is public save the identifiers."""

    id: int
    reference: str
    slug: str
    name: str
    legal_name: str
    names: Mapping[str, str]
    kind: str
    capacities: tuple[str, ...]
    country: str
    region: str
    town: str
    street: str
    postal_code: str
    phone: str
    website: str
    founded_in: int | None
    people_count: int | None
    identifiers: Mapping[str, str]
    languages: tuple[str, ...]
    flags: tuple[str, ...]
    registered_on: date

    def called(self, language: str) -> str:
        """The name in that language's script where the company gave one."""
        return self.names.get(language) or self.name

    def can(self, capacity: str) -> bool:
        """Whether the company has this capacity."""
        return capacity in self.capacities


@dataclass(frozen=True, slots=True)
class Membership:
    """One company a person may act for: as a member, or under a mandate of its own choosing."""

    company: CompanyCard
    role: str | None
    permissions: frozenset[str]
    mandate: str | None = None
    through: str | None = None  # reference of the partner company, under a mandate

    @property
    def key(self) -> str:
        """What the session keeps: the mandate or the company."""
        return self.mandate or self.company.reference


def person_card(row: Person) -> PersonCard:
    return PersonCard(row.pk, row.reference, row.email, row.name, row.language, row.destination, row.phone)


def company_card(row: Company) -> CompanyCard:
    return CompanyCard(
        id=row.pk, reference=row.reference, slug=row.slug, name=row.name, legal_name=row.legal_name, names=row.names,
        kind=row.kind, capacities=tuple(row.capacities), country=row.country, region=row.region, town=row.town,
        street=row.street, postal_code=row.postal_code, phone=row.phone, website=row.website,
        founded_in=row.founded_in, people_count=row.people_count, identifiers=row.identifiers,
        languages=tuple(row.languages), flags=tuple(row.flags), registered_on=row.registered_at.date(),
    )  # fmt: skip
