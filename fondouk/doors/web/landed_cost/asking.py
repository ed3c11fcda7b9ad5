"""What the calculator was asked, out of its address: the address is the whole question, so it can be shared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from fondouk.doors.web.landed_cost import facts
from fondouk.engines.landed_cost import estimate
from fondouk.engines.places import gazetteer

COSTS = ("inland", "freight", "insurance", "destination")
CURRENCIES = ("USD", "CAD", "EUR", "MAD", "GBP")
INCOTERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
MODES = ("", "LCL", "FCL20", "FCL40", "FCL40HC", "air", "courier")
UNITS = ("KGM", "C62", "LTR", "MTK", "PR", "DZN", "TNE")
DEFAULTS = {"incoterm": "FOB", "place": "MAAGA", "currency": "USD", "unit": "KGM", "origin": "MA"}
NUMBERS = ("unit_price", "quantity", "net_kg", "gross_kg", "volume_m3", *COSTS, *facts.NUMBERS)
_CODE = re.compile(r"[\d. ]{4,14}")


@dataclass(slots=True)
class Asked:
    """What was typed, what of it cannot be read, and the shipment it makes when it can."""

    typed: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    shipment: estimate.Shipment | None = None
    words: str = ""
    code: str = ""

    @property
    def begun(self) -> bool:
        """Whether anything was asked at all."""
        return bool(self.words or self.code)


def read(query: Mapping[str, str], *, to: str, on: date) -> Asked:
    """Read the address; `to` is where goods go unless it says otherwise."""
    typed = {name: query.get(name, "").strip()[:120] for name in _NAMES}
    typed = {**typed, **{name: typed[name] or default for name, default in DEFAULTS.items()}}
    typed["port"] = typed["port"].upper() or _port(to)
    typed["origin"] = typed["origin"].upper()
    typed["entry_on"] = typed["entry_on"] or on.isoformat()
    goods = typed["goods"]
    asked = Asked(typed)
    if _CODE.fullmatch(goods):
        asked.code = re.sub(r"\D", "", goods)
    else:
        asked.words = goods
    if asked.code:
        _make(asked)
    return asked


_NAMES = ("goods", *NUMBERS, "unit", "currency", "incoterm", "place", "port", "mode", "entry_on", "preference",
          "recovers", "origin", "extra", *(one for one in facts.NAMES if one not in NUMBERS))  # fmt: skip


def _port(to: str) -> str:
    place = gazetteer.place(to) if len(to) == 5 else None
    if place is not None:
        return place.code
    market = gazetteer.market_for(to)
    return market.default_port if market else "USNYC"


def _make(asked: Asked) -> None:
    numbers = {name: _number(asked, name) for name in NUMBERS}
    place = gazetteer.place(asked.typed["port"])
    if place is None:
        asked.errors["port"] = _("This port is not known. Write its UN/LOCODE, for example USNYC.")
    day = _day(asked)
    for name, known in (("incoterm", INCOTERMS), ("currency", CURRENCIES), ("unit", UNITS), ("mode", MODES)):
        if asked.typed[name] not in known:
            asked.errors[name] = _("Choose one of the list.")
    if not re.fullmatch("[A-Z]{2}", asked.typed["origin"]):
        asked.errors["origin"] = _("Write the two letters of the country, for example MA.")
    asked.errors = facts.errors_of(asked.typed, numbers, entry_on=day) | asked.errors
    for name in ("unit_price", "quantity"):
        if not numbers[name] and name not in asked.errors:
            asked.errors[name] = _("Needed to work out the cost.")
    _contradictions(asked, numbers)
    if asked.errors or place is None or day is None:
        return
    asked.shipment = estimate.Shipment(**_shipment(asked, numbers, place.country, day))


def _contradictions(asked: Asked, numbers: Mapping[str, Decimal | None]) -> None:
    """Figures of which one must be wrong: what was worked out from them would only look right."""
    net, gross = numbers["net_kg"], numbers["gross_kg"]
    if net and gross and net > gross:
        asked.errors["gross_kg"] = _("The gross weight is less than the net weight.")
    for name in ("net_kg", "gross_kg", "volume_m3"):
        if numbers[name] is not None and not numbers[name]:
            asked.errors[name] = _("Write a figure above zero, or leave it empty.")


def _shipment(asked: Asked, numbers: Mapping[str, Decimal | None], country: str, day: date) -> dict[str, Any]:
    typed = asked.typed
    market = gazetteer.market_for(country)
    currency = market.currency if market else typed["currency"]
    line = estimate.GoodsLine(
        hs=asked.code,
        unit_price=numbers["unit_price"] or Decimal(0),
        quantity=numbers["quantity"] or Decimal(0),
        unit=typed["unit"],
        net_kg=numbers["net_kg"],
        quantities=_extra(typed["extra"]),
        preference_claimed=typed["preference"] != "no",
    )
    costs = tuple(estimate.Cost(kind, amount, currency) for kind in COSTS if (amount := numbers[kind]) is not None)
    return {
        "id": "calculator",
        "destination": country,
        "port": typed["port"],
        "origin": typed["origin"],
        "incoterm": typed["incoterm"],
        "place": place.code if (place := gazetteer.place_named(typed["place"])) else typed["place"].upper(),
        "currency": typed["currency"],
        "lines": (line,),
        "gross_kg": numbers["gross_kg"],
        "volume_m3": numbers["volume_m3"],
        "mode": typed["mode"] or None,
        "entry_on": day,
        "costs": costs,
        "importer_recovers_tax": facts.ANSWERS.get(typed["recovers"]),
        **facts.of_shipment(typed, numbers, currency=currency),
    }


def _extra(text: str) -> dict[str, Decimal]:
    """`KG_drained=1800 PRS=40`: the quantities a rate may ask for besides."""
    pairs = re.findall(r"([A-Za-z][\w]{0,40})\s*=\s*(\d+(?:\.\d+)?)", text)
    return {unit: Decimal(amount) for unit, amount in pairs}


def _number(asked: Asked, name: str) -> Decimal | None:
    """A number as people write it: 1 250,50 or 1250.50; empty is None."""
    text = re.sub(r"[\s\u202f\xa0]", "", asked.typed[name])
    if not text:
        return None
    text = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text.replace(",", "")
    if not re.fullmatch(r"\d{1,12}(\.\d{1,6})?", text):
        asked.errors[name] = _("Write a plain number, for example 1250.50.")
        return None
    return Decimal(text)


def _day(asked: Asked) -> date | None:
    try:
        found = date.fromisoformat(asked.typed["entry_on"])
    except ValueError:
        asked.errors["entry_on"] = _("Write a day, for example 2026-11-23.")
        return None
    if not 2015 <= found.year <= 2040:
        asked.errors["entry_on"] = _("Choose a day between 2015 and 2040.")
        return None
    return found
