"""A trade document to save, and all of an order's documents as one archive."""

from __future__ import annotations

import io
import zipfile

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors.web.orders.asked import order_seen, seen
from fondouk.doors.web.request import Request
from fondouk.doors.web.sending import attachment_response
from fondouk.market.papers import queries


@seen
@require_safe
def paper(request: Request, reference: str, side: str) -> HttpResponse:
    """One version of one document; the order decides who may read it."""
    found = queries.paper(reference)
    if found is None:
        raise Http404
    order_seen(request, found.within, side)
    return attachment_response(found.file, found.file_name)


@seen
@require_safe
def all_papers(request: Request, reference: str, side: str) -> HttpResponse:
    """The newest version of every document of an order, as a ZIP."""
    order_seen(request, reference, side)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in queries.papers_within(reference):
            if one.newest and (found := queries.content(one.reference)):
                archive.writestr(f"{one.reference}-{one.file_name}", found[1])
    headers = {"Content-Disposition": f'attachment; filename="{reference}.zip"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(out.getvalue(), content_type="application/zip", headers=headers)
