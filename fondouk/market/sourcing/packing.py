"""How an offer travels: what its supplier left open is worked out from the packing of the products offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import Load, load_of
from fondouk.market.catalogue.whole import PACKING, cargo_of
from fondouk.market.sourcing.terms import Cargo, Offer


def completed(offer: Offer) -> Offer:
    """The offer with packages, gross weight and volume filled in where nothing was said and every line's packing is
    on file; unchanged where a line has no product, another unit than its product, or packing nobody has written."""
    said = offer.cargo
    if None not in (said.packages, said.gross_kg, said.volume_m3):
        return offer
    found = carried(offer.lines)
    filled = replace(
        said,
        packages=found.packages if said.packages is None else said.packages,
        gross_kg=found.gross_kg if said.gross_kg is None else said.gross_kg,
        volume_m3=found.volume_m3 if said.volume_m3 is None else said.volume_m3,
    )
    return replace(offer, cargo=filled)


class Line(Protocol):
    """So much of a product, as offered or as read again."""

    @property
    def product(self) -> str: ...
    @property
    def quantity(self) -> Decimal: ...
    @property
    def unit(self) -> str: ...


def carried(lines: Sequence[Line]) -> Cargo:
    """What the packing on file says of all lines together; nothing where it does not cover every one."""
    rows = {
        row["reference"]: row
        for row in Product.objects.filter(reference__in=[line.product for line in lines]).values(
            "reference", "unit", *PACKING
        )
    }
    loads = []
    for line in lines:
        row = rows.get(line.product)
        if row is None or row["unit"] != line.unit or line.quantity <= 0:
            return Cargo()
        loads.append(load_of(cargo_of(row), line.quantity))
    return _together(loads)


def _together(loads: list[Load]) -> Cargo:
    packages = [one.packages for one in loads if one.packages is not None]
    gross = [one.gross_kg for one in loads if one.gross_kg is not None]
    volume = [one.volume_m3 for one in loads if one.volume_m3 is not None]
    return Cargo(
        packages=sum(packages) if len(packages) == len(loads) else None,
        gross_kg=sum(gross, Decimal(0)) if len(gross) == len(loads) else None,
        volume_m3=sum(volume, Decimal(0)) if len(volume) == len(loads) else None,
    )
