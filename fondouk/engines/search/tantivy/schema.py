"""The index's fields, and how a document fills them.

One text field carries everything findable, each part repeated by its worth, so that one posting list a word answers:
the repetition is a field-weighted BM25. Facets are text columns of one value a document: its sorted tags joined by `|`.
Such a column is counted in a third of the time of a number and a tenth of that of a multi-valued field. The id is also
held as two numbers: twenty of them are read from columns in a fifth of the time that twenty documents take.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from zlib import crc32

import tantivy

from fondouk.engines.search.shapes import FACETS, LANGUAGES, SLOTS, Document
from fondouk.engines.search.words.terms import terms_of

VERSION = "4"
RANK_STEPS = 1_000_000
ID_COLUMNS = ("id_0", "id_1")
_ID_BYTES = 7
"""Bytes of an id in one column; a longer id is read from its document."""


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """The schema of `VERSION`; any change of it or of the words' reading is a new version."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("shown", stored=True)
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
    for number in ("minimum", "lead", "newest", "rank", "family", *ID_COLUMNS):
        builder.add_integer_field(number, fast=True)
    return builder.build()


def filled(document: Document) -> tantivy.Document:
    """The index's own form of a document."""
    row = {**_texts(document), **_tags(document), **_numbers(document), **_id_columns(document.id)}
    row["id"], row["shown"] = document.id, json.dumps(dict(document.titles), ensure_ascii=False).encode()
    return tantivy.Document.from_dict(row, schema())


def _texts(document: Document) -> dict[str, Any]:
    terms = terms_of(document)
    surfaces = {f"word_{language}": told for language, told in terms.surfaces.items()}
    return {"text": terms.text, "title": terms.title, "shelf": terms.shelf, "sound": terms.sound, **surfaces}


def _tags(document: Document) -> dict[str, Any]:
    held = [_column(facet, tags) for facet, tags in document.tags.items() if tags]
    row = {name: value for name, value, _ in held}
    row["filters"] = " ".join([terms for _, _, terms in held])
    return row


@lru_cache(maxsize=50_000)
def _column(facet: str, tags: tuple[str, ...]) -> tuple[str, str, str]:
    """(the facet's column, its value, the terms by which it is filtered): of few facets are there many values."""
    return f"c_{facet}", "|".join(sorted(tags)), " ".join(f"{facet}:{tag}" for tag in tags)


def _numbers(document: Document) -> dict[str, Any]:
    row = {f"landed_unit_{slot}": amount for slot, amount in document.landed_unit.items()}
    for slot, amount in document.landed_shipment.items():
        row[f"landed_shipment_{slot}"] = amount
    for name in ("minimum", "lead"):
        if (amount := getattr(document, name)) is not None:
            row[name] = amount
    if document.family:
        row["family"] = crc32(document.family.encode())
    return {**row, "newest": document.newest, "rank": round(document.weight * RANK_STEPS)}


def _id_columns(id: str) -> dict[str, int]:
    """Column → its part of the id as a number; none where the id is too long for them."""
    told = id.encode()
    if len(told) > _ID_BYTES * len(ID_COLUMNS):
        return {}
    told = told.ljust(_ID_BYTES * len(ID_COLUMNS), b"\0")
    return {
        name: int.from_bytes(told[place * _ID_BYTES : (place + 1) * _ID_BYTES], "big")
        for place, name in enumerate(ID_COLUMNS)
    }


def id_of(first: int | None, second: int | None) -> str | None:
    """The id that the columns hold, or None."""
    if first is None or second is None:
        return None
    return (first << 8 * _ID_BYTES | second).to_bytes(2 * _ID_BYTES, "big").rstrip(b"\0").decode()


def shown_titles(row: tantivy.Document) -> dict[str, str]:
    """The titles of a document by language, as the index shows them."""
    titles: dict[str, str] = json.loads(row["shown"][0].decode())
    return titles
