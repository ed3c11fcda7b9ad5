"""The demo's companies: registered by their owners, joined by colleagues, with checked papers, accounts and sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from fondouk.doors.demo import reading
from fondouk.doors.demo.people import DemoPerson, everybody
from fondouk.kit import bank_accounts
from fondouk.kit.actor import Actor
from fondouk.market.catalogue import openings
from fondouk.market.companies import commands, queries

SYSTEM = Actor.system("demo")
_DAY = timedelta(days=1)


@dataclass
class Register:
    """Who is who once they are written: company key → reference and id, e-mail → person, evidence by maker."""

    people: Mapping[str, str]
    companies: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)  # company key → e-mail
    certificates: dict[tuple[str, str], str] = field(default_factory=dict)

    def actor(self, email: str, company: str = "") -> Actor:
        """This person at a page, acting for their own company unless another is named."""
        key = company or next(one.company for one in everybody() if one.email == email)
        return Actor(person=self.people[email], company=self.companies[key], door="demo")

    def owner(self, company: str) -> Actor:
        """The owner of a company, acting for it."""
        return self.actor(self.owners[company], company)

    def keep(self, key: str, company: Any) -> None:
        """Remember a company that was just written."""
        self.companies[key], self.ids[key] = company.reference, company.pk


def recall(*, at: datetime) -> Register:
    """Who is who, read back from the register, with the certificates that were checked."""
    rows = [row.company for row in queries.register(on=at.date(), limit=1000)]
    colleagues = queries.colleagues(one.id for one in rows)
    register = Register({one.person.email: one.person.reference for own in colleagues.values() for one in own})
    for one in rows:
        register.companies[one.slug], register.ids[one.slug] = one.reference, one.id
    for person in everybody():
        register.owners.setdefault(person.company, person.email)
    for key in reading.suppliers():
        proofs = queries.evidence_of(register.ids[key])
        found = (one for one in proofs if one.kind == "certificate" and one.state == "ACCEPTED")
        register.certificates.update({(key, one.scheme): one.reference for one in found})
    return register


def number_of(key: str, what: str, digits: int) -> str:
    """Digits that belong to a key, the same on every machine."""
    number = int.from_bytes(sha256(f"{what}:{key}".encode()).digest()[:12])
    return f"{number % 10**digits:0{digits}d}"


def ice_of(key: str) -> str:
    """An ICE whose control digits fit: the fifteen digits are divisible by 97."""
    first = number_of(key, "ice", 9) + "0000"
    return f"{first}{97 - int(first) * 100 % 97:02d}"


def rib_of(key: str) -> str:
    """A RIB whose key fits, at a bank that does not exist (code 999)."""
    first = "999" + number_of(key, "rib", 19)
    return first + bank_accounts.rib_key(first)


def register_all(register: Register, *, at: datetime) -> None:
    """Every company of the demo, each some months before `at`."""
    for one in everybody():
        if one.company not in register.companies:
            _register(register, one, at - (200 + int(number_of(one.company, "day", 2))) * _DAY)
        else:
            _join(register, one, at - 150 * _DAY)


def _register(register: Register, owner: DemoPerson, at: datetime) -> None:
    key = owner.company
    register.owners[key] = owner.email
    supplier = reading.suppliers().get(key)
    details = _supplier(key, supplier) if supplier else _firm(reading.document("firms.toml")[key], key)
    closed = set(details["capacities"]) & {"operator", "agency"}
    by = SYSTEM if closed else Actor(person=register.people[owner.email], company=None, door="demo")
    register.keep(key, commands.register_company(by=by, at=at, **details))
    if closed:
        _join(register, owner, at)


def _join(register: Register, person: DemoPerson, at: datetime) -> None:
    """Asked by the owner (or by the system, for the first of an agency), the colleague accepts."""
    key = person.company
    first = register.owners[key] == person.email
    inviter = Actor(person=None, company=register.companies[key], door="demo") if first else register.owner(key)
    asked = commands.invite_colleague(email=person.email, role=person.role, language=person.language, by=inviter, at=at)
    member = Actor(person=register.people[person.email], company=None, door="demo")
    commands.accept_invitation(invitation=asked.reference, by=member, at=at + _DAY)


def _supplier(key: str, maker: Mapping[str, Any]) -> dict[str, Any]:
    about = maker["about"]
    return {
        "name": maker["name"], "names": {"ar": maker["ar"]}, "kind": maker["kind"], "country": "MA",
        "town": about["town"], "region": about["region"], "capacities": ["supplier"], "slug": key,
        "founded_in": about["since"], "people_count": about["people"], "languages": about["languages"].split(),
        "flags": about["flags"].split(), "identifiers": {"ice": ice_of(key), "if": number_of(key, "if", 8)},
    }  # fmt: skip


def _firm(firm: Mapping[str, Any], key: str) -> dict[str, Any]:
    about = dict(firm["about"]) | {"languages": firm["about"]["languages"].split()}
    names = {"ar": firm["ar"]} if "ar" in firm else {}
    return about | {"name": firm["name"], "names": names, "capacities": firm["capacities"].split(), "slug": key}


def prove_all(register: Register, *, at: datetime) -> None:
    """Identity, certificates and accreditation of each maker, as the desk and the agency left them."""
    rows, schemes = [], {}
    for key, maker in reading.suppliers().items():
        if maker["about"]["trust"] != "listed":
            rows.append(_identity(register, key, at))
        for scheme in maker["certificates"].split():
            rows.append(_certificate(register, key, scheme, at))
            schemes[register.ids[key], "certificate", f"paper:{scheme}"] = (key, scheme)
        if maker["about"]["trust"] == "accredited":
            rows.append(_accreditation(register, key, at))
    written = commands.record_many_evidence(rows=rows, by=SYSTEM, at=at - 30 * _DAY)
    register.certificates.update({schemes[where]: ref for where, ref in written.items() if where in schemes})


def _identity(register: Register, key: str, at: datetime) -> commands.Witnessed:
    day = at.date() - (60 + int(number_of(key, "identity", 2))) * _DAY
    return commands.Witnessed(
        company=register.ids[key], kind="identity", cause="register", on=day, issuer="OMPIC",
        number=f"RC {number_of(key, 'rc', 5)}", valid_until=day + 730 * _DAY,
    )  # fmt: skip


def _certificate(register: Register, key: str, scheme: str, at: datetime) -> commands.Witnessed:
    day = at.date() - (30 + int(number_of(key + scheme, "certificate", 2)) * 3) * _DAY
    return commands.Witnessed(
        company=register.ids[key], kind="certificate", cause=f"paper:{scheme}", on=day, scheme=scheme,
        issuer=_PUBLIC_ISSUERS.get(scheme, "Certif Maghreb"), valid_until=day + 540 * _DAY,
        number=f"{scheme[:3].upper()}-{number_of(key + scheme, 'number', 5)}",
    )  # fmt: skip


_PUBLIC_ISSUERS = {
    "onssa": "ONSSA",
    "halal": "IMANOR",
    "pgi": "Ministère de l’Agriculture",
    "pdo": "Ministère de l’Agriculture",
}


def _accreditation(register: Register, key: str, at: datetime) -> commands.Witnessed:
    day = at.date() - (20 + int(number_of(key, "accredited", 2)) // 2) * _DAY
    return commands.Witnessed(
        company=register.ids[key], kind="accreditation", cause="accreditation", on=day, issuer="Office Atlas Export",
        issuer_company=register.ids["office-atlas-export"], number=f"OAE-{number_of(key, 'oae', 4)}",
        valid_until=at.date() + 300 * _DAY,
    )  # fmt: skip


def open_all(register: Register, *, at: datetime) -> None:
    """Each maker's site: its line, story, capacity and colours in three languages."""
    rows = [
        openings.Opening(
            supplier=register.ids[key], slug=key, headlines=reading.words(maker["headline"]),
            stories=reading.words(maker["story"]), capacity=reading.words(maker["capacity"]), **maker["look"],
        )
        for key, maker in reading.suppliers().items()
    ]  # fmt: skip
    openings.open_storefronts(rows=rows, by=SYSTEM, at=at - 100 * _DAY)


def known() -> bool:
    """Whether the demo's operator is already in the register: then there is nothing to write."""
    return queries.company_of_slug("fondouk-maroc") is not None
