"""The language of a page: its URL prefix, or for a path without one the cookie, then Accept-Language.

The locale for formats follows the language and where the goods go: ar is ar_MA; fr is fr_CA to Canada, else
fr_MA; en is en_CA to Canada, else en_US.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from fondouk.doors.web.request import Request

LANGUAGES = ("en", "fr", "ar")
NAMES = {"en": "English", "fr": "Français", "ar": "العربية"}
YEAR_SECONDS = 365 * 24 * 3600
#: Paths that stand outside any language.
BARE = (
    "/api/", "/mcp/", "/media/", "/static/", "/livez", "/readyz", "/sitemap", "/robots.txt", "/.well-known/",
    "/favicon.ico", "/theme", "/webhooks/",
)  # fmt: skip


def locale_for(language: str, country: str) -> str:
    """The Babel locale of a language and a destination country (ISO 3166)."""
    if language == "ar":
        return "ar_MA"
    if language == "fr":
        return "fr_CA" if country == "CA" else "fr_MA"
    return "en_CA" if country == "CA" else "en_US"


def of_path(path: str) -> str | None:
    """The language prefix of a path, if it has one of ours."""
    head = path[1:].split("/", 1)[0]
    return head if head in LANGUAGES else None


def preferred(request: Request) -> str:
    """What the reader reads: the cookie, then Accept-Language, then English."""
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if kept in LANGUAGES:
        return kept
    for code, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        try:
            found = get_supported_language_variant(code)
        except LookupError:
            continue
        if found in LANGUAGES:
            return found
    return "en"


def path_in(language: str, path: str) -> str:
    """The same page in another language."""
    return f"/{language}/" + path.split("/", 2)[2] if of_path(path) and path.count("/") > 1 else f"/{language}{path}"


class LanguagePrefix:
    """Middleware: activate the language of the path; send an unprefixed page to its prefixed address."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        language = of_path(request.path_info)
        bare = request.path_info.startswith(BARE)
        if language is None and not bare:
            return self.to_prefixed(request)
        translation.activate(language or preferred(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        if language:
            response.headers.setdefault("Content-Language", language)
            if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
                response.set_cookie(
                    settings.LANGUAGE_COOKIE_NAME,
                    language,
                    max_age=YEAR_SECONDS,
                    samesite="Lax",
                    secure=settings.SECURE,
                )
        return response

    def to_prefixed(self, request: Request) -> HttpResponse:
        """302 to the reader's language; only reading can be redirected without losing what was sent."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotFound()
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        path = "/" + request.path_info.lstrip("/\\")
        response = HttpResponseRedirect(f"/{preferred(request)}{path}{query}")
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response
