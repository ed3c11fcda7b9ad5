"""Trust facts, certificates and the evidence behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from fondouk.market.companies import rules
from fondouk.market.companies.models import Company, Evidence, TrustFact


@dataclass(frozen=True, slots=True)
class Fact:
    """One trust fact: words are the page's; here kind, issuer, dates and count."""

    kind: str  # listed, identity, accreditation, certificate, flag, shipment
    since: date
    until: date | None = None
    issuer: str = ""
    scheme: str = ""
    number: str = ""
    count: int = 1

    @property
    def scheme_name(self) -> str:
        """The certificate's name as printed."""
        return rules.SCHEMES.get(self.scheme, self.scheme)


def trust_facts(keys: Iterable[int], *, on: date) -> dict[int, tuple[Fact, ...]]:
    """What may be said of each company on a day; each fact is dated and expires by itself. Two statements."""
    wanted = set(keys)
    found: dict[int, list[Fact]] = defaultdict(list)
    for key, registered_at in Company.objects.filter(pk__in=wanted).values_list("id", "registered_at"):
        found[key].append(Fact("listed", registered_at.date()))
    proofs = TrustFact.objects.filter(company__in=wanted, valid_from__lte=on).exclude(valid_until__lt=on)
    shipped: dict[int, list[date]] = defaultdict(list)
    for row in proofs.order_by("kind", "valid_from", "id"):
        if row.kind == rules.EvidenceKind.SHIPMENT:
            shipped[row.company_id].append(row.valid_from)
        else:
            found[row.company_id].append(
                Fact(row.kind, row.valid_from, row.valid_until, row.issuer, row.scheme, row.number)
            )
    for key, days in shipped.items():
        found[key].append(Fact("shipment", days[-1], count=len(days)))
    return {key: tuple(sorted(facts, key=_rank)) for key, facts in found.items()}


_ORDER = ("listed", "identity", "accreditation", "shipment", "flag", "certificate")


def _rank(fact: Fact) -> tuple[int, str]:
    return _ORDER.index(fact.kind), fact.scheme


def certificates(keys: Iterable[int], *, on: date) -> dict[int, tuple[Fact, ...]]:
    """Valid certificates of each company: what search filters on."""
    facts = trust_facts(keys, on=on)
    return {key: tuple(one for one in found if one.kind == "certificate") for key, found in facts.items()}


@dataclass(frozen=True, slots=True)
class Proof:
    """One evidence row as the company itself and the desk see it."""

    id: int
    reference: str
    company_id: int
    company: str
    company_reference: str
    kind: str
    scheme: str
    issuer: str
    number: str
    file: str
    valid_from: date
    valid_until: date | None
    state: str
    reason: str
    added_at: datetime
    identifiers: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The certificate's printed name, or nothing where the kind says it all."""
        return rules.SCHEMES.get(self.scheme, self.scheme)


def _proof(row: Evidence) -> Proof:
    warnings = tuple(one.sentence for one in rules.warnings_of_identifiers(row.company.identifiers))
    return Proof(
        row.pk, row.reference, row.company_id, row.company.name, row.company.reference, row.kind, row.scheme,
        row.issuer, row.number, row.file, row.valid_from, row.valid_until, row.state, row.reason, row.added_at,
        row.company.identifiers, warnings,
    )  # fmt: skip


def evidence_of(company: int) -> list[Proof]:
    """All proofs a company handed in, newest first; shipped orders are counted elsewhere."""
    rows = Evidence.objects.select_related("company").filter(company=company).exclude(kind="shipment")
    return [_proof(row) for row in rows.order_by("-added_at", "-id")]


def evidence_waiting(limit: int = 200) -> list[Proof]:
    """The desk's queue: proofs nobody has checked, oldest first."""
    rows = Evidence.objects.select_related("company").filter(state="PENDING").order_by("added_at", "id")[:limit]
    return [_proof(row) for row in rows]


def evidence_waiting_count() -> int:
    """How long the desk's queue is."""
    return Evidence.objects.filter(state="PENDING").count()


def proof(reference: str) -> Proof | None:
    """One proof the asking company may see."""
    row = Evidence.objects.select_related("company").filter(reference=reference).first()
    return _proof(row) if row else None


@dataclass(frozen=True, slots=True)
class Accredited:
    """A supplier an agency vouches for."""

    reference: str
    slug: str
    name: str
    town: str
    since: date
    until: date | None


def accredited_by(agency: int) -> list[Accredited]:
    """Suppliers whose accreditation by this agency was not withdrawn, by name."""
    rows = Evidence.objects.select_related("company").filter(
        issuer_company=agency, kind="accreditation", state="ACCEPTED"
    )
    return [
        Accredited(
            row.company.reference, row.company.slug, row.company.name, row.company.town, row.valid_from, row.valid_until
        )
        for row in rows.order_by("company__name")
    ]
