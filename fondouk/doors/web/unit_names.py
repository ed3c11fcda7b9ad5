"""Names of the units goods are sold in (UN/CEFACT Rec 20), in three languages with their plurals.

French counts 0 and 1 as one; Arabic names four forms here: one, two, few (3 to 10), many (11 and more).
"""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from django.utils import translation

_SYMBOLS = {
    "KGM": ("kg", "kg", "كغ"),
    "GRM": ("g", "g", "غ"),
    "TNE": ("t", "t", "طن"),
    "LTR": ("L", "L", "لتر"),
    "MLT": ("ml", "ml", "مل"),
    "MTR": ("m", "m", "م"),
    "MTK": ("m²", "m²", "م²"),
    "MTQ": ("m³", "m³", "م³"),
}
_COUNTED = {
    "C62": (("piece", "pieces"), ("pièce", "pièces"), ("قطعة", "قطعتان", "قطع", "قطعة")),
    "PR": (("pair", "pairs"), ("paire", "paires"), ("زوج", "زوجان", "أزواج", "زوجا")),
    "SET": (("set", "sets"), ("lot", "lots"), ("طقم", "طقمان", "أطقم", "طقما")),
    "DZN": (("dozen", "dozens"), ("douzaine", "douzaines"), ("دزينة", "دزينتان", "دزينات", "دزينة")),
    "BX": (("box", "boxes"), ("boîte", "boîtes"), ("علبة", "علبتان", "علب", "علبة")),
    "BO": (("bottle", "bottles"), ("bouteille", "bouteilles"), ("قنينة", "قنينتان", "قنينات", "قنينة")),
    "JR": (("jar", "jars"), ("pot", "pots"), ("برطمان", "برطمانان", "برطمانات", "برطمانا")),
    "CT": (("carton", "cartons"), ("carton", "cartons"), ("كرتون", "كرتونان", "كراتين", "كرتونا")),
    "TN": (("tin", "tins"), ("boîte", "boîtes"), ("علبة", "علبتان", "علب", "علبة")),
    "PK": (("pack", "packs"), ("paquet", "paquets"), ("عبوة", "عبوتان", "عبوات", "عبوة")),
    "PX": (("pallet", "pallets"), ("palette", "palettes"), ("طبلية", "طبليتان", "طبليات", "طبلية")),
}
_ARABIC = {"zero": 3, "one": 0, "two": 1, "few": 2, "many": 3, "other": 0}
_ORDER = ("en", "fr", "ar")


def unit_name(code: str, count: Decimal | int | float = 1, language: str | None = None) -> str:
    """The unit's name beside `count`: `kg`, `bottles`, `قنينات`; an unknown code stands for itself."""
    language = (language or translation.get_language() or "en")[:2]
    which = _ORDER.index(language) if language in _ORDER else 0
    if code in _SYMBOLS:
        return _SYMBOLS[code][which]
    if code not in _COUNTED:
        return code
    forms = _COUNTED[code][which]
    plural = Locale.parse(language).plural_form(count)
    if which == 2:
        return forms[_ARABIC[plural]]
    return forms[0 if plural == "one" else 1]
