"""The shop window: what the first page and a pavilion show of all there is, in few statements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery

from fondouk.market.companies.models import Company, TrustFact
from fondouk.market.discovery.models import Listing
from fondouk.market.discovery.queries import Photo


@dataclass(frozen=True, slots=True)
class SectorFront:
    """A sector with what it holds, and the photo of its first product."""

    code: str
    names: Mapping[str, str]
    products: int
    suppliers: int
    photo: Photo | None

    def name(self, language: str) -> str:
        """The sector's name in a language."""
        return self.names.get(language) or self.names.get("en", self.code)


_SECTORS = """
    SELECT held.sector, category.names, held.products, held.suppliers, first.photo
    FROM (SELECT sector, count(*) AS products, count(DISTINCT supplier_id) AS suppliers
          FROM listing WHERE sector <> '' GROUP BY sector) AS held
    JOIN catalogue_category AS category ON category.code = held.sector
    CROSS JOIN LATERAL (SELECT cards->'all'->'photo' AS photo FROM listing
                        WHERE listing.sector = held.sector ORDER BY place DESC, id LIMIT 1) AS first
    ORDER BY held.products DESC, held.sector
"""


def sectors() -> list[SectorFront]:
    """Every sector that holds a public product, the fullest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SECTORS)
        rows = cursor.fetchall()
    return [
        SectorFront(code, _json(names), products, suppliers, _photo(_json(photo)))
        for code, names, products, suppliers, photo in rows
    ]


@dataclass(frozen=True, slots=True)
class RegionFront:
    """How much a region offers."""

    code: str
    products: int
    suppliers: int


def regions() -> dict[str, RegionFront]:
    """Regions with a public product. One statement."""
    rows = Listing.objects.exclude(region="").values_list("region")
    counted = rows.annotate(Count("id"), Count("supplier_id", distinct=True)).order_by("region")
    return {code: RegionFront(code, products, suppliers) for code, products, suppliers in counted}


@dataclass(frozen=True, slots=True)
class Trust:
    """How much of what is claimed is proven, as public facts count it."""

    identity_checked: int
    accredited: int
    orders_shipped: int


def trust(*, on: date) -> Trust:
    """Suppliers with a valid identity check or accreditation, and orders recorded as shipped. One statement."""
    valid = Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gte=on))
    sells = Q(company__capacities__contains=["supplier"])
    return Trust(
        **TrustFact.objects.filter(valid).aggregate(
            identity_checked=Count("company", distinct=True, filter=Q(kind="identity") & sells),
            accredited=Count("company", distinct=True, filter=Q(kind="accreditation") & sells),
            orders_shipped=Count("id", filter=Q(kind="shipment")),
        )
    )


def published_since(day: date) -> int:
    """Products published on or after a day. One statement."""
    return Listing.objects.filter(published_at__date__gte=day).count()


@dataclass(frozen=True, slots=True)
class AccreditedSupplier:
    """A supplier an agency accredited, as a row of its pavilion."""

    shop: str
    name: str
    names: Mapping[str, str]
    region: str
    until: date | None
    orders: int
    product: str


def accredited(*, on: date, region: str = "", limit: int = 6) -> list[AccreditedSupplier]:
    """Accredited suppliers with something on sale, those who shipped most first. One statement."""
    valid = Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gte=on))
    facts = TrustFact.objects.filter(company=OuterRef("pk"))
    accreditations = facts.filter(valid, kind="accreditation")
    first = Listing.objects.filter(supplier=OuterRef("pk")).order_by("-weight", "id")
    rows = Company.objects.filter(Exists(accreditations), storefront__opened_at__isnull=False, closed_at=None)
    rows = rows.filter(region=region) if region else rows
    shipped = facts.filter(kind="shipment").order_by().values("company").annotate(held=Count("id")).values("held")
    until = accreditations.order_by().values("company").annotate(last=Max("valid_until")).values("last")
    found = rows.annotate(
        orders=Subquery(shipped), until=Subquery(until), product=Subquery(first.values("product")[:1])
    ).exclude(product=None)
    found = found.order_by(F("orders").desc(nulls_last=True), "name")
    columns = found.values_list("storefront__slug", "name", "names", "region", "until", "orders", "product")
    return [
        AccreditedSupplier(shop, name, names, code, last, orders or 0, product)
        for shop, name, names, code, last, orders, product in columns[:limit]
    ]


def _json(value: Any) -> Any:
    """Raw cursors hand JSON over as text."""
    return json.loads(value) if isinstance(value, str) else value


def _photo(found: dict[str, Any] | None) -> Photo | None:
    return Photo(**found) if found else None
