"""Products for tests: complete entries, uploads, published goods."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from PIL import Image

from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.market.catalogue import commands
from fondouk.market.catalogue.entry import PhotoEntry, PreferenceEntry, ProductEntry, TextEntry
from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import Break, Cargo
from fondouk.market.catalogue.shelves import CategoryEntry, HeadingEntry
from tests.cast import Party
from tests.clock import AT

SYSTEM = Actor.system("test")
D = Decimal


def shelves() -> None:
    """Two shelves with their heading."""
    headings = [
        HeadingEntry("1515", {"en": "Vegetable oils", "fr": "Autres huiles végétales fixes", "ar": "زيوت نباتية"}),
        HeadingEntry("6911", {"en": "Porcelain", "fr": "Vaisselle en porcelaine", "ar": "أواني المائدة من الخزف"}),
    ]  # fmt: skip
    categories = [
        CategoryEntry("oils", "oils", {"en": "Oils and fats", "fr": "Huiles et graisses", "ar": "زيوت ودهون"}),
        CategoryEntry(
            "argan-oil", "oils", {"en": "Argan oil", "fr": "Huile d’argan", "ar": "زيت أركان"},
            {"en": ["arganic"], "fr": ["argane"], "ar": ["أرغان"]}, parent="oils", heading="1515", palette="amber",
        ),
    ]  # fmt: skip
    commands.load_headings(rows=headings, by=SYSTEM, at=AT)
    commands.load_categories(rows=categories, by=SYSTEM, at=AT)


def entry(**changes: object) -> ProductEntry:
    """Organic argan oil as a supplier would describe it in full."""
    whole = ProductEntry(
        texts={
            "fr": TextEntry(
                "Huile d’argan biologique, pressée à froid", "Une seule pression sous 40 °C.", "Longue description.",
                "Huile d’amandons d’Argania spinosa 100 %", (("Acidité", "0,6 %"),),
            ),
            "en": TextEntry(
                "Organic argan oil, cold-pressed", "Single pressing below 40 °C.", "Long description.",
                "Argania spinosa kernel oil 100 %", (("Acidity", "0.6 %"),), source_language="fr",
            ),
        },
        sku="TA-25", category="argan-oil", hs6="151590", tariff_codes={"US": "15159081", "CA": "1515909990"},
        classified_by="supplier", origin_country="MA", origin_region="MA-09",
        preferences={"US-MA": PreferenceEntry("WHOLLY_OBTAINED", "harvest register", AT.date())},
        incoterm="FCA", place_name="Agadir", place_code="MAAGA", currency="USD",
        price_valid_until=AT.date().replace(year=2027),
        breaks=(Break(D(50), D("24.80"), 14), Break(D(200), D("22.60"), 14), Break(D(500), D("21.20"), 16)),
        unit="KGM", moq=D(50), order_multiple=D(25), lead_days=14, capacity_per_month=D(2400), in_stock=D(900),
        sample_price=D(18), sample_currency="USD", sample_quantity_max=D(1), sample_lead_days=5,
        cargo=Cargo(D(1), "JC", D(25), D(30), D(26), D(40), D("26.5"), 16), shelf_life_days=730,
        storage_celsius_min=5, storage_celsius_max=25,
    )  # fmt: skip
    return replace(whole, **changes)  # type: ignore[arg-type]


def jpeg(width: int = 800, height: int = 600, colour: str = "goldenrod", **options: object) -> bytes:
    """A picture as a camera would send it."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG", **options)
    return out.getvalue()


def upload(party: Party, content: bytes | None = None, at: datetime = AT, kind: str = "photo") -> str:
    """A received file's reference."""
    found = store.receive(io.BytesIO(content or jpeg()), kind, owner=party.id, by=party.actor, at=at, name="IMG_1.jpg")
    return found.reference


def draft(party: Party, **changes: object) -> Product:
    """A draft with one photo that is prepared."""
    file = upload(party)
    product = commands.add_product(entry=entry(**changes), photos=(file,), by=party.actor, at=AT)
    commands.prepare_photo(file=file, by=SYSTEM, at=AT)
    product.refresh_from_db()
    return product


def published(party: Party, **changes: object) -> Product:
    """A published product."""
    return commands.publish_product(product=draft(party, **changes).reference, by=party.actor, at=AT)


def drawn(number: int = 1) -> PhotoEntry:
    """A drawing of ours, ready to show."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="{number}" height="9"/></svg>'
    return PhotoEntry(f"FIL-DRAW-{number:04}", (store.publish_drawing(svg.encode(), width=400, height=300),))
