"""PostgreSQL's full text behind the search engine's face, and the web application over it.

`granian bench.search.full_text:application` serves the product's own pages, found in the table of `postgres.Baseline`:
what the same page costs where the database searches.
"""

from __future__ import annotations

import os
from typing import Any

from django.db import connection

from bench.search.postgres import _CONFIGS
from fondouk.engines.search import index
from fondouk.engines.search.ranking import COST_STEPS, pages
from fondouk.engines.search.shapes import Bar, Facets, Found, Hit, Query, State

FACETS = ("category", "region", "incoterm", "certificate")
_ASKED = " || ".join(f"plainto_tsquery('{config}', %(text)s)" for config in _CONFIGS.values())
_HITS = f"""
    SELECT id, ts_rank(body, q) * weight, count(*) OVER () FROM bench_listing, (SELECT {_ASKED} AS q) AS asked
    WHERE body @@ q ORDER BY 2 DESC LIMIT %(size)s OFFSET %(offset)s
"""
_COUNTS = f"""
    SELECT category, region, incoterm, certificate, width_bucket(landed, %(steps)s::bigint[]), count(*)
    FROM bench_listing WHERE body @@ ({_ASKED})
    GROUP BY GROUPING SETS ((category), (region), (incoterm), (certificate), (5))
"""


class FullTextEngine:
    """Two statements a page: the hits with their total, and four facets with the histogram of costs."""

    def find(self, query: Query) -> Found:
        """Twenty-four hits by rank, their total, the counts."""
        asked = {"text": query.text, "size": query.size, "offset": (query.page - 1) * query.size}
        with connection.cursor() as cursor:
            cursor.execute(_HITS, asked)
            rows = cursor.fetchall()
            cursor.execute(_COUNTS, {"text": query.text, "steps": list(COST_STEPS)})
            counted = cursor.fetchall()
        total = rows[0][2] if rows else 0
        hits = tuple(Hit(str(row[0]), float(row[1])) for row in rows)
        return Found(hits, total, query.page, pages(total, query.size), _facets(counted), stamp="full text")

    def state(self) -> State:
        """As the face wants it."""
        return State("full text", 0, "", "")


def _facets(counted: list[tuple[Any, ...]]) -> Facets:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    bars = dict.fromkeys(COST_STEPS, 0)
    for *tags, step, number in counted:
        named = next(((facet, tag) for facet, tag in zip(FACETS, tags, strict=True) if tag is not None), None)
        if named is None and step:
            bars[COST_STEPS[step - 1]] = number
        elif named is not None:
            for tag in named[1].split("|"):
                counts[named[0]][tag] = counts[named[0]].get(tag, 0) + number
    ends = [*COST_STEPS[1:], None]
    return Facets(counts, tuple(Bar(low, high, bars[low]) for low, high in zip(COST_STEPS, ends, strict=True)))


def _application() -> Any:
    from fondouk.doors.ops.web import application as served

    index._engine = FullTextEngine  # type: ignore[assignment]
    return served


if os.environ.get("FONDOUK_BENCH_FULL_TEXT"):
    application = _application()
