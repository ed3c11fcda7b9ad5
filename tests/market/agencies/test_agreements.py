"""An agreement needs both signatures, its days, and a reason to end; nobody else can touch it."""

from datetime import date, timedelta

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.agencies import accrediting, commands, queries, rules
from fondouk.market.companies import queries as companies

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


def vouch(cast, at, until=date(2027, 11, 22), party=None):
    return accrediting.accredit(
        supplier=(party or cast.argan).reference, until_on=until, by=cast.agency.actor, at=at
    )  # fmt: skip


@pytest.fixture
def in_force(agreement, cast, at):
    sign(agreement, cast.agency, at)
    return sign(agreement, cast.operator, at)


def accredited(cast, on):
    return [
        one.kind for one in companies.trust_facts([cast.argan.id], on=on)[cast.argan.id] if one.kind == "accreditation"
    ]


def test_accreditations_fall_with_the_agreement(in_force, cast, at):
    vouch(cast, at)
    vouch(cast, at, party=cast.ceramics)
    assert accredited(cast, at.date()) == ["accreditation"]
    commands.end_agreement(agreement=in_force.reference, reason="Programme closed", by=cast.operator.actor, at=at)
    assert accredited(cast, at.date()) == []
    assert companies.accredited_by(cast.agency.id) == []
    with pytest.raises(Refused, match=r"accreditation\.agreement"):
        vouch(cast, at)


def test_another_agreement_in_force_keeps_them(in_force, cast, at):
    vouch(cast, at)
    second = commands.propose_agreement(
        agency=cast.agency.reference, country="MA", from_on=FROM, until_on=UNTIL, by=cast.operator.actor, at=at
    )
    for party in (cast.agency, cast.operator):
        sign(second, party, at)
    commands.end_agreement(agreement=in_force.reference, reason="Renewed", by=cast.agency.actor, at=at)
    assert accredited(cast, at.date()) == ["accreditation"]


def test_nobody_is_accredited_beyond_the_agreements_last_day(in_force, cast, at):
    with pytest.raises(Refused, match=r"accreditation\.beyond"):
        vouch(cast, at, until=UNTIL + timedelta(days=1))
    vouch(cast, at, until=UNTIL)
    assert accredited(cast, UNTIL) == ["accreditation"]
    assert accredited(cast, UNTIL + timedelta(days=1)) == []


def test_an_accreditation_that_ran_out_is_given_again(in_force, cast, at):
    vouch(cast, at, until=at.date() + timedelta(days=10))
    with pytest.raises(Refused, match=r"accreditation\.given"):
        vouch(cast, at)
    vouch(cast, at + timedelta(days=11))
    assert accredited(cast, at.date() + timedelta(days=11)) == ["accreditation"]
