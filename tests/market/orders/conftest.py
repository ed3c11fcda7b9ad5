"""Every test of orders ends with all invariants of money checked."""

import pytest

from tests.invariants import money_holds

__all__ = ["money_holds"]


@pytest.fixture(autouse=True)
def _invariants(request: pytest.FixtureRequest) -> None:
    """Run for each test that has a database."""
    if request.node.get_closest_marker("django_db") is not None:
        request.getfixturevalue("money_holds")
