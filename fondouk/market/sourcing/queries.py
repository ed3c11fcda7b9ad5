"""Every read of sourcing: inquiries and quotations as their two parties see them; answers are frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal
from fondouk.market.companies.models import Company
from fondouk.market.sourcing import rules, terms
from fondouk.market.sourcing.models import CounterOffer, Holder, Inquiry, Quotation, QuotationLine, QuotationVersion
from fondouk.market.sourcing.rules import InquiryState, QuotationState
from fondouk.market.sourcing.terms import MilestoneTerm


@dataclass(frozen=True, slots=True)
class Side:
    """A company as the other side may see it."""

    reference: str
    name: str
    town: str
    country: str
    slug: str


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """One line of a list of inquiries."""

    reference: str
    title: str
    other: Side
    quantity: Decimal
    unit: str
    destination: str
    state: InquiryState
    asked_at: datetime
    answered_at: datetime | None
    live_quotation: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of an offer."""

    position: int
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    amount: Money
    hs6: str
    origin: str
    product: str


@dataclass(frozen=True, slots=True)
class CounterView:
    """What the buyer answered to a version."""

    version: int
    unit_price: Decimal | None
    quantity: Decimal | None
    words: str
    made_at: datetime


@dataclass(frozen=True)
class VersionView:
    """One version of a quotation: what was offered, frozen."""

    version: int
    lines: tuple[LineView, ...]
    incoterm: str
    place_name: str
    place_code: str
    total: Money
    valid_until: date
    lead_days: int
    payment_route: str
    milestones: tuple[tuple[MilestoneTerm, Money], ...]
    inspector: Side | None
    cargo: dict[str, Any]
    notes: str
    estimate: dict[str, Any] | None
    sent_at: datetime


@dataclass(frozen=True)
class QuotationView:
    """A quotation with all its versions, newest first."""

    reference: str
    inquiry: str
    title: str
    state: QuotationState
    buyer: Side
    supplier: Side
    destination: str
    conversation: str
    order: str
    decline_reason: str
    versions: tuple[VersionView, ...]
    counters: tuple[CounterView, ...]
    refusal_to_accept: Refusal | None

    @property
    def current(self) -> VersionView:
        """The version that binds."""
        return self.versions[0]


@dataclass(frozen=True)
class InquiryView:
    """An inquiry with its quotations, newest first."""

    reference: str
    title: str
    product: str
    product_slug: str
    buyer: Side
    supplier: Side
    quantity: Decimal
    unit: str
    destination: str
    conversation: str
    state: InquiryState
    asked_at: datetime
    quotations: tuple[QuotationView, ...]

    @property
    def live(self) -> QuotationView | None:
        """The quotation that can still be accepted or revised."""
        return next((one for one in self.quotations if one.state in rules.LIVE), None)


def inquiries_of(company: int, *, side: str, state: str = "", limit: int = 50, offset: int = 0) -> list[InquiryRow]:
    """Inquiries of a company as buyer or supplier, newest first."""
    rows = Inquiry.objects.select_related("buyer", "supplier").prefetch_related("quotations")
    rows = rows.filter(buyer_id=company) if side == "buyer" else rows.filter(supplier_id=company)
    if state:
        rows = rows.filter(state=state)
    return [_inquiry_row(row, side) for row in rows.order_by("-asked_at", "-id")[offset : offset + limit]]


def inquiry(reference: str, *, company: int, on: date) -> InquiryView | None:
    """One inquiry as its buyer or supplier sees it; None for everybody else."""
    row = Inquiry.objects.select_related("buyer", "supplier", "product").filter(reference=reference).first()
    if row is None or company not in (row.buyer_id, row.supplier_id, row.operator_id):
        return None
    offers = tuple(_quotation(one, on) for one in _quotations().filter(inquiry=row).order_by("-id"))
    return InquiryView(
        row.reference, row.title, row.product.reference, "", _side(row.buyer), _side(row.supplier), row.quantity,
        row.unit, row.destination, row.conversation, InquiryState(row.state), row.asked_at, offers,
    )  # fmt: skip


def quotation(reference: str, *, company: int, on: date) -> QuotationView | None:
    """One quotation as its two parties see it; None for everybody else."""
    row = _quotations().filter(reference=reference).first()
    if row is None or company not in (row.buyer_id, row.supplier_id, row.operator_id):
        return None
    return _quotation(row, on)


