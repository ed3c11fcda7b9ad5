"""One order whole, as its page shows it: few statements, whatever it holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Model, OuterRef, Prefetch, Subquery, prefetch_related_objects

from fondouk.kit.money import Money, total
from fondouk.kit.refusal import Refusal
from fondouk.market.companies.models import Company
from fondouk.market.orders import escrow, rules, timeline
from fondouk.market.orders.models import (
    Claim,
    InspectionReport,
    Milestone,
    Order,
    OrderLine,
    Review,
    ShortClosing,
    Signature,
)
from fondouk.market.orders.queries.shown import (
    ClaimView,
    InspectionView,
    LineView,
    MilestoneView,
    OrderView,
    ReviewOnOrder,
    ShortView,
    Side,
    SignatureView,
    if_closed_short,
)
from fondouk.market.orders.rules import ClaimState, Facts, MilestoneState, OrderState, ReviewState, ShortState
from fondouk.market.orders.timeline import Course, Payment
from fondouk.market.sourcing.terms import PaymentRoute, PayWhen

#: Which side proposes to close an order short, where a proposal is open; NULL otherwise.
SHORT_BY_BUYER = Subquery(
    ShortClosing.objects.filter(order=OuterRef("pk"), state=ShortState.OPEN).values("by_buyer")[:1]
)


def order(reference: str, *, company: int) -> OrderView | None:
    """The order as one of its parties or the operator sees it; None for everybody else."""
    row = _whole(_rows().filter(reference=reference))
    if row is None or company not in (row.buyer_id, row.supplier_id, row.operator_id):
        return None
    return _view(row)


def order_for_inspector(reference: str, *, company: int) -> OrderView | None:
    """The order as the inspector named in it sees it: goods and reports, no money."""
    row = _whole(_rows("holder").filter(reference=reference, inspector_id=company))
    return _view(row) if row else None


def movements(view: OrderView) -> list[escrow.Movement]:
    """Every movement of the order's held money, oldest first."""
    return escrow.movements([one.reference for one in view.milestones])


def claim(reference: str) -> ClaimView | None:
    """One claim the asking company may see."""
    row = Claim.objects.select_related("order", "milestone").filter(reference=reference).first()
    return _claim(row, row.order.reference, row.milestone.reference) if row else None


def _rows(*also: str) -> Any:
    """An inspector may not see the quotation, so it is joined for the parties alone."""
    related = ("buyer", "supplier", "operator", "inspector", "product", *(also or ("holder", "quotation")))
    rows = Order.objects.select_related(*related).annotate(short_by_buyer=SHORT_BY_BUYER)
    return rows.prefetch_related(*_children())


def _children() -> tuple[Prefetch, ...]:
    return (
        Prefetch("lines", OrderLine.objects.select_related("product")),
        Prefetch("signatures", Signature.objects.select_related("company")),
        Prefetch("milestones"),
        Prefetch("reviews", Review.objects.select_related("author")),
        *(Prefetch(name) for name in ("inspections", "claims", "shorts")),
    )


#: What few orders have: a single order asks for these only where there are any.
RARE: dict[str, type[Model]] = {
    "reviews": Review, "inspections": InspectionReport, "claims": Claim, "shorts": ShortClosing,
}  # fmt: skip


def _whole(rows: Any) -> Order | None:
    """One order with its children, each in a statement, the rare ones only where they exist."""
    flags = {f"has_{name}": Exists(model._default_manager.filter(order=OuterRef("pk"))) for name, model in RARE.items()}
    row: Any = rows.prefetch_related(None).annotate(**flags).first()
    if row is None:
        return None
    absent = {name for name in RARE if not getattr(row, f"has_{name}")}
    row._prefetched_objects_cache = {name: RARE[name]._default_manager.none() for name in absent}
    prefetch_related_objects([row], *(one for one in _children() if one.prefetch_to not in absent))
    found: Order = row
    return found


