"""Every sentence an estimate may say: a code for machines, English for people, marked for translation."""

from __future__ import annotations

from typing import Any

from fondouk.engines.landed_cost.result import Remark
from fondouk.kit.refusal import sentence

LABELS = {
    "goods": sentence("Goods"),
    "inland": sentence("Inland carriage and export formalities"),
    "freight": sentence("Freight"),
    "insurance": sentence("Cargo insurance"),
    "destination": sentence("Charges at destination and customs broker"),
    "unloading": sentence("Unloading"),
    "duty_mfn": sentence("Duty without preference"),
    "duty_preference": sentence("Duty with preference"),
    "layer": sentence("Additional duty"),
    "trade_remedy": sentence("Countervailing or anti-dumping duty"),
    "mpf": sentence("Merchandise processing fee"),
    "hmf": sentence("Harbor maintenance fee"),
    "fee": sentence("Fee given by the caller"),
    "tax": sentence("Tax given by the caller"),
    "gst": sentence("Goods and services tax"),
    "vat": sentence("Value added tax"),
    "packing": sentence("Packing paid by the buyer"),
    "selling_commission": sentence("Selling commission paid by the buyer"),
    "royalty": sentence("Royalty paid by the buyer"),
    "assist": sentence("Assist provided by the buyer"),
    "later_proceeds": sentence("Later proceeds to the seller"),
    "buying_commission": sentence("Buying commission"),
}

SENTENCES = {
    "no_regime": sentence("No tariff is loaded for %(destination)s."),
    "code_length": sentence("The code %(hs)s has %(digits)s digits; the tariff takes %(lengths)s."),
    "no_measure": sentence("No rate is loaded for the code %(hs)s."),
    "unknown_code": sentence("The code %(hs)s does not exist in the Harmonized System %(version)s. Near it: %(near)s."),
    "unknown_chapter": sentence("The Harmonized System has no chapter %(chapter)s: the code %(hs)s names no goods."),
    "reserved_chapter": sentence("Chapter 77 of the Harmonized System is kept empty: the code %(hs)s names no goods."),
    "national_chapter": sentence(
        "Chapter %(chapter)s holds provisions of a country, not goods: give the code of the goods instead of %(hs)s."
    ),
    "no_measure_on_day": sentence("The rates loaded for the code %(hs)s do not hold on %(day)s."),
    "needs_quantity": sentence("The rate %(rate)s asks for a quantity in %(unit)s, which nobody gave."),
    "needs_human": sentence("The rate of %(hs)s needs a human: %(why)s."),
    "which_code": sentence("The code %(hs)s covers lines with different rates. Which is it: %(question)s?"),
    "lines_differ": sentence("%(count)s lines of the code have different rates; the highest is counted."),
    "layer_human": sentence("Whether the additional duty %(heading)s applies needs a human: %(why)s."),
    "layer_ended": sentence("The additional duty %(heading)s ended on %(day)s and what follows it is not loaded."),
    "layer_undecided": sentence(
        "Part of the code %(hs)s is exempt from the additional duty %(heading)s; counted as due."
    ),
    "layers_of_origin": sentence("Additional duties on goods of %(origin)s are not loaded."),
    "layers_of_code": sentence("Additional duties on the code %(hs)s are not loaded."),
    "remedy_human": sentence("Countervailing duty may be due: %(why)s."),
    "no_freight": sentence("Nobody gave the freight, and no rate card covers %(origin)s to %(destination)s."),
    "freight_unknown": sentence("The freight is not known."),
    "card_expired": sentence("The rate card from %(origin)s to %(destination)s ended on %(day)s."),
    "cargo_unknown": sentence("Weight and volume are needed to price the freight."),
    "does_not_fit": sentence("The cargo does not fit into the containers given (%(mode)s): check weight and volume."),
    "cargo_too_much": sentence("No rate card is meant for a cargo of this size (%(mode)s): check weight and volume."),
    "no_destination_charges": sentence("Charges at destination and customs broker are not included: nobody gave them."),
    "no_inland": sentence("Inland carriage and export formalities are not included: nobody gave them."),
    "no_insurance": sentence("Insurance is not included: nobody gave it."),
    "cost_unknown": sentence("The amount of “%(cost)s” is not known."),
    "no_fx": sentence("No exchange rate from %(source)s to %(target)s is loaded."),
    "no_mode": sentence("How the goods travel is not known, so the harbor fee is open."),
    "value_unknown": sentence("The customs value cannot be known: %(why)s."),
    "no_levy_on_day": sentence("%(what)s: no rate is loaded that holds on %(day)s."),
    "no_tax": sentence("No import tax is loaded for %(destination)s."),
    "bad_quantity": sentence("Quantity, weight or price of %(hs)s is not a usable figure."),
    "basis_assumed": sentence("How %(destination)s values goods is not loaded: the price paid is taken as value."),
    "port_unknown": sentence("The port %(port)s is not in the list of places: check its code."),
    "port_of_origin": sentence("The port of unloading %(port)s lies in the country the goods come from."),
    "place_not_origin": sentence("%(incoterm)s names a place on the seller's side; %(place)s is on the buyer's."),
    "place_not_destination": sentence("%(incoterm)s names a place on the buyer's side; %(place)s is on the seller's."),
    "clearance_unknown": sentence("A clearance “%(clearance)s” is not known and counts as not given."),
    "rate_expired": sentence("The rate given for %(kind)s does not hold on %(day)s."),
    "fx_used": sentence(
        "1 %(source)s = %(rate)s %(target)s, %(where)s, %(day)s; the entry takes the rate of its own day."
    ),
    "fx_unofficial": sentence("The rate of %(source)s is not an official one."),
    "planning_card": sentence("Freight by a planning guess, not by a carrier's offer."),
    "planning_charges": sentence("Charges at destination and broker are planning guesses."),
    "planning_inland": sentence("Inland carriage is a planning guess."),
    "insurance_convention": sentence("Insurance by convention: %(rate)s %% of %(share)s %% of goods and freight."),
    "port_assumed": sentence("Unloaded at %(port)s, the usual port of this market."),
    "unloaded_for": sentence("Unloaded at %(port)s for %(place)s."),
    "no_oncarriage": sentence("Carriage from the port to the place of delivery is not included: nobody gave it."),
    "origin_port_assumed": sentence("Shipped from %(port)s, the usual port of %(place)s."),
    "not_itemised": sentence("Carriage inside the price is not itemised, so the whole price is taken as value."),
    "itemised_by_invoice": sentence("The commercial invoice shows carriage apart."),
    "direct_from_seller": sentence("The goods are taken to be shipped directly from the seller's premises."),
    "verified_long_ago": sentence("The rates of %(name)s were last verified on %(day)s."),
    "rate_assumed": sentence("The rate of %(hs)s is not confirmed: %(why)s"),
    "carried_on": sentence("%(what)s is carried on from its last published figure of %(day)s."),
    "clearance_assumed": sentence("Clearance of the courier is unknown; the informal fee is taken."),
    "hmf_informal": sentence("Whether the harbor fee is due on an informal entry by sea is to be confirmed."),
    "tax_without_charges": sentence(
        "The import tax is reckoned without the charges at destination, which are not known."
    ),
    "grocery_assumed": sentence("Taken as a basic grocery, free of tax: confirm."),
    "laden_on_last_vessel": sentence("The day of lading is taken as that of the last vessel."),
    "no_preference": sentence("No preference exists for %(hs)s; the duty without preference is counted."),
    "preference_not_claimed": sentence("The preference is not counted until it is claimed."),
    "origin_not_examined": sentence("The preference rests on the supplier's word: its origin has not been examined."),
    "refund_open": sentence("Collected then; the layer is void and refunds are open."),
    "legal_status": sentence("Heading %(heading)s: %(status)s."),
    "ddp_solved": sentence("The customs value is solved back from the delivered duty-paid price."),
    "ddp_unsolved": sentence("The delivered duty-paid price cannot be solved back while a duty is unknown."),
    "exempt": sentence("Exempt from this additional duty."),
    "exempt_transit": sentence("Laden before the additional duty began and entered in time."),
    "in_price": sentence("Included in the price."),
    "entered_whole": sentence("Entered value is declared in whole units of currency a line."),
}


