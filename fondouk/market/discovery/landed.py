"""The landed cost of listings: the named shipment of each product to each market, estimated together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fondouk.engines.landed_cost import estimate
from fondouk.engines.places import gazetteer
from fondouk.kit.money import exponent
from fondouk.market.catalogue.publication import Publication
from fondouk.market.discovery import rules

UNIT_STEPS = 10_000


def shipment(
    product: Publication, market: gazetteer.Market, *, quantity: Decimal | None = None, port: str = "", on: date
) -> estimate.Shipment | None:
    """The shipment a card or a page names for a product in a market; None where price, minimum or HS code is missing.

    `quantity` and `port` (UN/LOCODE) stand instead of one pallet and the market's default port.
    """
    prices = product.prices
    if prices is None or not prices.breaks or not product.moq or not product.hs6:
        return None
    cargo = product.cargo
    code = product.tariff_codes.get(market.code)
    return estimate.named_shipment(
        id=f"{product.reference}/{market.code}", destination=market.country, port=port or market.default_port,
        origin=product.origin_country, incoterm=prices.incoterm, place=prices.place_code or prices.place_name,
        currency=prices.currency, hs=code.code if code else product.hs6,
        breaks=tuple((step.min_quantity, step.unit_price) for step in prices.breaks), unit=product.unit,
        minimum=product.moq, multiple=product.order_multiple or Decimal(1),
        packing=estimate.Packing(
            units_per_carton=cargo.units_per_package, carton_gross_kg=cargo.package_gross_kg,
            carton_m3=cargo.package_m3, cartons_per_pallet=cargo.packages_per_pallet,
        ),
        net_kg_per_unit=cargo.unit_net_kg, quantity=quantity, entry_on=on,
        preference_claimed=rules.claims_preference(
            {one.agreement: one.status for one in product.preferences.values()}, market.code, market.currency
        ),
    )  # fmt: skip


def of_products(products: Sequence[Publication], *, on: date) -> dict[str, dict[str, dict[str, Any]]]:
    """Reference → market code → what a card says of the landed cost there, as JSON values. One query an engine."""
    asked: list[tuple[Publication, gazetteer.Market, estimate.Shipment]] = []
    for product in products:
        for market in gazetteer.markets():
            if (one := shipment(product, market, on=on)) is not None:
                asked.append((product, market, one))
    answers = estimate.many([one for _, _, one in asked], on=on)
    found: dict[str, dict[str, dict[str, Any]]] = {product.reference: {} for product in products}
    for (product, market, one), answer in zip(asked, answers, strict=True):
        found[product.reference][market.code] = _said(product, one, answer)
    return found


def _said(product: Publication, asked: estimate.Shipment, answer: estimate.Estimate) -> dict[str, Any]:
    quantity = asked.lines[0].quantity
    load = product.load(quantity)
    own = [gap for gap in answer.gaps if not gap.shared]
    return {
        "unit": str(answer.per_unit_before_tax) if answer.per_unit_before_tax is not None else None,
        "shipment": str(answer.total_before_recoverable_tax),
        "currency": answer.currency,
        "quantity": str(quantity.normalize() if quantity != quantity.to_integral() else quantity.to_integral()),
        "mode": answer.mode,
        "pallets": int(load.pallets) if load.pallets else None,
        "transit": list(answer.transit_days) if answer.transit_days else None,
        "certainty": answer.certainty,
        "own": _remarks(own),
        "shared": _remarks(gap for gap in answer.gaps if gap.shared),
        "saving": str(answer.saving_by_preference) if answer.saving_by_preference else None,
    }


def _remarks(remarks: Iterable[estimate.Remark]) -> list[dict[str, Any]]:
    return [
        {"code": one.code, "sentence": one.sentence, "values": {name: str(value) for name, value in one.values.items()}}
        for one in remarks
    ]


def slots(said: dict[str, dict[str, Any]]) -> tuple[dict[int, int], dict[int, int]]:
    """(unit, shipment) by slot, for sorting and filters: only where no gap of the product's own makes it a guess."""
    unit: dict[int, int] = {}
    whole: dict[int, int] = {}
    for market in gazetteer.markets():
        one = said.get(market.code)
        if one is None or one["own"] or one["unit"] is None:
            continue
        unit[market.slot] = _rounded(Decimal(one["unit"]) * UNIT_STEPS)
        whole[market.slot] = _rounded(Decimal(one["shipment"]) * 10 ** exponent(one["currency"]))
    return unit, whole


def _rounded(amount: Decimal) -> int:
    return int(amount.to_integral_value(rounding=ROUND_HALF_UP))
