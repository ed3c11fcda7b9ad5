"""Evidence is handed in, checked by somebody who is neither party, recorded by what happened, and withdrawn."""

from __future__ import annotations

from datetime import date, datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import rules, standing
from fondouk.market.companies.models import Company, Evidence


def add_evidence(
    *, kind: str, by: Actor, at: datetime, valid_from: date, scheme: str = "", issuer: str = "", number: str = "",
    valid_until: date | None = None, file: str = "",
) -> Evidence:  # fmt: skip
    """Hand in a proof with its document (a reference of the files engine); it waits for the desk."""
    company = standing.require(by, "evidence.add")
    refuse_if(
        rules.refusals_to_add_evidence(
            kind=kind,
            scheme=scheme,
            valid_from=valid_from,
            valid_until=valid_until,
            has_file=bool(file),
            on=at.date(),
        )
    )
    evidence = Evidence.objects.create(
        company=company, kind=kind, scheme=scheme, issuer=issuer.strip(), number=number.strip(), file=file,
        valid_from=valid_from, valid_until=valid_until, added_at=at, added_by=by.label(),
    )  # fmt: skip
    _record("companies.evidence.added", evidence, by, at)
    return evidence


def check_evidence(*, evidence: str, outcome: str, by: Actor, at: datetime, reason: str = "") -> Evidence:
    """The desk accepts or refuses a proof, or withdraws one it had accepted; with a reason unless accepting."""
    checker = standing.require(by, "evidence.check")
    with scope.as_system():
        row = _locked(evidence)
        refuse_if(
            rules.refusal_to_check_evidence(
                state=row.state, outcome=outcome, reason=reason, own_company=row.company_id == checker.pk
            )
        )
        _decide(row, outcome, reason, by, at)
    return row


def record_evidence(
    *, company: int, kind: str, cause: str, by: Actor, at: datetime, issuer: str = "", scheme: str = "",
    issuer_company: int | None = None, number: str = "", valid_from: date | None = None,
    valid_until: date | None = None,
) -> Evidence:  # fmt: skip
    """A fact an upper noun itself witnessed: a shipped order, an accreditation. Once per cause; never pending.

    Orders: `record_evidence(company=order.supplier_id, kind="shipment", cause=order.reference, by=by, at=at)`.
    """
    with scope.as_system():
        row, made = Evidence.objects.get_or_create(
            company_id=company, kind=kind, cause=cause,
            defaults={
                "issuer": issuer, "issuer_company_id": issuer_company, "scheme": scheme, "number": number,
                "valid_from": valid_from or at.date(), "valid_until": valid_until, "state": "ACCEPTED",
                "added_at": at, "added_by": by.label(), "checked_at": at, "checked_by": by.label(),
            },
        )  # fmt: skip
        if made:
            _record("companies.evidence.checked", row, by, at)
    return row


def withdraw_evidence(*, company: int, kind: str, cause: str, by: Actor, at: datetime, reason: str) -> Evidence | None:
    """A witnessed fact no longer holds: an agreement ended, an accreditation was taken back."""
    with scope.as_system():
        row = (
            Evidence.objects.select_for_update()
            .filter(company=company, kind=kind, cause=cause, state="ACCEPTED")
            .first()
        )
        if row is not None:
            _decide(row, "WITHDRAWN", reason, by, at)
    return row


def _locked(reference: str) -> Evidence:
    row = Evidence.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused(Refusal("evidence.unknown", sentence("This document does not exist.")))
    return row


def _decide(row: Evidence, outcome: str, reason: str, by: Actor, at: datetime) -> None:
    row.state, row.reason, row.checked_at, row.checked_by = outcome, reason.strip()[:300], at, by.label()
    row.save(update_fields=["state", "reason", "checked_at", "checked_by"])
    _record("companies.evidence.checked", row, by, at)


def _record(name: str, row: Evidence, by: Actor, at: datetime) -> None:
    company = Company.objects.only("reference").get(pk=row.company_id)
    parties = [row.company_id, *([row.issuer_company_id] if row.issuer_company_id else [])]
    journal.record(name, subject=row.reference, within=company.reference, parties=parties, by=by, at=at,
                   data={"kind": row.kind, "state": row.state})  # fmt: skip
