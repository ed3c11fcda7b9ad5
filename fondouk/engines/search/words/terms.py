"""The terms under which a document is findable, as every engine keeps them. A change here is a new version of each.

One text carries everything findable, each part repeated by its worth, so that one list of postings a word answers: the
repetition is a field-weighted BM25.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fondouk.engines.search.shapes import LANGUAGES, Document
from fondouk.engines.search.words.folding import compounds, words
from fondouk.engines.search.words.sounds import sound
from fondouk.engines.search.words.stems import STOP_WORDS, name_keys, stemmed

TITLE_WORTH = 4
NAME_WORTH = 2
SUMMARY_LENGTH_MAX = 600


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms joined by blanks: weighted stems, title words, keys of whole category names, sounds, words by language."""

    text: str
    title: str
    shelf: str
    sound: str
    surfaces: Mapping[str, str]


def terms_of(document: Document) -> Terms:
    """Read a document."""
    stems: list[str] = []
    title_words: list[str] = []
    shelf: set[str] = set()
    surfaces: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for language, title in document.titles.items():
        found = [*words(title), *compounds(title)]
        title_words += found
        surfaces[language].update(found)
        stems += [stemmed(found, language)] * TITLE_WORTH
    for language, text in document.summaries.items():
        stems.append(stemmed(words(text[:SUMMARY_LENGTH_MAX]), language))
    for language, text in document.words.items():
        known, held, keys = _vocabulary(text, language)
        stems.append(known)
        surfaces[language] |= held
        shelf |= keys
    for name in document.names:
        known, spoken = _name(name)
        stems += [known] * NAME_WORTH
        for language in LANGUAGES:
            surfaces[language] |= spoken
    stems += [part for code in document.codes for part in words(code)]
    return Terms(
        text=" ".join(stems),
        title=" ".join(title_words),
        shelf=" ".join(shelf),
        sound=" ".join(set(map(_sound.__getitem__, set().union(*surfaces.values())))),
        surfaces={language: " ".join(told - STOP_WORDS) for language, told in surfaces.items()},
    )


@lru_cache(maxsize=20_000)
def _vocabulary(text: str, language: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """The stems, the words and the keys of whole names of a category's vocabulary, which all its products share."""
    found = words(text)
    keys = {key for name in text.split("\n") for key in name_keys(words(name))}
    return stemmed(found, language), frozenset(found), frozenset(keys)


@lru_cache(maxsize=50_000)
def _name(name: str) -> tuple[str, frozenset[str]]:
    """The stems and the words of a proper name, read in English and French."""
    found = words(name)
    return f"{stemmed(found, 'en')} {stemmed(found, 'fr')}", frozenset(found)


class _Sounds(dict[str, str]):
    """Folded word → its sound, empty where it has none."""

    def __missing__(self, word: str) -> str:
        if len(self) > 400_000:
            self.clear()
        self[word] = made = "" if word in STOP_WORDS else sound(word) or ""
        return made


_sound = _Sounds()
