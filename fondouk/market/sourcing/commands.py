"""Every write of sourcing: ask, quote, counter, decline, withdraw, expire. Accepting is the order's business."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue.incoterms import refusal_of_place
from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import CURRENCIES, ProductState
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.conversations import commands as conversations
from fondouk.market.sourcing import cost, packing, rules, terms
from fondouk.market.sourcing.models import CounterOffer, Holder, Inquiry, Quotation, QuotationLine, QuotationVersion
from fondouk.market.sourcing.rules import InquiryState, QuotationState
from fondouk.market.sourcing.terms import Offer


def open_inquiry(
    *, product: str, quantity: Decimal, destination: str, message: str, by: Actor, at: datetime,
    files: Sequence[str] = (), language: str = "en",
) -> Inquiry:  # fmt: skip
    """A buyer asks a supplier about a product. Raises Refused."""
    buyer = standing.require(by, "sourcing.ask")
    wanted = _product(product)
    published = wanted.state == ProductState.PUBLISHED
    refuse_if(
        rules.refusal_to_ask(
            quantity=quantity,
            unit=wanted.unit,
            message=message,
            own=wanted.supplier_id == buyer.pk,
            published=published,
        )
    )
    inquiry = Inquiry(
        buyer=buyer, supplier=wanted.supplier, operator=operator(), product=wanted, title=_title(wanted, language),
        quantity=quantity, unit=wanted.unit, destination=destination, asked_at=at, asked_by=by.label(),
    )  # fmt: skip
    talk = conversations.open_conversation(
        subject=inquiry.reference, buyer=buyer, supplier=wanted.supplier, operator=inquiry.operator,
        title=inquiry.title, by=by, at=at,
    )  # fmt: skip
    inquiry.conversation = talk.reference
    inquiry.save(force_insert=True)
    conversations.post_message(
        conversation=talk.reference, body=message, attachments=files, language=language, by=by, at=at
    )
    _record("sourcing.inquiry.opened", inquiry, inquiry, by, at)
    return inquiry


def close_inquiry(*, inquiry: str, by: Actor, at: datetime) -> Inquiry:
    """Either side ends the talk; live quotations for it end with it."""
    row = _inquiry_locked(inquiry)
    _side(row, by)
    refuse_if(rules.refusal_to_close(InquiryState(row.state)))
    for quotation in row.quotations.select_for_update().filter(state__in=rules.LIVE):
        verb = QuotationState.WITHDRAWN if by.company == row.supplier.reference else QuotationState.DECLINED
        _end(quotation, verb, by, at)
    row.state, row.closed_at, row.closed_by = InquiryState.CLOSED, at, by.label()
    row.save()
    _record("sourcing.inquiry.closed", row, row, by, at)
    return row


def submit_quotation(*, inquiry: str, offer: Offer, by: Actor, at: datetime) -> Quotation:
    """The supplier's first offer for an inquiry, or a new version of the live one. Raises Refused with all reasons."""
    supplier = standing.require(by, "sourcing.quote")
    asked = _inquiry_locked(inquiry)
    if asked.supplier_id != supplier.pk:
        raise _unknown("inquiry")
    refuse_if(rules.refusal_to_quote(InquiryState(asked.state)))
    _check_offer(offer, supplier, at)
    quotation = asked.quotations.select_for_update().filter(state__in=rules.LIVE).first()
    if quotation is None:
        quotation = Quotation(
            inquiry=asked, buyer_id=asked.buyer_id, supplier_id=asked.supplier_id, operator_id=asked.operator_id,
            version=0,
        )  # fmt: skip
    _write_version(quotation, packing.completed(offer), asked, by, at)
    if asked.state == InquiryState.OPEN:
        asked.state, asked.answered_at = InquiryState.ANSWERED, at
        asked.save()
    conversations.post_message(
        conversation=asked.conversation, card={"kind": "quotation", "reference": quotation.reference}, by=by, at=at
    )
    _record("sourcing.quotation.submitted", quotation, asked, by, at, {"version": quotation.version})
    return quotation


