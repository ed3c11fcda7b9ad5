"""The pavilion as everybody reads it: nothing at all while no agreement is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from fondouk.engines.places import gazetteer
from fondouk.market.agencies import queries as agencies
from fondouk.market.agencies.queries import AgreementCard
from fondouk.market.pavilions.models import Collection, Mission, Pavilion


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """A collection in one language; `products` in the agency's order."""

    reference: str
    slug: str
    title: str
    second: str
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionCard:
    """A mission in one language."""

    reference: str
    title: str
    second: str
    place: str
    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class PavilionPage:
    """A pavilion in one language, with the agreements it stands on."""

    reference: str
    slug: str
    country: str
    name: str
    lead: str
    agreements: tuple[AgreementCard, ...]
    regions: Mapping[str, str]
    cover: str = ""
    featured: tuple[str, ...] = ()
    collections: tuple[CollectionCard, ...] = ()
    missions: tuple[MissionCard, ...] = ()


def pavilion(slug: str, *, language: str, on: date) -> PavilionPage | None:
    """The page of a slug, or None where there is none or no agreement is in force. Two statements."""
    row: Any = _whole().filter(slug=slug).values().first()
    agreements = agencies.in_force(row["country"], on=on) if row else []
    if row is None or not agreements:
        return None
    missions = [one for one in row["its_missions"] if date.fromisoformat(one["until_on"]) >= on]
    return PavilionPage(
        reference=row["reference"], slug=row["slug"], country=row["country"],
        name=gazetteer.country_name(row["country"], language), lead=_text(row["texts"], language, "lead"),
        agreements=tuple(agreements),
        regions={code: texts.get(language) or texts.get("en", "") for code, texts in row["regions"].items()},
        cover=row["cover"], featured=tuple(row["featured"]),
        collections=tuple(_collection(one, language) for one in row["its_collections"]),
        missions=tuple(_mission(one, language) for one in missions),
    )  # fmt: skip


def _whole() -> QuerySet[Pavilion]:
    """Pavilions with their collections and missions, in order, as JSON."""
    collections = Collection.objects.filter(pavilion=OuterRef("pk")).order_by("position", "id")
    missions = Mission.objects.filter(pavilion=OuterRef("pk")).order_by("from_on", "id")
    return Pavilion.objects.annotate(
        its_collections=ArraySubquery(
            collections.values(row=JSONObject(reference="reference", slug="slug", texts="texts", products="products"))
        ),
        its_missions=ArraySubquery(
            missions.values(
                row=JSONObject(
                    reference="reference", texts="texts", place="place", from_on="from_on", until_on="until_on"
                )
            )
        ),
    )


def open_pavilions(*, language: str, on: date) -> list[PavilionPage]:
    """Every pavilion that is public on a day, without its collections and missions. Two statements and more."""
    open_to = agencies.countries_in_force(on=on)
    rows = Pavilion.objects.filter(country__in=open_to).order_by("slug")
    return [
        PavilionPage(
            row.reference, row.slug, row.country, gazetteer.country_name(row.country, language),
            _text(row.texts, language, "lead"), tuple(agencies.in_force(row.country, on=on)), {},
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A country's page as its agency edits it: the words in every language."""

    slug: str
    leads: Mapping[str, str]
    cover: str
    featured: tuple[str, ...]


def draft(country: str) -> Draft:
    """What stands on a country's page, whether or not it is open; empty where there is none yet."""
    row = Pavilion.objects.filter(country=country).first()
    if row is None:
        return Draft("", {}, "", ())
    return Draft(row.slug, {code: text.get("lead", "") for code, text in row.texts.items()}, row.cover,
                 tuple(row.featured))  # fmt: skip


def _text(texts: Mapping[str, Mapping[str, str]], language: str, key: str) -> str:
    for code in (language, "en", "fr", "ar"):
        if found := texts.get(code, {}).get(key):
            return found
    return ""


def _collection(row: Mapping[str, Any], language: str) -> CollectionCard:
    title, second = _text(row["texts"], language, "title"), _text(row["texts"], language, "second")
    return CollectionCard(row["reference"], row["slug"], title, second, tuple(row["products"]))


def _mission(row: Mapping[str, Any], language: str) -> MissionCard:
    title, second = _text(row["texts"], language, "title"), _text(row["texts"], language, "second")
    begins, ends = date.fromisoformat(row["from_on"]), date.fromisoformat(row["until_on"])
    return MissionCard(row["reference"], title, second, row["place"], begins, ends)
