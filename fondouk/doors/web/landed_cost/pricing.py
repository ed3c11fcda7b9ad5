"""The seller's helper: from a price at the buyer's door back to the price to ask, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import formats, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue import landed_table
from fondouk.doors.web.catalogue import words as catalogue_words
from fondouk.doors.web.landed_cost import asking
from fondouk.doors.web.landed_cost.views import MODE_WORDS, mode_name
from fondouk.doors.web.request import Request
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Shipment, Solved, Unsolved
from fondouk.engines.places import gazetteer
from fondouk.kit import references
from fondouk.kit.quantity import plain
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Publication
from fondouk.market.catalogue.rules import orderable
from fondouk.market.discovery import queries as discovery

MOST = Decimal(10_000_000)


@dataclass(slots=True)
class Asked:
    """What was typed, what of it cannot be read, and the figures it gives."""

    typed: dict[str, str]
    errors: dict[str, str]
    market: gazetteer.Market
    quantity: Decimal
    target: Decimal | None
    mode: str
    incoterm: str
    place: str


@may("sell.view")
@require_safe
def price_for_market(request: Request, reference: str) -> HttpResponse:
    """What to ask so that the goods land at a price, for a quantity, by a mode, in a market."""
    on = clock.now().date()
    product = _own(request, reference, on)
    asked = _read(request, product)
    context: dict[str, Any] = {
        "product": product, "text": product.text(catalogue_words.language()), "asked": asked, "typed": asked.typed,
        "errors": asked.errors, "market": asked.market,
        "markets": [(one.code, one.name(formats.locale_now())) for one in gazetteer.markets()],
        "incoterms": [("", _("your own")), *((one, one) for one in asking.INCOTERMS)], "places": _places(asked.market),
        "modes": [("", _("cheapest")), *((one, mode_name(one)) for one in MODE_WORDS)],
    }  # fmt: skip
    shipment = _shipment(product, asked, on)
    context["priced"] = shipment is not None
    if shipment is not None:
        context |= _today(shipment, on)
        if asked.target is not None and not asked.errors:
            found = estimate.price_for(shipment, target=asked.target, on=on)
            context |= _solved(shipment, asked, found) if isinstance(found, Solved) else _refused(asked, found)
    return shell.render(request, "landed_cost/price.html", context, status=422 if asked.errors else 200)


def _places(market: gazetteer.Market) -> list[tuple[str, str]]:
    """Places on either side, the usual one first."""
    known = [*gazetteer.places("MA"), *gazetteer.places(market.country)]
    named = ((one.code, f"{one.name(formats.locale_now())} ({one.code})") for one in known)
    return [("", _("the usual one")), *named]


def _own(request: Request, reference: str, on: date) -> Publication:
    company = request.asking.the_company.reference
    known = references.valid(reference, "PRD")
    found = catalogue.own_product(reference, supplier=company, on=on) if known else None
    if found is None:
        raise Http404
    return found


def _read(request: Request, product: Publication) -> Asked:
    typed = {name: request.GET.get(name, "").strip()[:40] for name in _TYPED}
    market = gazetteer.market(typed["market"]) or gazetteer.markets()[0]
    errors: dict[str, str] = {}
    quantity = _positive(typed["quantity"], "quantity", errors) or product.named_quantity
    quantity = orderable(quantity, product.moq or Decimal(1), product.order_multiple)
    target = _positive(typed["target"], "target", errors)
    if typed["mode"] and typed["mode"] not in MODE_WORDS:
        errors["mode"] = _("Choose one of the list.")
    mode = "" if "mode" in errors else typed["mode"]
    if typed["incoterm"] and typed["incoterm"] not in asking.INCOTERMS:
        errors["incoterm"] = _("Choose one of the list.")
    incoterm = "" if "incoterm" in errors else typed["incoterm"]
    place = _named_place(typed["place"], incoterm, product, market, errors)
    typed |= {"market": market.code, "quantity": typed["quantity"] if "quantity" in errors else plain(quantity)}
    return Asked(typed, errors, market, quantity, target, mode, incoterm, place)


_TYPED = ("market", "quantity", "target", "mode", "incoterm", "place")


def _named_place(
    code: str, incoterm: str, product: Publication, market: gazetteer.Market, errors: dict[str, str]
) -> str:
    """The place the term names, on its side; empty for the usual one."""
    if not code:
        return ""
    place = gazetteer.place(code)
    own = product.prices.incoterm if product.prices is not None else ""
    abroad = (incoterm or own) in estimate.NAMED_ABROAD
    if place is None or (place.country == market.country) is not abroad:
        errors["place"] = _("Choose a place on the side this Incoterm names.")
        return ""
    return place.code


def _positive(text: str, name: str, errors: dict[str, str]) -> Decimal | None:
    """A number above nought as people write it; empty is None."""
    if not text:
        return None
    text = "".join(text.split())
    text = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text.replace(",", "")
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or not 0 < found <= MOST:
        errors[name] = _("Write a plain number, for example 1250.50.")
        return None
    return found


def _shipment(product: Publication, asked: Asked, on: date) -> Shipment | None:
    found = discovery.landed_shipment(product, asked.market.code, on=on, quantity=asked.quantity)
    if found is None:
        return None
    found = replace(found, mode=asked.mode or None)
    term = asked.incoterm or found.incoterm
    usual = asked.market.default_port if term in estimate.NAMED_ABROAD else found.place
    same_side = (term in estimate.NAMED_ABROAD) is (found.incoterm in estimate.NAMED_ABROAD)
    place = asked.place or (found.place if same_side else usual)
    return estimate.on_term(found, incoterm=term, place=place, on=on)


def _today(shipment: Shipment, on: date) -> dict[str, Any]:
    """What the price of today lands at."""
    (found,) = estimate.many([shipment], on=on)
    unit = found.per_unit_before_tax
    return {
        "price_today": shipment.lines[0].unit_price, "currency": shipment.currency, "lands_today": unit,
        "landed_today": found.landed, "unit": shipment.lines[0].unit,
        "term": Markup("{} {}").format(formats.ltr(shipment.incoterm), formats.bdi(_place(shipment.place))),
    }  # fmt: skip


def _place(code: str) -> str:
    place = gazetteer.place(code)
    return place.name(formats.locale_now()) if place else code


def _solved(shipment: Shipment, asked: Asked, found: Solved) -> dict[str, Any]:
    line, today = shipment.lines[0], shipment.lines[0].unit_price
    rows = landed_table.rows_of(
        found.estimate,
        goods_basis=formats.quantity(line.quantity, line.unit),
        goods_rate=formats.price(found.unit_price, shipment.currency),
        goods_source=Markup("{} {}").format(formats.ltr(shipment.incoterm), formats.bdi(_place(shipment.place))),
    )
    return {
        "needed": found.unit_price, "gap": found.unit_price - today,
        "gap_share": round(float((found.unit_price - today) / today), 3),
        "estimate": found.estimate, "goods": rows[0], "steps": [row for row in rows[1:] if not row.beside],
        "target_total": (asked.target or Decimal(0)) * line.quantity,
        "left": (asked.target or Decimal(0)) * line.quantity - found.estimate.total_before_recoverable_tax,
        "assumptions": [landed_table.remark_words(one) for one in found.estimate.assumptions],
        "mode_words": mode_name(found.estimate.mode),
    }  # fmt: skip


def _refused(asked: Asked, found: Unsolved) -> dict[str, Any]:
    """Why there is no such price, in words."""
    if found.why == "missing":
        said = _(
            "A price cannot be worked out: a line of the cost at the door is missing, and a guess would look right."
        )
    elif found.why == "too_low" and found.least is not None:
        least = formats.price(found.least, asked.market.currency, places=2)
        said = formats.filled(
            _("Not even a gift lands at this price: carriage, duties and fees alone come to %(least)s a unit."),
            least=least,
        )
    else:
        said = _("This target is beyond what can be worked with.")
    return {"refused": said, "gaps": [landed_table.remark_words(one) for one in found.gaps]}
