"""The terms under which a document is findable, as every engine keeps them. A change here is a new version of each.

One text carries everything findable, each part repeated by its worth, so that one list of postings a word answers: the
repetition is a field-weighted BM25.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fondouk.engines.search.shapes import LANGUAGES, Document
from fondouk.engines.search.words.folding import words
from fondouk.engines.search.words.pieces import STEMS, TITLES, Shown, Titles
from fondouk.engines.search.words.stems import name_keys

TITLE_WORTH = 4
NAME_WORTH = 2
SUMMARY_LENGTH_MAX = 600


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms joined by blanks: weighted stems, title words, keys of whole category names, sounds, words by language.

    Words, keys and sounds may stand twice.
    """

    text: str
    title: str
    shelf: str
    sound: str
    surfaces: Mapping[str, str]


def terms_of(document: Document) -> Terms:
    """Read a document."""
    named = _names(document.names)
    stems, shelf, sounds, title = [named.stems], [], [named.sounds], []
    surfaces = dict.fromkeys(LANGUAGES, named.telling)
    for language, text in document.titles.items():
        read = _joined(TITLES[language].of(text))
        stems.append(f"{read.stems} " * TITLE_WORTH)
        title.append(read.words)
        sounds.append(read.sounds)
        surfaces[language] += f" {read.telling}"
    for language, text in document.summaries.items():
        stems += STEMS[language].of(text[:SUMMARY_LENGTH_MAX])
    for language, text in document.words.items():
        known, keys = _vocabulary(text, language)
        stems.append(known.stems)
        shelf.append(keys)
        sounds.append(known.sounds)
        surfaces[language] += f" {known.telling}"
    stems += map(_code, document.codes)
    return Terms(" ".join(stems), " ".join(title), " ".join(shelf), " ".join(sounds), surfaces)


def _joined(pieces: Sequence[Shown]) -> Shown:
    return Shown(*map(" ".join, zip(*pieces, strict=True))) if pieces else Titles.nothing


@lru_cache(maxsize=20_000)
def _vocabulary(text: str, language: str) -> tuple[Shown, str]:
    """What a category's vocabulary holds, which all its products share, and the keys of its whole names."""
    keys = dict.fromkeys(key for name in text.split("\n") for key in name_keys(words(name)))
    read = _joined(TITLES[language].of(text))
    return Shown(read.words, _once(read.telling), read.stems, _once(read.sounds)), " ".join(keys)


@lru_cache(maxsize=50_000)
def _names(names: tuple[str, ...]) -> Shown:
    """What proper names hold, read in English and French, their stems by their worth."""
    read = [_joined(TITLES[language].of(name)) for name in names for language in ("en", "fr")]
    return Shown(
        words="",
        telling=_once(" ".join(one.telling for one in read)),
        stems=" ".join([one.stems for one in read] * NAME_WORTH),
        sounds=_once(" ".join(one.sounds for one in read)),
    )


@lru_cache(maxsize=50_000)
def _code(code: str) -> str:
    return " ".join(words(code))


def _once(terms: str) -> str:
    return " ".join(dict.fromkeys(terms.split()))
