"""Why a product stands where it stands: relevance word by word, the parts of its weight, variety. For the operator."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import asked as asking_for
from fondouk.doors.web.search.views import asked_query
from fondouk.doors.web.shell import render
from fondouk.engines.search import index
from fondouk.market.discovery import queries

SHOWN = 10


@require_safe
@may("desk.view")
def why(request: Request) -> HttpResponse:
    """`/desk/search/?q=…`: the first hits of a search as buyers see it, with what put each in its place."""
    asked = asking_for.read(request.GET)
    query, market = asked_query(request, asked)
    context: dict[str, Any] = {"asked": asked, "rows": [], "total": 0, "parts": _parts()}
    try:
        found = index.find(query)
    except index.SearchDown:
        return render(request, "search/why.html", context | {"down": True})
    shown = found.hits[:SHOWN]
    cards = {
        card.reference: card
        for card in queries.cards([hit.id for hit in shown], language=query.language, market=market)
    }
    weights = queries.weights_of(list(cards), on=clock.now().date())
    context["total"] = found.total
    context["rows"] = [
        {"hit": hit, "card": cards[hit.id], "why": index.explain(query, hit.id), "weight": weights.get(hit.id, {})}
        for hit in shown
        if hit.id in cards
    ]
    return render(request, "search/why.html", context | {"down": False})


def _parts() -> dict[str, str]:
    return {
        "base": _("Base"),
        "readiness": _("Readiness"),
        "identity": _("Identity checked"),
        "accredited": _("Accredited"),
        "shipped": _("Shipped orders"),
        "answers": _("Answers fast"),
        "fresh": _("New"),
    }
