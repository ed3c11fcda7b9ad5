"""What is proposed while somebody types: words, products, categories, tariff headings, suppliers; one trip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.discovery import near as nearby

WORDS = 6
PRODUCTS = 5
SHELVES = 3
HEADINGS = 3
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


def groups(text: str, language: str, shelves: Sequence[Shelf]) -> list[Suggested]:
    """Proposals by kind; kinds with nothing are left out. Three statements. Raises SearchDown."""
    found = index.suggest(text, language, limit=max(WORDS, PRODUCTS))
    words = [Link(one.text, _search(language, one.text)) for one in found.words[:WORDS]]
    ids = [one.id for one in found.products[:PRODUCTS]]
    near = nearby.suggestions(text, ids, shelves=shelves, language=language)
    products = [
        Link(
            one.title,
            f"/{language}{one.path}",
            one.supplier,
            one.title_language if one.title_language != language else None,
        )
        for one in near.products
    ]
    sectors = [Link(one.name, f"/{language}/categories/{one.code}/") for one in near.shelves[:SHELVES]]
    headings = [
        Link(one.name, f"/{language}/search/?heading={one.code}", _("HS %(code)s") % {"code": one.code})
        for one in near.headings[:HEADINGS]
    ]
    suppliers = [Link(one.name, f"/{language}/s/{one.slug}/", one.region) for one in near.suppliers[:SUPPLIERS]]
    if suppliers:
        suppliers.append(Link(_("All suppliers for “%(query)s”") % {"query": text.strip()}, _suppliers(language, text)))
    kinds = (
        (_("Search for"), words), (_("Products"), products), (_("Sectors"), sectors), (_("Tariff headings"), headings),
        (_("Suppliers"), suppliers),
    )  # fmt: skip
    return [Suggested(title, tuple(links)) for title, links in kinds if links]


def _search(language: str, text: str) -> str:
    return f"/{language}/search/?{urlencode({'q': text})}"


def _suppliers(language: str, text: str) -> str:
    return f"/{language}/suppliers/?{urlencode({'q': ' '.join(text.split())})}"
