"""An order as its page shows it: frozen values and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fondouk.kit.money import Money, line_total, total
from fondouk.kit.refusal import Refusal
from fondouk.market.orders import rules
from fondouk.market.orders.rules import ClaimState, Facts, MilestoneState, OrderState, Part, ShortState
from fondouk.market.orders.timeline import Next, Step
from fondouk.market.sourcing.terms import PaymentRoute, ReleaseWhen


@dataclass(frozen=True, slots=True)
class Side:
    """A company as the other side may see it."""

    reference: str
    name: str
    legal_name: str
    town: str
    country: str
    slug: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the contract."""

    position: int
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    amount: Money
    hs6: str
    origin: str
    net_kg: Decimal | None
    shipped: Decimal
    accepted: Decimal
    product: str


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """One payment: what is due, what came, what went."""

    reference: str
    position: int
    name: str
    share: int
    amount: Money
    pay_when: str
    release_when: str
    days: int | None
    creditor_reference: str
    state: MilestoneState
    received: Money
    released: Money
    refunded: Money
    due_on: date | None
    funded_at: datetime | None
    released_at: datetime | None
    paid_at: datetime | None

    @property
    def held(self) -> Money:
        """Received, and neither released nor refunded."""
        return self.received - self.released - self.refunded

    @property
    def missing(self) -> Money:
        """Still to come."""
        return self.amount - self.received


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Who signed, for whom, when."""

    company: str
    name: str
    role: str
    contract_hash: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class InspectionView:
    """What the inspector found."""

    reference: str
    passed: bool
    findings: str
    inspected_on: date
    place: str
    file: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its decision, if there is one."""

    reference: str
    order: str
    milestone: str
    state: ClaimState
    words: str
    file: str
    amount: Money
    decision: str
    refund: Money
    reasons: str
    opened_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewOnOrder:
    """What one side said of the trade; `author` is that company's reference."""

    reference: str
    author: str
    author_name: str
    score: int
    words: str
    published: bool
    reply: str


@dataclass(frozen=True, slots=True)
class ShortView:
    """A proposal to close the order short; `price` is what it then costs, `back` what goes back to the buyer."""

    reference: str
    state: ShortState
    side: str
    reason: str
    proposed_at: datetime
    answer: str
    answered_at: datetime | None
    before: Money
    price: Money
    back: Money


@dataclass(frozen=True)
class OrderView:
    """Everything the order's page shows to one of its parties."""

    reference: str
    state: OrderState
    title: str
    product: str
    quotation: str
    conversation: str
    buyer: Side
    supplier: Side
    operator: Side
    inspector: Side | None
    incoterm: str
    place_name: str
    place_code: str
    destination: str
    total: Money
    payment_route: str
    holder: str
    holder_fictional: bool
    beneficiary: dict[str, Any]
    lead_days: int
    cargo: dict[str, Any]
    notes: str
    estimate: dict[str, Any] | None
    buyer_po: str
    supplier_invoice_number: str
    importer_number: str
    consignee: dict[str, Any]
    latest_shipment_on: date | None
    partial_shipment: bool
    transhipment: bool
    quantity_tolerance_pct: int
    governing_law: str
    cisg: bool
    arbitration_seat: str
    contract_text: str
    contract_hash: str
    drafted_at: datetime
    proposed_at: datetime | None
    signed_at: datetime | None
    shipped_at: datetime | None
    arrived_at: datetime | None
    delivered_at: datetime | None
    documents_accepted_at: datetime | None
    accepted_at: datetime | None
    cancelled_at: datetime | None
    cancel_reason: str
    inspection_days: int
    claim_days: int
    lines: tuple[LineView, ...]
    milestones: tuple[MilestoneView, ...]
    signatures: tuple[SignatureView, ...]
    inspections: tuple[InspectionView, ...]
    claims: tuple[ClaimView, ...]
    shorts: tuple[ShortView, ...]
    reviews: tuple[ReviewOnOrder, ...]
    steps: tuple[Step, ...]
    next: Next | None
    facts: Facts
    refusals: dict[str, Refusal | None] = field(default_factory=dict)

    @property
    def held(self) -> bool:
        """Whether the money moves on the ledger."""
        return self.payment_route == PaymentRoute.HELD

    def side_of(self, company: str) -> str:
        """ "buyer", "supplier", "operator" or "" for a company's reference."""
        sides = {self.buyer.reference: "buyer", self.supplier.reference: "supplier"}
        return sides.get(company) or ("operator" if company == self.operator.reference else "")

    @property
    def reviewed_by(self) -> tuple[str, ...]:
        """References of the companies that have written their review."""
        return tuple(one.author for one in self.reviews)

    @property
    def waits_for_documents(self) -> bool:
        """Whether the goods have left and some money goes on when the buyer accepts the documents."""
        waiting = (MilestoneState.PENDING, MilestoneState.FUNDED)
        return self.shipped_at is not None and self.documents_accepted_at is None and any(
            one.release_when == ReleaseWhen.DOCUMENTS and one.state in waiting for one in self.milestones
        )  # fmt: skip

    def money(self, name: str) -> Money:
        """The sum over the payments of received, released, refunded or held."""
        return total([getattr(one, name) for one in self.milestones], self.total.currency)

    @property
    def other_claims(self) -> tuple[ClaimView, ...]:
        """Claims that were decided or withdrawn."""
        return tuple(one for one in self.claims if one.state != ClaimState.OPEN)

    @property
    def open_short(self) -> ShortView | None:
        """The proposal to close short that waits for an answer."""
        return next((one for one in self.shorts if one.state == ShortState.OPEN), None)

    @property
    def if_closed_short(self) -> tuple[Money, Money]:
        """What the goods shipped so far are worth, and what would go back to the buyer."""
        return if_closed_short(self.lines, self.milestones, self.total.currency)


def if_closed_short(
    lines: tuple[LineView, ...], parts: tuple[MilestoneView, ...], currency: str
) -> tuple[Money, Money]:
    price = total([line_total(one.shipped, one.unit_price, currency) for one in lines], currency)
    cuts = rules.cuts_to(price.amount_minor, [
        Part(one.reference, one.state, one.amount.amount_minor, one.received.amount_minor, one.released.amount_minor)
        for one in parts
    ])  # fmt: skip
    return price, Money(sum(one.back for one in cuts.values()), currency)
