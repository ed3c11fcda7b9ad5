"""Products through their life: every refusal and state; the insider, the colleague without the right, the stranger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from fondouk.engines.events import journal
from fondouk.engines.events.models import Event
from fondouk.engines.events.perform import perform
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands, queries, rules
from fondouk.market.catalogue.entry import ImportRow, ProductEntry, TextEntry
from fondouk.market.catalogue.models import Photo, PriceBreak, Product, Storefront
from fondouk.market.catalogue.rules import Break, ProductState
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.catalogue import offers

D = Decimal


@pytest.fixture(autouse=True)
def shelves(db: None) -> None:
    offers.shelves()


def test_a_product_is_published_and_read_back_whole(cast: Cast) -> None:
    product = offers.published(cast.argan)
    found = queries.publication(product.reference, on=AT.date())
    assert found is not None
    assert found.supplier.called("ar") == "تعاونية تافراوت أركان"
    assert found.text("ar").title == "Organic argan oil, cold-pressed"
    assert found.original is not None
    assert found.original.language == "fr"
    assert found.prices is not None
    assert found.prices.at(D(400)) == Break(D(200), D("22.6"), 14)
    assert str(found.prices.highest) == "24.8"
    assert found.category is not None
    assert found.category.heading_names["fr"] == "Autres huiles végétales fixes"
    assert found.tariff_codes["US"].code == "15159081"
    assert found.preferences["US-MA"].proof_on == AT.date()
    assert found.photo is not None
    assert found.photo.at_least(300).url.startswith("/media/")
    assert found.cargo.pallet_quantity == 400
    assert found.named_quantity == 400
    assert found.readiness > 85
    assert found.path == f"/p/{product.reference}/organic-argan-oil-cold-pressed/"


def test_publishing_says_everything_that_is_missing_at_once(cast: Cast) -> None:
    bare = ProductEntry(texts={"ar": TextEntry("زيت أركان")})
    product = commands.add_product(entry=bare, by=cast.argan.actor, at=AT)
    with pytest.raises(Refused) as refused:
        commands.publish_product(product=product.reference, by=cast.argan.actor, at=AT)
    codes = {one.code for one in refused.value.refusals}
    assert codes == {f"product.missing.{name}" for name in ("photo", "category", "unit", "moq", "price")}
    assert all(one.field for one in refused.value.refusals)


def test_a_maker_need_not_say_what_its_town_says(cast: Cast) -> None:
    product = commands.add_product(entry=ProductEntry(texts={"fr": TextEntry("Savon")}), by=cast.argan.actor, at=AT)
    found = queries.own_product(product.reference, supplier=cast.argan.reference, on=AT.date())
    assert found is not None
    assert found.prices is not None
    assert (found.prices.incoterm, found.prices.place_name, found.prices.currency) == ("FCA", "Taroudant", "USD")
    assert (found.origin_country, found.origin_region) == ("MA", "MA-09")


def test_a_clerk_a_rival_and_a_stranger_change_nothing(cast: Cast) -> None:
    product = offers.published(cast.ceramics)
    for actor, code in (
        (cast.ceramics.clerk, "permission"), (cast.rival.actor, "product.unknown"), (cast.stranger, "standing"),
        (cast.chicago.actor, "permission"),
    ):  # fmt: skip
        for command in (commands.pause_product, commands.archive_product, commands.duplicate_product):
            with pytest.raises(Refused) as refused:
                command(product=product.reference, by=actor, at=AT)
            assert refused.value.code == code
    assert queries.own_product(product.reference, supplier=cast.rival.reference, on=AT.date()) is None


VERBS = {
    "publish": commands.publish_product, "pause": commands.pause_product, "archive": commands.archive_product,
}  # fmt: skip


@pytest.mark.parametrize("state", list(ProductState))
@pytest.mark.parametrize("verb", list(rules.Verb))
def test_every_state_answers_every_verb(cast: Cast, state: ProductState, verb: rules.Verb) -> None:
    product = offers.draft(cast.ceramics)
    published = {"published_at": AT} if state != ProductState.DRAFT else {}
    Product.objects.filter(pk=product.pk).update(state=state, held_reason="wrong photo", **published)
    after = rules.TRANSITIONS[state].get(verb)

    def act() -> Product:
        if verb == rules.Verb.HOLD:
            return commands.hold_product(product=product.reference, reason="wrong photo", by=cast.operator.actor, at=AT)
        if verb == rules.Verb.RELEASE:
            return commands.release_product(product=product.reference, by=cast.operator.actor, at=AT)
        return VERBS[verb](product=product.reference, by=cast.ceramics.actor, at=AT)

    if after is None:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == f"product.{verb}.{state.lower()}"
        assert Product.objects.get(pk=product.pk).state == state
    else:
        assert act().state == after


def test_only_the_operator_holds_and_says_why(cast: Cast) -> None:
    product = offers.published(cast.ceramics)
    with pytest.raises(Refused) as refused:
        commands.hold_product(product=product.reference, reason=" ", by=cast.operator.actor, at=AT)
    assert refused.value.code == "product.hold.reason"
    with pytest.raises(Refused):
        commands.hold_product(product=product.reference, reason="spam", by=cast.rival.actor, at=AT)
    commands.hold_product(
        product=product.reference, reason="The photo shows another maker.", by=cast.operator.actor, at=AT
    )
    assert queries.publication(product.reference, on=AT.date()) is None


def test_a_change_keeps_a_published_product_complete(cast: Cast) -> None:
    product = offers.published(cast.argan)
    with pytest.raises(Refused) as refused:
        commands.change_product(
            product=product.reference, entry=offers.entry(breaks=(), category=""), by=cast.argan.actor, at=AT
        )
    assert {one.code for one in refused.value.refusals} == {"product.missing.price", "product.missing.category"}
    commands.change_product(
        product=product.reference,
        entry=offers.entry(breaks=(Break(D(50), D(20)),)),
        by=cast.argan.actor,
        at=later(days=1),
    )
    found = queries.publication(product.reference, on=AT.date())
    assert found is not None
    assert found.prices is not None
    assert found.prices.highest == 20
    assert found.changed_at == later(days=1)


def test_prices_that_do_not_fall_are_refused_twice(cast: Cast) -> None:
    rising = (Break(D(50), D(20)), Break(D(100), D(21)))
    with pytest.raises(Refused) as refused:
        commands.add_product(entry=offers.entry(breaks=rising), by=cast.argan.actor, at=AT)
    assert refused.value.code == "product.breaks.fall"
    prices = offers.published(cast.argan).price_lists.get()
    PriceBreak.objects.create(price_list=prices, min_quantity=900, unit_price=30)
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    PriceBreak.objects.filter(min_quantity=900).delete()


def test_the_first_published_product_opens_the_storefront_once(cast: Cast) -> None:
    offers.published(cast.argan)
    commands.close_storefront(by=cast.argan.actor, at=AT)
    offers.published(cast.argan, sku="TA-5")
    assert queries.storefront("tafrawt-argane", on=AT.date()) is None
    commands.open_storefront(by=cast.argan.actor, at=AT)
    shop = queries.storefront("tafrawt-argane", on=AT.date())
    assert shop is not None
    assert shop.products == 2


def test_a_double_post_adds_one_product(cast: Cast) -> None:
    arguments = {"entry": offers.entry(), "by": cast.argan.actor, "at": AT}
    first = perform(commands.add_product, once="key", **arguments)
    second = perform(commands.add_product, once="key", **arguments)
    assert first.reference == second.reference
    assert second.repeated
    assert Product.objects.count() == 1


def test_photos_are_ordered_capped_and_the_last_one_stays(cast: Cast) -> None:
    product = offers.published(cast.argan)
    files = [offers.upload(cast.argan, offers.jpeg(colour=colour)) for colour in ("red", "green")]
    for file in files:
        commands.add_photo(product=product.reference, file=file, by=cast.argan.actor, at=AT)
        commands.prepare_photo(file=file, by=offers.SYSTEM, at=AT)
    commands.order_photos(product=product.reference, files=(files[1],), by=cast.argan.actor, at=AT)
    first = Photo.objects.filter(product=product).first()
    assert first is not None
    assert first.file == files[1]
    for photo in list(Photo.objects.filter(product=product))[:2]:
        commands.remove_photo(product=product.reference, file=photo.file, by=cast.argan.actor, at=AT)
    last = Photo.objects.get(product=product)
    with pytest.raises(Refused) as refused:
        commands.remove_photo(product=product.reference, file=last.file, by=cast.argan.actor, at=AT)
    assert refused.value.code == "product.photo.last"


def test_a_photo_of_another_company_is_not_taken(cast: Cast) -> None:
    product = offers.draft(cast.argan)
    with pytest.raises(Refused) as refused:
        commands.add_photo(product=product.reference, file=offers.upload(cast.rival), by=cast.argan.actor, at=AT)
    assert refused.value.code == "product.photo.unknown"


def test_a_duplicate_is_a_draft_with_the_same_words_and_photos(cast: Cast) -> None:
    product = offers.published(cast.argan)
    copy = commands.duplicate_product(product=product.reference, by=cast.argan.actor, at=AT)
    found = queries.own_product(copy.reference, supplier=cast.argan.reference, on=AT.date())
    assert found is not None
    assert (found.state, found.sku, len(found.photos)) == ("DRAFT", "", 1)
    assert found.prices == queries.publications([product.pk], on=AT.date())[0].prices


def test_the_journal_tells_names_and_no_content(cast: Cast) -> None:
    product = offers.published(cast.argan)
    names = [entry.name for entry in journal.history(product.reference)]
    assert names == ["catalogue.product.added", "catalogue.product.changed", "catalogue.product.published"]
    assert "argan" not in str(list(Event.objects.values_list("data", flat=True)))


def test_six_hundred_products_are_imported_in_few_statements(cast: Cast, django_assert_max_num_queries: object) -> None:
    photo = offers.drawn()
    rows = [
        ImportRow(cast.argan.reference, offers.entry(sku=f"S{number}"), (replace(photo, file=f"F{number}"),), True)
        for number in range(600)
    ]
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        commands.import_products(rows=rows, by=offers.SYSTEM, at=AT)
    assert Product.objects.filter(state="PUBLISHED").count() == 600
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        assert len(queries.publications(on=AT.date())) == 600


def test_an_import_names_every_row_that_cannot_stand(cast: Cast) -> None:
    rows = [
        ImportRow(cast.argan.reference, offers.entry(sku="1", unit="XXX")),
        ImportRow(cast.rival.reference, offers.entry(sku="2")),
        ImportRow(cast.argan.reference, offers.entry(sku="3", category="nowhere")),
    ]
    with pytest.raises(Refused) as refused:
        commands.import_products(rows=rows, by=cast.argan.actor, at=AT)
    assert [one.values["row"] for one in refused.value.refusals] == [1, 2, 3]
    assert not Product.objects.exists()


def test_answer_time_is_shown_on_the_storefront(cast: Cast) -> None:
    offers.published(cast.argan)
    commands.record_response_time(supplier=cast.argan.id, minutes=300, count=4, by=offers.SYSTEM, at=AT)
    assert Storefront.objects.get().response_minutes == 300
    assert queries.suppliers([cast.argan.id], on=AT.date())[cast.argan.id].response_minutes == 300


def test_drawings_get_their_pixels_in_small_steps(cast: Cast) -> None:
    rows = [
        ImportRow(cast.argan.reference, offers.entry(sku=f"S{number}"), (offers.drawn(number),), True)
        for number in range(1, 8)
    ]
    commands.import_products(rows=rows, by=offers.SYSTEM, at=AT)
    steps, after = 0, 0
    while (key := commands.draw_rasters(after=after, by=offers.SYSTEM, at=AT)) is not None:
        steps, after = steps + 1, int(key)
    assert steps == 2
    found = queries.publications(on=AT.date())[0].photo
    assert found is not None
    assert found.at_least(300).media_type == "image/svg+xml"
    assert (found.preview.media_type, found.preview.width, found.srcset) == ("image/jpeg", 800, "")
