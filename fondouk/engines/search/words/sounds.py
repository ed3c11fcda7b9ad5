"""Sounds: a key that zellige, zelij and زليج share, for words known only in another spelling or script.

Consonants alone, in classes that Arabic and its French and English transcriptions do not keep apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fondouk.engines.search.words.folding import is_arabic

SOUND_LENGTH_MIN = 3
_ARABIC = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
        "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "d", "ع": "", "غ": "k", "ف": "f", "ق": "k", "ك": "k", "ل": "l",
        "م": "m", "ن": "n", "ه": "h", "و": "", "ي": "", "ا": "",
    }
)  # fmt: skip
_LATIN = (
    (re.compile(r"tch|sch|ch|sh"), "C"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"^rh|gh"), "K"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gu(?=[eiy])"), "K"),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"qu|[cgqk]"), "K"),
    (re.compile(r"x"), "Ks"),
    (re.compile(r"p"), "b"),
    (re.compile(r"v"), "f"),
)
_VOWELS = re.compile(r"[aeiouwy']")
_DOUBLED = re.compile(r"(.)\1+")


def sounds(word: str) -> tuple[str, ...]:
    """The keys a question tries: a Latin g may be hard or soft (zelig)."""
    keys = (sound(word), sound(word.replace("g", "j")) if "g" in word else None)
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str | None:
    """The key of a folded word, or None where it would be too short to mean anything."""
    opening = "a" if word[:1] in "aeiouwyاوي" else ""
    once = _DOUBLED.sub(r"\1", word) if _DOUBLED.search(word) else word
    key = opening + (_arabic(once) if is_arabic(once) else _latin(once))
    return key if len(key) >= SOUND_LENGTH_MIN and key.isalpha() else None


def _arabic(word: str) -> str:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return bare.translate(_ARABIC).removesuffix("h")


def _latin(word: str) -> str:
    for pattern, key in _LATIN:
        word = pattern.sub(key, word)
    return _VOWELS.sub("", word).lower().removesuffix("h")
