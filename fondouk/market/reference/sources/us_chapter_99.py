"""Chapters 98 and 99 of the US tariff database: rows that add a duty on the goods of named countries, and the rest.

A row that adds a percentage on the product of countries it names becomes a layer of each of them; which goods it
covers or spares stands in a U.S. note that the file does not hold, so a human decides it. Rows on goods of any country
are told and left to the file of additional duties, which has their dates and lists; every other row is told with what
it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from babel import Locale

from fondouk.market.reference.sources.us_dates import end, us_date

_ADDED = re.compile(r"^The duty provided in the applicable subheading \+ (?P<percent>\d+(?:\.\d+)?%)$", re.IGNORECASE)
_PRODUCT_OF = re.compile(
    r"\bthe products? of (?P<countries>.+?)(?:,? (?:as (?:provided|enumerated|specified)|provided? for in|except|"
    r"crude oil)\b|:|$)"
)
_NOTE = re.compile(r"\b(?:U\.?S\.? )?note \d+\([^\s,]*", re.IGNORECASE)
_BESIDE = re.compile(r",? (?:incl\.|including) .*$|\(.*?\)")
_OTHER_NAMES = {
    "south korea": "KR", "myanmar": "MM", "china": "CN", "hong kong": "HK", "macau": "MO", "brunei": "BN", "laos": "LA",
    "syria": "SY", "vietnam": "VN", "taiwan": "TW", "falkland islands": "FK", "bosnia and herzegovina": "BA",
    "democratic republic of the congo": "CD", "the democratic republic of the congo": "CD", "côte d`ivoire": "CI",
}  # fmt: skip
#: What a row of a heading is, where it adds no duty of its own.
_CHAPTER_98 = "a special provision of chapter 98: the facts of the entry decide"
_BY_HEADING: dict[str, str] = {
    "9904": "an agricultural safeguard: charged above a quantity or below a price",
    "9908": "a safeguard of the agreement with Israel",
    "9910": "a safeguard of the agreement with Singapore",
    "9911": "a safeguard of the agreement with Chile",
    "9912": "a safeguard of the agreement with Morocco: charged above a quantity",
    "9913": "a safeguard of the agreement with Australia",
    "9918": "a safeguard of the agreement with Colombia",
    "9919": "a safeguard of the agreement with Panama",
    "9921": "a safeguard of the agreement with Japan",
}
_BY_TEXT: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda text: text == "the duty provided in the applicable subheading", "an exemption: the ordinary duty alone"),
    (lambda text: text.startswith("the quantity specified"), "a quantity, not a rate"),
    (lambda text: text.startswith("suspended"), "suspended"),
    (lambda text: text.startswith("no change"), "no change of the ordinary duty"),
    (lambda text: text == "free", "an exemption from duty under conditions"),
    (lambda text: text == "", "no rate is written"),
    (lambda text: "value of" in text, "a duty on part of the value"),
)
_ANY_COUNTRY = "goods of any country: load the file of additional duties, which has its dates and lists"
_NO_COUNTRY = "names no country; the goods stand in a U.S. note this file does not hold"


def read(row: dict[str, str], *, source: str, retrieved_on: str) -> tuple[list[dict[str, Any]], str]:
    """(layers, "") of a row that adds a duty on goods of named countries; else ([], what the row is)."""
    text, words = row["mfn_text_rate"].strip(), row["brief_description"].strip()
    added = _ADDED.match(text)
    if row["hts8"] < "99":
        return [], _CHAPTER_98
    if added is None:
        return [], _told(row["hts8"][:4], text.casefold())
    if "any country" in words:
        return [], _ANY_COUNTRY
    origins = countries(words)
    if not origins:
        return [], _NO_COUNTRY
    note = _NOTE.search(words)
    return [_layer(row, one, added["percent"], note[0] if note else "", source, retrieved_on) for one in origins], ""


def _told(heading: str, text: str) -> str:
    if heading in _BY_HEADING:
        return _BY_HEADING[heading]
    return next((reason for holds, reason in _BY_TEXT if holds(text)), "the rate stands apart from the ordinary duty")


def _layer(row: dict[str, str], origin: str, percent: str, note: str, source: str, on: str) -> dict[str, Any]:
    where = note or "the description"
    code = row["hts8"]
    return {
        "destination": "US",
        "kind": "layer",
        "name": "chapter_99",
        "heading": f"{code[:4]}.{code[4:6]}.{code[6:]}",
        "origin": origin,
        "rate": percent,
        "currency": "USD",
        "human": f"which goods it covers and spares stands in {where}, which the file does not hold",
        "after_end": "gap",
        "description": row["brief_description"].strip(),
        "valid_from": us_date(row["begin_effect_date"]),
        "valid_until": end(row["end_effective_date"]),
        "source": source,
        "retrieved_on": on,
        "verified_until": on,
    }


def countries(words: str) -> list[str]:
    """ISO codes of the countries a description names after “the product of”; none where one is not a country."""
    found = _PRODUCT_OF.search(words)
    if found is None:
        return []
    plain = _BESIDE.sub("", found["countries"])
    names = [one.strip(" ,.").casefold() for one in re.split(r",|\bor\b|\band\b(?! herzegovina)", plain)]
    codes = [_names().get(one.removeprefix("the ").strip(), "") for one in names if one.strip()]
    return codes if all(codes) else []


@cache
def _names() -> dict[str, str]:
    known = {str(name).casefold(): code for code, name in Locale.parse("en").territories.items() if len(code) == 2}
    return {**known, **_OTHER_NAMES}
