"""Agreements are proposed by the operator, signed by both sides, and ended by either with a reason."""

from __future__ import annotations

from datetime import date, datetime

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.agencies import accrediting, rules
from fondouk.market.agencies.models import Agreement
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company


def propose_agreement(
    *, agency: str, country: str, from_on: date, until_on: date, by: Actor, at: datetime
) -> Agreement:
    """The operator proposes an agreement for a country to an agency (reference)."""
    operator = standing.require(by, "agreements.sign")
    found = Company.objects.filter(reference=agency).first()
    is_agency = found is not None and "agency" in found.capacities and "operator" in operator.capacities
    refuse_if(rules.refusal_to_propose(from_on=from_on, until_on=until_on, is_agency=is_agency, day=at.date()))
    assert found is not None
    agreement = Agreement.objects.create(
        agency=found, operator=operator, country=country, from_on=from_on, until_on=until_on, proposed_at=at,
        proposed_by=by.label(),
    )  # fmt: skip
    _record("agencies.agreement.proposed", agreement, by, at)
    return agreement


def sign_agreement(*, agreement: str, by: Actor, at: datetime) -> Agreement:
    """One side signs; with the second signature the agreement is signed."""
    company = standing.require(by, "agreements.sign")
    row = _locked(agreement, company)
    side = rules.Side.AGENCY if row.agency_id == company.pk else rules.Side.OPERATOR
    refuse_if(
        rules.refusal_to_sign(
            state=row.state, signed_already=getattr(row, f"{side}_signed_at") is not None, until_on=row.until_on,
            day=at.date(),
        )
    )  # fmt: skip
    setattr(row, f"{side}_signed_at", at)
    setattr(row, f"{side}_signed_by", by.label())
    if row.agency_signed_at and row.operator_signed_at:
        row.state = rules.AgreementState.SIGNED
    row.save()
    _record("agencies.agreement.signed", row, by, at)
    return row


def end_agreement(*, agreement: str, reason: str, by: Actor, at: datetime) -> Agreement:
    """Either side ends it; the pavilion closes with the last agreement in force and its accreditations fall.

    Storefronts stay.
    """
    company = standing.require(by, "agreements.sign")
    row = _locked(agreement, company)
    refuse_if(rules.refusal_to_end(state=row.state, reason=reason))
    row.state, row.ended_at, row.ended_by, row.end_reason = "ENDED", at, by.label(), reason.strip()[:300]
    row.save()
    _record("agencies.agreement.ended", row, by, at)
    words = f"{row.reference}: {row.end_reason}"[:300]
    accrediting.withdraw_all(agency=row.agency, country=row.country, reason=words, by=by, at=at)
    return row


def _locked(reference: str, company: Company) -> Agreement:
    """The row for one of its two sides; to anybody else it does not exist."""
    row = Agreement.objects.select_for_update().filter(reference=reference).first()
    if row is None or company.pk not in (row.agency_id, row.operator_id):
        raise Refused(Refusal("agreement.unknown", sentence("This agreement does not exist.")))
    return row


def _record(name: str, row: Agreement, by: Actor, at: datetime) -> None:
    journal.record(name, subject=row.reference, parties=[row.agency_id, row.operator_id], by=by, at=at)
