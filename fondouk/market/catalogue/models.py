"""What suppliers offer: categories, products with texts, prices, codes, photos and certificates; storefronts.

All of it is public reading once published; drafts are kept from others by the queries, which scope by supplier.
Prices must fall as quantities rise: a rule, and a deferred trigger in migration 0002.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import (
    amount_of_unit,
    country_code,
    currency_code,
    reference_code,
    state_column,
    unit_code,
    unit_price,
)
from fondouk.market.catalogue import rules
from fondouk.market.catalogue.bill_models import (
    BillCost,
    BillMaterial,
    BillOfMaterials,
    BillUse,
    OriginDeclaration,
    ProductOrigin,
)
from fondouk.market.catalogue.incoterms import Incoterm
from fondouk.market.companies.models import Company, Evidence

__all__ = [
    "BillCost", "BillMaterial", "BillOfMaterials", "BillUse", "Category", "HsHeading", "OriginDeclaration", "Photo",
    "PriceBreak", "PriceList", "Product", "ProductCertificate", "ProductOrigin", "ProductPreference", "ProductText",
    "Storefront", "TariffCode",
]  # fmt: skip
_LANGUAGES = [(language, language) for language in rules.LANGUAGES]
_PREFERENCES = [(status.value, status.value) for status in rules.PreferenceStatus]
_INCOTERMS = [(term.value, term.value) for term in Incoterm]


class HsHeading(models.Model):
    """A heading of the Harmonized System (4 digits) with the words people search by, in three languages."""

    code = models.CharField(max_length=6, unique=True)
    names = models.JSONField(default=dict)  # {language: name}
    synonyms = models.JSONField(default=dict, blank=True)  # {language: [word]}

    def __str__(self) -> str:
        return self.code


class Category(models.Model):
    """A shelf of the marketplace; `sector` names the one of the ten sectors it stands in."""

    code = models.SlugField(max_length=40, unique=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    sector = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    names = models.JSONField(default=dict)  # {language: name}
    synonyms = models.JSONField(default=dict, blank=True)  # {language: [word]}
    heading = models.ForeignKey(HsHeading, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    palette = models.CharField(max_length=12, default="sand")  # of the placeholder photo, see look/tokens
    motif = models.CharField(max_length=30, blank=True, default="")  # the object drawn on a placeholder photo
    schema = models.JSONField(default=dict, blank=True)  # JSON Schema of Product.attributes

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "code"]

    def __str__(self) -> str:
        return self.code


class Product(models.Model):
    """One thing a supplier offers, at a price list, from a quantity on."""

    reference = reference_code("PRD")
    supplier = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="products")
    sku = models.CharField(max_length=40, blank=True, default="")  # the supplier's own number
    state = state_column(rules.ProductState, rules.ProductState.DRAFT)
    held_reason = models.CharField(max_length=300, blank=True, default="")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="products")
    hs6 = models.CharField(max_length=6, blank=True, default="")
    gtin = models.CharField(max_length=14, blank=True, default="")
    producer = models.CharField(max_length=120, blank=True, default="")  # where not the supplier itself
    origin_country = country_code(blank=True, default="")  # non-preferential origin
    origin_region = models.CharField(max_length=6, blank=True, default="")  # ISO 3166-2
    unit = unit_code(blank=True, default="")
    moq = amount_of_unit(null=True, blank=True)
    order_multiple = amount_of_unit(null=True, blank=True)
    lead_days = models.PositiveSmallIntegerField(null=True, blank=True)
    capacity_per_month = amount_of_unit(null=True, blank=True)
    in_stock = amount_of_unit(null=True, blank=True)
    sample_price = unit_price(null=True, blank=True)
    sample_currency = currency_code(blank=True, default="")
    sample_quantity_max = amount_of_unit(null=True, blank=True)
    sample_lead_days = models.PositiveSmallIntegerField(null=True, blank=True)
    unit_net_kg = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    package = models.CharField(max_length=2, blank=True, default="")  # UN/CEFACT Rec 21
    units_per_package = amount_of_unit(null=True, blank=True)
    package_length_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    package_width_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    package_height_cm = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    package_gross_kg = models.DecimalField(max_digits=10, decimal_places=3, null=True, blank=True)
    packages_per_pallet = models.PositiveSmallIntegerField(null=True, blank=True)
    shelf_life_days = models.PositiveIntegerField(null=True, blank=True)
    storage_celsius_min = models.SmallIntegerField(null=True, blank=True)
    storage_celsius_max = models.SmallIntegerField(null=True, blank=True)
    un_number = models.CharField(max_length=4, blank=True, default="")  # dangerous goods
    attributes = models.JSONField(default=dict, blank=True)
    readiness = models.PositiveSmallIntegerField(default=0)  # 0–100, kept by the commands
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=24)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=24, blank=True, default="")
    imported_in = models.CharField(max_length=24, blank=True, default="")  # reference of the import

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supplier", "sku"], condition=~Q(sku=""), name="product_sku_once"),
            models.CheckConstraint(condition=Q(moq=None) | Q(moq__gt=0), name="product_moq_positive"),
            models.CheckConstraint(condition=Q(hs6="") | Q(hs6__regex=r"^[0-9]{6}$"), name="product_hs6_six_digits"),
            models.CheckConstraint(condition=~Q(state="HELD") | ~Q(held_reason=""), name="product_held_with_reason"),
            models.CheckConstraint(
                condition=~Q(state="PUBLISHED")
                | (
                    Q(published_at__isnull=False, category__isnull=False, moq__isnull=False)
                    & ~Q(unit="")
                    & ~Q(origin_country="")
                ),
                name="product_published_is_complete",
            ),
        ]
        indexes = [
            models.Index(fields=["supplier", "state", "-changed_at"], name="product_of_supplier"),
            models.Index(fields=["state", "category"], name="product_by_category"),
        ]

    def __str__(self) -> str:
        return self.reference


class ProductText(models.Model):
    """The words of a product in one language; a translation names its source and how it was made."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2, choices=_LANGUAGES)
    title = models.CharField(max_length=rules.TITLE_LENGTH_MAX)
    slug = models.CharField(max_length=140, blank=True, default="")
    summary = models.CharField(max_length=400, blank=True, default="")
    description = models.TextField(max_length=8000, blank=True, default="")
    composition = models.CharField(max_length=400, blank=True, default="")
    specification = models.JSONField(default=list, blank=True)  # [[name, value]] in this language
    source_language = models.CharField(max_length=2, blank=True, default="")  # empty: written in this language
    by_machine = models.BooleanField(default=False)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "language"], name="product_text_once")]

    def __str__(self) -> str:
        return self.title


