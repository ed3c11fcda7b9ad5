"""The landed cost of listings: the named shipment of each product to each market, estimated together.

A listing keeps its shipments as they were asked about. When only rates, lanes or measures change, they are asked about
again from there, thousands at a time, without reading the products.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fondouk.engines.landed_cost import estimate
from fondouk.engines.places import gazetteer
from fondouk.kit.money import exponent
from fondouk.market.catalogue.publication import Publication
from fondouk.market.discovery import rules

UNIT_STEPS = 10_000
_WORDS = ("destination", "port", "origin", "incoterm", "place", "currency")
_AMOUNTS = ("unit_price", "quantity", "net_kg")
_WHOLE = ("gross_kg", "volume_m3")

Said = dict[str, dict[str, Any]]
"""Market code → what a card says of the landed cost there, as JSON values."""
Kept = dict[str, dict[str, Any]]
"""Market code → the shipment asked about, as JSON values."""


@dataclass(frozen=True, slots=True)
class Costs:
    """The landed costs of a product in every market, and the shipments they are for."""

    said: Said = field(default_factory=dict)
    kept: Kept = field(default_factory=dict)


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
        origin_examined=_examined(product, market),
    )  # fmt: skip


def _examined(product: Publication, market: gazetteer.Market) -> bool | None:
    """Whether a bill of materials stands behind the claim there; None where nothing is claimed."""
    here = {market.code, *(["EU"] if market.currency == "EUR" else [])}
    said = [one for one in product.preferences.values() if one.agreement.split("-")[0] in here]
    return said[0].examined if said and said[0].status not in ("UNKNOWN", "NONE") else None


def of_products(products: Sequence[Publication], *, on: date) -> dict[str, Costs]:
    """Reference → landed costs. One query an engine."""
    found = {product.reference: Costs() for product in products}
    for product in products:
        for market in gazetteer.markets():
            if (one := shipment(product, market, on=on)) is not None:
                pallets = product.load(one.lines[0].quantity).pallets
                found[product.reference].kept[market.code] = _as_json(one, int(pallets) if pallets else None)
    again = of_shipments([costs.kept for costs in found.values()], on=on)
    for costs, said in zip(found.values(), again, strict=True):
        costs.said.update(said)
    return found


def of_shipments(kept: Sequence[Kept], *, on: date) -> list[Said]:
    """What is to be said of each product's shipments as of a day; alike shipments are worked out together."""
    asked = [(number, code, one) for number, each in enumerate(kept) for code, one in each.items()]
    totals = estimate.totals([asked_again(one, on) for _, _, one in asked], on=on)
    told = _Remarks()
    found: list[Said] = [{} for _ in kept]
    for (number, code, one), total in zip(asked, totals, strict=True):
        found[number][code] = _said(one, total, told)
    return found


def _as_json(asked: estimate.Shipment, pallets: int | None) -> dict[str, Any]:
    line = asked.lines[0]
    amounts = {name: getattr(line, name) for name in _AMOUNTS} | {name: getattr(asked, name) for name in _WHOLE}
    return {
        **{name: getattr(asked, name) for name in _WORDS},
        **{name: str(amount) for name, amount in amounts.items() if amount is not None},
        "hs": line.hs, "unit": line.unit, "preference_claimed": line.preference_claimed,
        "origin_examined": line.origin_examined, "pallets": pallets,
    }  # fmt: skip


def asked_again(kept: Mapping[str, Any], on: date) -> estimate.Shipment:
    """The shipment a listing keeps, entering on a day."""
    line = estimate.GoodsLine(
        kept["hs"], Decimal(kept["unit_price"]), Decimal(kept["quantity"]), kept["unit"], _decimal(kept.get("net_kg")),
        {}, kept["preference_claimed"], origin_examined=kept.get("origin_examined"),
    )  # fmt: skip
    return estimate.Shipment(
        "", kept["destination"], kept["origin"], kept["incoterm"], kept["place"], kept["currency"], (line,),
        port=kept["port"], gross_kg=_decimal(kept.get("gross_kg")), volume_m3=_decimal(kept.get("volume_m3")),
        entry_on=on,
    )  # fmt: skip


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _said(kept: Mapping[str, Any], total: estimate.Total, told: Callable[[Sequence[estimate.Remark]], Any]) -> Any:
    own, shared = told(total.gaps)
    return {
        "unit": None if total.per_unit_before_tax is None else str(total.per_unit_before_tax),
        "shipment": str(total.total_before_recoverable_tax),
        "currency": total.currency,
        "quantity": _plain(Decimal(kept["quantity"])),
        "mode": total.mode,
        "pallets": kept["pallets"],
        "transit": list(total.transit_days) if total.transit_days else None,
        "certainty": total.certainty,
        "own": own,
        "shared": shared,
        "saving": str(total.saving_by_preference) if total.saving_by_preference else None,
    }


def _plain(quantity: Decimal) -> str:
    whole = quantity.to_integral()
    return str(whole if quantity == whole else quantity.normalize())


class _Remarks:
    """The remarks of many products as JSON values: those of alike shipments are the same ones."""

    def __init__(self) -> None:
        self._told: dict[int, tuple[Sequence[estimate.Remark], list[Any], list[Any]]] = {}

    def __call__(self, gaps: Sequence[estimate.Remark]) -> tuple[list[Any], list[Any]]:
        """(the product's own, those shared by all goods of the market)."""
        if id(gaps) not in self._told:
            own, shared = _remarks(gap for gap in gaps if not gap.shared), _remarks(gap for gap in gaps if gap.shared)
            self._told[id(gaps)] = gaps, own, shared
        return self._told[id(gaps)][1:]


def _remarks(remarks: Iterable[estimate.Remark]) -> list[dict[str, Any]]:
    return [
        {"code": one.code, "sentence": one.sentence, "values": {name: str(value) for name, value in one.values.items()}}
        for one in remarks
    ]


def slots(said: Mapping[str, Mapping[str, Any]]) -> tuple[dict[int, int], dict[int, int]]:
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
