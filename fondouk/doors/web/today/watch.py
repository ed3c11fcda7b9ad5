"""What the law and the calendar put on a company's list: offers to quote again, bills of materials that run out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from fondouk.doors.web import formats
from fondouk.market.companies.queries import CompanyCard
from fondouk.market.sourcing import promised


class Told(NamedTuple):
    """One thing to do, before it is a card."""

    title: Any
    why: Any
    link: str
    link_text: str
    deadline: Any = ""


def changed_offer(quotation: str, title: str, buyer: str, difference: Decimal, currency: str) -> Told:
    """A live offer whose promise the law changed, for its supplier."""
    return Told(
        _("The law changed an offer: quote again"), _moved(title, buyer, difference, currency),
        reverse("sell_promise", args=[quotation]), _("See and quote again"),
    )  # fmt: skip


def changed_offers(company: CompanyCard) -> Iterable[Told]:
    """Offers a buyer received whose promise the law changed, newest first. One statement."""
    for one in promised.alerts_of(company.id, side="buyer"):
        yield Told(
            _("The law changed an offer you received"), _moved(one.title, one.other, one.difference, one.currency),
            reverse("buy_promise", args=[one.quotation]), _("See what changed"),
        )  # fmt: skip


def _moved(title: str, other: str, difference: Decimal, currency: str) -> Any:
    sign = "+" if difference > 0 else ""
    return formats.filled(
        _("%(title)s with %(company)s: %(difference)s at the door."), title=formats.bdi(title),
        company=formats.bdi(other), difference=formats.ltr(f"{sign}{difference:,.2f} {currency}"),
    )  # fmt: skip


def bills_running_out(bills: Iterable[tuple[str, str, date]]) -> Iterable[Told]:
    """Bills of materials in use that run out within a month, or have."""
    for reference, name, until in bills:
        yield Told(
            formats.filled(_("Bring “%(bill)s” up to date"), bill=formats.bdi(name)),
            _("Without its figures your goods count as not examined, and no preference can be declared."),
            reverse("sell_bill", args=[reference]), _("Open the bill"),
            _("The figures hold until %(day)s") % {"day": formats.day(until, "long")},
        )  # fmt: skip
