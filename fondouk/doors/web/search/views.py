"""Searching and browsing: one page of cards with what narrows it, for words, for a category, or for everything."""

from __future__ import annotations

import time
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fondouk.doors.web import formats, timing
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import asked as asking_for
from fondouk.doors.web.search import (
    browsing,
    card_face,
    cards,
    facets,
    keeping,
    shelf_words,
    shelves,
    suggesting,
    without_index,
)
from fondouk.doors.web.search.asked import Asked
from fondouk.doors.web.shell import render
from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.discovery import near as nearby


@require_safe
def search(request: Request) -> HttpResponse:
    """`/search/`: whatever is asked, a page."""
    return _page(request, asking_for.read(request.GET), "search/search.html", {})


@require_safe
def category(request: Request, code: str) -> HttpResponse:
    """`/categories/<code>/`: a shelf with its own title and words."""
    every = shelves.now()
    shelf = next((one for one in every if one.code == code), None)
    if shelf is None:
        raise Http404
    asked = asking_for.read(request.GET, within=("category", code))
    family = [one for one in every if one.parent == (shelf.parent or shelf.code)]
    parent = next((one for one in every if one.code == shelf.parent), None)
    return _page(
        request, asked, "search/category.html", {"shelf": shelf, "parent": parent, "family": family}, every=every
    )


def _shelf_page(request: Request, shelf: Shelf, parent: Shelf | None, result: dict[str, Any]) -> dict[str, Any]:
    """What only a category's own page says: its text, its trail, its data for machines."""
    language, name = _language(), shelf_words.name_of(shelf, _language())
    trail = shelf_words.trail(shelf, parent, language)
    found = result["found"]
    down = result["down"]
    text = [] if down else shelf_words.sentences(
        shelf, found.facets, result["names"], result["costs"], _market(request))  # fmt: skip
    return {
        "trail": trail, "shelf_text": text, "shelf_name": name, "described": shelf_words.described(text, name),
        "json_ld": shelf_words.json_ld(trail, result.get("listed", ()), name, request.path),
        "address": settings.SITE_URL + request.path,
    }  # fmt: skip


@require_safe
def categories(request: Request) -> HttpResponse:
    """`/categories/`: every sector with its categories."""
    every = shelves.now()
    sectors = [(one, [child for child in every if child.parent == one.code]) for one in every if not one.parent]
    return render(request, "search/categories.html", {"sectors": sectors})


@require_safe
def suggestions(request: Request) -> HttpResponse:
    """`/search/suggestions/?q=`: a fragment of links; nothing typed is an error."""
    text = request.GET.get("q", "")[:100].replace("\x00", " ")
    try:
        with timing.measure("search"):
            groups = suggesting.groups(text, _language(), shelves.of(f"minute {time.monotonic() // 60}"))
        keep = "public, max-age=60"
    except index.SearchDown:
        groups, keep = [], "no-store"
    response = render(request, "search/suggestions.html", {"groups": groups})
    response["Cache-Control"] = keep
    return response


def _language() -> str:
    return (get_language() or "en")[:2]


def _market(request: Request) -> gazetteer.Market | None:
    return gazetteer.market_for(request.destination.country)


def asked_query(request: Request, asked: Asked) -> tuple[index.Query, str]:
    """The question to the index, and the code of the market its costs are for."""
    market = _market(request)
    return asked.query(_language(), market.slot if market else None), market.code if market else "US"


def _page(
    request: Request, asked: Asked, template: str, more: dict[str, Any], every: Sequence[Shelf] | None = None
) -> HttpResponse:
    language, market = _language(), _market(request)
    slot, market_code = (market.slot, market.code) if market else (None, "US")
    try:
        with timing.measure("search"):
            found = index.find(asked.query(language, slot))
        context = _result(request, asked, found, language, market_code, every or shelves.of(found.stamp))
    except index.SearchDown:
        context = without_index.context(asked, language, market_code, _sorts(asked, False))
    context |= {"asked": asked, "query": asked.text, "search_market": market} | more
    if "shelf" in more:
        context |= _shelf_page(request, more["shelf"], more["parent"], context)
    if request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target", "").endswith("found"):
        template = "search/found.html"
    response = render(request, template, context, status=503 if context["down"] and asked.text else 200)
    if response.status_code == 503:
        response["Retry-After"] = str(without_index.RETRY_SECONDS)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _result(
    request: Request, asked: Asked, found: index.Found, language: str, market: str, every: Sequence[Shelf]
) -> dict[str, Any]:
    names = facets.Names(every, language)
    ids = browsing.references(asked, found, every)
    listed = cards.drawn(ids, language, market, keeping.saved_among(request, ids))
    costs = facets.costs(asked, found.facets.costs)
    counts = found.facets.counts
    return {
        "down": False,
        "nearest": _nearest(asked, found, language),
        "found": found,
        "total": found.total,
        "suppliers": facets.total(counts.get("supplier", {}).values()),
        "regions": facets.total(
            count
            for tag, count in counts.get("region", {}).items()
            if asked.has("region", tag) or not asked.chosen.get("region")
        ),
        "cards": [one.html for one in listed],
        "notice": _shared_gap(listed),
        "groups": facets.groups(asked, found.facets, names),
        "costs": costs,
        "listed": listed,
        "names": names,
        "chips": facets.chips_on(asked, names, _cost_words(asked, costs, market)),
        "proposed": facets.chips_proposed(asked, found.facets, names),
        "sorts": _sorts(asked, facets.shared_unit(counts.get("unit", {}))),
        "page": {"number": found.page, "pages": found.pages},
    }


def _nearest(asked: Asked, found: index.Found, language: str) -> Sequence[nearby.NearShelf]:
    """Where to go on from an empty result."""
    if found.total or not asked.text:
        return ()
    return nearby.nearest(asked.text, shelves=shelves.of(found.stamp), language=language)


def _shared_gap(listed: Sequence[cards.Drawn]) -> str | None:
    """What is missing in every landed cost of this market: said once above the results."""
    common = set.intersection(*(set(one.shared) for one in listed)) if listed else set()
    return card_face.gap_words(listed[0].shared[sorted(common)[0]]) if common else None


def _cost_words(asked: Asked, costs: facets.Costs | None, market: str) -> str:
    known = gazetteer.market(market)
    low = asked.low if asked.low is not None else costs.start if costs else 0
    high = asked.high if asked.high is not None else costs.end if costs else low
    return formats.price_range(Decimal(low), Decimal(high), known.currency if known else "USD", places=0)


def _sorts(asked: Asked, one_unit: bool) -> list[tuple[str, str, bool]]:
    """(words, address, whether it is the one) of each order that makes sense here."""
    words = {
        index.Sort.BEST: _("best match"),
        index.Sort.LANDED_UNIT: _("landed cost per unit"),
        index.Sort.LANDED_SHIPMENT: _("landed cost of the shipment"),
        index.Sort.MINIMUM: _("smallest minimum"),
        index.Sort.LEAD: _("shortest lead time"),
        index.Sort.NEWEST: _("newest"),
    }
    if not one_unit and asked.sort != index.Sort.LANDED_UNIT:
        del words[index.Sort.LANDED_UNIT]
    return [(text, "?" + asked.sorted_by(sort), sort == asked.sort) for sort, text in words.items()]
