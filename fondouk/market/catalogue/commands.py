"""Every write of products and photos. Storefronts are in storefronts.py, bulk imports in imports.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue import bounds, queries, rules
from fondouk.market.catalogue.bills import (
    copy_bill,
    declare_origin,
    examine,
    part_bill,
    remind_of_bill,
    retire_bill,
    save_bill,
    use_bill,
    withdraw_declaration,
)
from fondouk.market.catalogue.copying import entry_of
from fondouk.market.catalogue.entry import ProductEntry
from fondouk.market.catalogue.imports import import_products
from fondouk.market.catalogue.models import BillUse, Category, Photo, Product
from fondouk.market.catalogue.rows import Children, columns_of, forget
from fondouk.market.catalogue.rules import ProductState, Verb
from fondouk.market.catalogue.shelves import load_categories, load_headings
from fondouk.market.catalogue.storefronts import (
    change_storefront,
    close_storefront,
    ensure_open,
    open_storefront,
    record_response_time,
)
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company, Evidence

RASTERS_AT_ONCE = 5  # each takes a good part of a second, and the transaction waits

__all__ = [
    "add_photo",
    "add_product",
    "archive_product",
    "change_product",
    "change_storefront",
    "close_storefront",
    "copy_bill",
    "declare_origin",
    "draw_rasters",
    "duplicate_product",
    "hold_product",
    "import_products",
    "load_categories",
    "load_headings",
    "open_storefront",
    "order_photos",
    "part_bill",
    "pause_product",
    "prepare_photo",
    "publish_product",
    "record_response_time",
    "release_product",
    "remind_of_bill",
    "remove_photo",
    "retire_bill",
    "save_bill",
    "use_bill",
    "withdraw_declaration",
]  # fmt: skip


def _own(reference: str, by: Actor, permission: str = "catalogue.edit") -> Product:
    """The product, locked, if the actor may act on it for its supplier; strangers learn nothing of it."""
    company = standing.require(by, permission)
    product = Product.objects.select_for_update().filter(reference=reference, supplier=company).first()
    if product is None:
        raise Refused(Refusal("product.unknown", sentence("There is no such product.")))
    return product


def _record(product: Product, verb: str, by: Actor, at: datetime, **data: object) -> Product:
    journal.record(
        f"catalogue.product.{verb}", subject=product.reference, within=product.reference,
        parties=[product.supplier_id], by=by, at=at, data=data,
    )  # fmt: skip
    return product


def _category_id(code: str) -> int | None:
    if not code:
        return None
    found = Category.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        raise Refused(Refusal("product.category", sentence("Choose one of the categories listed."), field="category"))
    return found


def _evidence_ids(company: Company, references: tuple[str, ...]) -> list[int]:
    rows = Evidence.objects.filter(company=company, reference__in=references, kind="certificate")
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _refuse_values(entry: ProductEntry, company: Company, at: datetime) -> None:
    found = rules.refusals_of_values(entry.facts(seller_country=company.country))
    refuse_if([*found, *bounds.refusals_of_entry(entry, at.date())])


def with_defaults(entry: ProductEntry, company: Company) -> ProductEntry:
    """What a maker need not say: FCA at its own town, made in its own country and region, in dollars."""
    home = not entry.incoterm
    return replace(
        entry,
        incoterm=entry.incoterm or "FCA",
        place_name=entry.place_name or (company.town if home or entry.incoterm in ("FCA", "EXW") else ""),
        currency=entry.currency or "USD",
        origin_country=entry.origin_country or company.country,
        origin_region=entry.origin_region or (company.region if not entry.origin_country else ""),
    )


def add_product(*, entry: ProductEntry, photos: tuple[str, ...] = (), by: Actor, at: datetime) -> Product:
    """A new draft; `photos` are references of received files. Only a title is needed."""
    company = standing.require(by, "catalogue.edit")
    entry = with_defaults(entry, company)
    if not any(text.title for text in entry.texts.values()):
        raise Refused(
            Refusal("product.missing.title", sentence("Write a title in at least one language."), field="title")
        )
    _refuse_values(entry, company, at)
    _refuse_known_sku(company, entry.sku, None)
    product = Product.objects.create(
        supplier=company, added_at=at, added_by=by.label(), changed_at=at, changed_by=by.label(),
        **columns_of(entry, _category_id(entry.category)),
    )  # fmt: skip
    _write_children(product, entry, company)
    for file in photos:
        _add_photo(product, file, by, at)
    _keep_readiness(product, at)
    return _record(product, "added", by, at)


def _refuse_known_sku(company: Company, sku: str, product: Product | None) -> None:
    rows = Product.objects.filter(supplier=company, sku=sku)
    if sku and (rows.exclude(pk=product.pk) if product else rows).exists():
        raise Refused(Refusal("product.sku", sentence("Another product has this number of yours."), field="sku"))


def _write_children(product: Product, entry: ProductEntry, company: Company) -> None:
    children = Children()
    children.from_entry(product, entry, _evidence_ids(company, entry.certificates))
    children.write()


def change_product(*, product: str, entry: ProductEntry, by: Actor, at: datetime) -> Product:
    """Everything an editor shows, at once. A published product must stay complete."""
    row = _own(product, by)
    refuse_if(rules.refusal_to_edit(ProductState(row.state)))
    company = row.supplier
    _refuse_values(entry, company, at)
    _refuse_known_sku(company, entry.sku, row)
    for column, value in columns_of(entry, _category_id(entry.category)).items():
        setattr(row, column, value)
    if row.state in (ProductState.PUBLISHED, ProductState.HELD):
        ready = Photo.objects.filter(product=row).exclude(variants=[]).count()
        refuse_if(rules.refusals_to_publish(entry.facts(photos_ready=ready, seller_country=company.country)))
    row.changed_at, row.changed_by = at, by.label()
    row.save()
    forget(row)
    _write_children(row, entry, company)
    _keep_readiness(row, at)
    if BillUse.objects.filter(product=row).exists():
        examine(row, by=by, at=at)  # another code or origin may fall under another rule
    return _record(row, "changed", by, at)


def _facts(product: Product, at: datetime) -> rules.ProductFacts:
    found = queries.publications([product.pk], states=list(ProductState), on=at.date())[0]
    return queries.facts_of(found, seller_country=product.supplier.country)


def _keep_readiness(product: Product, at: datetime) -> None:
    product.readiness = rules.readiness(_facts(product, at)).score
    product.save(update_fields=["readiness"])


def _move(product: Product, verb: Verb, by: Actor, at: datetime) -> None:
    state = ProductState(product.state)
    refuse_if(rules.refusal_to(verb, state))
    product.state = rules.TRANSITIONS[state][verb]
    product.changed_at, product.changed_by = at, by.label()


def publish_product(*, product: str, by: Actor, at: datetime) -> Product:
    """Show it to everyone. Raises Refused with everything that is missing, at once."""
    row = _own(product, by, "catalogue.publish")
    refuse_if(rules.refusal_to(Verb.PUBLISH, ProductState(row.state)))
    facts = _facts(row, at)
    refuse_if(rules.refusals_to_publish(facts))
    _move(row, Verb.PUBLISH, by, at)
    row.published_at, row.published_by = at, by.label()
    row.readiness = rules.readiness(facts).score
    row.save()
    ensure_open(row.supplier, by, at)
    return _record(row, "published", by, at)


def pause_product(*, product: str, by: Actor, at: datetime) -> Product:
    """Take it out of sight; publishing brings it back."""
    row = _own(product, by, "catalogue.publish")
    _move(row, Verb.PAUSE, by, at)
    row.save()
    return _record(row, "paused", by, at)


def archive_product(*, product: str, by: Actor, at: datetime) -> Product:
    """Put it away for good; orders and reviews keep pointing at it."""
    row = _own(product, by, "catalogue.publish")
    _move(row, Verb.ARCHIVE, by, at)
    row.sku = ""
    row.save()
    return _record(row, "archived", by, at)


def duplicate_product(*, product: str, by: Actor, at: datetime) -> Product:
    """A new draft with the same words, prices and photos; the supplier's own number is left empty."""
    row = _own(product, by)
    found = queries.publications([row.pk], states=list(ProductState), on=at.date())[0]
    entry = replace(entry_of(found, _certificates_of(row)), sku="")
    copy = add_product(entry=entry, by=by, at=at)
    photos = Photo.objects.filter(product=row)
    Photo.objects.bulk_create(
        Photo(product=copy, position=one.position, file=one.file, alt=one.alt, variants=one.variants,
              refused=one.refused, added_at=at, added_by=by.label())
        for one in photos
    )  # fmt: skip
    _keep_readiness(copy, at)
    return copy


