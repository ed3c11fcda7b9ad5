"""The public calculator: three languages, by words or by code, as page, JSON and CSV."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from tests.engines.landed_cost.conftest import reference_data  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]
WORKED = {
    "goods": "1515.90.81", "quantity": "1 000", "unit": "KGM", "unit_price": "10,00", "currency": "USD",
    "incoterm": "FOB", "place": "MAAGA", "port": "USNYC", "entry_on": "2026-10-15", "freight": "900",
    "insurance": "45", "mode": "LCL",
}  # fmt: skip


def page(query: dict[str, str], language: str = "en") -> str:
    """The page for a question."""
    found = Client().get(f"/{language}/landed-cost/", query)
    assert found.status_code == 200
    return found.content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_form_opens_in_each_language(language: str) -> None:
    text = page({}, language)
    assert 'name="goods"' in text
    assert "landed-table" not in text


def test_the_worked_case_line_by_line() -> None:
    text = page(WORKED)
    for figure in ("12,242.14", "1,250.00", "320.00", "34.64", "12.50", "9903.05.56"):
        assert figure in text
    assert "Known so far" in text
    assert "not included" in text


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_measure_is_named_in_the_readers_language_with_its_published_name_beside(language: str) -> None:
    text = page(WORKED, language)
    assert '<q lang="en" dir="ltr">Section 301, forced labour</q>' in text
    assert "<b>Section 301, forced labour</b>" not in text


def test_words_lead_to_codes() -> None:
    text = page({"goods": "saffron"})
    assert "09102000" in text
    assert "?goods=09102000" in text


def test_six_digits_show_the_range_and_ask() -> None:
    text = page({**WORKED, "goods": "691200", "preference": "no"})
    assert "Which line is it?" in text
    assert "Lowest, if the cheapest line applies" in text


def test_without_freight_every_mode_is_compared() -> None:
    query = {**WORKED, "freight": "", "insurance": "", "mode": "", "gross_kg": "1100", "volume_m3": "1.6"}
    text = page(query)
    assert "The same goods, each way they can travel" in text
    assert "by courier" in text


@pytest.mark.parametrize(
    ("name", "value"),
    [("quantity", "many"), ("unit_price", "-3"), ("entry_on", "soon"), ("port", "ZZZZZ"), ("incoterm", "FOBB"),
     ("volume_m3", "1e9")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_kept(name: str, value: str) -> None:
    text = page({**WORKED, name: value})
    assert 'aria-invalid="true"' in text
    assert "landed-table" not in text
    assert 'value="1515.90.81"' in text


def test_json_is_the_estimate_format() -> None:
    found = Client().get("/en/landed-cost/estimate.json", WORKED)
    assert found.json()["total_known"] == "12242.14"
    refused = Client().get("/en/landed-cost/estimate.json", {"goods": "argan"})
    assert refused.status_code == 422
    assert refused.json()["error"]
    schema: dict[str, Any] = json.loads(Client().get("/en/landed-cost/schema.json").content)
    assert schema["title"] == "Fondouk shipment"


def test_csv_has_every_line() -> None:
    text = Client().get("/en/landed-cost/estimate.csv", WORKED).content.decode("utf-8-sig")
    assert "duty_preference" in text
    assert "1250.00" in text
    assert "12242.14" in text


def test_few_statements(django_assert_max_num_queries: Any) -> None:
    page(WORKED)
    with django_assert_max_num_queries(8):
        page({**WORKED, "freight": "", "goods": "691200"})
    page({"goods": "argan oil"})
    with django_assert_max_num_queries(8):
        page({"goods": "argan oil"})
