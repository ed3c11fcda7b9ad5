"""Pages of the person and of the company's settings: insider, colleague without the right, stranger, nobody."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.market.companies import commands, queries
from fondouk.market.companies.models import Company, Member, Person
from tests.cast import Cast
from tests.clock import AT

COMPANY_PAGES = ["details", "team", "evidence", "bank-accounts", "mandates"]


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("page", ["login/", "signup/", "password/reset/", "login/code/", "demo/"])
def test_pages_on_the_way_in(db: None, language: str, page: str) -> None:
    answer = Client().get(f"/{language}/account/{page}")
    assert answer.status_code == 200
    assert "allauth" not in answer.content.decode().replace("data-allauth", "").replace("allauth.webauthn", "")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "companies/",
        "companies/new/",
        "notifications/",
        "2fa/",
        "password/change/",
        "email/",
        *(f"company/{one}/" for one in COMPANY_PAGES),
    ],
)
def test_pages_of_ones_own(cast: Cast, page: str) -> None:
    path = f"/en/account/{page}"
    answer = client_of(cast.ceramics.owner).get(path, follow=True)
    assert answer.status_code == 200, page
    nobody = Client().get(path)
    assert nobody.status_code == 302
    assert "/account/login/" in nobody["Location"]


@pytest.mark.parametrize(
    ("page", "clerk", "stranger", "buyer"),
    [
        ("details", 200, 404, 200),
        ("team", 200, 404, 200),
        ("evidence", 200, 404, 200),
        ("bank-accounts", 403, 404, 200),
        ("mandates", 403, 404, 404),
    ],
)
def test_company_pages_by_who_asks(cast: Cast, page: str, clerk: int, stranger: int, buyer: int) -> None:
    path = f"/en/account/company/{page}/"
    assert client_of(cast.ceramics.clerk_person).get(path).status_code == clerk
    assert client_of(cast.stranger_person).get(path).status_code == stranger
    assert client_of(cast.chicago.owner).get(path).status_code == buyer


def test_register_a_company_and_act_for_it(cast: Cast) -> None:
    client = client_of(cast.stranger_person)
    typed = {"capacity": "supplier", "name": "Safran d’Argana", "kind": "company", "country": "MA", "town": "Taliouine"}
    answer = client.post("/en/account/companies/new/", {**typed, "acting": "", "once": "k1"})
    assert answer.status_code == 302
    assert Company.objects.filter(name="Safran d’Argana").count() == 1
    client.post("/en/account/companies/new/", {**typed, "acting": "", "once": "k1"})
    assert Company.objects.filter(name="Safran d’Argana").count() == 1


def test_a_wrong_number_is_said_beside_its_field_and_nothing_is_lost(cast: Cast) -> None:
    typed = {"capacity": "supplier", "name": "Safran", "kind": "company", "country": "MA", "town": "X", "ice": "12"}
    answer = client_of(cast.stranger_person).post("/en/account/companies/new/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "An ICE has 15 digits." in page
    assert 'value="Safran"' in page


def test_a_form_opened_for_another_company_writes_nothing(cast: Cast) -> None:
    typed = {"name": "New", "kind": "company", "country": "MA", "town": "Fès", "acting": cast.rival.reference}
    answer = client_of(cast.ceramics.owner).post("/en/account/company/details/", typed)
    assert answer.status_code == 422
    assert "for another company" in answer.content.decode()
    assert Company.objects.get(pk=cast.ceramics.id).name == "Zellige Aïn Nokbi"


def test_switching_companies(cast: Cast) -> None:
    Member.objects.create(
        person=cast.ceramics.owner, company=cast.rival.company, role="viewer", joined_at=AT, joined_by="system"
    )
    client = client_of(cast.ceramics.owner)
    assert client.post("/en/account/acting/", {"company": cast.chicago.reference}).status_code == 404
    assert client.post("/en/account/acting/", {"company": cast.rival.reference}).status_code == 302
    assert "Poterie du Littoral" in client.get("/en/account/company/team/").content.decode()
    assert client.get("/en/account/company/bank-accounts/").status_code == 403


def test_a_partner_works_under_a_mandate_and_is_shown_so(cast: Cast) -> None:
    mandate = commands.give_mandate(
        partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.argan.actor, at=AT
    )
    client = client_of(cast.partner.owner)
    assert client.post("/en/account/acting/", {"company": mandate.reference}).status_code == 302
    page = client.get("/en/account/company/details/").content.decode()
    assert "You work for" in page
    assert client.get("/en/account/company/bank-accounts/").status_code == 403
    commands.revoke_mandate(mandate=mandate.reference, by=cast.argan.actor, at=AT)
    assert "You work for" not in client.get("/en/account/company/details/").content.decode()


def test_invite_and_join(cast: Cast) -> None:
    owner = client_of(cast.ceramics.owner)
    typed = {"email": cast.stranger_person.email, "role": "sales", "language": "fr"}
    assert owner.post("/en/account/company/team/", typed).status_code == 302
    invitation = queries.invitations(cast.ceramics.id, at=AT)[0].reference
    path = f"/fr/account/invitations/{invitation}/"
    assert Client().get(path).status_code == 200
    rival = client_of(cast.rival.owner)
    assert "nobody@elsewhere.example" in rival.get(path).content.decode()
    rival.post(path)
    assert not Member.objects.filter(person=cast.rival.owner, company=cast.ceramics.company).exists()
    assert client_of(cast.stranger_person).post(path).status_code == 302
    assert Member.objects.get(person=cast.stranger_person).company_id == cast.ceramics.id
    assert Client().get(path).status_code == 410


def test_hand_in_evidence_and_read_it_back(cast: Cast) -> None:
    client = client_of(cast.ceramics.owner)
    pdf = SimpleUploadedFile("extract.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF", "application/pdf")
    typed = {"kind": "identity", "valid_from": "2026-11-01", "file": pdf}
    answer = client.post("/en/account/company/evidence/", typed)
    assert answer.status_code == 302, answer.content.decode()
    proof = queries.evidence_of(cast.ceramics.id)[0]
    path = f"/en/account/company/evidence/{proof.reference}/file/"
    assert client.get(path)["Content-Disposition"].startswith("attachment")
    assert client_of(cast.rival.owner).get(path).status_code == 404
    assert client_of(cast.ceramics.clerk_person).get(path).status_code == 404


def test_a_bank_account_needs_two_people(cast: Cast) -> None:
    client = client_of(cast.ceramics.owner)
    typed = {"holder": "Z", "number": "001 810 0078000201106203 18", "bic": "BCMAMAMC", "currency": "USD"}
    assert client.post("/en/account/company/bank-accounts/", typed).status_code == 302
    account = queries.bank_accounts(cast.ceramics.id)[0].reference
    path = f"/en/account/company/bank-accounts/{account}/confirmation/"
    client.post(path)
    assert queries.bank_account(account).confirmed_at is None
    client_of(cast.ceramics.second_person).post(path)
    assert queries.bank_account(account).confirmed_at is not None


def test_signed_in_pages_stay_within_sixteen_statements(cast: Cast) -> None:
    client = client_of(cast.ceramics.owner)
    for page in ("", "companies/", "notifications/", *(f"company/{one}/" for one in COMPANY_PAGES)):
        timing = client.get(f"/en/account/{page}")["Server-Timing"]
        assert int(timing.split('sql;desc="')[1].split('"')[0]) <= 16, (page, timing)
