"""A partner's board: every supplier stands where its own facts put it."""

from __future__ import annotations

import pytest
from django.core import mail

from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.companies import commands as companies
from fondouk.market.notifications import commands as notifications
from fondouk.market.partners import commands, queries, rules
from fondouk.market.partners.rules import Progress, Stage
from tests import trade
from tests.cast import Cast
from tests.clock import AT


@pytest.mark.parametrize(
    ("progress", "stage"),
    [
        (Progress(), Stage.MANDATED),
        (Progress(verified=True), Stage.VERIFIED),
        (Progress(storefront_open=True), Stage.STOREFRONT),
        (Progress(products=1), Stage.LIVE),
        (Progress(verified=True, products=3, inquiries=1), Stage.FIRST_INQUIRY),
        (Progress(orders=1), Stage.FIRST_ORDER),
    ],
)
def test_stage_is_the_furthest_reached(progress: Progress, stage: Stage) -> None:
    assert rules.stage_of(progress) == stage


def test_every_stage_has_words() -> None:
    assert [value for value, _ in rules.STAGES] == [stage.value for stage in Stage]


def _board(cast: Cast) -> dict[str, Stage]:
    with scope.as_company(cast.partner.id):
        board = queries.cohort(cast.partner.id, on=AT.date())
    return {card.name: stage for stage, cards in board.items() for card in cards}


def test_a_prospect_becomes_a_supplier(cast: Cast) -> None:
    commands.invite_prospect(name="Tafrawt", email="khadija@tafrawt.example", by=cast.partner.actor, at=AT)
    assert _board(cast) == {"Tafrawt": Stage.INVITED}
    companies.give_mandate(partner=cast.partner.reference, scope=["catalogue.edit"], by=cast.argan.actor, at=AT)
    assert _board(cast) == {"Tafrawt Argane": Stage.MANDATED}
    trade.inquiry(cast)
    assert _board(cast) == {"Tafrawt Argane": Stage.FIRST_INQUIRY}


def test_inviting_needs_the_right_and_happens_once(cast: Cast) -> None:
    words = {"name": "X", "email": "x@y.example", "at": AT}
    for actor in (cast.argan.actor, cast.stranger):
        with pytest.raises(Refused):
            commands.invite_prospect(by=actor, **words)
    commands.invite_prospect(by=cast.partner.actor, **words)
    with pytest.raises(Refused) as refused:
        commands.invite_prospect(by=cast.partner.actor, **words)
    assert refused.value.code == "prospect.known"


def test_a_prospect_is_written_to(cast: Cast) -> None:
    row = commands.invite_prospect(name="Tafrawt", email="new@maker.example", by=cast.partner.actor, at=AT)
    notifications.invite_prospect(prospect=row.reference, by=Actor.system("worker"), at=AT)
    assert mail.outbox[0].to == ["new@maker.example"]
    assert "/account/signup/" in mail.outbox[0].body
