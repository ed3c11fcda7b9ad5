"""The operator's desk: hold a published product with a reason, and show it again."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.request import Request
from fondouk.kit import references
from fondouk.market.catalogue import commands, queries


@may("listings.moderate")
@require_safe
def products(request: Request) -> HttpResponse:
    """Published and held products, latest change first."""
    typed = request.GET.get("q", "").replace("\x00", "")[:80].strip()
    state = "HELD" if request.GET.get("state") == "HELD" else "PUBLISHED"
    found = queries.moderated(state=state, words=typed, on=clock.now().date())
    rows = [(one, one.text(words.language())) for one in found]
    context = {"rows": rows, "typed": typed, "state": state, "tab": "products"}
    return shell.render(request, "catalogue/desk_products.html", context)


def _known(reference: str) -> None:
    if not references.valid(reference, "PRD"):
        raise Http404


@may("listings.moderate")
@require_POST
def hold(request: Request, reference: str) -> HttpResponse:
    """Out of sight, with a reason the supplier reads."""
    _known(reference)
    reason = posting.typed(request, "reason", 300)
    said = _("Held. The supplier reads the reason.")
    return posting.then(request, commands.hold_product, said, "desk_products", product=reference, reason=reason)


@may("listings.moderate")
@require_POST
def release(request: Request, reference: str) -> HttpResponse:
    """Shown again."""
    _known(reference)
    said = _("Shown again.")
    return posting.then(request, commands.release_product, said, "desk_products", product=reference)
