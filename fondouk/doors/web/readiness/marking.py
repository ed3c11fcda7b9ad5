"""The supplier's checklist of one product: every market, what is done, what is missing, and what shows it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import words as catalogue_words
from fondouk.doors.web.readiness import words
from fondouk.doors.web.request import Request
from fondouk.kit import references
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies import queries as companies
from fondouk.market.readiness import commands, queries


def own_product(request: Request, reference: str) -> Publication:
    """The product, if it is the asking company's; a stranger gets 404."""
    company = request.asking.the_company.reference
    known = references.valid(reference, "PRD")
    found = catalogue.own_product(reference, supplier=company, on=clock.now().date()) if known else None
    if found is None:
        raise Http404
    return found


def _context(request: Request, reference: str) -> dict[str, Any]:
    product = own_product(request, reference)
    proofs = companies.evidence_of(request.asking.the_company.id)
    on = clock.now().date()
    return {
        "product": product, "text": product.text(catalogue_words.language()),
        "lists": queries.of_product(product, on=on), "words": words, "scheme_name": catalogue_words.scheme_name,
        "certificates": [
            (one.reference, f"{catalogue_words.scheme_name(one.scheme)} {one.number}".strip())
            for one in proofs if one.kind == "certificate" and one.state == "ACCEPTED"
        ],
    }  # fmt: skip


@may("sell.view")
@require_safe
def product(request: Request, reference: str) -> HttpResponse:
    """What the product needs in each market, and how far it is."""
    return shell.render(request, "readiness/product.html", _context(request, reference))


@may("catalogue.edit")
@require_POST
def mark(request: Request, reference: str) -> HttpResponse:
    """Done, or not needed; a refusal keeps what was typed beside its requirement."""
    said = {name: posting.typed(request, name, 400) for name in ("requirement", "state", "note", "evidence")}
    try:
        shell.act(request, commands.mark_requirement, product=reference, **said)
    except Refused as refused:
        context = _context(request, reference) | {"typed": said, "refused": shell.refusal_lines(refused)}
        return shell.render(request, "readiness/product.html", context, status=422)
    messages.success(request, _("Noted. Buyers read it on the product’s page."))
    return redirect("sell_product_readiness", reference)


@may("catalogue.edit")
@require_POST
def unmark(request: Request, reference: str) -> HttpResponse:
    """Open again."""
    own_product(request, reference)
    return posting.then(
        request, commands.withdraw_mark, _("It is open again."), "sell_product_readiness", reference, product=reference,
        requirement=posting.typed(request, "requirement", 40),
    )  # fmt: skip
