"""A supplier's products as a table for a spreadsheet: everything listed can be taken away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web.access import may
from fondouk.doors.web.catalogue.product import safe_cell
from fondouk.doors.web.request import Request
from fondouk.kit.quantity import plain
from fondouk.market.catalogue import queries
from fondouk.market.catalogue.publication import Publication
from fondouk.market.catalogue.rules import BREAKS_MAX, LANGUAGES, ProductState

_PLAIN = ("reference", "sku", "state", "hs6", "origin_country", "origin_region", "unit", "gtin", "lead_days")
_FIGURES = ("moq", "order_multiple", "capacity_per_month", "in_stock")
_CARGO = ("unit_net_kg", "package", "units_per_package", "length_cm", "width_cm", "height_cm", "package_gross_kg",
          "packages_per_pallet")  # fmt: skip


@may("sell.view")
@require_safe
def products_csv(request: Request) -> HttpResponse:
    """All products but archived ones, one a row."""
    supplier = request.asking.the_company.reference
    states = [state for state in ProductState if state != ProductState.ARCHIVED]
    found = queries.publications(supplier=supplier, states=states, on=clock.now().date())
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_head())
    for product in found:
        table.writerow([safe_cell(cell) for cell in _row(product)])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="products-{supplier}.csv"'
    return response


def _head() -> list[str]:
    words = [f"{name}_{language}" for language in LANGUAGES for name in ("title", "summary", "description")]
    breaks = [f"{name}_{number}" for number in range(1, BREAKS_MAX + 1) for name in ("from", "price")]
    prices = ["incoterm", "place", "place_code", "currency", "valid_until", *breaks]
    return [*_PLAIN, "category", *_FIGURES, *words, *prices, *_CARGO, "tariff_us", "tariff_ca", "tariff_eu"]


def _row(product: Publication) -> Iterator[object]:
    yield from (getattr(product, name) for name in _PLAIN)
    yield product.category.code if product.category else ""
    yield from (_figure(getattr(product, name)) for name in _FIGURES)
    for language in LANGUAGES:
        text = product.texts.get(language)
        yield from (text.title, text.summary, text.description) if text else ("", "", "")
    yield from _prices(product)
    yield from (_figure(getattr(product.cargo, name)) for name in _CARGO)
    codes = product.tariff_codes
    yield from (codes[place].code if place in codes else "" for place in ("US", "CA", "EU"))


def _prices(product: Publication) -> Iterator[object]:
    prices = product.prices
    if prices is None:
        yield from [""] * (5 + 2 * BREAKS_MAX)
        return
    until = prices.valid_until.isoformat() if prices.valid_until else ""
    yield from (prices.incoterm, prices.place_name, prices.place_code, prices.currency, until)
    for number in range(BREAKS_MAX):
        known = number < len(prices.breaks)
        yield plain(prices.breaks[number].min_quantity) if known else ""
        yield plain(prices.breaks[number].unit_price) if known else ""


def _figure(value: object) -> object:
    return plain(value) if hasattr(value, "quantize") else value  # type: ignore[arg-type]
