"""Alive: this process answers. Ready: it may be sent people, because database, tables and index stand."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.cache import never_cache

from fondouk.doors.ops import readiness
from fondouk.doors.web.request import Request


@never_cache
def livez(_request: Request) -> HttpResponse:
    """200 as long as the process answers; touches nothing else."""
    return HttpResponse("alive\n", content_type="text/plain")


@never_cache
def readyz(_request: Request) -> HttpResponse:
    """200, or 503 with what is missing."""
    missing = readiness.gaps()
    if missing:
        return HttpResponse(f"waiting for {', '.join(missing)}\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")
