"""Measures as loaded: browsed by code, destination, origin, kind and day; the history of one code; every load."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may
from fondouk.doors.web.paging import page_of
from fondouk.doors.web.request import Request
from fondouk.engines.tariffs import schedule
from fondouk.market.reference import queries, rules

ON_A_PAGE = 50
PAGES_MAX = 10_000
ROWS_MAX = 50_000
_COLUMNS = (
    "destination", "kind", "name", "heading", "hs", "origin", "agreement", "rate", "currency", "minimum", "maximum",
    "applies", "covered_list", "exempt_lists", "seasons", "human", "certainty", "status", "description", "valid_from",
    "valid_until", "source", "retrieved_on", "verified_until", "load",
)  # fmt: skip


@may("desk.view")
@require_safe
def measures(request: Request) -> HttpResponse:
    """What holds on a day; without a question, what is loaded at all."""
    asked = _asked(request)
    page = page_of(request, most=PAGES_MAX)
    searched = any((asked.destination, asked.kind, asked.origin, asked.code, asked.words))
    rows, count = schedule.browse(asked, limit=ON_A_PAGE, offset=(page - 1) * ON_A_PAGE) if searched else ((), 0)
    held = queries.holdings()
    context: dict[str, Any] = {
        "asked": asked, "rows": rows, "count": count, "searched": searched, "held": held,
        "page": {"number": page, "pages": max(1, -(-count // ON_A_PAGE))},
        "destinations": sorted({one.destination for one in held.measures}), "kinds": rules.KIND_NAMES,
        "origins": schedule.origins(), "typed": request.GET.get("q", "")[:80],
        "today": clock.now().date(),
    }  # fmt: skip
    return shell.render(request, "reference/measures.html", context)


@may("desk.view")
@require_safe
def rows(request: Request) -> HttpResponse:
    """What the question finds, as a CSV file with the columns of plain measures and the load that brought each row."""
    found, _count = schedule.browse(_asked(request), limit=ROWS_MAX)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(getattr(one, name)) for name in _COLUMNS] for one in found)
    headers = {"Content-Disposition": 'attachment; filename="measures.csv"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: Any) -> str:
    """A spreadsheet must not take the words of a foreign file for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "@"} else text


def _asked(request: Request) -> schedule.Asked:
    """The question in the address; what cannot be read of it is left out."""
    text = request.GET.get("q", "").strip()[:80]
    digits = text.replace(".", "").replace(" ", "")
    is_code = digits.isascii() and digits.isdigit()
    return schedule.Asked(
        day=_day(request.GET.get("on", "")) or clock.now().date(),
        destination=request.GET.get("to", "").strip().upper()[:2],
        kind=kind if (kind := request.GET.get("kind", "")) in rules.KIND_NAMES else "",
        origin=request.GET.get("from", "").strip().upper()[:8],
        code=digits[:10] if is_code else "",
        words="" if is_code else text,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


@may("desk.view")
@require_safe
def history(request: Request, destination: str, code: str) -> HttpResponse:
    """Everything ever loaded for one code: validity, rate as written, source, and the load that brought it."""
    if not (destination.isascii() and destination.isalpha() and destination.isupper() and len(destination) == 2):
        raise Http404
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 10):
        raise Http404
    found = queries.history(destination, code)
    return shell.render(
        request, "reference/history.html", {"history": found, "kinds": rules.KIND_NAMES, "today": clock.now().date()}
    )


@may("desk.view")
@require_safe
def loads(request: Request) -> HttpResponse:
    """Every load, however it came."""
    return shell.render(request, "reference/loads.html", {"rows": queries.loads(), "tables": rules.TABLE_NAMES})
