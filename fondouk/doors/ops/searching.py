"""`fondouk search --to US --lang fr`: a question a line in, a JSON object a line out, with the reason of each place.

Nothing typed is an error. A line that cannot be answered gives {"q", "error"} and the rest goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from fondouk.doors.ops import environment


def main(arguments: Sequence[str]) -> int:
    """Answer every line of standard input, or the words given."""
    parser = argparse.ArgumentParser(prog="fondouk search", description=__doc__)
    parser.add_argument("words", nargs="*", help="one question; without it, one a line from standard input")
    parser.add_argument("--to", default="US", help="country or UN/LOCODE the goods go to")
    parser.add_argument("--lang", default="en", choices=["en", "fr", "ar"])
    parser.add_argument("--sort", default="best")
    parser.add_argument("--size", type=int, default=10)
    options = parser.parse_args(arguments)
    cluster = environment.enter("command")
    try:
        lines = [" ".join(options.words)] if options.words else sys.stdin
        for line in lines:
            print(json.dumps(answer(line.strip(), options), ensure_ascii=False), flush=True)
    finally:
        if cluster is not None:
            cluster.stop()
    return 0


def answer(text: str, options: argparse.Namespace) -> dict[str, Any]:
    """One question's answer as plain values."""
    from fondouk.engines.places import gazetteer
    from fondouk.engines.search import index
    from fondouk.market.discovery import queries

    market = gazetteer.market_for(options.to)
    sort = index.Sort(options.sort) if options.sort in set(index.Sort) else index.Sort.BEST
    query = index.Query(
        text=text, language=options.lang, slot=market.slot if market else None, sort=sort, size=max(1, options.size)
    )
    try:
        found = index.find(query)
    except index.SearchDown as down:
        return {"q": text, "error": str(down)}
    code = market.code if market else "US"
    cards = {
        card.reference: card
        for card in queries.cards([hit.id for hit in found.hits], language=options.lang, market=code)
    }
    return {
        "q": text,
        "total": found.total,
        "meant": found.meant,
        "loosened": found.loosened,
        "took_ms": round(found.took * 1000, 3),
        "hits": [
            _hit(rank, hit, cards[hit.id], index.explain(query, hit.id))
            for rank, hit in enumerate(found.hits, start=1)
            if hit.id in cards
        ],
    }


def _hit(rank: int, hit: Any, card: Any, why: dict[str, object]) -> dict[str, Any]:
    landed = card.landed
    return {
        "rank": rank,
        "id": hit.id,
        "title": card.title,
        "supplier": card.supplier,
        "landed": f"{landed.unit} {landed.currency}/{card.unit}" if landed else None,
        "known_so_far": bool(landed and (landed.gaps or landed.shared_gaps)),
        "score": round(hit.score, 4),
        "why": {
            "words": why.get("words", []),
            "relevance": round(hit.relevance, 4),
            "weight": round(hit.weight, 4),
            "variety": round(hit.variety, 4),
        },
    }
