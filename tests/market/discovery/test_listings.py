"""Listings follow what is public: made, changed, gone; and the index follows the listings."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fondouk.doors.ops import indexer, readers
from fondouk.engines.events import journal
from fondouk.engines.events.models import Unread
from fondouk.engines.search import index
from fondouk.engines.search.index import Query
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.companies.commands import record_evidence
from fondouk.market.discovery import commands, landed, making, queries
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.discovery import goods

pytestmark = pytest.mark.both_engines


def found(text: str, **more: object) -> list[str]:
    return [hit.id for hit in index.find(Query(text, **more)).hits]  # type: ignore[arg-type]


def test_a_published_product_is_found_in_three_languages(shelves: Cast) -> None:
    product = offers.published(shelves.argan).reference
    goods.read_and_index()
    for text in ("argan oil", "huile d'argan", "زيت أركان", "بزيت الأرغان", "argane", "1515", product):
        assert found(text) == [product], text


def test_a_draft_is_not_found(shelves: Cast) -> None:
    offers.draft(shelves.argan)
    indexer.rebuild()
    goods.read_and_index()
    assert found("argan") == []
    assert not Listing.objects.exists()


def test_a_paused_product_is_gone_from_everything(shelves: Cast) -> None:
    kept, paused = goods.publish(shelves.argan, 2)
    goods.read_and_index()
    catalogue.pause_product(product=paused, by=shelves.argan.actor, at=AT)
    goods.read_and_index()
    result = index.find(Query("argan", facets=("category", "supplier")))
    assert [hit.id for hit in result.hits] == [kept]
    assert result.facets.counts["category"] == {"oils": 1, "argan-oil": 1}
    assert [one.id for one in index.suggest("argan", "en").products] == [kept]
    assert queries.cards([paused], language="en", market="US") == []
    assert queries.similar_stamps(kept) == {}
    assert queries.figures().products == 1
    catalogue.publish_product(product=paused, by=shelves.argan.actor, at=AT)
    goods.read_and_index()
    assert set(found("argan")) == {kept, paused}


def test_an_unchanged_product_writes_nothing_and_tells_nobody(shelves: Cast) -> None:
    product = offers.published(shelves.argan).reference
    goods.read_and_index()
    commands.refresh(products=[product], by=goods.SYSTEM, at=AT)
    assert not Unread.objects.filter(reader="indexer").exists()
    commands.refresh(products=[product], by=goods.SYSTEM, at=AT + timedelta(days=1))
    assert Listing.objects.get().checked_on == (AT + timedelta(days=1)).date()


def test_a_company_that_is_accredited_lifts_its_products(shelves: Cast) -> None:
    product = offers.published(shelves.argan).reference
    goods.read_and_index()
    before = Listing.objects.get(product=product)
    assert "accredited" not in before.document["tags"].get("evidence", [])
    assert set(queries.weight_parts(product, on=AT.date())) == {
        "base", "readiness", "identity", "accredited", "shipped", "answers", "fresh"
    }  # fmt: skip


def swept(at: datetime) -> None:
    """What the sweep of each minute does until nothing is due, and the indexer after it."""
    for name, arguments in queries.due(at):
        if name == "refresh":
            commands.refresh(**arguments, by=goods.SYSTEM, at=at)
    indexer.index_all()


def test_an_accreditation_that_has_ended_is_shown_no_longer(shelves: Cast) -> None:
    product = offers.published(shelves.argan).reference
    until = (AT + timedelta(days=3)).date()
    record_evidence(
        company=shelves.argan.id, kind="accreditation", cause="AGR-1", valid_until=until, by=shelves.agency.actor, at=AT
    )
    goods.read_and_index()
    accredited = {"chosen": (("evidence", ("accredited",)),), "facets": ("evidence",)}
    swept(AT + timedelta(days=3))
    assert found("argan", **accredited) == [product], "its last day counts"
    swept(AT + timedelta(days=4))
    assert found("argan", **accredited) == []
    assert "accredited" not in index.find(Query("argan", facets=("evidence",))).facets.counts["evidence"]
    assert found("argan") == [product]
    assert "accredited" not in queries.cards([product], language="en", market="US")[0].facts


def test_the_sweep_begins_where_something_proven_has_ended(shelves: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "SWEPT_MAX", 1)
    goods.publish(shelves.ceramics, 3, sku="Z")
    product = goods.publish(shelves.argan, 1)[0]
    ends = {"valid_until": (AT + timedelta(days=3)).date(), "by": shelves.agency.actor, "at": AT}
    record_evidence(company=shelves.argan.id, kind="accreditation", cause="AGR-1", **ends)
    goods.read_and_index()
    tomorrow = AT + timedelta(days=4)
    assert queries.due(tomorrow)[0] == ("refresh", {"products": [product]})
    swept(tomorrow)
    assert queries.due(tomorrow)[0][1]["products"] != [product], "then the others, in their order"


def test_a_killed_indexer_does_the_same_again(shelves: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    product = offers.published(shelves.argan).reference
    readers.read_all(AT)

    def killed(_news: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(journal, "done", killed)
        with pytest.raises(KeyboardInterrupt):
            indexer.index_once()
    assert Unread.objects.filter(reader="indexer").count() == 1
    indexer.index_all()
    assert found("argan") == [product]
    assert not Unread.objects.filter(reader="indexer").exists()


def test_a_rebuild_holds_what_is_public(shelves: Cast) -> None:
    references = goods.publish(shelves.argan, 5)
    readers.read_all(AT)
    assert indexer.rebuild() == 5
    assert set(found("argan")) == set(references)


def test_the_document_survives_the_table(shelves: Cast) -> None:
    offers.published(shelves.argan)
    readers.read_all(AT)
    row = Listing.objects.get()
    document = making.from_json(row.document, row.landed)
    assert making.as_json(document) == row.document
    assert (document.landed_unit, document.landed_shipment) == landed.slots(row.landed)
    assert document.tags["category"] == ("oils", "argan-oil")
    assert document.tags["minimum"] == ("under-5000", "one-pallet") or "one-pallet" in document.tags["minimum"]
    assert document.tags["lead"] == ("ready", "within-14", "within-30")


def test_a_card_in_each_language(shelves: Cast) -> None:
    reference = offers.published(shelves.argan).reference
    readers.read_all(AT)
    english, french, arabic = (
        queries.cards([reference], language=language, market="US")[0] for language in ("en", "fr", "ar")
    )
    assert english.title == "Organic argan oil, cold-pressed"
    assert french.title.startswith("Huile d’argan")
    assert (arabic.title, arabic.title_language) == (english.title, "en")
    assert english.region == "Souss-Massa"
    assert english.price_low == Decimal("21.2")
    assert english.minimum == Decimal(50)
    assert english.path.startswith(f"/p/{reference}/")


def test_cards_keep_the_order_asked_for_in_one_statement(shelves: Cast) -> None:
    references = goods.publish(shelves.argan, 6)
    readers.read_all(AT)
    wanted = list(reversed(references))
    with CaptureQueriesContext(
        connection,
    ) as seen:
        cards = queries.cards([*wanted, "PRD-NONE"], language="fr", market="CA")
    assert [card.reference for card in cards] == wanted
    assert len(seen) == 1


def test_refreshing_takes_the_same_statements_for_one_and_for_many(shelves: Cast) -> None:
    one, *many = goods.publish(shelves.argan, 30)
    commands.refresh(products=[one], by=goods.SYSTEM, at=AT)
    with CaptureQueriesContext(connection) as few:
        commands.refresh(products=[one], by=goods.SYSTEM, at=AT)
    Listing.objects.all().delete()
    with CaptureQueriesContext(connection) as lots:
        commands.refresh(products=many, by=goods.SYSTEM, at=AT)
    assert len(lots) <= len(few) + 5, "written, placed, told: as many for thirty as for one"


def test_a_similar_product_of_another_supplier_comes_first(shelves: Cast) -> None:
    mine, other = goods.publish(shelves.argan, 2)
    theirs = goods.publish(shelves.ceramics, 1)[0]
    readers.read_all(AT)
    assert list(queries.similar_stamps(mine)) == [theirs, other]


def test_browsing_by_shelf_and_newest(shelves: Cast) -> None:
    goods.publish(shelves.argan, 3)
    readers.read_all(AT)
    assert len(queries.browse(language="en", market="US", category="argan-oil")) == 3
    assert queries.browse(language="en", market="US", category="zellige") == []
    assert len(queries.browse(language="en", market="US", supplier=shelves.argan.id, newest=True, limit=2)) == 2
    assert queries.count(region="MA-09") == 3
    assert queries.counts_by("category") == {"argan-oil": 3}


def test_yesterdays_listings_are_due(shelves: Cast) -> None:
    offers.published(shelves.argan)
    readers.read_all(AT)
    assert queries.due(AT) == []
    due = dict(queries.due(AT + timedelta(days=1)))
    assert len(due["refresh"]["products"]) == 1
    assert len(due["refresh_fronts"]["suppliers"]) == 1
