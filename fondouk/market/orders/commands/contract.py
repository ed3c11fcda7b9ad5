"""From an accepted quotation to a contract both have signed, or to one that is called off."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fondouk.kit import days
from fondouk.kit.actor import Actor
from fondouk.kit.bank_accounts import creditor_reference
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies.models import Mandate, Member, Person
from fondouk.market.companies.queries import accounts
from fondouk.market.orders import contract_text, rules
from fondouk.market.orders.commands import money as moves
from fondouk.market.orders.commands import rows
from fondouk.market.orders.commands.papers import issue_contract_papers
from fondouk.market.orders.models import Milestone, Order, OrderLine, Signature
from fondouk.market.orders.rules import OrderState
from fondouk.market.sourcing import commands as sourcing
from fondouk.market.sourcing import terms
from fondouk.market.sourcing.models import Holder, Quotation, QuotationLine, QuotationVersion
from fondouk.market.sourcing.terms import PaymentRoute


@dataclass(frozen=True)
class ContractTerms:
    """What the buyer settles when proposing the contract; everything else stands in the quotation."""

    buyer_po: str = ""
    importer_number: str = ""
    consignee: dict[str, str] = field(default_factory=dict)
    latest_shipment_on: date | None = None
    partial_shipment: bool = False
    transhipment: bool = True
    quantity_tolerance_pct: int = 0
    governing_law: str = ""
    cisg: bool = True
    arbitration_seat: str = ""


def award(*, quotation: str, by: Actor, at: datetime, version: int | None = None) -> Order:
    """The buyer takes the offer: the quotation is accepted and an order drawn from its snapshot. Raises Refused.

    `version` is the one that was read: another one sent meanwhile is not accepted unseen.
    """
    accepted = sourcing.accept_quotation(quotation=quotation, version=version, by=by, at=at)
    offered = accepted.versions.get(version=accepted.version)
    lines = list(accepted.lines.filter(version=accepted.version))
    order = _drawn(accepted, offered, lines, by, at)
    order.save(force_insert=True)
    OrderLine.objects.bulk_create(_line(order, line) for line in lines)
    Milestone.objects.bulk_create(_milestones(order, offered))
    rows.record("orders.order.drafted", order, by, at, data={"quotation": accepted.reference})
    return order


def propose_contract(*, order: str, contract: ContractTerms, by: Actor, at: datetime) -> Order:
    """Render the contract's text from rows and terms, and put it to both for signature. A new text voids signatures."""
    row = rows.order_locked(order)
    rows.party(row, by, "orders.propose")
    refuse_if(rules.refusal_to("propose", OrderState(row.state)))
    if row.signatures.filter(contract_hash=row.contract_hash).exists() and row.contract_hash:
        text = sentence("One side has already signed this text. Cancel the order to start again with another.")
        raise Refused(Refusal("order.propose.signed", text))
    _settle(row, contract, at)
    row.beneficiary = _beneficiary(row, at)
    row.contract_text = contract_text.render(row, list(row.lines.all()), list(row.milestones.all()), at)
    row.contract_hash = hashlib.sha256(row.contract_text.encode()).hexdigest()
    row.state, row.proposed_at, row.proposed_by = OrderState.PROPOSED, at, by.label()
    row.save()
    rows.record("orders.contract.proposed", row, by, at, data={"hash": row.contract_hash})
    return row


def sign_contract(*, order: str, contract_hash: str, by: Actor, at: datetime, address: str | None = None) -> Order:
    """One side signs the text it read; the second signature puts the contract in force. Raises Refused."""
    row = rows.order_locked(order)
    company = rows.party(row, by, "orders.sign")
    already = row.signatures.filter(company=company, contract_hash=row.contract_hash).exists()
    refuse_if(
        rules.refusal_to_sign(
            state=OrderState(row.state), already=already, hash_shown=contract_hash, hash_now=row.contract_hash
        )
    )
    name, role = _signer(by, company.pk)
    Signature.objects.create(
        order=row, buyer_id=row.buyer_id, supplier_id=row.supplier_id, operator_id=row.operator_id, company=company,
        person=by.label(), name=name, role=role, contract_hash=row.contract_hash, address=address, signed_at=at,
    )  # fmt: skip
    rows.record("orders.contract.signed", row, by, at, data={"company": company.reference})
    facts = rows.facts_of(row)
    if facts.signed_buyer and facts.signed_supplier:
        _put_in_force(row, by, at)
    return row


def cancel_order(*, order: str, reason: str, by: Actor, at: datetime) -> Order:
    """Either side calls the order off before shipment; what was received goes back to the buyer through a payout."""
    row = rows.order_locked(order)
    rows.party(row, by, "orders.cancel")
    milestones = rows.milestones_locked(row)
    facts = rows.facts_of(row, milestones)
    refuse_if(rules.refusal_to_cancel(state=facts.state, shipped=facts.partly_shipped, claimed=facts.open_claim))
    if not reason.strip():
        text = sentence("Give the reason: the other side reads it.")
        raise Refused(Refusal("order.cancel.reason", text, field="reason"))
    _refuse_after_release(milestones)
    for milestone in milestones:
        moves.give_back(row, milestone, cause="cancelled", by=by, at=at)
    row.state, row.cancelled_at, row.cancelled_by = OrderState.CANCELLED, at, by.label()
    row.cancel_reason = reason.strip()[:400]
    row.save()
    rows.record("orders.order.cancelled", row, by, at)
    return row


def _refuse_after_release(milestones: list[Milestone]) -> None:
    if any(one.released_minor for one in milestones):
        text = sentence("Money was already released to the supplier. Settle what is left by a claim.")
        raise Refused(Refusal("order.cancel.released", text))


