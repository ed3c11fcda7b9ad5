"""The first page: everything on it comes from the records, in at most eight statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web.kept_pages import KeptPages
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import cards, keeping
from fondouk.doors.web.shell import render
from fondouk.engines.places import gazetteer
from fondouk.market.discovery import queries, window
from fondouk.market.pavilions import queries as pavilions

#: Sectors whose first goods make the large picture of the page, in the order they are wanted.
HERO = ("ceramics-stone", "rugs-textiles", "produce")
SECTORS_SHOWN = 8
PAVILION = "morocco"
KEPT_MAX = 60


@require_safe
def home(request: Request) -> HttpResponse:
    """`/`: search, sectors, new goods, pavilion, collections, protection, figures."""
    language, today = (get_language() or "en")[:2], clock.now().date()
    market = gazetteer.market_for(request.destination.country)
    code = market.code if market else "US"
    sectors = window.sectors()
    newest = queries.newest(language=language, market=code, limit=4)
    pavilion = pavilions.pavilion(PAVILION, language=language, on=today)
    seen = keeping.seen(request)[: keeping.SEEN_SHOWN]
    collections, looked_at = with_photos(pavilion, language, code, also=seen)
    saved = keeping.saved_among(request, [one.reference for one in (*newest, *looked_at)])
    context = {
        "sectors": sectors[:SECTORS_SHOWN],
        "hero": _hero(sectors),
        "cards": cards.drawn_from(newest, language, code, saved),
        "looked_at": cards.drawn_from(looked_at, language, code, saved),
        "new_count": window.published_since(today - timedelta(days=7)),
        "pavilion": pavilion,
        "collections": collections,
        "figures": queries.figures(),
        "trust": window.trust(on=today),
        "today": today,
    }
    return _kept.find(request, context) or _kept.keep(request, context, render(request, "home/home.html", context))


_kept = KeptPages(KEPT_MAX)


def _hero(sectors: list[window.SectorFront]) -> list[window.SectorFront]:
    """Three photos: the wanted sectors first, then whichever there are."""
    wanted = [one for code in HERO for one in sectors if one.code == code and one.photo]
    others = [one for one in sectors if one not in wanted and one.photo]
    return [*wanted, *others][:3]


def with_photos(
    pavilion: pavilions.PavilionPage | None, language: str, market: str, also: Sequence[str] = ()
) -> tuple[list[dict[str, Any]], list[queries.Card]]:
    """Collections with the photo of their first product that is still public, and the cards of `also`. One
    statement."""
    listed = pavilion.collections[:3] if pavilion else ()
    wanted = [*(product for one in listed for product in one.products[:3]), *also]
    found = {card.reference: card for card in queries.cards(wanted, language=language, market=market)} if wanted else {}
    shown = []
    for one in listed:
        photo = next((found[product].photo for product in one.products if product in found), None)
        shown.append({"slug": one.slug, "title": one.title, "second": one.second, "photo": photo})
    return shown, [found[one] for one in also if one in found]


@require_safe
def trust(request: Request) -> HttpResponse:
    """`/trust/`: what each fact means, fees, the clock of a dispute, who holds money."""
    return render(request, "home/trust.html", {})
