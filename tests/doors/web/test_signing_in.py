"""Opening an account, signing in with a password, a code, a second factor; resetting the password; limits."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from fondouk.doors.web.accounts import people
from fondouk.kit.actor import Actor
from fondouk.market.companies.models import Person
from tests.cast import Cast
from tests.clock import AT

WORDS = "a quiet harbour"


@pytest.fixture(autouse=True)
def no_memory_of_attempts(db: None) -> None:
    cache.clear()


def known(email: str = "amina@somewhere.example", language: str = "en") -> Person:
    """A person with a password and a verified address."""
    people.admit(
        [{"email": email, "name": "Amina", "language": language}], password=WORDS, by=Actor.system("demo"), at=AT
    )
    return Person.objects.get(email=email)


def sign_in(client: Client, email: str, password: str = WORDS, language: str = "en") -> object:
    return client.post(f"/{language}/account/login/", {"login": email, "password": password})


def code_in_mail() -> str:
    found = re.search(r"^\s+([A-Z0-9-]{6,9})$", mail.outbox[-1].body, re.M)
    assert found, mail.outbox[-1].body
    return found[1]


def test_open_an_account_confirm_the_address_and_register_a_company() -> None:
    client = Client()
    typed = {"name": "Amina Fassi", "email": "Amina@Somewhere.example", "password1": WORDS}
    answer = client.post("/fr/account/signup/", typed)
    assert answer.status_code == 302
    person = Person.objects.get(email="amina@somewhere.example")
    assert (person.name, person.language) == ("Amina Fassi", "fr")
    assert person.password.startswith("argon2")
    assert "/account/login/" in client.get("/fr/account/")["Location"]
    answer = client.post("/fr/account/confirm-email/", {"code": code_in_mail()})
    assert answer["Location"] == "/fr/account/go/"
    assert client.get("/fr/account/go/")["Location"] == "/fr/account/companies/new/"
    assert EmailAddress.objects.get(user=person).verified


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"password1": "short"}, "10"),
        ({"password1": "1234567890"}, ""),
        ({"email": "not an address"}, ""),
        ({"name": ""}, ""),
    ],
)
def test_a_bad_sign_up_keeps_what_was_typed(changes: dict[str, str], said: str) -> None:
    typed = {"name": "Amina Fassi", "email": "a@b.example", "password1": WORDS, **changes}
    page = Client().post("/en/account/signup/", typed).content.decode()
    assert not Person.objects.exists()
    assert "field-error" in page
    assert said in page
    if typed["name"]:
        assert 'value="Amina Fassi"' in page


def test_an_address_that_is_taken_is_not_betrayed() -> None:
    known()
    typed = {"name": "X", "email": "amina@somewhere.example", "password1": WORDS}
    answer = Client().post("/en/account/signup/", typed)
    assert answer.status_code == 302
    assert "already" in mail.outbox[-1].subject
    assert Person.objects.count() == 1


def test_sign_in_leads_home_in_ones_own_language(cast: Cast) -> None:
    cast.argan.owner.set_password(WORDS)
    cast.argan.owner.save()
    EmailAddress.objects.create(user=cast.argan.owner, email=cast.argan.owner.email, verified=True, primary=True)
    client = Client()
    assert sign_in(client, "Khadija@Tafrawt.example")["Location"] == "/en/account/go/"
    assert client.get("/en/account/go/")["Location"] == "/ar/sell/"


def test_sign_in_comes_back_to_the_page_that_was_asked(cast: Cast) -> None:
    known()
    asked = Client().get("/en/account/companies/")["Location"]
    assert asked == "/en/account/login/?next=%2Fen%2Faccount%2Fcompanies%2F"
    answer = Client().post(asked, {"login": "amina@somewhere.example", "password": WORDS})
    answer_with_field = Client().post(
        "/en/account/login/", {"login": "amina@somewhere.example", "password": WORDS, "next": "/en/account/companies/"}
    )
    assert answer_with_field["Location"] == "/en/account/companies/"
    assert answer.status_code == 302
    elsewhere = {"login": "amina@somewhere.example", "password": WORDS, "next": "https://evil.example/"}
    assert Client().post("/en/account/login/", elsewhere)["Location"] == "/en/account/go/"


def test_five_wrong_passwords_are_enough() -> None:
    known()
    client = Client()
    for _ in range(5):
        sign_in(client, "amina@somewhere.example", "wrong")
    page = sign_in(client, "amina@somewhere.example").content.decode()
    assert "Too many" in page


def test_sign_in_with_a_code() -> None:
    known()
    client = Client()
    client.post("/en/account/login/code/", {"email": "amina@somewhere.example"})
    answer = client.post("/en/account/login/code/confirm/", {"code": code_in_mail()})
    assert answer.status_code == 302
    assert client.get("/en/account/").status_code == 200


def test_reset_the_password() -> None:
    person = known(language="fr")
    client = Client()
    client.post("/fr/account/password/reset/", {"email": person.email})
    link = re.search(r"https?://[^/]+(/\S+/key/\S+)", mail.outbox[-1].body)
    assert link, mail.outbox[-1].body
    page = client.get(link[1], follow=True)
    assert page.status_code == 200
    client.post(page.request["PATH_INFO"], {"password1": "an olive tree", "password2": "an olive tree"})
    person.refresh_from_db()
    assert person.check_password("an olive tree")


def prove_again(client: Client) -> None:
    """Sensitive pages ask for the password once more."""
    assert client.get("/en/account/reauthenticate/").status_code == 200
    assert client.post("/en/account/reauthenticate/", {"password": WORDS}).status_code == 302


def current_code(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value

    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_a_second_factor_guards_the_password() -> None:
    person = known()
    client = Client()
    sign_in(client, person.email)
    assert "/reauthenticate/" in client.get("/en/account/2fa/totp/activate/")["Location"]
    prove_again(client)
    page = client.get("/en/account/2fa/totp/activate/")
    assert page.status_code == 200
    assert "data:image/svg+xml" in page.content.decode()
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/en/account/2fa/totp/activate/", {"code": current_code(secret)})
    assert answer.status_code == 302, answer.content.decode()
    sealed = Authenticator.objects.get(user=person, type="totp").data["secret"]
    assert secret not in sealed
    for path in (
        "2fa/",
        "2fa/recovery-codes/",
        "2fa/recovery-codes/generate/",
        "2fa/totp/deactivate/",
        "2fa/webauthn/",
    ):
        assert client.get(f"/en/account/{path}").status_code == 200, path
    again = Client()
    assert "/2fa/authenticate/" in sign_in(again, person.email)["Location"]
    assert "/account/login/" in again.get("/en/account/")["Location"]
    assert again.get("/en/account/2fa/authenticate/").status_code == 200
    code = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]
    assert again.post("/en/account/2fa/authenticate/", {"code": code}).status_code == 302
    assert again.get("/en/account/").status_code == 200


def test_pages_of_ones_security_open(cast: Cast) -> None:
    person = known()
    client = Client()
    sign_in(client, person.email)
    prove_again(client)
    for path in ("2fa/", "2fa/webauthn/", "2fa/webauthn/add/", "password/change/", "email/", "logout/"):
        answer = client.get(f"/ar/account/{path}")
        assert answer.status_code == 200, path
        assert 'dir="rtl"' in answer.content.decode()


def test_sign_out() -> None:
    person = known()
    client = Client()
    sign_in(client, person.email)
    assert client.post("/en/account/logout/").status_code == 302
    assert client.get("/en/account/").status_code == 302


def test_admitting_people_twice_changes_nothing() -> None:
    first = known().reference
    assert known().reference == first
    assert EmailAddress.objects.count() == 1
