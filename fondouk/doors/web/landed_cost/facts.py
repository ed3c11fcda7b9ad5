"""The facts of an entry beyond goods and carriage: how it is cleared, when laden, what is paid outside the invoice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from fondouk.doors.web.shell import refusal_sentence
from fondouk.engines.landed_cost import estimate
from fondouk.engines.places import gazetteer
from fondouk.market.catalogue import incoterms

ADDITIONS = ("packing", "selling_commission", "royalty", "assist", "later_proceeds", "buying_commission")
ENTRIES = ("", "formal", "informal", "express_hub")
ON_BY = ("", "truck", "rail")
ANSWERS = {"yes": True, "no": False}
NUMBERS = ("containers", "fx_rate", *ADDITIONS)
NAMES = ("entry", "then_by", "loading", "laden_on", "grocery", "special", "duty_rate", *NUMBERS)
CONTAINERS_MAX = 1000


def errors_of(
    typed: Mapping[str, str], numbers: Mapping[str, Decimal | None], *, entry_on: date | None
) -> dict[str, str]:
    """Field → what is wrong with it, in the reader's language."""
    found: dict[str, str] = {}
    for name, known in (("entry", ENTRIES), ("then_by", ON_BY), ("grocery", ("", *ANSWERS))):
        if typed[name] not in known:
            found[name] = _("Choose one of the list.")
    containers = numbers["containers"]
    if containers is not None and not (containers == int(containers) and 1 <= containers <= CONTAINERS_MAX):
        found["containers"] = _("Write a whole number from 1 to 1000.")
    if numbers["fx_rate"] is not None and not numbers["fx_rate"]:
        found["fx_rate"] = _("Write a figure above zero, or leave it empty.")
    if typed["loading"] and gazetteer.place_named(typed["loading"]) is None:
        found["loading"] = _("This port is not known. Write its UN/LOCODE, for example USNYC.")
    return found | _place_errors(typed) | _lading_errors(typed, entry_on)


def _place_errors(typed: Mapping[str, str]) -> dict[str, str]:
    """The named place stands on one side of the Incoterm: on the other any total would only look right."""
    place = gazetteer.place_named(typed["place"])
    if place is None:
        return {"place": _("This place is not known. Write its UN/LOCODE, for example MAAGA.")}
    refused = incoterms.refusal_of_place(typed["incoterm"], place.code, typed["origin"])
    return {} if refused is None or refused.field == "incoterm" else {"place": str(refusal_sentence(refused))}


def _lading_errors(typed: Mapping[str, str], entry_on: date | None) -> dict[str, str]:
    if not typed["laden_on"]:
        return {}
    day = laden_on(typed)
    if day is None:
        return {"laden_on": _("Write a day, for example 2026-11-23.")}
    late = entry_on is not None and day > entry_on
    return {"laden_on": _("Goods are laden before they are entered.")} if late else {}


def laden_on(typed: Mapping[str, str]) -> date | None:
    """The day of lading, None where there is none or it cannot be read."""
    try:
        return date.fromisoformat(typed["laden_on"])
    except ValueError:
        return None


def of_shipment(typed: Mapping[str, str], numbers: Mapping[str, Decimal | None], *, currency: str) -> dict[str, Any]:
    """The parts of a shipment these facts make; `currency` is the destination's."""
    containers, rate = numbers["containers"], numbers["fx_rate"]
    hub = typed["entry"] == "express_hub"
    loading = gazetteer.place_named(typed["loading"]) if typed["loading"] else None
    own = typed["duty_rate"]
    return {
        "entry": "" if hub else typed["entry"],
        "clearance": "express_hub" if hub else "",
        "then_by": typed["then_by"],
        "place_of_direct_shipment": loading.code if loading else "",
        "laden_on": laden_on(typed),
        "containers": None if containers is None else int(containers),
        "basic_grocery": ANSWERS.get(typed["grocery"]),
        "quota": bool(typed["special"]),
        "additions": tuple(
            estimate.Addition(kind, amount, typed["currency"]) for kind in ADDITIONS if (amount := numbers[kind])
        ),
        "measures": (estimate.GivenMeasure("mfn", own, currency=currency),) if own else (),
        "fx": (estimate.GivenRate(typed["currency"], currency, rate),)
        if rate and currency != typed["currency"]
        else (),
    }


def hints(typed: Mapping[str, str], *, mode: str) -> list[str]:
    """What an experienced forwarder would tell the buyer about the Incoterm; it stops nobody."""
    own = {
        "EXW": _(
            "Under EXW the buyer files the Moroccan export declaration, which a buyer abroad cannot do: ask for FCA."
        ),
        "DDP": _("Under DDP the supplier imports the goods and needs a bond and an agent for it: ask for DAP."),
    }
    if typed["incoterm"] in own:
        return [own[typed["incoterm"]]]
    boxed = mode == "LCL" or mode.startswith("FCL")
    return [str(refusal_sentence(one)) for one in incoterms.hints(typed["incoterm"], containerised=boxed)]


def given(typed: Mapping[str, str]) -> bool:
    """Whether any of these facts was typed, so that their part of the form stands open."""
    return any(typed[name] for name in NAMES)
