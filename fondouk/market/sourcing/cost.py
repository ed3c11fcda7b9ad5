"""The landed cost of an offer at the buyer's door, frozen with the version that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, EstimateLine, GoodsLine, Shipment
from fondouk.market.catalogue import origins
from fondouk.market.catalogue.models import Product, TariffCode
from fondouk.market.sourcing.terms import Offer, OfferLine


def of_offer(offer: Offer, *, destination: str, on: date) -> Estimate | None:
    """The estimate of the whole offer to a country or UN/LOCODE; None where a line has no HS code at all."""
    codes = _tariff_codes(offer, destination[:2])
    claims = origins.claims([line.product for line in offer.lines if line.product], destination[:2], on=on)
    if any(not _hs(line, codes) for line in offer.lines):
        return None
    shipment = Shipment(
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
    return estimate.many([shipment], on=on)[0]


def frozen(found: Estimate | None) -> dict[str, Any] | None:
    """What a page needs of an estimate later: figures as text, sentences with their values."""
    if found is None:
        return None
    return {
        "currency": found.currency,
        "certainty": found.certainty,
        "total_known": str(found.total_known),
        "before_tax": str(found.total_before_recoverable_tax),
        "per_unit": None if found.per_unit_before_tax is None else str(found.per_unit_before_tax),
        "mode": found.mode,
        "as_of": str(found.as_of or ""),
        "lines": [_frozen_line(line) for line in found.lines],
        "gaps": [{"code": gap.code, "sentence": gap.sentence, "values": _texts(gap.values)} for gap in found.gaps],
    }


def _frozen_line(line: EstimateLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "what": line.what,
        "rate": line.rate,
        "source": line.source,
        "certainty": line.certainty,
        "counted": line.counted,
        "amount": None if line.amount is None else str(line.amount),
    }


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


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
