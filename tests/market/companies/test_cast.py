"""The cast stands, and each of its people may do what their role says."""

from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from tests.cast import Cast


def test_everybody_is_on_stage(cast: Cast) -> None:
    assert len(cast.parties()) == 10
    assert Company.objects.count() == 10


def test_owner_clerk_and_stranger_differ(cast: Cast) -> None:
    owner, clerk = standing.of(cast.ceramics.actor), standing.of(cast.ceramics.clerk)
    assert owner is not None
    assert clerk is not None
    assert "catalogue.edit" in owner.permissions
    assert clerk.permissions == {"company.view", "sell.view", "orders.view"}
    assert standing.of(cast.stranger) is None
    assert standing.of(Actor(cast.stranger_person.reference, cast.ceramics.reference)) is None


def test_private_rows_need_a_scope(cast: Cast) -> None:
    with scope.as_company(cast.ceramics.id):
        assert standing.of(cast.ceramics.actor) is not None