def _view(row: Order) -> OrderView:
    milestones = tuple(_milestone(one) for one in row.milestones.all())
    signatures = tuple(_signature(one) for one in row.signatures.all())
    names = {one.pk: one.reference for one in row.milestones.all()}
    claims = tuple(_claim(one, row.reference, names[one.milestone_id]) for one in row.claims.all())
    facts = _facts(row, milestones, signatures)
    lines = tuple(_line(one) for one in row.lines.all())
    shorts = tuple(_short(one, lines, milestones) for one in row.shorts.all())
    reviews = tuple(_review(one) for one in row.reviews.all())
    course = _course(row, milestones, facts, any(one.author == row.buyer.reference for one in reviews))
    plain = {name: getattr(row, name) for name in _PLAIN}
    return OrderView(
        **plain, state=OrderState(row.state), product=row.product.reference if row.product else "",
        quotation=row.quotation.reference if Order.quotation.is_cached(row) else "", buyer=_side(row.buyer),
        supplier=_side(row.supplier),
        operator=_side(row.operator), inspector=_side(row.inspector) if row.inspector else None,
        total=Money(row.total_minor, row.currency), holder=row.holder.name if row.holder else "",
        holder_fictional=bool(row.holder and row.holder.fictional), lines=lines,
        milestones=milestones, signatures=signatures, inspections=tuple(_report(one) for one in row.inspections.all()),
        claims=claims, shorts=shorts, reviews=reviews, steps=tuple(timeline.steps(course)),
        next=timeline.next_step(course), facts=facts, refusals=_refusals(facts),
    )  # fmt: skip


_PLAIN = (
    "reference", "title", "conversation", "incoterm", "place_name", "place_code", "destination", "payment_route",
    "beneficiary", "lead_days", "cargo", "notes", "estimate", "buyer_po", "supplier_invoice_number",
    "importer_number", "consignee", "latest_shipment_on", "contract_text", "contract_hash", "drafted_at",
    "proposed_at", "signed_at", "shipped_at", "arrived_at", "delivered_at", "documents_accepted_at", "accepted_at",
    "cancelled_at", "cancel_reason", "inspection_days", "claim_days", "partial_shipment", "transhipment",
    "quantity_tolerance_pct", "governing_law", "cisg", "arbitration_seat",
)  # fmt: skip


def _refusals(facts: Facts) -> dict[str, Refusal | None]:
    """What stands in the way of each action, for its disabled button."""
    return {
        "ship": rules.refusal_to_ship(facts),
        "accept": rules.refusal_to_accept(facts),
        "inspect": rules.refusal_to_inspect(facts),
        "deliver": rules.refusal_to_deliver(facts),
        "short": rules.refusal_to_close_short(facts),
        "cancel": rules.refusal_to_cancel(state=facts.state, shipped=facts.partly_shipped, claimed=facts.open_claim),
    }


def _facts(row: Any, milestones: tuple[MilestoneView, ...], signatures: tuple[SignatureView, ...]) -> Facts:
    signers = {one.company for one in signatures if one.contract_hash == row.contract_hash}
    return Facts(
        state=OrderState(row.state), inspection_required=row.inspector_id is not None,
        inspection_passed=row.inspection_passed, partly_shipped=any(line.shipped for line in row.lines.all()),
        shipped=row.shipped_at is not None,
        delivered=row.delivered_at is not None, accepted=row.accepted_at is not None,
        open_claim=any(one.state == ClaimState.OPEN for one in row.claims.all()),
        open_short=row.short_by_buyer is not None,
        unpaid_before_shipment=any(_unpaid(one, PayWhen.SIGNATURE, PayWhen.BEFORE_SHIPMENT) for one in milestones),
        refunded_before_shipment=any(
            one.pay_when in (PayWhen.SIGNATURE, PayWhen.BEFORE_SHIPMENT) and one.state == MilestoneState.REFUNDED
            for one in milestones
        ),
        unfunded_on_signature=any(_unpaid(one, PayWhen.SIGNATURE) for one in milestones),
        signed_buyer=row.buyer.reference in signers, signed_supplier=row.supplier.reference in signers,
    )  # fmt: skip


def _unpaid(one: MilestoneView, *conditions: str) -> bool:
    return one.pay_when in conditions and one.state == MilestoneState.PENDING


