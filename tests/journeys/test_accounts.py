"""People at a real browser: an account on a phone in Arabic, a passkey, and every settings page in both directions."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from fondouk.doors import clock
from fondouk.doors.web.accounts import people
from fondouk.kit.actor import Actor
from fondouk.market.agencies import commands as agencies
from fondouk.market.companies import commands as companies
from fondouk.market.companies.models import Company, Person
from fondouk.market.partners import commands as partners
from tests.cast import Cast
from tests.clock import AT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "a quiet harbour"

SETTINGS = ["", "companies/", "company/details/", "company/team/", "company/evidence/", "company/bank-accounts/",
            "company/mandates/", "notifications/", "2fa/"]  # fmt: skip


def code_in_mail() -> str:
    found = re.search(r"^\s+([A-Z0-9-]{6,9})$", mail.outbox[-1].body, re.M)
    assert found, mail.outbox[-1].body
    return found[1]


def test_an_account_and_a_company_on_a_phone_in_arabic(visitor: Any) -> None:
    someone = visitor("phone", language="ar")
    page = someone.page
    someone.go("/ar/account/signup/")
    someone.check("account-signup-ar-phone")
    page.fill("[name=name]", "أمينة الفاسي")
    page.fill("[name=email]", "amina@somewhere.example")
    page.fill("[name=password1]", WORDS)
    page.click("form.form button")
    page.wait_for_url("**/confirm-email/")
    someone.check("account-code-ar-phone")
    page.fill("[name=code]", code_in_mail())
    page.click("form.form button")
    page.wait_for_url("**/companies/new/")
    someone.check("account-company-ar-phone")
    page.check("[name=capacity][value=supplier]")
    page.fill("[name=name]", "تعاونية زعفران تالوين")
    page.fill("[name=town]", "تالوين")
    page.fill("[name=name_ar]", "تعاونية زعفران تالوين")
    page.click("form.form > .submit button")
    page.wait_for_url("**/ar/sell/")
    someone.check("sell-home-new-ar-phone")
    assert Company.objects.get().names == {"ar": "تعاونية زعفران تالوين"}


def test_a_passkey_opens_the_door(visitor: Any) -> None:
    people.admit(
        [{"email": "amina@somewhere.example", "name": "Amina"}], password=WORDS, by=Actor.system("demo"), at=AT
    )
    someone = visitor()
    page = someone.page
    keys = someone.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    someone.go("/en/account/login/?next=/en/account/2fa/webauthn/add/")
    page.fill("[name=login]", "amina@somewhere.example")
    page.fill("[name=password]", WORDS)
    page.click("form.form button")
    page.wait_for_url("**/reauthenticate/**")
    page.fill("[name=password]", WORDS)
    page.click("form.form button")
    page.wait_for_url("**/webauthn/add/")
    page.fill("[name=name]", "Phone")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/")
    someone.context.clear_cookies()
    someone.go("/en/account/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/companies/new/")
    assert not someone.trouble


@pytest.mark.parametrize(("language", "width"), [("ar", "phone"), ("fr", "desktop")])
def test_settings_of_a_company_have_no_violation(visitor: Any, cast: Cast, language: str, width: str) -> None:
    _settings_to_see(cast)
    someone = visitor(width, language=language)
    someone.sign_in(cast.ceramics.owner)
    for page in SETTINGS:
        someone.go(f"/{language}/account/{page}")
        someone.check(f"account-{page.strip('/').replace('/', '-') or 'profile'}-{language}-{width}")


@pytest.mark.parametrize(("language", "width"), [("ar", "phone"), ("en", "desktop")])
def test_areas_of_agency_partner_and_desk_have_no_violation(
    visitor: Any, cast: Cast, language: str, width: str
) -> None:
    _something_to_see(cast)
    pages: dict[Person, list[str]] = {
        cast.agency.owner: ["/agency/"],
        cast.partner.owner: ["/partner/"],
        cast.inspector.owner: ["/forward/"],
        cast.operator.owner: ["/desk/", "/desk/evidence/", "/desk/bank-accounts/", "/desk/companies/", "/desk/people/",
                              "/desk/agreements/", f"/desk/companies/{cast.ceramics.reference}/"],
    }  # fmt: skip
    for who, paths in pages.items():
        someone = visitor(width, language=language)
        someone.sign_in(who)
        for path in paths:
            someone.go(f"/{language}{path}")
            someone.check(f"area{path.split('CO-')[0].rstrip('/').replace('/', '-')}-{language}-{width}")


@transaction.atomic
def _settings_to_see(cast: Cast) -> None:
    companies.give_mandate(partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.ceramics.actor, at=AT)
    companies.add_bank_account(
        number="001810007800020110620318", bic="BCMAMAMC", currency="USD", holder="Z", by=cast.ceramics.actor, at=AT
    )
    companies.invite_colleague(email="new@zellige.example", role="sales", by=cast.ceramics.actor, at=clock.now())
    companies.add_evidence(kind="identity", valid_from=AT.date(), file="FIL-1", by=cast.ceramics.actor, at=AT)


@transaction.atomic
def _something_to_see(cast: Cast) -> None:
    today = clock.now()
    made = agencies.propose_agreement(
        agency=cast.agency.reference, country="MA", from_on=today.date(), until_on=today.date() + timedelta(days=90),
        by=cast.operator.actor, at=today,
    )  # fmt: skip
    agencies.sign_agreement(agreement=made.reference, by=cast.operator.actor, at=today)
    companies.record_evidence(
        company=cast.argan.id, kind="accreditation", cause="ACR-1", issuer_company=cast.agency.id,
        by=cast.agency.actor, at=today,
    )  # fmt: skip
    companies.give_mandate(partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.argan.actor, at=AT)
    partners.invite_prospect(name="Tissages Ouarzazate", email="a@b.example", by=cast.partner.actor, at=AT)
    companies.add_evidence(kind="identity", valid_from=AT.date(), file="FIL-1", by=cast.ceramics.actor, at=AT)
    companies.add_bank_account(
        number="001810007800020110620318", bic="BCMAMAMC", currency="USD", holder="Z", by=cast.argan.actor, at=AT
    )
