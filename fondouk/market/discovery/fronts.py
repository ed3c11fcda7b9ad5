"""Suppliers as one looks for them: by name in three scripts, by what they sell, where, and what is proven of them.

In PostgreSQL and not in the search index: there are thousands of suppliers where there are millions of products, a
question is two statements over one small table, and it cannot be behind what a supplier opened or closed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Max

from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Shelf, Supplier
from fondouk.market.companies.models import Company
from fondouk.market.companies.rules import SCHEMES
from fondouk.market.discovery import making
from fondouk.market.discovery.models import Listing, SupplierFront

FACETS = ("category", "region", "certificate", "evidence", "more")
EVERY_TAG = frozenset({"certificate", "evidence", "more"})
"""Facets whose chosen tags must all hold."""
PAGES_MAX = 200
KEY_LENGTH_MAX = 80
SHELVES_SHOWN = 4
_COLUMNS = ["name", "named", "keys", "tags", "card", "weight", "products", "checked_on"]


# -- making ------------------------------------------------------------------------------------------------------------


def refresh(suppliers: Iterable[int], *, on: date) -> None:
    """Write these companies (ids) anew; those without an open storefront disappear. Seven statements, however many."""
    ids = sorted(set(suppliers))
    rows = Company.objects.filter(pk__in=ids, storefront__opened_at__isnull=False, closed_at=None)
    shown = set(rows.values_list("pk", flat=True))
    SupplierFront.objects.filter(supplier_id__in=set(ids) - shown).delete()
    if not shown:
        return
    facts = catalogue.suppliers(shown, on=on)
    shelves = {shelf.code: shelf for shelf in catalogue.categories()}
    goods = _goods(shown)
    made = [_front(facts[key], goods.get(key, _Goods()), shelves, on) for key in sorted(shown)]
    SupplierFront.objects.bulk_create(made, update_conflicts=True, unique_fields=["supplier"], update_fields=_COLUMNS)


@dataclass(slots=True)
class _Goods:
    """What a supplier has on sale: category → products, the best weight, and the photos of its best products."""

    shelves: dict[str, int] = field(default_factory=dict)
    weight: float = 0.5
    photos: list[dict[str, Any]] = field(default_factory=list)


_PHOTOS = """
    SELECT supplier_id, cards->'all'->'photo' FROM (
        SELECT supplier_id, cards, row_number() OVER (PARTITION BY supplier_id ORDER BY weight DESC, id) AS place
        FROM listing WHERE supplier_id = ANY(%s)) AS ranked
    WHERE place <= 3 ORDER BY supplier_id, place
