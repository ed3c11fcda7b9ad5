"""Every read of the catalogue. All of a product comes in one statement; suppliers' facts in a second."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Q

from fondouk.market.catalogue import whole
from fondouk.market.catalogue.models import Category, Photo, Product, ProductCertificate, Storefront
from fondouk.market.catalogue.origins import due
from fondouk.market.catalogue.publication import Picture, Proof, Publication, Shelf, Shop, Supplier
from fondouk.market.catalogue.rules import ProductFacts, ProductState
from fondouk.market.companies.models import Company

__all__ = ["due"]  # what the minute sweep asks; everything else here is defined here


@dataclass(frozen=True, slots=True)
class PhotoState:
    """One photo of one's own product: ready to show, waiting, or refused with a code."""

    file: str
    picture: Picture | None
    refused: str


def publications(
    product_ids: Iterable[int] | None = None,
    *,
    references: Iterable[str] | None = None,
    supplier: str | None = None,
    states: Iterable[str] = (ProductState.PUBLISHED,),
    on: date,
) -> list[Publication]:
    """Products with everything known of them, by id, by reference or by supplier (reference). Two statements.

    Only those in `states`; trust facts and certificates that are accepted and in force on the day.
    """
    where: list[str] = ["p.state = ANY(%s)"]
    values: list[Any] = [[str(state) for state in states]]
    if product_ids is not None:
        where, values = [*where, "p.id = ANY(%s)"], [*values, list(product_ids)]
    if references is not None:
        where, values = [*where, "p.reference = ANY(%s)"], [*values, list(references)]
    if supplier is not None:
        where, values = [*where, "s.reference = %s"], [*values, supplier]
    return whole.products(" AND ".join(where), values, on=on)


def publication(reference: str, *, on: date) -> Publication | None:
    """One published product, or None."""
    found = publications(references=[reference], on=on)
    return found[0] if found else None


def offer(reference: str, *, on: date) -> Publication | None:
    """A product to quote or to order again: in any state but archived."""
    states = [state for state in ProductState if state != ProductState.ARCHIVED]
    found = publications(references=[reference], states=states, on=on)
    return found[0] if found else None


def own_product(reference: str, *, supplier: str, on: date) -> Publication | None:
    """A product in any state, for its own supplier (company reference); None for anybody else's."""
    found = publications(references=[reference], supplier=supplier, states=list(ProductState), on=on)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A supplier's products in a state, a page of them, and how many there are in each state."""

    products: list[Publication]
    counts: dict[str, int]


def own_products(supplier: str, *, state: str = "", offset: int = 0, limit: int = 50, on: date) -> Shelved:
    """A supplier's own products (company reference), latest change first; archived ones only if asked for."""
    counted = Product.objects.filter(supplier__reference=supplier).values_list("state").annotate(Count("id"))
    shown = ("p.state = %s", state) if state else ("p.state <> %s", str(ProductState.ARCHIVED))
    page = whole.products(
        f"s.reference = %s AND {shown[0]}", [supplier, shown[1], limit, offset], on=on,
        order="p.changed_at DESC, p.id DESC LIMIT %s OFFSET %s",
    )  # fmt: skip
    return Shelved(page, dict(counted.order_by()))


def certificates_of(reference: str, *, supplier: str) -> tuple[str, ...]:
    """References of the evidence attached to one's own product, also what is not yet accepted or expired."""
    rows = ProductCertificate.objects.filter(product__reference=reference, product__supplier__reference=supplier)
    return tuple(rows.order_by("pk").values_list("evidence__reference", flat=True))


def photos_of(reference: str, *, supplier: str) -> list[PhotoState]:
    """All photos of one's own product, also those that wait or were refused."""
    rows = Photo.objects.filter(product__reference=reference, product__supplier__reference=supplier)
    return [
        PhotoState(row.file, whole.picture_of(row.variants, row.alt, row.file) if row.variants else None, row.refused)
        for row in rows
    ]


