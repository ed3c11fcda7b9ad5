"""What pages and pavilions read of agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from fondouk.market.agencies import rules
from fondouk.market.agencies.models import Agreement
from fondouk.market.companies.queries.cards import CompanyCard, company_card


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """An agreement as both sides, and in force everybody, may see it."""

    reference: str
    agency: CompanyCard
    operator: CompanyCard
    country: str
    from_on: date
    until_on: date
    state: str
    agency_signed_at: datetime | None
    operator_signed_at: datetime | None
    end_reason: str

    def is_in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        return rules.is_in_force(state=self.state, from_on=self.from_on, until_on=self.until_on, day=day)


def in_force(country: str, *, on: date) -> list[AgreementCard]:
    """Agreements in force for a country on a day, the oldest first. One statement."""
    rows = Agreement.objects.filter(country=country, state="SIGNED", from_on__lte=on, until_on__gte=on)
    return [_card(row) for row in rows.select_related("agency", "operator").order_by("from_on", "id")]


def countries_in_force(*, on: date) -> set[str]:
    """Countries with at least one agreement in force."""
    rows = Agreement.objects.filter(state="SIGNED", from_on__lte=on, until_on__gte=on)
    return set(rows.values_list("country", flat=True))


def agreed_until(agency: int, country: str, *, on: date) -> date | None:
    """The last day of the agency's agreements for a country in force on a day."""
    rows = Agreement.objects.filter(agency=agency, country=country, state="SIGNED", from_on__lte=on, until_on__gte=on)
    return rows.order_by("-until_on").values_list("until_on", flat=True).first()


def agreements_of(company: int) -> list[AgreementCard]:
    """Every agreement a company is a side of, newest first."""
    rows = Agreement.objects.filter(Q(agency=company) | Q(operator=company))
    return [_card(row) for row in rows.select_related("agency", "operator").order_by("-proposed_at", "-id")]


def _card(row: Agreement) -> AgreementCard:
    return AgreementCard(
        reference=row.reference, agency=company_card(row.agency), operator=company_card(row.operator),
        country=row.country, from_on=row.from_on, until_on=row.until_on, state=row.state,
        agency_signed_at=row.agency_signed_at, operator_signed_at=row.operator_signed_at, end_reason=row.end_reason,
    )  # fmt: skip