"""


def _goods(suppliers: Iterable[int]) -> dict[int, _Goods]:
    found: dict[int, _Goods] = {}
    rows = Listing.objects.filter(supplier_id__in=suppliers).values_list("supplier_id", "category")
    counted = rows.annotate(held=Count("id"), best=Max("weight")).order_by("-held", "category")
    for supplier, category, count, weight in counted:
        goods = found.setdefault(supplier, _Goods())
        goods.shelves[category] = count
        goods.weight = max(goods.weight, weight)
    with connection.cursor() as cursor:
        cursor.execute(_PHOTOS, [list(suppliers)])
        for supplier, photo in cursor.fetchall():
            found[supplier].photos += [shown] if (shown := _loaded(photo)) else []
    return found


def _front(supplier: Supplier, goods: _Goods, shelves: Mapping[str, Shelf], on: date) -> SupplierFront:
    sold = [shelves[code] for code in goods.shelves if code in shelves]
    named = _keys([supplier.name, *supplier.names.values()], heard=True)
    return SupplierFront(
        supplier_id=supplier.id, name=supplier.name, named=named,
        keys=list(dict.fromkeys([*named, *_keys([supplier.town, *_said_of(supplier, sold)])])),
        tags=_tags(supplier, sold), card=_card(supplier, goods), weight=goods.weight,
        products=sum(goods.shelves.values()), checked_on=on,
    )  # fmt: skip


def _keys(texts: Iterable[str], *, heard: bool = False) -> list[str]:
    found = (key[:KEY_LENGTH_MAX] for text in texts for key in index.keys_of(text, heard=heard))
    return list(dict.fromkeys(found))


def _said_of(supplier: Supplier, sold: Sequence[Shelf]) -> list[str]:
    """Region, goods and certificates in every language."""
    region = gazetteer.region(supplier.region)
    said = [region.name(language) for language in index.LANGUAGES] if region else []
    said += [word for shelf in sold for language in index.LANGUAGES for word in making.shelf_words(shelf, language)]
    said += [name for shelf in sold for name in shelf.parent_names.values()]
    return said + [SCHEMES.get(proof.scheme, proof.scheme) for proof in supplier.trust.certificates]


def _tags(supplier: Supplier, sold: Sequence[Shelf]) -> list[str]:
    trust = supplier.trust
    held = {"identity": trust.identity_checked_on, "accredited": trust.accreditations, "shipped": trust.orders_shipped}
    tags = {
        "category": [code for shelf in sold for code in (shelf.sector, shelf.parent or shelf.code, shelf.code)],
        "region": [supplier.region] if supplier.region else [],
        "certificate": [proof.scheme for proof in trust.certificates],
        "evidence": [name for name, fact in held.items() if fact],
        "more": list(trust.flags),
    }
    return list(dict.fromkeys(f"{facet}:{tag}"[:60] for facet, found in tags.items() for tag in found))


def _card(supplier: Supplier, goods: _Goods) -> dict[str, Any]:
    trust = supplier.trust
    return {
        "slug": supplier.slug, "names": dict(supplier.names), "region": supplier.region, "town": supplier.town,
        "identity": trust.identity_checked_on.isoformat() if trust.identity_checked_on else None,
        "accredited": trust.accreditations[0].issuer if trust.accreditations else "",
        "shipped": trust.orders_shipped, "flags": list(trust.flags), "answers": supplier.response_minutes,
        "certificates": list(dict.fromkeys(proof.scheme for proof in trust.certificates)),
        "shelves": list(goods.shelves)[:SHELVES_SHOWN], "photos": goods.photos,
    }  # fmt: skip


# -- looking -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Front:
    """A supplier as a row of the result. Missing facts are absent."""

    slug: str
    name: str
    names: Mapping[str, str]
    region: str
    town: str
    identity: str | None
    accredited: str
    shipped: int
    flags: tuple[str, ...]
    answers: int | None
    certificates: tuple[str, ...]
    shelves: tuple[str, ...]
    photos: tuple[Mapping[str, Any], ...]
    products: int

    def called(self, language: str) -> str:
        """The name in the reader's script, if the company gave one."""
        return self.names.get(language) or self.name


@dataclass(frozen=True, slots=True)
class Fronts:
    """The answer: one page of suppliers, how many there are, counts per facet, and a corrected text if one was."""

    found: tuple[Front, ...]
    total: int
    page: int
    pages: int
    counts: Mapping[str, Mapping[str, int]]
    meant: str | None = None


def search(text: str, *, chosen: Mapping[str, Sequence[str]], page: int = 1, size: int = 24) -> Fronts:
    """Suppliers of whom every word is true: their names first, then where they are and what they sell.

    Two statements; four more at most where no supplier is known by one of the words.
    """
    asked = index.asked_keys(text)
    if text.strip() and not asked:
        return Fronts((), 0, 1, 1, {})
    answer = _answer(asked, chosen, page, size)
    if answer.total or not asked or _any(asked):
        return answer
    meant = _mended(text)
    if meant is None:
        return answer
    mended = _answer(index.asked_keys(meant), chosen, page, size)
    return Fronts(mended.found, mended.total, mended.page, mended.pages, mended.counts, meant)


def named(text: str, *, limit: int) -> list[Front]:
    """Suppliers called so in any script, the best first; nothing is mended. One statement."""
    asked = index.asked_keys(text)
    if not asked:
        return []
    where = " AND ".join("named && %s::varchar[]" for _ in asked)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name, card, products FROM supplier_front WHERE {where} ORDER BY weight DESC, id LIMIT %s",  # noqa: S608
            [*(list(keys) for keys in asked), limit],
        )
        return [_shown(*row) for row in cursor.fetchall()]


def _where(asked: Sequence[tuple[str, ...]]) -> tuple[str, list[Any]]:
    return " AND ".join(["true", *("keys && %s::varchar[]" for _ in asked)]), [list(keys) for keys in asked]


def _any(asked: Sequence[tuple[str, ...]]) -> bool:
    """Whether anybody answers to all the words, whatever else was chosen."""
    where, values = _where(asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM supplier_front WHERE {where})", values)  # noqa: S608 - ours
        return bool(cursor.fetchone()[0])


def _filters(chosen: Mapping[str, Sequence[str]]) -> list[tuple[str, str, list[str]]]:
    """(facet, condition, tags) of each chosen facet: all of its tags, or one of them."""
    return [
        (facet, f"tags {'@>' if facet in EVERY_TAG else '&&'} %s::varchar[]", [f"{facet}:{tag}" for tag in tags])
        for facet, tags in chosen.items()
        if facet in FACETS and tags
    ]


