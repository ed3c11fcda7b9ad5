"""The public page of a product: what it is, what it costs, and what it costs at the buyer's door, line by line."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import fields, formats
from fondouk.doors.web.catalogue import json_ld, loading, words
from fondouk.doors.web.catalogue.landed_table import Row, remark_words, rows_of
from fondouk.doors.web.fields import at
from fondouk.doors.web.kept_pages import KeptPages
from fondouk.doors.web.readiness import section as needs_section
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import keeping
from fondouk.doors.web.search.card_face import load_words
from fondouk.doors.web.search.cards import drawn
from fondouk.doors.web.shell import render
from fondouk.engines.freight import lanes
from fondouk.engines.landed_cost import estimate as landed_cost
from fondouk.engines.landed_cost.estimate import Estimate
from fondouk.engines.places import gazetteer
from fondouk.kit import references
from fondouk.kit.quantity import plain
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Prices, Publication, Text
from fondouk.market.catalogue.rules import Load, orderable
from fondouk.market.discovery import queries as discovery
from fondouk.market.orders import queries as orders
from fondouk.market.readiness import queries as readiness

QUANTITY_MAX = Decimal(10_000_000)
KEPT_MAX = 400


@dataclass(frozen=True, slots=True)
class Costs:
    """The landed cost of one quantity of a product at one destination, ready for the page."""

    quantity: Decimal
    load: Load
    market: gazetteer.Market
    estimate: Estimate | None
    rows: list[Row]
    with_preference: bool
    total: Decimal | None
    unit_cost: Decimal | None
    other_total: Decimal | None
    other_unit_cost: Decimal | None
    ready: int | None = None
    footprint: lanes.Footprint | None = None

    @property
    def travels(self) -> str:
        """How it travels: 1 pallet, LCL by sea."""
        return load_words(self.load.pallets, self.estimate.mode if self.estimate else "")

    @property
    def days(self) -> tuple[int, int] | None:
        """From signature to the port of arrival: made ready, then carried."""
        if self.estimate is None or self.estimate.transit_days is None:
            return None
        low, high = self.estimate.transit_days
        return low + (self.ready or 0), high + (self.ready or 0)

    @property
    def chargeable(self) -> Markup | None:
        """What the carrier charges by: 1 W/M."""
        lines = self.estimate.lines if self.estimate else ()
        freight = next((line for line in lines if line.kind == "freight" and line.basis is not None), None)
        unit = freight.rate.partition("/")[2] if freight else ""
        return formats.ltr(f"{plain(freight.basis)} {unit}") if freight and freight.basis and unit else None

    @property
    def claimed(self) -> bool:
        """Whether the preference is what was counted: asked for, and said of the goods by their supplier."""
        return self.estimate is not None and _claimed(self.estimate)

    @property
    def gaps(self) -> list[Markup]:
        """What is missing, each in a sentence."""
        return [remark_words(gap) for gap in self.estimate.gaps] if self.estimate else []

    @property
    def assumptions(self) -> list[Markup]:
        """What was taken for granted."""
        return [remark_words(one) for one in self.estimate.assumptions] if self.estimate else []


def asked_quantity(request: Request, product: Publication) -> Decimal:
    """The quantity in the address, raised to one that can be ordered; one pallet or the minimum where none is."""
    moq = product.moq or Decimal(1)
    try:
        asked = Decimal(request.GET.get("quantity", "").replace(",", ".").strip())
    except InvalidOperation:
        return product.named_quantity
    if not asked.is_finite() or not 0 < asked <= QUANTITY_MAX:
        return product.named_quantity
    return orderable(asked, moq, product.order_multiple)


@dataclass(frozen=True, slots=True)
class Asked:
    """The quantity and the destination asked for, and what the engine says of them."""

    market: gazetteer.Market
    quantity: Decimal
    with_preference: bool
    estimate: Estimate | None
    footprint: lanes.Footprint | None


def asked_of(request: Request, product: Publication, on: date) -> Asked:
    """Estimate the quantity asked for at the destination chosen, with the preference or without."""
    to, quantity = request.destination, asked_quantity(request, product)
    market = gazetteer.market_for(to.code) or gazetteer.markets()[0]
    port = to.code if len(to.code) == 5 else ""
    shipment = discovery.landed_shipment(product, market.code, on=on, quantity=quantity, port=port)
    wanted = request.GET.get("preference") != "without"
    if shipment and not wanted:
        shipment = replace(shipment, lines=(replace(shipment.lines[0], preference_claimed=False),))
    found = landed_cost.many([shipment], on=on)[0] if shipment else None
    footprint = landed_cost.footprint_of(shipment, found) if shipment and found else None
    return Asked(market, quantity, wanted, found, footprint)


def costs_of(request: Request, product: Publication, on: date) -> Costs:
    """The costs asked for, ready for the page."""
    return _costs(product, asked_of(request, product, on))


def _costs(product: Publication, asked: Asked) -> Costs:
    market, quantity, found, wanted = asked.market, asked.quantity, asked.estimate, asked.with_preference
    load = product.load(quantity)
    if found is None:
        return Costs(quantity, load, market, None, [], wanted, None, None, None, None)
    prices = product.prices
    rows = rows_of(found, **_goods_words(product, prices, quantity)) if prices else []
    total = found.total_before_recoverable_tax
    saving = found.saving_by_preference
    other = None if not saving else total + saving if _claimed(found) else total - saving
    price = prices.at(quantity) if prices else None
    ready = price.lead_days if price and price.lead_days is not None else product.lead_days
    return Costs(
        quantity, load, market, found, rows, wanted, total, total / quantity, other,
        other / quantity if other else None, ready, asked.footprint,
    )  # fmt: skip


def _claimed(found: Estimate) -> bool:
    return any(line.kind == "duty_preference" and line.counted for line in found.lines)


def _goods_words(product: Publication, prices: Prices, quantity: Decimal) -> dict[str, Markup]:
    place = words.place_name(prices.place_code, prices.place_name)
    price = prices.at(quantity)
    source = formats.filled(_("Supplier’s price list"))
    if prices.valid_until:
        source += Markup("<br>") + formats.filled(_("valid to %(day)s"), day=formats.day(prices.valid_until))
    return {
        "goods_basis": Markup("{}{} {} {}").format(
            formats.quantity(quantity, product.unit), fields.comma(), formats.ltr(prices.incoterm), formats.bdi(place)
        ),
        "goods_rate": Markup("{} {}").format(
            formats.price(price.unit_price if price else None, prices.currency), formats.per(product.unit)
        ),
        "goods_source": source,
    }


def _most(product: Publication) -> Decimal:
    """Where the slider ends: twice the last price break, or ten named shipments; any more can be typed."""
    last = product.prices.breaks[-1].min_quantity if product.prices and product.prices.breaks else Decimal(0)
    return orderable(max(last * 2, product.named_quantity * 10), product.moq or Decimal(1), product.order_multiple)


def _ladder(product: Publication, quantity: Decimal) -> list[dict[str, Any]]:
    prices = product.prices
    if prices is None:
        return []
    current, steps = prices.at(quantity), prices.breaks
    return [
        {
            "low": one.min_quantity, "high": _before(steps[index + 1].min_quantity) if index + 1 < len(steps) else None,
            "price": one.unit_price, "lead": one.lead_days if one.lead_days is not None else product.lead_days,
            "current": one is current,
        }
        for index, one in enumerate(steps)
    ]  # fmt: skip


def _before(quantity: Decimal) -> Decimal:
    return quantity - 1 if quantity == quantity.to_integral_value() else quantity


def _found(reference: str, on: date) -> Publication:
    product = catalogue.publication(reference, on=on) if references.valid(reference, "PRD") else None
    if product is None:
        raise Http404
    return product


@require_safe
def product(request: Request, reference: str, slug: str) -> HttpResponse:
    """The page; a change of quantity asks for its moving parts only."""
    on = clock.now().date()
    found = _found(reference, on)
    language = words.language()
    canonical = found.text(language).slug or "product"
    if slug != canonical:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(at(f"/p/{reference}/{canonical}/") + (f"?{query}" if query else ""))
    asked = asked_of(request, found, on)
    if request.headers.get("HX-Target", "").endswith("#costs"):  # a link htmx follows elsewhere wants the whole page
        context = _context(request, found, _costs(found, asked))
        context["corrected"] = request.GET.get("quantity") != context["typed"]
        return render(request, "catalogue/product_costs.html", context)
    seen = [one for one in keeping.seen(request) if one != reference][: keeping.SEEN_SHOWN]
    around = Around(
        discovery.similar_stamps(reference, limit=4), orders.reviews_of(found.supplier.id, limit=3),
        readiness.of_product(found, on=on, markets=[asked.market])[0],
    )  # fmt: skip
    drawn_from = (found, asked, around, on)
    response = _kept.find(request, drawn_from)
    if response is None:
        response = _kept.keep(request, drawn_from, _drawn(request, found, asked, around))
    response.content = response.content.replace(_LOOKED_AT.encode(), _looked_at(request, asked, seen).encode())
    keeping.remember(request, response, reference)
    return response


_kept = KeptPages(KEPT_MAX)
_LOOKED_AT = Markup("<!-- looked at last -->")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the product itself: similar goods by reference with their stamps, reviews, requirements."""

    similar: dict[str, str]
    reviews: list[orders.ReviewView]
    needs: readiness.Checklist


