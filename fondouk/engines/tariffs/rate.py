"""A rate as written in a tariff, read into terms that can be computed, or refused with the reason.

Understood: `Free`, `3.2%`, `3.9¢/kg`, `3.9 cents/kg`, `41¢/kg + 16.3%`, `$1.034/kg + 17%`, `124.5 EUR/100 kg`,
`5.51¢/kg but not less than 12.5% or more than 20%`, `$2.69/entry`, and rates that slide by degree (`3.66¢/kg less
0.02¢/kg for each degree under 100 degrees`). Weights other than the net one (drained, contents and container, total
sugars, clean, lead content) become quantities of their own. Anything else needs a human.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from fondouk.kit.in_step import larger, smaller

_ZERO = Decimal(0)
#: Degrees of polarisation, which the rates of raw sugar slide by.
DEGREES = "DEG_polarization"
#: How many of a tariff unit; None where nobody said.
Quantities = Callable[[str], Decimal | None]


class NeedsHuman(ValueError):
    """The text is a rate that no arithmetic can decide."""


class NeedsQuantity(ValueError):
    """The rate is clear, but a quantity is lacking; `unit` names it."""

    def __init__(self, unit: str):
        super().__init__(unit)
        self.unit = unit


@dataclass(frozen=True, slots=True)
class Term:
    """`number` percent of the value where `unit` is empty, else `number` of currency per unit.

    `under` is where a sliding rate starts: `number` per unit and per degree that the goods have less.
    """

    number: Decimal
    unit: str = ""
    currency: str = ""
    under: Decimal | None = None

    def amount(self, value: Decimal, quantity: Quantities) -> Decimal:
        """Unrounded amount on a value and the quantities; raises NeedsQuantity."""
        if not self.unit:
            return value * self.number / 100
        if self.unit == "ENTRY":
            return self.number
        due = _known(self.unit, quantity) * self.number
        if self.under is None:
            return due
        return due * larger(self.under - _known(DEGREES, quantity), Decimal(0))


def _known(unit: str, quantity: Quantities) -> Decimal:
    known = quantity(unit)
    if known is None:
        raise NeedsQuantity(unit)
    return known


@dataclass(frozen=True, slots=True)
class Rate:
    """Terms added up, held between a floor and a ceiling where the text has them."""

    terms: tuple[Term, ...]
    floor: tuple[Term, ...] = ()
    ceiling: tuple[Term, ...] = ()
    #: The tariff units asked for, and the currencies of the specific terms, each once: asked for with every amount.
    units: tuple[str, ...] = field(init=False, compare=False)
    currencies: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        every = (*self.terms, *self.floor, *self.ceiling)
        units = [*(term.unit for term in every), *(DEGREES for term in every if term.under is not None)]
        object.__setattr__(self, "units", tuple(dict.fromkeys(unit for unit in units if unit and unit != "ENTRY")))
        object.__setattr__(self, "currencies", tuple(dict.fromkeys(term.currency for term in every if term.currency)))

    @property
    def free(self) -> bool:
        """Whether nothing is ever due."""
        return not self.terms and not self.floor

    def amount(self, value: Decimal, quantity: Quantities) -> Decimal:
        """Unrounded amount; raises NeedsQuantity when a specific term lacks its quantity."""
        due = _together(self.terms, value, quantity)
        if self.floor:
            due = larger(due, _together(self.floor, value, quantity))
        if self.ceiling:
            due = smaller(due, _together(self.ceiling, value, quantity))
        return due


def _together(terms: tuple[Term, ...], value: Decimal, quantity: Quantities) -> Decimal:
    due = _ZERO
    for term in terms:
        due += term.amount(value, quantity)
    return due


FREE = Rate(())
_UNITS = {
    "kg": "KG", "kilogram": "KG", "g": "G", "gram": "G", "t": "T", "tonne": "T", "metric ton": "T", "ton": "T",
    "m2": "M2", "m²": "M2", "m3": "M3", "m³": "M3", "m": "M", "l": "L", "liter": "L", "litre": "L", "liters": "L",
    "hectolitre": "HL", "hl": "HL", "doz": "DOZ", "dozen": "DOZ", "pr": "PRS", "pair": "PRS", "no": "NO", "each": "NO",
    "piece": "NO", "article": "NO", "head": "NO", "gross": "GRS", "1000": "THS", "thousand": "THS", "pf liter": "PFL",
    "pfliter": "PFL", "pf.liter": "PFL", "jewel": "JEWEL", "jewel over 7": "JEWEL_over_7",
    "pf litre": "PFL", "clean kg": "KG_clean", "carat": "CAR", "entry": "ENTRY", "doz prs": "DPR", "dozen pairs": "DPR",
    "doz pr": "DPR", "doz pcs": "DPC",
    "kg drained": "KG_drained", "kg contents and container": "KG_contents_and_container",
    "kg total sugars": "KG_total_sugars", "kg lead content": "KG_lead_content",
    "litre of absolute ethyl alcohol": "L_absolute_alcohol",
    "bbl": "BBL", "mwh": "MWH", "pf liter on ethyl alcohol content": "PFL", "1,000 pins": "THS", "line/ gross": "GRL",
}  # fmt: skip
_QUALIFIERS = (
    (re.compile(r"\b(on|of)? ?(the )?(entire )?contents (and|&|of) container\b"), "contents_and_container"),
    (re.compile(r"\b(on|of)? ?(the )?drained( weight)?\b"), "drained"),
    (re.compile(r"\b(on|of)? ?(the )?total sugars\b"), "total_sugars"),
    (re.compile(r"\b(on|of)? ?(the )?lead content\b"), "lead_content"),
    (re.compile(r"\b(on|of)? ?(the )?clean (kg|content|weight|yield)\b"), "clean"),
)
_SYMBOLS = {"$": "", "us$": "USD", "c$": "CAD", "€": "EUR", "£": "GBP"}
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)"
_PERCENT = re.compile(rf"{_NUMBER} ?(?:%|percent|per cent)(?: ad val(?:orem|\.)?)?")
_SPECIFIC = re.compile(
    rf"(?P<symbol>us\$|c\$|\$|€|£)? ?{_NUMBER} ?(?P<cents>¢|cents?|c)? ?(?P<currency>usd|cad|eur|gbp|mad)? ?"
    r"(?:/ ?|per |(?=each\b))(?P<unit>.+)"
)
_LIMITS = re.compile(
    r"^(?P<main>.+?),? but not less than (?P<floor>.+?)(?:,? (?:or|nor|and not) more than (?P<top>.+))?$"
)
_CEILING = re.compile(r"^(?P<main>.+?),? (?:but )?not (?:more|exceeding) than? ?(?P<top>.+)$")
_PART_OF_VALUE = re.compile(rf"{_NUMBER} ?% on (?:the )?(?:value of the )?(?P<part>[a-z ,]+)")
_SLIDE = re.compile(
    r"(?P<base>.+?) less (?P<step>.+?) for each degree under (?P<under>\d+) degrees?"
    r"(?: \(and fractions of a degree in proportion\))?"
)
_CONTENT = re.compile(r"^(?P<unit>kg) on (?P<stuff>[a-z]+) content$")
_HUNDRED = re.compile(r"^(100|1,?000) ?(kg|l|no)$")


@lru_cache(maxsize=50_000)
def parse(text: str, currency: str) -> Rate:
    """Read a rate; `currency` is what a bare `$` or `¢` means. Raises NeedsHuman with the reason."""
    plain = " ".join(text.replace("\u202f", " ").replace("\xa0", " ").strip().rstrip(".").casefold().split())
    plain = plain.replace(" plus ", " + ").replace(" %", "%").replace(" ¢", "¢")
    if not plain:
        raise NeedsHuman("no rate is written")
    if plain in {"free", "0%", "0", "nil", "none"}:
        return FREE
    if "[" in plain or "]" in plain:
        raise NeedsHuman("the rate holds a bracket that changes its quantity")
    limits = _LIMITS.match(plain)
    if limits:
        # “A but not less than B + C”: C comes on top of whichever of A and B is due.
        floor, plus, extra = limits["floor"].partition(" + ")
        more = _terms(extra, currency) if plus else ()
        top = _terms(limits["top"], currency) if limits["top"] else ()
        return Rate((*_terms(limits["main"], currency), *more), (*_terms(floor, currency), *more), top)
    return Rate(_terms(plain, currency))


def _terms(text: str, currency: str) -> tuple[Term, ...]:
    slide = _SLIDE.fullmatch(text)
    if slide:
        step = _term(slide["step"].strip(), currency)
        return (
            *_terms(slide["base"].strip(), currency),
            replace(step, number=-step.number, under=Decimal(slide["under"])),
        )
    return tuple(_term(part.strip(), currency) for part in text.split("+"))


def _term(text: str, currency: str) -> Term:
    percent = _PERCENT.fullmatch(text)
    if percent:
        return Term(_number(percent["number"]))
    part = _PART_OF_VALUE.fullmatch(text)
    if part and part["part"].strip() in {"entire set", "set"}:
        return Term(_number(part["number"]))
    if part:
        return Term(_number(part["number"]) / 100, "USD_" + re.sub(r"[ ,]+", "_", part["part"].strip()))
    specific = _SPECIFIC.fullmatch(text)
    if specific is None:
        raise NeedsHuman(f"“{text}” is not a rate that can be computed")
    symbol = specific["symbol"] or ""
    if not (symbol or specific["cents"] or specific["currency"]):
        raise NeedsHuman(f"“{text}” names no currency")
    money = (specific["currency"] or "").upper() or _SYMBOLS.get(symbol, "") or currency
    unit, factor = _unit(specific["unit"])
    number = _number(specific["number"]) / (100 if specific["cents"] else 1) / factor
    return Term(number, unit, money)


def _number(text: str) -> Decimal:
    number = Decimal(text.replace(",", ""))
    if number >= Decimal("9999.99"):
        raise NeedsHuman("the published figure is a marker, not a number")
    return number


def _unit(text: str) -> tuple[str, Decimal]:
    plain = text.strip().rstrip(".").replace(". ", " ")
    content = _CONTENT.match(plain)
    if content:
        return f"KG_{content['stuff']}_content", Decimal(1)
    hundred = _HUNDRED.match(plain)
    if hundred:
        return _UNITS[hundred[2]], Decimal(hundred[1].replace(",", ""))
    for pattern, name in _QUALIFIERS:
        if pattern.search(plain):
            rest = pattern.sub("", plain).strip()
            if rest in {"kg", "", "clean kg"}:
                return f"KG_{name}", Decimal(1)
            raise NeedsHuman(f"“{text}” is a weight nobody declares")
    if plain not in _UNITS:
        raise NeedsHuman(f"“{text}” is a unit that cannot be converted")
    return _UNITS[plain], Decimal(1)


#: What one of a tariff unit is of another: (other unit, how many of it make one).
CONVERSIONS: dict[str, tuple[tuple[str, Decimal], ...]] = {
    "KG": (("T", Decimal("0.001")), ("G", Decimal(1000)), ("GM", Decimal(1000))),
    "T": (("KG", Decimal(1000)), ("G", Decimal(1_000_000))),
    "G": (("KG", Decimal("0.001")),),
    "GM": (("KG", Decimal("0.001")), ("G", Decimal(1))),
    "NO": (("DOZ", Decimal(1) / 12), ("PCS", Decimal(1)), ("DPC", Decimal(1) / 12), ("THS", Decimal("0.001"))),
    "PCS": (("NO", Decimal(1)), ("DOZ", Decimal(1) / 12)),
    "DOZ": (("NO", Decimal(12)), ("PCS", Decimal(12))),
    "DPC": (("NO", Decimal(12)), ("PCS", Decimal(12)), ("DOZ", Decimal(1))),
    "GRS": (("NO", Decimal(144)), ("DOZ", Decimal(12))),
    "THS": (("NO", Decimal(1000)),),
    "PRS": (("DPR", Decimal(1) / 12),),
    "DPR": (("PRS", Decimal(12)),),
    "HL": (("L", Decimal(100)),),
    "L": (("HL", Decimal("0.01")),),
    "KG_clean": (),
}


def convert(unit: str, known: Callable[[str], Decimal | None]) -> Decimal | None:
    """How many of `unit`: as known, or through one conversion; None where neither is there."""
    direct = known(unit)
    if direct is not None:
        return direct
    for other, makes_one in CONVERSIONS.get(unit, ()):
        amount = known(other)
        if amount is not None:
            return amount / makes_one
    return None