def _certificates_of(product: Product) -> tuple[str, ...]:
    return tuple(product.certificates.values_list("evidence__reference", flat=True))


def hold_product(*, product: str, reason: str, by: Actor, at: datetime) -> Product:
    """The operator takes a published product out of sight, with a reason the supplier reads."""
    row = _moderated(product, by)
    if not reason.strip():
        raise Refused(
            Refusal("product.hold.reason", sentence("Give the reason: the supplier will read it."), field="reason")
        )
    _move(row, Verb.HOLD, by, at)
    row.held_reason = reason.strip()[:300]
    row.save()
    return _record(row, "held", by, at)


def release_product(*, product: str, by: Actor, at: datetime) -> Product:
    """The operator shows a held product again."""
    row = _moderated(product, by)
    _move(row, Verb.RELEASE, by, at)
    row.held_reason = ""
    row.save()
    return _record(row, "released", by, at)


def _moderated(reference: str, by: Actor) -> Product:
    standing.require(by, "listings.moderate")
    product = Product.objects.select_for_update().filter(reference=reference).first()
    if product is None:
        raise Refused(Refusal("product.unknown", sentence("There is no such product.")))
    return product


def add_photo(*, product: str, file: str, by: Actor, at: datetime) -> Product:
    """Attach a received file as the last photo; the worker prepares it."""
    row = _own(product, by)
    refuse_if(rules.refusal_to_edit(ProductState(row.state)))
    if Photo.objects.filter(product=row, refused="").count() >= rules.PHOTOS_MAX:
        text = sentence("At most %(max)s photos a product: remove one first.")
        raise Refused(Refusal("product.photos.many", text, {"max": rules.PHOTOS_MAX}, "photos"))
    _add_photo(row, file, by, at)
    row.changed_at, row.changed_by = at, by.label()
    row.save(update_fields=["changed_at", "changed_by"])
    return _record(row, "changed", by, at, fields=["photos"])


