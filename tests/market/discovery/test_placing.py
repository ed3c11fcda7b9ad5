"""The order of browsing: by weight and variety, and read from an index, never sorted."""

from __future__ import annotations

import pytest
from django.db import connection

from fondouk.doors.ops import readers
from fondouk.market.discovery import queries
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.market.discovery import goods


@pytest.fixture
def placed(shelves: Cast) -> Cast:
    goods.publish(shelves.argan, 5)
    goods.publish(shelves.ceramics, 2, incoterm="FOB", origin_region="MA-03")
    readers.read_all(goods.AT)
    return shelves


def test_one_supplier_does_not_fill_the_page(placed: Cast) -> None:
    cards = queries.browse(language="en", market="US", limit=4)
    assert len({card.supplier for card in cards[:2]}) == 2
    places = list(Listing.objects.order_by("-place").values_list("place", flat=True))
    assert places == sorted(places, reverse=True)
    assert min(places) > 0


def test_a_new_or_lost_one_of_the_family_moves_the_others(placed: Cast) -> None:
    first = queries.browse_references(limit=1)[0]
    before = dict(Listing.objects.values_list("product", "place"))
    Listing.objects.filter(product=first).update(inputs="", weight=0.5)
    from fondouk.market.discovery import commands

    commands.refresh(products=[first], by=goods.SYSTEM, at=goods.AT)
    assert dict(Listing.objects.values_list("product", "place")) == pytest.approx(before)


@pytest.mark.parametrize(
    ("shelf", "index"),
    [
        ({}, "listing_place"),
        ({"category": "argan-oil"}, "listing_category_place"),
        ({"sector": "oils"}, "listing_sector_place"),
        ({"region": "MA-09"}, "listing_region_place"),
        ({"newest": True}, "listing_newest"),
    ],
)
def test_a_page_is_read_in_the_order_of_an_index(placed: Cast, shelf: dict[str, object], index: str) -> None:
    rows = queries._browsed(
        str(shelf.get("category", "")), str(shelf.get("sector", "")), None, str(shelf.get("region", "")),
        newest=bool(shelf.get("newest")),
    )  # fmt: skip
    statement, values = rows.values_list("product")[24:48].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {statement}", values)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert f"using {index}" in plan
    assert "Sort" not in plan
