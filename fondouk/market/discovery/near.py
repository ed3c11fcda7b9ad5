"""What stands near a text being typed: products, categories, tariff headings and suppliers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.companies.models import Company
from fondouk.market.discovery import fronts
from fondouk.market.discovery.queries import cards


@dataclass(frozen=True, slots=True)
class NearProduct:
    """A product proposed by its title."""

    path: str
    title: str
    title_language: str
    supplier: str


@dataclass(frozen=True, slots=True)
class NearShelf:
    """A category one of whose names begins so, with its tariff heading."""

    code: str
    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class NearHeading:
    """A heading of the tariff whose number or name begins so."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NearSupplier:
    """A supplier with an open storefront whose name holds the text."""

    slug: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Near:
    """What stands near a text being typed."""

    products: tuple[NearProduct, ...]
    shelves: tuple[NearShelf, ...]
    headings: tuple[NearHeading, ...]
    suppliers: tuple[NearSupplier, ...]


def suggestions(text: str, references: Sequence[str], *, shelves: Sequence[Shelf], language: str) -> Near:
    """Products of these references, and what of the shelves and the suppliers is near the text. Three statements."""
    said = cards(references, language=language, market="US") if references else []
    products = tuple(NearProduct(card.path, card.title, card.title_language, card.supplier) for card in said)
    near = _near_shelves(text, shelves, language), _near_headings(text, shelves, language)
    return Near(products, *near, _near_suppliers(text, language))


def _near_shelves(text: str, shelves: Sequence[Shelf], language: str) -> tuple[NearShelf, ...]:
    typed = index.words(text)
    if not typed or len(typed[-1]) < 2:
        return ()
    found = []
    for shelf in shelves:
        name = shelf.names.get(language) or shelf.names.get("en", shelf.code)
        synonyms = [word for words in shelf.synonyms.values() for word in words]
        tiers = ([name], [shelf.heading], [*shelf.synonyms.get(language, ())], [*shelf.names.values(), *synonyms])
        nearest = next((n for n, texts in enumerate(tiers) if any(_begins(index.words(t), typed) for t in texts)), None)
        if nearest is not None:
            found.append((nearest, -shelf.products, NearShelf(shelf.code, name, shelf.heading)))
    return tuple(near for _, _, near in sorted(found, key=lambda one: one[:2]))


def nearest(text: str, *, shelves: Sequence[Shelf], language: str, limit: int = 4) -> tuple[NearShelf, ...]:
    """The categories that answer to most words of a question nobody answers to; and to the code, if it is one."""
    asked = index.asked_keys(text)
    digits = "".join(letter for letter in text if letter.isascii() and letter.isdigit())
    found = []
    for shelf in shelves:
        held = _shelf_keys(shelf)
        met = sum(1 for keys in asked if not held.isdisjoint(keys)) + (
            shelf.heading != "" and digits[:4] == shelf.heading
        )
        if met and shelf.parent:
            name = shelf.names.get(language) or shelf.names.get("en", shelf.code)
            found.append((-met, -shelf.products, NearShelf(shelf.code, name, shelf.heading)))
    return tuple(near for *_, near in sorted(found, key=lambda one: one[:2])[:limit])


def _shelf_keys(shelf: Shelf) -> set[str]:
    words = [*shelf.names.values(), *shelf.heading_names.values(), *shelf.parent_names.values()]
    words += [word for said in (shelf.synonyms, shelf.heading_synonyms) for each in said.values() for word in each]
    return {key for word in words for key in index.keys_of(word, heard=True)}


def _near_headings(text: str, shelves: Sequence[Shelf], language: str) -> tuple[NearHeading, ...]:
    typed = index.words(text.replace(".", "").lower().removeprefix("hs").removeprefix("sh"))
    if not typed or len(typed[-1]) < 2:
        return ()
    named = {one.heading: one.heading_names for one in shelves if one.heading}
    found = {}
    for code, names in named.items():
        name = names.get(language) or names.get("en", "")
        by_code = len(typed) == 1 and typed[0].isdigit() and (code.startswith(typed[0]) or typed[0].startswith(code))
        if by_code or any(_begins(index.words(one), typed) for one in names.values()):
            found[code] = NearHeading(code, name)
    return tuple(found[code] for code in sorted(found))


def _begins(words: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether every typed word begins one of the words."""
    return bool(words) and all(any(word.startswith(one) for word in words) for one in typed)


def _near_suppliers(text: str, language: str) -> tuple[NearSupplier, ...]:
    if len(text.strip()) < 2:
        return ()
    near = Q(name__icontains=text.strip()) | Q(names__icontains=text.strip())
    rows = Company.objects.filter(near, storefront__opened_at__isnull=False, closed_at=None).order_by("name")
    typed = index.words(text)
    found = {
        slug: NearSupplier(slug, names.get(language) or name, _region(region, language))
        for slug, name, names, region in rows.values_list("storefront__slug", "name", "names", "region")[:40]
        if any(_begins(index.words(one), typed) for one in (name, *names.values()))
    }
    if not found:  # a name written in another script or spelling
        for one in fronts.named(text, limit=3):
            found[one.slug] = NearSupplier(one.slug, one.called(language), _region(one.region, language))
    return tuple(found.values())


def _region(code: str, language: str) -> str:
    region = gazetteer.region(code)
    return region.name(language) if region else ""
