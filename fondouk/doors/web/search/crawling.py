"""For crawlers: what they may read, and every public page in each language somebody wrote it in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors.web.locale import LANGUAGES
from fondouk.doors.web.request import Request
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.discovery import crawled

PER_FILE = 5_000
_CLOSED = ("account", "buy", "sell", "partner", "agency", "desk", "forward", "search/suggestions", "compare", "seen")
_PAGES = ("/", "/trust/", "/categories/", "/suppliers/", "/pavilions/", "/landed-cost/")


@require_safe
def robots(_request: Request) -> HttpResponse:
    """`/robots.txt`."""
    closed = [f"Disallow: /{language}/{area}/" for language in LANGUAGES for area in _CLOSED]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(_request: Request) -> HttpResponse:
    """`/sitemap.xml`: the list of its parts."""
    parts = ["pages", *(f"products-{number}" for number in range(1, crawled.files(PER_FILE) + 1))]
    entries = "".join(f"<sitemap><loc>{settings.SITE_URL}/sitemap-{part}.xml</loc></sitemap>" for part in parts)
    return _xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>')


@require_safe
def sitemap_pages(_request: Request) -> HttpResponse:
    """`/sitemap-pages.xml`: pages of our own, categories and storefronts."""
    paths = [*_PAGES, *(f"/categories/{shelf.code}/" for shelf in catalogue.categories())]
    paths += [f"/s/{slug}/" for slug in crawled.storefronts()]
    return _urls((dict.fromkeys(LANGUAGES, path), None) for path in paths)


@require_safe
def sitemap_products(_request: Request, number: int) -> HttpResponse:
    """`/sitemap-products-1.xml`: five thousand products, each in the languages a person wrote or reviewed."""
    found = crawled.products(offset=(number - 1) * PER_FILE, limit=PER_FILE) if 0 < number < 1000 else []
    if not found:
        raise Http404
    return _urls((one.paths, one.changed_on) for one in found)


def _urls(pages: Iterable[tuple[dict[str, str], date | None]]) -> HttpResponse:
    entries = "".join(_entry(language, paths, day) for paths, day in pages for language in paths)
    return _xml(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f"{entries}</urlset>"
    )


def _entry(language: str, paths: dict[str, str], day: date | None) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other}" href={quoteattr(_address(other, path))}/>'
        for other, path in paths.items()
    )
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{escape(_address(language, paths[language]))}</loc>{changed}{others}</url>"


def _address(language: str, path: str) -> str:
    return f"{settings.SITE_URL}/{language}{quote(path)}"


def _xml(body: str) -> HttpResponse:
    response = HttpResponse(
        f'<?xml version="1.0" encoding="UTF-8"?>{body}', content_type="application/xml; charset=utf-8"
    )
    response["Cache-Control"] = "public, max-age=3600"
    return response
