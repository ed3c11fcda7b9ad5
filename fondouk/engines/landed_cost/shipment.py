"""What is asked: one shipment of one or more goods lines, as in the estimate format.

Amounts and quantities are Decimal, days `date`, places UN/LOCODE without blank, units UN/CEFACT Rec 20. Everything
but the id, the destination and the goods may be left out; what is left out becomes a named gap, never a guess that
looks like a figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

INCOTERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
MODES = ("FCL20", "FCL40", "FCL40HC", "LCL", "air", "courier")
SEA_MODES = frozenset({"FCL20", "FCL40", "FCL40HC", "LCL"})
COST_KINDS = ("inland", "freight", "insurance", "destination", "unloading")
ADDITION_KINDS = ("packing", "selling_commission", "royalty", "assist", "later_proceeds", "buying_commission")


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One kind of goods. `hs` has 6 digits or the destination's full code; `quantities`: tariff unit → amount.

    `origin_examined` False says that the claim rests on the seller's word alone; None that nobody said.
    """

    hs: str
    unit_price: Decimal
    quantity: Decimal
    unit: str = "C62"
    net_kg: Decimal | None = None
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    preference_claimed: bool | None = None
    supplier: str = ""
    origin_examined: bool | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """An actual cost of carriage, standing instead of a rate card; `amount` None: it exists and nobody knows it.

    `in_price` None follows the Incoterm; `itemised` None means the invoice shows it apart, as our invoices do;
    `invoiced` is what the invoice shows where that is another figure.
    """

    kind: str
    amount: Decimal | None
    currency: str
    in_price: bool | None = None
    itemised: bool | None = None
    invoiced: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What the buyer pays or provides outside the invoice (assist, royalty, packing, commission)."""

    kind: str
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class GivenMeasure:
    """The caller's own rate, standing instead of the loaded ones of its kind; `line` numbers the goods line from 1."""

    kind: str
    rate: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    line: int | None = None
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class GivenRate:
    """The caller's own exchange rate: 1 `source` = `rate` `target`."""

    source: str
    target: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Shipment:
    """One shipment. `mode` None asks for the cheapest mode with a valid rate card; `entry_on` None is the day asked."""

    id: str | int
    destination: str
    origin: str
    incoterm: str
    place: str
    currency: str
    lines: tuple[GoodsLine, ...]
    port: str = ""
    then_by: str = ""
    via: str = ""
    gross_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    containers: int | None = None
    mode: str | None = None
    entry_on: date | None = None
    laden_on: date | None = None
    entry: str = ""
    clearance: str = ""
    costs: tuple[Cost, ...] = ()
    additions: tuple[Addition, ...] = ()
    measures: tuple[GivenMeasure, ...] = ()
    fx: tuple[GivenRate, ...] = ()
    through_bl: bool | None = None
    place_of_direct_shipment: str = ""
    quota: bool = False
    adcvd: bool = False
    basic_grocery: bool | None = None
    importer_recovers_tax: bool | None = None