def counter_quotation(
    *, quotation: str, words: str, by: Actor, at: datetime, unit_price: Decimal | None = None,
    quantity: Decimal | None = None,
) -> Quotation:  # fmt: skip
    """The buyer says what would make the offer acceptable; the supplier answers with a new version."""
    row = _quotation_of_buyer(quotation, by, "sourcing.ask")
    refuse_if(rules.refusal_to("counter", QuotationState(row.state)))
    if not words.strip():
        raise Refused(Refusal("counter.words", sentence("Say what would make the offer acceptable."), field="words"))
    for name, value in (("unit_price", unit_price), ("quantity", quantity)):
        if value is not None and value <= 0:
            text = sentence("Give a figure above nothing, or leave it empty.")
            raise Refused(Refusal("counter.positive", text, field=name))
    CounterOffer.objects.create(
        quotation=row, version=row.version, buyer_id=row.buyer_id, supplier_id=row.supplier_id,
        operator_id=row.operator_id, unit_price=unit_price, quantity=quantity, words=words.strip(), made_at=at,
        made_by=by.label(),
    )  # fmt: skip
    row.state = QuotationState.COUNTERED
    row.save()
    _record("sourcing.quotation.countered", row, row.inquiry, by, at)
    return row


def decline_quotation(*, quotation: str, by: Actor, at: datetime, reason: str = "") -> Quotation:
    """The buyer says no; the reason, if any, is shown to the supplier."""
    row = _quotation_of_buyer(quotation, by, "sourcing.ask")
    refuse_if(rules.refusal_to("decline", QuotationState(row.state)))
    row.decline_reason = reason.strip()[:400]
    return _end(row, QuotationState.DECLINED, by, at)


def withdraw_quotation(*, quotation: str, by: Actor, at: datetime) -> Quotation:
    """The supplier takes the offer back while nobody has accepted it."""
    supplier = standing.require(by, "sourcing.quote")
    row = _quotation_locked(quotation)
    if row.supplier_id != supplier.pk:
        raise _unknown("quotation")
    refuse_if(rules.refusal_to("withdraw", QuotationState(row.state)))
    return _end(row, QuotationState.WITHDRAWN, by, at)


def expire_quotation(*, quotation: str, by: Actor, at: datetime) -> Quotation | None:
    """The clock: a live quotation past its last day ends; does nothing otherwise."""
    row = _quotation_locked(quotation)
    if QuotationState(row.state) not in rules.LIVE or at.date() <= row.valid_until:
        return None
    return _end(row, QuotationState.EXPIRED, by, at)


def accept_quotation(*, quotation: str, by: Actor, at: datetime, version: int | None = None) -> Quotation:
    """Called by orders.commands.award in its transaction: the offer becomes binding for both, the inquiry closes."""
    row = _quotation_of_buyer(quotation, by, "sourcing.award")
    refuse_if(rules.refusal_to_accept(QuotationState(row.state), row.valid_until, at.date()))
    refuse_if(rules.refusal_of_version(read=version, current=row.version))
    _end(row, QuotationState.ACCEPTED, by, at)
    asked = _inquiry_locked(row.inquiry.reference)
    if asked.state != InquiryState.CLOSED:
        asked.state, asked.closed_at, asked.closed_by = InquiryState.CLOSED, at, by.label()
        asked.save()
    return row


def appoint_holder(
    *, name: str, licence: str, country: str, by: Actor, at: datetime, fictional: bool = False
) -> Holder:
    """The operator names the licensed institution that holds the money; until then the route `held` is off."""
    company = standing.require(by, "treasury.approve")
    if not name.strip() or not licence.strip():
        raise Refused(Refusal("holder.name", sentence("Name the institution and its licence."), field="name"))
    Holder.objects.filter(operator=company, ended_at=None).update(ended_at=at, ended_by=by.label())
    return Holder.objects.create(
        operator=company, name=name.strip(), licence=licence.strip(), country=country, fictional=fictional,
        named_at=at, named_by=by.label(),
    )  # fmt: skip


def operator() -> Company:
    """Who runs this Fondouk: the first company with that capacity."""
    found = Company.objects.filter(capacities__contains=["operator"]).order_by("pk").first()
    if found is None:
        raise Refused(Refusal("operator.none", sentence("This Fondouk has no operator yet. Name one before trading.")))
    return found


def _check_offer(offer: Offer, supplier: Company, at: datetime) -> None:
    held = Holder.objects.filter(ended_at=None).exists()
    found = rules.refusals_of_offer(offer, on=at.date(), currencies=CURRENCIES, held_available=held)
    side = refusal_of_place(offer.incoterm, offer.place_code, supplier.country)
    refuse_if([*found, *([side] if side else [])])