def _answer(asked: Sequence[tuple[str, ...]], chosen: Mapping[str, Sequence[str]], page: int, size: int) -> Fronts:
    filters, (where, values) = _filters(chosen), _where(asked)
    counts, total = _counts(where, values, filters)
    pages = max(1, min(-(-total // size), PAGES_MAX))
    page = max(1, min(page, pages))
    named = "".join(f"(named && %s::varchar[])::int {'+' if n else 'DESC,'} " for n in range(len(asked) - 1, -1, -1))
    held = "".join(f" AND {condition}" for _, condition, _ in filters)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT name, card, products FROM supplier_front WHERE {where}{held}
                ORDER BY {named}weight DESC, id LIMIT %s OFFSET %s""",  # noqa: S608 - conditions of ours
            [*values, *(tags for *_, tags in filters), *(list(keys) for keys in asked), size, (page - 1) * size],
        )
        found = tuple(_shown(*row) for row in cursor.fetchall())
    return Fronts(found, total, page, pages, counts)


def _counts(
    where: str, values: Sequence[Any], filters: Sequence[tuple[str, str, list[str]]]
) -> tuple[dict[str, dict[str, int]], int]:
    """Suppliers by facet and tag, each facet as if nothing of itself were chosen where one of its tags is enough."""
    held = ", ".join(["true AS held", *(f"({condition}) AS held_{n}" for n, (_, condition, _) in enumerate(filters))])
    passes = " AND ".join(
        ["true", *(
            f"held_{n}" if facet in EVERY_TAG else f"(held_{n} OR tag LIKE '{facet}:%%')"
            for n, (facet, _, _) in enumerate(filters)
        )]
    )  # fmt: skip
    every = " AND ".join(["held", *(f"held_{n}" for n in range(len(filters)))])
    statement = f"""WITH asked AS MATERIALIZED (SELECT tags, {held} FROM supplier_front WHERE {where})
        SELECT tag, count(*) FROM asked, unnest(tags) AS tag WHERE {passes} GROUP BY tag
        UNION ALL SELECT '', count(*) FROM asked WHERE {every}"""  # noqa: S608 - conditions of ours
    counts: dict[str, dict[str, int]] = {}
    total = 0
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(tags for *_, tags in filters), *values])
        for tag, count in cursor.fetchall():
            facet, _, value = tag.partition(":")
            if facet:
                counts.setdefault(facet, {})[value] = count
            else:
                total = count
    return counts, total


def _loaded(value: Any) -> Any:
    """Raw cursors hand JSON over as text."""
    return json.loads(value) if isinstance(value, str) else value


def _shown(name: str, card: Any, products: int) -> Front:
    said: dict[str, Any] = dict(_loaded(card))
    said |= {key: tuple(said[key]) for key in ("flags", "certificates", "shelves", "photos")}
    return Front(name=name, products=products, **said)


# -- mending -----------------------------------------------------------------------------------------------------------

_NEAR = """
    SELECT DISTINCT key FROM supplier_front, unnest(named) AS key
    WHERE left(key, 1) = ANY(%s) AND abs(length(key) - %s) <= 2 LIMIT 4000
"""
MENDED_MAX = 3
LIKENESS = 0.75


def _mended(text: str) -> str | None:
    """The text with up to three words nobody answers to replaced by the nearest word of a supplier's name."""
    from difflib import get_close_matches

    words, changed = index.words(text)[:12], 0
    for place, word in enumerate(words):
        if len(word) < 4 or changed == MENDED_MAX or _any(index.asked_keys(word)):
            continue
        with connection.cursor() as cursor:
            cursor.execute(_NEAR, [[word[0], word[1]], len(word)])
            near = get_close_matches(word, [row[0] for row in cursor.fetchall()], n=1, cutoff=LIKENESS)
        if not near:
            return None
        words[place], changed = near[0], changed + 1
    return " ".join(words) if changed else None


def due(on: date, limit: int = 200) -> list[int]:
    """Suppliers (ids) not looked at on that day: a certificate may have ended since."""
    rows = SupplierFront.objects.filter(checked_on__lt=on).order_by("checked_on", "pk")
    return list(rows.values_list("supplier_id", flat=True)[:limit])


def missing(limit: int = 200) -> list[int]:
    """Suppliers (ids) with goods on sale and an open storefront that have no row yet."""
    known = SupplierFront.objects.values("supplier_id")
    rows = Company.objects.filter(storefront__opened_at__isnull=False, closed_at=None).exclude(pk__in=known)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:limit])