def remark(code: str, *, line: int | None = None, shared: bool = False, **values: Any) -> Remark:
    """A gap or an assumption by its code."""
    return Remark(code, SENTENCES[code], values, line, shared)


#: Words that stand in the loaded data and are shown as they are: marked here, so that they are translated.
DATA_WORDS = (
    sentence("Customs broker, entry and security filing"),
    sentence("Customs broker and entry"),
    sentence("Clearance by the courier"),
    sentence("Terminal handling and delivery in the port area"),
    sentence("Warehouse handling and release"),
    sentence("Airport handling and delivery"),
    sentence("Inland carriage from the port"),
    sentence("Inland carriage from the airport"),
    sentence("Collection by the courier"),
    sentence("Reciprocal tariff (IEEPA)"),
    sentence("Import surcharge, section 122"),
    sentence("Section 301, forced labour"),
    sentence("Section 232, steel, aluminium and copper"),
    sentence("Section 232, cars and their parts"),
    sentence("Section 232, trucks and their parts"),
    sentence("Section 232, wood and furniture"),
    sentence("Section 232, semiconductors"),
    sentence("Section 232, pharmaceuticals"),
    sentence("the weight share and the origin of the metal decide"),
    sentence("an agreement quota decides (9822.03.01)"),
    sentence("the rate applies in a period set by order"),
    sentence("the price or a cost inside it is missing"),
    sentence("the value or a duty on it is missing"),
)
