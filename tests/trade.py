"""A trade at any step, made by real commands: tests begin where they need to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from fondouk.market.companies import commands as companies
from fondouk.market.orders import commands as orders
from fondouk.market.orders.commands import ContractTerms
from fondouk.market.orders.models import Milestone, Order, TermsInForce, Tolerance
from fondouk.market.sourcing import commands as sourcing
from fondouk.market.sourcing.models import Holder, Inquiry, Quotation
from fondouk.market.sourcing.terms import TEMPLATES, Offer, OfferLine
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers

IBAN = "MA64011519000001205000534921"


def figures() -> None:
    """The dated terms and tolerances an order freezes."""
    TermsInForce.objects.get_or_create(
        valid_from=date(2026, 1, 1),
        defaults={"fee_basis_points": 150, "pay_days": 5, "inspection_days": 7, "claim_days": 30, "source": "a test"},
    )
    Tolerance.objects.get_or_create(
        currency="USD", valid_from=date(2026, 1, 1), defaults={"amount_minor": 5000, "source": "a test"}
    )


def holder(cast: Cast) -> Holder:
    """The licensed holder, the operator's account with it, and the terms in force."""
    figures()
    before = AT - timedelta(days=10)
    account = companies.add_bank_account(
        number="FR1420041010050500013M02606", bic="BARGFRPP", currency="USD", holder="Fondouk Maroc, money held",
        bank_name="Banque Arganier", by=cast.operator.actor, at=before,
    )  # fmt: skip
    companies.confirm_bank_account(account=account.reference, by=cast.operator.second, at=before)
    return sourcing.appoint_holder(
        name="Banque Arganier", licence="licence PI-0417 of a fictional authority", country="FR", fictional=True,
        by=cast.operator.actor, at=before,
    )  # fmt: skip


def account_of_supplier(cast: Cast) -> None:
    """The cooperative's own account, confirmed by the operator after a call."""
    before = AT - timedelta(days=10)
    account = companies.add_bank_account(
        number="001810007800020110620318", bic="BKAMMAMR", currency="USD", holder="Tafrawt Argane",
        by=cast.argan.actor, at=before,
    )  # fmt: skip
    companies.confirm_bank_account(account=account.reference, by=cast.operator.actor, at=before)


def inquiry(cast: Cast, *, at: datetime = AT) -> Inquiry:
    """The buyer in Chicago asks the cooperative for 400 kg of argan oil."""
    offers.shelves()
    product = offers.published(cast.argan)
    return sourcing.open_inquiry(
        product=product.reference, quantity=Decimal(400), destination="USNYC", by=cast.chicago.actor, at=at,
        message="Have you the analysis of lot 26?",
    )  # fmt: skip


def offer(product: str = "", *, terms: str = "30/70", inspector: str = "", route: str = "held") -> Offer:
    """400 kg at 22.60 USD, FCA Agadir: 9,040.00 USD."""
    line = OfferLine("Organic argan oil, cold-pressed", Decimal(400), "KGM", Decimal("22.60"), product, "151590", "MA")
    return Offer(
        lines=(line,), incoterm="FCA", place_name="Agadir", place_code="MAAGA", currency="USD",
        valid_until=AT.date() + timedelta(days=30), lead_days=14, milestones=TEMPLATES[terms], inspector=inspector,
        payment_route=route,
    )  # fmt: skip


def quotation(
    cast: Cast, *, at: datetime = AT, terms: str = "30/70", inspected: bool = False, route: str = "held"
) -> Quotation:
    """The cooperative's offer for that inquiry."""
    if not Holder.objects.exists():
        holder(cast)
    asked = inquiry(cast, at=at)
    inspector = cast.inspector.reference if inspected else ""
    offered = offer(asked.product.reference, terms=terms, inspector=inspector, route=route)
    return sourcing.submit_quotation(inquiry=asked.reference, offer=offered, by=cast.argan.actor, at=at)


def drafted(cast: Cast, **options: object) -> Order:
    """The offer accepted: an order's draft."""
    offered = quotation(cast, **options)  # type: ignore[arg-type]
    return orders.award(quotation=offered.reference, by=cast.chicago.actor, at=AT)


def proposed(cast: Cast, **options: object) -> Order:
    """The contract put to both."""
    order = drafted(cast, **options)
    return orders.propose_contract(
        order=order.reference, contract=ContractTerms(buyer_po="20419"), by=cast.chicago.actor, at=AT
    )


def signed(cast: Cast, **options: object) -> Order:
    """The contract signed by both."""
    order = proposed(cast, **options)
    for side in (cast.chicago, cast.argan):
        order = orders.sign_contract(
            order=order.reference, contract_hash=order.contract_hash, by=side.actor, at=AT, address="127.0.0.1"
        )
    return order


def milestone(order: Order, position: int = 1) -> Milestone:
    """A milestone of the order, fresh from the database."""
    return order.milestones.get(position=position)
