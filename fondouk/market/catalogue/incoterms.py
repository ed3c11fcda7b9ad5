"""Incoterms 2020 as a seller and a buyer meet them: who carries what, and on which side the named place lies.

The ICC's wording is protected; the sentences here are ours. Facts: design 5-trade-facts, table "Incoterms 2020".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence


class Incoterm(StrEnum):
    """The eleven rules of 2020."""

    EXW = "EXW"
    FCA = "FCA"
    FAS = "FAS"
    FOB = "FOB"
    CFR = "CFR"
    CIF = "CIF"
    CPT = "CPT"
    CIP = "CIP"
    DAP = "DAP"
    DPU = "DPU"
    DDP = "DDP"


@dataclass(frozen=True, slots=True)
class Terms:
    """What one rule says. `place_side` is where the named place lies; the flags say what the seller pays for."""

    place_side: str
    place_is_port: bool
    sea_only: bool
    seller_clears_export: bool
    seller_pays_carriage: bool
    seller_insures: str | None
    seller_clears_import: bool


ORIGIN, DESTINATION = "origin", "destination"

TERMS: dict[Incoterm, Terms] = {
    Incoterm.EXW: Terms(ORIGIN, False, False, False, False, None, False),
    Incoterm.FCA: Terms(ORIGIN, False, False, True, False, None, False),
    Incoterm.FAS: Terms(ORIGIN, True, True, True, False, None, False),
    Incoterm.FOB: Terms(ORIGIN, True, True, True, False, None, False),
    Incoterm.CFR: Terms(DESTINATION, True, True, True, True, None, False),
    Incoterm.CIF: Terms(DESTINATION, True, True, True, True, "C", False),
    Incoterm.CPT: Terms(DESTINATION, False, False, True, True, None, False),
    Incoterm.CIP: Terms(DESTINATION, False, False, True, True, "A", False),
    Incoterm.DAP: Terms(DESTINATION, False, False, True, True, None, False),
    Incoterm.DPU: Terms(DESTINATION, False, False, True, True, None, False),
    Incoterm.DDP: Terms(DESTINATION, False, False, True, True, None, True),
}

_CONTAINER_ALTERNATIVE = {"FAS": "FCA", "FOB": "FCA", "CFR": "CPT", "CIF": "CIP"}


def is_port_or_place(code: str) -> bool:
    """Whether a text has the form of a UN/LOCODE: two letters of a country, three letters or digits 2–9."""
    return len(code) == 5 and code[:2].isalpha() and code.isalnum() and code == code.upper()


def refusal_of_place(incoterm: str, place_code: str, seller_country: str) -> Refusal | None:
    """Why this named place cannot stand beside this rule, or None. A place without code is taken as typed."""
    if incoterm not in TERMS:
        return Refusal("incoterm.unknown", sentence("Choose one of the eleven Incoterms 2020 rules."), field="incoterm")
    if not place_code:
        return None
    if not is_port_or_place(place_code):
        return Refusal(
            "incoterm.place.code",
            sentence(
                "“%(place)s” is not a place code: two letters of the country and three of the place, as in MAAGA."
            ),
            {"place": place_code},
            "place_code",
        )
    at_origin = place_code[:2] == seller_country
    wanted_origin = TERMS[Incoterm(incoterm)].place_side == ORIGIN
    if at_origin == wanted_origin:
        return None
    values = {"incoterm": incoterm, "place": place_code, "country": seller_country}
    if wanted_origin:
        text = sentence("%(incoterm)s names a place in the seller's country (%(country)s); %(place)s is elsewhere.")
    else:
        text = sentence(
            "%(incoterm)s names a place in the buyer's country; %(place)s is in the seller's (%(country)s)."
        )
    return Refusal("incoterm.place.side", text, values, "place_code")


def hints(incoterm: str, *, containerised: bool, foreign_buyer: bool = True) -> list[Refusal]:
    """Advice that stops nobody: what an experienced forwarder would say about this rule."""
    found: list[Refusal] = []
    better = _CONTAINER_ALTERNATIVE.get(incoterm)
    if containerised and better:
        text = sentence(
            "Goods in containers are handed over before they reach the ship: %(better)s fits better than %(incoterm)s."
        )
        found.append(Refusal("incoterm.hint.container", text, {"better": better, "incoterm": incoterm}, "incoterm"))
    if incoterm == "EXW" and foreign_buyer:
        text = sentence("A buyer abroad cannot file the export declaration: offer FCA at your premises instead of EXW.")
        found.append(Refusal("incoterm.hint.exw", text, field="incoterm"))
    if incoterm == "DDP":
        text = sentence("DDP makes you the importer abroad, with bond and agent: offer DAP unless you have both.")
        found.append(Refusal("incoterm.hint.ddp", text, field="incoterm"))
    return found
