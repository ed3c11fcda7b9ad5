"""The operator's desk: decide on evidence, confirm accounts, look companies and people up."""

from __future__ import annotations

from django.test import Client

from fondouk.market.companies import commands, queries
from fondouk.market.companies.models import Person
from tests.cast import Cast
from tests.clock import AT


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def handed_in(cast: Cast) -> str:
    made = commands.add_evidence(
        kind="identity", valid_from=AT.date(), file="FIL-0000-0000", by=cast.ceramics.actor, at=AT
    )
    return made.reference


def test_a_document_is_accepted_and_becomes_a_public_fact(cast: Cast) -> None:
    reference = handed_in(cast)
    desk = client_of(cast.operator.owner)
    page = desk.get("/en/desk/evidence/").content.decode()
    assert "Zellige Aïn Nokbi" in page
    assert desk.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "ACCEPTED"}).status_code == 302
    facts = queries.trust_facts([cast.ceramics.id], on=AT.date())[cast.ceramics.id]
    assert [one.kind for one in facts] == ["listed", "identity"]
    assert desk.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "ACCEPTED"}).status_code == 422


def test_a_refusal_needs_a_reason_and_says_so(cast: Cast) -> None:
    reference = handed_in(cast)
    desk = client_of(cast.operator.owner)
    answer = desk.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "REFUSED", "reason": " "})
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    answer = desk.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "REFUSED", "reason": "Unreadable."})
    assert answer.status_code == 302
    own = client_of(cast.ceramics.owner).get("/en/account/company/evidence/").content.decode()
    assert "Unreadable." in own


def test_nonsense_is_not_decided(cast: Cast) -> None:
    reference = handed_in(cast)
    desk = client_of(cast.operator.owner)
    assert desk.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "PENDING"}).status_code == 404
    assert desk.post("/en/desk/evidence/EVD-0000-0000/decision/", {"outcome": "ACCEPTED"}).status_code == 404


def test_a_viewer_of_the_operator_looks_and_decides_nothing(cast: Cast) -> None:
    reference = handed_in(cast)
    viewer = client_of(cast.operator.clerk_person)
    assert viewer.get("/en/desk/evidence/").status_code == 200
    assert viewer.post(f"/en/desk/evidence/{reference}/decision/", {"outcome": "ACCEPTED"}).status_code == 403
    assert viewer.get(f"/en/desk/evidence/{reference}/file/").status_code == 403
    assert viewer.get("/en/desk/people/").status_code == 403
    assert viewer.get("/en/desk/bank-accounts/").status_code == 403


def test_the_operator_confirms_an_account_of_a_one_person_company(cast: Cast) -> None:
    account = commands.add_bank_account(
        number="001810007800020110620318", bic="BCMAMAMC", currency="USD", holder="Tafrawt", by=cast.argan.actor, at=AT
    ).reference
    desk = client_of(cast.operator.second_person)
    assert "Tafrawt" in desk.get("/en/desk/bank-accounts/").content.decode()
    assert desk.post(f"/en/desk/bank-accounts/{account}/confirmation/").status_code == 302
    assert queries.bank_account(account).confirmed_at is not None
    assert "Tafrawt" not in desk.get("/en/desk/bank-accounts/").content.decode()


def test_companies_and_people_are_found(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    assert "Lakeview Table" in desk.get("/en/desk/companies/?q=lakeview").content.decode()
    assert "Lakeview Table" not in desk.get("/en/desk/companies/?capacity=supplier").content.decode()
    assert "No company matches" in desk.get("/en/desk/companies/?q=zzzz").content.decode()
    assert "Dana Whitfield" in desk.get("/en/desk/people/?q=dana").content.decode()
    page = desk.get(f"/en/desk/companies/{cast.chicago.reference}/").content.decode()
    assert "36-1234567" in page
    assert desk.get("/en/desk/companies/CO-0000-0000/").status_code == 404


def test_the_register_takes_as_many_statements_for_ten_as_for_one(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    few = desk.get("/en/desk/companies/?q=lakeview")["Server-Timing"]
    many = desk.get("/en/desk/companies/")["Server-Timing"]
    assert few.split('desc="')[1].split('"')[0] == many.split('desc="')[1].split('"')[0]
