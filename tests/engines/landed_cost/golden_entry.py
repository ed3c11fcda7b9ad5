"""Golden cases of fees, entries, terms of sale, other countries, and of what cannot be known."""

from __future__ import annotations

from typing import Any

from tests.engines.landed_cost.golden import ARGAN, DESTINATION, FREIGHT, INSURANCE, Case, goods, sea


def argan(price: str = "10.00", quantity: str = "1000", **changes: Any) -> dict[str, Any]:
    """Argan oil to New York, preference claimed."""
    return sea({**ARGAN, "unit_price": price, "quantity": quantity}, **changes)


# -- 3. Fees -----------------------------------------------------------------------------------------------------------
RATE = "0.003464"
MPF = [
    ("fy2022-between", "10.00", "1000", "2022-03-01", f"10000 * {RATE} = 34.64"),
    ("fy2022-minimum", "10.00", "300", "2022-03-01", "27.75 = 27.75"),
    ("fy2022-maximum", "10.00", "100000", "2022-03-01", "538.40 = 538.40"),
    ("fy2023-minimum", "10.00", "300", "2022-10-01", "29.66 = 29.66"),
    ("fy2023-maximum", "10.00", "100000", "2023-09-30", "575.35 = 575.35"),
    ("fy2024-minimum", "10.00", "300", "2023-10-01", "31.67 = 31.67"),
    ("fy2024-maximum", "10.00", "100000", "2024-09-30", "614.35 = 614.35"),
    ("fy2025-minimum", "10.00", "300", "2024-10-01", "32.71 = 32.71"),
    ("fy2025-maximum", "10.00", "100000", "2025-09-30", "634.62 = 634.62"),
    ("fy2026-minimum", "10.00", "300", "2025-10-01", "33.58 = 33.58"),
    ("fy2026-between", "10.00", "1000", "2026-09-30", f"10000 * {RATE} = 34.64"),
    ("fy2026-maximum", "10.00", "100000", "2026-09-30", "651.50 = 651.50"),
    ("fy2027-minimum", "10.00", "300", "2026-10-01", "34.58 = 34.58"),
    ("fy2027-just-above-minimum", "10.00", "999", "2026-10-15", f"9990 * {RATE} = 34.61"),
    ("fy2027-just-below-minimum", "10.00", "998", "2026-10-15", "34.58 = 34.58"),
    ("fy2027-maximum", "10.00", "100000", "2026-10-15", "670.86 = 670.86"),
    ("fy2027-just-below-maximum", "10.00", "19366", "2026-10-15", f"193660 * {RATE} = 670.84"),
    ("after-the-published-limits", "10.00", "300", "2027-10-01", "34.58 = 34.58"),
    ("informal-2022", "10.00", "250", "2022-03-01", "2.22 = 2.22"),
    ("informal-2026", "10.00", "250", "2026-09-30", "2.69 = 2.69"),
    ("informal-2027", "10.00", "250", "2026-10-15", "2.77 = 2.77"),
    ("formal-one-kilo-more", "10.00", "251", "2026-10-15", "34.58 = 34.58"),
]


def fee_cases() -> list[Case]:
    """The processing fee by fiscal year, at its limits and beyond; the harbor fee by mode and port."""
    found = [
        Case(f"mpf/{name}", argan(price, quantity, entry_on=day), {"mpf": due})
        for name, price, quantity, day, due in MPF
    ]
    small = {"unit_price": "10.00", "quantity": "100"}
    two = [{**ARGAN, "quantity": "600", "supplier": "A"}, {**ARGAN, "quantity": "400", "supplier": "B"}]
    without = {key: value for key, value in argan().items() if key not in ARGAN}
    return [
        *found,
        Case("mpf/formal-by-quota", argan(**small, quota=True), {"mpf": "34.58 = 34.58"}),
        Case("mpf/formal-by-dumping-duty", argan(**small, adcvd=True), {"mpf": "34.58 = 34.58"}),
        Case("mpf/formal-asked-for", argan(**small, entry="formal"), {"mpf": "34.58 = 34.58"}),
        Case("mpf/express-hub-2026", argan(**small, mode="courier", clearance="express_hub", entry_on="2026-09-30"),
             {"mpf": "1.34 = 1.34", "hmf": "none"}),
        Case("mpf/express-hub-carried-on", argan(**small, mode="courier", clearance="express_hub"),
             {"mpf": "1.34 = 1.34"}, certainty="assumed"),
        Case("mpf/courier-clearance-unknown", argan(**small, mode="courier"), {"mpf": "2.77 = 2.77"}),
        Case("mpf/once-over-two-suppliers", {**without, "lines": two},
             {"value": "10000 = 10000.00", "mpf": f"10000 * {RATE} = 34.64", "hmf": "10000 * 0.00125 = 12.50"}),
        Case("mpf/due-on-free-goods", sea(goods("09102000", "2500.00", "4")), {"mpf": f"10000 * {RATE} = 34.64"}),
        Case("hmf/sea", argan(), {"hmf": "10000 * 0.00125 = 12.50"}),
        Case("hmf/no-limits-low", argan(quantity="300"), {"hmf": "3000 * 0.00125 = 3.75"}),
        Case("hmf/no-limits-high", argan(quantity="100000"), {"hmf": "1000000 * 0.00125 = 1250.00"}),
        Case("hmf/air", argan(mode="air"), {"hmf": "none"}),
        Case("hmf/courier", argan(mode="courier"), {"hmf": "none"}),
        Case("hmf/fcl", argan(mode="FCL20"), {"hmf": "10000 * 0.00125 = 12.50"}),
        Case("hmf/by-halifax-and-truck", argan(port="CAHAL", then_by="truck"), {"hmf": "none"}),
        Case("hmf/by-montreal-and-rail", argan(port="CAMTR", then_by="rail"), {"hmf": "none"}),
        Case("hmf/informal-by-sea-to-be-confirmed", argan(quantity="100"), {"hmf": "1000 * 0.00125 = 1.25"},
             certainty="assumed"),
        Case("value/whole-dollars", argan(price="9.995", quantity="333"),
             {"value": "333 * 9.995 - 0.335 = 3328.00", "mfn": "3328 * 3.2 / 100 = 106.50"}),
        Case("value/half-a-dollar-up", argan(price="10.005", quantity="300"), {"value": "3002 = 3002.00"}),
    ]  # fmt: skip


