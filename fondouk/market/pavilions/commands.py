"""The agency opens its country's pavilion and curates it; every write asks that its agreement is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.utils.text import slugify

from fondouk.engines.events import journal
from fondouk.engines.places import gazetteer
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.agencies import queries as agencies
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.companies import queries as companies
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.pavilions import rules
from fondouk.market.pavilions.models import Collection, Mission, Pavilion

Texts = Mapping[str, Mapping[str, str]]


def open_pavilion(
    *, country: str, slug: str, texts: Texts, by: Actor, at: datetime, regions: Texts | None = None
) -> Pavilion:
    """Write the country's page for the first time, or again."""
    agency = _curating(country, by, at)
    refuse_if(rules.refusals_of_texts(texts, needs="lead"))
    row, _made = Pavilion.objects.update_or_create(
        country=country,
        defaults={"slug": slug, "texts": texts, "regions": regions or {}},
        create_defaults={
            "slug": slug, "texts": texts, "regions": regions or {}, "opened_at": at, "opened_by": by.label(),
        },
    )  # fmt: skip
    _record("pavilions.pavilion.written", row.reference, agency, by, at)
    return row


def write_pavilion(
    *, country: str, texts: Texts, cover: str, featured: Sequence[str], by: Actor, at: datetime
) -> Pavilion:
    """The agency's editor: introduction in up to three languages, cover product, storefronts shown first.

    Opens the page where the country has none yet. Raises Refused with everything that is wrong.
    """
    agency = _curating(country, by, at)
    known = not cover or bool(catalogue.publications(references=[cover], on=at.date()))
    accredited = [one.slug for one in companies.accredited_by(agency.pk) if not one.until or one.until >= at.date()]
    chosen = list(dict.fromkeys(featured))
    refuse_if(rules.refusals_of_page(texts, cover_known=known, featured=chosen, accredited=accredited))
    row = Pavilion.objects.select_for_update().filter(country=country).first()
    if row is None:
        slug = slugify(gazetteer.country_name(country, "en"))
        row = Pavilion(country=country, slug=slug, opened_at=at, opened_by=by.label())
    written = {code: {**row.texts.get(code, {}), **texts.get(code, {})} for code in rules.LANGUAGES}
    for column, value in {"texts": written, "cover": cover, "featured": chosen}.items():
        setattr(row, column, value)
    row.save()
    _record("pavilions.pavilion.written", row.reference, agency, by, at)
    return row


def arrange_collection(
    *, pavilion: str, slug: str, texts: Texts, products: Sequence[str], by: Actor, at: datetime, position: int = 0
) -> Collection:
    """Put products (references) together under a title; the same slug again replaces it."""
    page = _pavilion(pavilion)
    agency = _curating(page.country, by, at)
    refuse_if(rules.refusals_of_texts(texts, needs="title"))
    columns = {"texts": texts, "products": list(products), "position": position}
    made = {**columns, "agency": agency, "made_at": at, "made_by": by.label()}
    row, _made = Collection.objects.update_or_create(pavilion=page, slug=slug, defaults=columns, create_defaults=made)
    _record("pavilions.collection.arranged", row.reference, agency, by, at)
    return row


def announce_mission(
    *, pavilion: str, texts: Texts, place: str, from_on: date, until_on: date, by: Actor, at: datetime
) -> Mission:
    """Announce a trade mission at a place (UN/LOCODE)."""
    page = _pavilion(pavilion)
    agency = _curating(page.country, by, at)
    refuse_if(rules.refusals_of_texts(texts, needs="title"))
    refuse_if(rules.refusal_to_announce(from_on=from_on, until_on=until_on))
    row = Mission.objects.create(
        pavilion=page, agency=agency, texts=texts, place=place, from_on=from_on, until_on=until_on, announced_at=at,
        announced_by=by.label(),
    )  # fmt: skip
    _record("pavilions.mission.announced", row.reference, agency, by, at)
    return row


def _curating(country: str, by: Actor, at: datetime) -> Company:
    company = standing.require(by, "pavilions.edit")
    own = any(one.agency.id == company.pk for one in agencies.in_force(country, on=at.date()))
    refuse_if(rules.refusal_to_edit(in_force=own))
    return company


def _pavilion(reference: str) -> Pavilion:
    row = Pavilion.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused(Refusal("pavilion.unknown", sentence("This pavilion does not exist.")))
    return row


def _record(name: str, subject: str, agency: Company, by: Actor, at: datetime) -> None:
    journal.record(name, subject=subject, parties=[agency.pk], by=by, at=at)
