"""Codes of every length and chapter: what does not exist is named, with what is near it."""

from __future__ import annotations

from typing import Any

import pytest

from fondouk.engines.tariffs import schedule
from fondouk.engines.tariffs.nomenclature import Fault, Nomenclature
from tests.engines.landed_cost.test_format import WORKED, run

CODES = ("15", "1515", "151511", "151519", "151590", "1516", "151610", "33", "3304", "330499")
HS = Nomenclature(("2022", code) for code in CODES)


@pytest.mark.parametrize(
    ("hs", "fault"),
    [
        ("151590", None), ("15159081", None), ("3304995000", None), ("1515", None), ("1", None),
        ("151580", Fault("unknown_code", "2022", ("151511", "151519", "151590"))),
        ("15158000", Fault("unknown_code", "2022", ("151511", "151519", "151590"))),
        ("159999", Fault("unknown_code", "2022", ("151511", "151519", "151590", "151610"))),
        ("440110", Fault("unknown_code", "2022", ())),
        ("770100", Fault("reserved_chapter")), ("98010010", Fault("national_chapter")),
        ("99030556", Fault("national_chapter")), ("000000", Fault("unknown_chapter")),
    ],
)  # fmt: skip
def test_which_codes_exist(hs: str, fault: Fault | None) -> None:
    assert HS.fault(hs) == fault


def test_without_the_list_only_chapters_are_judged() -> None:
    assert Nomenclature().fault("151580") is None
    assert Nomenclature().fault("770100") == Fault("reserved_chapter")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hs", "said"),
    [
        ("1515.80", "151580 does not exist in the Harmonized System 2022. Near it: 1515.11, 1515.19, 1515.90."),
        ("7701.00", "Chapter 77"), ("9903.05.56", "Chapter 99 holds provisions"), ("9801.00.10", "Chapter 98 holds"),
        ("0000.00", "no chapter 00"), ("1515908", "has 7 digits"), ("1", "has 1 digits"),
        ("151511", "No rate is loaded"),
    ],
)  # fmt: skip
def test_a_code_that_is_none_is_a_named_gap_and_no_figure(
    reference_data: None, monkeypatch: pytest.MonkeyPatch, hs: str, said: str
) -> None:
    monkeypatch.setattr(schedule.tariff(), "nomenclature", HS)
    (found,) = run({**WORKED, "hs": hs})
    assert any(said in gap for gap in found["gaps"]), found["gaps"]
    columns: dict[str, Any] = found["duty_columns"][0]
    assert columns["mfn"]["status"] == "human"
    assert (found["duty"], found["layers"], found["certainty"]) == (None, None, "partial")
