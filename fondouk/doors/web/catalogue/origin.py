"""Where a product originates, destination by destination: the verdict, what turns it, the declaration to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import formats, posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.request import Request
from fondouk.engines.documents import render
from fondouk.engines.tariffs import origin_words, schedule
from fondouk.kit import references
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands, origins, queries
from fondouk.market.catalogue.origins import BillView, DeclarationView, Examined
from fondouk.market.catalogue.publication import Publication


@dataclass(frozen=True, slots=True)
class Step:
    """One criterion in the reader's language."""

    said: Markup
    state: str
    figure: Decimal | None
    threshold: Decimal | None
    source: str


@may("sell.view")
@require_safe
def origin(request: Request, reference: str) -> HttpResponse:
    """The verdict at one destination, and the way to a bill where there is none."""
    return _page(request, _own(request, reference), request.GET.get("destination", ""))


@may("catalogue.edit")
@require_POST
def use_bill(request: Request, reference: str) -> HttpResponse:
    """The product goes by a bill one already has, or by none."""
    _own(request, reference)
    bill = posting.typed(request, "bill", 24)
    if not bill:
        said = _("The product goes by no bill any more.")
        return posting.then(request, commands.part_bill, said, "sell_origin", reference, product=reference)
    said = _("The product goes by this bill now.")
    return posting.then(request, commands.use_bill, said, "sell_origin", reference, bill=bill, product=reference)


@may("origin.declare")
@require_POST
def declare(request: Request, reference: str) -> HttpResponse:
    """Sign the data elements of the declaration."""
    product = _own(request, reference)
    destination, title = posting.typed(request, "destination", 2), posting.typed(request, "signed_as", 80)
    try:
        shell.act(request, commands.declare_origin, product=reference, destination=destination, signed_as=title)
    except Refused as refused:
        return _page(request, product, destination, shell.refusal_lines(refused), title)
    messages.success(request, _("Signed and kept. Send the PDF to importers who claim the preference."))
    return redirect(f"{request.path.removesuffix('declaration/')}?destination={destination}")


@may("origin.declare")
@require_POST
def withdraw(request: Request, reference: str) -> HttpResponse:
    """Take a declaration back."""
    kept = _declaration(request, reference)
    said = _("Withdrawn. Tell the importers who hold it.")
    return posting.then(
        request, commands.withdraw_declaration, said, "sell_origin", kept.product, declaration=reference
    )


