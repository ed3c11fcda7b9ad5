"""An agency signs, accredits and withdraws; the pavilion's agreement has two signatures."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from fondouk.doors import clock
from fondouk.market.agencies import queries
from fondouk.market.companies import queries as companies
from fondouk.market.companies.models import Person
from tests.cast import Cast


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def agreed(cast: Cast) -> str:
    """Proposed at the desk, signed by both on their own pages."""
    today = clock.now().date()
    desk, agency = client_of(cast.operator.owner), client_of(cast.agency.owner)
    typed = {"agency": cast.agency.reference, "country": "MA", "from_on": today, "until_on": today + timedelta(days=99)}
    assert desk.post("/en/desk/agreements/", typed).status_code == 302
    reference = queries.agreements_of(cast.agency.id)[0].reference
    assert agency.post(f"/en/agency/agreements/{reference}/signature/").status_code == 302
    assert queries.in_force("MA", on=today) == []
    assert desk.post(f"/en/desk/agreements/{reference}/signature/").status_code == 302
    assert len(queries.in_force("MA", on=today)) == 1
    return reference


def accredit(cast: Cast, client: Client) -> int:
    day = clock.now().date() + timedelta(days=30)
    typed = {"supplier": cast.argan.reference, "until_on": day}
    return client.post("/en/agency/accreditations/", typed).status_code


def test_accreditation_needs_an_agreement_in_force(cast: Cast) -> None:
    agency = client_of(cast.agency.owner)
    assert accredit(cast, agency) == 422
    reference = agreed(cast)
    assert accredit(cast, agency) == 302
    fact = companies.trust_facts([cast.argan.id], on=clock.now().date())[cast.argan.id][-1]
    assert (fact.kind, fact.issuer) == ("accreditation", "Agence Export du Royaume")
    assert accredit(cast, agency) == 422
    agency.post(f"/en/agency/agreements/{reference}/end/", {"reason": "The year is over."})
    assert queries.in_force("MA", on=clock.now().date()) == []


def test_an_accreditation_is_taken_back_with_a_reason_and_given_again(cast: Cast) -> None:
    agreed(cast)
    agency = client_of(cast.agency.owner)
    accredit(cast, agency)
    path = f"/en/agency/accreditations/{cast.argan.reference}/withdrawal/"
    agency.post(path, {"reason": ""})
    assert len(companies.accredited_by(cast.agency.id)) == 1
    agency.post(path, {"reason": "Site visit failed."})
    assert companies.accredited_by(cast.agency.id) == []
    assert agency.post(path, {"reason": "Again."}).status_code == 404
    assert accredit(cast, agency) == 302


def test_pages_show_both_sides_their_agreement(cast: Cast) -> None:
    reference = agreed(cast)
    assert reference in client_of(cast.agency.owner).get("/fr/agency/").content.decode()
    assert reference in client_of(cast.operator.owner).get("/ar/desk/agreements/").content.decode()
    stranger = client_of(cast.rival.owner)
    assert stranger.post(f"/en/agency/agreements/{reference}/signature/").status_code == 404
