"""The supplier's storefront: its words, colour and cover; preview, opening and closing."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import storefront
from fondouk.doors.web.catalogue.forms import StorefrontForm
from fondouk.doors.web.catalogue.selling import receive_photos
from fondouk.doors.web.fields import at
from fondouk.doors.web.locale import NAMES
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands, queries
from fondouk.market.catalogue.publication import Shop


def _shop(request: Request) -> Shop | None:
    company = request.asking.the_company
    return queries.storefront_of(company.reference, on=clock.now().date())


def _first(shop: Shop | None) -> dict[str, Any]:
    if shop is None:
        return {"palette": "sand"}
    said = {"headline": shop.headlines, "story": shop.stories, "capacity": shop.capacity}
    return {f"{key}_{language}": texts.get(language, "") for key, texts in said.items() for language in NAMES} | {
        "palette": shop.palette
    }


@may("storefront.edit")
@require_http_methods(["GET", "POST"])
def edit(request: Request) -> HttpResponse:
    """The editor."""
    shop = _shop(request)
    form = StorefrontForm(request.POST or None, request.FILES or None, initial=_first(shop))
    if request.method == "POST" and form.is_valid():
        taken, refused = receive_photos(request, "cover")
        for reason in refused:
            posting.show_refusals(form, reason)
        if not refused and _saved(request, form, taken):
            messages.success(request, _("Saved."))
            return redirect("sell_storefront")
    slug = shop.slug if shop else request.asking.the_company.slug
    address = settings.SITE_URL + at(f"/s/{slug}/")
    context = {"form": form, "shop": shop, "address": address, "whatsapp": f"https://wa.me/?text={quote(address)}"}
    return shell.render(request, "catalogue/sell_storefront.html", context, status=posting.status_of(form))


def _saved(request: Request, form: StorefrontForm, taken: list[str]) -> bool:
    try:
        shell.act(
            request, commands.change_storefront, headlines=form.words("headline"), stories=form.words("story"),
            capacity=form.words("capacity"), palette=form.cleaned_data["palette"], cover=taken[0] if taken else "",
        )  # fmt: skip
    except Refused as refused:
        posting.show_refusals(form, refused)
        return False
    return True


@may("storefront.edit")
@require_safe
def preview(request: Request) -> HttpResponse:
    """The storefront as it will be, open or not."""
    shop = _shop(request)
    if shop is None:
        return redirect("sell_storefront")
    return shell.render(request, "catalogue/storefront.html", storefront.page_of(request, shop))


@may("storefront.edit")
@require_POST
def open_shop(request: Request) -> HttpResponse:
    """Show it."""
    return posting.then(request, commands.open_storefront, _("Your storefront is open."), "sell_storefront")


@may("storefront.edit")
@require_POST
def close_shop(request: Request) -> HttpResponse:
    """Take it off."""
    return posting.then(request, commands.close_storefront, _("Your storefront is closed."), "sell_storefront")
