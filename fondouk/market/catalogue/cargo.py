"""How goods are packed and how much of them may be ordered. Plain Python; the rules re-export it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal


def orderable(quantity: Decimal, moq: Decimal, multiple: Decimal | None) -> Decimal:
    """The nearest quantity at or above this one that the supplier accepts: at least the MOQ, in whole steps."""
    if quantity <= moq:
        return moq
    if not multiple:
        return quantity
    return moq + _ceiling((quantity - moq) / multiple) * multiple


def _ceiling(value: Decimal) -> int:
    """Up to the next whole number; Decimal's own floor division cuts towards nought."""
    return int(value.to_integral_value(rounding=ROUND_CEILING))


@dataclass(frozen=True, slots=True)
class Cargo:
    """How goods are packed; every field may be unknown. Lengths in cm, weights in kg."""

    unit_net_kg: Decimal | None = None
    package: str = ""
    units_per_package: Decimal | None = None
    length_cm: Decimal | None = None
    width_cm: Decimal | None = None
    height_cm: Decimal | None = None
    package_gross_kg: Decimal | None = None
    packages_per_pallet: int | None = None

    @property
    def package_m3(self) -> Decimal | None:
        """Volume of one package."""
        if not (self.length_cm and self.width_cm and self.height_cm):
            return None
        return self.length_cm * self.width_cm * self.height_cm / 1_000_000

    @property
    def pallet_quantity(self) -> Decimal | None:
        """Units on one full pallet."""
        if not (self.units_per_package and self.packages_per_pallet):
            return None
        return self.units_per_package * self.packages_per_pallet


@dataclass(frozen=True, slots=True)
class Load:
    """A quantity as it travels; None where the packaging is not known."""

    quantity: Decimal
    packages: int | None
    pallets: int | None
    net_kg: Decimal | None
    gross_kg: Decimal | None
    volume_m3: Decimal | None


def load_of(cargo: Cargo, quantity: Decimal) -> Load:
    """Packages (whole ones), pallets, weights and volume of a quantity."""
    packages = _ceiling(quantity / cargo.units_per_package) if cargo.units_per_package else None
    pallets = -(-packages // cargo.packages_per_pallet) if packages and cargo.packages_per_pallet else None
    volume = cargo.package_m3
    return Load(
        quantity=quantity,
        packages=packages,
        pallets=pallets,
        net_kg=quantity * cargo.unit_net_kg if cargo.unit_net_kg is not None else None,
        gross_kg=packages * cargo.package_gross_kg if packages and cargo.package_gross_kg else None,
        volume_m3=packages * volume if packages and volume else None,
    )


def named_quantity(cargo: Cargo, moq: Decimal, multiple: Decimal | None) -> Decimal:
    """The quantity a card's unit cost is for: one pallet, or the MOQ where larger or where packing is unknown."""
    pallet = cargo.pallet_quantity
    return orderable(pallet, moq, multiple) if pallet and pallet > moq else moq
