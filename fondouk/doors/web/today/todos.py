"""What waits for a company, as cards: what, why, by when, one button. Sources are asked only until three are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fondouk.doors.web import formats
from fondouk.doors.web.fields import at as address
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue import rules as catalogue_rules
from fondouk.market.companies import queries as companies
from fondouk.market.companies.queries import CompanyCard
from fondouk.market.orders import queries as orders
from fondouk.market.sourcing import queries as sourcing

THINGS = 3
REPLY_HOURS = 24
PRODUCTS_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Todo:
    """One card. `ring` is the share of the time to answer that is left (0 to 1); `picture` a product's photo."""

    title: Any
    why: Any
    link: str
    link_text: str
    deadline: Any = ""
    ring: float | None = None
    picture: Any = None
    icon: str = "paper"


Source = Callable[[CompanyCard, datetime], Iterator[Todo]]


def of_supplier(company: CompanyCard, at: datetime) -> list[Todo]:
    """The three things a supplier should do today."""
    return _first(company, at, countered, unanswered, _orders("supplier"), unproven, unpayable, unready)


def of_buyer(company: CompanyCard, at: datetime) -> list[Todo]:
    """The three things a buyer should do today."""
    return _first(company, at, _orders("buyer"), undecided)


def _first(company: CompanyCard, at: datetime, *sources: Source) -> list[Todo]:
    return list(islice(chain.from_iterable(source(company, at) for source in sources), THINGS))


def countered(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """Buyers who answered an offer with another."""
    for one in sourcing.countered(company.id, on=at.date(), limit=THINGS):
        words = one.counters[0].words if one.counters else ""
        yield Todo(
            formats.filled(_("Answer the counter-offer of %(buyer)s"), buyer=formats.bdi(one.buyer.name)),
            _said(words, one.title),
            reverse("sell_inquiry", args=[one.inquiry]),
            _("Answer"),
            ring=1.0,
        )


def _said(words: str, title: str) -> Any:
    if not words:
        return formats.bdi(title)
    return formats.filled(_("“%(words)s” %(title)s."), words=formats.bdi(words[:120]), title=formats.bdi(title))


def unanswered(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """Buyers who asked and wait, with the time left of the first day."""
    for one in sourcing.waiting_inquiries(company.id, limit=THINGS):
        left = one.asked_at + timedelta(hours=REPLY_HOURS) - at
        ring = max(0.0, min(1.0, left / timedelta(hours=REPLY_HOURS)))
        yield Todo(
            formats.filled(_("Answer a buyer in %(town)s"), town=formats.bdi(one.other.town)),
            formats.filled(
                _("%(title)s, %(quantity)s."),
                title=formats.bdi(one.title),
                quantity=formats.quantity(one.quantity, one.unit),
            ),
            reverse("sell_inquiry", args=[one.reference]),
            _("Answer"),
            deadline=_reply_time(left, one.asked_at),
            ring=ring,
        )


def _reply_time(left: timedelta, asked_at: datetime) -> Any:
    """“3 h 12 left to answer within the day”, or since when the buyer waits."""
    if left <= timedelta(0):
        return _("Waiting since %(time)s: buyers who wait longer than a day go elsewhere.") % {
            "time": formats.moment(asked_at)
        }
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    figure = _("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{minutes:02d}"}
    return formats.filled(_("%(time)s left to answer within the day"), time=formats.ltr(figure))


def _orders(side: str) -> Source:
    """Orders in which this side acts next."""
    area = "sell" if side == "supplier" else "buy"

    def waiting(company: CompanyCard, _at: datetime) -> Iterator[Todo]:
        for one in orders.waiting_for(company.id, side=side, limit=THINGS):
            step = one.next
            if step is None:
                continue
            yield Todo(
                _(step.title),
                formats.filled(
                    _("Order %(reference)s, %(title)s."),
                    reference=formats.ltr(one.reference),
                    title=formats.bdi(one.title),
                ),
                address(f"/{area}/orders/{one.reference}/"),
                _("Open the order"),
                deadline=_("By %(day)s") % {"day": formats.day(step.by, "long")} if step.by else "",
            )

    return waiting


def undecided(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """Offers a buyer has not answered, the first to expire first."""
    for one in sourcing.offers_to_decide(company.id, on=at.date(), limit=THINGS):
        yield Todo(
            formats.filled(_("Decide on the offer of %(supplier)s"), supplier=formats.bdi(one.supplier.name)),
            formats.filled(
                _("%(title)s for %(total)s."),
                title=formats.bdi(one.title),
                total=formats.money(one.current.total, code=True),
            ),
            reverse("buy_quotation", args=[one.reference]),
            _("Read the offer"),
            deadline=_("Valid until %(day)s") % {"day": formats.day(one.current.valid_until, "long")},
        )


def unproven(company: CompanyCard, _at: datetime) -> Iterator[Todo]:
    """An identity nobody could check yet."""
    proofs = companies.evidence_of(company.id)
    if not any(one.kind == "identity" and one.state in {"PENDING", "ACCEPTED"} for one in proofs):
        yield Todo(
            _("Have your identity checked"),
            _("Hand in your register extract: buyers look for “identity checked” first."),
            reverse("company_evidence"),
            _("Hand in a document"),
            icon="person",
        )


def unpayable(company: CompanyCard, _at: datetime) -> Iterator[Todo]:
    """No account to be paid to."""
    if not companies.bank_accounts(company.id):
        yield Todo(
            _("Enter your bank account"),
            _("A new account can be used after 72 hours: enter it before the first order."),
            reverse("company_bank_accounts"),
            _("Enter the account"),
            icon="money",
        )


def unready(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """The product whose missing field costs most, with its best next step."""
    keys = catalogue.ids_of_supplier(company.id)[:PRODUCTS_LOOKED_AT]
    if not keys:
        yield Todo(
            _("Add your first product"),
            _("A photo, a name and a price are enough to begin."),
            address("/sell/products/new/"),
            _("Add a product"),
            icon="plus",
        )
        return
    products = catalogue.publications(keys, states=("DRAFT", "PUBLISHED"), on=at.date())
    for product in sorted(products, key=lambda one: one.readiness)[:THINGS]:
        facts = catalogue.facts_of(product, seller_country=company.country)
        gap = catalogue_rules.readiness(facts).next_step
        if gap is not None:
            title = next((text.title for text in product.texts.values() if text.title), product.reference)
            yield Todo(
                formats.filled(_("Complete %(product)s"), product=formats.bdi(title)),
                _(gap.step),
                address(f"/sell/products/{product.reference}/"),
                _("Complete"),
                picture=product.photos[0] if product.photos else None,
                icon="box",
            )
