"""The supplier's bills of materials: the list, the editor with its rows, copies; nobody else ever sees them."""

from __future__ import annotations

import re
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.catalogue.bill_forms import BillForm, CostRows, MaterialRows, blank, first_of, first_rows
from fondouk.doors.web.request import Request
from fondouk.doors.web.sending import attachment_response
from fondouk.engines.files import store
from fondouk.engines.places import gazetteer
from fondouk.kit import references
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands, origins, queries
from fondouk.market.catalogue.origins import BillView
from fondouk.market.companies import queries as companies

_ROW = re.compile(r"(add-material|add-cost|drop-material-[0-9]{1,2}|drop-cost-[0-9]{1,2})")


@may("sell.view")
@require_safe
def bills(request: Request) -> HttpResponse:
    """All of one's bills, latest change first."""
    on = clock.now().date()
    return shell.render(request, "catalogue/bills.html", {"bills": origins.bills_of(_company(request)), "on": on})


@may("catalogue.edit")
@require_http_methods(["GET", "POST"])
def create_bill(request: Request) -> HttpResponse:
    """A new bill, for a product where one is named."""
    product = _product(request, request.GET.get("product", ""))
    return _editor(request, None, product)


@may("catalogue.edit")
@require_http_methods(["GET", "POST"])
def edit_bill(request: Request, reference: str) -> HttpResponse:
    """The editor of a kept bill."""
    return _editor(request, own(request, reference), None)


@may("catalogue.edit")
@require_POST
def copy_bill(request: Request, reference: str) -> HttpResponse:
    """A second bill with the same figures."""
    own(request, reference)
    outcome = shell.act(request, commands.copy_bill, bill=reference)
    messages.success(request, _("Copied. Change what differs, then give it to a product."))
    return redirect("sell_bill", reference=outcome.reference)


@may("catalogue.edit")
@require_POST
def retire_bill(request: Request, reference: str) -> HttpResponse:
    """Put a bill away."""
    own(request, reference)
    return posting.then(request, commands.retire_bill, _("The bill is put away."), "sell_bills", bill=reference)


@may("sell.view")
@require_safe
def proof(request: Request, reference: str, file: str) -> HttpResponse:
    """The proof of a material, to save; only those a bill of one's own names."""
    found = own(request, reference)
    if not file or file not in {one.file for one in found.entry.materials}:
        raise Http404
    return attachment_response(file, "")


def own(request: Request, reference: str) -> BillView:
    """One's own bill; 404 for everybody else."""
    found = origins.bill(reference, supplier=_company(request)) if references.valid(reference, "BOM") else None
    if found is None:
        raise Http404
    return found


def _product(request: Request, reference: str) -> Any:
    if not references.valid(reference, "PRD"):
        return None
    supplier = request.asking.the_company.reference
    return queries.own_product(reference, supplier=supplier, on=clock.now().date())


def _editor(request: Request, kept: BillView | None, product: Any) -> HttpResponse:
    form, materials, costs = _forms(request, kept, product)
    if request.method != "POST":
        return _page(request, kept, product, form, materials, costs)
    _receive(request, materials)
    wanted = _ROW.fullmatch(request.POST.get("then", ""))
    if wanted:
        shown = _with_rows(request, wanted[0])
        return _page(request, kept, product, *shown, status=200)
    if all([form.is_valid(), materials.is_valid(), costs.is_valid()]):
        rows = [one for one in materials.forms if not one.is_empty], [one for one in costs.forms if not one.is_empty]
        home = request.asking.the_company.country
        entry = form.entry([one.entry(home) for one in rows[0]], [one.entry() for one in rows[1]])
        arguments = {"bill": kept.reference} if kept else {"product": product.reference if product else ""}
        try:
            outcome = shell.act(request, commands.save_bill, entry=entry, **arguments)
        except Refused as refused:
            _show(refused, form, *rows)
        else:
            messages.success(request, _("The bill is kept. What it leads to is worked out anew."))
            return redirect(_after(outcome.reference or "", product))
    return _page(request, kept, product, form, materials, costs, status=422)


def _after(bill: str, product: Any) -> str:
    return reverse("sell_origin", args=[product.reference]) if product else reverse("sell_bill", args=[bill])


