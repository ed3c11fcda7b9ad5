"""Saved searches: the address they keep, read as a question, and what is new since their person was told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.discovery.models import Listing, SavedSearch
from fondouk.market.discovery.rules import Alert

PAUSE = {Alert.INSTANT: timedelta(minutes=5), Alert.DAILY: timedelta(hours=24)}
NEWS_MAX = 20
_AMOUNT = re.compile("[0-9]{1,9}")


def question(query: str, *, language: str, market: str) -> index.Query:
    """The question behind a kept address: words, facets and cost range; newest first."""
    pairs = parse_qsl(query)[:60]
    chosen: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if name in index.FACETS:
            chosen[name] = (*chosen.get(name, ()), value)
    known = gazetteer.market_for(market)
    amounts = {name: int(value) * 100 for name, value in pairs if name in {"low", "high"} and _AMOUNT.fullmatch(value)}
    return index.Query(
        text=dict(pairs).get("q", ""), language=language, chosen=tuple(sorted(chosen.items())),
        slot=known.slot if known else None, landed=(amounts.get("low"), amounts.get("high")),
        sort=index.Sort.NEWEST, size=NEWS_MAX,
    )  # fmt: skip


def due(at: datetime) -> list[str]:
    """References of the searches whose person may be told again, as far as anything was published since."""
    newest = Listing.objects.order_by("-published_at").values_list("published_at", flat=True).first()
    if newest is None:
        return []
    found: list[str] = []
    for alert, pause in PAUSE.items():
        rows = SavedSearch.objects.filter(alert=alert, told_at__lte=at - pause, told_at__lt=newest)
        found += rows.order_by("told_at").values_list("reference", flat=True)[:200]
    return found


def news(row: SavedSearch) -> list[str]:
    """Products (references) that match and were published since the person was last told.

    What holds only some of the words is a help on a page and no news.
    """
    asked = question(row.query, language=row.language, market=row.market)
    found = index.find(asked)
    ids = [] if found.loosened else [hit.id for hit in found.hits]
    fresh = Listing.objects.filter(product__in=ids, published_at__gt=row.told_at)
    return list(fresh.order_by("-published_at").values_list("product", flat=True))
