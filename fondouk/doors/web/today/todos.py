"""What waits for a company, as cards: what, why, by when, one button; three of them, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fondouk.doors.web import formats
from fondouk.doors.web.fields import at as address
from fondouk.doors.web.today import watch
from fondouk.market.catalogue import gaps, origins
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies.queries import CompanyCard
from fondouk.market.orders.queries import OrderRow
from fondouk.market.sourcing import agenda as sourcing_agenda
from fondouk.market.sourcing import queries as sourcing
from fondouk.market.sourcing.agenda import Waiting

THINGS = 3
REPLY_HOURS = 24


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


def of_supplier(company: CompanyCard, waiting: Sequence[OrderRow], at: datetime) -> list[Todo]:
    """The three things a supplier should do today: answer, act in orders, then set up what is missing."""
    answers = (_answer(one, at) for one in sourcing_agenda.answers_due(company.id, limit=THINGS))
    things = chain(answers, in_orders(waiting, "sell"), unset(company, at), unready(company, at))
    return list(islice(things, THINGS))


def of_buyer(company: CompanyCard, waiting: Sequence[OrderRow], at: datetime) -> list[Todo]:
    """The three things a buyer should do today."""
    changed = map(_told, watch.changed_offers(company))
    return list(islice(chain(changed, in_orders(waiting, "buy"), undecided(company, at)), THINGS))


def _told(one: watch.Told) -> Todo:
    return Todo(one.title, one.why, one.link, one.link_text, deadline=one.deadline)


def _answer(one: Waiting, at: datetime) -> Todo:
    """A buyer who asked and waits, with the time left of the first day; or one who made a counter-offer."""
    link = reverse("sell_inquiry", args=[one.reference])
    why = formats.filled(
        _("%(title)s, %(quantity)s."),
        title=formats.bdi(one.title),
        quantity=formats.quantity(one.quantity, one.unit),
    )
    if one.countered:
        title = formats.filled(_("Answer the counter-offer of %(buyer)s"), buyer=formats.bdi(one.buyer))
        return Todo(title, why, link, _("Answer"), icon="message")
    if one.changed is not None:
        quotation, difference, currency = one.changed
        return _told(watch.changed_offer(quotation, one.title, one.buyer, difference, currency))
    left = one.asked_at + timedelta(hours=REPLY_HOURS) - at
    ring = max(0.0, min(1.0, left / timedelta(hours=REPLY_HOURS)))
    title = formats.filled(_("Answer a buyer in %(town)s"), town=formats.bdi(one.town))
    return Todo(title, why, link, _("Answer"), deadline=_reply_time(left, one.asked_at), ring=ring)


def _reply_time(left: timedelta, asked_at: datetime) -> Any:
    """“3 h 12 left to answer within the day”, or since when the buyer waits."""
    if left <= timedelta(0):
        return _("Waiting since %(time)s: buyers who wait longer than a day go elsewhere.") % {
            "time": formats.moment(asked_at)
        }
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    figure = _("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{minutes:02d}"}
    return formats.filled(_("%(time)s left to answer within the day"), time=formats.ltr(figure))


def in_orders(waiting: Sequence[OrderRow], area: str) -> Iterator[Todo]:
    """Orders in which this side acts next."""
    for one in waiting:
        if one.next is None:
            continue
        why = formats.filled(
            _("Order %(reference)s, %(title)s."), reference=formats.ltr(one.reference), title=formats.bdi(one.title)
        )
        by = _("By %(day)s") % {"day": formats.day(one.next.by, "long")} if one.next.by else ""
        link = address(f"/{area}/orders/{one.reference}/")
        yield Todo(_(one.next.title), why, link, _("Open the order"), deadline=by)


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


def unset(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """A bill of materials that runs out; an identity nobody could check yet; no account to be paid to."""
    setup, bills = origins.setup_and_bills(company.id, on=at.date())
    yield from map(_told, watch.bills_running_out(bills))
    if not setup.identity_handed_in:
        yield Todo(
            _("Have your identity checked"),
            _("Hand in your register extract: buyers look for “identity checked” first."),
            reverse("company_evidence"),
            _("Hand in a document"),
            icon="person",
        )
    if not setup.account_entered:
        yield Todo(
            _("Enter your bank account"),
            _("A new account can be used after 72 hours: enter it before the first order."),
            reverse("company_bank_accounts"),
            _("Enter the account"),
            icon="money",
        )


def unready(company: CompanyCard, at: datetime) -> Iterator[Todo]:
    """The product whose missing field costs most, with its best next step."""
    found = gaps.widest(company.id, country=company.country, on=at.date(), limit=THINGS)
    if found is None:
        yield Todo(
            _("Add your first product"),
            _("A photo, a name and a price are enough to begin."),
            address("/sell/products/new/"),
            _("Add a product"),
            icon="plus",
        )
        return
    for product, gap in found:
        title = product.text((get_language() or "en")[:2]).title or product.reference
        yield Todo(
            formats.filled(_("Complete %(product)s"), product=formats.bdi(title)),
            _(gap.step),
            address(f"/sell/products/{product.reference}/"),
            _("Complete"),
            picture=_small(product),
            icon="box",
        )


def _small(product: Publication) -> dict[str, Any] | None:
    """The product's photo as the card's picture."""
    if not product.photos:
        return None
    variant = product.photos[0].at_least(88)
    return {"src": variant.url, "width": 44, "height": 44}
