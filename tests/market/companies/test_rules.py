"""Tables of people and companies: complete, and nobody holds what must not be lent."""

from __future__ import annotations

import pytest

from fondouk.market.companies import roles, rules
from fondouk.market.companies.rules import Capacity, EvidenceState, Role


def test_every_permission_is_known_to_some_company_and_held_by_its_owner() -> None:
    for name, grant in roles.PERMISSIONS.items():
        assert grant.capacities, name
        assert Role.OWNER in grant.roles, name


@pytest.mark.parametrize("capacity", list(Capacity))
@pytest.mark.parametrize("role", list(Role))
def test_each_role_holds_what_the_table_says(capacity: Capacity, role: Role) -> None:
    held = roles.permissions_of([capacity], role)
    said = {name for name, one in roles.PERMISSIONS.items() if capacity in one.capacities and role in one.roles}
    assert held == said
    assert "company.view" in held


def test_a_viewer_only_reads() -> None:
    held = roles.permissions_of(list(Capacity), Role.VIEWER)
    assert all(name.endswith((".view", ".results")) for name in held)


def test_signatures_money_and_people_are_never_lent() -> None:
    assert set(roles.PERMISSIONS) >= roles.LENDABLE
    forbidden = {"orders.sign", "orders.cancel", "mandates.give", "team.manage", "consents.give", "payouts.view"}
    assert not roles.LENDABLE & forbidden
    assert not any(name.startswith(("bank_accounts.", "treasury.")) for name in roles.LENDABLE)
    assert roles.lent(["orders.sign", "catalogue.edit"]) == {
        "sell.view",
        "company.view",
        "orders.view",
        "catalogue.edit",
    }


def test_a_permission_nobody_wrote_down_is_an_error() -> None:
    with pytest.raises(KeyError):
        roles.refusal_without("orders.sing", set())


def test_evidence_moves_name_every_state() -> None:
    assert set(rules.EVIDENCE_TRANSITIONS) == set(EvidenceState)
    assert {state for state, _ in rules.EVIDENCE_STATES} == set(EvidenceState)


@pytest.mark.parametrize("state", list(EvidenceState))
@pytest.mark.parametrize("outcome", list(EvidenceState))
def test_every_move_of_evidence(state: EvidenceState, outcome: EvidenceState) -> None:
    refusal = rules.refusal_to_check_evidence(state=state, outcome=outcome, reason="Because.", own_company=False)
    assert (refusal is None) == (outcome in rules.EVIDENCE_TRANSITIONS[state])


def test_enumerations_have_words_for_every_value() -> None:
    for pairs, enumeration in (
        (rules.KINDS, rules.Kind),
        (rules.ROLES, rules.Role),
        (rules.CAPACITIES, rules.Capacity),
        (rules.EVIDENCE_KINDS, rules.EvidenceKind),
    ):
        assert [value for value, _ in pairs] == [one.value for one in enumeration]


@pytest.mark.parametrize(
    ("number", "scheme"),
    [
        ("001 810 0078000201106203 18", "RIB"),
        ("MA64001810007800020110620318", "IBAN"),
        ("FR14 2004 1010 0505 0001 3M02 606", "IBAN"),
        ("001810007800020110620319", None),
        ("MA64001810007800020110620319", None),
        ("123456789", "BBAN"),
        ("12", None),
    ],
)
def test_account_scheme(number: str, scheme: str | None) -> None:
    assert rules.account_scheme(number) == scheme