# -- 4. Terms of sale --------------------------------------------------------------------------------------------------
def cost(kind: str, amount: str | None, **more: Any) -> dict[str, Any]:
    """One cost in dollars."""
    return {"kind": kind, "amount": amount, "currency": "USD", **more}


INSIDE = {"in_price": True, "itemised": True}
LAYER_AND_FEES = "1250 + 34.64 + 12.50"


def term_cases() -> list[Case]:
    """Each Incoterm brought to the price paid or payable; the seller's part never counts twice."""
    inland, freight, insurance, door = (cost(kind, amount) for kind, amount in (
        ("inland", "200.00"), ("freight", "900.00"), ("insurance", "45.00"), ("destination", "300.00")))  # fmt: skip
    inside = [cost("freight", "900.00", **INSIDE), cost("insurance", "45.00", **INSIDE)]
    carriage = [cost("freight", "900.00", **INSIDE)]
    to_door = [*inside, cost("destination", "300.00", **INSIDE)]
    same = {"value": "10000 = 10000.00", "layer": "10000 * 12.5 / 100 = 1250.00"}
    return [
        Case("term/EXW", argan(incoterm="EXW", place="MATRD", costs=[inland, freight, insurance, door]),
             {**same, "total": f"10000 + 200 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12742.14"}, gaps=()),
        Case("term/EXW-inland-unknown", argan(incoterm="EXW", place="MATRD", costs=[freight, insurance, door]),
             {**same, "inland": "missing"}, gaps=("no_inland",), certainty="partial"),
        Case("term/FCA-at-the-port", argan(incoterm="FCA", place="MAAGA", costs=[freight, insurance, door]),
             {**same, "total": f"10000 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}, gaps=()),
        Case("term/FCA-at-the-seller", argan(incoterm="FCA", place="MATRD", costs=[inland, freight, insurance, door]),
             {**same, "total": f"10000 + 200 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12742.14"}),
        Case("term/FAS", argan(incoterm="FAS", costs=[freight, insurance, door]),
             {**same, "total": f"10000 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/FOB", argan(), {**same, "total": f"10000 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}, gaps=(),
             certainty="exact"),
        Case("term/CFR", argan("10.90", incoterm="CFR", place="USNYC", costs=[*carriage, insurance, door]),
             {**same, "total": f"10900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/CIF", argan("10.945", incoterm="CIF", place="USNYC", costs=[*inside, door]),
             {**same, "total": f"10945 + 300 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/CPT", argan("10.90", incoterm="CPT", place="USNYC", costs=[*carriage, insurance, door]),
             {**same, "total": f"10900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/CIP", argan("10.945", incoterm="CIP", place="USNYC", costs=[*inside, door]),
             {**same, "total": f"10945 + 300 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/DAP", argan("11.245", incoterm="DAP", place="USCHI", costs=to_door),
             {**same, "total": f"11245 + {LAYER_AND_FEES} = 12542.14"}),
        Case("term/DPU", argan("11.295", incoterm="DPU", place="USCHI",
                               costs=[*to_door, cost("unloading", "50.00", **INSIDE)]),
             {**same, "total": f"11295 + {LAYER_AND_FEES} = 12592.14"}),
        Case("term/CIF-not-itemised", argan("10.945", incoterm="CIF", place="USNYC",
                                            costs=[cost("freight", "900.00", in_price=True, itemised=False),
                                                   cost("insurance", "45.00", in_price=True, itemised=False), door]),
             {"value": "10945 = 10945.00", "layer": "10945 * 12.5 / 100 = 1368.13"}, certainty="assumed"),
        Case("term/CIF-carriage-unknown", argan("10.945", incoterm="CIF", place="USNYC", costs=[door]),
             {"value": "10945 = 10945.00"}, certainty="assumed"),
        Case("term/CIF-invoiced-more-than-paid",
             argan("10.945", incoterm="CIF", place="USNYC",
                   costs=[cost("freight", "900.00", invoiced="1000.00", **INSIDE),
                          cost("insurance", "45.00", **INSIDE), door]),
             {"value": "10945 - 900 - 45 = 10000.00"}),
        Case("term/FOB-inland-inside", argan(costs=[cost("inland", "200.00", **INSIDE), freight, insurance, door]),
             {"value": "10000 = 10000.00"}),
        Case("term/FOB-inland-inside-through-bill",
             argan(through_bl=True, costs=[cost("inland", "200.00", **INSIDE), freight, insurance, door]),
             {"value": "10000 - 200 = 9800.00"}),
        Case("term/freight-unknown", argan(costs=[cost("freight", None), insurance, door]), {"freight": "missing"},
             gaps=("cost_unknown",), certainty="partial"),
        Case("term/destination-not-given", argan(costs=[FREIGHT, INSURANCE]),
             {"total": f"10000 + 900 + 45 + {LAYER_AND_FEES} = 12242.14", "destination": "missing"},
             gaps=("no_destination_charges",), certainty="partial"),
    ]  # fmt: skip


def ddp_cases() -> list[Case]:
    """Delivered duty paid, solved back to the value."""
    inside = [cost("freight", "900.00", **INSIDE), cost("insurance", "45.00", **INSIDE),
              cost("destination", "300.00", **INSIDE)]  # fmt: skip
    return [
        Case("ddp/back-to-ten-thousand", argan("12.54214", incoterm="DDP", place="USCHI", costs=inside),
             {"value": "10000 = 10000.00", "layer": "1250 = 1250.00", "mpf": "34.64 = 34.64", "hmf": "12.50 = 12.50",
              "total": "12542.14 = 12542.14"}),
        Case("ddp/at-the-minimum-fee", argan("4.658330", incoterm="DDP", place="USCHI", costs=inside),
             {"value": "3000 = 3000.00", "mpf": "34.58 = 34.58", "layer": "3000 * 12.5 / 100 = 375.00",
              "hmf": "3000 * 0.00125 = 3.75", "total": "3000 + 900 + 45 + 300 + 375 + 34.58 + 3.75 = 4658.33"}),
        Case("ddp/at-the-maximum-fee",
             argan("287.98336", incoterm="DDP", place="USCHI", costs=inside),
             {"value": "254000 = 254000.00", "mpf": "670.86 = 670.86", "layer": "254000 * 12.5 / 100 = 31750.00",
              "hmf": "254000 * 0.00125 = 317.50",
              "total": "254000 + 31750 + 670.86 + 317.50 + 900 + 45 + 300 = 287983.36"}),
        Case("ddp/without-preference",
             {**argan("12.86214", incoterm="DDP", place="USCHI", costs=inside), "preference_claimed": False},
             {"value": "10000 = 10000.00", "mfn": "10000 * 3.2 / 100 = 320.00", "total": "12862.14 = 12862.14"}),
    ]  # fmt: skip


def addition_cases() -> list[Case]:
    """What the buyer pays outside the invoice is valued, and stands beside the total."""

    def with_addition(kind: str, amount: str) -> dict[str, Any]:
        return argan(additions=[{"kind": kind, "amount": amount, "currency": "USD"}])

    valued = [("packing", "200.00"), ("selling_commission", "500.00"), ("royalty", "300.00"), ("assist", "1000.00"),
              ("later_proceeds", "150.00")]  # fmt: skip
    return [
        *(
            Case(f"addition/{kind}", with_addition(kind, amount),
                 {"value": f"10000 + {amount} = {10000 + float(amount):.2f}",
                  "layer": f"(10000 + {amount}) * 12.5 / 100 = {(10000 + float(amount)) * 0.125:.2f}"})
            for kind, amount in valued
        ),
        Case("addition/buying-commission-is-not-valued", with_addition("buying_commission", "500.00"),
             {"value": "10000 = 10000.00", "total": f"10000 + 900 + 45 + 300 + {LAYER_AND_FEES} = 12542.14"}),
    ]  # fmt: skip


__all__ = ["DESTINATION", "addition_cases", "argan", "cost", "ddp_cases", "fee_cases", "term_cases"]
