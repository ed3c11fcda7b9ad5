"""Golden cases of Canada and Europe, of the caller's own figures, and of what cannot be known."""

from __future__ import annotations

from typing import Any

from tests.engines.landed_cost.golden import DESTINATION, FREIGHT, Case, goods, sea
from tests.engines.landed_cost.golden_entry import argan, cost

CANADA = {"destination": "CA", "port": "CAMTR", "currency": "CAD", "costs": [
    {"kind": "freight", "amount": "900.00", "currency": "CAD"},
    {"kind": "insurance", "amount": "45.00", "currency": "CAD"},
    {"kind": "destination", "amount": "300.00", "currency": "CAD"},
]}  # fmt: skip


def canada(line: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Goods to Montréal, priced in Canadian dollars."""
    return sea(line, **{**CANADA, **changes})


CANADIAN = [
    ("rug-mfn", "5701109000", False, "10000 * 6.5 / 100 = 650.00", "0 = 0.00", "(10000 + 650) * 5 / 100 = 532.50"),
    ("rug-gpt", "5701109000", True, "10000 * 6.5 / 100 = 650.00", "0 = 0.00", "10000 * 5 / 100 = 500.00"),
    ("machine-rug-gpt", "5701101000", True, "10000 * 13 / 100 = 1300.00", "10000 * 10 / 100 = 1000.00",
     "11000 * 5 / 100 = 550.00"),
    ("handbag-mfn", "4202210000", False, "10000 * 10 / 100 = 1000.00", "10000 * 7 / 100 = 700.00",
     "11000 * 5 / 100 = 550.00"),
    ("handbag-gpt", "4202210000", True, "10000 * 10 / 100 = 1000.00", "10000 * 7 / 100 = 700.00",
     "10700 * 5 / 100 = 535.00"),
    ("briefcase-gpt", "4202110000", True, "10000 * 11 / 100 = 1100.00", "10000 * 7 / 100 = 700.00",
     "10700 * 5 / 100 = 535.00"),
    ("tableware-gpt", "6912009010", True, "10000 * 7 / 100 = 700.00", "10000 * 3 / 100 = 300.00",
     "10300 * 5 / 100 = 515.00"),
    ("soap-gpt", "3401119000", True, "10000 * 6.5 / 100 = 650.00", "10000 * 3 / 100 = 300.00",
     "10300 * 5 / 100 = 515.00"),
    ("cream-gpt", "3304999020", True, "10000 * 6.5 / 100 = 650.00", "10000 * 3 / 100 = 300.00",
     "10300 * 5 / 100 = 515.00"),
    ("marble-gpt", "6802910000", True, "10000 * 6 / 100 = 600.00", "0 = 0.00", "10000 * 5 / 100 = 500.00"),
    ("box-gpt", "4420900020", True, "10000 * 7 / 100 = 700.00", "10000 * 3 / 100 = 300.00",
     "10300 * 5 / 100 = 515.00"),
    ("t-shirt-no-gpt", "6109100012", True, "10000 * 18 / 100 = 1800.00", "none", "11800 * 5 / 100 = 590.00"),
    ("argan-free", "1515900090", False, "0 = 0.00", "none", "10000 * 5 / 100 = 500.00"),
]  # fmt: skip
GROCERIES = [
    ("saffron-by-code", "0910200000", {}, "0 = 0.00", "assumed"),
    ("saffron-said-so", "0910200000", {"basic_grocery": True}, "0 = 0.00", "exact"),
    ("saffron-said-not", "0910200000", {"basic_grocery": False}, "10000 * 5 / 100 = 500.00", "exact"),
    ("dates-by-code", "0804100020", {}, "0 = 0.00", "assumed"),
    ("sardines-said-so", "1604131000", {"basic_grocery": True}, "0 = 0.00", "exact"),
    ("couscous-said-so-gpt", "1902401000", {"basic_grocery": True, "preference_claimed": True}, "0 = 0.00", "exact"),
    ("sauce-said-not", "2103909090", {"basic_grocery": False}, "(10000 + 950) * 5 / 100 = 547.50", "exact"),
]


def canada_cases() -> list[Case]:
    """MFN, GPT, tax on the duty-paid value, groceries free of it; value at the place of direct shipment."""
    line = goods("5701109000", "100.00", "100", "C62")
    inside = [cost("freight", "900.00", in_price=True, itemised=True, currency="CAD"),
              cost("insurance", "45.00", in_price=True, itemised=True, currency="CAD"),
              cost("destination", "300.00", currency="CAD")]  # fmt: skip
    inland = cost("inland", "200.00", currency="CAD")
    rest = CANADA["costs"]
    return [
        *(
            Case(f"canada/{name}", canada(goods(hs, "100.00", "100", "C62", preference_claimed=claimed)),
                 {"mfn": mfn, "preference": preference, "gst": gst, "layer": "none", "mpf": "none", "hmf": "none"})
            for name, hs, claimed, mfn, preference, gst in CANADIAN
        ),
        *(
            Case(f"canada/grocery/{name}", canada({**goods(hs, "10.00", "1000"), **said}), {"gst": gst},
                 certainty=certainty)
            for name, hs, said, gst, certainty in GROCERIES
        ),
        Case("canada/total", canada(line, importer_recovers_tax=False),
             {"total": "10000 + 900 + 45 + 300 + 650 + 532.50 = 12427.50"}, certainty="exact"),
        Case("canada/CIF", canada({**line, "unit_price": "109.45"}, incoterm="CIF", place="CAMTR", costs=inside),
             {"value": "10945 - 945 = 10000.00"}),
        Case("canada/EXW-direct-from-premises",
             canada(line, incoterm="EXW", place="MAFEZ", place_of_direct_shipment="MAFEZ", costs=[inland, *rest]),
             {"value": "10000 = 10000.00"}),
        Case("canada/EXW-direct-from-the-port",
             canada(line, incoterm="EXW", place="MAFEZ", place_of_direct_shipment="MAPTM", costs=[inland, *rest]),
             {"value": "10000 + 200 = 10200.00", "mfn": "10200 * 6.5 / 100 = 663.00"}),
        Case("canada/cents-are-kept", canada(goods("5701109000", "33.33", "10", "C62")), {"value": "333.30 = 333.30"}),
        Case("canada/converted", canada(line, currency="USD", fx=[{"from": "USD", "to": "CAD", "rate": "1.4000"}]),
             {"value": "10000 * 1.4 = 14000.00", "mfn": "14000 * 6.5 / 100 = 910.00"}, certainty="exact"),
        Case("canada/converted-the-other-way",
             canada(line, currency="USD", fx=[{"from": "CAD", "to": "USD", "rate": "0.80"}]),
             {"value": "10000 / 0.8 = 12500.00"}),
        Case("canada/mad-loaded-rate",
             canada(goods("5701109000", "1000.00", "100", "C62"), currency="MAD", entry_on="2026-10-15"),
             {}, certainty="assumed"),
    ]  # fmt: skip


def europe_cases() -> list[Case]:
    """The third market: value with carriage and insurance to the border, tax on value, duty and transport."""
    euro = [{"kind": "freight", "amount": "500.00", "currency": "EUR"},
            {"kind": "insurance", "amount": "40.00", "currency": "EUR"},
            {"kind": "destination", "amount": "200.00", "currency": "EUR"}]  # fmt: skip
    base = {"destination": "FR", "port": "FRLEH", "currency": "EUR", "costs": euro, "place": "MAPTM"}
    rug = goods("5701109000", "100.00", "100", "C62")
    inside = [{**one, "in_price": True, "itemised": True} for one in euro[:2]]
    return [
        Case("europe/rug-mfn", sea(rug, **base),
             {"value": "10000 + 500 + 40 = 10540.00", "mfn": "10540 * 8 / 100 = 843.20",
              "vat": "(10540 + 843.20 + 200) * 20 / 100 = 2316.64"}),
        Case("europe/rug-preference", sea({**rug, "preference_claimed": True}, **base),
             {"preference": "0 = 0.00", "vat": "(10540 + 200) * 20 / 100 = 2148.00"}),
        Case("europe/CIF", sea({**rug, "unit_price": "105.40"}, **{**base, "incoterm": "CIF", "place": "FRLEH",
                                                                    "costs": [*inside, euro[2]]}),
             {"value": "10540 = 10540.00"}),
        Case("europe/saffron-food-rate", sea(goods("0910201000", "2500.00", "4"), **base),
             {"mfn": "0 = 0.00", "vat": "(10540 + 200) * 5.5 / 100 = 590.70"}),
        Case("europe/no-layers-no-fees", sea(rug, **base), {"layer": "none", "mpf": "none", "hmf": "none"}),
        Case("europe/insurance-unknown", sea(rug, **{**base, "costs": [euro[0], cost("insurance", None), euro[2]]}),
             {"mfn": "needs customs value"}, certainty="partial"),
    ]  # fmt: skip


def given_cases() -> list[Case]:
    """The caller's figures stand instead of the loaded ones of their kind."""

    def given(**measure: Any) -> dict[str, Any]:
        return argan(measures=[measure])

    return [
        Case("given/mfn", {**given(kind="mfn", rate="5%"), "preference_claimed": False},
             {"mfn": "10000 * 5 / 100 = 500.00"}),
        Case("given/mfn-specific", {**given(kind="mfn", rate="3.9¢/kg"), "preference_claimed": False},
             {"mfn": "1000 * 0.039 = 39.00"}),
        Case("given/mfn-compound", {**given(kind="mfn", rate="41¢/kg + 16.3%"), "preference_claimed": False},
             {"mfn": "1000 * 0.41 + 1630 = 2040.00"}),
        Case("given/mfn-with-floor", {**given(kind="mfn", rate="5¢/kg but not less than 12.5%"),
                                      "preference_claimed": False}, {"mfn": "10000 * 12.5 / 100 = 1250.00"}),
        Case("given/preference", given(kind="preference", agreement="MA", rate="1.5%"),
             {"preference": "10000 * 1.5 / 100 = 150.00"}),
        Case("given/layer", given(kind="layer", rate="20%"), {"layer": "10000 * 20 / 100 = 2000.00"}),
        Case("given/layer-ended", given(kind="layer", rate="20%", valid_until="2026-09-30"), {"layer": "missing"},
             certainty="partial"),
        Case("given/mpf", given(kind="mpf", rate="0.5%", min="40.00", max="45.00"), {"mpf": "45 = 45.00"}),
        Case("given/mpf-carried-on", given(kind="mpf", rate="0.3464%", min="40.00", max="700.00",
                                           valid_until="2026-09-30"), {"mpf": "40 = 40.00"}, certainty="assumed"),
        Case("given/gst", canada(goods("5701109000", "100.00", "100", "C62"), measures=[{"kind": "gst", "rate": "7%"}]),
             {"gst": "(10000 + 650) * 7 / 100 = 745.50"}),
        Case("given/human", {**given(kind="mfn", rate="See note 3"), "preference_claimed": False}, {"mfn": "human"},
             certainty="partial"),
    ]  # fmt: skip


def unknown_cases() -> list[Case]:
    """What cannot be computed says so, by name, and no number stands for it."""
    return [
        Case("unknown/seven-digits", sea(goods("1515908", "10.00", "1000")),
             {"mfn": "human", "layer": "missing"}, gaps=("code_length", "layers_of_code")),
        Case("unknown/code", sea(goods("15159077", "10.00", "1000")), {"mfn": "human"},
             gaps=("no_measure", "layers_of_code")),
        Case("unknown/heading-only", sea(goods("1515", "10.00", "1000")),
             {"mfn": "human", "layer": "missing"}, gaps=("code_length", "layers_of_code")),
        Case("unknown/before-the-first-rate", sea(goods("15159081", "10.00", "1000"), entry_on="2019-01-15"),
             {"mfn": "human", "mpf": "missing"}, gaps=("no_measure_on_day", "no_levy_on_day"), certainty="partial"),
        Case("unknown/origin", sea(goods("15159081", "10.00", "1000"), origin="TN"),
             {"layer": "missing", "preference": "none"}, gaps=("layers_of_origin",), certainty="partial"),
        Case("unknown/destination", sea(goods("15159081", "10.00", "1000"), destination="JP", port="JPTYO"),
             {"mfn": "human"}, certainty="partial"),
        Case("unknown/exchange-rate", sea(goods("15159081", "10.00", "1000"), currency="XAU"), {"goods": "missing"},
             certainty="partial"),
        Case("unknown/harness-is-it-a-car-part", sea(goods("85443000", "10.00", "1000", "C62")), {"layer": "missing"},
             gaps=("layer_human", "layer_human"), certainty="partial"),
        Case("unknown/countervailing", sea(goods("31053000", "0.50", "20000")), {"trade_remedy": "missing"},
             gaps=("remedy_human",), certainty="partial"),
        Case("unknown/hs6-range", sea(goods("151590", "10.00", "1000")), {"mfn": "10000 * 3.2 / 100 = 320.00"},
             certainty="assumed"),
        Case("unknown/tableware-hs6-range", sea(goods("691200", "5.00", "2000", "C62")),
             {"mfn": "10000 * 28 / 100 = 2800.00"}, certainty="assumed"),
        Case("unknown/no-card-for-the-lane", sea(goods("15159081", "10.00", "1000"), port="USLAX", costs=[DESTINATION]),
             {"freight": "missing", "insurance": "missing"}, certainty="partial"),
        Case("unknown/insurance-beside-actual-freight",
             sea(goods("15159081", "10.00", "1000"), costs=[FREIGHT, DESTINATION]),
             {"insurance": "missing", "total": "10000 + 900 + 300 + 320 + 1250 + 34.64 + 12.50 = 12817.14"},
             gaps=("no_insurance",), certainty="partial"),
        Case("unknown/cargo", sea(goods("15159081", "10.00", "1000"), costs=[]), {"freight": "missing"},
             certainty="partial"),
    ]  # fmt: skip
