"""Cases of what the caller gives in odd money or for countries nobody loaded, worked by hand as in golden.py."""

from __future__ import annotations

from typing import Any

from tests.engines.landed_cost.golden import ARGAN, Case, goods, sea

OFFICE = {"hs": "15159081", "unit": "KGM", "preference_claimed": False}


def _measure(kind: str, rate: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "rate": rate, **more}


def _given(*measures: dict[str, Any], **more: Any) -> dict[str, Any]:
    return sea({**ARGAN, "preference_claimed": False}, measures=list(measures), **more)


def _fx(source: str, target: str, rate: str) -> dict[str, str]:
    return {"from": source, "to": target, "rate": rate}


def money_cases() -> list[Case]:
    """Currencies of none and of three decimals, rates of exchange through a third one, rates in another's money."""
    return [
        Case(
            "money/yen-have-no-cents",
            sea(goods("15159081", "1500.5", "7"), currency="JPY", fx=[_fx("JPY", "USD", "0.01")]),
            {"goods": "10504 * 0.01 = 105.04", "value": "105 = 105.00", "mfn": "105 * 3.2 / 100 = 3.36"},
        ),
        Case(
            "money/dinars-have-three-decimals",
            sea(goods("15159081", "30.1255", "7"), currency="TND", fx=[_fx("TND", "USD", "10")]),
            {"goods": "210.879 * 10 = 2108.79", "value": "2109 = 2109.00"},
        ),
        Case(
            "money/through-the-caller’s-third",
            sea(
                goods("15159081", "10", "1000"),
                currency="MAD",
                fx=[_fx("MAD", "EUR", "0.09"), _fx("EUR", "USD", "1.2")],
            ),
            {"goods": "10000 * 0.09 * 1.2 = 1080.00"},
        ),
        Case(
            "money/back-through-the-caller’s-third",
            sea(
                goods("15159081", "10", "1000"), currency="MAD", fx=[_fx("EUR", "MAD", "10"), _fx("EUR", "USD", "1.2")]
            ),
            {"goods": "10000 / 10 * 1.2 = 1200.00"},
        ),
        Case(
            "money/compound-rate-in-euros",
            _given(_measure("mfn", "5% + 0.50 EUR/kg"), fx=[_fx("EUR", "USD", "1.2")]),
            {"value": "10000 = 10000.00", "mfn": "10000 * 5 / 100 + 1000 * 0.50 * 1.2 = 1100.00"},
        ),
        Case(
            "money/rate-by-its-own-currency",
            _given(_measure("mfn", "5% + 50 EUR/100 kg", currency="EUR"), fx=[_fx("EUR", "USD", "1.2")]),
            {"mfn": "10000 * 5 / 100 + 10 * 50 * 1.2 = 1100.00"},
        ),
        Case(
            "money/fee-in-euros",
            _given(_measure("fee", "25 EUR/entry"), fx=[_fx("EUR", "USD", "1.2")]),
            {"fee": "25 * 1.2 = 30.00", "mpf": "10000 * 0.3464 / 100 = 34.64"},
        ),
        Case("money/duty-at-its-minimum", _given(_measure("mfn", "0.1%", min="40", max="90")), {"mfn": "40 = 40.00"}),
        Case("money/duty-at-its-maximum", _given(_measure("mfn", "9%", min="40", max="90")), {"mfn": "90 = 90.00"}),
        Case(
            "money/minimum-in-euros",
            _given(_measure("mfn", "0.1%", min="40", currency="EUR"), fx=[_fx("EUR", "USD", "1.2")]),
            {"mfn": "40 * 1.2 = 48.00"},
        ),
        Case("money/rate-in-money-nobody-knows", _given(_measure("mfn", "2", currency="XAF")), {"mfn": "human"}),
    ]


