"""Private bytes leave as an attachment, never shown in our origin."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from fondouk.engines.files import store


def attachment_response(reference: str, name: str) -> HttpResponse:
    """The file's bytes to save; the caller's query has decided who may read them."""
    found, content = store.open(reference)
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name or found.name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=found.media_type, headers=headers)
