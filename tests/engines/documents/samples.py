"""One plausible document of each template."""

from __future__ import annotations

from typing import Any

SELLER = {
    "name": "Coopérative Tifaout",
    "lines": ["Douar Aït Baha", "Taroudant", "MA"],
    "ids": [["ICE", "001534875000063"]],
}
BUYER = {"name": "Lakeside Naturals LLC", "lines": ["1200 W Fulton St", "Chicago IL 60607", "US"], "ids": []}
LINES = [
    {
        "position": "1",
        "description": "Huile d’argan cosmétique, bio · زيت الأركان",
        "detail": "HS 1515.90 · MA",
        "quantity": "1\u00a0200\u00a0KGM",
        "unit_price": "18.40",
        "amount": "22\u00a0080.00",
    },
    {
        "position": "2",
        "description": "Argan soap",
        "detail": "",
        "quantity": "600\u00a0C62",
        "unit_price": "1.25",
        "amount": "750.00",
    },
]
COMMON: dict[str, Any] = {
    "number": "CI-7K3F-9MQ2",
    "version": 1,
    "date": "2026-11-23",
    "seller": SELLER,
    "buyer": BUYER,
    "facts": [["order", "ORD-7K3F-9MQ2"], ["incoterm", "FOB Agadir"], ["currency", "USD"]],
    "lines": LINES,
    "totals": [["goods_value", "22\u00a0830.00"], ["total", "22\u00a0830.00 USD"]],
    "notes": ["Goods of Moroccan origin."],
}
MILESTONES = [
    {
        "name": "deposit",
        "share": "30 %",
        "due": "signature",
        "reference": "RF18 5390 0754 7034",
        "amount": "6\u00a0849.00",
    },
    {"name": "balance", "share": "70 %", "due": "before_shipment", "reference": "RF97C2", "amount": "15\u00a0981.00"},
]
ACCOUNT = [
    ["beneficiary", "Bank Al Atlas, client money"],
    ["rib", "011 780 0000123456789012 34"],
    ["bic", "BMCEMAMC"],
]
MORE: dict[str, dict[str, Any]] = {
    "origin_declaration": {
        "agreement": "US-MA · 19 CFR 10.764",
        "form": "form_importer_declaration",
        "elements": [
            ["element_importer", ""],
            ["element_description", "Huile d’argan · زيت الأركان"],
            ["element_foreign_materials", "glass bottles (ES) 40"],
        ],
        "marking": "Made in Morocco",
        "rule": "HTSUS General Note 27(b)",
        "blanket": True,
        "valid_from": "2026-11-23",
        "valid_until": "2027-11-22",
        "signed_name": "Lalla Aïcha",
        "signed_as": "Manager",
        "signed_on": "2026-11-23",
        "withdrawn": False,
    },
    "contract": {
        "milestones": MILESTONES,
        "account": ACCOUNT,
        "text": "1. The seller sells.\n2. The buyer pays.\n3. البائع يبيع والمشتري يؤدي.",
        "signatures": [{"company": "Tifaout", "name": "Fatima", "role": "owner", "at": "2026-11-23 09:00Z"}],
        "hash": "ab" * 32,
    },
    "proforma_invoice": {"milestones": MILESTONES, "account": ACCOUNT},
    "commercial_invoice": {"account": ACCOUNT},
    "packing_list": {
        "packages": [
            {
                "count": "60", "type": "CT", "marks": "TIF 1–60", "size": "40 × 30 × 30", "net": "1\u00a0200",
                "gross": "1\u00a0310", "volume": "2.16",
            }
        ],
        "containers": [{"number": "MSKU 907032 3", "type": "22G1", "seal": "MA1234"}],
        "totals": [["total_packages", "60"], ["total_net", "1\u00a0200"]],
    },
    "inspection_report": {"passed": True, "text": "Weight and labels as agreed.\nالوزن مطابق للعقد."},
}  # fmt: skip


def sample(template: str) -> dict[str, Any]:
    """The data of one document."""
    return {**COMMON, **MORE[template]}
