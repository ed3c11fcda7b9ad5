"""What a product's measures, codes and days may be at all: nothing below nought, nothing beyond a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fondouk.kit import days
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.catalogue.entry import ProductEntry

GTIN_LENGTHS = (8, 12, 13, 14)  # GS1 General Specifications
KILOGRAMS_MAX = Decimal(1_000_000)
CENTIMETRES_MAX = Decimal(10_000)
QUANTITY_MAX = Decimal(10) ** 11


def refusals_of_entry(entry: ProductEntry, on: date) -> list[Refusal]:
    """All that cannot be so, each beside its field."""
    found = [refusal for name, value, most in _figures(entry) if (refusal := _refusal_of_figure(name, value, most))]
    if entry.gtin and not (_digits(entry.gtin) and len(entry.gtin) in GTIN_LENGTHS):
        text = sentence("A barcode number (GTIN) has 8, 12, 13 or 14 digits.")
        found.append(Refusal("product.gtin", text, field="gtin"))
    if entry.un_number and not (_digits(entry.un_number) and len(entry.un_number) == 4):
        text = sentence("A UN number has four digits, as in 1170.")
        found.append(Refusal("product.un_number", text, field="un_number"))
    cold, warm = entry.storage_celsius_min, entry.storage_celsius_max
    if cold is not None and warm is not None and cold > warm:
        text = sentence("The lowest temperature of storage lies above the highest.")
        found.append(Refusal("product.storage", text, field="storage_celsius_min"))
    return [*found, *_refusals_of_days(entry, on)]


def _figures(entry: ProductEntry) -> Iterator[tuple[str, Decimal | None, Decimal]]:
    cargo = entry.cargo
    yield "unit_net_kg", cargo.unit_net_kg, KILOGRAMS_MAX
    yield "package_gross_kg", cargo.package_gross_kg, KILOGRAMS_MAX
    yield "package_length_cm", cargo.length_cm, CENTIMETRES_MAX
    yield "package_width_cm", cargo.width_cm, CENTIMETRES_MAX
    yield "package_height_cm", cargo.height_cm, CENTIMETRES_MAX
    yield "units_per_package", cargo.units_per_package, QUANTITY_MAX
    for name in ("capacity_per_month", "in_stock", "sample_price", "sample_quantity_max"):
        yield name, getattr(entry, name), QUANTITY_MAX


def _refusal_of_figure(name: str, value: Decimal | None, most: Decimal) -> Refusal | None:
    if value is None or 0 <= value <= most:
        return None
    text = sentence("Give a figure between nothing and %(most)s, or leave it empty.")
    return Refusal(f"product.figure.{name}", text, {"most": most}, name)


def _refusals_of_days(entry: ProductEntry, on: date) -> list[Refusal]:
    proofs = {one.proof_on for one in entry.preferences.values()}
    found = [
        days.refusal_of_day(
            entry.price_valid_until, first=days.years(on, -10), last=days.years(on, 5), field="price_valid_until"
        ),
        *(days.refusal_of_day(day, first=days.years(on, -30), last=on, field="proof_on") for day in proofs),
    ]
    return [refusal for refusal in found if refusal]


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
