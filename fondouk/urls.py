"""Mounts every noun's pages under its area: `/<lang>/`, `/<lang>/buy/`, `/<lang>/sell/` … The noun is the address.

A noun's `urls.py` exports lists named after the areas it has pages in.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

AREAS = {"buy": "buy/", "sell": "sell/", "partner": "partner/", "agency": "agency/", "desk": "desk/",
         "forward": "forward/", "account": "account/", "public": ""}  # fmt: skip
NOUNS = ("home", "today", "accounts", "companies", "search", "landed_cost", "catalogue", "conversations", "sourcing",
         "orders", "papers", "shipments", "treasury", "pavilions", "agencies", "partners", "notifications", "readiness",
         "reference", "desk", "health")  # fmt: skip


def _modules() -> list[ModuleType]:
    return [
        import_module(f"fondouk.doors.web.{noun}.urls")
        for noun in NOUNS
        if find_spec(f"fondouk.doors.web.{noun}") and find_spec(f"fondouk.doors.web.{noun}.urls")
    ]


def _mounted(area: str) -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in _modules() for pattern in getattr(module, area, [])]
    return [path(AREAS[area], include(patterns))] if patterns else []


urlpatterns: list[URLPattern | URLResolver] = [
    pattern for module in _modules() for pattern in getattr(module, "unprefixed", [])
]
urlpatterns += i18n_patterns(*(resolver for area in AREAS for resolver in _mounted(area)), prefix_default_language=True)

handler400 = "fondouk.doors.web.errors.bad_request"
handler403 = "fondouk.doors.web.errors.forbidden"
handler404 = "fondouk.doors.web.errors.not_found"
handler500 = "fondouk.doors.web.errors.server_error"
