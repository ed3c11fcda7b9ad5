"""Stems: what the forms of a word have in common, in English, French and Arabic.

English takes Porter's second stemmer; French Savoy's minimal one, on folded words, so that a missing accent changes
nothing; Arabic Lucene's light one, with the lone letters that stick to the next word (و ب ل ك ف). Since such a letter
may as well belong to the word itself (بلغة, a slipper), both readings are kept: a document holds both, a question looks
for either. Endings that look like a plural stay on short words, so that olives (زيتون) do not become oil (زيت).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import tantivy

from fondouk.engines.search.words.folding import is_arabic

_PORTER = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("english")).build()
_IRREGULAR = {"women": "woman", "men": "man", "children": "child", "knives": "knife", "leaves": "leaf"}
_AR_ARTICLES = ("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_AR_LONE = "وبلكف"
_AR_SUFFIXES = {"ها": 2, "ان": 4, "ات": 2, "ون": 4, "ين": 4, "يه": 2, "ه": 2, "ي": 2}
"""Ending → letters that must remain before it."""

STOP_WORDS = frozenset(
    word
    for line in (
        "a an the of for and or in on with to from by at as is are be this that it",
        "le la les de des du un une et ou en au aux pour avec dans sur par est sont ce cette ces qui que",
        "من في علي الي مع عن او و هذا هذه التي الذي",
    )
    for word in line.split()
)


@lru_cache(maxsize=200_000)
def english(word: str) -> str:
    """Porter's stem of a folded word."""
    found = _PORTER.analyze(_IRREGULAR.get(word, word))
    return found[0] if found else word


@lru_cache(maxsize=200_000)
def french(word: str) -> str:
    """Savoy's minimal stem of a folded word: plural, feminine and doubled endings."""
    if len(word) < 5:
        return word[:-1] if len(word) == 4 and word.endswith("s") else word
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-2] + "l"
    for ending in ("x", "s"):
        word = word.removesuffix(ending)
    if word.endswith("r") and len(word) > 5:
        word = word[:-1]
    while word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@lru_cache(maxsize=200_000)
def arabic(word: str) -> tuple[str, ...]:
    """The readings of a folded Arabic word: without article and ending; and without a lone first letter."""
    for article in _AR_ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 2:
            return (_without_ending(word[len(article) :]),)
    readings = [_without_ending(word)]
    if word[0] in _AR_LONE and len(word) >= 4:
        readings.append(_without_ending(word[1:]))
        if word[0] == "و" and word[1] in _AR_LONE and len(word) >= 5:
            readings.append(_without_ending(word[2:]))
    return tuple(dict.fromkeys(readings))


def _without_ending(word: str) -> str:
    for _ in range(2):
        for suffix, rest in _AR_SUFFIXES.items():
            if word.endswith(suffix) and len(word) >= max(len(suffix) + rest, 4):
                word = word[: -len(suffix)]
                break
    return word


def stems(word: str, language: str) -> tuple[str, ...]:
    """The stems under which a document in `language` holds a folded word."""
    if is_arabic(word):
        return arabic(word)
    if word[0].isdigit():
        return (word,)
    return (french(word),) if language == "fr" else (english(word),)


def every_stem(word: str) -> tuple[str, ...]:
    """The stems a question looks for: any language may hold the word."""
    if is_arabic(word):
        return arabic(word)
    if word[0].isdigit():
        return (word,)
    return tuple(dict.fromkeys((english(word), french(word))))


def name_keys(folded: Iterable[str]) -> tuple[str, ...]:
    """The keys under which a whole name ("olive oil") is known: its stems together, in any order, in each language."""
    telling = [word for word in folded if word not in STOP_WORDS][:6]
    if not telling:
        return ()
    readings = [arabic(word) if is_arabic(word) else (english(word), french(word)) for word in telling]
    ends = ([each[0] for each in readings], [each[-1] for each in readings])
    return tuple(dict.fromkeys("_".join(sorted(end)) for end in ends))
