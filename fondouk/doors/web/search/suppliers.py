"""`/suppliers/?q=`: who makes and sells, by name in three scripts, by goods, place, certificates and proven facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import asked as asking_for
from fondouk.doors.web.search import facets
from fondouk.doors.web.search.asked import Asked
from fondouk.doors.web.shell import render
from fondouk.engines.search import index
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.discovery import fronts

PAGE = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """A supplier as a row of the page, in the reader's words."""

    url: str
    name: str
    where: str
    facts: list[Markup]
    sells: list[tuple[str, str]]
    certificates: list[str]
    answers: str
    products: int
    photos: tuple[Any, ...]


@require_safe
def suppliers(request: Request) -> HttpResponse:
    """The page; whatever the address asks for, a page."""
    asked = asking_for.read(request.GET)
    chosen = {facet: tags for facet, tags in asked.chosen.items() if facet in fronts.FACETS}
    found = fronts.search(asked.text, chosen=chosen, page=asked.page, size=PAGE)
    language = (get_language() or "en")[:2]
    names = facets.Names(_shelves(clock.now().date()), language)
    counted = index.Facets(found.counts)
    rows = [_shown(one, names, language) for one in found.found]
    context = {
        "asked": asked, "query": asked.text, "found": found, "rows": rows,
        "groups": _groups(asked, counted, names), "chips": facets.chips_on(asked, names, ""),
        "page": {"number": found.page, "pages": found.pages},
    }  # fmt: skip
    part = request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target", "").endswith("found")
    response = render(request, "search/suppliers_found.html" if part else "search/suppliers.html", context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


@lru_cache(maxsize=1)
def _shelves(day: date) -> tuple[Shelf, ...]:  # noqa: ARG001 - categories change with a release; read again each day
    return tuple(catalogue.categories())


def _groups(asked: Asked, counted: index.Facets, names: facets.Names) -> list[facets.Group]:
    """The facets suppliers have, in the order of the page of products."""
    return [group for group in facets.groups(asked, counted, names) if group.name in fronts.FACETS]


def _shown(one: fronts.Front, names: facets.Names, language: str) -> Shown:
    region = words.region_name(one.region)
    town = words.town_name(one.town)
    sells = [(code, names.of("category", code)) for code in one.shelves if code in names.shelves]
    return Shown(
        url=f"/{language}/s/{one.slug}/", name=one.called(language), where=f"{town} · {region}" if region else town,
        facts=_facts(one), sells=sells, certificates=[words.scheme_name(scheme) for scheme in one.certificates],
        answers=words.answers(one.answers), products=one.products, photos=one.photos,
    )  # fmt: skip


def _facts(one: fronts.Front) -> list[Markup]:
    """What is proven; what is absent is absent. What a company says of itself is said by its own word."""
    said: list[Markup] = []
    if one.identity:
        said.append(formats.filled(_("Identity checked, %(day)s"), day=formats.day(date.fromisoformat(one.identity))))
    if one.accredited:
        said.append(formats.filled(_("Accredited by %(agency)s"), agency=formats.bdi(one.accredited)))
    if one.shipped:
        orders = ngettext("Shipped %(count)s order", "Shipped %(count)s orders", one.shipped)
        said.append(formats.filled(orders, count=formats.number(one.shipped)))
    own = {"cooperative": _("Cooperative"), "women_led": _("Led by women")}
    return said + [formats.filled(own[flag]) for flag in own if flag in one.flags]
