"""The desk's lists of companies and people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fondouk.market.companies.models import Company, Member, Person, TrustFact
from fondouk.market.companies.queries.cards import CompanyCard, PersonCard, company_card, person_card


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the desk's list of companies."""

    company: CompanyCard
    people: int
    checked: bool


def register(query: str = "", *, capacity: str = "", on: date, limit: int = 100, offset: int = 0) -> list[RegisterRow]:
    """Companies by name, with how many people they have and whether their identity was checked."""
    proven = TrustFact.objects.filter(company=OuterRef("pk"), kind="identity", valid_from__lte=on).exclude(
        valid_until__lt=on
    )
    rows = _register_rows(query, capacity).annotate(
        people=Count("members", filter=Q(members__left_at=None)), checked=Exists(proven)
    )
    return [
        RegisterRow(company_card(row), row.people, row.checked)
        for row in rows.order_by("name", "id")[offset : offset + limit]
    ]


def register_count(query: str = "", *, capacity: str = "") -> int:
    """How many companies the list holds."""
    return _register_rows(query, capacity).count()


def _register_rows(query: str, capacity: str) -> QuerySet[Company]:
    rows = Company.objects.filter(closed_at=None)
    if query:
        rows = rows.filter(
            Q(name__icontains=query)
            | Q(legal_name__icontains=query)
            | Q(town__icontains=query)
            | Q(reference=query.upper())
        )
    return rows.filter(capacities__contains=[capacity]) if capacity else rows


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the desk's list of people."""

    person: PersonCard
    companies: tuple[tuple[str, str], ...]  # (company name, role)


def people(query: str = "", *, limit: int = 100) -> list[PersonRow]:
    """People by name with the companies they belong to. Two statements."""
    rows = Person.objects.filter(is_active=True)
    if query:
        rows = rows.filter(Q(name__icontains=query) | Q(email__icontains=query))
    found = list(rows.order_by("name", "id")[:limit])
    ties: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in Member.objects.select_related("company").filter(person__in=found, left_at=None).order_by("id"):
        ties[row.person_id].append((row.company.name, row.role))
    return [PersonRow(person_card(row), tuple(ties[row.pk])) for row in found]