class PriceList(models.Model):
    """An Incoterms rule with its named place, a currency and an end date; position 0 is the one shown first."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="price_lists")
    position = models.PositiveSmallIntegerField(default=0)
    incoterm = models.CharField(max_length=3, choices=_INCOTERMS)
    place_name = models.CharField(max_length=80)
    place_code = models.CharField(max_length=5, blank=True, default="")  # UN/LOCODE
    currency = currency_code()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "position"], name="price_list_position_once")]

    def __str__(self) -> str:
        return f"{self.incoterm} {self.place_name} {self.currency}"


class PriceBreak(models.Model):
    """From this quantity on, this price per unit."""

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="breaks")
    min_quantity = amount_of_unit()
    unit_price = unit_price()
    lead_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["min_quantity"]
        constraints = [
            models.UniqueConstraint(fields=["price_list", "min_quantity"], name="price_break_quantity_once"),
            models.UniqueConstraint(fields=["price_list", "unit_price"], name="price_break_price_once"),
            models.CheckConstraint(condition=Q(min_quantity__gt=0, unit_price__gt=0), name="price_break_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.min_quantity} → {self.unit_price}"


class TariffCode(models.Model):
    """The full code in one destination's schedule: who classified, and the ruling if there is one."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="tariff_codes")
    destination = models.CharField(max_length=2)
    code = models.CharField(max_length=10)
    classified_by = models.CharField(max_length=120, blank=True, default="")
    ruling = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "destination"], name="tariff_code_once"),
            models.CheckConstraint(condition=Q(code__regex=r"^[0-9]{8}([0-9]{2})?$"), name="tariff_code_digits"),
        ]

    def __str__(self) -> str:
        return f"{self.destination} {self.code}"


class ProductPreference(models.Model):
    """What the supplier says about preferential origin under one agreement, and its proof."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="preferences")
    agreement = models.CharField(max_length=12)  # US-MA, CA-GPT, EU-MA
    status = models.CharField(max_length=16, choices=_PREFERENCES)
    proof = models.CharField(max_length=160, blank=True, default="")
    proof_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "agreement"], name="product_preference_once")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.status}"


class Photo(models.Model):
    """A photo of a product; `variants` is filled when the worker has made them, and only then is it shown."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField(default=0)
    file = models.CharField(max_length=24)  # reference in the files engine
    alt = models.JSONField(default=dict, blank=True)  # {language: what is seen}
    variants = models.JSONField(default=list, blank=True)  # [{width, height, hash, media_type}]
    refused = models.CharField(max_length=200, blank=True, default="")  # code of the refusal, if any
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["product", "file"], name="photo_file_once")]
        indexes = [models.Index(fields=["file"], name="photo_by_file")]

    def __str__(self) -> str:
        return self.file


class ProductCertificate(models.Model):
    """A certificate of the supplier that covers this product; shown while its evidence is accepted and not expired."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="certificates")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "evidence"], name="product_certificate_once")]

    def __str__(self) -> str:
        return f"{self.product_id} {self.evidence_id}"


class Storefront(models.Model):
    """A supplier's public site, open or closed."""

    reference = reference_code("SHP")
    supplier = models.OneToOneField(Company, on_delete=models.PROTECT, related_name="storefront")
    slug = models.SlugField(max_length=80, unique=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.CharField(max_length=24, blank=True, default="")
    palette = models.CharField(max_length=12, default="sand")
    motif = models.CharField(max_length=30, blank=True, default="")
    cover_file = models.CharField(max_length=24, blank=True, default="")
    cover_variants = models.JSONField(default=list, blank=True)
    headlines = models.JSONField(default=dict, blank=True)  # {language: one line}
    stories = models.JSONField(default=dict, blank=True)  # {language: some paragraphs}
    capacity = models.JSONField(default=dict, blank=True)  # {language: what can be made in a month}
    response_minutes = models.PositiveIntegerField(null=True, blank=True)  # median of first answers
    response_count = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(response_minutes=None) | Q(response_count__gt=0), name="storefront_response_counted"
            ),
        ]
        indexes = [models.Index(F("opened_at").desc(nulls_last=True), name="storefront_opened")]

    def __str__(self) -> str:
        return self.slug
