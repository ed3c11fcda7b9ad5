"""What a reader of the catalogue gets: frozen values, so that a template cannot load lazily."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fondouk.market.catalogue.rules import LANGUAGES, Break, Cargo, Load, break_at, load_of, named_quantity


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a product in one language."""

    language: str
    title: str
    slug: str = ""
    summary: str = ""
    description: str = ""
    composition: str = ""
    specification: tuple[tuple[str, str], ...] = ()
    source_language: str = ""
    by_machine: bool = False
    reviewed: bool = False

    @property
    def is_original(self) -> bool:
        """Written in this language, not translated."""
        return not self.source_language or self.source_language == self.language

    @property
    def is_public(self) -> bool:
        """May be offered to web crawlers: a person wrote or reviewed it."""
        return not self.by_machine or self.reviewed


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of a picture."""

    width: int
    height: int
    url: str
    media_type: str = "image/webp"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo ready to show, smallest size first."""

    variants: tuple[Variant, ...]
    alt: Mapping[str, str] = field(default_factory=dict)
    file: str = ""

    @property
    def drawing(self) -> Variant | None:
        """The picture as a drawing: light at every size."""
        return next((one for one in self.variants if one.media_type == "image/svg+xml"), None)

    def at_least(self, width: int) -> Variant:
        """The drawing where there is one, else the smallest variant that is wide enough, else the widest."""
        fit = next((one for one in self.variants if one.width >= width), self.variants[-1])
        return self.drawing or fit

    @property
    def srcset(self) -> str:
        """For an img element; empty where one file serves every size."""
        return "" if self.drawing else ", ".join(f"{one.url} {one.width}w" for one in self.variants)

    @property
    def preview(self) -> Variant:
        """For those who cannot show a drawing: the widest in pixels, else what there is."""
        return next((one for one in reversed(self.variants) if one is not self.drawing), self.variants[-1])


@dataclass(frozen=True, slots=True)
class Prices:
    """One price list."""

    incoterm: str
    place_name: str
    place_code: str
    currency: str
    valid_until: date | None
    breaks: tuple[Break, ...]

    @property
    def lowest(self) -> Decimal:
        """The price per unit at the largest quantity."""
        return self.breaks[-1].unit_price

    @property
    def highest(self) -> Decimal:
        """The price per unit at the smallest quantity."""
        return self.breaks[0].unit_price

    def at(self, quantity: Decimal) -> Break | None:
        """The price that holds for a quantity."""
        return break_at(self.breaks, quantity)


@dataclass(frozen=True, slots=True)
class Classification:
    """The full tariff code for one destination."""

    destination: str
    code: str
    classified_by: str = ""
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """What is said about origin under one agreement; `examined` where a bill of materials leads to it."""

    agreement: str
    status: str
    proof: str = ""
    proof_on: date | None = None
    examined: bool = False
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A public fact drawn from accepted evidence: certificate, identity, accreditation."""

    kind: str
    scheme: str
    issuer: str
    number: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Sample:
    """What a sample costs and when it is ready."""

    price: Decimal
    currency: str
    quantity_max: Decimal | None
    lead_days: int | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category, with the words of its heading of the Harmonized System."""

    code: str
    sector: str
    names: Mapping[str, str]
    synonyms: Mapping[str, list[str]]
    parent: str = ""
    parent_names: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""
    heading_names: Mapping[str, str] = field(default_factory=dict)
    heading_synonyms: Mapping[str, list[str]] = field(default_factory=dict)
    palette: str = "sand"
    motif: str = ""
    products: int = 0


@dataclass(frozen=True, slots=True)
class Trust:
    """Facts with dates; what is absent is simply not said."""

    listed_on: date
    identity_checked_on: date | None = None
    accreditations: tuple[Proof, ...] = ()
    orders_shipped: int = 0
    certificates: tuple[Proof, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who sells: what the public may know."""

    id: int
    reference: str
    slug: str
    name: str
    names: Mapping[str, str]
    kind: str
    country: str
    region: str
    town: str
    founded_in: int | None
    people_count: int | None
    response_minutes: int | None
    trust: Trust

    def called(self, language: str) -> str:
        """The name in the reader's script, if the company gave one."""
        return self.names.get(language) or self.name


@dataclass(frozen=True, slots=True)
class Publication:
    """A product as others see it, with everything a search card, a landed cost and a quotation need."""

    id: int
    reference: str
    state: str
    held_reason: str
    sku: str
    supplier: Supplier
    category: Shelf | None
    texts: Mapping[str, Text]
    hs6: str
    tariff_codes: Mapping[str, Classification]
    origin_country: str
    origin_region: str
    preferences: Mapping[str, Preference]
    price_lists: tuple[Prices, ...]
    unit: str
    moq: Decimal | None
    order_multiple: Decimal | None
    lead_days: int | None
    capacity_per_month: Decimal | None
    in_stock: Decimal | None
    sample: Sample | None
    cargo: Cargo
    photos: tuple[Picture, ...]
    photos_waiting: int
    certificates: tuple[Proof, ...]
    shelf_life_days: int | None
    storage_celsius: tuple[int | None, int | None]
    producer: str
    gtin: str
    un_number: str
    attributes: Mapping[str, Any]
    readiness: int
    added_at: datetime
    changed_at: datetime
    published_at: datetime | None
    stated: Mapping[str, Preference] = field(default_factory=dict)  # as the supplier said, before any examination

    @property
    def prices(self) -> Prices | None:
        """The price list shown first."""
        return self.price_lists[0] if self.price_lists else None

    @property
    def photo(self) -> Picture | None:
        """The first photo."""
        return self.photos[0] if self.photos else None

    @property
    def original(self) -> Text | None:
        """The text the supplier wrote."""
        return next((text for text in self.texts.values() if text.is_original), None)

    def text(self, language: str) -> Text:
        """The text in this language, else in the first of English, French and Arabic there is."""
        for wanted in (language, *LANGUAGES):
            if wanted in self.texts:
                return self.texts[wanted]
        return Text(language=language, title=self.reference)

    def load(self, quantity: Decimal) -> Load:
        """The quantity as it travels."""
        return load_of(self.cargo, quantity)

    @property
    def named_quantity(self) -> Decimal:
        """The quantity a card's unit cost is for."""
        return named_quantity(self.cargo, self.moq or Decimal(1), self.order_multiple)

    @property
    def path(self) -> str:
        """Its public address without locale prefix."""
        slug = self.text("en").slug or "product"
        return f"/p/{self.reference}/{slug}/"


@dataclass(frozen=True, slots=True)
class Shop:
    """A storefront."""

    reference: str
    slug: str
    supplier: Supplier
    open: bool
    headlines: Mapping[str, str]
    stories: Mapping[str, str]
    capacity: Mapping[str, str]
    palette: str
    motif: str
    cover: Picture | None
    shown: Picture | None  # the cover, else the first product's photo
    products: int

    def words(self, of: Mapping[str, str], language: str) -> tuple[str, str]:
        """(text, its language): in the reader's language, else in whichever there is."""
        for wanted in (language, *LANGUAGES):
            if of.get(wanted):
                return of[wanted], wanted
        return "", language