def _add_photo(product: Product, file: str, by: Actor, at: datetime) -> None:
    from fondouk.market.catalogue import tasks

    known = store.find(file)
    if known is None or known.kind != "photo" or known.owner != product.supplier_id:
        raise Refused(Refusal("product.photo.unknown", sentence("Choose the photo again."), field="photos"))
    if Photo.objects.filter(product=product, file=file).exists():
        return
    last = Photo.objects.filter(product=product).count()
    Photo.objects.create(
        product=product, file=file, position=last, variants=list(known.variants), added_at=at, added_by=by.label()
    )
    if known.state == "RECEIVED":
        tasks.prepare_photo.defer(file=file)


def prepare_photo(*, file: str, by: Actor, at: datetime) -> None:
    """Draw the sizes of a received photo and show them wherever it hangs; a refused one says why. Idempotent."""
    waiting = Photo.objects.select_for_update().filter(file=file, variants=[], refused="")
    photos = list(waiting.select_related("product").order_by("pk"))
    ready = store.prepare(file)
    Photo.objects.filter(pk__in=[one.pk for one in photos]).update(variants=list(ready.variants), refused=ready.refusal)
    for photo in photos:
        _keep_readiness(photo.product, at)
        _record(photo.product, "changed", by, at, fields=["photos"])


def draw_rasters(*, after: int, by: Actor, at: datetime) -> str | None:  # noqa: ARG001
    """Give the next drawings their pixels; returns the key to go on from, None when all have them. Idempotent."""
    waiting = Photo.objects.filter(pk__gt=after, variants__0__media_type="image/svg+xml", variants__1__isnull=True)
    photos = list(waiting.order_by("pk")[:RASTERS_AT_ONCE])
    for photo in photos:
        photo.variants = [*photo.variants, *store.publish_rasters(photo.variants[0])]
    Photo.objects.bulk_update(photos, ["variants"])
    return str(photos[-1].pk) if photos else None


def remove_photo(*, product: str, file: str, by: Actor, at: datetime) -> Product:
    """Take a photo away; a published product keeps at least one."""
    row = _own(product, by)
    ready = Photo.objects.filter(product=row).exclude(variants=[])
    if row.state == ProductState.PUBLISHED and not ready.exclude(file=file).exists():
        text = sentence("A published product keeps one photo: add the new one first.")
        raise Refused(Refusal("product.photo.last", text, field="photos"))
    Photo.objects.filter(product=row, file=file).delete()
    _keep_readiness(row, at)
    return _record(row, "changed", by, at, fields=["photos"])


def order_photos(*, product: str, files: tuple[str, ...], by: Actor, at: datetime) -> Product:
    """Put the photos in this order; the first is the one on the card."""
    row = _own(product, by)
    photos = {photo.file: photo for photo in Photo.objects.filter(product=row)}
    wanted = [file for file in files if file in photos] + [file for file in photos if file not in files]
    for position, file in enumerate(wanted):
        photos[file].position = position
    Photo.objects.bulk_update(photos.values(), ["position"])
    return _record(row, "changed", by, at, fields=["photos"])
