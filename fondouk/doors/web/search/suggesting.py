"""What is proposed while somebody types: words, products, categories and tariff headings, suppliers; one round trip."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from fondouk.engines.search import index
from fondouk.market.discovery import queries

WORDS = 6
PRODUCTS = 5
SHELVES = 3
SUPPLIERS = 3


@dataclass(frozen=True, slots=True)
class Link:
    """One proposal."""

    text: str
    href: str
    note: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """One kind of proposal under its heading."""

    title: str
    links: tuple[Link, ...]


def groups(text: str, language: str) -> list[Suggested]:
    """Proposals by kind; kinds with nothing are left out. Two statements at most. Raises SearchDown."""
    found = index.suggest(text, language, limit=max(WORDS, PRODUCTS))
    words = [Link(one.text, _search(language, one.text)) for one in found.words[:WORDS]]
    near = queries.suggestions(text, [one.id for one in found.products[:PRODUCTS]], language=language)
    products = [
        Link(
            one.title,
            f"/{language}{one.path}",
            one.supplier,
            one.title_language if one.title_language != language else None,
        )
        for one in near.products
    ]
    shelves = [
        Link(
            one.name,
            f"/{language}/categories/{one.code}/",
            _("HS %(code)s") % {"code": one.heading} if one.heading else "",
        )
        for one in near.shelves[:SHELVES]
    ]
    suppliers = [Link(one.name, f"/{language}/s/{one.slug}/", one.region) for one in near.suppliers[:SUPPLIERS]]
    kinds = ((_("Search for"), words), (_("Products"), products), (_("Sectors"), shelves), (_("Suppliers"), suppliers))
    return [Suggested(title, tuple(links)) for title, links in kinds if links]


def _search(language: str, text: str) -> str:
    return f"/{language}/search/?{urlencode({'q': text})}"
