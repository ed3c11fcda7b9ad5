"""The demo's reference data, loaded once and rolled back with each test."""

from __future__ import annotations

import pytest

from tests import clock


@pytest.fixture
def reference_data(db: None) -> None:
    """Every file of the demo, as an operator would load it."""
    from fondouk.doors.demo.reference_data import load_reference
    from fondouk.engines.freight import lanes
    from fondouk.engines.fx import rates
    from fondouk.engines.tariffs import schedule
    from fondouk.kit.actor import Actor

    load_reference(by=Actor.system("test"), at=clock.AT)
    yield
    for engine in (schedule, lanes, rates):
        engine.forget()