@may("sell.view")
@require_safe
def declaration_pdf(request: Request, reference: str) -> HttpResponse:
    """The data elements as a document to send."""
    kept = _declaration(request, reference)
    content = render.pdf("origin_declaration", printed(kept, request), words.language())
    headers = {
        "Content-Disposition": f'attachment; filename="{kept.reference}.pdf"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def printed(kept: DeclarationView, request: Request) -> dict[str, Any]:
    """What the template reads; labels stand in its own words."""
    company = request.asking.the_company
    data = kept.data
    return {
        "number": kept.reference, "version": 1, "date": kept.signed_at.date().isoformat(),
        "seller": {"name": company.name, "lines": [line for line in (company.town, company.country) if line]},
        "agreement": f"{kept.agreement} · {data['source']}", "form": f"form_{data['form']}",
        "elements": [[f"element_{name}", text] for name, text in data["elements"]],
        "marking": data.get("marking") or "–", "rule": data.get("rule", ""), "kept_years": str(data["kept_years"]),
        "blanket": bool(data["blanket_months"]), "valid_from": kept.valid_from.isoformat(),
        "valid_until": kept.valid_until.isoformat(), "signed_name": kept.signed_name, "signed_as": kept.signed_as,
        "signed_on": kept.signed_at.date().isoformat(), "withdrawn": kept.withdrawn_at is not None,
        "claimed_by": data["signed_by"],
    }  # fmt: skip


def _own(request: Request, reference: str) -> Publication:
    supplier = request.asking.the_company.reference
    known = references.valid(reference, "PRD")
    found = queries.own_product(reference, supplier=supplier, on=clock.now().date()) if known else None
    if found is None:
        raise Http404
    return found


def _declaration(request: Request, reference: str) -> DeclarationView:
    known = references.valid(reference, "ODE")
    company = request.asking.the_company.id
    found = origins.declaration(reference, supplier=company) if known else None
    if found is None:
        raise Http404
    return found


def _page(request: Request, product: Publication, wanted: str, refusals: Any = (), title: str = "") -> HttpResponse:
    on = clock.now().date()
    company = request.asking.the_company.id
    bills = origins.bills_of(company)
    kept = next((each for each in bills if product.reference in dict(each.used_by)), None)
    kept = kept or (origins.bill_of(product.reference) if len(bills) == origins.BILLS_SHOWN else None)
    one = _examined(kept, product, wanted, on) if kept else None
    declared = [] if one is None else origins.declarations_of(product.reference, supplier=company)
    context = {
        "product": product, "text": product.text(words.language()), "one": one, "on": on,
        "places": origins.destinations(), "bills": bills, "refusals": refusals, "title": title,
        "declared": [each for each in declared if one and each.agreement == one.agreement],
        **(_told(one, on) if one else {}),
    }  # fmt: skip
    return shell.render(request, "catalogue/origin.html", context, status=422 if refusals else 200)


def _examined(kept: BillView, product: Publication, wanted: str, on: date) -> Examined:
    there = wanted if wanted in origins.destinations() else origins.destinations()[0]
    code = product.tariff_codes.get(there)
    return origins.examine_bill(
        kept, product=product.reference, destination=there, hs=code.code if code else product.hs6,
        country=product.origin_country or "MA", region=product.origin_region, on=on,
    )  # fmt: skip


def _told(one: Examined, on: date) -> dict[str, Any]:
    """The verdict in the reader's words."""
    verdict, claim, marked = one.verdict, one.claim, one.marked
    texts = origins.elements_texts(one) if claim else {}
    return {
        "agreement": _(origin_words.AGREEMENTS[one.destination, verdict.agreement]) if verdict else "",
        "steps": [_step(each, one) for each in verdict.criteria] if verdict else [],
        "lacking": [_(origin_words.LACKING.get(each, each)) for each in verdict.lacking] if verdict else [],
        "gaps": [formats.filled(_(gap.sentence), material=formats.bdi(gap.material)) for gap in one.gaps],
        "turning": _turning(verdict),
        "marked_words": _(origin_words.MARKED[marked.reason]),
        "needed": _(origin_words.NEEDED[marked.marking.needed]) if marked.marking else "",
        "marking": origins.marking_text(one),
        "elements": [(_(origin_words.ELEMENTS[name]), texts.get(name, "")) for name in claim.elements] if claim else [],
        "form": _(origin_words.FORMS[claim.form]) if claim else "",
        "until": origins.until(one, on) if one.qualifies else None,
    }  # fmt: skip


def _step(one: schedule.Criterion, found: Examined) -> Step:
    values: dict[str, Any] = {}
    for name, value in one.values.items():
        if isinstance(value, Decimal):
            values[name] = formats.price(value, found.bill.entry.currency, places=2)
        elif name == "country":
            values[name] = formats.country(value)
        elif name == "why":
            continue
        else:
            values[name] = formats.bdi(value)
    said = formats.filled(_(origin_words.CRITERIA[one.code]), **values)
    return Step(said, one.state, one.figure, one.threshold, one.source)


def _turning(verdict: schedule.Verdict | None) -> list[dict[str, Any]]:
    """Each input and what it alone can do, those that turn the verdict first."""
    if verdict is None:
        return []
    rows = [
        {"material": each.material, "share": each.share, "margin": each.margin, "turns": each.turns, "home": each.home}
        for each in verdict.flips
    ]
    return sorted(rows, key=lambda row: not row["turns"])
