"""A product with everything that hangs on it, in one statement written by hand.

Compiling the same query through the ORM took longer than running it, on the page that is asked for most.
Decimals inside JSON travel as text, so that 24.80 does not come back as 24.8000000000000007.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from fondouk.engines.files import store
from fondouk.market.catalogue.publication import (
    Classification,
    Picture,
    Preference,
    Prices,
    Proof,
    Publication,
    Sample,
    Shelf,
    Supplier,
    Text,
    Trust,
    Variant,
)
from fondouk.market.catalogue.rules import Break, Cargo
from fondouk.market.companies.models import TrustFact

_OWN = (
    "id", "reference", "state", "held_reason", "sku", "supplier_id", "hs6", "origin_country", "origin_region", "unit",
    "moq", "order_multiple", "lead_days", "capacity_per_month", "in_stock", "sample_price", "sample_currency",
    "sample_quantity_max", "sample_lead_days", "unit_net_kg", "package", "units_per_package", "package_length_cm",
    "package_width_cm", "package_height_cm", "package_gross_kg", "packages_per_pallet", "shelf_life_days",
    "storage_celsius_min", "storage_celsius_max", "producer", "gtin", "un_number", "readiness", "added_at",
    "changed_at", "published_at",
)  # fmt: skip

_CHILDREN = """
    jsonb_build_object(
        'attributes', p.attributes,
        'texts', (SELECT jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'slug', t.slug,
                'summary', t.summary, 'description', t.description, 'composition', t.composition,
                'specification', t.specification, 'source_language', t.source_language, 'by_machine', t.by_machine,
                'reviewed', t.reviewed_at IS NOT NULL) ORDER BY t.id)
            FROM catalogue_producttext t WHERE t.product_id = p.id),
        'prices', (SELECT jsonb_agg(jsonb_build_object('incoterm', l.incoterm, 'place_name', l.place_name,
                'place_code', l.place_code, 'currency', l.currency, 'valid_until', l.valid_until,
                'breaks', (SELECT jsonb_agg(jsonb_build_array(b.min_quantity::text, b.unit_price::text, b.lead_days)
                        ORDER BY b.min_quantity)
                    FROM catalogue_pricebreak b WHERE b.price_list_id = l.id)) ORDER BY l.position)
            FROM catalogue_pricelist l WHERE l.product_id = p.id),
        'codes', (SELECT jsonb_agg(jsonb_build_array(c.destination, c.code, c.classified_by, c.ruling) ORDER BY c.id)
            FROM catalogue_tariffcode c WHERE c.product_id = p.id),
        'preferences', (SELECT jsonb_agg(jsonb_build_array(f.agreement, f.status, f.proof, f.proof_on) ORDER BY f.id)
            FROM catalogue_productpreference f WHERE f.product_id = p.id),
        'origins', (SELECT jsonb_agg(jsonb_build_array(o.agreement, o.status, o.declaration, o.examined_on,
                o.valid_until)) FROM catalogue_productorigin o WHERE o.product_id = p.id),
        'photos', (SELECT jsonb_agg(jsonb_build_array(h.file, h.alt, h.variants, h.refused) ORDER BY h.position, h.id)
            FROM catalogue_photo h WHERE h.product_id = p.id),
        'evidence', (SELECT jsonb_agg(e.evidence_id ORDER BY e.id)
            FROM catalogue_productcertificate e WHERE e.product_id = p.id),
        'supplier', jsonb_build_object('reference', s.reference, 'slug', coalesce(w.slug, s.slug), 'name', s.name,
            'names', s.names, 'kind', s.kind, 'country', s.country, 'region', s.region, 'town', s.town,
            'founded_in', s.founded_in, 'people_count', s.people_count, 'response_minutes', w.response_minutes,
            'listed_on', (s.registered_at AT TIME ZONE 'UTC')::date),
        'category', CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('code', g.code, 'sector', g.sector,
            'names', g.names, 'synonyms', g.synonyms, 'parent', coalesce(u.code, ''),
            'parent_names', coalesce(u.names, '{}'), 'heading', coalesce(k.code, ''),
            'heading_names', coalesce(k.names, '{}'), 'heading_synonyms', coalesce(k.synonyms, '{}'),
            'palette', g.palette, 'motif', g.motif) END
    )
