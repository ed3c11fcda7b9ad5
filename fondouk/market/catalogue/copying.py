"""A publication back as an entry: for the editor's form and for duplicates."""

from __future__ import annotations

from fondouk.market.catalogue.entry import PreferenceEntry, ProductEntry, TextEntry
from fondouk.market.catalogue.publication import Publication


def entry_of(product: Publication, certificates: tuple[str, ...] = ()) -> ProductEntry:
    """Everything that was entered, as it would be entered again."""
    prices, sample = product.prices, product.sample
    return ProductEntry(
        texts={
            language: TextEntry(
                text.title, text.summary, text.description, text.composition, text.specification,
                text.source_language, text.by_machine,
            )
            for language, text in product.texts.items()
        },
        sku=product.sku, category=product.category.code if product.category else "", hs6=product.hs6,
        tariff_codes={destination: one.code for destination, one in product.tariff_codes.items()},
        classified_by=next((one.classified_by for one in product.tariff_codes.values()), ""),
        gtin=product.gtin, producer=product.producer, origin_country=product.origin_country,
        origin_region=product.origin_region,
        preferences={
            one.agreement: PreferenceEntry(one.status, one.proof, one.proof_on) for one in product.stated.values()
        },
        incoterm=prices.incoterm if prices else "", place_name=prices.place_name if prices else "",
        place_code=prices.place_code if prices else "", currency=prices.currency if prices else "",
        price_valid_until=prices.valid_until if prices else None, breaks=prices.breaks if prices else (),
        unit=product.unit, moq=product.moq, order_multiple=product.order_multiple, lead_days=product.lead_days,
        capacity_per_month=product.capacity_per_month, in_stock=product.in_stock,
        sample_price=sample.price if sample else None, sample_currency=sample.currency if sample else "",
        sample_quantity_max=sample.quantity_max if sample else None,
        sample_lead_days=sample.lead_days if sample else None, cargo=product.cargo,
        shelf_life_days=product.shelf_life_days, storage_celsius_min=product.storage_celsius[0],
        storage_celsius_max=product.storage_celsius[1], un_number=product.un_number, attributes=product.attributes,
        certificates=certificates,
    )  # fmt: skip
