"""The order of browsing: by weight, each of a supplier's variants of a thing counting less the more stand before it.

Kept as a column with an index, so that a page of a shelf is read in its order and nothing is sorted.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

VARIETY = 0.93
FAMILY_MAX = 60
"""From here on the members of a family stand together: a family of thousands is not written anew for a new one."""
_PLACE = """
    UPDATE listing SET place = ranked.place
    FROM (SELECT id, weight * power(%s, least(row_number() OVER family - 1, %s)) AS place
          FROM listing WHERE supplier_id = ANY(%s)
          WINDOW family AS (PARTITION BY supplier_id, category ORDER BY weight DESC, id)) AS ranked
    WHERE listing.id = ranked.id AND listing.place IS DISTINCT FROM ranked.place
"""


def place_again(suppliers: Iterable[int]) -> None:
    """Give the goods of these suppliers (ids) their places. One statement; only what moves is written."""
    if ids := sorted(set(suppliers)):
        with connection.cursor() as cursor:
            cursor.execute(_PLACE, [VARIETY, FAMILY_MAX, ids])
