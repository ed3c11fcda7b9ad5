"""Public pictures by their hash. They never change, so they may be kept for ever; nothing private passes here."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors.web.request import Request
from fondouk.engines.files import store

_KEPT_SECONDS = 31_536_000
#: A drawing opened by itself may style itself and nothing else: no script, no loading, no frame.
_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def media(request: Request, name: str) -> HttpResponse:
    """One size of a picture."""
    found = store.open_media(name)
    if found is None:
        raise Http404
    content, media_type = found
    etag = f'"{name[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    response = HttpResponse(content, content_type=media_type)
    response["Cache-Control"] = f"public, max-age={_KEPT_SECONDS}, immutable"
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _CSP
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