def measure_cases() -> list[Case]:
    """Rates that contradict each other, cannot be read, or stand for a country of which nothing is loaded."""
    canada = {
        "destination": "CA",
        "port": "CAMTR",
        "currency": "CAD",
        "costs": [
            {"kind": kind, "amount": amount, "currency": "CAD"}
            for kind, amount in (("freight", "900"), ("insurance", "45"), ("destination", "300"))
        ],
    }
    dates = goods("0804100020", "4.00", "1000")
    return [
        Case("given/two-rates-of-one-day", _given(_measure("mfn", "5%"), _measure("mfn", "7%")), {"mfn": "human"}),
        Case(
            "given/two-rates-one-after-the-other",
            _given(_measure("mfn", "5%", valid_until="2026-09-30"), _measure("mfn", "7%", valid_from="2026-10-01")),
            {"mfn": "10000 * 7 / 100 = 700.00"},
        ),
        Case(
            "given/the-line’s-own-before-the-general",
            _given(_measure("mfn", "5%"), _measure("mfn", "7%", line=1)),
            {"mfn": "10000 * 7 / 100 = 700.00"},
        ),
        Case(
            "given/a-tax-nobody-can-read",
            sea(dates, **canada, measures=[_measure("gst", "plenty")]),
            {"gst": "missing"},
            gaps=("needs_human",),
        ),
        Case(
            "given/a-tax-by-weight",
            sea(dates, **canada, measures=[_measure("gst", "1 CAD/kg")]),
            {"gst": "missing"},
            gaps=("needs_quantity",),
        ),
        Case(
            "given/a-fee-beside-the-loaded-ones",
            _given(_measure("fee", "1%")),
            {
                "fee": "10000 * 1 / 100 = 100.00",
                "mpf": "10000 * 0.3464 / 100 = 34.64",
                "hmf": "10000 * 0.125 / 100 = 12.50",
            },
        ),
        Case(
            "given/a-tax-of-another-kind-beside-the-loaded-one",
            sea(dates, **canada, measures=[_measure("tax", "2%")]),
            {"gst": "0 = 0.00", "tax": "4000 * 2 / 100 = 80.00"},
        ),
        Case(
            "given/nothing-is-loaded-for-japan",
            sea(ARGAN, destination="JP", port="JPTYO"),
            {"mfn": "human", "layer": "missing", "fee": "missing", "tax": "missing", "total": "11245 = 11245.00"},
            certainty="partial",
        ),
        Case(
            "given/all-is-given-for-japan",
            sea(
                {**ARGAN, "preference_claimed": False},
                destination="JP",
                port="",
                measures=[_measure("mfn", "4%"), _measure("tax", "10%")],
            ),
            {
                "mfn": "10000 * 4 / 100 = 400.00",
                "tax": "10400 * 10 / 100 = 1040.00",
                "fee": "none",
                "layer": "none",
                "total": "10000 + 900 + 45 + 300 + 400 + 1040 = 12685.00",
            },
            gaps=(),
            certainty="assumed",
        ),
    ]


def degree_cases() -> list[Case]:
    """Raw sugar slides by its degree of polarisation, down to a floor; parts of a clock’s duty are per jewel over 7."""
    slide = "3.6606 cents/kg less 0.020668 cents/kg for each degree under 100 degrees"
    sugar = _measure("mfn", f"{slide} but not less than 3.143854 cents/kg")
    clock = _measure("mfn", "43 cents each + 2.8 cents/jewel over 7 + 3.7% on the case")
    goods_ = goods("17011210", "0.50", "1000")
    return [
        Case(
            "degree/96",
            sea({**goods_, "quantities": {"DEG_polarization": "96"}}, measures=[sugar]),
            {"mfn": "1000 * (3.6606 - 4 * 0.020668) / 100 = 35.78"},
        ),
        Case(
            "degree/at-the-floor",
            sea({**goods_, "quantities": {"DEG_polarization": "70"}}, measures=[sugar]),
            {"mfn": "1000 * 3.143854 / 100 = 31.44"},
        ),
        Case("degree/lacking", sea(goods_, measures=[sugar]), {"mfn": "needs DEG_polarization"}),
        Case(
            "degree/jewels-over-seven",
            sea(
                goods("91051930", "12.00", "100", "C62", quantities={"JEWEL_over_7": "400", "USD_case": "250"}),
                measures=[clock],
            ),
            {"mfn": "100 * 0.43 + 400 * 0.028 + 250 * 0.037 = 63.45"},
        ),
    ]


def place_cases() -> list[Case]:
    """Ports nobody knows and places on the wrong side: named, and no fee that turns on them is left out."""
    return [
        Case("place/port-nobody-knows", sea(ARGAN, port="XQXQX"), {"hmf": "missing"}, gaps=("port_unknown",)),
        Case(
            "place/port-of-the-country-nobody-knows",
            sea(ARGAN, port="USZZZ"),
            {"hmf": "10000 * 0.125 / 100 = 12.50"},
            gaps=("port_unknown",),
        ),
        Case("place/port-in-words", sea(ARGAN, port="New York harbour"), {"hmf": "missing"}, gaps=("port_unknown",)),
        Case("place/port-in-small-letters", sea(ARGAN, port="usnyc"), {"hmf": "10000 * 0.125 / 100 = 12.50"}, gaps=()),
        Case(
            "place/unloaded-where-it-was-laden", sea(ARGAN, port="MACAS"), {"hmf": "missing"}, gaps=("port_of_origin",)
        ),
        Case(
            "place/unknown-port-by-air", sea(ARGAN, port="XQXQX", mode="air"), {"hmf": "none"}, gaps=("port_unknown",)
        ),
        Case(
            "place/cif-names-the-port-of-loading",
            sea(ARGAN, incoterm="CIF", place="MACAS"),
            {"goods": "10000 = 10000.00"},
            gaps=("place_not_destination",),
        ),
        Case(
            "place/fob-names-the-port-of-arrival",
            sea(ARGAN, place="USNYC"),
            {"goods": "10000 = 10000.00"},
            gaps=("place_not_origin",),
        ),
    ]
