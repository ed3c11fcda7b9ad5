"""Every read of the catalogue. All of a product comes in one statement; suppliers' facts in a second."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject

from fondouk.engines.files import store
from fondouk.market.catalogue.models import (
    Category,
    Photo,
    PriceBreak,
    PriceList,
    Product,
    ProductCertificate,
    ProductPreference,
    ProductText,
    Storefront,
    TariffCode,
)
from fondouk.market.catalogue.publication import (
    Classification,
    Picture,
    Preference,
    Prices,
    Proof,
    Publication,
    Sample,
    Shelf,
    Shop,
    Supplier,
    Text,
    Trust,
    Variant,
)
from fondouk.market.catalogue.rules import Break, Cargo, ProductFacts, ProductState
from fondouk.market.companies.models import Company, TrustFact


@dataclass(frozen=True, slots=True)
class PhotoState:
    """One photo of one's own product: ready to show, waiting, or refused with a code."""

    file: str
    picture: Picture | None
    refused: str


def _text(column: str) -> Cast:
    return Cast(column, CharField())


def _children(model: Any, *columns: str, order: str = "id", **decimals: str) -> ArraySubquery:
    """The child rows of a product as JSON objects; Decimals travel as text."""
    rows = model.objects.filter(product=OuterRef("pk")).order_by(order)
    pairs = {column: F(column) for column in columns} | {name: _text(column) for name, column in decimals.items()}
    return ArraySubquery(rows.values(row=JSONObject(**pairs)))


def _price_lists() -> ArraySubquery:
    breaks = PriceBreak.objects.filter(price_list=OuterRef("pk")).order_by("min_quantity")
    each = breaks.values(
        row=JSONObject(min_quantity=_text("min_quantity"), unit_price=_text("unit_price"), lead_days=F("lead_days"))
    )
    lists = PriceList.objects.filter(product=OuterRef("pk")).order_by("position")
    return ArraySubquery(
        lists.values(
            row=JSONObject(
                incoterm=F("incoterm"), place_name=F("place_name"), place_code=F("place_code"),
                currency=F("currency"), valid_until=F("valid_until"), breaks=ArraySubquery(each),
            )
        )
    )  # fmt: skip


def _whole(rows: QuerySet[Product]) -> QuerySet[Product]:
    """Annotate products with all their children, so that one statement brings everything."""
    return rows.select_related("supplier", "supplier__storefront", "category__parent", "category__heading").annotate(
        texts_=_children(
            ProductText, "language", "title", "slug", "summary", "description", "composition", "specification",
            "source_language", "by_machine", "reviewed_at",
        ),
        prices_=_price_lists(),
        codes_=_children(TariffCode, "destination", "code", "classified_by", "ruling"),
        preferences_=_children(ProductPreference, "agreement", "status", "proof", "proof_on"),
        photos_=_children(Photo, "file", "alt", "variants", "refused", order="position"),
        evidence_=ArraySubquery(
            ProductCertificate.objects.filter(product=OuterRef("pk")).order_by("id").values("evidence_id")
        ),
    )  # fmt: skip


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
    rows = Product.objects.filter(state__in=list(states))
    if product_ids is not None:
        rows = rows.filter(pk__in=list(product_ids))
    if references is not None:
        rows = rows.filter(reference__in=list(references))
    if supplier is not None:
        rows = rows.filter(supplier__reference=supplier)
    return _as_publications(list(_whole(rows).order_by("pk")), on)


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
    rows = Product.objects.filter(supplier__reference=supplier)
    rows = rows.filter(state=state) if state else rows.exclude(state=ProductState.ARCHIVED)
    page = list(_whole(rows).order_by("-changed_at", "-pk")[offset : offset + limit])
    return Shelved(_as_publications(page, on), dict(counted.order_by()))


def certificates_of(reference: str, *, supplier: str) -> tuple[str, ...]:
    """References of the evidence attached to one's own product, also what is not yet accepted or expired."""
    rows = ProductCertificate.objects.filter(product__reference=reference, product__supplier__reference=supplier)
    return tuple(rows.order_by("pk").values_list("evidence__reference", flat=True))


def photos_of(reference: str, *, supplier: str) -> list[PhotoState]:
    """All photos of one's own product, also those that wait or were refused."""
    rows = Photo.objects.filter(product__reference=reference, product__supplier__reference=supplier)
    return [
        PhotoState(row.file, picture_of(row.variants, row.alt, row.file) if row.variants else None, row.refused)
        for row in rows
    ]


