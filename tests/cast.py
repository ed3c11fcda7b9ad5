"""The standing cast: the same companies and people in every test.

`cast.ceramics.actor` signs for the ceramics maker, `cast.ceramics.clerk` is a colleague without rights (viewer),
`cast.operator.second` the second person of the operator, `cast.stranger` somebody of no company at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import pytest

from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.market.companies.models import Company, Member, Person
from tests.clock import AT


@dataclass(frozen=True)
class Party:
    """One company of the cast with its owner, and others who work there."""

    company: Company
    owner: Person
    clerk_person: Person | None = None
    second_person: Person | None = None

    @property
    def id(self) -> int:
        """The company's key, as party columns hold it."""
        return self.company.pk

    @property
    def reference(self) -> str:
        """The company's reference."""
        return self.company.reference

    @property
    def actor(self) -> Actor:
        """The owner, acting for the company at a page."""
        return self.acting(self.owner)

    @property
    def clerk(self) -> Actor:
        """The colleague without rights (role viewer)."""
        assert self.clerk_person is not None, f"{self.company.name} has no clerk in the cast"
        return self.acting(self.clerk_person)

    @property
    def second(self) -> Actor:
        """The second person who may approve (role finance)."""
        assert self.second_person is not None, f"{self.company.name} has no second person in the cast"
        return self.acting(self.second_person)

    def acting(self, person: Person) -> Actor:
        """This person, acting for the company at a page."""
        return Actor(person=person.reference, company=self.company.reference)


@dataclass(frozen=True)
class Cast:
    """Everybody who is on stage."""

    ceramics: Party
    argan: Party
    chicago: Party
    montreal: Party
    rival: Party
    partner: Party
    agency: Party
    operator: Party
    inspector: Party
    forwarder: Party
    stranger_person: Person

    @property
    def stranger(self) -> Actor:
        """Signed in, but of no company."""
        return Actor(person=self.stranger_person.reference, company=None)

    def parties(self) -> dict[str, Party]:
        """Every company of the cast by its name in this class."""
        return {name: party for name, party in vars(self).items() if isinstance(party, Party)}


def person(email: str, name: str, language: str = "en", **columns: object) -> Person:
    """A person with a reference that is the same in every run."""
    columns.setdefault("password", "!no password")
    return Person.objects.create(
        email=email,
        name=name,
        language=language,
        reference=references.from_number("PER", crc32(email.encode())),
        **columns,
    )


def company(slug: str, name: str, capacity: str, country: str, town: str, **columns: object) -> Company:
    """A company with a reference that is the same in every run."""
    columns.setdefault("legal_name", name)
    return Company.objects.create(
        slug=slug, name=name, capacities=[capacity], country=country, town=town, registered_at=AT,
        registered_by="system", reference=references.from_number("CO", crc32(slug.encode())), **columns,
    )  # fmt: skip


def member(of: Company, who: Person, role: str) -> Member:
    """Let a person work in a company."""
    return Member.objects.create(person=who, company=of, role=role, joined_at=AT, joined_by="system")


def party(of: Company, owner: Person, *, clerk: Person | None = None, second: Person | None = None) -> Party:
    """A company with its people; the owner owns, the clerk views, the second person does finance."""
    member(of, owner, "owner")
    if clerk is not None:
        member(of, clerk, "viewer")
    if second is not None:
        member(of, second, "finance")
    return Party(of, owner, clerk, second)


def _suppliers() -> dict[str, Party]:
    ceramics = company(
        "zellige-ain-nokbi", "Zellige Aïn Nokbi", "supplier", "MA", "Fès", region="MA-03", street="12 rue des Potiers",
        postal_code="30000", identifiers={"ice": "009876543000016"}, languages=["fr", "ar"],
        names={"ar": "زليج عين النقبي"},
    )  # fmt: skip
    argan = company(
        "tafrawt-argane", "Tafrawt Argane", "supplier", "MA", "Taroudant", region="MA-09", kind="cooperative",
        postal_code="83000", languages=["fr", "ar"], names={"ar": "تعاونية تافراوت أركان"}, flags=["women_led"],
    )  # fmt: skip
    rival = company("poterie-du-littoral", "Poterie du Littoral", "supplier", "MA", "Safi", region="MA-07")
    return {
        "ceramics": party(
            ceramics,
            person("youssef@zellige.example", "Youssef Bennis", "fr"),
            clerk=person("salma@zellige.example", "Salma Idrissi", "fr"),
            second=person("omar@zellige.example", "Omar Bennis", "fr"),
        ),
        "argan": party(argan, person("khadija@tafrawt.example", "Khadija Aït Baha", "ar")),
        "rival": party(rival, person("hamid@poterie.example", "Hamid Ouazzani", "fr")),
    }


def _buyers() -> dict[str, Party]:
    chicago = company(
        "lakeview-table", "Lakeview Table Co.", "buyer", "US", "Chicago", region="US-IL", street="418 W Fulton Market",
        postal_code="60607", identifiers={"ein": "36-1234567"}, languages=["en"],
    )  # fmt: skip
    montreal = company(
        "epicerie-mile-end", "Épicerie du Mile End", "buyer", "CA", "Montréal", region="CA-QC",
        street="5201 boul. Saint-Laurent", postal_code="H2T 1S4", languages=["fr", "en"],
    )  # fmt: skip
    return {
        "chicago": party(
            chicago,
            person("dana@lakeview.example", "Dana Whitfield", destination="USCHI"),
            clerk=person("leo@lakeview.example", "Leo Park"),
            second=person("ruth@lakeview.example", "Ruth Okafor"),
        ),
        "montreal": party(montreal, person("mathieu@mileend.example", "Mathieu Gagnon", "fr", destination="CAMTR")),
    }


def _others() -> dict[str, Party]:
    operator = company("fondouk", "Fondouk Maroc", "operator", "MA", "Casablanca", region="MA-06")
    return {
        "partner": party(
            company("atlas-export-conseil", "Atlas Export Conseil", "partner", "MA", "Casablanca", region="MA-06"),
            person("nadia@atlas.example", "Nadia Berrada", "fr"),
        ),
        "agency": party(
            company(
                "agence-export", "Agence Export du Royaume", "agency", "MA", "Rabat", region="MA-04", kind="public_body"
            ),
            person("rachid@agence.example", "Rachid Alaoui", "fr"),
        ),
        "operator": party(
            operator,
            person("amine@fondouk.example", "Amine Tazi"),
            clerk=person("hind@fondouk.example", "Hind Sefrioui"),
            second=person("lina@fondouk.example", "Lina Chraibi"),
        ),
        "inspector": party(
            company("controle-detroit", "Contrôle du Détroit", "inspector", "MA", "Tanger", region="MA-01"),
            person("said@controle.example", "Saïd Mernissi", "fr"),
        ),
        "forwarder": party(
            company("transit-medina", "Transit Médina", "forwarder", "MA", "Tanger", region="MA-01"),
            person("imane@transit.example", "Imane Kabbaj", "fr"),
        ),
    }


def assemble() -> Cast:
    """Put everybody on stage; needs a database in system scope."""
    stranger = person("nobody@elsewhere.example", "Nora Body")
    return Cast(**_suppliers(), **_buyers(), **_others(), stranger_person=stranger)


@pytest.fixture
def cast(db: None) -> Cast:
    """The standing cast."""
    return assemble()
