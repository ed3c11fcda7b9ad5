"""The supplier's products: the list with what to do next, the quick add, the editor, photos, publishing."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.catalogue.forms import ProductForm, QuickForm, first_of
from fondouk.doors.web.paging import page_of
from fondouk.doors.web.readiness import words as need_words
from fondouk.doors.web.request import Request
from fondouk.engines.events.perform import perform
from fondouk.engines.files import store
from fondouk.kit import references
from fondouk.kit.refusal import Refused, sentence
from fondouk.market.catalogue import commands, queries, rules
from fondouk.market.catalogue.copying import entry_of
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies import queries as companies
from fondouk.market.readiness import queries as readiness

PAGE = 30
#: Where on the editor a refusal's field is mended.
_ANCHORS = {"photos": "photos", "breaks": "id_from_0", "title": "id_title_", "package": "id_package_length_cm",
            "preference": "id_preference_us", "certificates": "certificates", "summary": "id_summary_"}  # fmt: skip

STATE_NAMES = {
    "DRAFT": sentence("Draft"), "PUBLISHED": sentence("Published"), "PAUSED": sentence("Paused"),
    "HELD": sentence("Held by the operator"), "ARCHIVED": sentence("Archived"),
}  # fmt: skip


def _company(request: Request) -> str:
    return str(request.asking.the_company.reference)


def _own(request: Request, reference: str) -> Publication:
    known = references.valid(reference, "PRD")
    found = queries.own_product(reference, supplier=_company(request), on=clock.now().date()) if known else None
    if found is None:
        raise Http404
    return found


def _readiness(request: Request, product: Publication) -> rules.Readiness:
    country = request.asking.the_company.country
    return rules.readiness(queries.facts_of(product, seller_country=country))


def anchor(field: str) -> str:
    """The id of the input a gap or refusal is about."""
    found = _ANCHORS.get(field, f"id_{field}")
    return found + words.language() if found.endswith("_") else found


@may("sell.view")
@require_safe
def products(request: Request) -> HttpResponse:
    """All products, latest change first, each with its readiness and next step."""
    state = request.GET.get("state", "")
    state = state if state in set(rules.ProductState) else ""
    page = page_of(request)
    found = queries.own_products(
        _company(request), state=state, offset=(page - 1) * PAGE, limit=PAGE, on=clock.now().date()
    )
    alive = sum(count for name, count in found.counts.items() if name != rules.ProductState.ARCHIVED)
    total = found.counts.get(state, 0) if state else alive
    rows = [
        {"product": one, "text": one.text(words.language()), "ready": _readiness(request, one)}
        for one in found.products
    ]
    context = {
        "rows": rows, "state": state, "counts": found.counts, "alive": alive, "anchor": anchor,
        "page": {"number": page, "pages": max(1, -(-total // PAGE))}, "states": STATE_NAMES,
    }  # fmt: skip
    return shell.render(request, "catalogue/sell_products.html", context)


def receive_photos(request: Request, name: str = "photos") -> tuple[list[str], list[Refused]]:
    """Uploads taken before the command: references of those taken, refusals of the others."""
    asking = request.asking
    taken, refused = [], []
    for upload in request.FILES.getlist(name)[: rules.PHOTOS_MAX]:
        try:
            file = store.receive(
                cast(BinaryIO, upload),
                "photo",
                owner=asking.the_company.id,
                by=asking.actor,
                at=clock.now(),
                name=upload.name or "",
            )
        except Refused as reason:
            refused.append(reason)
        else:
            taken.append(file.reference)
    return taken, refused


@may("catalogue.edit")
@require_http_methods(["GET", "POST"])
def create_product(request: Request) -> HttpResponse:
    """The quick add: photo, name, price. What was typed and the photos already taken stay when something is refused."""
    form = QuickForm(request.POST or None, shelves=queries.categories(), initial={"currency": "USD"})
    kept = [one for one in request.POST.getlist("kept") if references.valid(one, "FIL")][: rules.PHOTOS_MAX]
    if request.method == "POST":
        taken, refused = receive_photos(request)
        kept += taken
        for reason in refused:
            posting.show_refusals(form, reason)
        if form.is_valid():
            try:
                outcome = shell.act(
                    request, commands.add_product, entry=form.entry(words.language()), photos=tuple(kept)
                )
            except Refused as reason:
                posting.show_refusals(form, reason)
            else:
                messages.success(request, _("Saved as a draft. Complete it, then publish."))
                return redirect("sell_product", reference=outcome.reference)
    context = {"form": form, "kept": kept}
    return shell.render(request, "catalogue/sell_new.html", context, status=posting.status_of(form))


def _certificate_choices(request: Request) -> list[tuple[str, str]]:
    proofs = companies.evidence_of(request.asking.the_company.id)
    return [
        (
            one.reference,
            f"{words.scheme_name(one.scheme)} · {one.number}" if one.number else words.scheme_name(one.scheme),
        )
        for one in proofs
        if one.kind == "certificate" and one.state in ("ACCEPTED", "PENDING")
    ]


def _form(request: Request, product: Publication, data: Any = None) -> ProductForm:
    attached = queries.certificates_of(product.reference, supplier=_company(request))
    return ProductForm(
        data, shelves=queries.categories(), certificates=_certificate_choices(request),
        initial=first_of(entry_of(product, attached)),
    )  # fmt: skip


@may("catalogue.edit")
@require_http_methods(["GET", "POST"])
def edit_product(request: Request, reference: str) -> HttpResponse:
    """The full editor; saving and publishing are two buttons of one form, so that nothing typed is lost."""
    product = _own(request, reference)
    form = _form(request, product, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.change_product, product=reference, entry=form.entry())
        except Refused as refused:
            _show(form, refused)
        else:
            return _saved(request, reference)
    return _editor(request, product, form)


def _saved(request: Request, reference: str) -> HttpResponse:
    if request.POST.get("then") != "publish":
        messages.success(request, _("Saved."))
        return redirect("sell_product", reference=reference)
    return _publish(request, reference)


def _show(form: ProductForm, refused: Refused) -> None:
    """Each refusal beside its input, or on top."""
    for line in shell.refusal_lines(refused):
        name = anchor(line.field).removeprefix("id_") if line.field else ""
        form.add_error(name if name in form.fields else None, line.text)


def _editor(
    request: Request, product: Publication, form: ProductForm, missing: list[Any] | None = None, status: int = 0
) -> HttpResponse:
    context = {
        "product": product, "form": form, "missing": missing or [], "anchor": anchor,
        "ready": _readiness(request, product), "text": product.text(words.language()),
        "photos": queries.photos_of(product.reference, supplier=_company(request)),
        "needs": readiness.of_product(product, on=clock.now().date()), "need_words": need_words,
        "photos_max": rules.PHOTOS_MAX, "states": STATE_NAMES, "breaks": form.break_rows(),
    }  # fmt: skip
    return shell.render(request, "catalogue/sell_product.html", context, status=status or posting.status_of(form))


def _publish(request: Request, reference: str) -> HttpResponse:
    asking = request.asking
    try:
        perform(
            commands.publish_product, once=f"{request.POST.get('once', '')[:40]}-publish", by=asking.actor,
            at=clock.now(), product=reference,
        )  # fmt: skip
    except Refused as refused:
        product = _own(request, reference)
        return _editor(request, product, _form(request, product), shell.refusal_lines(refused), status=422)
    messages.success(request, _("Published. It can be found in a second or two."))
    return redirect("sell_product", reference=reference)


@may("catalogue.publish")
@require_POST
def publish_product(request: Request, reference: str) -> HttpResponse:
    """Publish as it stands; everything missing is listed at once, with the way to each."""
    product = _own(request, reference)
    try:
        shell.act(request, commands.publish_product, product=reference)
    except Refused as refused:
        return _editor(request, product, _form(request, product), shell.refusal_lines(refused), status=422)
    messages.success(request, _("Published. It can be found in a second or two."))
    return redirect("sell_product", reference=reference)


@may("catalogue.publish")
@require_POST
def pause_product(request: Request, reference: str) -> HttpResponse:
    """Out of sight until it is published again."""
    _own(request, reference)
    said = _("Paused. Nobody sees it until you publish it again.")
    return posting.then(request, commands.pause_product, said, "sell_product", reference, product=reference)


@may("catalogue.publish")
@require_POST
def archive_product(request: Request, reference: str) -> HttpResponse:
    """Away for good."""
    _own(request, reference)
    said = _("Archived. You find it under Archived.")
    return posting.then(request, commands.archive_product, said, "sell_products", product=reference)


@may("catalogue.edit")
@require_POST
def duplicate_product(request: Request, reference: str) -> HttpResponse:
    """A draft that starts from this product."""
    _own(request, reference)
    try:
        outcome = shell.act(request, commands.duplicate_product, product=reference)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return redirect("sell_product", reference=reference)
    messages.success(request, _("This is the copy. Change what differs, then publish."))
    return redirect("sell_product", reference=outcome.reference)


@may("catalogue.edit")
@require_POST
def add_photos(request: Request, reference: str) -> HttpResponse:
    """One or more photos; each is judged by itself."""
    _own(request, reference)
    taken, refused = receive_photos(request)
    asking = request.asking
    for file in taken:  # the same upload comes to the same file, so a double click adds nothing
        try:
            perform(commands.add_photo, once=None, by=asking.actor, at=clock.now(), product=reference, file=file)
        except Refused as late:
            refused.append(late)
    for reason in refused:
        messages.error(request, shell.refusal_text(reason))
    if taken and not refused:
        messages.success(request, _("Photos received. They appear in a moment."))
    return redirect("sell_product", reference=reference)


def _own_photo(request: Request, reference: str, file: str) -> None:
    _own(request, reference)
    if file not in {one.file for one in queries.photos_of(reference, supplier=_company(request))}:
        raise Http404


@may("catalogue.edit")
@require_POST
def remove_photo(request: Request, reference: str, file: str) -> HttpResponse:
    """Take a photo away."""
    _own_photo(request, reference, file)
    said = _("Photo removed.")
    return posting.then(request, commands.remove_photo, said, "sell_product", reference, product=reference, file=file)


@may("catalogue.edit")
@require_POST
def first_photo(request: Request, reference: str, file: str) -> HttpResponse:
    """Put a photo first: it is the one on the card."""
    _own_photo(request, reference, file)
    said = _("This photo is now first.")
    return posting.then(
        request, commands.order_photos, said, "sell_product", reference, product=reference, files=(file,)
    )
