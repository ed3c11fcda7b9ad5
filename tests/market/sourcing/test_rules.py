"""Quotations: every state and verb named, every refusal a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from fondouk.kit.money import Money
from fondouk.market.sourcing import rules, terms
from fondouk.market.sourcing.rules import InquiryState, QuotationState
from fondouk.market.sourcing.terms import MilestoneTerm
from tests import trade
from tests.clock import AT

VERBS = {"revise", "counter", "accept", "decline", "withdraw", "expire"}


def codes(offer: terms.Offer, *, held: bool = True) -> set[str]:
    found = rules.refusals_of_offer(offer, on=AT.date(), currencies=("USD",), held_available=held)
    return {one.code for one in found}


def test_tables_name_every_state() -> None:
    assert set(rules.QUOTATION_TRANSITIONS) == set(QuotationState)
    assert set(rules.INQUIRY_TRANSITIONS) == set(InquiryState)
    assert {verb for moves in rules.QUOTATION_TRANSITIONS.values() for verb in moves} == VERBS


@pytest.mark.parametrize("state", list(QuotationState))
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_is_refused_exactly_where_the_table_lacks_it(state: QuotationState, verb: str) -> None:
    refusal = rules.refusal_to(verb, state)
    assert (refusal is None) == (verb in rules.QUOTATION_TRANSITIONS[state])


def test_a_good_offer_has_no_refusals() -> None:
    assert codes(trade.offer()) == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"lines": ()}, "offer.lines"),
        ({"valid_until": AT.date() - timedelta(days=1)}, "offer.valid"),
        ({"valid_until": AT.date() + timedelta(days=400)}, "offer.valid.long"),
        ({"lead_days": -1}, "offer.lead"),
        ({"currency": "XXX"}, "offer.currency"),
        ({"place_name": " "}, "offer.place"),
        ({"payment_route": "barter"}, "offer.route"),
        ({"milestones": ()}, "offer.milestones"),
        ({"milestones": (MilestoneTerm("deposit", 90, "signature", "shipped"),)}, "offer.milestones.sum"),
        ({"milestones": (MilestoneTerm("deposit", 100, "whenever", "shipped"),)}, "offer.milestones.when"),
        ({"milestones": (MilestoneTerm("full", 100, "retention", "shipped"),)}, "offer.milestones.days"),
    ],
)
def test_what_an_offer_is_refused_for(change: dict[str, object], code: str) -> None:
    assert code in codes(replace(trade.offer(), **change))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"quantity": Decimal(0)}, "offer.line.positive"),
        ({"unit_price": Decimal("-1")}, "offer.line.positive"),
        ({"unit_price": Decimal("0.000001"), "quantity": Decimal(1)}, "offer.line.nothing"),
        ({"unit": "FURLONG"}, "offer.line.unit"),
        ({"unit": "C62", "quantity": Decimal("1.5")}, "offer.line.whole"),
        ({"description": " "}, "offer.line.description"),
    ],
)
def test_what_a_line_is_refused_for(change: dict[str, object], code: str) -> None:
    offer = trade.offer()
    assert code in codes(replace(offer, lines=(replace(offer.lines[0], **change),)))


def test_held_payment_is_off_until_a_holder_is_named() -> None:
    assert codes(trade.offer(), held=False) == {"offer.held"}
    assert codes(trade.offer(route="direct"), held=False) == set()


@pytest.mark.parametrize("name", list(terms.TEMPLATES))
def test_milestones_sum_to_the_price_to_the_cent(name: str) -> None:
    parts = terms.amounts(Money(100_01, "USD"), terms.TEMPLATES[name])
    assert sum(part.amount_minor for part in parts) == 100_01


def test_the_last_day_of_validity_counts() -> None:
    day = AT.date()
    assert rules.refusal_to_accept(QuotationState.SENT, day, day) is None
    assert rules.refusal_to_accept(QuotationState.SENT, day, day + timedelta(days=1)).code == "quotation.expired"


def test_a_payment_of_nothing_is_refused() -> None:
    offer = trade.offer(terms="30/60/10")
    cent = replace(offer.lines[0], quantity=Decimal(1), unit_price=Decimal("0.01"))
    assert codes(replace(offer, lines=(cent,))) == {"offer.milestones.nothing"}
    assert codes(replace(offer, lines=(cent,), milestones=terms.TEMPLATES["100"])) == set()
