"""Bills of materials: what may be entered, which costs count, when a preference may be declared. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fondouk.kit.refusal import Refusal, sentence

MATERIALS_MAX = 60
COSTS_MAX = 20
MOST = Decimal(10) ** 12
REMIND_DAYS = 30
_HS = re.compile(r"[0-9]{4}([0-9]{2}([0-9]{2}([0-9]{2})?)?)?")

#: Elements of cost: name, and whether customs counts them as direct costs of processing (19 CFR 10.774) or as value of
#: materials (10.773). What is general, or the maker's gain, never counts.
COST_KINDS: dict[str, tuple[str, bool]] = {
    "labour": (sentence("Wages of those who make the goods"), True),
    "tools": (sentence("Moulds, tools and wear of the machines used"), True),
    "design": (sentence("Research, design and drawings for these goods"), True),
    "inspection": (sentence("Inspection and tests of these goods"), True),
    "energy": (sentence("Energy used in the making"), True),
    "inbound": (sentence("Carriage of the country's own materials to the workshop"), True),
    "packing": (sentence("Packing for carriage"), False),
    "outbound": (sentence("Carriage from the workshop"), False),
    "general": (sentence("General expenses: office, insurance, advertising, sales"), False),
    "profit": (sentence("Profit"), False),
    "other": (sentence("Other costs"), False),
}


@dataclass(frozen=True, slots=True)
class MaterialEntry:
    """One input of the batch. `became` names the article a foreign input first became at home, `became_in` where."""

    name: str = ""
    hs: str = ""
    origin: str = ""
    value: Decimal | None = None
    supplier: str = ""
    became: str = ""
    became_in: str = ""
    proof: str = ""
    evidence: str = ""  # reference of one's own evidence
    file: str = ""  # reference of a received file
    proof_until: date | None = None

    @property
    def is_proved(self) -> bool:
        """Whether something is kept that shows where it is from."""
        return bool(self.proof.strip() or self.evidence or self.file)


@dataclass(frozen=True, slots=True)
class CostEntry:
    """One element of cost of the batch."""

    kind: str = ""
    amount: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BillEntry:
    """What goods are made of and what making them costs, for one batch of `quantity` units in one currency.

    `price` is the price of the batch at the factory gate; `direct` whether the goods travel directly (None: not said).
    """

    name: str = ""
    currency: str = "USD"
    quantity: Decimal | None = Decimal(1)
    unit: str = "C62"
    price: Decimal | None = None
    wholly_obtained: bool = False
    new_and_different: bool | None = None
    making: str = ""
    direct: bool | None = None
    route: str = ""
    valid_until: date | None = None
    materials: tuple[MaterialEntry, ...] = ()
    costs: tuple[CostEntry, ...] = ()

    @property
    def processing(self) -> Decimal:
        """Direct costs of processing that count."""
        return _sum(one.amount for one in self.costs if counts(one.kind))

    @property
    def parts(self) -> Decimal:
        """All materials and costs together."""
        return _sum(one.value for one in self.materials) + _sum(one.amount for one in self.costs)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    """What is no usable figure counts as nothing; it is refused beside its row."""
    return sum((one for one in amounts if one is not None and _is_amount(one)), Decimal(0))


def counts(kind: str) -> bool:
    """Whether an element of cost is a direct cost of processing."""
    return COST_KINDS.get(kind, ("", False))[1]


def refusals_of(entry: BillEntry, *, on: date, countries: Iterable[str], currencies: Sequence[str]) -> list[Refusal]:
    """Everything that keeps a bill from being kept, each beside its row: `material-2-value`, `cost-0-amount`."""
    known = frozenset(countries)
    return [
        *_of_the_whole(entry, on, currencies),
        *(one for row, each in enumerate(entry.materials) for one in _of_material(row, each, known)),
        *(one for row, each in enumerate(entry.costs) for one in _of_cost(row, each)),
    ]


def _of_the_whole(entry: BillEntry, on: date, currencies: Sequence[str]) -> Iterable[Refusal]:
    if not entry.name.strip():
        yield Refusal("bill.name", sentence("Give the bill a name you will know it by."), field="name")
    if entry.currency not in currencies:
        yield Refusal("bill.currency", sentence("Choose one of the currencies listed."), field="currency")
    if not _is_amount(entry.quantity):
        yield Refusal("bill.quantity", sentence("Say for how many units the figures are."), field="quantity")
    if not _is_amount(entry.price):
        yield Refusal("bill.price", sentence("Enter the price of these units at the factory gate."), field="price")
    elif entry.price is not None and entry.parts > entry.price:
        text = sentence("The materials and costs come to more than the price: check the figures.")
        yield Refusal("bill.parts", text, field="price")
    if entry.valid_until is None or not on < entry.valid_until <= on + timedelta(days=366 * 2):
        text = sentence("Say until when the figures hold: a day to come, at most two years away.")
        yield Refusal("bill.valid_until", text, field="valid_until")
    if not entry.wholly_obtained and not entry.materials:
        text = sentence("Enter at least one material, or say that the goods are wholly obtained.")
        yield Refusal("bill.materials", text, field="materials")
    if len(entry.materials) > MATERIALS_MAX or len(entry.costs) > COSTS_MAX:
        values = {"materials": MATERIALS_MAX, "costs": COSTS_MAX}
        text = sentence("At most %(materials)s materials and %(costs)s costs: put small ones together.")
        yield Refusal("bill.many", text, values, "materials")


def _of_material(row: int, one: MaterialEntry, countries: frozenset[str]) -> Iterable[Refusal]:
    def at(name: str) -> str:
        return f"material-{row}-{name}"

    if not one.name.strip():
        yield Refusal("material.name", sentence("Name the material."), field=at("name"))
    if one.hs and not _HS.fullmatch(one.hs):
        yield Refusal("material.hs", sentence("A code has 4, 6, 8 or 10 digits."), field=at("hs"))
    if one.origin not in countries:
        yield Refusal("material.origin", sentence("Choose the country the material is from."), field=at("origin"))
    if not _is_amount(one.value):
        yield Refusal("material.value", sentence("Enter what it costs for the whole batch."), field=at("value"))
    if one.became_in and (one.became_in == one.origin or not one.became.strip()):
        text = sentence("Name the new article this foreign material first became here.")
        yield Refusal("material.became", text, field=at("became"))


def _of_cost(row: int, one: CostEntry) -> Iterable[Refusal]:
    if one.kind not in COST_KINDS:
        yield Refusal("cost.kind", sentence("Choose the kind of cost."), field=f"cost-{row}-kind")
    if not _is_amount(one.amount):
        yield Refusal("cost.amount", sentence("Enter the amount for the whole batch."), field=f"cost-{row}-amount")


def _is_amount(value: Decimal | None) -> bool:
    return value is not None and value.is_finite() and 0 < value < MOST


def refusal_of_foreign_inputs(entry: BillEntry, home: str) -> list[Refusal]:
    """Wholly obtained goods hold no input from elsewhere."""
    if not entry.wholly_obtained:
        return []
    text = sentence("Wholly obtained goods hold nothing from elsewhere: take this row out, or say they are made.")
    return [
        Refusal("material.foreign", text, field=f"material-{row}-origin")
        for row, one in enumerate(entry.materials)
        if one.origin and one.origin != home
    ]


@dataclass(frozen=True, slots=True)
class Gap:
    """What keeps a preference from being declared: a marked sentence with its values."""

    code: str
    sentence: str
    material: str = ""


def gaps_of_proof(materials: Sequence[MaterialEntry], counted: Sequence[bool], on: date) -> list[Gap]:
    """Inputs whose content counts and whose proof is missing or has run out."""
    found = []
    for one, counts_ in zip(materials, counted, strict=True):
        if not counts_:
            continue
        if not one.is_proved:
            text = sentence("%(material)s counts, and nothing kept shows where it is from.")
            found.append(Gap("proof_missing", text, one.name))
        elif one.proof_until is not None and one.proof_until < on:
            found.append(Gap("proof_expired", sentence("The proof of %(material)s has run out."), one.name))
    return found


def refusal_to_declare(*, qualifies: bool, gaps: Sequence[Gap], title: str, expired: bool) -> list[Refusal]:
    """Why a preference cannot be declared now; empty where it can."""
    found = []
    if expired:
        found.append(Refusal("declare.expired", sentence("The bill has run out: bring its figures up to date first.")))
    if not qualifies:
        found.append(Refusal("declare.verdict", sentence("The goods do not qualify, or something is still open.")))
    found += [Refusal(f"declare.{gap.code}", gap.sentence, {"material": gap.material}) for gap in gaps]
    if not title.strip():
        text = sentence("Say in what function you sign: owner, manager, export clerk.")
        found.append(Refusal("declare.title", text, field="signed_as"))
    return found


def holds_until(from_day: date, *, months: int, bill_until: date, proofs: Iterable[date | None]) -> date:
    """The last day of a declaration: its blanket period, ended early by the bill or by a proof that runs out."""
    last = _months_on(from_day, months or 12) - timedelta(days=1)
    return min([last, bill_until, *(one for one in proofs if one is not None)])


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def runs_out_soon(until: date, on: date) -> bool:
    """Whether it is time to remind of it; also true once it has run out."""
    return until <= on + timedelta(days=REMIND_DAYS)
