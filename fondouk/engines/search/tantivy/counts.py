"""Facet counts: each facet as if nothing of itself were chosen, so that a second choice can be weighed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import tantivy

from fondouk.engines.search.ranking import COST_STEPS
from fondouk.engines.search.shapes import EVERY_TAG, Bar, Facets, Query
from fondouk.engines.search.tantivy.compile import Tree

_TAGS_MAX = 60_000


def count(searcher: tantivy.Searcher, query: Query, tree_but: Callable[[str | None], Tree]) -> Facets:
    """Counts for the query's facets and, where a market is known, the histogram of shipment costs.

    `tree_but(facet)` is the query's tree without the choice in that facet.
    """
    chosen = {facet for facet, tags in query.chosen if tags and facet not in EVERY_TAG}
    together = [facet for facet in query.facets if facet not in chosen and facet != "landed"]
    asked: dict[str | None, dict[str, Any]] = {None: {facet: _tags(facet) for facet in together}}
    for facet in chosen.intersection(query.facets):
        asked[facet] = {facet: _tags(facet)}
    if "landed" in query.facets and query.slot is not None:
        ranged = query.landed != (None, None)
        asked.setdefault("landed" if ranged else None, {})["landed"] = _costs(query.slot)
    answers: dict[str, Any] = {}
    for but, wanted in asked.items():
        if wanted:
            answers.update(searcher.aggregate(tree_but(but), wanted))
    return Facets(
        counts={facet: _unpacked(answers[facet]) for facet in query.facets if facet in answers and facet != "landed"},
        costs=_bars(answers["landed"]) if "landed" in answers else (),
    )


def _tags(facet: str) -> dict[str, Any]:
    return {"terms": {"field": f"c_{facet}", "size": _TAGS_MAX}}


def _unpacked(answer: Mapping[str, Any]) -> dict[str, int]:
    """Tag → documents; a column of one tag a document, as that of thousands of suppliers, is taken as it is."""
    joined = {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
    if not any("|" in key for key in joined):
        return joined
    counts: dict[str, int] = {}
    for key, count in joined.items():
        for tag in key.split("|"):
            counts[tag] = counts.get(tag, 0) + count
    return counts


def _costs(slot: int) -> dict[str, Any]:
    ends = [*COST_STEPS[1:], None]
    ranges = [{"from": low, **({"to": high} if high else {})} for low, high in zip(COST_STEPS, ends, strict=True)]
    return {"range": {"field": f"landed_shipment_{slot}", "ranges": ranges}}


def _bars(answer: Mapping[str, Any]) -> tuple[Bar, ...]:
    counted = {
        int(bucket["from"]): bucket["doc_count"] for bucket in answer["buckets"] if bucket.get("from") is not None
    }
    ends = [*COST_STEPS[1:], None]
    return tuple(Bar(low, high, counted.get(low, 0)) for low, high in zip(COST_STEPS, ends, strict=True))