def moderated(*, state: str = ProductState.PUBLISHED, words: str = "", limit: int = 50, on: date) -> list[Publication]:
    """Products for the operator's desk, latest change first, by title, reference or supplier."""
    rows = Product.objects.filter(state=state)
    if words:
        known = Q(reference__iexact=words) | Q(supplier__name__icontains=words)
        rows = rows.filter(known | Q(pk__in=ProductText.objects.filter(title__icontains=words).values("product")))
    return _as_publications(list(_whole(rows).order_by("-changed_at", "-pk")[:limit]), on)


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


def _as_publications(rows: list[Any], on: date) -> list[Publication]:
    proofs = _proofs({row.supplier_id for row in rows}, on)
    suppliers = {row.supplier_id: _supplier(row.supplier, proofs.get(row.supplier_id, [])) for row in rows}
    by_id = {proof_id: proof for pairs in proofs.values() for proof_id, proof in pairs}
    return [_as_publication(row, suppliers[row.supplier_id], by_id) for row in rows]


def _proofs(company_ids: Iterable[int], on: date) -> dict[int, list[tuple[int, Proof]]]:
    """Accepted evidence in force on the day, by company, each with its id."""
    found: dict[int, list[tuple[int, Proof]]] = {}
    rows = TrustFact.objects.filter(company_id__in=list(company_ids), valid_from__lte=on)
    for row in rows.filter(Q(valid_until=None) | Q(valid_until__gte=on)).order_by("valid_from", "pk"):
        proof = Proof(row.kind, row.scheme, row.issuer, row.number, row.valid_from, row.valid_until)
        found.setdefault(row.company_id, []).append((row.pk, proof))
    return found


def suppliers(company_ids: Iterable[int], *, on: date) -> dict[int, Supplier]:
    """Public facts of several suppliers by id. Two statements."""
    rows = Company.objects.filter(pk__in=list(company_ids)).select_related("storefront")
    proofs = _proofs([row.pk for row in rows], on)
    return {row.pk: _supplier(row, proofs.get(row.pk, [])) for row in rows}


def _supplier(company: Company, proofs: list[tuple[int, Proof]]) -> Supplier:
    shop: Storefront | None = getattr(company, "storefront", None)
    return Supplier(
        id=company.pk, reference=company.reference, slug=shop.slug if shop else company.slug, name=company.name,
        names=company.names, kind=company.kind, country=company.country, region=company.region, town=company.town,
        founded_in=company.founded_in, people_count=company.people_count,
        response_minutes=shop.response_minutes if shop else None,
        trust=_trust(company, [proof for _, proof in proofs]),
    )  # fmt: skip


def _trust(company: Company, proofs: list[Proof]) -> Trust:
    identity = [proof for proof in proofs if proof.kind == "identity"]
    return Trust(
        listed_on=company.registered_at.date(),
        identity_checked_on=identity[-1].valid_from if identity else None,
        accreditations=tuple(proof for proof in proofs if proof.kind == "accreditation"),
        orders_shipped=sum(proof.kind == "shipment" for proof in proofs),
        certificates=tuple(proof for proof in proofs if proof.kind == "certificate"),
        flags=tuple(proof.scheme for proof in proofs if proof.kind == "flag"),
    )


def _as_publication(row: Any, supplier: Supplier, proofs: dict[int, Proof]) -> Publication:
    return Publication(
        id=row.pk, reference=row.reference, state=row.state, held_reason=row.held_reason, sku=row.sku,
        supplier=supplier, category=_shelf(row.category) if row.category else None,
        texts={text["language"]: _words(text) for text in row.texts_},
        hs6=row.hs6, tariff_codes={code["destination"]: Classification(**code) for code in row.codes_},
        origin_country=row.origin_country, origin_region=row.origin_region,
        preferences={one["agreement"]: _preference(one) for one in row.preferences_},
        price_lists=tuple(_prices(one) for one in row.prices_),
        unit=row.unit, moq=row.moq, order_multiple=row.order_multiple, lead_days=row.lead_days,
        capacity_per_month=row.capacity_per_month, in_stock=row.in_stock, sample=_sample(row), cargo=_cargo(row),
        photos=tuple(picture for photo in row.photos_ if (picture := _picture(photo))),
        photos_waiting=sum(not photo["variants"] and not photo["refused"] for photo in row.photos_),
        certificates=tuple(proofs[one] for one in row.evidence_ if one in proofs),
        shelf_life_days=row.shelf_life_days, storage_celsius=(row.storage_celsius_min, row.storage_celsius_max),
        producer=row.producer, gtin=row.gtin, un_number=row.un_number, attributes=row.attributes,
        readiness=row.readiness, added_at=row.added_at, changed_at=row.changed_at, published_at=row.published_at,
    )  # fmt: skip


