"""Requirements by code, destination and day; versions follow each other and none is altered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from fondouk.engines.requirements import checklist
from fondouk.engines.requirements.models import Requirement
from tests.clock import AT

pytestmark = pytest.mark.django_db
DAY = AT.date()


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """The database was rolled back."""
    checklist.forget()


def row(code: str, **changes: Any) -> dict[str, Any]:
    """A requirement of the United States for olive oil and canned fish."""
    return {
        "code": code, "destination": "US", "hs": "1509 16", "except_hs": "", "modes": "", "kind": "label",
        "side": "supplier", "anchor": "shipped", "days_before": 21, "names": {"en": "Label", "fr": "Étiquette"},
        "texts": {"en": "In English."}, "schemes": "", "source": "a rule", "address": "", "retrieved_on": DAY,
        "valid_from": date(2025, 1, 1), "valid_until": None, **changes,
    }  # fmt: skip


def enter(*rows: dict[str, Any]) -> None:
    checklist.enter(rows, load="a test", by="system:test", at=AT)


def codes(hs: str, *, country: str = "US", on: date = DAY, mode: str = "") -> list[str]:
    return [one.code for one in checklist.needed(hs, country=country, on=on, mode=mode)]


def test_the_code_decides_and_exceptions_step_out() -> None:
    enter(row("FOOD", except_hs="1604"), row("ALL", hs=""), row("CANADIAN", destination="CA"))
    assert codes("150920") == ["ALL", "FOOD"]
    assert codes("160413") == ["ALL"]
    assert codes("16041320") == ["ALL"]
    assert codes("691200") == ["ALL"]
    assert codes("") == ["ALL"]
    assert codes("150920", country="CA") == ["CANADIAN"]
    assert codes("150920", country="MX") == []


def test_members_of_the_union_share_its_requirements() -> None:
    enter(row("EU", destination="EU", hs=""))
    assert codes("150920", country="FR") == codes("150920", country="NL") == ["EU"]
    assert codes("150920", country="GB") == []


def test_the_mode_decides() -> None:
    enter(row("ISF", modes="sea"), row("FLIGHT", modes="air courier"))
    assert codes("150920") == ["FLIGHT", "ISF"]
    assert codes("150920", mode="FCL40HC") == codes("150920", mode="LCL") == ["ISF"]
    assert codes("150920", mode="air") == ["FLIGHT"]


def test_the_first_due_comes_first() -> None:
    enter(row("ENTRY", anchor="arrived", days_before=30), row("LATE", days_before=0), row("EARLY", days_before=30))
    assert codes("150920") == ["EARLY", "LATE", "ENTRY"]


def test_a_change_counts_from_its_day_and_an_end_ends() -> None:
    enter(row("A", days_before=21))
    enter(row("A", days_before=30, valid_from=DAY + timedelta(days=10)))
    assert [one.days_before for one in checklist.needed("1509", country="US", on=DAY)] == [21]
    assert [one.days_before for one in checklist.needed("1509", country="US", on=DAY + timedelta(days=10))] == [30]
    enter(row("A", days_before=30, valid_until=DAY + timedelta(days=20)))
    assert codes("1509", on=DAY + timedelta(days=20)) == ["A"]
    assert codes("1509", on=DAY + timedelta(days=21)) == []
    assert [(one.version, one.days_before) for one in checklist.history("A")] == [(3, 30), (2, 30), (1, 21)]


def test_no_version_is_altered_or_taken_away() -> None:
    enter(row("A"))
    for act in (
        lambda: Requirement.objects.update(days_before=1), lambda: Requirement.objects.all().delete()
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        Requirement.objects.create(**row("A"), version=1, entered_at=AT, entered_by="x")


def test_the_day_it_falls_due() -> None:
    enter(row("A", days_before=21), row("B", anchor="arrived", days_before=1))
    first, second = checklist.needed("1509", country="US", on=DAY)
    assert first.due_on(shipped=DAY, arrived=None) == DAY - timedelta(days=21)
    assert second.due_on(shipped=DAY, arrived=None) is None
    assert second.due_on(shipped=None, arrived=DAY) == DAY - timedelta(days=1)


def test_words_fall_back_to_english() -> None:
    enter(row("A"))
    (one,) = checklist.needed("1509", country="US", on=DAY)
    assert (one.name("fr-CA"), one.name("ar"), one.text("fr")) == ("Étiquette", "Label", "In English.")


def test_asking_again_costs_no_statement_and_what_another_process_enters_is_seen_soon(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(row("A"))
    assert codes("1509") == ["A"]
    with django_assert_num_queries(0):
        assert codes("1509") == ["A"]
    Requirement.objects.create(**row("B"), version=1, entered_at=AT, entered_by="another process")
    later = checklist.time.monotonic() + 1.1
    monkeypatch.setattr(checklist.time, "monotonic", lambda: later)
    with django_assert_num_queries(2):
        assert codes("1509") == ["A", "B"]
