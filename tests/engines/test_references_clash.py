"""A reference that was drawn before is drawn again: in one command by another try, in bulk by looking first."""

from __future__ import annotations

from datetime import datetime
from itertools import count

import pytest
from django.db import IntegrityError

from fondouk.engines.events.perform import perform
from fondouk.engines.tables import names
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.market.companies.models import Company
from tests import cast as people
from tests.clock import AT

SYSTEM = Actor.system("test")


def found(*, by: Actor, at: datetime) -> Company:
    """A company under whatever reference is drawn."""
    slug = f"{by.label()}-{Company.objects.count()}"
    return Company.objects.create(
        slug=slug, name=slug, legal_name=slug, capacities=["buyer"], country="US", town="Chicago", registered_at=at,
        registered_by="system",
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_command_that_drew_a_name_in_use_draws_another(monkeypatch: pytest.MonkeyPatch) -> None:
    people.company("first", "First", "buyer", "US", "Chicago")
    taken = Company.objects.get().reference
    drawn = iter([taken, taken, "CO-0000-0002"])
    monkeypatch.setattr(references, "_bits", lambda _size: 0)
    monkeypatch.setattr(references, "from_number", lambda _prefix, _number: next(drawn))
    assert perform(found, once=None, by=SYSTEM, at=AT).reference == "CO-0000-0002"
    assert Company.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_other_clashes_are_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = count()

    def twice(*, by: Actor, at: datetime) -> Company:
        next(tries)
        for _turn in range(2):
            Company.objects.create(
                slug="same", name="S", legal_name="S", capacities=["buyer"], country="US", town="C", registered_at=at,
                registered_by=by.label(),
            )  # fmt: skip
        raise AssertionError

    with pytest.raises(IntegrityError):
        perform(twice, once=None, by=SYSTEM, at=AT)
    assert next(tries) == 1


@pytest.mark.django_db
def test_names_for_many_are_all_new(monkeypatch: pytest.MonkeyPatch) -> None:
    people.company("first", "First", "buyer", "US", "Chicago")
    taken = Company.objects.get().reference
    drawn = iter([taken, "CO-0000-0001", "CO-0000-0001", "CO-0000-0002", taken, "CO-0000-0003"])
    monkeypatch.setattr(references, "new", lambda _prefix: next(drawn))
    assert names.unused(Company, "CO", 3) == ["CO-0000-0001", "CO-0000-0002", "CO-0000-0003"]
    assert names.unused(Company, "CO", 0) == []
