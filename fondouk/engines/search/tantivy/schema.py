"""The index's fields, and how a document fills them.

One text field carries everything findable, each part repeated by its worth, so that one posting list a word answers:
the repetition is a field-weighted BM25. Facets are text columns of one value a document: its sorted tags joined by `|`.
Such a column is counted in a third of the time of a number and a tenth of that of a multi-valued field.
"""

from __future__ import annotations

import json
from functools import lru_cache
from zlib import crc32

import tantivy

from fondouk.engines.search.shapes import FACETS, LANGUAGES, SLOTS, Document
from fondouk.engines.search.words.folding import compounds, words
from fondouk.engines.search.words.sounds import sound
from fondouk.engines.search.words.stems import STOP_WORDS, name_keys, stemmed

VERSION = "3"
TITLE_WORTH = 4
NAME_WORTH = 2
SUMMARY_LENGTH_MAX = 600
RANK_STEPS = 1_000_000


def schema() -> tantivy.Schema:
    """The schema of `VERSION`; any change of it or of the words' reading is a new version."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
    for name, option in (
        ("text", "freq"),
        ("title", "freq"),
        ("sound", "basic"),
        ("filters", "basic"),
        ("shelf", "basic"),
    ):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    for language in LANGUAGES:
        builder.add_text_field(f"word_{language}", tokenizer_name="whitespace", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(f"c_{facet}", fast=True, tokenizer_name="raw", index_option="basic")
    for slot in range(SLOTS):
        builder.add_integer_field(f"landed_unit_{slot}", fast=True)
        builder.add_integer_field(f"landed_shipment_{slot}", fast=True)
    for number in ("minimum", "lead", "newest", "rank", "family"):
        builder.add_integer_field(number, fast=True)
    return builder.build()


def filled(document: Document) -> tantivy.Document:
    """The index's own form of a document."""
    made = tantivy.Document(id=[document.id], shown=[json.dumps(dict(document.titles), ensure_ascii=False)])
    _fill_texts(made, document)
    pairs = [(facet, tag) for facet, tags in document.tags.items() for tag in tags]
    made.add_text("filters", " ".join(f"{facet}:{tag}" for facet, tag in pairs))
    for facet, tags in document.tags.items():
        if tags:
            made.add_text(f"c_{facet}", "|".join(sorted(tags)))
    _fill_numbers(made, document)
    return made


def _fill_texts(made: tantivy.Document, document: Document) -> None:
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
    made.add_text("text", " ".join(stems))
    made.add_text("title", " ".join(title_words))
    made.add_text("shelf", " ".join(shelf))
    for language, told in surfaces.items():
        made.add_text(f"word_{language}", " ".join(told - STOP_WORDS))
    heard = set(map(_sound.__getitem__, set().union(*surfaces.values())))
    made.add_text("sound", " ".join(heard))


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


def _fill_numbers(made: tantivy.Document, document: Document) -> None:
    for slot, amount in document.landed_unit.items():
        made.add_integer(f"landed_unit_{slot}", amount)
    for slot, amount in document.landed_shipment.items():
        made.add_integer(f"landed_shipment_{slot}", amount)
    if document.minimum is not None:
        made.add_integer("minimum", document.minimum)
    if document.lead is not None:
        made.add_integer("lead", document.lead)
    made.add_integer("newest", document.newest)
    if document.family:
        made.add_integer("family", crc32(document.family.encode()))
    made.add_integer("rank", round(document.weight * RANK_STEPS))