def _words(text: dict[str, Any]) -> Text:
    reviewed = text.pop("reviewed_at") is not None
    specification = tuple((name, value) for name, value in text.pop("specification") or ())
    return Text(**text, specification=specification, reviewed=reviewed)


def _day(text: str | date | None) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else text


def _preference(row: dict[str, Any]) -> Preference:
    return Preference(row["agreement"], row["status"], row["proof"], _day(row["proof_on"]))


def _prices(row: dict[str, Any]) -> Prices:
    breaks = tuple(
        Break(_plain(one["min_quantity"]), _plain(one["unit_price"]), one["lead_days"]) for one in row["breaks"]
    )
    return Prices(
        row["incoterm"], row["place_name"], row["place_code"], row["currency"], _day(row["valid_until"]), breaks
    )


def _plain(text: str) -> Decimal:
    """A stored 24.800000 as 24.8: readers see what was typed."""
    value = Decimal(text).normalize()
    return value if value.as_tuple().exponent <= 0 else value.quantize(Decimal(1))  # type: ignore[operator]


def _picture(photo: dict[str, Any]) -> Picture | None:
    if not photo["variants"]:
        return None
    return picture_of(photo["variants"], photo["alt"] or {}, photo["file"])


def picture_of(variants: list[dict[str, Any]], alt: dict[str, str], file: str) -> Picture:
    """A picture from its stored variants, smallest first."""
    sizes = [
        Variant(one["width"], one["height"], store.media_url(one["hash"], one["media_type"]), one["media_type"])
        for one in variants
    ]
    return Picture(tuple(sorted(sizes, key=lambda size: size.width)), alt, file)


def _sample(row: Product) -> Sample | None:
    if row.sample_price is None:
        return None
    return Sample(row.sample_price, row.sample_currency, row.sample_quantity_max, row.sample_lead_days)


def _cargo(row: Product) -> Cargo:
    return Cargo(
        unit_net_kg=row.unit_net_kg, package=row.package, units_per_package=row.units_per_package,
        length_cm=row.package_length_cm, width_cm=row.package_width_cm, height_cm=row.package_height_cm,
        package_gross_kg=row.package_gross_kg, packages_per_pallet=row.packages_per_pallet,
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


def storefront(slug: str, *, on: date, also_closed: bool = False) -> Shop | None:
    """A storefront by its address; closed ones only for their own editor. Two statements."""
    published = Q(supplier__products__state=ProductState.PUBLISHED)
    rows = Storefront.objects.filter(slug=slug).select_related("supplier")
    photos = Photo.objects.filter(
        product__supplier=OuterRef("supplier"), product__state=ProductState.PUBLISHED
    ).exclude(variants=[])
    first = Subquery(photos.order_by("product", "position").values("variants")[:1])
    row = rows.annotate(published=Count("supplier__products", filter=published), first_=first).first()
    if row is None or (row.opened_at is None and not also_closed) or row.supplier.closed_at:
        return None
    proofs = _proofs([row.supplier_id], on).get(row.supplier_id, [])
    company = row.supplier
    company.storefront = row
    return _shop(row, _supplier(company, proofs))


def storefront_of(supplier: str, *, on: date) -> Shop | None:
    """A supplier's own storefront (company reference), open or closed."""
    slug = Storefront.objects.filter(supplier__reference=supplier).values_list("slug", flat=True).first()
    return storefront(slug, on=on, also_closed=True) if slug else None


def _shop(row: Any, supplier: Supplier) -> Shop:
    cover = picture_of(row.cover_variants, {}, row.cover_file) if row.cover_variants else None
    return Shop(
        reference=row.reference, slug=row.slug, supplier=supplier, open=row.opened_at is not None,
        headlines=row.headlines, stories=row.stories, capacity=row.capacity, palette=row.palette, motif=row.motif,
        cover=cover, shown=cover or (picture_of(row.first_, {}, "") if row.first_ else None),
        products=row.published,
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
