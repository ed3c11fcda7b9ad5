"""Cases worked by hand: what is shipped, and for each line of the answer its arithmetic and its figure.

An expectation `"10000 * 3.2 / 100 = 320.00"` is two claims: that the arithmetic on the left gives the figure on the
right (rounded half up to cents), and that the engine gives it too. `none` means there is no such line, `missing` that
its amount is unknown, `needs UNIT` and `human` what a duty column says instead of an amount.

The keys: `value` is the customs value, `mfn` and `preference` the duty columns, `total` the door (known so far).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Change = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One shipment and what it comes to."""

    id: str
    shipment: dict[str, Any]
    expect: dict[str, str]
    gaps: tuple[str, ...] | None = None
    certainty: str = ""
    also: dict[str, Any] = field(default_factory=dict)


FREIGHT = {"kind": "freight", "amount": "900.00", "currency": "USD"}
INSURANCE = {"kind": "insurance", "amount": "45.00", "currency": "USD"}
DESTINATION = {"kind": "destination", "amount": "300.00", "currency": "USD"}
SEA = {
    "id": "case",
    "destination": "US",
    "port": "USNYC",
    "origin": "MA",
    "incoterm": "FOB",
    "place": "MAAGA",
    "currency": "USD",
    "mode": "LCL",
    "entry_on": "2026-10-15",
    "costs": [FREIGHT, INSURANCE, DESTINATION],
}
ARGAN = {"hs": "15159081", "unit_price": "10.00", "quantity": "1000", "unit": "KGM", "preference_claimed": True}


def sea(goods: Change, **changes: Any) -> dict[str, Any]:
    """Goods by sea to New York, everything paid by the buyer and known."""
    return {**SEA, **goods, **changes}


def goods(hs: str, price: str, quantity: str, unit: str = "KGM", **more: Any) -> dict[str, Any]:
    """One goods line, the preference not claimed."""
    return {"hs": hs, "unit_price": price, "quantity": quantity, "unit": unit, "preference_claimed": False, **more}


