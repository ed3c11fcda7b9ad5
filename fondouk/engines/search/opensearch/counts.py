"""Facet counts in the same call as the hits: each facet as if nothing of itself were chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fondouk.engines.search.opensearch.compile import Tree
from fondouk.engines.search.ranking import COST_STEPS
from fondouk.engines.search.shapes import EVERY_TAG, FACETS, Bar, Facets, Query

_TAGS_MAX = 20_000  # all together the cluster gives 65,535


def split(query: Query, filters: Mapping[str, list[Tree]]) -> tuple[list[Tree], dict[str, list[Tree]]]:
    """What narrows hits and counts alike, and what each facet leaves out when it counts itself."""
    apart = {name for name in filters if name in query.facets and name not in EVERY_TAG}
    shared = [tree for name, trees in filters.items() if name not in apart for tree in trees]
    return shared, {name: filters[name] for name in apart}


def asked(query: Query, apart: Mapping[str, list[Tree]]) -> dict[str, Any]:
    """The aggregations of the query's facets."""
    wanted = {facet: _tags(facet) for facet in query.facets if facet in FACETS}
    if "landed" in query.facets and query.slot is not None:
        wanted["landed"] = _costs(query.slot)
    return {
        name: {
            "filter": {"bool": {"filter": [tree for other, trees in apart.items() if other != name for tree in trees]}},
            "aggs": {"counted": counting},
        }
        for name, counting in wanted.items()
    }


def read(query: Query, answer: Mapping[str, Any]) -> Facets:
    """The counts in an answer."""
    counted = {name: value["counted"]["buckets"] for name, value in answer.get("aggregations", {}).items()}
    return Facets(
        counts={
            facet: {bucket["key"]: bucket["doc_count"] for bucket in counted[facet]}
            for facet in query.facets
            if facet in counted and facet != "landed"
        },
        costs=_bars(counted["landed"]) if "landed" in counted else (),
    )


def _tags(facet: str) -> dict[str, Any]:
    return {"terms": {"field": f"c_{facet}", "size": _TAGS_MAX}}


def _costs(slot: int) -> dict[str, Any]:
    ends = [*COST_STEPS[1:], None]
    ranges = [{"from": low, **({"to": high} if high else {})} for low, high in zip(COST_STEPS, ends, strict=True)]
    return {"range": {"field": f"landed_shipment_{slot}", "ranges": ranges}}


def _bars(buckets: list[dict[str, Any]]) -> tuple[Bar, ...]:
    counted = {int(bucket["from"]): bucket["doc_count"] for bucket in buckets if bucket.get("from") is not None}
    ends = [*COST_STEPS[1:], None]
    return tuple(Bar(low, high, counted.get(low, 0)) for low, high in zip(COST_STEPS, ends, strict=True))
