"""The JSON form: one parser, one schema, sentences for what cannot be read."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondouk.doors.ops import estimate_lines
from fondouk.engines.landed_cost import estimate

WORKED: dict[str, Any] = {
    "id": "worked",
    "destination": "US",
    "port": "USNYC",
    "origin": "MA",
    "incoterm": "FOB",
    "place": "MAAGA",
    "currency": "USD",
    "hs": "1515.90.81",
    "unit_price": "10.00",
    "quantity": "1000",
    "unit": "KGM",
    "preference_claimed": True,
    "mode": "LCL",
    "entry_on": "2026-10-15",
    "costs": [
        {"kind": "freight", "amount": "900.00", "currency": "USD"},
        {"kind": "insurance", "amount": "45.00", "currency": "USD"},
    ],
}
ON = date(2026, 11, 23)


def run(*shipments: Any) -> list[dict[str, Any]]:
    """What the command answers to these lines."""
    lines = [one if isinstance(one, str | bytes) else json.dumps(one) for one in shipments]
    out = io.BytesIO()
    joined = b"\n".join(one if isinstance(one, bytes) else one.encode("utf-8") for one in lines)
    estimate_lines.run(io.BytesIO(joined), out, on=ON)
    return [json.loads(line) for line in out.getvalue().decode("utf-8").split("\n")[:-1]]


@pytest.mark.django_db
def test_the_worked_case_as_json(reference_data: None) -> None:
    (found,) = run(WORKED)
    assert found["id"] == "worked"
    assert found["total_known"] == "12242.14"
    assert found["per_unit"] == {"amount": "12.2421", "unit": "KGM", "quantity": "1000"}
    assert found["duty_columns"] == [
        {"mfn": {"status": "computed", "amount": "320.00"}, "preference": {"status": "computed", "amount": "0.00"}}
    ]
    assert found["certainty"] == "partial"
    assert Decimal(found["total_known"]) == sum(
        Decimal(line["amount"]) for line in found["lines"] if line["counted"] and line["amount"] is not None
    )


@pytest.mark.django_db
def test_a_line_that_cannot_be_read_answers_and_the_rest_goes_on(reference_data: None) -> None:
    broken = [
        "not json",
        {**WORKED, "id": "a", "colour": "blue"},
        {**WORKED, "id": "b", "quantity": "-3"},
        {**WORKED, "id": "c", "unit_price": 10.0},
        {**WORKED, "id": "d", "entry_on": "15/10/2026"},
        {**WORKED, "id": "e", "costs": [{"kind": "bribe", "amount": "1", "currency": "USD"}]},
    ]
    answers = run(*broken, {**WORKED, "id": "good"})
    assert [one["id"] for one in answers] == [None, "a", "b", "c", "d", "e", "good"]
    assert all(one["error"].endswith(".") for one in answers[:6])
    assert "colour" in answers[1]["error"]
    assert answers[6]["total_known"] == "12242.14"


@pytest.mark.django_db
def test_absurd_figures_fail_alone(reference_data: None) -> None:
    most = "9" * 15
    absurd = {**WORKED, "id": "absurd", "quantity": most, "unit_price": most}
    rate = {**WORKED, "id": "rate", "currency": "EUR", "fx": [{"from": "EUR", "to": "USD", "rate": most}]}
    huge = {**WORKED, "id": 7, "costs": [{"kind": "freight", "amount": most, "currency": "USD"}]}
    answers = run(absurd, {**rate, "quantity": "9999999"}, huge, {**WORKED, "id": "good"})
    assert [one["id"] for one in answers] == ["absurd", "rate", 7, "good"]
    assert answers[0]["certainty"] == "partial"
    assert answers[3]["total_known"] == "12242.14"


def test_the_schema_takes_what_the_parser_takes() -> None:
    jsonschema.validate(WORKED, estimate.schema())
    assert estimate.from_json(WORKED).lines[0].hs == "15159081"


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "blue"},
        {"incoterm": "FOBB"},
        {"unit_price": 10},
        {"destination": "usa"},
        {"measures": [{"kind": "x"}]},
    ],
)
def test_the_schema_refuses_what_the_parser_refuses(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**WORKED, **change}, estimate.schema())
    with pytest.raises(estimate.Unreadable):
        estimate.from_json({**WORKED, **change})


def test_the_published_schema_is_the_one_in_use() -> None:
    published = Path(__file__).resolve().parents[3] / "docs" / "estimate-schema.json"
    assert json.loads(published.read_text("utf-8")) == estimate.schema()


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(["1.5", "US", "USD", "2026-10-15", "FOB", "-1", "9" * 15, "0.0000001"]),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(["kind", "rate", "hs"]), parts),
    max_leaves=5,
)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(key=st.sampled_from(sorted(estimate.schema()["properties"])), value=JUNK)
def test_nothing_written_under_any_key_stops_the_rest(reference_data: None, key: str, value: Any) -> None:
    answers = run({**WORKED, key: value}, WORKED)
    assert len(answers) == 2
    assert answers[1]["total_known"] == "12242.14"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"gross_kg": "999", "net_kg": "1000"}, "gross_kg"),
        ({"laden_on": "2026-10-16", "entry_on": "2026-10-15"}, "laden_on"),
    ],
)
def test_figures_that_contradict_each_other_are_told(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(estimate.Unreadable, match=said):
        estimate.read(json.dumps({**WORKED, **changes}))
    assert estimate.read(json.dumps({**WORKED, "gross_kg": "1000", "net_kg": "1000"}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"gross_kg": "999999999999", "volume_m3": "2"}, "No rate card is meant for a cargo of this size"),
        ({"gross_kg": "90000", "volume_m3": "20", "mode": "FCL20", "containers": "1"}, "does not fit"),
    ],
)
def test_an_absurd_cargo_is_a_named_gap_and_no_total(reference_data: None, changes: dict[str, Any], gap: str) -> None:
    (found,) = run({**WORKED, "costs": [], **changes})
    assert found["certainty"] == "partial"
    assert any(gap in one for one in found["gaps"])
    assert next(line["amount"] for line in found["lines"] if line["kind"] == "freight") is None
