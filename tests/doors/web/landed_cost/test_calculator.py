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


def answered(**more: str) -> dict[str, Any]:
    """The answer in the estimate format."""
    found = Client().get("/en/landed-cost/estimate.json", {**WORKED, **more})
    assert found.status_code == 200, found.content
    result: dict[str, Any] = found.json()
    return result


def amounts(found: dict[str, Any]) -> dict[str, str | None]:
    return {line["kind"]: line["amount"] for line in found["lines"]}


@pytest.mark.parametrize(
    ("term", "place"), [("FOB", "USNYC"), ("EXW", "USCHI"), ("CIF", "MAAGA"), ("DAP", "MATRD"), ("DDP", "MAAGA")]
)
def test_a_named_place_on_the_wrong_side_is_refused(term: str, place: str) -> None:
    text = page({**WORKED, "incoterm": term, "place": place})
    assert "landed-table" not in text
    assert 'id="id_place_error"' in text
    assert (
        Client().get("/en/landed-cost/estimate.json", {**WORKED, "incoterm": term, "place": place}).status_code == 422
    )


def test_a_place_nobody_knows_is_told_and_kept() -> None:
    text = page({**WORKED, "place": "MAZZZ"})
    assert "landed-table" not in text
    assert '<option value="MAZZZ" selected>' in text


def test_assists_enter_the_value_beside_the_total() -> None:
    """(10,000 + 1,000) x 12.5 % = 1,375.00; the thousand itself is not in the total."""
    found = answered(assist="800", royalty="200")
    assert found["customs_value"] == "11000"
    assert amounts(found)["layer"] == "1375.00"
    assert found["total_known"] == "12371.85"  # 10,000 + 945 + 1,375 + 38.10 + 13.75


@pytest.mark.parametrize(
    ("more", "kind", "amount"),
    [
        ({"quantity": "200", "mode": "air"}, "mpf", "2.77"),
        ({"quantity": "200", "mode": "air", "entry": "formal"}, "mpf", "34.58"),
        ({"quantity": "200", "mode": "air", "special": "on"}, "mpf", "34.58"),
        ({"quantity": "200", "mode": "courier", "entry": "express_hub", "entry_on": "2026-09-30"}, "mpf", "1.34"),
        ({"entry_on": "2026-07-25", "laden_on": "2026-07-20"}, "layer", "0"),
        ({"entry_on": "2026-07-25", "laden_on": "2026-07-25"}, "layer", "1250.00"),
        ({"duty_rate": "4.1%", "preference": "no"}, "duty_mfn", "410.00"),
        ({"currency": "EUR", "fx_rate": "1.25"}, "goods", "12500.00"),
    ],
)
def test_facts_of_the_entry_decide_the_line(more: dict[str, str], kind: str, amount: str) -> None:
    assert amounts(answered(**more))[kind] == amount


def test_goods_that_come_on_by_truck_pay_no_harbor_fee() -> None:
    assert "hmf" in amounts(answered())
    assert "hmf" not in amounts(answered(then_by="truck"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("assist", "-5"), ("containers", "1.5"), ("containers", "0"), ("entry", "maybe"), ("laden_on", "2026-11-01"),
     ("laden_on", "x"), ("origin", "MAR"), ("loading", "ZZZZZ"), ("fx_rate", "0"), ("grocery", "some")],
)  # fmt: skip
def test_facts_that_cannot_be_read_are_said_beside_their_field(name: str, value: str) -> None:
    text = page({**WORKED, name: value})
    assert f'id="id_{name}_error"' in text
    assert "landed-table" not in text


def test_everything_typed_is_in_the_form_again() -> None:
    typed = {"entry": "formal", "laden_on": "2026-10-01", "then_by": "rail", "loading": "MACAS", "containers": "2",
             "grocery": "no", "duty_rate": "3%", "assist": "12", "royalty": "7", "origin": "TN"}  # fmt: skip
    text = page({**WORKED, **typed})
    for name in ("formal", "rail", "MACAS", "no"):
        assert f'<option value="{name}" selected>' in text, name
    for value in ("2026-10-01", "2", "3%", "12", "7", "TN"):
        assert f'value="{value}"' in text, value


def test_what_is_beside_the_total_is_told_in_its_place() -> None:
    text = page({**WORKED, "assist": "800"})
    assert "Assist provided by the buyer" in text
    assert '<span class="quiet">(800.00)</span>' in text
    assert "Part of the customs value, beside the total." in text


def test_a_duty_paid_price_shows_every_line_of_its_entry() -> None:
    """V = 12,000 - 1,245 carriage - 1,189.88 layer - 34.58 least fee - 11.90 = 9,518.64, entered as 9,519."""
    text = page({**WORKED, "incoterm": "DDP", "place": "USNYC", "unit_price": "12", "destination": "300"})
    assert "9903.05.56" in text
    for figure in ("1,189.88)", "34.58)", "11.90)"):
        assert f"({figure}" in text, figure
    assert text.count("Included in the price.") >= 5


def test_charges_are_written_as_the_reader_writes_money() -> None:
    query = {**WORKED, "freight": "", "insurance": "", "gross_kg": "1100", "volume_m3": "1.6"}
    assert "$195.00 a shipment" in page(query)
    assert "195,00\xa0$US par envoi" in page(query, "fr")
    assert "USD/shipment" not in page(query, "ar")


def test_units_to_choose_from_are_many_not_two() -> None:
    """Arabic has a form for two of a thing."""
    text = page({}, "ar")
    assert "قطعتان" not in text
    assert "قطع" in text
