"""What sourcing does on others' news: a changed law is held against what live offers promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events.journal import News
from fondouk.kit.actor import Actor
from fondouk.market.sourcing import promises

NAME = "promises"
#: {destination, codes (prefixes, none: all), from, load}, told by whoever loads measures.
MEASURES_CHANGED = "tariffs.measures.changed"
WANTS = (MEASURES_CHANGED,)


def read(news: Sequence[News], *, at: datetime) -> None:
    """Each destination once a load, however many events told of it."""
    by = Actor.system("promises")
    told: dict[tuple[str, str], set[str]] = {}
    for one in news:
        key = (str(one.data.get("destination", "")), str(one.data.get("load") or one.subject))
        codes = one.data.get("codes") or [""]
        told.setdefault(key, set()).update(str(code) for code in codes)
    for (destination, load), codes in told.items():
        wanted = [] if "" in codes else sorted(codes)
        promises.review_promises(destination=destination, codes=wanted, cause=load, by=by, at=at)


READERS = {NAME: read}
