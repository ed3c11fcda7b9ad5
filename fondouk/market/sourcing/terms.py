"""What a quotation offers, as values: lines, Incoterm, milestones with their two conditions. Plain Python.

`pay_when` says when the buyer must pay, `release_when` when held money goes to the supplier: two conditions, so that
the buyer sees which money leaves before the goods arrive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from fondouk.kit.money import Money, line_total, total
from fondouk.kit.refusal import sentence


class PayWhen(StrEnum):
    """When the buyer must pay a milestone."""

    SIGNATURE = "signature"
    BEFORE_SHIPMENT = "before_shipment"
    AGAINST_COPY_OF_BL = "against_copy_of_bl"
    AGAINST_DOCUMENTS = "against_documents"
    DAYS_AFTER_SHIPMENT = "days_after_shipment"
    RETENTION = "retention"


class ReleaseWhen(StrEnum):
    """The recorded fact that lets held money go to the supplier."""

    FUNDED = "funded"
    SHIPPED = "shipped"
    DOCUMENTS = "documents"
    ACCEPTANCE = "acceptance"
    DAY = "day"


class PaymentRoute(StrEnum):
    """How the price is paid. Only `held` uses the ledger; on the others the parties report the facts."""

    HELD = "held"
    DIRECT = "direct"
    LETTER_OF_CREDIT = "lc"
    DOCUMENTS_AGAINST_PAYMENT = "dp"
    DOCUMENTS_AGAINST_ACCEPTANCE = "da"
    OPEN_ACCOUNT = "open"


@dataclass(frozen=True, slots=True)
class MilestoneTerm:
    """A part of the price in whole percent of the total; `days` belongs to days_after_shipment, retention and day."""

    name: str
    share: int
    pay_when: str
    release_when: str
    days: int | None = None


#: Offered choices: name → milestones. Whoever quotes may change every line.
TEMPLATES: dict[str, tuple[MilestoneTerm, ...]] = {
    "30/70": (
        MilestoneTerm("deposit", 30, PayWhen.SIGNATURE, ReleaseWhen.SHIPPED),
        MilestoneTerm("balance", 70, PayWhen.BEFORE_SHIPMENT, ReleaseWhen.ACCEPTANCE),
    ),
    "30/70-copy": (
        MilestoneTerm("deposit", 30, PayWhen.SIGNATURE, ReleaseWhen.FUNDED),
        MilestoneTerm("balance", 70, PayWhen.AGAINST_COPY_OF_BL, ReleaseWhen.ACCEPTANCE),
    ),
    "30/70-documents": (
        MilestoneTerm("deposit", 30, PayWhen.SIGNATURE, ReleaseWhen.SHIPPED),
        MilestoneTerm("balance", 70, PayWhen.AGAINST_DOCUMENTS, ReleaseWhen.DOCUMENTS),
    ),
    "100": (MilestoneTerm("full", 100, PayWhen.SIGNATURE, ReleaseWhen.ACCEPTANCE),),
    "30/60/10": (
        MilestoneTerm("deposit", 30, PayWhen.SIGNATURE, ReleaseWhen.SHIPPED),
        MilestoneTerm("balance", 60, PayWhen.BEFORE_SHIPMENT, ReleaseWhen.ACCEPTANCE),
        MilestoneTerm("retention", 10, PayWhen.BEFORE_SHIPMENT, ReleaseWhen.DAY, 30),
    ),
}

MILESTONE_NAMES: dict[str, str] = {
    "deposit": sentence("Deposit"),
    "balance": sentence("Balance"),
    "full": sentence("Full amount"),
    "retention": sentence("Retention"),
    "second": sentence("Second payment"),
}

PAY_WHEN_WORDS: dict[str, str] = {
    PayWhen.SIGNATURE: sentence("when both have signed"),
    PayWhen.BEFORE_SHIPMENT: sentence("before shipment"),
    PayWhen.AGAINST_COPY_OF_BL: sentence("against a copy of the bill of lading"),
    PayWhen.AGAINST_DOCUMENTS: sentence("against documents"),
    PayWhen.DAYS_AFTER_SHIPMENT: sentence("%(days)s days after shipment"),
    PayWhen.RETENTION: sentence("on day %(days)s after acceptance"),
}

RELEASE_WHEN_WORDS: dict[str, str] = {
    ReleaseWhen.FUNDED: sentence("as soon as it is received"),
    ReleaseWhen.SHIPPED: sentence("when the goods are shipped"),
    ReleaseWhen.DOCUMENTS: sentence("when the documents are accepted"),
    ReleaseWhen.ACCEPTANCE: sentence("when you accept the goods"),
    ReleaseWhen.DAY: sentence("on day %(days)s after acceptance"),
}


@dataclass(frozen=True, slots=True)
class OfferLine:
    """So much of a thing at a unit price (up to six places)."""

    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    product: str = ""
    hs6: str = ""
    origin: str = ""
    net_kg: Decimal | None = None

    def amount(self, currency: str) -> Money:
        """The line's total, rounded once."""
        return line_total(self.quantity, self.unit_price, currency)


@dataclass(frozen=True, slots=True)
class Cargo:
    """What travels, as far as the supplier knows it: packages, kilograms, cubic metres."""

    packages: int | None = None
    package: str = "CT"
    gross_kg: Decimal | None = None
    net_kg: Decimal | None = None
    volume_m3: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything a quotation binds its sender to."""

    lines: tuple[OfferLine, ...]
    incoterm: str
    place_name: str
    currency: str
    valid_until: date
    lead_days: int
    milestones: tuple[MilestoneTerm, ...]
    place_code: str = ""
    payment_route: str = PaymentRoute.HELD.value
    inspector: str = ""
    cargo: Cargo = field(default_factory=Cargo)
    notes: str = ""

    def total(self) -> Money:
        """The price: the sum of the rounded lines."""
        return total([line.amount(self.currency) for line in self.lines], self.currency)


def amounts(price: Money, milestones: Sequence[MilestoneTerm]) -> list[Money]:
    """The milestones' amounts; they sum to the price, the last one takes the rounding."""
    return price.split([one.share for one in milestones])


def as_rows(milestones: Sequence[MilestoneTerm]) -> list[dict[str, Any]]:
    """For a JSON column."""
    return [asdict(one) for one in milestones]


def from_rows(rows: Sequence[dict[str, Any]]) -> tuple[MilestoneTerm, ...]:
    """Back from a JSON column."""
    return tuple(MilestoneTerm(**row) for row in rows)
