"""Many products at once, a statement a table: spreadsheets, the API's batches, the demonstration's catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.tables import names
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.catalogue import rules
from fondouk.market.catalogue.entry import ImportRow
from fondouk.market.catalogue.models import Category, Product
from fondouk.market.catalogue.rows import Children, columns_of
from fondouk.market.catalogue.rules import ProductState
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company, Evidence


def import_products(*, rows: Sequence[ImportRow], by: Actor, at: datetime) -> str:
    """Write all rows or none; returns the import's reference. Raises Refused naming each row that cannot stand.

    A person imports for the company acted for; the marketplace itself (a seed) for any company.
    """
    companies = _companies(rows, by)
    category_ids = dict(Category.objects.values_list("code", "pk"))
    evidence_ids = _evidence(rows)
    batch = references.new("IMP")
    products, children, refusals = [], Children(), []
    for number, row in enumerate(rows, start=1):
        refusals += _refusals(row, number, companies, category_ids)
        if refusals:
            continue
        product = _product(row, companies[row.supplier], category_ids, by, at, batch)
        products.append(product)
        proofs = [evidence_ids[one] for one in row.entry.certificates if one in evidence_ids]
        children.from_entry(product, row.entry, proofs)
        children.photos(product, row.photos, at=at, by=by.label())
    if refusals:
        raise Refused(refusals[:200])
    names.give([one for one, row in zip(products, rows, strict=True) if not row.reference], "PRD")
    Product.objects.bulk_create(products, batch_size=1000)
    children.write()
    _record(products, by, at, batch)
    if any(one["media_type"] == "image/svg+xml" for row in rows for photo in row.photos for one in photo.variants):
        from fondouk.market.catalogue import tasks

        tasks.draw_rasters.configure(priority=tasks.LATER).defer(after=0)
    return batch


def _companies(rows: Sequence[ImportRow], by: Actor) -> dict[str, Company]:
    if by.is_system and by.company is None:
        wanted = {row.supplier for row in rows}
        return {company.reference: company for company in Company.objects.filter(reference__in=wanted)}
    company = standing.require(by, "catalogue.edit")
    return {company.reference: company}


def _evidence(rows: Sequence[ImportRow]) -> dict[str, int]:
    wanted = {reference for row in rows for reference in row.entry.certificates}
    return dict(Evidence.objects.filter(reference__in=wanted).values_list("reference", "pk"))


def _refusals(row: ImportRow, number: int, companies: dict[str, Company], categories: dict[str, int]) -> list[Refusal]:
    company = companies.get(row.supplier)
    if company is None:
        text = sentence("Row %(row)s: this supplier is not yours.")
        return [Refusal("import.supplier", text, {"row": number})]
    if row.entry.category and row.entry.category not in categories:
        text = sentence("Row %(row)s: there is no category “%(category)s”.")
        return [Refusal("import.category", text, {"row": number, "category": row.entry.category})]
    facts = row.entry.facts(photos_ready=len(row.photos), seller_country=company.country)
    found = rules.refusals_to_publish(facts) if row.published else rules.refusals_of_values(facts)
    return [Refusal(one.code, one.sentence, {**one.values, "row": number}, one.field) for one in found]


def _product(
    row: ImportRow, company: Company, categories: dict[str, int], by: Actor, at: datetime, batch: str
) -> Product:
    facts = row.entry.facts(
        photos_ready=len(row.photos), certificates=len(row.entry.certificates), seller_country=company.country
    )
    return Product(
        **({"reference": row.reference} if row.reference else {}), supplier=company,
        state=ProductState.PUBLISHED if row.published else ProductState.DRAFT,
        added_at=at, added_by=by.label(), changed_at=at, changed_by=by.label(),
        published_at=at if row.published else None, published_by=by.label() if row.published else "",
        readiness=rules.readiness(facts).score, imported_in=batch,
        **columns_of(row.entry, categories.get(row.entry.category)),
    )  # fmt: skip


def _record(products: Sequence[Product], by: Actor, at: datetime, batch: str) -> None:
    for verb, state in (("published", ProductState.PUBLISHED), ("added", ProductState.DRAFT)):
        subjects = [(one.reference, [one.supplier_id]) for one in products if one.state == state]
        if subjects:
            journal.record_many(f"catalogue.product.{verb}", subjects=subjects, by=by, at=at, within=batch)