"""
_SELECT = f"""
    SELECT {", ".join(f"p.{name}" for name in _OWN)}, {_CHILDREN}
    FROM catalogue_product p
    JOIN companies_company s ON s.id = p.supplier_id
    LEFT JOIN catalogue_storefront w ON w.supplier_id = s.id
    LEFT JOIN catalogue_category g ON g.id = p.category_id
    LEFT JOIN catalogue_category u ON u.id = g.parent_id
    LEFT JOIN catalogue_hsheading k ON k.id = g.heading_id
"""  # noqa: S608 - column names of ours
_PROOFS = f"""
    SELECT id, company_id, kind, scheme, issuer, number, valid_from, valid_until FROM {TrustFact._meta.db_table}
    WHERE company_id = ANY(%s) AND valid_from <= %s AND (valid_until IS NULL OR valid_until >= %s)
    ORDER BY valid_from, id
"""  # noqa: S608 - a view of ours


def products(where: str, values: Sequence[Any], *, on: date, order: str = "p.id") -> list[Publication]:
    """Products as others see them; `where`, with %s places, and `order` are texts of ours. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_SELECT} WHERE {where} ORDER BY {order}", list(values))
        found = [dict(zip((*_OWN, "more"), row, strict=True)) for row in cursor.fetchall()]
    for row in found:
        row["more"] = json.loads(row["more"]) if isinstance(row["more"], str) else row["more"]
    held = proofs({row["supplier_id"] for row in found}, on)
    by_id = {number: proof for pairs in held.values() for number, proof in pairs}
    suppliers: dict[int, Supplier] = {}
    for row in found:
        if row["supplier_id"] not in suppliers:
            suppliers[row["supplier_id"]] = _supplier(row, held.get(row["supplier_id"], []))
    return [_publication(row, suppliers[row["supplier_id"]], by_id, on) for row in found]


