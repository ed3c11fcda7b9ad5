"""Rows made from an entry: the editor and the bulk import write the same ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from fondouk.market.catalogue.entry import PhotoEntry, ProductEntry
from fondouk.market.catalogue.models import (
    Photo,
    PriceBreak,
    PriceList,
    Product,
    ProductCertificate,
    ProductPreference,
    ProductText,
    TariffCode,
)

_PLAIN_COLUMNS = (
    "sku", "hs6", "gtin", "producer", "origin_country", "origin_region", "unit", "moq", "order_multiple", "lead_days",
    "capacity_per_month", "in_stock", "sample_price", "sample_currency", "sample_quantity_max", "sample_lead_days",
    "shelf_life_days", "storage_celsius_min", "storage_celsius_max", "un_number",
)  # fmt: skip


def slug_of(title: str) -> str:
    """A title as the readable part of an address; Arabic letters stay."""
    text = unicodedata.normalize("NFKD", title)
    text = "".join(one for one in text if not unicodedata.combining(one)).lower()
    return re.sub(r"[^0-9a-z\u0621-\u064a]+", "-", text).strip("-")[:80].strip("-")


def columns_of(entry: ProductEntry, category_id: int | None) -> dict[str, Any]:
    """The product's own columns."""
    cargo = entry.cargo
    return {column: getattr(entry, column) for column in _PLAIN_COLUMNS} | {
        "category_id": category_id, "attributes": dict(entry.attributes), "unit_net_kg": cargo.unit_net_kg,
        "package": cargo.package, "units_per_package": cargo.units_per_package,
        "package_length_cm": cargo.length_cm, "package_width_cm": cargo.width_cm,
        "package_height_cm": cargo.height_cm, "package_gross_kg": cargo.package_gross_kg,
        "packages_per_pallet": cargo.packages_per_pallet,
    }  # fmt: skip


@dataclass
class Children:
    """Child rows waiting to be written, a table at a time."""

    rows: dict[type[models.Model], list[Any]] = field(default_factory=dict)

    def add(self, row: Any) -> None:
        """One more row."""
        self.rows.setdefault(type(row), []).append(row)

    def write(self) -> None:
        """One statement a table; price lists before their breaks."""
        for model in (ProductText, PriceList, PriceBreak, TariffCode, ProductPreference, ProductCertificate, Photo):
            if self.rows.get(model):
                model.objects.bulk_create(self.rows[model], batch_size=2000)

    def from_entry(self, product: Product, entry: ProductEntry, evidence_ids: Iterable[int]) -> None:
        """Texts, prices, codes, preferences and certificates of one product."""
        for language, text in entry.texts.items():
            self.add(
                ProductText(
                    product=product, language=language, title=text.title, slug=slug_of(text.title),
                    summary=text.summary, description=text.description, composition=text.composition,
                    specification=[list(pair) for pair in text.specification],
                    source_language=text.source_language, by_machine=text.by_machine,
                )
            )  # fmt: skip
        self._prices(product, entry)
        for destination, code in entry.tariff_codes.items():
            if code:
                self.add(
                    TariffCode(product=product, destination=destination, code=code, classified_by=entry.classified_by)
                )
        for agreement, said in entry.preferences.items():
            self.add(
                ProductPreference(
                    product=product, agreement=agreement, status=said.status, proof=said.proof, proof_on=said.proof_on
                )
            )
        for evidence_id in evidence_ids:
            self.add(ProductCertificate(product=product, evidence_id=evidence_id))

    def _prices(self, product: Product, entry: ProductEntry) -> None:
        if not (entry.incoterm and entry.currency and entry.place_name):
            return
        prices = PriceList(
            product=product, incoterm=entry.incoterm, place_name=entry.place_name, place_code=entry.place_code,
            currency=entry.currency, valid_until=entry.price_valid_until,
        )  # fmt: skip
        self.add(prices)
        for one in entry.breaks:
            self.add(
                PriceBreak(
                    price_list=prices, min_quantity=one.min_quantity, unit_price=one.unit_price, lead_days=one.lead_days
                )
            )

    def photos(self, product: Product, photos: Iterable[PhotoEntry], *, at: Any, by: str) -> None:
        """Photos that are already prepared."""
        for position, photo in enumerate(photos):
            self.add(
                Photo(
                    product=product, position=position, file=photo.file, alt=dict(photo.alt),
                    variants=[dict(one) for one in photo.variants], added_at=at, added_by=by,
                )
            )  # fmt: skip


def forget(product: Product) -> None:
    """Delete what an edit writes anew; photos stay."""
    PriceBreak.objects.filter(price_list__product=product).delete()
    for model in (ProductText, PriceList, TariffCode, ProductPreference, ProductCertificate):
        model.objects.filter(product=product).delete()