def moderated(*, state: str = ProductState.PUBLISHED, words: str = "", limit: int = 50, on: date) -> list[Publication]:
    """Products for the operator's desk, latest change first, by title, reference or supplier."""
    where, values = "p.state = %s", [str(state)]
    if words:
        like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        where += """ AND (p.reference = upper(%s) OR s.name ILIKE %s OR EXISTS (
            SELECT 1 FROM catalogue_producttext t WHERE t.product_id = p.id AND t.title ILIKE %s))"""
        values += [words, like, like]
    order = "p.changed_at DESC, p.id DESC LIMIT %s"
    return whole.products(where, [*values, limit], on=on, order=order)


def published_references(*, after: int = 0, limit: int = 5000) -> list[tuple[int, str]]:
    """(id, reference) of published products with an id above `after`, in order: for whole rebuilds."""
    rows = Product.objects.filter(state=ProductState.PUBLISHED, pk__gt=after).order_by("pk")
    return list(rows.values_list("pk", "reference")[:limit])


def ids_of(references: Iterable[str]) -> dict[str, int]:
    """reference → id of products."""
    return dict(Product.objects.filter(reference__in=list(references)).values_list("reference", "pk"))


def ids_of_supplier(supplier_id: int) -> list[int]:
    """Ids of a company's published products: what to refresh when its evidence or orders change."""
    rows = Product.objects.filter(supplier_id=supplier_id, state=ProductState.PUBLISHED)
    return list(rows.values_list("pk", flat=True))


def suppliers(company_ids: Iterable[int], *, on: date) -> dict[int, Supplier]:
    """Public facts of several suppliers by id. Two statements."""
    rows = Company.objects.filter(pk__in=list(company_ids)).select_related("storefront")
    held = whole.proofs([row.pk for row in rows], on)
    return {row.pk: _supplier(row, held.get(row.pk, [])) for row in rows}


def _supplier(company: Company, held: list[tuple[int, Proof]]) -> Supplier:
    shop: Storefront | None = getattr(company, "storefront", None)
    return Supplier(
        id=company.pk, reference=company.reference, slug=shop.slug if shop else company.slug, name=company.name,
        names=company.names, kind=company.kind, country=company.country, region=company.region, town=company.town,
        founded_in=company.founded_in, people_count=company.people_count,
        response_minutes=shop.response_minutes if shop else None,
        trust=whole.trust(company.registered_at.date(), held),
    )  # fmt: skip


def _shelf(category: Category, products: int = 0) -> Shelf:
    parent, heading = category.parent, category.heading
    return Shelf(
        code=category.code, sector=category.sector, names=category.names, synonyms=category.synonyms,
        parent=parent.code if parent else "", parent_names=parent.names if parent else {},
        heading=heading.code if heading else "", heading_names=heading.names if heading else {},
        heading_synonyms=heading.synonyms if heading else {}, palette=category.palette, motif=category.motif,
        products=products,
    )  # fmt: skip


def categories() -> list[Shelf]:
    """All categories in shelf order, each with the number of published products directly on it. One statement."""
    counted = Count("products", filter=Q(products__state=ProductState.PUBLISHED))
    rows = Category.objects.select_related("parent", "heading").annotate(published=counted)
    return [_shelf(row, row.published) for row in rows]


_SHOP = """
    SELECT w.slug, w.reference, w.opened_at IS NOT NULL, w.headlines, w.stories, w.capacity, w.palette, w.motif,
        w.cover_variants, w.cover_file, w.response_minutes,
        (SELECT count(*) FROM catalogue_product p WHERE p.supplier_id = s.id AND p.state = %s),
        (SELECT h.variants FROM catalogue_photo h JOIN catalogue_product p ON p.id = h.product_id
            WHERE p.supplier_id = s.id AND p.state = %s AND h.variants <> '[]' ORDER BY p.id, h.position LIMIT 1),
        s.id, s.reference, s.name, s.names, s.kind, s.country, s.region, s.town, s.founded_in, s.people_count,
        (s.registered_at AT TIME ZONE 'UTC')::date
    FROM catalogue_storefront w JOIN companies_company s ON s.id = w.supplier_id
    WHERE w.slug = %s AND s.closed_at IS NULL AND (w.opened_at IS NOT NULL OR %s)
"""


