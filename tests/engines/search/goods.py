"""Documents for the engine's tests: a few goods in one, two or three languages, and engines to hold them."""

from __future__ import annotations

from fondouk.engines.search.index import Document

OIL_WORDS = {"en": "oils fats argan", "fr": "huiles argan arganier", "ar": "زيت زيوت أركان الأرغان"}
SLIPPERS = {"en": "slippers babouche leather", "fr": "babouches cuir", "ar": "بلغة جلد"}
TILES = {"en": "tiles zellige ceramics", "fr": "carreaux zellige céramique", "ar": "زليج خزف"}

GOODS = (
    Document(
        "ARGAN",
        {"en": "Organic argan oil, cold-pressed, cosmetic grade", "fr": "Huile d’argan biologique, pressée à froid",
         "ar": "زيت أركان عضوي معصور على البارد"},
        summaries={"en": "Single pressing below 40 °C"}, words=OIL_WORDS,
        names=("Coopérative Tafrawt Argane", "Agadir"),
        codes=("151590", "15159081", "PRD-7K3F-9MQ2"),
        tags={"category": ("oils", "argan-oil"), "certificate": ("organic_usda", "cosmos"), "region": ("MA-09",),
              "evidence": ("identity", "accredited"), "heading": ("1515",), "supplier": ("S1",), "unit": ("KGM",)},
        landed_unit={0: 245_000, 1: 350_000}, landed_shipment={0: 980_000, 1: 1_400_000}, minimum=124_000, lead=14,
        newest=300, weight=1.2,
    ),
    Document(
        "CULINARY", {"en": "Culinary argan oil, toasted kernels, 250 ml"}, words=OIL_WORDS,
        names=("Atelier Oued Massa",),
        tags={"category": ("oils", "argan-oil"), "certificate": ("organic_usda",), "region": ("MA-09",),
              "evidence": ("identity",), "heading": ("1515",), "supplier": ("S2",), "unit": ("C62",)},
        landed_unit={0: 91_200}, landed_shipment={0: 875_000}, minimum=153_600, lead=20, newest=200,
    ),
    Document(
        "OLIVE", {"fr": "Huile d’olive vierge extra, bidon de 5 L"},
        words={"en": "olive oil", "fr": "huile d’olive", "ar": "زيت الزيتون زيت العود"},
        names=("Moulins du Saïss", "Meknès"),
        tags={"category": ("oils", "olive-oil"), "region": ("MA-03",), "heading": ("1509",), "supplier": ("S3",)},
        landed_unit={0: 400_000}, landed_shipment={0: 190_000}, minimum=90_000, lead=7, newest=400,
    ),
    Document(
        "BABOUCHE", {"ar": "بلغة جلدية من فاس، جلد الماعز"}, words=SLIPPERS, names=("دار البلغة",),
        tags={"category": ("leather", "babouches"), "region": ("MA-03",), "supplier": ("S4",),
              "evidence": ("identity",)},
        minimum=40_000, lead=30, newest=100, weight=0.8,
    ),
    Document(
        "ZELLIGE", {"en": "Green zellige tiles, 10 × 10 cm", "fr": "Carreaux de zellige vert, 10 × 10 cm"}, words=TILES,
        tags={"category": ("ceramics-stone", "zellige"), "region": ("MA-03",), "certificate": ("iso_9001",),
              "supplier": ("S5",)},
        landed_unit={0: 1_000_000}, landed_shipment={0: 2_600_000}, lead=45, newest=50,
    ),
)  # fmt: skip
