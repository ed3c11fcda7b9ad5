"""Listings whose landed cost alone is looked at again: new measures, rate cards or exchange rates.

The products are not read and nothing else of a listing is made: from the shipments it keeps to the costs, in one
statement in and one out. Thousands a second, so that every card is up to date within a minute of a new law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from django.db import connection

from fondouk.market.discovery import landed, making
from fondouk.market.discovery.models import Listing

_STORE = """
    UPDATE listing SET landed = new.landed::jsonb, inputs = new.inputs, made_at = %(at)s
    FROM unnest(%(keys)b::bigint[], %(landed)b::text[], %(inputs)b::text[]) AS new (id, landed, inputs)
    WHERE listing.id = new.id
"""


Place = tuple[str, int]
"""Heading and key of a listing: in this order, so that goods of one tariff line come together."""
START: Place = ("", 0)


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch: products whose cost changed, and the place to go on after (None at the end)."""

    changed: tuple[str, ...]
    after: Place | None


def again(*, headings: Sequence[str], after: Place, at: datetime, size: int) -> Batch:
    """The next listings after a place, of these tariff headings (of all where none is named), costed and stored."""
    rows = Listing.objects.extra(where=["(heading, listing.id) > (%s, %s)"], params=list(after)).exclude(shipments={})
    rows = rows.filter(heading__in=[*headings, ""]) if headings else rows
    found = list(rows.order_by("heading", "pk").values_list("pk", "product", "inputs", "shipments", "heading")[:size])
    costs = landed.of_shipments([kept for *_, kept, _ in found], on=at.date())
    changed = []
    for (key, product, stamp, *_), said in zip(found, costs, strict=True):
        text = making.as_text(said)
        new = making.stamp_of_costs(stamp, text)
        if new != stamp:
            changed.append((key, product, text, new))
    if changed:
        _store(changed, at)
    last = (found[-1][-1], found[-1][0]) if len(found) == size else None
    return Batch(tuple(product for _, product, _, _ in changed), last)


def _store(changed: Sequence[tuple[int, str, str, str]], at: datetime) -> None:
    keys, _, texts, stamps = zip(*changed, strict=True)
    values: dict[str, Any] = {"keys": list(keys), "landed": list(texts), "inputs": list(stamps), "at": at}
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:  # binds on the server: the texts are megabytes
        cursor.execute(_STORE, values)
