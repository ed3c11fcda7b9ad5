"""The US International Trade Commission's tariff database: one row of 8 digits, rates as text and as columns.

Every row becomes measures that can be computed, or measures that need a human with the reason; none is lost. The text
is read and the columns are held against it: where they contradict, a human decides.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from fondouk.engines.tariffs.schedule import NeedsHuman, Rate, parse
from fondouk.market.reference.sources.seasons import rest_of, seasons
from fondouk.market.reference.sources.us_dates import end, us_date

MARKER = Decimal("9999.99")


def rows(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The file's rows; its byte order mark is dropped."""
    text = iter(lines)
    first = next(text, "").removeprefix("\ufeff")
    yield from csv.DictReader([first, *text])


_OTHER_SEASON = "other than above period"


def completed(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The rows, each with its `seasons`: a line of “other than above period” holds when its neighbour does not."""
    every = list(rows)
    said: dict[str, list[str]] = defaultdict(list)
    for row in every:
        row["seasons"] = seasons(row["brief_description"])
        if row["seasons"]:
            said[row["hts8"][:6]].append(row["seasons"])
    for row in every:
        near = said[row["hts8"][:6]] if _OTHER_SEASON in row["brief_description"] else []
        if len(near) == 1:
            row["seasons"] = rest_of(near[0])
    return every


def measures(row: dict[str, str], *, source: str, retrieved_on: str, verified_until: str = "") -> list[dict[str, Any]]:
    """The MFN measure of a completed row and, where Morocco has one, the preference; chapters 1 to 97 only."""
    common = {
        "destination": "US",
        "hs": row["hts8"],
        "currency": "USD",
        "description": row["brief_description"].strip(),
        "seasons": row["seasons"],
        "valid_from": us_date(row["begin_effect_date"]),
        "valid_until": end(row["end_effective_date"]),
        "source": source,
        "retrieved_on": retrieved_on,
        "verified_until": verified_until,
    }
    text = row["mfn_text_rate"].strip()
    found = [{**common, "kind": "mfn", "rate": text, "human": mfn_reason(row)}]
    preference = preference_of(row)
    if preference is not None:
        rate, human = preference
        found.append({**common, "kind": "preference", "agreement": "MA", "origin": "MA", "rate": rate, "human": human})
    return found


def verdict(row: dict[str, str]) -> str:
    """What an importer makes of the row: computable, special quantity, human, or chapters 98 and 99."""
    if row["hts8"] >= "98":
        return "chapters 98 and 99"
    if mfn_reason(row):
        return "human"
    rate = parse(row["mfn_text_rate"], "USD")
    return "special quantity" if _asks(rate) else "computable"


def mfn_reason(row: dict[str, str]) -> str:
    """Why the MFN rate needs a human; empty when it can be computed."""
    try:
        rate = parse(row["mfn_text_rate"], "USD")
    except NeedsHuman as reason:
        return str(reason)
    if _OTHER_SEASON in row["brief_description"] and not row["seasons"]:
        return "its season is the rest of another line's"
    return _contradiction(row, rate)


def _contradiction(row: dict[str, str], rate: Rate) -> str:
    code = row["mfn_rate_type_code"].strip()
    if code not in {"0", "1", "2", "3", "4", "5", "6", "7"}:
        return "" if _asks(rate) else f"rate type {code} marks a derived rate"
    written = sorted(term.number for term in rate.terms if not term.unit)
    column = _number(row["mfn_ad_val_rate"])
    if column is None or any(unit.startswith(("KG_", "USD_", "L_")) for unit in rate.units):
        return ""
    if code in {"4", "5", "6", "7"} and written and sum(written) != column * 100:
        return "text and columns of the rate contradict each other"
    if code == "0" and not rate.free:
        return "text and columns of the rate contradict each other"
    return ""


#: Quantities that no invoice shows: litres of proof spirit, degrees of polarisation.
_ASKED = frozenset({"PFL", "DEG_polarization"})


def _asks(rate: Rate) -> bool:
    """Whether the rate asks for a quantity beside those of the entry: another weight, a part of the value, degrees."""
    return any(unit in _ASKED or unit.startswith(("KG_", "USD_", "L_", "JEWEL", "GRL")) for unit in rate.units)


def preference_of(row: dict[str, str]) -> tuple[str, str] | None:
    """(rate, reason for a human) of Morocco's column; None where there is no preference or nothing to prefer."""
    if row["morocco_indicator"].strip() != "MA":
        return None
    if row["morocco_rate_type_code"].strip() == "9":
        return "", "an agreement quota decides (9822.03.01)"
    numbers = [_number(row[f"morocco_{part}_rate"]) for part in ("ad_val", "specific", "other")]
    if any(number is None or number >= MARKER for number in numbers):
        return "", "the published figure is a marker, not a number"
    if not any(numbers):
        return "Free", ""
    ad_valorem = numbers[0] or Decimal(0)
    if not any(numbers[1:]):
        return f"{(ad_valorem * 100).normalize():f}%", ""
    return "", "the preference rate is compound; read the special column"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip() or "0")
    except InvalidOperation:
        return None