def _drawn(request: Request, found: Publication, asked: Asked, around: Around) -> HttpResponse:
    """The page, with a place for what its reader looked at last."""
    language, market = words.language(), asked.market.code
    saved = keeping.saved_among(request, [found.reference, *around.similar])
    similar = drawn(list(around.similar), language, market, saved, stamps=around.similar, heading="h3", eager=0)
    more = {
        "similar": similar, "looked_at": _LOOKED_AT, "saved": found.reference in saved, "reviews": around.reviews,
        "needs": needs_section.section(around.needs),
    }  # fmt: skip
    return render(request, "catalogue/product.html", _context(request, found, _costs(found, asked)) | more)


def _looked_at(request: Request, asked: Asked, seen: list[str]) -> str:
    """The cards of what the reader looked at last, with the button that forgets them; a page's only part of its own."""
    if not seen:
        return ""
    saved = keeping.saved_among(request, seen)
    cards = drawn(seen, words.language(), asked.market.code, saved, heading="h3", eager=0)
    parts: Any = get_template("components/choosing.html", using="jinja2").template.module  # type: ignore[attr-defined]
    return str(parts.looked_at(cards, request.get_full_path())) if cards else ""


def _context(request: Request, found: Publication, costs: Costs) -> dict[str, Any]:
    original = found.original
    wants_original = request.GET.get("text") == "original" and original is not None
    text = original if wants_original and original else found.text(words.language())
    prices = found.prices
    return {
        "product": found, "text": text, "original": original, "costs": costs, "prices": prices,
        "typed": plain(costs.quantity), "least": plain(found.moq or Decimal(1)),
        "step": plain(found.order_multiple or Decimal(1)), "most": plain(_most(found)),
        "ladder": _ladder(found, costs.quantity),
        "place": words.place_name(prices.place_code, prices.place_name) if prices else "",
        "facts": words.trust_sentences(found.supplier.trust), "answers": words.answers(found.supplier.response_minutes),
        "specification": _specification(found, text, costs.market.country),
        "drawing": loading.drawing(found, costs.load),
        "loading": loading.loading(found, costs.load, costs.market.country), "scheme_name": words.scheme_name,
        "trail": _trail(found), "json_ld": json_ld.product(request.path, found, text),
        "where": words.where(found.supplier), "town": words.town_name(found.supplier.town),
        "address": settings.SITE_URL + request.path, "site": settings.SITE_URL,
        "wants_original": wants_original, "alternates": _alternates(found),
    }  # fmt: skip


