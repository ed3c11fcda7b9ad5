"""Whether goods originate: product rule first, then wholly obtained or value content, and always direct transport.

Non-preferential origin and marking stand beside it: they decide the extra duties and the words on the goods.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.engines.tariffs.origin_data import Marking, Rule, governing, marking

QUALIFIES, DOES_NOT, NEEDS = "qualifies", "does not", "needs"
MET, NOT_MET, OPEN = "met", "not met", "open"
#: Goods of these regions: whether the agreements cover them is for a human.
SOUTHERN_REGIONS = frozenset({"MA-11", "MA-12"})
_NOWHERE = "ZZ"
_TWO = Decimal("0.01")
Groups = Mapping[str, Iterable[str]]


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
class Criterion:
    """One thing the verdict rests on: `code` names its sentence, `figure` and `threshold` in percent."""

    code: str
    state: str
    source: str
    figure: Decimal | None = None
    threshold: Decimal | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flip:
    """What one input alone can do: the percentage if it came from elsewhere (or from home), and whether that turns."""

    material: str
    share: Decimal
    margin: Decimal
    turns: bool
    home: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """`share` and `threshold` in percent; `margin` in points, positive when on the right side.

    `lacking` names what is needed for an answer; `would_fail` the materials that would turn it if they came from
    elsewhere; `declaration` the data elements that do not depend on who ships; `spare` the money of a price that
    could come from elsewhere before the verdict turns.
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
    criteria: tuple[Criterion, ...] = ()
    flips: tuple[Flip, ...] = ()
    spare: Decimal | None = None
    counted: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """Non-preferential origin: the country (empty where nobody can tell yet), and how the goods are marked there."""

    country: str
    state: str
    reason: str
    marking: Marking | None


def origin(
    bill: Bill, *, processing: Decimal, direct: bool | None, on: date, groups: Groups | None = None
) -> Verdict | None:
    """Whether the goods qualify at their destination on a day; None where no preference is known there.

    `processing` is the direct cost of processing in the country of origin, in the bill's currency; `direct` whether
    they are imported directly (None: not known yet); `groups` the members of groups of countries named in the rules.
    """
    rule = governing(bill.destination, bill.hs, on)
    return None if rule is None else by_rule(bill, expanded(rule, groups or {}), processing=processing, direct=direct)


def expanded(rule: Rule, groups: Groups) -> Rule:
    """The rule with every `@GROUP` replaced by its members."""
    names = {one[1:] for one in rule.counts if one.startswith("@")}
    members = {country for name in names for country in groups.get(name, ())}
    return replace(rule, counts=frozenset({one for one in rule.counts if not one.startswith("@")} | members))


def by_rule(bill: Bill, rule: Rule, *, processing: Decimal, direct: bool | None) -> Verdict:
    """The verdict under one rule; `criteria` tells every step of it."""
    found = _verdict(bill, rule, processing, direct)
    counted = tuple(_counts(one, rule) for one in bill.materials)
    return replace(found, criteria=tuple(_criteria(bill, rule, processing, direct)), counted=counted)


def _verdict(bill: Bill, rule: Rule, processing: Decimal, direct: bool | None) -> Verdict:
    lacking = _lacking(bill, rule, direct)
    if direct is False:
        return Verdict(rule.agreement, DOES_NOT, "direct", rule.source)
    if rule.human or bill.region in SOUTHERN_REGIONS:
        why = (*lacking, rule.human or "southern_region")
        declared = _declaration(bill, rule, rule.rule.replace("_", " "))
        return Verdict(rule.agreement, NEEDS, rule.rule, rule.source, lacking=why, declaration=declared)
    if bill.wholly_obtained:
        status = NEEDS if lacking else QUALIFIES
        return Verdict(rule.agreement, status, "wholly_obtained", rule.source, lacking=lacking,
                       declaration=_declaration(bill, rule, "wholly obtained"))  # fmt: skip
    return _by_content(bill, rule, processing, lacking)


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
    margin = _margin(rule, share)
    passes = margin >= 0 and bill.new_and_different is not False
    status = DOES_NOT if not passes else NEEDS if lacking else QUALIFIES
    flips = tuple(_flips(bill, rule, processing))
    return Verdict(
        rule.agreement, status, rule.rule, rule.source, share, rule.threshold, margin, lacking,
        tuple(one.material for one in flips if one.turns and not one.home) if passes else (),
        _declaration(bill, rule, f"{rule.rule.replace('_', ' ')} {share} %"), flips=flips,
        spare=(margin * bill.price / 100).quantize(_TWO) if margin >= 0 else None,
    )  # fmt: skip


def _margin(rule: Rule, share: Decimal) -> Decimal:
    """Points on the right side of the threshold, negative on the wrong one."""
    limit = rule.threshold or Decimal(0)
    return share - limit if rule.rule == "value_content" else limit - share


def _share(bill: Bill, rule: Rule, processing: Decimal) -> Decimal:
    """Percent of the price: our content and processing, or what comes from outside."""
    if rule.rule == "value_content":
        part = _counted_value(bill, rule) + processing
    else:
        part = sum((one.value for one in bill.materials if not _counts(one, rule)), Decimal(0))
    return (part * 100 / bill.price).quantize(_TWO)