def _course(row: Any, milestones: tuple[MilestoneView, ...], facts: Facts, reviewed: bool) -> Course:
    settled = bool(milestones) and all(one.state in rules.SETTLED for one in milestones)
    return Course(
        state=facts.state, plan={step: date.fromisoformat(day) for step, day in row.plan.items()},
        held=row.payment_route == PaymentRoute.HELD, inspection_required=facts.inspection_required,
        inspection_passed=facts.inspection_passed, proposed_on=_day(row.proposed_at), signed_buyer=facts.signed_buyer,
        signed_supplier=facts.signed_supplier, signed_on=_day(row.signed_at), ready_on=row.ready_on,
        inspected_on=_day(row.inspected_at), shipped_on=_day(row.shipped_at), arrived_on=_day(row.arrived_at),
        delivered_on=_day(row.delivered_at), accepted_on=_day(row.accepted_at),
        accepted_by_clock=row.accepted_by.startswith("system"),
        paid_on=_day(max((one.paid_at for one in milestones if one.paid_at), default=None)) if settled else None,
        inspection_days=row.inspection_days, claim_open=facts.open_claim, reviewed_by_buyer=reviewed,
        short_by_buyer=row.short_by_buyer,
        payments=tuple(_payment(one) for one in milestones),
    )  # fmt: skip


def _payment(one: MilestoneView) -> Payment:
    short = one.state == MilestoneState.PENDING and bool(one.received)
    return Payment(
        one.reference,
        one.name,
        one.position,
        one.share,
        one.state,
        one.due_on,
        _day(one.funded_at),
        one.pay_when,
        short,
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _side(company: Company) -> Side:
    return Side(company.reference, company.name, company.legal_name, company.town, company.country, company.slug)


def _line(row: OrderLine) -> LineView:
    return LineView(
        row.position, row.description, row.quantity, row.unit, row.unit_price,
        Money(row.amount_minor, row.order.currency), row.hs6, row.origin, row.net_kg, row.shipped, row.accepted,
        row.product.reference if row.product else "",
    )  # fmt: skip


def _milestone(row: Milestone) -> MilestoneView:
    def money(minor: int) -> Money:
        return Money(minor, row.currency)

    return MilestoneView(
        row.reference, row.position, row.name, row.share, money(row.amount_minor), row.pay_when, row.release_when,
        row.days, row.creditor_reference, MilestoneState(row.state), money(row.received_minor),
        money(row.released_minor), money(row.refunded_minor), row.due_on, row.funded_at, row.released_at, row.paid_at,
    )  # fmt: skip


def _signature(row: Signature) -> SignatureView:
    return SignatureView(row.company.reference, row.name, row.role, row.contract_hash, row.signed_at)


def _report(row: InspectionReport) -> InspectionView:
    return InspectionView(
        row.reference, row.passed, row.findings, row.inspected_on, row.place, row.file, row.reported_at
    )


def _claim(row: Claim, order_reference: str, milestone: str) -> ClaimView:
    return ClaimView(
        row.reference, order_reference, milestone, ClaimState(row.state), row.words, row.file,
        Money(row.amount_minor, row.currency), row.decision, Money(row.refund_minor, row.currency), row.reasons,
        row.opened_at, row.decided_at,
    )  # fmt: skip


def _review(row: Review) -> ReviewOnOrder:
    published = row.state == ReviewState.PUBLISHED
    return ReviewOnOrder(
        row.reference, row.author.reference, row.author.name, row.score, row.words, published, row.reply
    )


def _short(row: ShortClosing, lines: tuple[LineView, ...], parts: tuple[MilestoneView, ...]) -> ShortView:
    price, back = if_closed_short(lines, parts, row.currency)
    before = total([one.amount for one in parts], row.currency)
    if row.price_before_minor is not None and row.price_after_minor is not None:
        before, price = Money(row.price_before_minor, row.currency), Money(row.price_after_minor, row.currency)
        back = Money(row.returned_minor, row.currency)
    return ShortView(
        row.reference, ShortState(row.state), "buyer" if row.by_buyer else "supplier", row.reason, row.proposed_at,
        row.answer, row.answered_at, before, price, back,
    )  # fmt: skip
