"""What crawlers are told there is: public products in the languages somebody wrote, and open storefronts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fondouk.engines.search import index
from fondouk.market.discovery.models import Listing, SupplierFront


@dataclass(frozen=True, slots=True)
class Crawled:
    """A product's paths by language, without the language prefix, and the day its listing last changed."""

    paths: dict[str, str]
    changed_on: date


def files(size: int) -> int:
    """How many lists of `size` products there are."""
    return -(-Listing.objects.count() // size)


def products(*, offset: int, limit: int) -> list[Crawled]:
    """Products in the order they were made. A translation nobody reviewed is not offered. One statement."""
    fields = [
        f"cards__{language}__{name}" for language in index.LANGUAGES for name in ("slug", "title_language", "crawled")
    ]
    rows = Listing.objects.order_by("pk").values_list("product", "made_at", *fields)[offset : offset + limit]
    found = []
    for product, made_at, *said in rows:
        each = zip(index.LANGUAGES, said[0::3], said[1::3], said[2::3], strict=True)
        paths = {
            language: f"/p/{product}/{slug}/"
            for language, slug, written, shown in each
            if shown and written == language
        }
        found += [Crawled(paths, made_at.date())] if paths else []
    return found


def storefronts() -> list[str]:
    """The slugs of open storefronts."""
    return list(SupplierFront.objects.order_by("pk").values_list("card__slug", flat=True))
