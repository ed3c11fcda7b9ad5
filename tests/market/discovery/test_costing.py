"""Landed costs looked at again without their products: the same figures, told to the index, batch after batch."""

from __future__ import annotations

from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from fondouk.doors.ops import indexer, readers
from fondouk.engines.events.models import Unread
from fondouk.engines.search import index
from fondouk.market.discovery import commands, costing
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.discovery import goods


def told() -> list[str]:
    """Products the indexer is told of."""
    rows = Unread.objects.filter(reader="indexer", event__name="discovery.costs.changed").order_by("id")
    return [product for data in rows.values_list("event__data", flat=True) for product in data["products"]]


def publish(shelves: Cast, count: int) -> list[str]:
    """Products listed and indexed without a tariff loaded."""
    references = goods.publish(shelves.argan, count, hs6="151590", tariff_codes={"US": "1515908190"})
    goods.read_and_index()
    return references


def costs() -> dict[str, tuple[object, str]]:
    return {row.product: (row.landed, row.inputs) for row in Listing.objects.all()}


def test_new_rates_reach_listings_as_a_whole_refresh_would(shelves: Cast, loaded_reference_data: None) -> None:
    references = publish(shelves, 6)
    whole = costs()
    assert whole[references[0]][0]["US"]["unit"]  # type: ignore[index]
    Listing.objects.update(landed={}, inputs="0" * 32)
    costing.again(headings=[], after=costing.START, at=AT, size=100)
    assert {product: said for product, (said, _) in costs().items()} == {
        product: said for product, (said, _) in whole.items()
    }
    commands.refresh(products=references, by=goods.SYSTEM, at=AT)
    assert costs() == whole


def test_unchanged_costs_are_told_to_nobody(shelves: Cast, loaded_reference_data: None) -> None:
    publish(shelves, 3)
    commands.refresh_costs(headings=[], by=goods.SYSTEM, at=AT)
    assert told() == []


def test_changed_costs_are_found_by_the_index(shelves: Cast, loaded_reference_data: None) -> None:
    cheap, dear = publish(shelves, 2)
    Listing.objects.filter(product=dear).update(inputs="0" * 32)
    shipments = Listing.objects.get(product=cheap).shipments
    shipments["US"]["unit_price"] = "0.10"
    Listing.objects.filter(product=cheap).update(shipments=shipments)
    commands.refresh_costs(headings=["1515"], by=goods.SYSTEM, at=AT)
    assert set(told()) == {cheap, dear}
    indexer.index_all()
    query = index.Query("argan", slot=0, sort=index.Sort.LANDED_UNIT)
    assert [hit.id for hit in index.find(query).hits] == [cheap, dear]


def test_batches_follow_each_other_to_the_end(shelves: Cast, loaded_reference_data: None) -> None:
    references = publish(shelves, 5)
    Listing.objects.update(inputs="0" * 32)
    after, seen = costing.START, []
    while after is not None:
        batch = costing.again(headings=[], after=after, at=AT, size=2)
        seen += batch.changed
        after = batch.after  # type: ignore[assignment]
    assert seen == references


def test_other_headings_are_left_alone(shelves: Cast, loaded_reference_data: None) -> None:
    publish(shelves, 2)
    Listing.objects.update(inputs="0" * 32)
    assert costing.again(headings=["6907"], after=costing.START, at=AT, size=100).changed == ()


def test_a_batch_takes_two_statements_beside_the_engines(shelves: Cast, loaded_reference_data: None) -> None:
    publish(shelves, 8)
    Listing.objects.update(inputs="0" * 32)
    with CaptureQueriesContext(connection) as seen:
        costing.again(headings=[], after=costing.START, at=AT, size=100)
    assert len(seen) <= 4


def test_a_new_exchange_rate_moves_the_shelf_of_the_minimum(shelves: Cast, loaded_reference_data: None) -> None:
    publish(shelves, 1)
    commands.mark_stale(table="fx_rates", touches=[], by=goods.SYSTEM, at=AT)
    assert Listing.objects.get().checked_on == AT.date()
    Listing.objects.update(needs=["fx:EUR"])
    commands.mark_stale(table="fx_rates", touches=[], by=goods.SYSTEM, at=AT)
    assert Listing.objects.get().checked_on == commands.NEVER
    assert Decimal(Listing.objects.get().shipments["US"]["quantity"]) > 0
    readers.read_all(AT)
    assert offers.SYSTEM
