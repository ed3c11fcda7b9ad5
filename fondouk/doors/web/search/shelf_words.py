"""What a category's page says of itself, from what is on its shelf today, and the same for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from fondouk.doors.web import fields, formats
from fondouk.doors.web.fields import at
from fondouk.doors.web.search import facets
from fondouk.doors.web.search.cards import Drawn
from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf

NAMED_MAX = 5


def sentences(
    shelf: Shelf,
    counted: index.Facets,
    names: facets.Names,
    costs: facets.Costs | None,
    market: gazetteer.Market | None,
) -> list[Markup]:
    """The page's text, a sentence each; what is not known has no sentence."""
    said = [_regions(counted, names), _at_the_door(costs, market), _soon_and_small(counted), _held(counted, names)]
    return [one for one in (*said, _called(shelf, names.language), _heading(shelf, names)) if one]


def _best(counts: dict[str, int] | Any) -> list[str]:
    return sorted((tag for tag in counts if counts[tag]), key=lambda tag: (-counts[tag], tag))[:NAMED_MAX]


def _regions(counted: index.Facets, names: facets.Names) -> Markup:
    regions = _best(counted.counts.get("region", {}))
    if not regions:
        return Markup()
    return formats.filled(
        _("Made by %(suppliers)s, most of it in %(regions)s."),
        suppliers=_suppliers(facets.total(counted.counts.get("supplier", {}).values())),
        regions=formats.listed([names.of("region", tag) for tag in regions[:3]]),
    )


def _suppliers(count: int) -> str:
    return ngettext("%(count)s supplier", "%(count)s suppliers", count) % {"count": formats.number(count)}


def _at_the_door(costs: facets.Costs | None, market: gazetteer.Market | None) -> Markup:
    if costs is None or market is None:
        return Markup()
    return formats.filled(
        _("A first shipment costs %(range)s at the door, with freight, duty and fees."),
        range=formats.price_range(Decimal(costs.start), Decimal(costs.end), market.currency, places=0),
    )


def _soon_and_small(counted: index.Facets) -> Markup:
    small = counted.counts.get("minimum", {}).get("under-1000", 0)
    soon = counted.counts.get("lead", {}).get("within-14", 0)
    if not (small and soon):
        return Markup()
    return formats.filled(
        _("Orders from under %(amount)s: %(small)s of the products; ready in up to 14 days: %(soon)s."),
        amount=formats.price(Decimal(1000), "USD", places=0), small=formats.number(small), soon=formats.number(soon),
    )  # fmt: skip


def _held(counted: index.Facets, names: facets.Names) -> Markup:
    schemes = _best(counted.counts.get("certificate", {}))
    if not schemes:
        return Markup()
    held = formats.listed([formats.bdi(names.of("certificate", tag)) for tag in schemes])
    return formats.filled(_("Certificates held here: %(certificates)s."), certificates=held)


def _called(shelf: Shelf, language: str) -> Markup:
    others = list(shelf.synonyms.get(language, ()))[:8]
    return formats.filled(_("Also looked for as %(names)s."), names=formats.listed(others)) if others else Markup()


def _heading(shelf: Shelf, names: facets.Names) -> Markup:
    if not shelf.heading or not names.heading(shelf.heading):
        return Markup()
    return formats.filled(
        _("Tariff heading %(code)s: %(name)s."), code=formats.ltr(shelf.heading), name=names.heading(shelf.heading)
    )


def json_ld(trail: Sequence[tuple[str, str]], listed: Sequence[Drawn], name: str, address: str) -> Markup:
    """schema.org BreadcrumbList and ItemList; data, not a script. `trail`: (path, words) from the top."""
    crumbs = [
        {"@type": "ListItem", "position": place, "name": words, "item": settings.SITE_URL + path}
        for place, (path, words) in enumerate(trail, start=1)
    ]
    items = [
        {"@type": "ListItem", "position": place, "url": settings.SITE_URL + one.url, "name": one.title}
        for place, one in enumerate(listed, start=1)
    ]
    data = [
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": crumbs},
        {"@context": "https://schema.org", "@type": "ItemList", "name": name, "url": settings.SITE_URL + address,
         "numberOfItems": len(items), "itemListElement": items},
    ]  # fmt: skip
    escaped = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(escaped)  # noqa: S704 - JSON without "<", in a data block


def trail(shelf: Shelf, parent: Shelf | None, language: str) -> list[tuple[str, str]]:
    """(path, words) from all sectors down to the category."""
    found = [(at("/categories/"), str(_("All sectors")))]
    found += [(at(f"/categories/{one.code}/"), name_of(one, language)) for one in (parent, shelf) if one]
    return found


def name_of(shelf: Shelf, language: str) -> str:
    """A category's name, in English where the language has none."""
    return shelf.names.get(language) or shelf.names.get("en", shelf.code)


def described(text: Sequence[Markup], name: str) -> str:
    """The page's description for those who list it: plain, at most 300 characters."""
    plain = " ".join(one.striptags() for one in text)
    return f"{name}{fields.comma()} {plain}"[:300].rsplit(" ", 1)[0] if plain else name
