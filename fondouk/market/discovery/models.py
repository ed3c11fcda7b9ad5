"""What can be found: one listing per public product, and the searches people saved."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from fondouk.engines.tables.columns import reference_code, state_column
from fondouk.market.companies.models import Company, Person
from fondouk.market.discovery.rules import Alert


class Listing(models.Model):
    """A public product as pages read it; written only by this noun's reader, deleted once not public.

    `document` is the search document, `cards` the texts of the card per language, `landed` the landed cost per market
    code, `shipments` what those costs are for, `needs` what they were computed from, `inputs` the stamp of all that:
    unchanged, nothing is written or told. `place` orders browsing: the weight, less for each of its family before it.
    """

    product = models.CharField(max_length=20, unique=True)
    supplier = models.ForeignKey(Company, models.CASCADE, related_name="+")
    category = models.CharField(max_length=40)
    sector = models.CharField(max_length=40, blank=True)
    region = models.CharField(max_length=10, blank=True)
    heading = models.CharField(max_length=4, blank=True)
    document = models.JSONField()
    cards = models.JSONField()
    landed = models.JSONField(default=dict)
    shipments = models.JSONField(default=dict)
    needs: ClassVar[Any] = ArrayField(models.CharField(max_length=24), default=list)
    weight = models.FloatField(default=1.0)
    place = models.FloatField(default=0.0)
    inputs = models.CharField(max_length=32)
    published_at = models.DateTimeField()
    made_at = models.DateTimeField()
    checked_on = models.DateField(db_index=True)

    class Meta:
        db_table = "listing"
        indexes: ClassVar = [
            models.Index(models.F("place").desc(), "id", name="listing_place"),
            models.Index("category", models.F("place").desc(), "id", name="listing_category_place"),
            models.Index("sector", models.F("place").desc(), "id", name="listing_sector_place"),
            models.Index("region", models.F("place").desc(), "id", name="listing_region_place"),
            models.Index("supplier", models.F("weight").desc(), "id", name="listing_supplier"),
            models.Index("heading", "id", name="listing_heading"),
            models.Index(models.F("published_at").desc(), "id", name="listing_newest"),
        ]


class SupplierFront(models.Model):
    """A supplier with an open storefront as the search for suppliers reads it; written only by this noun's reader.

    `named` are the keys of its names, `keys` those of all that may be asked of it, goods included; `tags` are its
    facets ("region:MA-09"); `card` is what a row shows.
    """

    supplier = models.OneToOneField(Company, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    named: ClassVar[Any] = ArrayField(models.CharField(max_length=80), default=list)
    keys: ClassVar[Any] = ArrayField(models.CharField(max_length=80), default=list)
    tags: ClassVar[Any] = ArrayField(models.CharField(max_length=60), default=list)
    card = models.JSONField()
    weight = models.FloatField(default=0.0)
    products = models.PositiveIntegerField(default=0)
    checked_on = models.DateField()

    class Meta:
        db_table = "supplier_front"
        indexes: ClassVar = [
            GinIndex(fields=["keys"], name="supplier_front_keys"),
            GinIndex(fields=["tags"], name="supplier_front_tags"),
            models.Index(models.F("weight").desc(), "id", name="supplier_front_browse"),
            models.Index(fields=["checked_on"], name="supplier_front_checked"),
        ]


class SavedSearch(models.Model):
    """A search a person keeps, with the alert they asked for."""

    reference = reference_code("SVS")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1000)
    language = models.CharField(max_length=2)
    market = models.CharField(max_length=5)
    alert = state_column(Alert, Alert.NONE)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=40)
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "saved_search"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "query", "market"], name="saved_search_once")
        ]


class SavedProduct(models.Model):
    """A product a person keeps, with a note for themselves; it stays in the list when it is no longer offered."""

    reference = reference_code("SVP")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    product = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=40)

    class Meta:
        db_table = "saved_product"
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "product"], name="saved_product_once")]