def _forms(request: Request, kept: BillView | None, product: Any) -> tuple[BillForm, Any, Any]:
    posted = request.POST if request.method == "POST" else None
    if kept is not None:
        first, (materials, costs) = first_of(kept.entry), first_rows(kept.entry)
    else:
        prices = product.prices if product else None
        name = product.text(words.language()).title if product else ""
        first, materials, costs = blank(
            clock.now().date(), name, product.unit if product else "", prices.currency if prices else ""
        )
    choices = {"certificates": _certificates(request)}
    files = request.FILES if posted is not None else None
    return (
        BillForm(posted, initial=first),
        MaterialRows(posted, files, initial=materials, prefix="material", form_kwargs=choices),
        CostRows(posted, initial=costs, prefix="cost"),
    )


def _certificates(request: Request) -> list[tuple[str, str]]:
    proofs = companies.evidence_of(request.asking.the_company.id)
    return [
        (one.reference, " · ".join(filter(None, [words.scheme_name(one.scheme), one.number])))
        for one in proofs
        if one.kind == "certificate" and one.state in ("ACCEPTED", "PENDING")
    ]


def _receive(request: Request, materials: Any) -> None:
    """Take the files that came with rows before anything else is looked at: a refused form keeps them."""
    asking = request.asking
    data = request.POST.copy()
    for row in materials.forms:
        upload = request.FILES.get(row.add_prefix("upload"))
        if upload is None:
            continue
        try:
            kept = store.receive(
                cast(BinaryIO, upload), "evidence", owner=asking.the_company.id, by=asking.actor, at=clock.now(),
                name=upload.name or "",
            )  # fmt: skip
        except Refused as refused:
            row.full_clean()
            row.add_error("upload", shell.refusal_text(refused))
        else:
            data[row.add_prefix("file")] = kept.reference
            row.data = data
    materials.data = data
    request.POST = data  # type: ignore[assignment]


def _with_rows(request: Request, wanted: str) -> tuple[BillForm, Any, Any]:
    """The same form with one row more or less, unbound: nothing is refused before it is saved."""
    verb, prefix, *place = wanted.split("-")
    shown = {"material": _typed(request, "material", MaterialRows), "cost": _typed(request, "cost", CostRows)}
    if verb == "add":
        shown[prefix].append({})
    elif int(place[0]) < len(shown[prefix]):
        del shown[prefix][int(place[0])]
    form = BillForm(initial={name: request.POST.get(name, "") for name in BillForm.base_fields})
    choices = {"certificates": _certificates(request)}
    materials = MaterialRows(initial=shown["material"], prefix="material", form_kwargs=choices)
    return form, materials, CostRows(initial=shown["cost"], prefix="cost")


def _typed(request: Request, prefix: str, rows: Any) -> list[dict[str, str]]:
    total = request.POST.get(f"{prefix}-TOTAL_FORMS", "0")
    count = min(int(total) if total.isascii() and total.isdigit() and len(total) < 4 else 0, rows.max_num)
    names = [name for name in rows.form.base_fields if name != "upload"]
    return [{name: request.POST.get(f"{prefix}-{row}-{name}", "") for name in names} for row in range(count)]


def _show(refused: Refused, form: BillForm, materials: list[Any], costs: list[Any]) -> None:
    """Each refusal beside its row; those about the whole on top."""
    for line in shell.refusal_lines(refused):
        kind, _dash, rest = (line.field or "").partition("-")
        number, _dash, name = rest.partition("-")
        rows = {"material": materials, "cost": costs}.get(kind)
        if rows is not None and number.isdigit() and int(number) < len(rows):
            row = rows[int(number)]
            row.add_error(name if name in row.fields else None, line.text)
        else:
            form.add_error(line.field if line.field in form.fields else None, line.text)


def _page(
    request: Request, kept: BillView | None, product: Any, form: BillForm, materials: Any, costs: Any,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    files = store.find_many([one["file"].value() for one in materials.forms if one["file"].value()])
    context = {
        "bill": kept, "product": product, "form": form, "materials": materials, "costs": costs, "files": files,
        "countries": [name for _code, name in gazetteer.countries(words.language())],
        "title": product.text(words.language()).title if product else "", "on": clock.now().date(),
    }  # fmt: skip
    return shell.render(request, "catalogue/bill.html", context, status=status)


def _company(request: Request) -> int:
    return int(request.asking.the_company.id)