# -- 1. Duty columns: each form a rate can take, at 10,000 USD or so, entry 15 Oct 2026 --------------------------------
RATES = [
    ("ad-valorem-argan", goods("15159081", "10.00", "1000"), "10000 * 3.2 / 100 = 320.00", "0 = 0.00"),
    ("ad-valorem-couscous", goods("19024000", "2.00", "5000"), "10000 * 6.4 / 100 = 640.00", "0 = 0.00"),
    ("ad-valorem-sardines", goods("16041320", "4.00", "2500"), "10000 * 15 / 100 = 1500.00", "0 = 0.00"),
    ("ad-valorem-t-shirts", goods("61091000", "5.00", "2000", "C62"), "10000 * 16.5 / 100 = 1650.00", "0 = 0.00"),
    ("ad-valorem-jeans", goods("62034245", "12.50", "800", "C62"), "10000 * 16.6 / 100 = 1660.00", "0 = 0.00"),
    ("ad-valorem-socks", goods("61159590", "1.00", "10000", "PR"), "10000 * 13.5 / 100 = 1350.00", "0 = 0.00"),
    ("ad-valorem-handbag", goods("42022190", "40.00", "250", "C62"), "10000 * 9 / 100 = 900.00", "0 = 0.00"),
    ("ad-valorem-small-handbag", goods("42022160", "16.00", "625", "C62"), "10000 * 10 / 100 = 1000.00", "0 = 0.00"),
    ("ad-valorem-poufs", goods("94049020", "25.00", "400", "C62"), "10000 * 6 / 100 = 600.00", "0 = 0.00"),
    ("ad-valorem-babouches", goods("64035960", "20.00", "500", "PR"), "10000 * 8.5 / 100 = 850.00", "0 = 0.00"),
    ("ad-valorem-slippers", goods("64039990", "20.00", "500", "PR"), "10000 * 10 / 100 = 1000.00", "0 = 0.00"),
    ("ad-valorem-tableware", goods("69120048", "5.00", "2000", "C62"), "10000 * 9.8 / 100 = 980.00", "0 = 0.00"),
    ("ad-valorem-terracotta", goods("69120010", "5.00", "2000", "C62"), "10000 * 0.7 / 100 = 70.00", "0 = 0.00"),
    ("ad-valorem-mugs", goods("69120044", "5.00", "2000", "C62"), "10000 * 10 / 100 = 1000.00", "0 = 0.00"),
    ("ad-valorem-zellige", goods("69072320", "50.00", "200", "MTK"), "10000 * 10 / 100 = 1000.00", "0 = 0.00"),
    ("ad-valorem-marble", goods("68029115", "100.00", "100", "C62"), "10000 * 4.9 / 100 = 490.00", "0 = 0.00"),
    ("ad-valorem-tea-glasses", goods("70133720", "1.00", "10000", "C62"), "10000 * 22.5 / 100 = 2250.00", "0 = 0.00"),
    ("ad-valorem-silver", goods("71131150", "50.00", "200", "C62"), "10000 * 5 / 100 = 500.00", "0 = 0.00"),
    ("ad-valorem-jam", goods("20079945", "4.00", "2500"), "10000 * 5.6 / 100 = 560.00", "0 = 0.00"),
    ("ad-valorem-harissa", goods("21039090", "4.00", "2500"), "10000 * 6.4 / 100 = 640.00", "0 = 0.00"),
    ("ad-valorem-capers", goods("20019020", "8.00", "1250"), "10000 * 8 / 100 = 800.00", "0 = 0.00"),
    ("ad-valorem-table-linen", goods("63025120", "20.00", "500", "C62"), "10000 * 4.8 / 100 = 480.00", "0 = 0.00"),
    ("ad-valorem-palm-bags", goods("46021916", "5.00", "2000", "C62"), "10000 * 5 / 100 = 500.00", "0 = 0.00"),
    ("specific-dates", goods("08041020", "5.00", "2000"), "2000 * 0.132 = 264.00", "0 = 0.00"),
    ("specific-dates-bulk", goods("08041040", "2.00", "5000"), "5000 * 0.01 = 50.00", "0 = 0.00"),
    ("specific-dates-pitted", goods("08041060", "4.00", "2500"), "2500 * 0.028 = 70.00", "0 = 0.00"),
    ("specific-honey", goods("04090000", "8.00", "1250"), "1250 * 0.019 = 23.75", "0 = 0.00"),
    ("specific-oranges", goods("08051000", "1.00", "10000"), "10000 * 0.019 = 190.00", "0 = 0.00"),
    ("specific-avocado", goods("08044000", "2.50", "4000"), "4000 * 0.112 = 448.00", "0 = 0.00"),
    ("specific-paprika", goods("09042220", "4.00", "2500"), "2500 * 0.03 = 75.00", "0 = 0.00"),
    ("specific-almonds", goods("08021200", "8.00", "1250"), "1250 * 0.24 = 300.00", "0 = 0.00"),
    ("specific-preserved-lemons", goods("20083060", "2.50", "4000"), "4000 * 0.008 = 32.00", "0 = 0.00"),
    ("specific-by-the-tonne", goods("08051000", "1000.00", "10", "TNE"), "10 * 1000 * 0.019 = 190.00", "0 = 0.00"),
    ("specific-by-the-piece-with-weight", goods("04090000", "4.00", "2500", "C62", net_kg="1250"),
     "1250 * 0.019 = 23.75", "0 = 0.00"),
    ("specific-by-the-piece-without-weight", goods("04090000", "4.00", "2500", "C62"), "needs KG", "0 = 0.00"),
    ("drained-given", goods("20057025", "3.00", "3000", quantities={"KG_drained": "1800"}),
     "1800 * 0.086 = 154.80", "0 = 0.00"),
    ("drained-lacking", goods("20057025", "3.00", "3000"), "needs KG_drained", "0 = 0.00"),
    ("contents-and-container-given",
     goods("15092020", "8.00", "1000", quantities={"KG_contents_and_container": "1450"}),
     "1450 * 0.05 = 72.50", "0 = 0.00"),
    ("contents-and-container-lacking", goods("15092020", "8.00", "1000"), "needs KG_contents_and_container",
     "0 = 0.00"),
    ("compound-wool-cloak", goods("62012011", "60.00", "200", "C62", net_kg="400"),
     "400 * 0.41 + 12000 * 16.3 / 100 = 2120.00", "0 = 0.00"),
    ("compound-lacking-weight", goods("62012011", "60.00", "200", "C62"), "needs KG", "0 = 0.00"),
    ("compound-by-the-pair", goods("64041989", "10.00", "1000", "PR"), "1000 * 0.90 + 10000 * 20 / 100 = 2900.00",
     "0 = 0.00"),
    ("compound-by-the-dozen", goods("65040060", "5.00", "1200", "C62"), "100 * 0.94 + 6000 * 4.6 / 100 = 370.00",
     "0 = 0.00"),
    ("specific-by-the-litre", goods("20091900", "1.50", "4000", "LTR"), "4000 * 0.0785 = 314.00", "0 = 0.00"),
    ("free-rug", goods("57011016", "200.00", "50", "MTK"), "0 = 0.00", "none"),
    ("free-saffron", goods("09102000", "2500.00", "4"), "0 = 0.00", "none"),
    ("free-skin-care", goods("33049950", "10.00", "1000", "C62"), "0 = 0.00", "none"),
    ("free-carob", goods("12129200", "2.00", "5000"), "0 = 0.00", "none"),
    ("season-in", goods("07020060", "2.00", "5000"), "5000 * 0.028 = 140.00", "0 = 0.00"),
    ("season-out", goods("07020060", "2.00", "5000"), "human", "human"),
]  # fmt: skip


