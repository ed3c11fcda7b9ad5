"""A supplier's public site: story, goods, certificates, what buyers say, and the ways to share it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import qrcode
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage

from fondouk.doors import clock
from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.fields import at
from fondouk.doors.web.kept_pages import KeptPages
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import keeping
from fondouk.doors.web.search.cards import drawn
from fondouk.doors.web.shell import render
from fondouk.engines.places import gazetteer
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Shop, Supplier
from fondouk.market.discovery import queries as discovery
from fondouk.market.orders import queries as orders

PAGE = 24
KEPT_MAX = 300


def _open(slug: str) -> Shop:
    shop = catalogue.storefront(slug, on=clock.now().date())
    if shop is None:
        raise Http404
    return shop


@require_safe
def storefront(request: Request, slug: str) -> HttpResponse:
    """The page."""
    shop = _open(slug)
    goods = _goods(request, shop)
    drawn_from = (shop, goods)
    kept = _kept.find(request, drawn_from)
    return kept or _kept.keep(
        request, drawn_from, render(request, "catalogue/storefront.html", page_of(request, shop, goods))
    )


_kept = KeptPages(KEPT_MAX)


@dataclass(frozen=True, slots=True)
class Goods:
    """A page of a supplier's cards by reference with their stamps, what can be asked about, and what buyers say."""

    stamps: dict[str, str]
    askable: list[tuple[str, str]]
    reviews: list[orders.ReviewView]


def _goods(request: Request, shop: Shop) -> Goods:
    newest, first = request.GET.get("sort") == "newest", (_page(request) - 1) * PAGE
    return Goods(
        discovery.browse_stamps(shop.supplier.id, newest=newest, offset=first, limit=PAGE),
        discovery.titles_of(shop.supplier.id, language=words.language()),
        orders.reviews_of(shop.supplier.id, limit=4),
    )


def page_of(request: Request, shop: Shop, goods: Goods | None = None) -> dict[str, Any]:
    """What the template shows; the editor's preview shows the same."""
    goods, language = goods or _goods(request, shop), words.language()
    market = gazetteer.market_for(request.destination.code) or gazetteer.markets()[0]
    newest, stamps = request.GET.get("sort") == "newest", goods.stamps
    saved = keeping.saved_among(request, list(stamps))
    cards = drawn(list(stamps), language, market.code, saved, stamps=stamps, eager=2)
    name = shop.supplier.called(language)
    headline, story = shop.words(shop.headlines, language), shop.words(shop.stories, language)
    address = settings.SITE_URL + at(f"/s/{shop.slug}/")
    return {
        "shop": shop, "supplier": shop.supplier, "name": name, "cards": cards, "newest": newest,
        "askable": goods.askable,
        "number_of_page": _page(request), "pages": max(1, -(-shop.products // PAGE)), "about": _about(shop.supplier),
        "facts": words.trust_sentences(shop.supplier.trust), "figures_": _figures(shop, language),
        "headline": headline, "story": story, "certificates": shop.supplier.trust.certificates,
        "scheme_name": words.scheme_name, "reviews": goods.reviews, "address": address,
        "site": settings.SITE_URL, "cover": shop.shown.at_least(1200) if shop.shown else None,
        "preview": shop.shown.preview if shop.shown else None,
        "whatsapp": f"https://wa.me/?text={quote(f'{name} — {address}')}",
    }  # fmt: skip


def _page(request: Request) -> int:
    typed = request.GET.get("page", "1")
    return max(1, min(int(typed), 500)) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 1


def _about(supplier: Supplier) -> Markup:
    """Taroudant, Souss-Massa · 64 people since 2009."""
    where = Markup("{}").format(words.where(supplier))
    if supplier.people_count and supplier.founded_in:
        sentence = ngettext("%(count)s person since %(year)s", "%(count)s people since %(year)s", supplier.people_count)
        since = formats.filled(
            sentence, count=formats.number(supplier.people_count), year=formats.ltr(supplier.founded_in)
        )
        return Markup("{} · {}").format(where, since)
    if supplier.founded_in:
        return Markup("{} · {}").format(
            where, formats.filled(_("since %(year)s"), year=formats.ltr(supplier.founded_in))
        )
    return where


def _figures(shop: Shop, language: str) -> list[tuple[Any, str]]:
    figures: list[tuple[Any, str]] = []
    capacity, _said_in = shop.words(shop.capacity, language)
    if capacity:
        figures.append((capacity, _("capacity")))
    minutes = shop.supplier.response_minutes
    if minutes is not None:
        hours = max(1, round(minutes / 60))
        time = ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": formats.number(hours)}
        figures.append((time, _("usual time to answer")))
    if shop.products:
        figures.append((formats.number(shop.products), ngettext("product", "products", shop.products)))
    return figures


@require_safe
def qr_code(_request: Request, slug: str) -> HttpResponse:
    """The storefront's address as a QR code: for a stall, a box, a business card."""
    shop = _open(slug)
    image = qrcode.make(settings.SITE_URL + at(f"/s/{shop.slug}/"), image_factory=SvgPathImage, box_size=12, border=2)
    out = io.BytesIO()
    image.save(out)
    response = HttpResponse(out.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return response
