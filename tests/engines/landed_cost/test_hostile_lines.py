"""Lines nobody should write, and somebody will: each answers with a sentence, the rest goes on, the schema agrees."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import pytest

from fondouk.doors.ops import estimate_lines
from fondouk.engines.landed_cost import estimate
from tests.engines.landed_cost.test_format import ON, WORKED, run

_LINE_KEYS = ("hs", "unit_price", "quantity", "unit", "preference_claimed")
_LINE = {key: WORKED[key] for key in _LINE_KEYS}
_TEXT = json.dumps({**WORKED, "id": "x"})
MB = 1_000_000


def changed(**changes: Any) -> dict[str, Any]:
    return {**WORKED, "id": "x", **changes}


def lines(*goods: Any) -> dict[str, Any]:
    return {**{key: value for key, value in WORKED.items() if key not in _LINE_KEYS}, "id": "x", "lines": list(goods)}


def freight(**changes: Any) -> dict[str, Any]:
    return changed(costs=[{"kind": "freight", "amount": "900.00", "currency": "USD", **changes}])


def measure(**changes: Any) -> dict[str, Any]:
    return changed(measures=[{"kind": "mfn", "rate": "5%", **changes}])


def fx(*pairs: tuple[str, str, str]) -> dict[str, Any]:
    rates = [{"from": source, "to": target, "rate": rate} for source, target, rate in pairs]
    return changed(currency="EUR", fx=rates)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in WORKED.items() if name != key}


#: What is refused by its shape: by the parser with these words, and by the schema.
BY_SHAPE: dict[str, tuple[Any, str]] = {
    "a list": ([], "JSON object"),
    "a text": ('"x"', "JSON object"),
    "null": ("null", "JSON object"),
    "unknown key": (changed(colour="blue"), "colour"),
    "unknown key of a cost": (freight(tip="1"), "tip"),
    "unknown key of a line": (lines({**_LINE, "colour": "blue"}), "colour"),
    "origin examined is not the caller’s to say": (changed(origin_examined=True), "origin_examined"),
    "no id": (without("id"), "id"),
    "id null": (changed(id=None), "id"),
    "id empty": (changed(id=""), "id"),
    "id a list": (changed(id=[]), "id"),
    "id a fraction": (changed(id=1.5), "id"),
    "id true": (changed(id=True), "id"),
    "id of a megabyte": (changed(id="a" * MB), "1,000,000 characters"),
    "price NaN": (changed(unit_price="NaN"), "unit_price"),
    "price Infinity": (changed(unit_price="Infinity"), "unit_"),
    "price 1e400": (changed(unit_price="1e400"), "unit_price"),
    "price 1e5": (changed(unit_price="1e5"), "unit_price"),
    "price of 16 digits": (changed(unit_price="1" * 16), "unit_price"),
    "price a number": (changed(unit_price=10.5), "unit_price"),
    "price with a sign": (changed(unit_price="+1"), "unit_"),
    "price with a blank": (changed(unit_price=" 1"), "unit_price"),
    "price and line end": (changed(unit_price="1\n"), "u"),
    "price with a comma": (changed(unit_price="1,5"), "unit_price"),
    "price empty": (changed(unit_price=""), "unit_price"),
    "price below nought": (changed(unit_price="-1"), "negative"),
    "price minus nought": (changed(unit_price="-0"), "neg"),
    "price in Arabic digits": (changed(unit_price="١٠"), "unit_price"),
    "quantity nought": (changed(quantity="0"), "above zero"),
    "quantity 0.000": (changed(quantity="0.000"), "above zero"),
    "quantity null": (changed(quantity=None), "quantity"),
    "quantity true": (changed(quantity=True), "quantity"),
    "net weight nought": (changed(net_kg="0"), "above zero"),
    "gross below nought": (changed(gross_kg="-5"), "negative"),
    "volume a number": (changed(volume_m3=3), "volume_m3"),
    "code a number": (changed(hs=151590), "hs"),
    "code of letters": (changed(hs="ABCD"), "hs"),
    "code of 13 digits": (changed(hs="1234567890123"), "hs"),
    "code of dots": (changed(hs="...."), "hs"),
    "code with dashes": (changed(hs="1515-90-81"), "hs"),
    "code in Arabic digits": (changed(hs="١٥١٥٩٠"), "hs"),
    "code with a raised two": (changed(hs="1515²"), "hs"),
    "half a pair of surrogates": (changed(hs="\ud800"), "hs"),
    "containers half": (changed(containers=1.5), "containers"),
    "containers none": (changed(containers=0), "containers"),
    "containers 1001": (changed(containers="1001"), "containers"),
    "containers true": (changed(containers=True), "cont"),
    "containers raised two": (changed(containers="²"), "containers"),
    "containers of 5,000 digits": (changed(containers="9" * 5000), "containers"),
    "day 15/10/2026": (changed(entry_on="15/10/2026"), "entry_on"),
    "day by week": (changed(entry_on="2026-W42-4"), "en"),
    "day without dashes": (changed(entry_on="20261015"), "entry_on"),
    "30 February": (changed(entry_on="2026-02-30"), "e"),
    "year nought": (changed(entry_on="0000-01-01"), "entry_on"),
    "day empty": (changed(laden_on=""), "laden_on"),
    "country small": (changed(destination="us"), "destination"),
    "origin a name": (changed(origin="Morocco"), "origin"),
    "currency small": (changed(currency="usd"), "currency"),
    "term small": (changed(incoterm="fob"), "incoterm"),
    "term of 2010": (changed(incoterm="DAT"), "incoterm"),
    "term a list": (changed(incoterm=["FOB"]), "incoterm"),
    "mode unknown": (changed(mode="sea"), "mode"),
    "mode empty": (changed(mode=""), "mode"),
    "entry unknown": (changed(entry="quick"), "entry"),
    "then by boat": (changed(then_by="boat"), "then_by"),
    "then by nought": (changed(then_by=0), "then_by"),
    "port a number": (changed(port=5), "port"),
    "place of a megabyte": (changed(place="M" * MB), "characters"),
    "clearance a number": (changed(clearance=5), "clear"),
    "supplier a number": (changed(supplier=5), "supplier"),
    "supplier of a megabyte": (changed(supplier="a" * MB), "sup"),
    "unit in words": (changed(unit="kilogram"), "unit"),
    "claim in words": (changed(preference_claimed="true"), "pref"),
    "quota in words": (changed(quota="yes"), "quota"),
    "grocery nought": (changed(basic_grocery=0), "basic_grocery"),
    "quantities a list": (changed(quantities=[]), "quantities"),
    "quantities a number": (changed(quantities={"PRS": 1}), "PRS"),
    "quantities below nought": (changed(quantities={"PRS": "-1"}), "negative"),
    "quantities without a unit": (changed(quantities={"": "1"}), "unit"),
    "no lines": (lines(), "at least one"),
    "lines null": ({**lines(), "lines": None}, "lines"),
    "a line is a text": (lines("a"), "not an object"),
    "line without a price": (lines({"hs": "151590"}), "unit_price"),
    "lines beside goods": (changed(lines=[_LINE]), "beside"),
    "costs an object": (changed(costs={"kind": "freight"}), "costs"),
    "cost of a bribe": (freight(kind="bribe"), "kind"),
    "cost without an amount": (changed(costs=[{"kind": "freight", "currency": "USD"}]), "amount"),
    "cost without a currency": (changed(costs=[{"kind": "freight", "amount": "1"}]), "currency"),
    "cost below nought": (freight(amount="-1"), "negative"),
    "invoiced below nought": (freight(invoiced="-1"), "neg"),
    "in the price, perhaps": (freight(in_price="yes"), "in_price"),
    "assist without an amount": (changed(additions=[{"kind": "assist", "amount": None, "currency": "USD"}]), "amount"),
    "assist without a currency": (changed(additions=[{"kind": "assist", "amount": "9"}]), "currency"),
    "rate a number": (measure(rate=5), "rate"),
    "rate blank": (measure(rate=" "), "rate"),
    "rate of 400 digits": (measure(rate="9" * 400), "rate"),
    "measure unknown": (measure(kind="toll"), "kind"),
    "minimum below nought": (measure(min="-5"), "negative"),
    "line nought": (measure(line=0), "line"),
    "line a text": (measure(line="1"), "line"),
    "exchange nought": (fx(("EUR", "USD", "0")), "above zero"),
    "exchange below": (fx(("EUR", "USD", "-1")), "negative"),
}

#: What no schema can say, told all the same.
BY_SENSE: dict[str, tuple[Any, str]] = {
    "not JSON": ("not json", "not JSON"), "two on a line": (_TEXT + _TEXT, "not JSON"), "NUL": ("\x00", "not JSON"),
    "a megabyte of junk": ("x" * MB, "not JSON"), "a key twice": (_TEXT[:-1] + ', "unit_price": "99"}', "stands twice"),
    "deep lists": ("[" * 100_000, "nested"), "deep objects": ('{"a":' * 100_000, "nested"),
    "deep quantities": (_TEXT[:-1] + ', "quantities": ' + '{"a": ' * 5000 + "1" + "}" * 5001, "nested"),
    "a number of 5,000 digits": (_TEXT.replace('"x"', "9" * 5000), "digits"),
    "more net than gross": (changed(gross_kg="999", net_kg="1000"), "gross_kg"),
    "laden after entry": (changed(laden_on="2026-10-16"), "laden_on"),
    "two net weights": (changed(net_kg="1000", quantities={"KG": "5"}), "differ"),
    "more drained than net": (changed(net_kg="1000", quantities={"KG_drained": "1001"}), "net weight"),
    "rate ends before it begins": (measure(valid_from="2026-12-01", valid_until="2026-01-01"), "ends before"),
    "minimum above maximum": (measure(kind="mpf", min="50", max="10"), "above its"),
    "rate of a line there is not": (measure(line=2), "goods lines"),
    "a dollar is two": (changed(fx=[{"from": "USD", "to": "USD", "rate": "2"}]), "cannot be"),
    "two exchanges": (fx(("EUR", "USD", "1.1"), ("EUR", "USD", "1.2")), "contradict"),
    "there and back": (fx(("EUR", "USD", "1.1"), ("USD", "EUR", "1.1")), "contradict"),
    "not UTF-8": (b'{"id": "\xff\xfe"}', "UTF-8"), "UTF-16": (_TEXT.encode("utf-16"), "UTF-8"),
    "empty": ("", "empty"), "blanks": ("   ", "empty"),
    "of five megabytes": ("y" * 5 * MB, "longer than"),
}  # fmt: skip


@pytest.mark.django_db
def test_each_line_is_told_what_is_wrong_and_the_rest_goes_on(reference_data: None) -> None:
    cases = {**BY_SHAPE, **BY_SENSE}
    answers = run(*(part for line, _ in cases.values() for part in (line, WORKED)))
    assert len(answers) == 2 * len(cases) >= 120
    for (name, (_, said)), answer in zip(cases.items(), answers[::2], strict=True):
        error = answer.get("error", "")
        assert said in error, f"{name}: {answer}"
        assert error.endswith("."), f"{name}: {error}"
        assert len(error) < 300, f"{name}: {error}"
    assert {answer["total_known"] for answer in answers[1::2]} == {"12242.14"}


VALIDATOR = jsonschema.Draft202012Validator(
    estimate.schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


@pytest.mark.parametrize("name", BY_SHAPE)
def test_the_schema_refuses_it_too(name: str) -> None:
    line = BY_SHAPE[name][0]
    assert not VALIDATOR.is_valid(json.loads(line) if isinstance(line, str) else line)


ODD_BUT_READ = {
    "nulls": changed(**dict.fromkeys((
        "port", "then_by", "via", "place", "unit", "net_kg", "quantities", "preference_claimed", "supplier", "gross_kg",
        "volume_m3", "containers", "mode", "entry_on", "laden_on", "entry", "clearance", "costs", "additions",
        "measures", "fx", "through_bl", "place_of_direct_shipment", "quota", "adcvd", "basic_grocery",
    ))),
    "several lines": lines(_LINE, _LINE), "id nought": changed(id=0), "id 7.0": changed(id=7.0),
    "containers as text": changed(containers="2", mode="FCL20"), "containers 2.0": changed(containers=2.0),
    "cost nobody knows": changed(costs=[{"kind": "freight", "amount": None}]), "price nought": changed(unit_price="0"),
    "code with blanks": changed(hs="1515 90 81"), "code of one digit": changed(hs="1"), "choices empty":
    changed(then_by="", entry=""), "line 1.0": measure(line=1.0), "port with a blank": changed(port="US NYC"),
    "days of either end": changed(laden_on="0001-01-01", entry_on="9999-12-31"), "half a pair": changed(id="\ud800"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", ODD_BUT_READ)
def test_odd_lines_that_are_read_are_valid_too(reference_data: None, name: str) -> None:
    line = ODD_BUT_READ[name]
    VALIDATOR.validate(line)
    (answer,) = run(line)
    assert answer["id"] == line["id"]
    assert "error" not in answer


@pytest.mark.django_db
def test_empty_lines_are_answered_in_their_place_but_not_at_the_end(reference_data: None) -> None:
    out = io.BytesIO()
    text = json.dumps(WORKED).encode()
    estimate_lines.run(io.BytesIO(b"\xef\xbb\xbf\n" + text + b"\r\n\n\n" + text + b"\n\n\n"), out, on=ON)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert ["error" in one for one in answers] == [True, False, True, True, False]


@pytest.mark.django_db
def test_who_waits_for_an_answer_gets_it_before_the_next_line(reference_data: None) -> None:
    out, seen = io.BytesIO(), []

    class Talking(io.BytesIO):
        parts = [json.dumps({**WORKED, "id": number}).encode() + b"\n" for number in (1, 2)]

        def read1(self, size: int | None = -1) -> bytes:
            seen.append(out.getvalue().count(b"\n"))
            return self.parts.pop(0) if self.parts else b""

    estimate_lines.run(Talking(), out, on=ON)
    assert seen[-2:] == [1, 2] or seen[-1] == 2