def rate_cases() -> list[Case]:
    """Both duty columns of every form of rate."""
    days = {"season-in": "2026-12-01"}
    return [
        Case(f"rate/{name}", sea(line, entry_on=days.get(name, "2026-10-15")), {"mfn": mfn, "preference": preference})
        for name, line, mfn, preference in RATES
    ]


# -- 2. Additional layers by the day of entry and by list --------------------------------------------------------------
TEN = "10000 * 10 / 100 = 1000.00"
TWELVE = "10000 * 12.5 / 100 = 1250.00"
FREE = "0 = 0.00"
DAYS = ("2025-04-04", "2025-04-05", "2025-11-12", "2025-11-13", "2026-02-23", "2026-02-24", "2026-07-23", "2026-07-24",
        "2026-10-15")  # fmt: skip
LAYERS = {
    "argan": (goods("15159081", "10.00", "1000"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "rugs": (goods("57011016", "200.00", "50", "MTK"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "tableware": (goods("69120048", "5.00", "2000", "C62"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "handbags": (goods("42022190", "40.00", "250", "C62"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "sardines": (goods("16041320", "4.00", "2500"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "dates": (goods("08041020", "5.00", "2000"), ("none", TEN, TEN, TEN, TEN, TEN, TEN, TWELVE, TWELVE)),
    "saffron": (goods("09102000", "2500.00", "4"), ("none", TEN, TEN, FREE, FREE, FREE, FREE, FREE, FREE)),
    "oranges": (goods("08051000", "1.00", "10000"), ("none", TEN, TEN, FREE, FREE, FREE, FREE, FREE, FREE)),
    "avocado": (goods("08044000", "2.50", "4000"), ("none", TEN, TEN, FREE, FREE, FREE, FREE, FREE, FREE)),
    "paprika": (goods("09042220", "4.00", "2500"), ("none", TEN, TEN, FREE, FREE, FREE, FREE, FREE, FREE)),
    "phosphate-rock": (goods("25102000", "0.10", "100000"), ("none", FREE, FREE, FREE, FREE, FREE, FREE, FREE, FREE)),
}  # fmt: skip


def layer_cases() -> list[Case]:
    """What each kind of goods pays on the days around every change of 2025 and 2026; the agreement takes none off."""
    return [
        Case(f"layer/{name}/{day}/{'claimed' if claimed else 'not-claimed'}",
             sea({**line, "preference_claimed": claimed}, entry_on=day), {"layer": due})
        for name, (line, dues) in LAYERS.items()
        for day, due in zip(DAYS, dues, strict=True)
        for claimed in ((False, True) if day == "2026-10-15" else (False,))
    ]  # fmt: skip


TRANSIT = [
    ("laden-before-entered-in-time", "2025-04-03", "2025-05-20", {}, FREE),
    ("laden-on-the-day", "2025-04-05", "2025-05-20", {}, TEN),
    ("laden-before-entered-too-late", "2025-04-03", "2025-05-27", {}, TEN),
    ("laden-before-by-air", "2025-04-03", "2025-05-20", {"mode": "air"}, TEN),
    ("laden-before-then-by-truck", "2025-04-03", "2025-05-20", {"port": "CAHAL", "then_by": "truck"}, TEN),
    ("section-122-on-the-water", "2026-02-20", "2026-02-27", {}, FREE),
    ("section-122-too-late", "2026-02-20", "2026-02-28", {}, TEN),
    ("section-301-on-the-water", "2026-07-20", "2026-07-27", {}, FREE),
    ("section-301-too-late", "2026-07-20", "2026-07-28", {}, TWELVE),
]


def transit_cases() -> list[Case]:
    """Goods on the water when a layer began; only a vessel on the last leg counts."""
    line = goods("15159081", "10.00", "1000")
    return [
        Case(f"transit/{name}", sea(line, laden_on=laden, entry_on=entered, **more), {"layer": due})
        for name, laden, entered, more, due in TRANSIT
    ]
