"""An agency vouches for a supplier while an agreement of its own is in force, and takes that back with a reason.

The word ends with the agreement: no accreditation is given beyond its last day, and all of a country fall when the
last agreement of the agency for it is ended.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.agencies import queries, rules
from fondouk.market.companies import commands as companies
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company, Evidence


def accredit(*, supplier: str, until_on: date, by: Actor, at: datetime) -> Evidence:
    """Accredit a supplier (reference) of the agency's country until a day."""
    agency = standing.require(by, "accreditation.give")
    Company.objects.select_for_update().get(pk=agency.pk)
    found = Company.objects.filter(reference=supplier, closed_at=None, capacities__contains=["supplier"]).first()
    if found is None:
        raise Refused(Refusal("accreditation.supplier", sentence("Choose a supplier."), field="supplier"))
    refuse_if(
        rules.refusal_to_accredit(
            agreed_until=_agreed_until(agency, found.country, at.date()), until_on=until_on, day=at.date(),
            accredited=_standing(agency, found).exclude(valid_until__lt=at.date()).exists(),
        )
    )  # fmt: skip
    return companies.record_evidence(
        company=found.pk, kind="accreditation", cause=references.new("ACR"), issuer=agency.name,
        issuer_company=agency.pk, valid_from=at.date(), valid_until=until_on, by=by, at=at,
    )  # fmt: skip


def withdraw(*, supplier: str, reason: str, by: Actor, at: datetime) -> Evidence | None:
    """Take an accreditation back; the supplier reads why."""
    agency = standing.require(by, "accreditation.give")
    found = Company.objects.filter(reference=supplier).first()
    row = _standing(agency, found).first() if found else None
    if row is None:
        raise Refused(Refusal("accreditation.none", sentence("You have not accredited this supplier.")))
    if not reason.strip():
        text = sentence("Say why, so that the company knows what to do.")
        raise Refused(Refusal("accreditation.reason", text, field="reason"))
    return companies.withdraw_evidence(
        company=row.company_id, kind="accreditation", cause=row.cause, reason=reason, by=by, at=at
    )


def withdraw_all(*, agency: Company, country: str, reason: str, by: Actor, at: datetime) -> int:
    """The agreement ended: unless another one is in force, nobody in the country is accredited by this agency."""
    if _agreed_until(agency, country, at.date()) is not None:
        return 0
    rows = Evidence.objects.filter(
        issuer_company=agency, kind="accreditation", state="ACCEPTED", company__country=country
    )
    with scope.as_system():
        standing_ = list(rows.order_by("id").values_list("company_id", "cause"))
    for company, cause in standing_:
        companies.withdraw_evidence(company=company, kind="accreditation", cause=cause, reason=reason, by=by, at=at)
    return len(standing_)


def _agreed_until(agency: Company, country: str, day: date) -> date | None:
    """The last day of the agency's agreements for a country in force on a day; None where there is none."""
    return queries.agreed_until(agency.pk, country, on=day)


def _standing(agency: Company, supplier: Company) -> QuerySet[Evidence]:
    return Evidence.objects.filter(
        company=supplier, issuer_company=agency, kind="accreditation", state="ACCEPTED"
    ).order_by("-valid_from")