def _alternates(found: Publication) -> list[tuple[str, str]]:
    """(language, address) of every language with a text that crawlers may be offered."""
    public = [text for text in found.texts.values() if text.is_public]
    return [(text.language, f"/{text.language}/p/{found.reference}/{text.slug or 'product'}/") for text in public]


def _trail(found: Publication) -> list[tuple[str | None, str]]:
    language = words.language()
    shelf = found.category
    trail: list[tuple[str | None, str]] = []
    if found.origin_country == "MA":
        trail.append((at("/pavilions/morocco/"), formats.country("MA")))
    if shelf and shelf.parent:
        trail.append((at(f"/categories/{shelf.parent}/"), shelf.parent_names.get(language, shelf.parent)))
    if shelf:
        trail.append((at(f"/categories/{shelf.code}/"), shelf.names.get(language, shelf.code)))
    return trail


def _specification(found: Publication, text: Text, country: str) -> list[tuple[Any, Any]]:
    """Name and value in rows; what is not known has no row."""
    rows: list[tuple[Any, Any]] = [
        (_("Tariff code"), _codes(found)),
        (_("Origin"), words.origin_sentence(found, country) if found.origin_country else ""),
        (_("Composition"), text.composition),
        *text.specification,
        (_("Shelf life"), _shelf_life(found)),
        (_("Capacity"), _capacity(found)),
        (_("Producer"), formats.bdi(found.producer) if found.producer else ""),
    ]
    return [row for row in rows if row[1]]


