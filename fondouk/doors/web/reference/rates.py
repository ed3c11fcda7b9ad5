"""Exchange rates: the latest of each source with its age, cross rates, and a rate typed by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.engines.fx import rates as board
from fondouk.engines.places import gazetteer
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.reference import import_commands, queries, rules

_TYPED = ("base", "currency", "rate", "on", "source", "official")


@may("desk.view")
@require_http_methods(["GET", "POST"])
def rates(request: Request) -> HttpResponse:
    """The latest rates, what one market's currency is in another's, and the form."""
    lines: list[shell.Line] = []
    if request.method == "POST":
        try:
            return _enter(request)
        except Refused as refused:
            lines = shell.refusal_lines(refused)
    today = clock.now().date()
    pair = tuple(request.GET.get(name, "").strip().upper()[:3] for name in ("base", "currency"))
    context = {
        "rows": queries.latest_rates(today), "crosses": queries.crosses(_pairs(), today), "pair": pair,
        "history": board.history(*pair) if all(pair) else (), "lines": lines, "days_max": rules.RATE_DAYS_MAX,
        "typed": {**{name: posting.typed(request, name, 60) for name in _TYPED}, "today": today.isoformat()},
    }  # fmt: skip
    return shell.render(request, "reference/rates.html", context, status=422 if lines else 200)


def _pairs() -> list[tuple[str, str]]:
    """The currencies of the markets against the dirham, and against each other."""
    currencies = [*dict.fromkeys(one.currency for one in gazetteer.markets()), "MAD"]
    return [(one, other) for one in currencies for other in currencies if one < other]


def _enter(request: Request) -> HttpResponse:
    asking = request.asking
    if not asking.may("reference.load"):
        words = sentence("Your role in this company does not allow this. Ask an owner or a manager.")
        raise Refused(Refusal("permission", words))
    rate = queries.rate_of(posting.typed(request, "rate", 40))
    if rate is None:
        rate = Decimal(0)
    base, currency = (posting.typed(request, name, 20).strip().upper()[:3] for name in ("base", "currency"))
    shell.act(
        request, import_commands.enter_rate, base=base, currency=currency, rate=rate,
        on=_day(request), source=posting.typed(request, "source", 60).strip(),
        official=request.POST.get("official") == "on",
    )  # fmt: skip
    messages.success(request, _("The rate holds from its day on; estimates made from now on use it."))
    return redirect("desk_rates")


def _day(request: Request) -> date:
    try:
        return date.fromisoformat(posting.typed(request, "on", 20).strip())
    except ValueError:
        raise Refused(Refusal("fx.day", sentence("Write the day as 2026-11-23."), field="on")) from None


@may("reference.load")
@require_POST
def undo(request: Request, reference: str) -> HttpResponse:
    """Take back a rate typed by hand."""
    try:
        shell.act(request, import_commands.undo_rate, reference=reference)
    except Refused as refused:
        if refused.code == "reference.load.unknown":
            raise Http404 from None
        messages.error(request, shell.refusal_text(refused))
    else:
        messages.success(request, _("Done."))
    return redirect("desk_rates")
