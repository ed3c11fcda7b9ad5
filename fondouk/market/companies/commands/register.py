"""A person and a company enter the register, and keep their own data right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import rules, standing
from fondouk.market.companies.models import Company, Member, Person

# What anybody may register as; agencies and operators are admitted by an operator.
OPEN_CAPACITIES = frozenset({"supplier", "buyer", "partner", "forwarder", "inspector"})
_EDITABLE = (
    "name", "legal_name", "names", "kind", "country", "region", "town", "street", "postal_code", "phone", "website",
    "founded_in", "people_count", "identifiers", "languages", "flags",
)  # fmt: skip


def register_company(
    *, name: str, country: str, town: str, capacities: Iterable[str], by: Actor, at: datetime, **details: Any
) -> Company:
    """A new company, owned by whoever registers it (nobody, for the system). Raises Refused with all that is missing.

    `details`: legal_name, kind, region, street, postal_code, phone, website, founded_in, people_count,
    identifiers, languages, flags, names, slug.
    """
    wanted = sorted(set(capacities))
    refuse_if(_refusals(name, town, country, wanted, details, by))
    slug = free_slug(details.pop("slug", "") or name)
    with scope.as_system():
        company = Company.objects.create(
            name=name.strip(), country=country, town=town.strip(), capacities=wanted, slug=slug, registered_at=at,
            registered_by=by.label(), legal_name=details.pop("legal_name", "") or name.strip(), **_known(details),
        )  # fmt: skip
        if by.person:
            person = Person.objects.get(reference=by.person)
            Member.objects.create(person=person, company=company, role="owner", joined_at=at, joined_by=by.label())
        journal.record("companies.company.registered", subject=company.reference, parties=[company.pk], by=by, at=at)
    return company


def _refusals(
    name: str, town: str, country: str, capacities: list[str], details: Mapping[str, Any], by: Actor
) -> list[Refusal]:
    found = rules.refusals_to_register(name=name, town=town, country=country, capacities=capacities)
    found += rules.refusals_of_identifiers(details.get("identifiers") or {})
    if not by.is_system and not set(capacities) <= OPEN_CAPACITIES:
        words = sentence("Agencies and operators are admitted by the operator of this marketplace.")
        found.append(Refusal("company.capacity.closed", words, field="capacities"))
    return found


def _known(details: Mapping[str, Any]) -> dict[str, Any]:
    unknown = set(details) - set(_EDITABLE)
    if unknown:
        raise TypeError(f"not a company's detail: {sorted(unknown)}")
    return dict(details)


def free_slug(text: str) -> str:
    """An address for the storefront that nobody has yet, from a name in any script."""
    base = slugify(text)[:60] or "storefront"
    taken = set(Company.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbers = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbers if slug not in taken)


def edit_company(*, by: Actor, at: datetime, **details: Any) -> Company:
    """Change what a company says of itself. The register's own facts stay with the evidence."""
    company = standing.require(by, "company.edit")
    company = Company.objects.select_for_update().get(pk=company.pk)
    for column, value in _known(details).items():
        setattr(company, column, value)
    refuse_if(
        rules.refusals_to_register(
            name=company.name, town=company.town, country=company.country, capacities=company.capacities
        )
        + rules.refusals_of_identifiers(company.identifiers)
    )
    company.save(update_fields=list(details))
    journal.record(
        "companies.company.changed", subject=company.reference, parties=[company.pk], by=by, at=at,
        data={"fields": sorted(details)},
    )  # fmt: skip
    return company


def add_capacity(*, capacity: str, by: Actor, at: datetime) -> Company:
    """A company that bought begins to sell, or the other way round."""
    company = standing.require(by, "company.edit")
    company = Company.objects.select_for_update().get(pk=company.pk)
    if capacity not in OPEN_CAPACITIES:
        raise Refused(Refusal("company.capacity.closed", sentence("This has to be granted by the operator.")))
    company.capacities = sorted({*company.capacities, capacity})
    company.save(update_fields=["capacities"])
    journal.record(
        "companies.company.changed", subject=company.reference, parties=[company.pk], by=by, at=at,
        data={"fields": ["capacities"]},
    )  # fmt: skip
    return company


def edit_person(*, by: Actor, at: datetime, name: str, language: str, destination: str = "", phone: str = "") -> Person:
    """A person's own name, language, destination and phone."""
    if not name.strip():
        raise Refused(Refusal("person.name", sentence("Enter your name."), field="name"))
    if language not in dict(rules.LANGUAGES):
        raise Refused(Refusal("person.language", sentence("Choose a language."), field="language"))
    person = Person.objects.select_for_update().get(reference=by.person)
    person.name, person.language, person.destination, person.phone = name.strip(), language, destination, phone
    person.save(update_fields=["name", "language", "destination", "phone"])
    with scope.as_system():
        journal.record("companies.person.changed", subject=person.reference, parties=[], by=by, at=at)
    return person


def admit_people(
    *, people: Iterable[Mapping[str, str]], password_hash: str, by: Actor, at: datetime
) -> dict[str, tuple[int, str]]:
    """Write many people at once, by a hash already made: e-mail → (key, reference). System only; known ones stay."""
    if not by.is_system:
        raise PermissionError("only the system admits people in bulk")
    rows = [
        Person(
            email=one["email"].lower(), name=one["name"], language=one.get("language", "en"), password=password_hash,
            destination=one.get("destination", ""), **({"reference": one["reference"]} if one.get("reference") else {}),
        )
        for one in people
    ]  # fmt: skip
    Person.objects.bulk_create(rows, ignore_conflicts=True)
    with scope.as_system():
        journal.record("companies.people.admitted", subject="", parties=[], by=by, at=at, data={"count": len(rows)})
    known = Person.objects.filter(email__in=[row.email for row in rows]).values_list("email", "pk", "reference")
    return {email: (key, reference) for email, key, reference in known}
