"""The link under a saved search's mail: one click, no signing in. A mail program may press the button by itself."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from fondouk.doors import clock
from fondouk.doors.web.request import Request
from fondouk.doors.web.shell import render
from fondouk.engines.events.perform import perform
from fondouk.kit.actor import Actor
from fondouk.market.discovery import commands, links


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, token: str) -> HttpResponse:
    """`/searches/stop/<token>/`: asks on GET, for scanners of mail open links; stops on POST (RFC 8058)."""
    saved = links.saved_of(token)
    if saved is None:
        raise Http404
    if request.method == "POST":
        perform(commands.stop_alert, once=None, by=Actor.system("link"), at=clock.now(), saved=saved)
    return render(request, "search/stop.html", {"stopped": request.method == "POST"})