def due(at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """What the minute sweep has to do: offers past their last day end."""
    return [("expire_quotation", {"quotation": one}) for one in due_quotations(at)]


def due_quotations(at: datetime, limit: int = 500) -> list[str]:
    """Live quotations past their last day."""
    rows = Quotation.objects.filter(state__in=rules.LIVE, valid_until__lt=at.date())
    return list(rows.order_by("valid_until").values_list("reference", flat=True)[:limit])


def holder() -> tuple[str, bool] | None:
    """(name, fictional) of the licensed holder in office, or None: held payment is off."""
    row = Holder.objects.filter(ended_at=None).first()
    return (row.name, row.fictional) if row else None


def waiting_inquiries(company: int, *, limit: int = 20) -> list[InquiryRow]:
    """Inquiries the supplier has yet to answer, oldest first."""
    rows = Inquiry.objects.select_related("buyer", "supplier").prefetch_related("quotations")
    rows = rows.filter(supplier_id=company, state=InquiryState.OPEN).order_by("asked_at")
    return [_inquiry_row(row, "supplier") for row in rows[:limit]]


def offers_to_decide(company: int, *, on: date, limit: int = 20) -> list[QuotationView]:
    """Live quotations a buyer has not answered, the first to expire first."""
    rows = _quotations().filter(buyer_id=company, state=QuotationState.SENT).order_by("valid_until")
    return [_quotation(row, on) for row in rows[:limit]]


def countered(company: int, *, on: date, limit: int = 20) -> list[QuotationView]:
    """Counter-offers that wait for the supplier, oldest first."""
    rows = _quotations().filter(supplier_id=company, state=QuotationState.COUNTERED).order_by("sent_at")
    return [_quotation(row, on) for row in rows[:limit]]


def _quotations() -> Any:
    children = ("versions__inspector", "lines__product", "counter_offers")
    return Quotation.objects.select_related("inquiry", "buyer", "supplier", "order").prefetch_related(*children)


def _inquiry_row(row: Inquiry, side: str) -> InquiryRow:
    live = next((one.reference for one in row.quotations.all() if one.state in rules.LIVE), "")
    return InquiryRow(
        row.reference, row.title, _side(row.supplier if side == "buyer" else row.buyer), row.quantity, row.unit,
        row.destination, InquiryState(row.state), row.asked_at, row.answered_at, live,
    )  # fmt: skip


def _quotation(row: Quotation, on: date) -> QuotationView:
    lines = list(row.lines.all())
    versions = sorted(row.versions.all(), key=lambda one: -one.version)
    views = tuple(_version(one, [line for line in lines if line.version == one.version]) for one in versions)
    counters = tuple(_counter(one) for one in sorted(row.counter_offers.all(), key=lambda one: -one.version))
    order = getattr(row, "order", None)
    return QuotationView(
        row.reference, row.inquiry.reference, row.inquiry.title, QuotationState(row.state), _side(row.buyer),
        _side(row.supplier), row.inquiry.destination, row.inquiry.conversation, order.reference if order else "",
        row.decline_reason, views, counters,
        rules.refusal_to_accept(QuotationState(row.state), row.valid_until, on),
    )  # fmt: skip


def _version(row: QuotationVersion, lines: list[QuotationLine]) -> VersionView:
    price = Money(row.total_minor, row.currency)
    parts = terms.from_rows(row.milestones)
    return VersionView(
        row.version, tuple(_line(line, row.currency) for line in lines), row.incoterm, row.place_name, row.place_code,
        price, row.valid_until, row.lead_days, row.payment_route,
        tuple(zip(parts, terms.amounts(price, parts), strict=True)), _side(row.inspector) if row.inspector else None,
        row.cargo, row.notes, row.estimate, row.sent_at,
    )  # fmt: skip


def _line(row: QuotationLine, currency: str) -> LineView:
    return LineView(
        row.position, row.description, row.quantity, row.unit, row.unit_price, Money(row.amount_minor, currency),
        row.hs6, row.origin, row.product.reference if row.product else "",
    )  # fmt: skip


def _counter(row: CounterOffer) -> CounterView:
    return CounterView(row.version, row.unit_price, row.quantity, row.words, row.made_at)


def _side(company: Company) -> Side:
    return Side(company.reference, company.name, company.town, company.country, company.slug)