def _counted_value(bill: Bill, rule: Rule) -> Decimal:
    """The value of the materials that count, those of a capped country no further than its cap."""
    by_country: dict[str, Decimal] = {}
    for one in bill.materials:
        if _counts(one, rule):
            country = one.origin if one.origin in rule.counts else one.became_in
            by_country[country] = by_country.get(country, Decimal(0)) + one.value
    return sum((_capped(country, value, bill, rule) for country, value in by_country.items()), Decimal(0))


def _capped(country: str, value: Decimal, bill: Bill, rule: Rule) -> Decimal:
    cap = rule.caps.get(country)
    return value if cap is None else min(value, bill.price * cap / 100)


def _counts(material: Material, rule: Rule) -> bool:
    """A foreign input counts once it has first become a new and different article at home."""
    return material.origin in rule.counts or (rule.rule == "value_content" and material.became_in in rule.counts)


def _flips(bill: Bill, rule: Rule, processing: Decimal) -> Iterable[Flip]:
    """Each input moved abroad, and each foreign one moved home, with what that does to the percentage."""
    before = _margin(rule, _share(bill, rule, processing))
    for number, one in enumerate(bill.materials):
        home = not _counts(one, rule)
        moved = replace(one, origin=bill.origin if home else _NOWHERE, became_in="")
        other = replace(bill, materials=(*bill.materials[:number], moved, *bill.materials[number + 1 :]))
        share = _share(other, rule, processing)
        margin = _margin(rule, share)
        yield Flip(one.name, share, margin, turns=(margin >= 0) != (before >= 0), home=home)


# -- what it rests on ------------------------------------------------------------------------------------------------
def _criteria(bill: Bill, rule: Rule, processing: Decimal, direct: bool | None) -> Iterable[Criterion]:
    if bill.region in SOUTHERN_REGIONS:
        yield Criterion("southern_region", OPEN, rule.source)
    if rule.rule == "product":
        yield from _product_rule(bill, rule)
    elif bill.wholly_obtained:
        yield Criterion("wholly_obtained", MET, rule.source)
    else:
        yield from _content(bill, rule, processing)
    yield Criterion("imported_directly", _state(direct), rule.direct_source)


def _state(known: bool | None) -> str:
    return OPEN if known is None else MET if known else NOT_MET


def _product_rule(bill: Bill, rule: Rule) -> Iterable[Criterion]:
    """The rule's own text decides; each foreign input is held against the headings it excludes."""
    yield Criterion("product_rule", OPEN, rule.source, values={"why": rule.human})
    if not bill.materials:
        yield Criterion("no_materials", OPEN, rule.source)
    for one in bill.materials:
        if _counts(one, rule):
            continue
        named = _excluded(one.hs, rule)
        code = "input_excluded" if named else "input_foreign"
        state = NOT_MET if named else OPEN
        values = {"material": one.name, "country": one.origin, "heading": one.hs[:4]}
        yield Criterion(code, state, rule.source, values=values)
    if bill.materials and all(_counts(one, rule) for one in bill.materials):
        yield Criterion("all_inputs_home", MET, rule.source)


def _excluded(hs: str, rule: Rule) -> bool:
    return any(first <= hs[:4] <= last for first, last in rule.excluded) if len(hs) >= 4 else False


def _content(bill: Bill, rule: Rule, processing: Decimal) -> Iterable[Criterion]:
    if rule.rule == "value_content":
        yield Criterion("new_and_different", _state(bill.new_and_different), rule.source)
        for one in bill.materials:
            if one.origin not in rule.counts:
                became = one.became_in in rule.counts
                values = {"material": one.name, "country": one.origin, "value": one.value}
                code = "input_transformed" if became else "input_not_counted"
                yield Criterion(code, MET if became else OPEN, rule.source, values=values)
    if bill.price <= 0:
        yield Criterion("price", OPEN, rule.source)
        return
    share = _share(bill, rule, processing)
    state = MET if _margin(rule, share) >= 0 else NOT_MET
    values = {"materials": _counted_value(bill, rule), "processing": processing, "price": bill.price}
    yield Criterion(rule.rule, state, rule.source, share, rule.threshold, values)


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


# -- non-preferential origin -----------------------------------------------------------------------------------------
def marked(bill: Bill, *, on: date) -> Marked:
    """The non-preferential origin of the goods and how they are marked at their destination."""
    words = marking(bill.destination, bill.hs, on)
    if words is not None and words.human:
        return Marked("", OPEN, "textile_rules", words)
    if bill.wholly_obtained:
        return Marked(bill.origin, MET, "wholly_obtained", words)
    if bill.new_and_different is None:
        return Marked("", OPEN, "new_and_different", words)
    if bill.new_and_different:
        return Marked(bill.origin, MET, "last_transformation", words)
    abroad = {one.origin for one in bill.materials if one.origin != bill.origin}
    if not abroad:
        return Marked(bill.origin, MET, "all_inputs_home", words)
    return Marked("", OPEN, "of_its_inputs", words)
