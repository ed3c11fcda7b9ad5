"""The fields of an index, and how a document fills them.

The cluster analyses nothing: it gets the terms that `words` reads, joined by blanks, and splits them at the blanks. So
both engines hold the same terms, and a question is a tree of exact terms in either.
"""

from __future__ import annotations

from typing import Any

from fondouk.engines.search.opensearch.address import Address
from fondouk.engines.search.shapes import FACETS, LANGUAGES, SLOTS, Document
from fondouk.engines.search.words.terms import terms_of

VERSION = "2"
RESULT_WINDOW = 100_000
_TERMS = {"type": "text", "analyzer": "whitespace"}


def index_body(address: Address, *, loading: bool = False) -> dict[str, Any]:
    """Settings and mappings of a build; `loading` while a rebuild fills it, when nobody looks and no copy is kept."""
    copies = {"number_of_replicas": 0} if loading else copies_of(address)
    settings = {
        "number_of_shards": address.shards,
        "refresh_interval": "-1",
        "max_result_window": RESULT_WINDOW,
    }
    return {"settings": {"index": {**settings, **copies}}, "mappings": _mappings()}


def copies_of(address: Address) -> dict[str, Any]:
    """How many copies the index keeps: as many as asked for, or as nodes allow."""
    if "-" in address.replicas:
        return {"auto_expand_replicas": address.replicas}
    return {"number_of_replicas": int(address.replicas), "auto_expand_replicas": False}


def _mappings() -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": {"type": "keyword"},
        "titles": {"type": "object", "enabled": False},
        "text": {**_TERMS, "index_options": "freqs"},
        "title": {**_TERMS, "index_options": "freqs"},
        "sound": {**_TERMS, "index_options": "docs"},
        "shelf": {"type": "keyword", "doc_values": False},
        "weight": {"type": "double"},
        "family": {"type": "keyword", "index": False},
        "minimum": {"type": "long"},
        "lead": {"type": "long"},
        "newest": {"type": "long"},
    }
    properties |= {f"word_{language}": {"type": "keyword"} for language in LANGUAGES}
    properties |= {f"c_{facet}": {"type": "keyword"} for facet in FACETS}
    for slot in range(SLOTS):
        properties |= {f"landed_unit_{slot}": {"type": "long"}, f"landed_shipment_{slot}": {"type": "long"}}
    return {"dynamic": False, "_source": {"includes": ["titles"]}, "properties": properties}


def filled(document: Document) -> dict[str, Any]:
    """The index's own form of a document."""
    terms = terms_of(document)
    made: dict[str, Any] = {
        "id": document.id, "titles": dict(document.titles), "text": terms.text, "title": terms.title,
        "sound": terms.sound, "shelf": terms.shelf.split(), "weight": document.weight, "newest": document.newest,
    }  # fmt: skip
    made |= {f"word_{language}": told.split() for language, told in terms.surfaces.items()}
    made |= {f"c_{facet}": list(tags) for facet, tags in document.tags.items() if tags}
    made |= {f"landed_unit_{slot}": amount for slot, amount in document.landed_unit.items()}
    made |= {f"landed_shipment_{slot}": amount for slot, amount in document.landed_shipment.items()}
    optional = {"minimum": document.minimum, "lead": document.lead, "family": document.family or None}
    return made | {name: value for name, value in optional.items() if value is not None}
