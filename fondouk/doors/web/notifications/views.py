"""The inbox: list, unread count (polled), follow one, mark all read."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import access, paging, shell
from fondouk.doors.web.access import signed_in
from fondouk.doors.web.notifications import addresses
from fondouk.doors.web.request import Request
from fondouk.engines.events.perform import perform
from fondouk.market.notifications import commands, queries

ON_A_PAGE = 50


@signed_in
@require_safe
def inbox(request: Request) -> HttpResponse:
    """What happened that concerns me, for all my companies, newest first."""
    page = paging.page_of(request)
    found = queries.inbox(_person(request), limit=ON_A_PAGE + 1, offset=(page - 1) * ON_A_PAGE)
    context = {"told": found[:ON_A_PAGE], "more": page + 1 if len(found) > ON_A_PAGE else None, "tab": "notices"}
    return shell.render(request, "notifications/inbox.html", context)


def _person(request: Request) -> int:
    person = request.asking.the_person
    return int(person.id)


@require_safe
def count(request: Request) -> HttpResponse:
    """The unread count for the header; 204 while it is what the page shows already (`?shown=`)."""
    if not request.asking.signed_in:
        return HttpResponse(status=204)
    unread = queries.unread_count(_person(request))
    if request.GET.get("shown") == str(unread):
        return shell.no_change()
    return shell.render(request, "notifications/count.html", {"unread": unread})


@signed_in
@require_safe
def follow(request: Request, reference: str) -> HttpResponse:
    """From a notice, or its e-mail, to the page it is about, acting for the company it was for."""
    told = queries.notice(reference, person=_person(request))
    if told is None:
        raise Http404
    asking = request.asking
    perform(commands.mark_read, once=None, by=asking.actor, at=clock.now(), notice=reference)
    request.session[access.SESSION_KEY] = told.company_reference
    return HttpResponseRedirect(addresses.page_of(told))


@signed_in
@require_POST
def mark_all_read(request: Request) -> HttpResponse:
    """Nothing is new any more."""
    shell.act(request, commands.mark_all_read)
    return redirect("notifications_inbox")
