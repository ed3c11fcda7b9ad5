"""An agreement needs both signatures, its days, and a reason to end; nobody else can touch it."""

from datetime import date, timedelta

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.agencies import commands, queries, rules

pytestmark = pytest.mark.django_db
FROM, UNTIL = date(2026, 10, 1), date(2028, 9, 30)


@pytest.fixture
def agreement(cast, at):
    return commands.propose_agreement(
        agency=cast.agency.reference, country="MA", from_on=FROM, until_on=UNTIL, by=cast.operator.actor, at=at
    )


def sign(agreement, party, at):
    return commands.sign_agreement(agreement=agreement.reference, by=party.actor, at=at)


def test_both_signatures_put_it_in_force(agreement, cast, at):
    sign(agreement, cast.agency, at)
    assert queries.in_force("MA", on=at.date()) == []
    sign(agreement, cast.operator, at)
    [found] = queries.in_force("MA", on=at.date())
    assert found.reference == agreement.reference
    assert found.agency.name == cast.agency.company.name


def test_it_holds_from_the_first_to_the_last_day(agreement, cast, at):
    sign(agreement, cast.agency, at)
    sign(agreement, cast.operator, at)
    assert queries.countries_in_force(on=FROM) == queries.countries_in_force(on=UNTIL) == {"MA"}
    assert not queries.in_force("MA", on=FROM - timedelta(days=1))
    assert not queries.in_force("MA", on=UNTIL + timedelta(days=1))


def test_a_side_signs_once(agreement, cast, at):
    sign(agreement, cast.agency, at)
    with pytest.raises(Refused, match=r"agreement\.signed"):
        sign(agreement, cast.agency, at)


def test_ending_needs_a_reason_and_is_final(agreement, cast, at):
    sign(agreement, cast.agency, at)
    sign(agreement, cast.operator, at)
    with pytest.raises(Refused, match=r"agreement\.reason"):
        commands.end_agreement(agreement=agreement.reference, reason=" ", by=cast.agency.actor, at=at)
    commands.end_agreement(agreement=agreement.reference, reason="Programme closed", by=cast.agency.actor, at=at)
    assert queries.in_force("MA", on=at.date()) == []
    with pytest.raises(Refused, match=r"agreement\.ended"):
        sign(agreement, cast.operator, at)


@pytest.mark.parametrize("who", ["rival", "partner", "ceramics"])
def test_others_cannot_sign(agreement, cast, at, who):
    with pytest.raises(Exception, match=r"agreement|permission|may|refus|denied|role"):
        sign(agreement, getattr(cast, who), at)


def test_a_clerk_cannot_sign(agreement, cast, at):
    with pytest.raises(Exception):  # noqa: B017 - which refusal is the companies' business
        commands.sign_agreement(agreement=agreement.reference, by=cast.agency.clerk, at=at)


def test_only_with_an_agency(cast, at):
    with pytest.raises(Refused, match=r"agreement\.not_agency"):
        commands.propose_agreement(
            agency=cast.rival.reference, country="MA", from_on=FROM, until_on=UNTIL, by=cast.operator.actor, at=at
        )


def test_the_table_names_every_state():
    assert set(rules.AGREEMENT_TRANSITIONS) == set(rules.AgreementState)
    for state in rules.AgreementState:
        refused = rules.refusal_to_sign(state=state, signed_already=False, until_on=UNTIL, day=FROM)
        assert (refused is None) == (state != rules.AgreementState.ENDED)
