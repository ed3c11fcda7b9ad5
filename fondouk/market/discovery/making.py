"""Making listings: from what the catalogue publishes to the search document and the card in three languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from fondouk.engines.fx import rates
from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.kit.money import Money
from fondouk.market.catalogue.publication import Publication, Shelf
from fondouk.market.companies.rules import SCHEMES
from fondouk.market.discovery import landed, rules
from fondouk.market.discovery.landed import Kept, Said
from fondouk.market.discovery.models import Listing

PHOTO_WIDTH = 600
_ORIGIN_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "MA": {"en": ("Morocco", "Moroccan"), "fr": ("Maroc", "marocain"), "ar": ("المغرب", "مغربي")}
}
"""Country and its adjective: who looks for a Moroccan lamp means the lamp."""
_COSTS = frozenset({"landed_unit", "landed_shipment"})


@dataclass(frozen=True, slots=True)
class Made:
    """A product with all that its listing needs."""

    product: Publication
    landed: Said
    shipments: Kept
    minimum_cents: int | None
    on: date


def listings(products: Sequence[Publication], *, at: datetime) -> list[Listing]:
    """One unsaved listing a product."""
    on = at.date()
    costs = landed.of_products(products, on=on)
    minimums = _minimums(products, on)
    made = [
        Made(product, costs[product.reference].said, costs[product.reference].kept, cents, on)
        for product, cents in zip(products, minimums, strict=True)
    ]
    return [_listing(one, at) for one in made]


def _minimums(products: Sequence[Publication], on: date) -> list[int | None]:
    """The value of each minimum order in US cents, None where no rate or price is known."""
    values = [_minimum_value(product) for product in products]
    known = iter(rates.convert([value for value in values if value is not None], to="USD", on=on))
    found: list[int | None] = []
    for value in values:
        answer = next(known) if value is not None else None
        found.append(answer.money.amount_minor if isinstance(answer, rates.Converted) else None)
    return found


def _minimum_value(product: Publication) -> Money | None:
    prices = product.prices
    if prices is None or not prices.breaks or not product.moq:
        return None
    return Money.of(product.moq * prices.highest, prices.currency)


def _listing(made: Made, at: datetime) -> Listing:
    product = made.product
    document = as_json(search_document(made))
    cards = {"all": _card(made), **{language: _words(product, language) for language in index.LANGUAGES}}
    stamp = stamp_of_costs(_stamp(as_text([document, cards])), as_text(made.landed))
    return Listing(
        product=product.reference, supplier_id=product.supplier.id,
        category=product.category.code if product.category else "",
        sector=product.category.sector if product.category else "", region=product.origin_region,
        heading=product.hs6[:4], document=document, cards=cards, landed=made.landed, shipments=made.shipments,
        needs=_needs(product), weight=document["weight"], inputs=stamp, published_at=product.published_at or at,
        made_at=at, checked_on=made.on,
    )  # fmt: skip


def as_text(value: Any) -> str:
    """JSON, the same for the same value."""
    return json.dumps(value, sort_keys=True)


def stamp_of_costs(stamp: str, costs: str) -> str:
    """The stamp of a listing with other landed costs: its first half is of the rest, its second of them."""
    return stamp[:16] + _stamp(costs)


def _stamp(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _needs(product: Publication) -> list[str]:
    """What a new measure, rate card or exchange rate must name to concern this product."""
    codes = {product.hs6, *(code.code for code in product.tariff_codes.values())} - {""}
    prices = product.prices
    return sorted(
        {f"hs:{code}" for code in codes} | ({f"fx:{prices.currency}", f"from:{prices.place_code}"} if prices else set())
    )


# -- the search document ----------------------------------------------------------------------------------------------


def search_document(made: Made) -> index.Document:
    """What the index holds of a product."""
    product = made.product
    unit, shipment = landed.slots(made.landed)
    languages = index.LANGUAGES
    return index.Document(
        id=product.reference,
        titles={language: text.title for language, text in product.texts.items() if text.title},
        summaries={language: f"{text.summary} {text.description}" for language, text in product.texts.items()},
        words={language: _vocabulary(product, language) for language in languages},
        names=_names(product), codes=_codes(product), tags=_tags(made), landed_unit=unit, landed_shipment=shipment,
        minimum=made.minimum_cents, lead=product.lead_days,
        newest=int(product.published_at.timestamp()) if product.published_at else 0,
        weight=round(sum(weight(product, made.on).values()), 4),
        family=f"{product.supplier.reference}/{product.category.code if product.category else ''}",
    )  # fmt: skip


def weight(product: Publication, on: date) -> dict[str, float]:
    """The parts of the product's ranking weight."""
    trust = product.supplier.trust
    return rules.weight_parts(
        readiness=product.readiness, identity=trust.identity_checked_on is not None,
        accredited=bool(trust.accreditations), shipped=trust.orders_shipped,
        response_minutes=product.supplier.response_minutes,
        age_days=rules.age_days(product.published_at.date() if product.published_at else on, on),
    )  # fmt: skip


def _vocabulary(product: Publication, language: str) -> str:
    """The names and synonyms of its category and heading: how an Arabic-only product is found in French.

    Not those of its sector: "Oils and argan" would make every olive oil an argan oil.
    """
    shelf, region = product.category, gazetteer.region(product.origin_region)
    parts = [region.name(language)] if region else []
    parts += _ORIGIN_WORDS.get(product.origin_country, {}).get(language, ())
    if shelf is not None:
        parts += shelf_words(shelf, language)
    parts += [text.composition for text in product.texts.values() if text.language == language and text.composition]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def shelf_words(shelf: Shelf, language: str) -> list[str]:
    """The names and synonyms of a category and its tariff heading in one language."""
    names = [shelf.names.get(language, ""), shelf.heading_names.get(language, "")]
    return [*names, *shelf.synonyms.get(language, ()), *shelf.heading_synonyms.get(language, ())]


