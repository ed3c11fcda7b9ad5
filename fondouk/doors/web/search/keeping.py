"""A person's saved products, and what a reader looked at last, which only their own browser remembers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors.web.access import signed_in
from fondouk.doors.web.paging import page_of
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import cards
from fondouk.doors.web.shell import act, field_errors, refusal_lines, refusal_text, render
from fondouk.engines.places import gazetteer
from fondouk.kit.refusal import Refused
from fondouk.market.discovery import commands, kept

PAGE = 48
SEEN_COOKIE = "fondouk_seen"
SEEN_MAX = 8
SEEN_SHOWN = 4
_REFERENCE = re.compile(r"PRD-[0-9A-Z]{4}-[0-9A-Z]{4}")


def _person(request: Request) -> str:
    return str(request.asking.the_person.reference)


def _market(request: Request) -> str:
    market = gazetteer.market_for(request.destination.country)
    return market.code if market else "US"


def saved_among(request: Request, references: Sequence[str]) -> frozenset[str]:
    """Which of these products the reader keeps; nobody signed in keeps none and costs no statement."""
    asking = request.asking
    return kept.among(asking.the_person.reference, references) if asking.signed_in and references else frozenset()


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def saved(request: Request) -> HttpResponse:
    """`/account/saved/`: the list, each with its note; POST keeps one more, or changes its note."""
    if request.method == "POST":
        return _save(request)
    language = (get_language() or "en")[:2]
    page = page_of(request, most=50)
    found = kept.products(
        _person(request), language=language, market=_market(request), offset=(page - 1) * PAGE, limit=PAGE
    )
    listed = [one.card for one in found if one.card]
    pressed = frozenset(card.reference for card in listed)
    drawn = {one.reference: one.html for one in cards.drawn_from(listed, language, _market(request), pressed)}
    total = kept.count(_person(request))
    context = {"found": found, "drawn": drawn, "total": total, "tab": "saved"}
    return render(
        request, "search/saved.html", context | {"page": {"number": page, "pages": max(1, -(-total // PAGE))}}
    )


def _save(request: Request) -> HttpResponse:
    product = request.POST.get("product", "")[:20]
    note = request.POST.get("note")
    try:
        act(request, commands.save_product, product=product, note=note)
    except Refused as refused:
        if request.headers.get("HX-Request"):
            return HttpResponse(refusal_text(refused), status=422)
        return _new(request, product, note or "", refused)
    return _done(request, _("Saved to your list."))


def _done(request: Request, words: str) -> HttpResponse:
    """A script is told nothing more; a form goes back to where it was sent from."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, words)
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if ours and target else reverse("saved_products"), status=303)


@require_safe
@signed_in
def new_saved(request: Request) -> HttpResponse:
    """`/account/saved/new/?product=`: where a stranger who wanted to save comes back to after signing in."""
    product = request.GET.get("product", "")[:20]
    return _new(request, product, kept.note_of(_person(request), product) or "")


def _new(request: Request, product: str, note: str, refused: Refused | None = None) -> HttpResponse:
    shown = cards.drawn([product], (get_language() or "en")[:2], _market(request), heading="h3")
    if not shown:
        raise Http404
    context: dict[str, Any] = {
        "card": shown[0], "note": note, "tab": "saved",
        "refusals": refusal_lines(refused) if refused else (), "errors": field_errors(refused) if refused else {},
    }  # fmt: skip
    return render(request, "search/new_saved.html", context, status=422 if refused else 200)


@require_POST
@signed_in
def drop_saved(request: Request, product: str) -> HttpResponse:
    """`/account/saved/<product>/removal/`."""
    if kept.note_of(_person(request), product) is None:
        raise Http404
    act(request, commands.drop_product, product=product)
    return _done(request, _("Removed from your list."))


# -- looked at last ----------------------------------------------------------------------------------------------------


def seen(request: Request) -> tuple[str, ...]:
    """The products the reader looked at last, the latest first, as their browser remembers until it is closed."""
    said = request.COOKIES.get(SEEN_COOKIE, "")[:200].split(".")
    return tuple(dict.fromkeys(one for one in said if _REFERENCE.fullmatch(one)))[:SEEN_MAX]


def remember(request: Request, response: HttpResponse, product: str) -> None:
    """Note in the reader's own browser, and nowhere else, that they looked at a product."""
    latest = tuple(dict.fromkeys((product, *seen(request))))[:SEEN_MAX]
    if latest != seen(request) and _REFERENCE.fullmatch(product):
        response.set_cookie(SEEN_COOKIE, ".".join(latest), httponly=True, samesite="Lax", secure=bool(settings.SECURE))


@require_POST
def forget_seen(request: Request) -> HttpResponse:
    """`/seen/removal/`: the browser forgets what was looked at."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(target if ours and target else reverse("home"), status=303)
    response.delete_cookie(SEEN_COOKIE, samesite="Lax")
    return response