def _drawn(
    quotation: Quotation, version: QuotationVersion, lines: list[QuotationLine], by: Actor, at: datetime
) -> Order:
    asked = quotation.inquiry
    holder = Holder.objects.filter(ended_at=None).first() if version.payment_route == PaymentRoute.HELD else None
    return Order(
        quotation=quotation, version=version.version, buyer_id=quotation.buyer_id, supplier_id=quotation.supplier_id,
        operator_id=quotation.operator_id, title=lines[0].description, conversation=asked.conversation,
        product=lines[0].product, incoterm=version.incoterm, place_name=version.place_name,
        place_code=version.place_code, destination=asked.destination, currency=version.currency,
        total_minor=version.total_minor, lead_days=version.lead_days, payment_route=version.payment_route,
        holder=holder, inspector=version.inspector, cargo=version.cargo, notes=version.notes,
        estimate=version.estimate, drafted_at=at, drafted_by=by.label(),
    )  # fmt: skip


def _line(order: Order, line: QuotationLine) -> OrderLine:
    return OrderLine(
        order=order, position=line.position, buyer_id=order.buyer_id, supplier_id=order.supplier_id,
        operator_id=order.operator_id, product_id=line.product_id, description=line.description,
        quantity=line.quantity, unit=line.unit, unit_price=line.unit_price, amount_minor=line.amount_minor,
        hs6=line.hs6, origin=line.origin, net_kg=line.net_kg, shipped=Decimal(0), accepted=Decimal(0),
    )  # fmt: skip


def _milestones(order: Order, version: QuotationVersion) -> list[Milestone]:
    parts = terms.from_rows(version.milestones)
    amounts = terms.amounts(Money(order.total_minor, order.currency), parts)
    return [
        Milestone(
            order=order, buyer_id=order.buyer_id, supplier_id=order.supplier_id, operator_id=order.operator_id,
            position=number, name=part.name, share=part.share, amount_minor=amount.amount_minor,
            currency=order.currency, pay_when=part.pay_when, release_when=part.release_when, days=part.days,
            creditor_reference=creditor_reference(f"{order.reference.replace('-', '')}M{number}"),
        )
        for number, (part, amount) in enumerate(zip(parts, amounts, strict=True), start=1)
    ]  # fmt: skip


def _settle(order: Order, contract: ContractTerms, at: datetime) -> None:
    if not 0 <= contract.quantity_tolerance_pct <= 20:
        text = sentence("The quantity tolerance is between 0 and 20 %%.")
        raise Refused(Refusal("contract.tolerance", text, field="quantity_tolerance_pct"))
    last = days.years(at.date(), 3)
    refuse_if(days.refusal_of_day(contract.latest_shipment_on, first=at.date(), last=last, field="latest_shipment_on"))
    for name in ContractTerms.__dataclass_fields__:
        setattr(order, name, getattr(contract, name))


def _beneficiary(order: Order, at: datetime) -> dict[str, Any]:
    """Where the buyer wires to, frozen in the contract: the operator's account with the holder, or the supplier's."""
    owner = order.operator_id if rows.is_held(order) else order.supplier_id
    account = accounts.beneficiary_account(owner, currency=order.currency, at=at)
    if account is None:
        text = sentence("No confirmed bank account in %(currency)s is on file to pay into. Add one first.")
        raise Refused(Refusal("contract.account", text, {"currency": order.currency}))
    return {
        "holder": account.holder, "number": account.number, "scheme": account.scheme, "bic": account.bic,
        "bank": account.bank_name, "account": account.reference,
    }  # fmt: skip


def _signer(by: Actor, company: int) -> tuple[str, str]:
    if by.is_system:
        raise Refused(Refusal("sign.person", sentence("A contract is signed by a person.")))
    person = Person.objects.get(reference=by.person)
    role = Member.objects.filter(person=person, company_id=company, left_at=None).values_list("role", flat=True).first()
    return person.name, role or ""


def _put_in_force(order: Order, by: Actor, at: datetime) -> None:
    """Freeze fees and days, compute the plan, and say when each payment is due."""
    in_force = rows.terms_on(at.date())
    order.state, order.signed_at = OrderState.SIGNED, at
    order.fee_basis_points, order.pay_days = in_force.fee_basis_points, in_force.pay_days
    order.inspection_days, order.claim_days = in_force.inspection_days, in_force.claim_days
    mandate = Mandate.objects.filter(supplier_id=order.supplier_id, revoked_at=None).order_by("given_at").first()
    if mandate is not None:
        order.partner_id, order.partner_basis_points = mandate.partner_id, mandate.commission_basis_points
    order.ready_on = at.date() + timedelta(days=order.pay_days + order.lead_days)
    order.plan = _plan(order, at)
    order.save()
    rows.set_due_days(order, rows.milestones_locked(order))
    rows.record("orders.order.signed", order, by, at)
    issue_contract_papers(order, by=by, at=at)


def _plan(order: Order, at: datetime) -> dict[str, str]:
    """The planned days that the contract itself gives, and the lane's longest transit where a rate card names it."""
    ready = order.ready_on or at.date()
    planned = {
        "signed": at.date(), "deposit": at.date() + timedelta(days=order.pay_days), "ready": ready, "inspected": ready,
        "balance": ready, "shipped": ready,
    }  # fmt: skip
    transit = contract_text.transit_days(order, at.date())
    if transit is not None:
        arrived = ready + timedelta(days=transit)
        accepted = arrived + timedelta(days=order.inspection_days)
        planned |= {"arrived": arrived, "delivered": arrived, "accepted": accepted, "paid": accepted}
    return {step: day.isoformat() for step, day in planned.items()}