def _names(product: Publication) -> tuple[str, ...]:
    supplier, prices = product.supplier, product.prices
    names = [supplier.name, *supplier.names.values(), supplier.town, product.producer]
    return tuple(dict.fromkeys(name for name in (*names, prices.place_name if prices else "") if name))


def _codes(product: Publication) -> tuple[str, ...]:
    codes = [product.hs6, product.hs6[:4], *(code.code for code in product.tariff_codes.values())]
    return tuple(dict.fromkeys(code for code in (*codes, product.gtin, product.sku, product.reference) if code))


def _tags(made: Made) -> dict[str, tuple[str, ...]]:
    product, trust = made.product, made.product.supplier.trust
    shelf, minimum = product.category, product.moq or Decimal(0)
    evidence = {
        "identity": trust.identity_checked_on,
        "accredited": trust.accreditations,
        "shipped": trust.orders_shipped,
    }
    tags = {
        "category": tuple(dict.fromkeys((shelf.sector, shelf.parent or shelf.code, shelf.code))) if shelf else (),
        "certificate": tuple(sorted({proof.scheme for proof in product.certificates})),
        "evidence": tuple(name for name, held in evidence.items() if held),
        "region": (product.origin_region,) if product.origin_region else (),
        "incoterm": tuple(sorted({prices.incoterm for prices in product.price_lists})),
        "minimum": rules.minimum_tags(
            value_cents=made.minimum_cents, minimum=minimum, pallet=product.cargo.pallet_quantity
        ),
        "lead": rules.lead_tags(days=product.lead_days, minimum=minimum, in_stock=product.in_stock),
        "more": (*(["sample"] if product.sample else []), *sorted(set(trust.flags))),
        "heading": (product.hs6[:4],) if product.hs6 else (),
        "supplier": (product.supplier.reference,),
        "unit": (product.unit,) if product.unit else (),
    }
    return {facet: found for facet, found in tags.items() if found}


def as_json(document: index.Document) -> dict[str, Any]:
    """A document as the table keeps it: without its costs, which stand beside it and change by themselves."""
    row = {name: getattr(document, name) for name in document.__slots__ if name not in _COSTS}
    row["tags"] = {facet: list(tags) for facet, tags in document.tags.items()}
    return {**row, "names": list(document.names), "codes": list(document.codes)}


def from_json(row: Mapping[str, Any], costs: Mapping[str, Any]) -> index.Document:
    """The document the table keeps, with the landed costs that stand beside it."""
    values = dict(row)
    values["landed_unit"], values["landed_shipment"] = landed.slots(costs)
    values["tags"] = {facet: tuple(tags) for facet, tags in row["tags"].items()}
    return index.Document(**{**values, "names": tuple(row["names"]), "codes": tuple(row["codes"])})


# -- the card ---------------------------------------------------------------------------------------------------------


def _words(product: Publication, language: str) -> dict[str, Any]:
    """What a card says in one language."""
    text, region = product.text(language), gazetteer.region(product.origin_region)
    prices = product.prices
    place = gazetteer.place(prices.place_code) if prices and prices.place_code else None
    return {
        "title": text.title,
        "title_language": text.language,
        "slug": text.slug or product.text("en").slug or "product",
        "supplier": product.supplier.called(language),
        "region": region.name(language) if region else "",
        "place": place.name(language) if place else prices.place_name if prices else "",
        "crawled": text.is_public,
    }


def _card(made: Made) -> dict[str, Any]:
    """What a card says in every language: figures, codes, dates."""
    product, prices, supplier = made.product, made.product.prices, made.product.supplier
    leads = [step.lead_days for step in prices.breaks if step.lead_days is not None] if prices else []
    leads += [product.lead_days] if product.lead_days is not None else []
    return {
        "low": str(prices.lowest) if prices else None,
        "high": str(prices.highest) if prices else None,
        "currency": prices.currency if prices else "",
        "incoterm": prices.incoterm if prices else "",
        "unit": product.unit,
        "minimum": str(product.moq) if product.moq is not None else None,
        "lead": [min(leads), max(leads)] if leads else None,
        "certificates": [
            SCHEMES.get(scheme, scheme) for scheme in dict.fromkeys(one.scheme for one in product.certificates)
        ],
        "facts": _facts(product),
        "photo": _photo(product),
        "supplier": supplier.reference,
        "shop": supplier.slug,
        "category": product.category.code if product.category else "",
        "answers": supplier.response_minutes,
    }


def _facts(product: Publication) -> dict[str, Any]:
    trust = product.supplier.trust
    facts: dict[str, Any] = {}
    if trust.identity_checked_on:
        facts["identity"] = trust.identity_checked_on.isoformat()
    if trust.accreditations:
        facts["accredited"] = trust.accreditations[0].issuer
    if trust.orders_shipped:
        facts["shipped"] = trust.orders_shipped
    return facts


def _photo(product: Publication) -> dict[str, Any] | None:
    if product.photo is None:
        return None
    size = product.photo.at_least(PHOTO_WIDTH)
    return {"src": size.url, "srcset": product.photo.srcset, "width": size.width, "height": size.height}
