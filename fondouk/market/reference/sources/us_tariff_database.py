"""The US International Trade Commission's tariff database: one row of 8 digits, rates as text and as columns.

Every row becomes measures that can be computed, or measures that need a human with the reason; none is lost. The text
is read and the columns are held against it: where they contradict, a human decides.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from fondouk.engines.tariffs.schedule import NeedsHuman, Rate, parse

MARKER = Decimal("9999.99")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_LAST_DAY = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_RANGE = re.compile(
    rf"{_MONTH} ?(\d{{1,2}})(?:, in any year,)? ?(?:to|through|thru|-) ?"
    r"(?:the )?(?:last day of )?(?:the )?(?:following )?"
    rf"{_MONTH} ?(\d{{1,2}})?",
    re.IGNORECASE,
)
_WHOLE_MONTH = re.compile(rf"during the month of {_MONTH}", re.IGNORECASE)


def rows(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The file's rows; its byte order mark is dropped."""
    text = iter(lines)
    first = next(text, "").removeprefix("\ufeff")
    yield from csv.DictReader([first, *text])


def measures(row: dict[str, str], *, source: str, retrieved_on: str, verified_until: str = "") -> list[dict[str, Any]]:
    """The MFN measure of a row and, where Morocco has one, the preference; chapters 1 to 97 only."""
    common = {
        "destination": "US",
        "hs": row["hts8"],
        "currency": "USD",
        "description": row["brief_description"].strip(),
        "seasons": seasons(row["brief_description"]),
        "valid_from": us_date(row["begin_effect_date"]),
        "valid_until": _end(row["end_effective_date"]),
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
    return "computable" if _plain_weight(parse(row["mfn_text_rate"], "USD")) else "special quantity"


def mfn_reason(row: dict[str, str]) -> str:
    """Why the MFN rate needs a human; empty when it can be computed."""
    try:
        rate = parse(row["mfn_text_rate"], "USD")
    except NeedsHuman as reason:
        return str(reason)
    return _contradiction(row, rate)


def _contradiction(row: dict[str, str], rate: Rate) -> str:
    code = row["mfn_rate_type_code"].strip()
    if code not in {"0", "1", "2", "3", "4", "5", "6", "7"}:
        return f"rate type {code} marks a derived rate" if _plain_weight(rate) else ""
    written = sorted(term.number for term in rate.terms if not term.unit)
    column = _number(row["mfn_ad_val_rate"])
    if column is None or any(unit.startswith(("KG_", "USD_", "L_")) for unit in rate.units):
        return ""
    if code in {"4", "5", "6", "7"} and written and sum(written) != column * 100:
        return "text and columns of the rate contradict each other"
    if code == "0" and not rate.free:
        return "text and columns of the rate contradict each other"
    return ""


def _plain_weight(rate: Rate) -> bool:
    return not any(unit.startswith(("KG_", "USD_", "L_", "JEWEL")) for unit in rate.units)


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


def us_date(text: str) -> str:
    """`1/27/22` as an ISO day; empty where there is none."""
    text = text.strip()
    return datetime.strptime(text, "%m/%d/%y").date().isoformat() if text else ""  # noqa: DTZ007 - a day has no zone


def _end(text: str) -> str:
    """`12/31/50` means open; two-digit years beyond this century's middle are read as such."""
    day = us_date(text)
    return "" if not day or date.fromisoformat(day).year >= 2049 else day


def seasons(description: str) -> str:
    """`03-01/07-14 09-01/11-14` from the words of a description; empty where it holds the year round."""
    if re.search(r"entered any time", description):
        return ""
    found = [_season(*match) for match in _RANGE.findall(description)]
    found += [
        f"{number:02}-01/{number:02}-{_LAST_DAY[number]}" for number in map(_month, _WHOLE_MONTH.findall(description))
    ]
    return " ".join(found)


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _season(first: str, day: str, last: str, last_day: str) -> str:
    end = int(last_day) if last_day else _LAST_DAY[_month(last)]
    return f"{_month(first):02}-{int(day):02}/{_month(last):02}-{end:02}"
