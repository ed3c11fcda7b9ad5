"""The shipment a card names: one pallet, or the minimum order if that is larger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from fondouk.engines.landed_cost.shipment import GoodsLine, Shipment


@dataclass(frozen=True, slots=True)
class Packing:
    """How goods travel: units in a carton, its gross kg and m3, cartons on a pallet. None = unknown."""

    units_per_carton: Decimal | None = None
    carton_gross_kg: Decimal | None = None
    carton_m3: Decimal | None = None
    cartons_per_pallet: int | None = None

    @property
    def units_per_pallet(self) -> Decimal | None:
        """Units on a full pallet, None where the packing is not known."""
        if self.units_per_carton is None or self.cartons_per_pallet is None:
            return None
        return self.units_per_carton * self.cartons_per_pallet

    def cartons(self, quantity: Decimal) -> Decimal | None:
        """Whole cartons for so many units."""
        if not self.units_per_carton:
            return None
        return (quantity / self.units_per_carton).to_integral_value(rounding=ROUND_CEILING)

    def gross_kg(self, quantity: Decimal) -> Decimal | None:
        """Gross kilograms of so many units, in whole cartons."""
        cartons = self.cartons(quantity)
        return None if cartons is None or self.carton_gross_kg is None else cartons * self.carton_gross_kg

    def volume_m3(self, quantity: Decimal) -> Decimal | None:
        """Cubic metres of so many units, in whole cartons."""
        cartons = self.cartons(quantity)
        return None if cartons is None or self.carton_m3 is None else cartons * self.carton_m3


def named_quantity(*, minimum: Decimal, multiple: Decimal, packing: Packing) -> Decimal:
    """One pallet, or the minimum if larger, raised to the order multiple; the minimum where packing is unknown."""
    wanted = max(minimum, packing.units_per_pallet or minimum)
    step = multiple if multiple > 0 else Decimal(1)
    return (wanted / step).to_integral_value(rounding=ROUND_CEILING) * step


def price_at(breaks: tuple[tuple[Decimal, Decimal], ...], quantity: Decimal) -> Decimal:
    """The unit price of the highest break reached; below the first break, the first price."""
    reached = [price for least, price in breaks if quantity >= least]
    return reached[-1] if reached else breaks[0][1]


def named_shipment(
    *,
    id: str,
    destination: str,
    port: str = "",
    origin: str,
    incoterm: str,
    place: str,
    currency: str,
    hs: str,
    breaks: tuple[tuple[Decimal, Decimal], ...],
    unit: str,
    minimum: Decimal,
    multiple: Decimal = Decimal(1),
    packing: Packing = Packing(),
    net_kg_per_unit: Decimal | None = None,
    quantities_per_unit: dict[str, Decimal] | None = None,
    preference_claimed: bool | None = None,
    origin_examined: bool | None = None,
    quantity: Decimal | None = None,
    entry_on: date | None = None,
    mode: str | None = None,
    basic_grocery: bool | None = None,
) -> Shipment:
    """The shipment a card or product page names; `quantity` (the slider) stands instead of pallet and minimum."""
    amount = quantity or named_quantity(minimum=minimum, multiple=multiple, packing=packing)
    line = GoodsLine(
        hs=hs, unit_price=price_at(breaks, amount), quantity=amount, unit=unit,
        net_kg=None if net_kg_per_unit is None else net_kg_per_unit * amount,
        quantities={unit_: per * amount for unit_, per in (quantities_per_unit or {}).items()},
        preference_claimed=preference_claimed, origin_examined=origin_examined,
    )  # fmt: skip
    return Shipment(
        id=id,
        destination=destination,
        port=port,
        origin=origin,
        incoterm=incoterm,
        place=place,
        currency=currency,
        lines=(line,),
        gross_kg=packing.gross_kg(amount),
        volume_m3=packing.volume_m3(amount),
        mode=mode,
        entry_on=entry_on,
        basic_grocery=basic_grocery,
    )
