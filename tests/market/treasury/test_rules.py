"""Payouts' states, refusals as tables, who a payer is, references in remittances."""

from datetime import timedelta

import pytest

from fondouk.kit.money import Money
from fondouk.market.treasury import rules
from fondouk.market.treasury.rules import LIVE, PAYOUT_TRANSITIONS, EntryState, PayoutState
from tests.clock import AT

VERBS = {verb for verbs in PAYOUT_TRANSITIONS.values() for verb in verbs}


def test_the_table_names_every_state_and_only_states() -> None:
    assert set(PAYOUT_TRANSITIONS) == set(PayoutState)
    assert {after for verbs in PAYOUT_TRANSITIONS.values() for after in verbs.values()} <= set(PayoutState)


@pytest.mark.parametrize("state", list(PayoutState))
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_state_and_verb_goes_or_is_refused_with_a_sentence(state: PayoutState, verb: str) -> None:
    refusal = rules.refusal_to(verb, state)
    assert (refusal is None) == (verb in PAYOUT_TRANSITIONS[state])
    assert refusal is None or str(refusal).endswith(".")


def test_dead_payouts_free_their_amounts() -> None:
    assert set(PayoutState) - set(LIVE) == {PayoutState.REJECTED, PayoutState.RETURNED}
    assert all(not PAYOUT_TRANSITIONS[state] for state in (PayoutState.REJECTED, PayoutState.RETURNED))


@pytest.mark.parametrize(
    ("state", "built_by", "person", "code"),
    [
        (PayoutState.BUILT, "PER-1", "PER-2", None),
        (PayoutState.BUILT, "PER-1", "PER-1", "payout.approve.same_person"),
        (PayoutState.APPROVED, "PER-1", "PER-2", "payout.approve.approved"),
        (PayoutState.REJECTED, "PER-1", "PER-2", "payout.approve.rejected"),
    ],
)
def test_the_second_person_is_a_second_person(state: PayoutState, built_by: str, person: str, code: str | None) -> None:
    refusal = rules.refusal_to_approve(state=state, built_by=built_by, person=person)
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("retired", "confirmed", "hours", "code"),
    [
        (False, True, 0, None),
        (False, True, 1, "payout.account.held"),
        (False, False, 0, "payout.account.unconfirmed"),
        (True, True, 0, "payout.account.retired"),
    ],
)
def test_a_changed_account_waits(retired: bool, confirmed: bool, hours: int, code: str | None) -> None:
    refusal = rules.refusal_of_account(
        retired=retired, confirmed=confirmed, usable_from_at=AT + timedelta(hours=hours), at=AT
    )
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("state", "reason", "asked_by", "code"),
    [
        (PayoutState.BUILT, "wrong amount", "", None),
        (PayoutState.FILED, "bank refused", "", None),
        (PayoutState.FILED, "", "PER-2", None),
        (PayoutState.FILED, "bank refused", "PER-1", "payout.reject.same_person"),
        (PayoutState.FILED, " ", "", "payout.reject.reason"),
        (PayoutState.BUILT, "  ", "", "payout.reject.reason"),
        (PayoutState.BOOKED, "too late", "", "payout.reject.booked"),
    ],
)
def test_a_rejection_has_a_reason_and_at_the_bank_two_people(
    state: PayoutState, reason: str, asked_by: str, code: str | None
) -> None:
    refusal = rules.refusal_to_reject(state=state, reason=reason, asked_by=asked_by, person="PER-1")
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("state", "incoming", "target", "code"),
    [
        (EntryState.SUSPENSE, True, "milestone", None),
        (EntryState.SUSPENSE, True, "own", None),
        (EntryState.SUSPENSE, False, "own", None),
        (EntryState.SUSPENSE, False, "milestone", "entry.outgoing"),
        (EntryState.SUSPENSE, True, "", "entry.target"),
        (EntryState.RECEIPT, True, "own", "entry.assigned"),
        (EntryState.OWN, True, "milestone", "entry.assigned"),
    ],
)
def test_only_what_waits_is_assigned(state: EntryState, incoming: bool, target: str, code: str | None) -> None:
    refusal = rules.refusal_to_assign(state=state, incoming=incoming, target=target)
    assert (refusal.code if refusal else None) == code


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def test_balances_chain_and_add_up() -> None:
    assert rules.refusal_of_chain(opening=usd(5), previous_closing=None) is None
    assert rules.refusal_of_chain(opening=usd(5), previous_closing=usd(5)) is None
    assert rules.refusal_of_chain(opening=usd(5), previous_closing=usd(4)) is not None
    assert rules.refusal_of_sums(opening=usd(5), movement=usd(-2), closing=usd(3)) is None
    assert rules.refusal_of_sums(opening=usd(5), movement=usd(-2), closing=usd(4)) is not None


@pytest.mark.parametrize(
    ("payer", "name", "same"),
    [
        ("Lakeview Table Co.", "Lakeview Table Co.", True),
        ("LAKEVIEW TABLE", "Lakeview Table Co.", True),
        ("LAKEVIEW TABLE COMPANY LLC", "Lakeview Table Co.", True),
        ("EPICERIE DU MILE END INC", "Épicerie du Mile End", True),
        ("LAKEVIEW TABL", "Lakeview Table Co.", True),
        ("Lakeview Motors", "Lakeview Table Co.", False),
        ("Unrelated Trading Ltd", "Lakeview Table Co.", False),
        ("", "Lakeview Table Co.", False),
        ("S.A.R.L.", "Lakeview Table Co.", False),
        ("L", "Lakeview Table Co.", False),
    ],
)
def test_who_a_payer_is(payer: str, name: str, same: bool) -> None:
    assert rules.same_party(payer, [name]) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RF18 ORD5H2W 8TXC M1", ["RF18ORD5H2W8TXCM1", "ORD5H2W8TXC"]),
        ("xxORD-5H2W-8TXCyy", ["ORD5H2W8TXC"]),
        ("ord 5h2w 8txc", ["ORD5H2W8TXC"]),
        ("ORD-5H2W", []),
        ("ORDORD-5H2W-8TXC", ["ORDORD5H2W8", "ORD5H2W8TXC"]),
        ("", []),
    ],
)
def test_references_in_a_remittance(text: str, found: list[str]) -> None:
    assert rules.references_in(text, {"RF": frozenset({17}), "ORD": frozenset({11})}) == found
