"""The journal at the desk: what could not be read, and a search of everything that happened."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.engines.events import journal as events
from fondouk.kit import references
from fondouk.market.companies import queries as companies
from fondouk.market.companies.commands.events import retry_event

ON_A_PAGE = 50


@may("journal.read")
@require_safe
def journal(request: Request) -> HttpResponse:
    """Search by a reference, a person or company, or the beginning of an event's name; by day; fifty a page."""
    typed, day, before = (_typed(request, name) for name in ("q", "on", "before"))
    on = _day(day)
    rows = events.search(_meant(typed), on=on, before=int(before) if _is_number(before) else None, limit=ON_A_PAGE)
    people = companies.person_names({row.by for row in rows})
    context: dict[str, Any] = {
        "rows": rows, "people": people, "q": typed, "on": day, "tab": "journal", "aside": events.set_aside(),
        "wrong_day": bool(day) and on is None, "older": rows[-1].id if len(rows) == ON_A_PAGE else None,
    }  # fmt: skip
    return shell.render(request, "desk/journal.html", context)


@may("journal.read")
@require_POST
def retry(request: Request, unread: str) -> HttpResponse:
    """Another try at an event set aside."""
    if not _is_number(unread):
        raise Http404
    words = _("Its reader tries again. Look here in a minute.")
    return posting.then(request, retry_event, words, "desk_journal", unread=int(unread))


def _typed(request: Request, name: str) -> str:
    return "".join(one for one in request.GET.get(name, "") if one.isprintable()).strip()[:80]


def _meant(text: str) -> str:
    """A reference as it is written, whatever was typed; anything else as it is."""
    mended = references.normalise(text) if len(text.replace("-", "").replace(" ", "")) > 8 else text
    return mended if references.valid(mended) else text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
