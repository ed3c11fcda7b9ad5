"""What a product's page says to machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from markupsafe import Markup

from fondouk.kit.quantity import plain
from fondouk.market.catalogue.publication import Prices, Publication, Text


def product(path: str, found: Publication, text: Text) -> Markup:
    """schema.org Product with its offer; data, not a script."""
    prices, photo = found.prices, found.photo
    data: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Product", "name": text.title, "sku": found.reference,
        "url": settings.SITE_URL + path, "countryOfOrigin": found.origin_country,
        "brand": {"@type": "Organization", "name": found.supplier.name},
    }  # fmt: skip
    if text.summary:
        data["description"] = text.summary
    if photo:
        data["image"] = [settings.SITE_URL + photo.preview.url]
    if found.gtin:
        data["gtin"] = found.gtin
    if prices and prices.breaks:
        data["offers"] = _offer(found, prices)
    escaped = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(escaped)  # noqa: S704 - JSON without "<", in a data block


def _offer(found: Publication, prices: Prices) -> dict[str, Any]:
    offer: dict[str, Any] = {
        "@type": "Offer", "priceCurrency": prices.currency, "price": str(prices.highest),
        "availability": "https://schema.org/InStock", "seller": {"@type": "Organization", "name": found.supplier.name},
        "eligibleQuantity": {"@type": "QuantitativeValue", "minValue": str(found.moq), "unitCode": found.unit},
        "priceSpecification": [
            {"@type": "UnitPriceSpecification", "price": str(one.unit_price), "priceCurrency": prices.currency,
             "unitCode": found.unit,
             "eligibleQuantity": {"@type": "QuantitativeValue", "minValue": plain(one.min_quantity)}}
            for one in prices.breaks
        ],
    }  # fmt: skip
    return offer | ({"priceValidUntil": prices.valid_until.isoformat()} if prices.valid_until else {})
