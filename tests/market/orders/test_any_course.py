"""Any course of a trade keeps every invariant of money: random verbs, the real database, checked at each step."""

from __future__ import annotations

import os

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as some

from fondouk.market.sourcing.terms import TEMPLATES
from tests import invariants, trade
from tests.cast import Cast
from tests.market.orders.courses import VERBS, Course

pytestmark = [pytest.mark.django_db, pytest.mark.soak]
EXAMPLES = 10_000 if os.environ.get("FONDOUK_SOAK") else int(os.environ.get("FONDOUK_COURSES", "15"))
QUARRELS = ("claim", "decide", "ship", "short")
odd = some.tuples(
    some.sampled_from([*sorted(VERBS), *QUARRELS * 3]), some.integers(0, 99), some.integers(0, 11), some.integers(0, 23)
)
usual = some.tuples(some.just(""), some.integers(1, 4), some.just(0), some.just(0))
#: More than half of the steps lead on, so that a course gets far; the others cut across it.
steps = some.lists(some.one_of(usual, usual, odd), min_size=12, max_size=40)


#: Without shrinking: a course takes a second, and `course.done` tells it.
@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # fmt: skip
@given(terms=some.sampled_from(sorted(TEMPLATES)), inspected=some.booleans(), steps=steps)
def test_every_invariant_holds_on_any_course(
    cast: Cast, terms: str, inspected: bool, steps: list[tuple[str, int, int, int]]
) -> None:
    with transaction.atomic():
        trade.account_of_supplier(cast)
        order = trade.signed(cast, terms=terms, inspected=inspected)
        course = Course(cast, order.reference)
        for step in steps:
            course.step(*step)
            assert invariants.broken() == [], course.done
        assert all(course.refused)
        order.refresh_from_db()
        event(f"ended {order.state}")
        for verb in set(course.done):
            event(f"went through: {verb}")
        transaction.set_rollback(True)
