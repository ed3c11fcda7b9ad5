"""The landed cost of an offer at the buyer's door, frozen with the version that was sent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, GoodsLine, Shipment
from fondouk.market.catalogue import origins
from fondouk.market.catalogue.models import Product, TariffCode
from fondouk.market.sourcing import promise
from fondouk.market.sourcing.terms import Offer, OfferLine


def shipment_of(offer: Offer, *, destination: str, on: date) -> Shipment | None:
    """The whole offer on its way to a country or UN/LOCODE; None where a line has no HS code at all."""
    codes = _tariff_codes(offer, destination[:2])
    claims = origins.claims([line.product for line in offer.lines if line.product], destination[:2], on=on)
    if any(not _hs(line, codes) for line in offer.lines):
        return None
    return Shipment(
        id="quotation",
        destination=destination[:2],
        port=destination if len(destination) == 5 else "",
        origin=offer.lines[0].origin or "MA",
        incoterm=offer.incoterm,
        place=offer.place_code,
        currency=offer.currency,
        lines=tuple(_goods(line, codes, claims) for line in offer.lines),
        gross_kg=offer.cargo.gross_kg,
        volume_m3=offer.cargo.volume_m3,
        entry_on=None,
    )


def of_offer(offer: Offer, *, destination: str, on: date) -> Estimate | None:
    """The estimate of the whole offer; None where a line has no HS code at all."""
    asked = shipment_of(offer, destination=destination, on=on)
    return None if asked is None else estimate.many([asked], on=on)[0]


def frozen(offer: Offer, *, destination: str, on: date) -> dict[str, Any] | None:
    """The estimate as it is promised with the offer, with what a later comparison needs."""
    asked = shipment_of(offer, destination=destination, on=on)
    if asked is None:
        return None
    return promise.frozen(estimate.many([asked], on=on)[0], asked, on=on, lead_days=offer.lead_days)


def _hs(line: OfferLine, codes: dict[str, str]) -> str:
    return codes.get(line.product) or line.hs6


def _goods(line: OfferLine, codes: dict[str, str], claims: dict[str, origins.Claims]) -> GoodsLine:
    claimed, examined = claims.get(line.product, (None, None))
    return GoodsLine(
        hs=_hs(line, codes),
        unit_price=line.unit_price,
        quantity=line.quantity,
        unit=line.unit,
        net_kg=line.net_kg,
        preference_claimed=claimed,
        origin_examined=examined,
    )


def _tariff_codes(offer: Offer, country: str) -> dict[str, str]:
    references = [line.product for line in offer.lines if line.product]
    found = TariffCode.objects.filter(product__reference__in=references, destination=country)
    return dict(found.values_list("product__reference", "code"))


def net_kg_of(product: Product, quantity: Decimal) -> Decimal | None:
    """The net weight of so many units, where the product says what one weighs."""
    return None if product.unit_net_kg is None else product.unit_net_kg * quantity


def figure(kept: str | None) -> Decimal | None:
    """A figure kept as text."""
    return None if kept is None else Decimal(kept)
