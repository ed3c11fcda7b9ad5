"""Who may do what: one table, permission → capacities that know it and roles that hold it.

A permission counts when the company has one of its capacities and the person one of its roles. Reading is a
permission too (`sell.view` …). A partner acting under a mandate holds no more than `LENDABLE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.companies.rules import Capacity, Role

EVERY_ROLE = frozenset(Role)
LEADERS = frozenset({Role.OWNER, Role.MANAGER})
SELLERS = LEADERS | {Role.SALES}
BOOKKEEPERS = LEADERS | {Role.FINANCE}
SHIPPERS = LEADERS | {Role.LOGISTICS}
HANDS = LEADERS | {Role.SALES, Role.FINANCE, Role.LOGISTICS}

SUPPLIER = frozenset({Capacity.SUPPLIER})
BUYER = frozenset({Capacity.BUYER})
TRADERS = SUPPLIER | BUYER
PARTNER = frozenset({Capacity.PARTNER})
AGENCY = frozenset({Capacity.AGENCY})
FORWARDER = frozenset({Capacity.FORWARDER})
INSPECTOR = frozenset({Capacity.INSPECTOR})
OPERATOR = frozenset({Capacity.OPERATOR})
ANYONE = frozenset(Capacity)


@dataclass(frozen=True, slots=True)
class Grant:
    """Which companies know a permission, and which of their people hold it."""

    capacities: frozenset[Capacity]
    roles: frozenset[Role]


PERMISSIONS: Mapping[str, Grant] = {
    # the company itself
    "company.view": Grant(ANYONE, EVERY_ROLE),
    "company.edit": Grant(ANYONE, LEADERS),
    "team.manage": Grant(ANYONE, LEADERS),
    "evidence.add": Grant(ANYONE, HANDS),
    "bank_accounts.view": Grant(ANYONE, BOOKKEEPERS),
    "bank_accounts.add": Grant(ANYONE, BOOKKEEPERS),
    "bank_accounts.confirm": Grant(ANYONE, BOOKKEEPERS),
    "mandates.give": Grant(SUPPLIER, LEADERS),
    "consents.give": Grant(SUPPLIER, LEADERS),
    "messages.write": Grant(ANYONE, HANDS),
    # selling
    "sell.view": Grant(SUPPLIER, EVERY_ROLE),
    "catalogue.edit": Grant(SUPPLIER, SELLERS),
    "catalogue.publish": Grant(SUPPLIER, SELLERS),
    "storefront.edit": Grant(SUPPLIER, SELLERS),
    "origin.declare": Grant(SUPPLIER, LEADERS),
    "sourcing.quote": Grant(SUPPLIER, SELLERS),
    "shipments.edit": Grant(SUPPLIER | FORWARDER, SHIPPERS | SELLERS),
    "papers.issue": Grant(SUPPLIER, HANDS),
    "payouts.view": Grant(SUPPLIER, BOOKKEEPERS),
    "payments.confirm": Grant(SUPPLIER, BOOKKEEPERS),
    # buying
    "buy.view": Grant(BUYER, EVERY_ROLE),
    "sourcing.ask": Grant(BUYER, SELLERS | {Role.LOGISTICS}),
    "sourcing.award": Grant(BUYER, LEADERS),
    "orders.pay": Grant(BUYER, BOOKKEEPERS),
    "orders.accept": Grant(BUYER, SHIPPERS | SELLERS),
    "orders.claim": Grant(BUYER, SHIPPERS | SELLERS),
    # both sides of an order
    "orders.view": Grant(TRADERS, EVERY_ROLE),
    "orders.propose": Grant(TRADERS, SELLERS),
    "orders.sign": Grant(TRADERS, LEADERS),
    "orders.cancel": Grant(TRADERS, LEADERS),
    "orders.tasks": Grant(TRADERS, HANDS),
    "reviews.write": Grant(TRADERS, SELLERS),
    # partner, agency
    "partner.view": Grant(PARTNER, EVERY_ROLE),
    "partners.cohort": Grant(PARTNER, SELLERS),
    "mandates.use": Grant(PARTNER, HANDS),
    "agency.view": Grant(AGENCY, EVERY_ROLE),
    "agreements.sign": Grant(AGENCY | OPERATOR, LEADERS),
    "pavilions.edit": Grant(AGENCY, SELLERS),
    "accreditation.give": Grant(AGENCY, LEADERS),
    "agencies.results": Grant(AGENCY, EVERY_ROLE),
    # forwarder, inspector
    "forward.view": Grant(FORWARDER | INSPECTOR, EVERY_ROLE),
    "inspections.report": Grant(INSPECTOR, SHIPPERS),
    # operator
    "desk.view": Grant(OPERATOR, EVERY_ROLE),
    "evidence.check": Grant(OPERATOR, LEADERS),
    "listings.moderate": Grant(OPERATOR, SELLERS),
    "disputes.decide": Grant(OPERATOR, LEADERS),
    "treasury.view": Grant(OPERATOR, BOOKKEEPERS),
    "treasury.book": Grant(OPERATOR, BOOKKEEPERS),
    "treasury.payout": Grant(OPERATOR, BOOKKEEPERS),
    "treasury.approve": Grant(OPERATOR, BOOKKEEPERS),
    "reference.load": Grant(OPERATOR, LEADERS),
    "journal.read": Grant(OPERATOR, LEADERS),
    "people.view": Grant(OPERATOR, LEADERS),
}

# What a supplier may lend to a partner: help, never signatures, money or people.
LENDABLE: frozenset[str] = frozenset(
    {
        "sell.view", "company.view", "company.edit", "catalogue.edit", "catalogue.publish", "storefront.edit",
        "sourcing.quote", "messages.write", "evidence.add", "shipments.edit", "papers.issue", "orders.view",
        "orders.propose",
    }
)  # fmt: skip


@lru_cache(maxsize=512)
def _held(capacities: frozenset[str], role: str) -> frozenset[str]:
    return frozenset(
        name
        for name, grant in PERMISSIONS.items()
        if role in grant.roles and not grant.capacities.isdisjoint(capacities)
    )


def permissions_of(capacities: Iterable[str], role: str) -> frozenset[str]:
    """All permissions of a person with this role in a company with these capacities."""
    return _held(frozenset(capacities), role)


def lent(scope: Iterable[str]) -> frozenset[str]:
    """The permissions a partner's person holds under a mandate of this scope."""
    return LENDABLE & ({"sell.view", "company.view", "orders.view"} | set(scope))


def roles_holding(permission: str, capacities: Iterable[str]) -> frozenset[Role]:
    """The roles that hold a permission in a company with these capacities."""
    grant = PERMISSIONS[permission]
    return frozenset() if grant.capacities.isdisjoint(set(capacities)) else grant.roles


def refusal_without(permission: str, held: Iterable[str]) -> Refusal | None:
    """Why a person who holds these permissions may not do this, or None. Unknown names raise KeyError."""
    PERMISSIONS[permission]
    if permission in set(held):
        return None
    words = sentence("Your role in this company does not allow this. Ask an owner or a manager.")
    return Refusal("permission", words, {"permission": permission})