def proofs(company_ids: Iterable[int], on: date) -> dict[int, list[tuple[int, Proof]]]:
    """Accepted evidence in force on the day, by company, each with its id. One statement."""
    found: dict[int, list[tuple[int, Proof]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PROOFS, [list(company_ids), on, on])
        for number, company, *facts in cursor.fetchall():
            found.setdefault(company, []).append((number, Proof(*facts)))
    return found


def trust(listed_on: date, held: Iterable[tuple[int, Proof]]) -> Trust:
    """The dated facts about a supplier."""
    kinds: dict[str, list[Proof]] = {}
    for _number, proof in held:
        kinds.setdefault(proof.kind, []).append(proof)
    identity = kinds.get("identity")
    return Trust(
        listed_on=listed_on, identity_checked_on=identity[-1].valid_from if identity else None,
        accreditations=tuple(kinds.get("accreditation", ())), orders_shipped=len(kinds.get("shipment", ())),
        certificates=tuple(kinds.get("certificate", ())), flags=tuple(one.scheme for one in kinds.get("flag", ())),
    )  # fmt: skip


def _supplier(row: dict[str, Any], held: list[tuple[int, Proof]]) -> Supplier:
    said = dict(row["more"]["supplier"])
    listed_on = date.fromisoformat(said.pop("listed_on"))
    return Supplier(id=row["supplier_id"], trust=trust(listed_on, held), **said)


def _publication(row: dict[str, Any], supplier: Supplier, proofs_: dict[int, Proof], on: date) -> Publication:
    more = row["more"]
    photos = more["photos"] or ()
    return Publication(
        id=row["id"], reference=row["reference"], state=row["state"], held_reason=row["held_reason"], sku=row["sku"],
        supplier=supplier, category=Shelf(**more["category"]) if more["category"] else None,
        texts={one["language"]: _words(one) for one in more["texts"] or ()},
        hs6=row["hs6"], tariff_codes={one[0]: Classification(*one) for one in more["codes"] or ()},
        origin_country=row["origin_country"], origin_region=row["origin_region"],
        preferences=_preferences(more, on),
        stated={one[0]: _preference(one) for one in more["preferences"] or ()},
        price_lists=tuple(_prices(one) for one in more["prices"] or ()),
        unit=row["unit"], moq=row["moq"], order_multiple=row["order_multiple"], lead_days=row["lead_days"],
        capacity_per_month=row["capacity_per_month"], in_stock=row["in_stock"], sample=_sample(row),
        cargo=cargo_of(row),
        photos=tuple(picture_of(variants, alt or {}, file) for file, alt, variants, _ in photos if variants),
        photos_waiting=sum(not variants and not refused for _, _, variants, refused in photos),
        certificates=tuple(proofs_[one] for one in more["evidence"] or () if one in proofs_),
        shelf_life_days=row["shelf_life_days"],
        storage_celsius=(row["storage_celsius_min"], row["storage_celsius_max"]), producer=row["producer"],
        gtin=row["gtin"], un_number=row["un_number"], attributes=more["attributes"], readiness=row["readiness"],
        added_at=row["added_at"], changed_at=row["changed_at"], published_at=row["published_at"],
    )  # fmt: skip


def _words(text: dict[str, Any]) -> Text:
    specification = tuple((name, value) for name, value in text.pop("specification") or ())
    return Text(**text, specification=specification)


def _preferences(more: dict[str, Any], on: date) -> dict[str, Preference]:
    """What the supplier says of each agreement; what was examined and has not run out stands instead."""
    found = {one[0]: _preference(one) for one in more["preferences"] or ()}
    for agreement, status, declaration, examined_on, until in more["origins"] or ():
        last = date.fromisoformat(until)
        if last >= on:
            day = date.fromisoformat(examined_on)
            found[agreement] = Preference(agreement, status, declaration, day, examined=True, valid_until=last)
    return found


def _preference(row: list[Any]) -> Preference:
    agreement, status, proof, proof_on = row
    return Preference(agreement, status, proof, _day(proof_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _prices(row: dict[str, Any]) -> Prices:
    breaks = tuple(Break(_plain(quantity), _plain(price), days) for quantity, price, days in row["breaks"] or ())
    place = (row["incoterm"], row["place_name"], row["place_code"])
    return Prices(*place, row["currency"], _day(row["valid_until"]), breaks)


def _plain(text: str) -> Decimal:
    """A stored 24.800000 as 24.8: readers see what was typed."""
    value = Decimal(text).normalize()
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


def picture_of(variants: list[dict[str, Any]], alt: dict[str, str], file: str) -> Picture:
    """A picture from its stored variants, smallest first."""
    sizes = [
        Variant(one["width"], one["height"], store.media_url(one["hash"], one["media_type"]), one["media_type"])
        for one in variants
    ]
    return Picture(tuple(sorted(sizes, key=lambda size: size.width)), alt, file)


def _sample(row: dict[str, Any]) -> Sample | None:
    if row["sample_price"] is None:
        return None
    return Sample(row["sample_price"], row["sample_currency"], row["sample_quantity_max"], row["sample_lead_days"])


#: The columns of a product that say how it is packed.
PACKING = ("unit_net_kg", "package", "units_per_package", "package_length_cm", "package_width_cm", "package_height_cm",
           "package_gross_kg", "packages_per_pallet")  # fmt: skip


def cargo_of(row: Mapping[str, Any]) -> Cargo:
    """How a product is packed, from a row with the columns of PACKING."""
    return Cargo(
        unit_net_kg=row["unit_net_kg"], package=row["package"], units_per_package=row["units_per_package"],
        length_cm=row["package_length_cm"], width_cm=row["package_width_cm"], height_cm=row["package_height_cm"],
        package_gross_kg=row["package_gross_kg"], packages_per_pallet=row["packages_per_pallet"],
    )  # fmt: skip
