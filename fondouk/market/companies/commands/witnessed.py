"""Many proofs at once, in three statements: for the marketplace itself, which hands on what others checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.companies.models import Evidence


@dataclass(frozen=True, slots=True)
class Witnessed:
    """An accepted proof; `cause` is what it rests on, once per company and kind."""

    company: int
    kind: str
    cause: str
    on: date
    valid_until: date | None = None
    scheme: str = ""
    issuer: str = ""
    issuer_company: int | None = None
    number: str = ""


def record_many_evidence(*, rows: Sequence[Witnessed], by: Actor, at: datetime) -> dict[tuple[int, str, str], str]:
    """Write the proofs that are not there yet; (company, kind, cause) → reference. System only."""
    if not by.is_system or by.company is not None:
        raise PermissionError("only the system records proofs in bulk")
    with scope.as_system():
        made = Evidence.objects.bulk_create([_row(one, by, at) for one in rows], ignore_conflicts=True)
        companies = sorted({one.company for one in rows})
        journal.record_many("companies.evidence.checked", subjects=[("", [key]) for key in companies], by=by, at=at)
        known = Evidence.objects.filter(company_id__in=companies, cause__in={row.cause for row in made})
        found = known.values_list("company_id", "kind", "cause", "reference")
        return {(key, kind, cause): reference for key, kind, cause, reference in found}


def _row(one: Witnessed, by: Actor, at: datetime) -> Evidence:
    return Evidence(
        company_id=one.company, kind=one.kind, cause=one.cause, issuer=one.issuer, scheme=one.scheme,
        issuer_company_id=one.issuer_company, number=one.number, valid_from=one.on, valid_until=one.valid_until,
        state="ACCEPTED", added_at=at, added_by=by.label(), checked_at=at, checked_by=by.label(),
    )  # fmt: skip
