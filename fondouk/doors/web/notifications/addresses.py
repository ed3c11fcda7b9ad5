"""From the reference a notice is about to the page that shows it, on the reader's side."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import NoReverseMatch, reverse

from fondouk.doors.web.fields import at
from fondouk.market.notifications.queries import Told

# Reference prefix → (area's pages by capacity). `%s` is the reference.
_PAGES = {
    "ORD": {"supplier": "/sell/orders/%s/", "buyer": "/buy/orders/%s/", "operator": "/desk/orders/%s/",
            "inspector": "/forward/inspections/%s/"},
    "INQ": {"supplier": "/sell/inquiries/%s/", "buyer": "/buy/inquiries/%s/"},
    "QUO": {"supplier": "/sell/quotations/%s/", "buyer": "/buy/quotations/%s/"},
    "CNV": dict.fromkeys(("supplier", "buyer", "operator"), "/account/conversations/%s/"),
    "PRD": {"supplier": "/sell/products/%s/"},
    "BOM": {"supplier": "/sell/bills/%s/"},
    "PMF": {"operator": "/desk/payment-files/%s/"},
    "PAY": {"operator": "/desk/payouts/%s/", "supplier": "/sell/payouts/%s/"},
}  # fmt: skip
_NAMED = {
    "companies.evidence.checked": "company_evidence",
    "companies.member.joined": "company_team",
    "companies.mandate.given": "partner_home",
    "companies.mandate.revoked": "partner_home",
    "companies.bank_account.added": "company_bank_accounts",
}
_BUYING = ("sourcing.ask", "orders.pay", "orders.accept", "orders.claim")


def page_of(told: Told) -> str:
    """The address of the page; the inbox where there is none."""
    if told.event in _NAMED:
        return _named(_NAMED[told.event])
    pages = _PAGES.get(told.about.split("-", 1)[0], {})
    side = next((one for one in _sides(told) if one in pages), None)
    return (
        at(pages[side] % told.about if "%s" in pages[side] else pages[side]) if side else at("/account/notifications/")
    )


def _sides(told: Told) -> Sequence[str]:
    """The side this notice speaks to comes first, for companies that both buy and sell."""
    first = "buyer" if told.permission in _BUYING else "supplier"
    return [one for one in (first, *told.capacities) if one in told.capacities]


def _named(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return at("/account/notifications/")
