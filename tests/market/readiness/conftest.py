"""Every test of readiness stands on a few requirements of the United States."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fondouk.engines.requirements import checklist
from tests.clock import AT


def requirement(code: str, **changes: Any) -> dict[str, Any]:
    """A requirement for argan oil."""
    return {
        "code": code, "destination": "US", "hs": "1515", "except_hs": "", "modes": "", "kind": "label",
        "side": "supplier", "anchor": "shipped", "days_before": 3,
        "names": {"en": f"{code} needed", "fr": f"{code} requis"}, "texts": {"en": f"How to {code}."}, "schemes": "",
        "source": "a rule", "address": "https://rules.example/", "retrieved_on": AT.date(),
        "valid_from": date(2025, 1, 1), "valid_until": None, **changes,
    }  # fmt: skip


@pytest.fixture
def needs(db: None) -> None:
    """A label, a registration an organic certificate answers, and a filing of the importer."""
    rows = [
        requirement("LABEL"), requirement("REGISTRATION", kind="registration", days_before=10, schemes="organic_usda"),
        requirement("FILING", kind="filing", side="buyer", anchor="arrived", days_before=1),
        requirement("ELSEWHERE", hs="57"),
    ]  # fmt: skip
    checklist.enter(rows, load="a test", by="system:test", at=AT)
