"""The cohort board of a partner: every supplier at the stage its own facts show. Six statements, whatever the size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from fondouk.engines.tables import scope
from fondouk.market.catalogue.models import Product, Storefront
from fondouk.market.companies import queries as companies
from fondouk.market.companies.models import Member
from fondouk.market.companies.queries import MandateCard
from fondouk.market.orders.models import Order
from fondouk.market.partners import rules
from fondouk.market.partners.models import Prospect
from fondouk.market.partners.rules import Progress, Stage
from fondouk.market.sourcing.models import Inquiry


@dataclass(frozen=True, slots=True)
class OnBoard:
    """One card of the board."""

    name: str
    town: str
    stage: Stage
    since: datetime
    mandate: str = ""
    company: str = ""
    progress: Progress | None = None


def cohort(partner: int, *, on: date) -> dict[Stage, list[OnBoard]]:
    """Every stage with its suppliers, by name."""
    mandates = companies.mandates_held(partner)
    progress = _progress([one.supplier_id for one in mandates], on)
    board: dict[Stage, list[OnBoard]] = {stage: [] for stage in Stage}
    for card in [*_invited(partner, mandates), *(_card(one, progress[one.supplier_id]) for one in mandates)]:
        board[card.stage].append(card)
    return board


def _card(mandate: MandateCard, progress: Progress) -> OnBoard:
    return OnBoard(
        mandate.supplier, mandate.supplier_town, rules.stage_of(progress), mandate.given_at, mandate.reference,
        mandate.supplier_reference, progress,
    )  # fmt: skip


def _invited(partner: int, mandates: Iterable[MandateCard]) -> list[OnBoard]:
    """Prospects whose address nobody of a mandated supplier has."""
    suppliers = [one.supplier_id for one in mandates]
    came = set(Member.objects.filter(company__in=suppliers, left_at=None).values_list("person__email", flat=True))
    rows = Prospect.objects.filter(partner=partner).order_by("name")
    return [OnBoard(row.name, row.town, Stage.INVITED, row.invited_at) for row in rows if row.email not in came]


def _progress(suppliers: list[int], on: date) -> dict[int, Progress]:
    """Counts only, no content: the mandate is consent to know how far the supplier has come."""
    facts = companies.trust_facts(suppliers, on=on)
    opened = set(
        Storefront.objects.filter(supplier__in=suppliers, opened_at__isnull=False).values_list("supplier_id", flat=True)
    )
    products = _counted(Product.objects.filter(supplier__in=suppliers, state="PUBLISHED"))
    with scope.as_system():
        inquiries = _counted(Inquiry.objects.filter(supplier__in=suppliers))
        orders = _counted(Order.objects.filter(supplier__in=suppliers, signed_at__isnull=False))
    return {
        key: Progress(
            verified=any(one.kind == "identity" for one in facts.get(key, ())), storefront_open=key in opened,
            products=products.get(key, 0), inquiries=inquiries.get(key, 0), orders=orders.get(key, 0),
        )
        for key in suppliers
    }  # fmt: skip


def _counted(rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by().values("supplier_id").annotate(count=Count("id"))
    return {row["supplier_id"]: row["count"] for row in counted}


@dataclass(frozen=True, slots=True)
class Invited:
    """A prospect, for the letter."""

    name: str
    email: str
    partner: str


def prospect(reference: str) -> Invited | None:
    """One prospect with the name of its partner."""
    row = Prospect.objects.select_related("partner").filter(reference=reference).first()
    return Invited(row.name, row.email, row.partner.name) if row else None