def _write_version(quotation: Quotation, offer: Offer, asked: Inquiry, by: Actor, at: datetime) -> None:
    quotation.version += 1
    quotation.state, quotation.valid_until = QuotationState.SENT, offer.valid_until
    quotation.sent_at, quotation.sent_by = at, by.label()
    quotation.save()
    parties = {"buyer_id": asked.buyer_id, "supplier_id": asked.supplier_id, "operator_id": asked.operator_id}
    estimate = cost.frozen(offer, destination=asked.destination, on=at.date())
    QuotationVersion.objects.create(
        quotation=quotation, version=quotation.version, **parties, incoterm=offer.incoterm,
        place_name=offer.place_name.strip(), place_code=offer.place_code, currency=offer.currency,
        total_minor=offer.total().amount_minor, valid_until=offer.valid_until, lead_days=offer.lead_days,
        payment_route=offer.payment_route, milestones=terms.as_rows(offer.milestones),
        inspector=_inspector(offer, asked), cargo=_cargo(offer), notes=offer.notes.strip(),
        estimate=estimate, sent_at=at, sent_by=by.label(),
    )  # fmt: skip
    QuotationLine.objects.bulk_create(
        QuotationLine(
            quotation=quotation, version=quotation.version, position=number, **parties,
            product=_line_product(line, asked), description=line.description.strip()[:200],
            quantity=line.quantity, unit=line.unit, unit_price=line.unit_price,
            amount_minor=line.amount(offer.currency).amount_minor,
            hs6=line.hs6, origin=line.origin, net_kg=line.net_kg,
        )
        for number, line in enumerate(offer.lines, start=1)
    )  # fmt: skip


def _cargo(offer: Offer) -> dict[str, Any]:
    cargo = offer.cargo
    figures = {"gross_kg": cargo.gross_kg, "net_kg": cargo.net_kg, "volume_m3": cargo.volume_m3}
    known = {name: str(value) for name, value in figures.items() if value is not None}
    return {"packages": cargo.packages, "package": cargo.package, **known}


def _inspector(offer: Offer, asked: Inquiry) -> Company | None:
    """The inspector named: neither side inspects its own trade."""
    if not offer.inspector:
        return None
    found = Company.objects.filter(reference=offer.inspector, capacities__contains=["inspector"]).first()
    if found is None or found.pk in (asked.buyer_id, asked.supplier_id):
        text = sentence("Choose an inspector from the list, or none.")
        raise Refused(Refusal("offer.inspector", text, field="inspector"))
    return found


def _line_product(line: terms.OfferLine, asked: Inquiry) -> Product | None:
    """The product offered, one of the supplier's own: reviews of the order will stand on its page."""
    if not line.product:
        return None
    found = _product(line.product)
    if found.supplier_id != asked.supplier_id:
        raise _unknown("product")
    return found


def _product(reference: str) -> Product:
    found = Product.objects.select_related("supplier").filter(reference=reference).first()
    if found is None:
        raise _unknown("product")
    return found


def _title(product: Product, language: str) -> str:
    titles = dict(product.texts.values_list("language", "title"))
    return titles.get(language) or titles.get("en") or next(iter(titles.values()), product.reference)


def _inquiry_locked(reference: str) -> Inquiry:
    rows = Inquiry.objects.select_for_update(of=("self",)).select_related("buyer", "supplier")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise _unknown("inquiry")
    return row


def _quotation_locked(reference: str) -> Quotation:
    rows = Quotation.objects.select_for_update(of=("self",)).select_related("inquiry")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise _unknown("quotation")
    return row


def _quotation_of_buyer(reference: str, by: Actor, permission: str) -> Quotation:
    buyer = standing.require(by, permission)
    row = _quotation_locked(reference)
    if row.buyer_id != buyer.pk:
        raise _unknown("quotation")
    return row


def _side(row: Inquiry, by: Actor) -> None:
    if by.company == row.supplier.reference:
        standing.require(by, "sourcing.quote")
    elif by.company == row.buyer.reference:
        standing.require(by, "sourcing.ask")
    else:
        raise _unknown("inquiry")


def _end(quotation: Quotation, state: QuotationState, by: Actor, at: datetime) -> Quotation:
    quotation.state, quotation.decided_at, quotation.decided_by = state, at, by.label()
    quotation.save()
    _record(f"sourcing.quotation.{state.value.lower()}", quotation, quotation.inquiry, by, at)
    return quotation


def _record(
    name: str,
    subject: Inquiry | Quotation,
    within: Inquiry,
    by: Actor,
    at: datetime,
    data: dict[str, Any] | None = None,
) -> None:
    parties = [subject.buyer_id, subject.supplier_id, subject.operator_id]
    journal.record(name, subject=subject.reference, within=within.reference, parties=parties, by=by, at=at, data=data)


def _unknown(noun: str) -> Refused:
    return Refused(Refusal(f"{noun}.unknown", sentence("There is no such thing here. Go back and choose again.")))
