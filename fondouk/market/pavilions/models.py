"""A country's pavilion: its texts, the agency's collections and missions. It is public only under an agreement."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import country_code, reference_code
from fondouk.market.companies.models import Company


class Pavilion(models.Model):
    """One page for what a country exports. Texts are {language: {headline, lead}}, regions {code: {language: text}}."""

    reference = reference_code("PAV")
    slug = models.SlugField(max_length=40, unique=True)
    country = country_code(unique=True)
    texts = models.JSONField(default=dict)
    regions = models.JSONField(default=dict)
    cover = models.CharField(max_length=20, blank=True, default="")  # the product whose photo stands at the top
    featured: ClassVar[Any] = ArrayField(models.CharField(max_length=80), default=list)  # storefronts shown first
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=40)

    class Meta:
        db_table = "pavilion"


class Collection(models.Model):
    """Products an agency puts together. Texts are {language: {title, second}}; the first product gives the picture."""

    reference = reference_code("COL")
    pavilion = models.ForeignKey(Pavilion, models.CASCADE, related_name="collections")
    agency = models.ForeignKey(Company, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    texts = models.JSONField(default=dict)
    products: ClassVar[Any] = ArrayField(models.CharField(max_length=20), default=list)
    position = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)

    class Meta:
        db_table = "collection"
        constraints: ClassVar = [models.UniqueConstraint(fields=["pavilion", "slug"], name="collection_slug_once")]


class Mission(models.Model):
    """A trade mission: where, when, until when buyers may ask to meet. Texts are {language: {title, second}}."""

    reference = reference_code("MIS")
    pavilion = models.ForeignKey(Pavilion, models.CASCADE, related_name="missions")
    agency = models.ForeignKey(Company, models.PROTECT, related_name="+")
    texts = models.JSONField(default=dict)
    place = models.CharField(max_length=5)
    from_on = models.DateField()
    until_on = models.DateField()
    announced_at = models.DateTimeField()
    announced_by = models.CharField(max_length=40)

    class Meta:
        db_table = "mission"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="mission_ends_after_it_begins")
        ]
