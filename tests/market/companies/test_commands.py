"""Commands of people and companies: the insider, the colleague without the right, the stranger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands, queries, standing
from fondouk.market.companies.models import BankAccount, Company, Evidence, Member, Person
from tests.cast import Cast, person
from tests.clock import AT, later

RIB = "001 810 0078000201106203 18"
IBAN = "MA64001810007800020110620318"
DAY = AT.date()


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.code


# -- Register ---------------------------------------------------------------------------------------------------------


def test_register_company_makes_its_owner(cast: Cast) -> None:
    scope.enter(None, "")
    company = commands.register_company(
        name="Safran d’Argana", country="MA", town="Taliouine", capacities=["supplier"], by=cast.stranger, at=AT
    )
    acting = Actor(cast.stranger.person, company.reference)
    held = standing.of(acting)
    assert held is not None
    assert held.role == "owner"
    assert company.slug == "safran-dargana"


def test_register_company_says_all_that_is_missing_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        commands.register_company(name="", country="", town="", capacities=[], by=cast.stranger, at=AT)
    assert {one.field for one in refused.value.refusals} == {"name", "town", "country", "capacities"}


def test_nobody_registers_as_an_operator(cast: Cast) -> None:
    words = {"name": "X", "country": "MA", "town": "Fès", "at": AT}
    assert (
        code_of(lambda: commands.register_company(capacities=["operator"], by=cast.stranger, **words))
        == "company.capacity.closed"
    )
    assert commands.register_company(capacities=["operator"], by=Actor.system("demo"), **words).pk


def test_slugs_are_free_and_readable_in_any_script(cast: Cast) -> None:
    names = ["Zellige Aïn Nokbi", "تعاونية الأطلس", "تعاونية الساحل"]
    made = [
        commands.register_company(
            name=name, country="MA", town="Fès", capacities=["supplier"], by=cast.stranger, at=AT
        ).slug
        for name in names
    ]
    assert made == ["zellige-ain-nokbi-2", "storefront", "storefront-2"]


@pytest.mark.parametrize(
    ("key", "value", "wrong"),
    [
        ("ice", "009876543000016", False),
        ("ice", "009876543000017", False),  # control digits: a warning only
        ("ice", "12345", True),
        ("if", "12345678", False),
        ("if", "123456789", True),
        ("cnss", "1234567", False),
        ("cnss", "123", True),
        ("ein", "36-1234567", False),
        ("ein", "123", True),
        ("bn", "123026635 RC 0001", False),
        ("bn", "12302663X", True),
        ("vat", "FR40303265045", False),
        ("vat", "FR00", True),
        ("rc", "1234", True),  # without its court
    ],
)
def test_identifiers(cast: Cast, key: str, value: str, wrong: bool) -> None:
    def edit() -> Company:
        return commands.edit_company(identifiers={key: value}, by=cast.ceramics.actor, at=AT)

    if wrong:
        assert code_of(edit).startswith("company.")
    else:
        assert edit().identifiers == {key: value}


def test_edit_company_needs_the_right(cast: Cast) -> None:
    for actor, code in ((cast.ceramics.clerk, "permission"), (cast.stranger, "standing")):
        assert code_of(lambda actor=actor: commands.edit_company(town="Meknès", by=actor, at=AT)) == code


def test_edit_person_is_ones_own(cast: Cast) -> None:
    commands.edit_person(name="Nora B.", language="fr", destination="CAMTR", by=cast.stranger, at=AT)
    assert Person.objects.get(pk=cast.stranger_person.pk).language == "fr"
    assert code_of(lambda: commands.edit_person(name=" ", language="fr", by=cast.stranger, at=AT)) == "person.name"


# -- Team -------------------------------------------------------------------------------------------------------------


def test_invited_colleague_joins_with_the_role(cast: Cast) -> None:
    invitation = commands.invite_colleague(
        email="Nobody@Elsewhere.example", role="sales", by=cast.ceramics.actor, at=AT
    )
    scope.enter(None, "")
    commands.accept_invitation(invitation=invitation.reference, by=cast.stranger, at=later(days=1))
    member = Member.objects.get(person=cast.stranger_person)
    assert (member.company_id, member.role) == (cast.ceramics.id, "sales")
    again = lambda: commands.accept_invitation(invitation=invitation.reference, by=cast.stranger, at=later(days=1))  # noqa: E731
    assert code_of(again) == "invitation.accepted"


def test_invitation_is_for_one_address_and_fourteen_days(cast: Cast) -> None:
    invitation = commands.invite_colleague(email="a@b.example", role="sales", by=cast.ceramics.actor, at=AT).reference
    somebody = Actor(person("a@b.example", "A B").reference, None)
    accept = commands.accept_invitation
    assert code_of(lambda: accept(invitation=invitation, by=cast.stranger, at=AT)) == "invitation.address"
    assert code_of(lambda: accept(invitation=invitation, by=somebody, at=later(days=15))) == "invitation.expired"
    commands.withdraw_invitation(invitation=invitation, by=cast.ceramics.actor, at=AT)
    assert code_of(lambda: accept(invitation=invitation, by=somebody, at=AT)) == "invitation.withdrawn"


def test_inviting_again_renews(cast: Cast) -> None:
    for day in (0, 3):
        commands.invite_colleague(email="a@b.example", role="sales", by=cast.ceramics.actor, at=later(days=day))
    assert len(queries.invitations(cast.ceramics.id, at=later(days=4))) == 1


def test_invite_needs_the_right(cast: Cast) -> None:
    for actor, code in ((cast.ceramics.clerk, "permission"), (cast.stranger, "standing")):
        invite = lambda actor=actor: commands.invite_colleague(email="a@b.example", role="sales", by=actor, at=AT)  # noqa: E731
        assert code_of(invite) == code


def test_a_company_keeps_one_owner(cast: Cast) -> None:
    owner = cast.ceramics.owner.reference
    assert code_of(lambda: commands.remove_member(person=owner, by=cast.ceramics.actor, at=AT)) == "member.last_owner"
    change = lambda: commands.change_role(person=owner, role="viewer", by=cast.ceramics.actor, at=AT)  # noqa: E731
    assert code_of(change) == "member.last_owner"


def test_a_removed_colleague_acts_no_more(cast: Cast) -> None:
    clerk = cast.ceramics.clerk
    commands.change_role(person=clerk.person, role="manager", by=cast.ceramics.actor, at=AT)
    commands.edit_company(town="Sefrou", by=clerk, at=AT)
    commands.remove_member(person=clerk.person, by=cast.ceramics.actor, at=AT)
    assert code_of(lambda: commands.edit_company(town="Fès", by=clerk, at=AT)) == "standing"


def test_a_manager_makes_no_owner(cast: Cast) -> None:
    clerk = cast.ceramics.clerk
    commands.change_role(person=clerk.person, role="manager", by=cast.ceramics.actor, at=AT)
    assert code_of(lambda: commands.change_role(person=clerk.person, role="owner", by=clerk, at=AT)) == "member.owner"
    remove = lambda: commands.remove_member(person=cast.ceramics.owner.reference, by=clerk, at=AT)  # noqa: E731
    assert code_of(remove) == "member.owner"


# -- Evidence ---------------------------------------------------------------------------------------------------------


def _identity(cast: Cast) -> Evidence:
    return commands.add_evidence(kind="identity", valid_from=DAY, file="FIL-1", by=cast.ceramics.actor, at=AT)


def test_evidence_becomes_a_fact_and_expires_by_itself(cast: Cast) -> None:
    proof = commands.add_evidence(
        kind="certificate", scheme="organic_eu", issuer="Ecocert", number="MA-1", valid_from=DAY, file="FIL-1",
        valid_until=DAY + timedelta(days=30), by=cast.ceramics.actor, at=AT,
    )  # fmt: skip
    kinds = lambda on: [one.kind for one in queries.trust_facts([cast.ceramics.id], on=on)[cast.ceramics.id]]  # noqa: E731
    assert kinds(DAY) == ["listed"]
    commands.check_evidence(evidence=proof.reference, outcome="ACCEPTED", by=cast.operator.actor, at=AT)
    assert kinds(DAY) == kinds(DAY + timedelta(days=30)) == ["listed", "certificate"]
    assert kinds(DAY + timedelta(days=31)) == ["listed"]


def test_only_the_desk_checks_and_says_why(cast: Cast) -> None:
    proof = _identity(cast).reference
    check = commands.check_evidence
    assert code_of(lambda: check(evidence=proof, outcome="ACCEPTED", by=cast.ceramics.actor, at=AT)) == "permission"
    assert code_of(lambda: check(evidence=proof, outcome="ACCEPTED", by=cast.operator.clerk, at=AT)) == "permission"
    assert code_of(lambda: check(evidence=proof, outcome="REFUSED", by=cast.operator.actor, at=AT)) == "evidence.reason"
    check(evidence=proof, outcome="ACCEPTED", by=cast.operator.actor, at=AT)
    assert code_of(lambda: check(evidence=proof, outcome="ACCEPTED", by=cast.operator.actor, at=AT)) == "evidence.state"


def test_evidence_needs_its_document_and_sound_dates(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        commands.add_evidence(
            kind="certificate", scheme="gold_star", valid_from=DAY, valid_until=DAY - timedelta(days=1),
            by=cast.ceramics.actor, at=AT,
        )  # fmt: skip
    assert {one.field for one in refused.value.refusals} == {"scheme", "valid_until", "file"}


def test_shipped_orders_are_counted_once_each(cast: Cast) -> None:
    with scope.as_company(cast.chicago.id):
        for cause in ("ORD-1", "ORD-2", "ORD-2"):
            commands.record_evidence(
                company=cast.ceramics.id, kind="shipment", cause=cause, by=cast.chicago.actor, at=AT
            )
    shipped = queries.trust_facts([cast.ceramics.id], on=DAY)[cast.ceramics.id][-1]
    assert (shipped.kind, shipped.count) == ("shipment", 2)


def test_an_accreditation_ends_with_its_cause(cast: Cast) -> None:
    made = {"company": cast.argan.id, "kind": "accreditation", "cause": "AGR-1", "by": cast.agency.actor, "at": AT}
    commands.record_evidence(issuer_company=cast.agency.id, **made)
    facts = queries.trust_facts([cast.argan.id], on=DAY)[cast.argan.id]
    assert facts[-1].issuer == "Agence Export du Royaume"
    commands.withdraw_evidence(reason="Agreement ended", **made)
    assert len(queries.trust_facts([cast.argan.id], on=DAY)[cast.argan.id]) == 1


def test_a_rival_sees_no_evidence_but_the_public_fact(cast: Cast) -> None:
    proof = _identity(cast).reference
    commands.check_evidence(evidence=proof, outcome="ACCEPTED", by=cast.operator.actor, at=AT)
    with scope.as_company(cast.rival.id):
        assert queries.proof(proof) is None
        assert [one.kind for one in queries.trust_facts([cast.ceramics.id], on=DAY)[cast.ceramics.id]] == [
            "listed",
            "identity",
        ]
    with scope.as_company(cast.ceramics.id):
        assert queries.proof(proof) is not None


# -- Mandates ---------------------------------------------------------------------------------------------------------


def test_a_partner_acts_within_its_mandate_until_it_is_revoked(cast: Cast) -> None:
    mandate = commands.give_mandate(
        partner=cast.partner.reference,
        scope=["catalogue.edit"],
        by=cast.argan.actor,
        at=AT,
        commission_basis_points=250,
    )
    helper = Actor(
        cast.partner.owner.reference, cast.argan.reference, on_behalf_of=cast.argan.reference, mandate=mandate.reference
    )
    assert standing.require(helper, "catalogue.edit").pk == cast.argan.id
    assert code_of(lambda: standing.require(helper, "storefront.edit")) == "permission"
    assert code_of(lambda: standing.require(helper, "orders.sign")) == "permission"
    other = Actor(cast.stranger.person, cast.argan.reference, mandate=mandate.reference)
    assert code_of(lambda: standing.require(other, "catalogue.edit")) == "standing"
    commands.revoke_mandate(mandate=mandate.reference, by=cast.argan.actor, at=later(days=1))
    assert code_of(lambda: standing.require(helper, "catalogue.edit")) == "standing"


def test_mandates_are_for_partners_and_never_for_signatures(cast: Cast) -> None:
    give = commands.give_mandate
    wrong = [
        ({"partner": cast.rival.reference, "scope": ["catalogue.edit"]}, "mandate.partner"),
        ({"partner": cast.partner.reference, "scope": ["orders.sign"]}, "mandate.scope"),
        ({"partner": cast.partner.reference, "scope": []}, "mandate.scope"),
    ]
    for arguments, code in wrong:
        assert code_of(lambda arguments=arguments: give(by=cast.argan.actor, at=AT, **arguments)) == code
    give(partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.argan.actor, at=AT)
    again = lambda: give(partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.argan.actor, at=AT)  # noqa: E731
    assert code_of(again) == "mandate.in_force"


# -- Bank accounts ----------------------------------------------------------------------------------------------------


def _account(cast: Cast, **changes: str) -> BankAccount:
    words = {"number": RIB, "bic": "BCMAMAMC", "currency": "USD", "holder": "Zellige Aïn Nokbi", **changes}
    return commands.add_bank_account(by=cast.ceramics.actor, at=AT, **words)


def test_an_account_waits_72_hours_and_for_a_second_person(cast: Cast) -> None:
    account = _account(cast).reference
    payout = lambda at: queries.account_for_payout(cast.ceramics.id, currency="USD", at=at)  # noqa: E731
    confirm = commands.confirm_bank_account
    assert code_of(lambda: confirm(account=account, by=cast.ceramics.actor, at=AT)) == "account.second_person"
    assert code_of(lambda: confirm(account=account, by=cast.ceramics.clerk, at=AT)) == "permission"
    assert payout(later(hours=73)) is None
    confirm(account=account, by=cast.ceramics.second, at=later(hours=1))
    assert payout(later(hours=71)) is None
    assert payout(later(hours=72)).number == RIB.replace(" ", "")
    assert code_of(lambda: confirm(account=account, by=cast.ceramics.second, at=AT)) == "account.state"


def test_the_old_account_serves_until_the_new_one_may(cast: Cast) -> None:
    for number, hours in ((RIB, 0), (IBAN, 100)):
        row = commands.add_bank_account(
            number=number, bic="BCMAMAMC", currency="USD", holder="Z", by=cast.ceramics.actor, at=later(hours=hours)
        )
        commands.confirm_bank_account(account=row.reference, by=cast.operator.actor, at=later(hours=hours))
    scheme = lambda hours: queries.account_for_payout(cast.ceramics.id, currency="USD", at=later(hours=hours)).scheme  # noqa: E731
    assert [scheme(101), scheme(172)] == ["RIB", "IBAN"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": RIB.replace("18", "19")}, "number"),
        ({"number": "12345678"}, "number"),
        ({"bic": "NOTABIC"}, "bic"),
        ({"currency": "dollars"}, "currency"),
        ({"holder": ""}, "holder"),
    ],
)
def test_an_account_a_bank_would_send_back(cast: Cast, changes: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        _account(cast, **changes)
    assert field in {one.field for one in refused.value.refusals}


def test_a_rival_neither_sees_nor_confirms_an_account(cast: Cast) -> None:
    account = _account(cast).reference
    with scope.as_company(cast.rival.id):
        assert queries.bank_account(account) is None
        assert queries.bank_accounts(cast.ceramics.id) == []
        confirm = lambda: commands.confirm_bank_account(account=account, by=cast.rival.actor, at=AT)  # noqa: E731
        assert code_of(confirm) == "account.unknown"
    with scope.as_company(cast.chicago.id):
        assert queries.beneficiary_account(cast.ceramics.id, currency="USD", at=later(hours=80)) is None
