"""What the tariff engine is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from fondouk.engines.tariffs.rate import NeedsHuman, Rate, parse

#: What happens to a layer on a goods line.
Outcome = Literal["charged", "exempt", "not_applicable", "undecided", "human", "missing"]


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One dated rate as loaded. `human` holds the reason when no arithmetic can decide it, else it is empty."""

    destination: str
    kind: str
    name: str
    heading: str
    hs: str
    origin: str
    agreement: str
    rate: str
    currency: str
    minimum: Decimal | None
    maximum: Decimal | None
    basis: str
    applies: str
    covered_list: str
    exempt_lists: str
    gives_way_to: str
    laden_before: date | None
    entered_before: date | None
    seasons: str
    human: str
    after_end: str
    certainty: str
    recoverable: str
    status: str
    description: str
    valid_from: date | None
    valid_until: date | None
    source: str
    retrieved_on: date | None
    verified_until: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies in its validity, both ends included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def read(self) -> Rate:
        """The rate, read; raises NeedsHuman with the reason."""
        if self.human:
            raise NeedsHuman(self.human)
        return parse(self.rate, self.currency)


@dataclass(frozen=True, slots=True)
class Regime:
    """How a destination values goods: what makes the value, to which step it is rounded, when an entry is formal."""

    destination: str
    territory: str
    currency: str
    valuation: str
    value_step: Decimal
    formal_above: Decimal | None
    code_lengths: tuple[int, ...]
    layer_origins: tuple[str, ...]
    layers_since: date | None
    stays_exact: timedelta  # after the day a rate was verified
    source: str


class Request(NamedTuple):
    """One goods line on one day. `by_vessel` is whether the last leg ends at a port of the destination."""

    destination: str
    hs: str
    origin: str
    entry_on: date
    laden_on: date | None = None
    by_vessel: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A duty column: the candidate measures (one when the code decides), or why there are none.

    `status` is found, none (no such preference) or missing; `why` names the gap's code when missing.
    """

    status: str
    measures: tuple[Measure, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """What one additional layer does to the line; `why` is an English reason or condition, `code` its stable name."""

    measure: Measure
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Everything the tariff says about a goods line on a day.

    `layer_gap` is the code of a reason why additional layers are not known at all (empty when they are). `fees` and
    `taxes` are those of the destination in force that day, or carried on after their published end.
    """

    regime: Regime | None
    mfn: Column
    preference: Column
    layers: tuple[Layer, ...]
    layer_gap: str
    fees: tuple[Measure, ...]
    taxes: tuple[Measure, ...]
    remedies: tuple[Measure, ...] = field(default=())
