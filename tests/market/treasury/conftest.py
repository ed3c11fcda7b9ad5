"""Every test of the treasury ends with all invariants checked."""

import pytest

from tests.cast import cast
from tests.invariants import money_holds

__all__ = ["cast", "money_holds"]


@pytest.fixture(autouse=True)
def _invariants(money_holds: None) -> None:
    """Run for each test here."""
