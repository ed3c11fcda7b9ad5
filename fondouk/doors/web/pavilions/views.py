"""A country's page: it answers only while an agreement with an agency is in force."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web.pavilions import tiles
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import cards, keeping
from fondouk.doors.web.shell import render
from fondouk.engines.places import gazetteer
from fondouk.market.discovery import queries as discovery
from fondouk.market.discovery import window
from fondouk.market.pavilions import queries
from fondouk.market.pavilions.queries import PavilionPage

SUPPLIERS_SHOWN = 6
SUPPLIERS_READ = 200


def _language() -> str:
    return (get_language() or "en")[:2]


def _market(request: Request) -> str:
    market = gazetteer.market_for(request.destination.country)
    return market.code if market else "US"


def _found(slug: str) -> PavilionPage:
    page = queries.pavilion(slug, language=_language(), on=clock.now().date())
    if page is None:
        raise Http404
    return page


@require_safe
def pavilions(request: Request) -> HttpResponse:
    """`/pavilions/`: every pavilion that is open today."""
    found = queries.open_pavilions(language=_language(), on=clock.now().date())
    return render(request, "pavilions/pavilions.html", {"pavilions": found})


@require_safe
def pavilion(request: Request, slug: str) -> HttpResponse:
    """`/pavilions/<slug>/`: agency, regions, sectors, missions, collections, accredited suppliers."""
    page, language, today = _found(slug), _language(), clock.now().date()
    regions = window.regions()
    chosen = tiles.chosen(request.GET.get("region", ""), page.country, regions)
    suppliers = _featured_first(page, window.accredited(on=today, limit=SUPPLIERS_READ))
    limits = tiles.thresholds(one.suppliers for one in regions.values())
    shelf = discovery.browse(language=language, market=_market(request), region=chosen.code, limit=1) if chosen else []
    photos = _photos(page, suppliers, language)
    context = {
        "pavilion": page,
        "agreement": page.agreements[0],
        "seal": f"{page.agreements[0].agency.name} · {gazetteer.country_name(page.country)} pavilion · ".upper(),
        "products": sum(one.products for one in regions.values()),
        "sellers": sum(one.suppliers for one in regions.values()),
        "trust": window.trust(on=today),
        "regions": gazetteer.regions(page.country),
        "regions_open": len(regions),
        "tiles": tiles.tiles(page.country, regions, language, chosen, limits),
        "legend": tiles.legend(limits),
        "chosen": chosen,
        "chosen_counts": regions.get(chosen.code) if chosen else None,
        "chosen_photo": shelf[0].photo if shelf else None,
        "sectors": window.sectors(),
        "suppliers": suppliers,
        "photos": photos,
        "region_names": {one.code: one.name(language) for one in gazetteer.regions(page.country)},
    }
    return render(request, "pavilions/pavilion.html", context)


def _featured_first(page: PavilionPage, found: list[window.AccreditedSupplier]) -> list[window.AccreditedSupplier]:
    """Those the agency put first, in its order, as far as they are accredited today; then the others."""
    rank = {slug: place for place, slug in enumerate(page.featured)}
    return sorted(found, key=lambda one: rank.get(one.shop, len(rank)))[:SUPPLIERS_SHOWN]


def _photos(page: PavilionPage, suppliers: list[window.AccreditedSupplier], language: str) -> dict[str, Any]:
    """Photos of collections' first products and of suppliers' first goods, by product. One statement."""
    wanted = [product for one in page.collections for product in one.products[:2]]
    wanted += [one.product for one in suppliers if one.product] + ([page.cover] if page.cover else [])
    found = discovery.cards(wanted, language=language, market="US")
    return {card.reference: card.photo for card in found}


@require_safe
def collection(request: Request, slug: str, collection: str) -> HttpResponse:
    """`/pavilions/<slug>/collections/<slug>/`: the goods an agency put together."""
    page, language = _found(slug), _language()
    one = next((found for found in page.collections if found.slug == collection), None)
    if one is None:
        raise Http404
    saved = keeping.saved_among(request, one.products)
    context = {
        "pavilion": page,
        "collection": one,
        "cards": cards.drawn(one.products, language, _market(request), saved),
    }
    return render(request, "pavilions/collection.html", context)
