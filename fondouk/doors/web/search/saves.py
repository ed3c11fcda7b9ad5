"""A person's saved searches: keep one, see them, let one go."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors.web.access import signed_in
from fondouk.doors.web.posting import typed
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import asked as asking_for
from fondouk.doors.web.shell import act, field_errors, refusal_lines, render
from fondouk.kit.refusal import Refused
from fondouk.market.discovery import commands, queries, rules


@require_safe
@signed_in
def searches(request: Request) -> HttpResponse:
    """`/account/searches/`."""
    person = request.asking.the_person
    found = queries.saved_searches(person.reference)
    return render(request, "search/searches.html", {"searches": found, "tab": "searches", "alerts": alerts()})


@signed_in
def new_search(request: Request) -> HttpResponse:
    """`/account/searches/new/?q=…`: name it, choose the alert, keep it."""
    asked = asking_for.read(request.GET)
    name = typed(request, "name", 400) if "name" in request.POST else asked.text
    values = {"name": name, "alert": request.POST.get("alert", rules.Alert.DAILY)}
    context = {"asked": asked, "values": values, "alerts": alerts(), "tab": "searches", "refusals": (), "errors": {}}
    if request.method != "POST":
        return render(request, "search/new_search.html", context)
    try:
        act(
            request, commands.save_search, query=asked.as_query(), name=values["name"].strip(), alert=values["alert"],
            language=(get_language() or "en")[:2], market=request.destination.code,
        )  # fmt: skip
    except Refused as refused:
        context |= {"refusals": refusal_lines(refused), "errors": field_errors(refused)}
        return render(request, "search/new_search.html", context, status=422)
    return HttpResponseRedirect(reverse("searches"), status=303)


@require_POST
@signed_in
def remove_search(request: Request, reference: str) -> HttpResponse:
    """`/account/searches/<ref>/removal/`."""
    person = request.asking.the_person
    if reference not in {one.reference for one in queries.saved_searches(person.reference)}:
        raise Http404
    act(request, commands.drop_search, reference=reference)
    return HttpResponseRedirect(reverse("searches"), status=303)


def alerts() -> list[tuple[str, str]]:
    """The choices of an alert, in the reader's words."""
    return [
        (rules.Alert.INSTANT, _("As soon as something new is found")),
        (rules.Alert.DAILY, _("Once a day")),
        (rules.Alert.NONE, _("Never")),
    ]
