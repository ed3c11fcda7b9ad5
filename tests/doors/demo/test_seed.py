"""The demo is written by commands: whole, once, with every state of a trade and money that adds up."""

from __future__ import annotations

import pytest

from fondouk.doors.demo import people, seed
from fondouk.engines.events.models import Event
from fondouk.market.companies.models import Company, Evidence, Person
from fondouk.market.discovery.models import Listing
from fondouk.market.orders import rules
from fondouk.market.orders.models import Milestone, Order, Review
from fondouk.market.sourcing.models import Inquiry, Quotation
from fondouk.market.sourcing.rules import InquiryState, QuotationState
from fondouk.market.treasury.models import Entry
from tests import invariants
from tests.clock import AT

pytestmark = pytest.mark.django_db


def test_the_demo_is_written_once_and_holds_together() -> None:
    _begin_and_be_killed()
    assert seed.run(progress=lambda _line: None, at=AT)
    assert Listing.objects.count() >= 600
    assert Company.objects.count() >= 80
    assert {one.email for one in people.PEOPLE} <= set(Person.objects.values_list("email", flat=True))
    assert set(Order.objects.values_list("state", flat=True)) == {state.value for state in rules.OrderState}
    assert set(Milestone.objects.values_list("state", flat=True)) == {state.value for state in rules.MilestoneState}
    assert set(Quotation.objects.values_list("state", flat=True)) >= {state.value for state in QuotationState} - {
        "DRAFT"
    }
    assert set(Inquiry.objects.values_list("state", flat=True)) == {state.value for state in InquiryState}
    assert Review.objects.filter(state="PUBLISHED").count() >= 3
    assert Evidence.objects.filter(state="PENDING").count() >= 3
    assert Entry.objects.filter(state="SUSPENSE").exists()
    invariants.hold()
    _a_second_run_changes_nothing()


def _begin_and_be_killed() -> None:
    """The companies and products stand, the trades and listings do not: the next run goes on from there."""

    def killed(line: str) -> None:
        if "published" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seed.run(progress=killed, at=AT)
    assert Company.objects.exists()
    assert not Order.objects.exists()


def _a_second_run_changes_nothing() -> None:
    before = Event.objects.count()
    assert not seed.run(progress=lambda _line: None, at=AT)
    assert Event.objects.count() == before
