"""Whether goods originate: product rule first, then wholly obtained or value content, and always direct transport."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

QUALIFIES, DOES_NOT, NEEDS = "qualifies", "does not", "needs"
#: Goods of these regions: whether the agreements cover them is for a human.
SOUTHERN_REGIONS = frozenset({"MA-11", "MA-12"})


@dataclass(frozen=True, slots=True)
class Material:
    """One input. `became_in` is the country where a foreign input first became a new and different article."""

    name: str
    hs: str
    origin: str
    value: Decimal
    became_in: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """What goods are made of. `price` is the ex-factory price or appraised value, in the currency of the materials."""

    destination: str
    hs: str
    origin: str
    price: Decimal
    materials: tuple[Material, ...] = ()
    wholly_obtained: bool = False
    new_and_different: bool | None = None
    region: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated rule of origin. `hs` are chapters it governs (empty: all others); `counts` whose content counts."""

    destination: str
    agreement: str
    hs: tuple[str, ...]
    rule: str
    threshold: Decimal | None
    counts: frozenset[str]
    human: str
    valid_from: date
    valid_until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`share` and `threshold` in percent; `margin` in points, positive when on the right side.

    `lacking` names what is needed for an answer; `would_fail` the materials that would turn it if they came from
    elsewhere; `declaration` the data elements of the importer's claim.
    """

    agreement: str
    status: str
    rule: str
    source: str
    share: Decimal | None = None
    threshold: Decimal | None = None
    margin: Decimal | None = None
    lacking: tuple[str, ...] = ()
    would_fail: tuple[str, ...] = ()
    declaration: tuple[tuple[str, str], ...] = ()


@cache
def rules() -> tuple[Rule, ...]:
    """The dated rules, product rules before the general one."""
    text = (files(__package__) / "data" / "origin_rules.csv").read_text(encoding="utf-8")
    return tuple(
        Rule(
            row["destination"],
            row["agreement"],
            tuple(row["hs"].split()),
            row["rule"],
            Decimal(row["threshold"]) if row["threshold"] else None,
            frozenset(row["counts"].split()),
            row["human"],
            date.fromisoformat(row["valid_from"]),
            date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def origin(bill: Bill, *, processing: Decimal, direct: bool | None, on: date) -> Verdict | None:
    """Whether the goods qualify at their destination on a day; None where no preference is known there.

    `processing` is the direct cost of processing in the country of origin, in the bill's currency; `direct` whether
    they are imported directly (None: not known yet).
    """
    rule = _governing(bill, on)
    if rule is None:
        return None
    lacking = _lacking(bill, rule, direct)
    if direct is False:
        return Verdict(rule.agreement, DOES_NOT, "direct", rule.source)
    if rule.human or bill.region in SOUTHERN_REGIONS:
        return Verdict(
            rule.agreement, NEEDS, rule.rule, rule.source, lacking=(*lacking, rule.human or "southern_region")
        )
    if bill.wholly_obtained:
        status = NEEDS if lacking else QUALIFIES
        return Verdict(rule.agreement, status, "wholly_obtained", rule.source, lacking=lacking,
                       declaration=_declaration(bill, rule, "wholly obtained"))  # fmt: skip
    return _by_content(bill, rule, processing, lacking)


def _governing(bill: Bill, on: date) -> Rule | None:
    for rule in rules():
        in_force = rule.valid_from <= on and (rule.valid_until is None or on <= rule.valid_until)
        if rule.destination == bill.destination and in_force and (not rule.hs or bill.hs.startswith(rule.hs)):
            return rule
    return None


def _lacking(bill: Bill, rule: Rule, direct: bool | None) -> tuple[str, ...]:
    found = []
    if direct is None:
        found.append("direct_transport")
    if bill.price <= 0:
        found.append("price")
    if not bill.wholly_obtained and rule.rule == "value_content" and bill.new_and_different is None:
        found.append("new_and_different_article")
    return tuple(found)


def _by_content(bill: Bill, rule: Rule, processing: Decimal, lacking: tuple[str, ...]) -> Verdict:
    if bill.price <= 0 or rule.threshold is None:
        return Verdict(rule.agreement, NEEDS, rule.rule, rule.source, lacking=lacking)
    share = _share(bill, rule, processing)
    margin = share - rule.threshold if rule.rule == "value_content" else rule.threshold - share
    passes = margin >= 0 and bill.new_and_different is not False
    status = DOES_NOT if not passes else NEEDS if lacking else QUALIFIES
    words = f"{rule.rule.replace('_', ' ')} {share} %"
    return Verdict(
        rule.agreement, status, rule.rule, rule.source, share, rule.threshold, margin, lacking,
        _would_fail(bill, rule, processing) if passes else (), _declaration(bill, rule, words),
    )  # fmt: skip


def _share(bill: Bill, rule: Rule, processing: Decimal) -> Decimal:
    """Percent of the price: our content and processing, or what comes from outside."""
    ours = sum((one.value for one in bill.materials if _counts(one, rule)), Decimal(0))
    if rule.rule == "value_content":
        part = ours + processing
    else:
        part = sum((one.value for one in bill.materials), Decimal(0)) - ours
    return (part * 100 / bill.price).quantize(Decimal("0.01"))


def _counts(material: Material, rule: Rule) -> bool:
    """A foreign input counts once it has first become a new and different article at home."""
    return material.origin in rule.counts or (rule.rule == "value_content" and material.became_in in rule.counts)


def _would_fail(bill: Bill, rule: Rule, processing: Decimal) -> tuple[str, ...]:
    found = []
    for number, one in enumerate(bill.materials):
        if not _counts(one, rule):
            continue
        abroad = replace(one, origin="ZZ", became_in="")
        other = replace(bill, materials=(*bill.materials[:number], abroad, *bill.materials[number + 1 :]))
        share = _share(other, rule, processing)
        limit = rule.threshold or Decimal(0)
        if (share < limit) if rule.rule == "value_content" else (share > limit):
            found.append(one.name)
    return tuple(found)


def _declaration(bill: Bill, rule: Rule, criterion: str) -> tuple[tuple[str, str], ...]:
    """The data elements that do not depend on who ships."""
    return (
        ("agreement", rule.agreement),
        ("tariff_code", bill.hs),
        ("country_of_origin", bill.origin),
        ("criterion", criterion),
        ("materials_of_other_origin", ", ".join(_foreign(bill.materials, rule)) or "none"),
    )


def _foreign(materials: Sequence[Material], rule: Rule) -> list[str]:
    return [f"{one.name} ({one.origin})" for one in materials if one.origin not in rule.counts]