def storefront(slug: str, *, on: date, also_closed: bool = False) -> Shop | None:
    """A storefront by its address; closed ones only for their own editor. Two statements."""
    published = str(ProductState.PUBLISHED)
    with connection.cursor() as cursor:
        cursor.execute(_SHOP, [published, published, slug, also_closed])
        row = cursor.fetchone()
    if row is None:
        return None
    named = dict(zip(_SHOP_COLUMNS, row, strict=True))
    return _shop(named | {name: json.loads(named[name]) for name in _SHOP_JSON if isinstance(named[name], str)}, on)


_SHOP_COLUMNS = (
    "slug", "shop", "open", "headlines", "stories", "capacity", "palette", "motif", "cover_variants", "cover_file",
    "response_minutes", "products", "first_photo", "id", "reference", "name", "names", "kind", "country", "region",
    "town", "founded_in", "people_count", "listed_on",
)  # fmt: skip
_SHOP_JSON = ("headlines", "stories", "capacity", "cover_variants", "first_photo", "names")
_OF_SUPPLIER = (
    "id", "reference", "slug", "name", "names", "kind", "country", "region", "town", "founded_in", "people_count",
    "response_minutes",
)  # fmt: skip


def storefront_of(supplier: str, *, on: date) -> Shop | None:
    """A supplier's own storefront (company reference), open or closed."""
    slug = Storefront.objects.filter(supplier__reference=supplier).values_list("slug", flat=True).first()
    return storefront(slug, on=on, also_closed=True) if slug else None


def _shop(row: dict[str, Any], on: date) -> Shop:
    held = whole.proofs([row["id"]], on).get(row["id"], [])
    supplier = Supplier(**{name: row[name] for name in _OF_SUPPLIER}, trust=whole.trust(row["listed_on"], held))
    cover = whole.picture_of(row["cover_variants"], {}, row["cover_file"]) if row["cover_variants"] else None
    return Shop(
        reference=row["shop"], slug=row["slug"], supplier=supplier, open=row["open"], headlines=row["headlines"],
        stories=row["stories"], capacity=row["capacity"], palette=row["palette"], motif=row["motif"], cover=cover,
        shown=cover or (whole.picture_of(row["first_photo"], {}, "") if row["first_photo"] else None),
        products=row["products"],
    )  # fmt: skip


def facts_of(product: Publication, *, seller_country: str) -> ProductFacts:
    """What the rules look at, from a publication."""
    prices = product.prices
    return ProductFacts(
        titles={language: text.title for language, text in product.texts.items()},
        summaries={language: text.summary for language, text in product.texts.items()},
        photos_ready=len(product.photos), photos_waiting=product.photos_waiting,
        category=product.category.code if product.category else "", unit=product.unit, moq=product.moq,
        order_multiple=product.order_multiple, incoterm=prices.incoterm if prices else "",
        place_name=prices.place_name if prices else "", place_code=prices.place_code if prices else "",
        currency=prices.currency if prices else "", breaks=prices.breaks if prices else (),
        origin_country=product.origin_country, origin_region=product.origin_region, hs6=product.hs6,
        tariff_codes={destination: code.code for destination, code in product.tariff_codes.items()},
        preference_known=any(one.status != "UNKNOWN" for one in product.preferences.values()),
        lead_days=product.lead_days, unit_net_kg=product.cargo.unit_net_kg,
        package_known=product.cargo.package_m3 is not None and product.cargo.package_gross_kg is not None,
        capacity_per_month=product.capacity_per_month, certificates=len(product.certificates),
        shelf_life_days=product.shelf_life_days, seller_country=seller_country,
    )  # fmt: skip


def first_picture(reference: str) -> Picture | None:
    """The first prepared photo of a product in any state: an order still shows what was bought. One statement."""
    rows = Photo.objects.filter(product__reference=reference, refused="").exclude(variants=[])
    row = rows.order_by("position", "id").first()
    return whole.picture_of(row.variants, row.alt, row.file) if row else None
