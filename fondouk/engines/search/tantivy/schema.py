"""The index's fields, and how a document fills them.

One text field carries everything findable, each part repeated by its worth, so that one posting list a word answers:
the repetition is a field-weighted BM25. Facets are text columns of one value a document: its sorted tags joined by `|`.
Such a column is counted in a third of the time of a number and a tenth of that of a multi-valued field.
"""

from __future__ import annotations

import json
from zlib import crc32

import tantivy

from fondouk.engines.search.shapes import FACETS, LANGUAGES, SLOTS, Document
from fondouk.engines.search.words.terms import terms_of

VERSION = "3"
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
    terms = terms_of(document)
    made.add_text("text", terms.text)
    made.add_text("title", terms.title)
    made.add_text("shelf", terms.shelf)
    for language, told in terms.surfaces.items():
        made.add_text(f"word_{language}", told)
    made.add_text("sound", terms.sound)


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
