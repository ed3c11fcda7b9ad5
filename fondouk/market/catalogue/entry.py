"""What somebody enters about a product: the editor's form, a spreadsheet's row, an API's body. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.market.catalogue.rules import Break, Cargo, ProductFacts


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Words in one language; `source_language` where they are a translation."""

    title: str
    summary: str = ""
    description: str = ""
    composition: str = ""
    specification: tuple[tuple[str, str], ...] = ()
    source_language: str = ""
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class PreferenceEntry:
    """A statement of origin under one agreement."""

    status: str
    proof: str = ""
    proof_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """A photo that is already prepared: its file and its public variants."""

    file: str
    variants: tuple[Mapping[str, Any], ...]
    alt: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProductEntry:
    """Everything a supplier can say about a product; all but one title may be absent in a draft."""

    texts: Mapping[str, TextEntry] = field(default_factory=dict)
    sku: str = ""
    category: str = ""
    hs6: str = ""
    tariff_codes: Mapping[str, str] = field(default_factory=dict)  # {destination: digits}
    classified_by: str = ""
    gtin: str = ""
    producer: str = ""
    origin_country: str = ""
    origin_region: str = ""
    preferences: Mapping[str, PreferenceEntry] = field(default_factory=dict)  # {agreement: …}
    incoterm: str = ""
    place_name: str = ""
    place_code: str = ""
    currency: str = ""
    price_valid_until: date | None = None
    breaks: tuple[Break, ...] = ()
    unit: str = ""
    moq: Decimal | None = None
    order_multiple: Decimal | None = None
    lead_days: int | None = None
    capacity_per_month: Decimal | None = None
    in_stock: Decimal | None = None
    sample_price: Decimal | None = None
    sample_currency: str = ""
    sample_quantity_max: Decimal | None = None
    sample_lead_days: int | None = None
    cargo: Cargo = field(default_factory=Cargo)
    shelf_life_days: int | None = None
    storage_celsius_min: int | None = None
    storage_celsius_max: int | None = None
    un_number: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    certificates: tuple[str, ...] = ()  # references of the supplier's evidence

    def facts(
        self, *, photos_ready: int = 0, photos_waiting: int = 0, certificates: int = 0, seller_country: str = "MA"
    ) -> ProductFacts:
        """What the rules look at."""
        return ProductFacts(
            titles={language: text.title for language, text in self.texts.items()},
            summaries={language: text.summary for language, text in self.texts.items()},
            photos_ready=photos_ready, photos_waiting=photos_waiting, category=self.category, unit=self.unit,
            moq=self.moq, order_multiple=self.order_multiple, incoterm=self.incoterm, place_name=self.place_name,
            place_code=self.place_code, currency=self.currency, breaks=self.breaks,
            origin_country=self.origin_country, origin_region=self.origin_region, hs6=self.hs6,
            tariff_codes=dict(self.tariff_codes),
            preference_known=any(one.status != "UNKNOWN" for one in self.preferences.values()),
            lead_days=self.lead_days, unit_net_kg=self.cargo.unit_net_kg,
            package_known=self.cargo.package_m3 is not None and self.cargo.package_gross_kg is not None,
            capacity_per_month=self.capacity_per_month, certificates=certificates,
            shelf_life_days=self.shelf_life_days, seller_country=seller_country,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One product of a bulk import. `reference` may be given where it must come out the same each time."""

    supplier: str  # company reference
    entry: ProductEntry
    photos: tuple[PhotoEntry, ...] = ()
    published: bool = False
    reference: str = ""
