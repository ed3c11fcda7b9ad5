"""Folding: one spelling for what readers write in many ways. No language is assumed; any text is safe."""

from __future__ import annotations

import re
import unicodedata

TEXT_LENGTH_MAX = 4000
_LETTERS = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
        "’": "'", "ʼ": "'", "‘": "'", "`": "'",
        "ـ": "", "ى": "ي", "ة": "ه", "ٱ": "ا", "گ": "ك", "ڭ": "ك", "ک": "ك", "ی": "ي", "ڤ": "ف", "پ": "ب", "ء": "",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\ufeff": "", "\u00ad": "",
    }
)  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_COMBINING = {code: None for code in range(0x0300, 0x20F1) if unicodedata.combining(chr(code))}
_SIGNS = {**_COMBINING, **_LETTERS, **_DIGITS}
_ELISION = re.compile(r"\b(?:l|d|j|m|n|s|t|c|qu|lorsqu|puisqu|jusqu|quoiqu)'(?=[^\W\d_]{2})")
_POSSESSIVE = re.compile(r"'s\b|'")
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?[a-z]*|[^\W_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")

_UNITS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    # written name -> (unit it is counted in, how many thousandths of it, other spellings)
    "l": ("ml", 1_000_000, ("litre", "litres", "liter", "liters", "ltr", "lt", "لتر", "لترات", "ليتر")),
    "cl": ("ml", 10_000, ("centilitre", "centilitres", "سل")),
    "ml": ("ml", 1_000, ("millilitre", "millilitres", "milliliter", "milliliters", "مل", "ملل", "ميليلتر", "مليلتر")),
    "kg": ("g", 1_000_000, ("kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kgs", "كغ", "كلغ",
                            "كيلو", "كيلوغرام", "كجم", "كغم", "كيلوجرام")),
    "g": ("g", 1_000, ("gr", "gram", "grams", "gramme", "grammes", "غ", "غرام", "جرام", "غم", "غراما")),
    "mg": ("g", 1, ("milligram", "milligrams", "milligramme", "milligrammes")),
    "t": ("g", 1_000_000_000, ("tonne", "tonnes", "ton", "tons", "طن")),
    "m": ("mm", 1_000_000, ("metre", "metres", "meter", "meters", "متر", "امتار")),
    "cm": ("mm", 10_000, ("centimetre", "centimetres", "centimeter", "centimeters", "سم", "سنتيمتر")),
    "mm": ("mm", 1_000, ("millimetre", "millimetres", "millimeter", "millimeters", "مم", "ميليمتر")),
}  # fmt: skip
_SPELLINGS = {spelling: name for name, (_, _, others) in _UNITS.items() for spelling in (name, *others)}
_MEASURE = re.compile(
    r"(?<![\w.,])(\d{1,6}(?:[.,]\d{1,3})?)[\s-]*(" + "|".join(sorted(_SPELLINGS, key=len, reverse=True)) + r")(?!\w)"
)


def fold(text: str) -> str:
    """Lower case, no accents, vowel signs or elisions, western digits, measures in one unit ("5 L" = "5000ml")."""
    plain = text[:TEXT_LENGTH_MAX].lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_SIGNS)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", _ELISION.sub("", plain))
    return _MEASURE.sub(_measure, plain) if _DIGIT.search(plain) else plain


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _TOKEN.findall(fold(text))


def compounds(text: str) -> list[str]:
    """Hyphened words written as one ("cold-pressed" → "coldpressed"), for those who leave the hyphen out."""
    if "-" not in text:
        return []
    return [compound.replace("-", "") for compound in _COMPOUND.findall(fold(text))]


def is_arabic(word: str) -> bool:
    """Whether the word begins with an Arabic letter."""
    return "\u0600" <= word[:1] <= "\u06ff"


def _measure(match: re.Match[str]) -> str:
    unit, thousandths, _ = _UNITS[_SPELLINGS[match[2]]]
    whole, _, part = match[1].replace(",", ".").partition(".")
    count = (int(whole) * 1000 + int((part + "000")[:3])) * thousandths // 1000
    return f"{count // 1000}{unit}" if count % 1000 == 0 else f"{count // 1000}.{count % 1000:03d}{unit}"