def _codes(found: Publication) -> Markup:
    if not found.hs6:
        return Markup()
    codes = [f"HS {found.hs6[:4]}.{found.hs6[4:]}"]
    codes += [f"{one.destination} {_dotted(one.code)}" for one in found.tariff_codes.values()]
    return formats.ltr(" · ".join(codes))


def _dotted(code: str) -> str:
    return ".".join(part for part in (code[:4], code[4:6], code[6:8], code[8:]) if part)


def _shelf_life(found: Publication) -> Markup:
    low, high = found.storage_celsius
    parts = []
    if found.shelf_life_days:
        months = round(found.shelf_life_days / 30.4)
        parts.append(
            ngettext("%(count)s month", "%(count)s months", months) % {"count": formats.number(months)}
            if months > 1
            else formats.days(found.shelf_life_days)
        )
    if low is not None and high is not None:
        parts.append(formats.ltr(f"{low}–{high} °C"))
    return _in_a_row(parts)


def _in_a_row(parts: list[Any]) -> Markup:
    return Markup(" ").join(Markup("{}{}").format(one, "" if one is parts[-1] else fields.comma()) for one in parts)


def _capacity(found: Publication) -> Markup:
    parts = []
    if found.capacity_per_month is not None:
        amount = formats.quantity(found.capacity_per_month, found.unit)
        parts.append(formats.filled(_("%(quantity)s a month"), quantity=amount))
    if found.in_stock:
        parts.append(formats.filled(_("%(quantity)s in stock"), quantity=formats.quantity(found.in_stock, found.unit)))
    return _in_a_row(parts)


@require_safe
def product_csv(request: Request, reference: str) -> HttpResponse:
    """The table of costs for a spreadsheet: ISO days, plain figures, no cell that a spreadsheet would run."""
    on = clock.now().date()
    found = _found(reference, on)
    costs = costs_of(request, found, on)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["line", "basis", "rate", "amount", "currency", "source", "valid_until", "certainty", "heading"])
    for line in costs.estimate.lines if costs.estimate else ():
        cells = [
            line.what, line.basis, line.rate, line.amount if line.counted else f"({line.amount})",
            costs.estimate.currency if costs.estimate else "", line.source,
            line.valid_until.isoformat() if line.valid_until else "", line.certainty, line.heading,
        ]  # fmt: skip
        table.writerow([safe_cell(cell) for cell in cells])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.reference}-{costs.market.code}.csv"'
    return response


def safe_cell(value: object) -> str:
    """Text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, Decimal) else text
