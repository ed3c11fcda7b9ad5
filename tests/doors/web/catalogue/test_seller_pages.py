"""The supplier's own pages: quick add, editor, publishing, photos, storefront; and who may not."""

from __future__ import annotations

import csv
import gzip
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.market.catalogue import commands, queries
from fondouk.market.catalogue.entry import TextEntry
from fondouk.market.catalogue.models import Photo, Product, Storefront
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves(db: None) -> None:
    offers.shelves()


def signed_in(party: Party, person: object = None) -> Client:
    client = Client()
    client.force_login(person or party.owner)
    return client


def picture(name: str = "IMG_1.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or offers.jpeg(), "image/jpeg")


def inputs(html: str) -> dict[str, str]:
    """The editor's fields as the page shows them."""
    form = html[html.index('id="editor"') :]
    form = form[: form.index("</form>")]
    values: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]+>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag:
            values[name[1]] = value[1] if value else ""
    for name, body in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', body)
        values[name] = chosen[1] if chosen else ""
    for name, body in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s?(.*?)</textarea>', form, re.S):
        values[name] = body.replace("&#x27;", "'")
    return values


def test_a_product_is_added_on_a_phone_with_photo_name_and_price(cast: Cast) -> None:
    client = signed_in(cast.argan)
    page = client.get("/ar/sell/products/new/")
    assert page.status_code == 200
    answer = client.post(
        "/ar/sell/products/new/",
        {"title": "زيت أركان", "price": "٢٤٫٨", "currency": "USD", "unit": "KGM", "moq": "50", "category": "argan-oil",
         "photos": picture(), "once": "k1"},
    )  # fmt: skip
    assert answer.status_code == 302
    product = Product.objects.get()
    found = queries.own_product(product.reference, supplier=cast.argan.reference, on=AT.date())
    assert found is not None
    assert found.text("ar").title == "زيت أركان"
    assert found.prices is not None
    assert str(found.prices.highest) == "24.8"
    assert Photo.objects.get().variants == []
    commands.prepare_photo(file=Photo.objects.get().file, by=offers.SYSTEM, at=AT)
    published = client.post(f"/ar/sell/products/{product.reference}/publication/", {"once": "k2"})
    assert published.status_code == 302
    assert queries.publication(product.reference, on=AT.date()) is not None


def test_bad_input_keeps_what_was_typed_and_the_photo(cast: Cast) -> None:
    client = signed_in(cast.argan)
    answer = client.post(
        "/en/sell/products/new/",
        {"title": "Argan oil", "price": "cheap", "currency": "USD", "unit": "KGM", "photos": picture(), "once": "k"},
    )
    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Argan oil"' in body
    assert 'value="cheap"' in body
    kept = re.search(r'name="kept" value="([^"]+)"', body)
    assert kept
    again = client.post(
        "/en/sell/products/new/",
        {"title": "Argan oil", "price": "20", "currency": "USD", "unit": "KGM", "kept": kept[1], "once": "k"},
    )
    assert again.status_code == 302
    assert Photo.objects.get().file == kept[1]


def test_a_hostile_photo_is_refused_with_a_sentence(cast: Cast) -> None:
    client = signed_in(cast.argan)
    answer = client.post(
        "/en/sell/products/new/",
        {"title": "Oil", "currency": "USD", "photos": picture("cat.jpg", b"<script>alert(1)</script>"), "once": "k"},
    )
    assert answer.status_code == 422
    assert "This kind of file is not taken here." in answer.content.decode()
    assert not Product.objects.exists()


def test_a_double_post_adds_one_product(cast: Cast) -> None:
    client = signed_in(cast.argan)
    typed = {"title": "Oil", "currency": "USD", "once": "same"}
    first, second = (client.post("/en/sell/products/new/", {**typed, "photos": picture()}) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Product.objects.count() == 1


def test_the_editor_gives_back_everything_it_was_given(cast: Cast) -> None:
    product = offers.published(cast.argan)
    client = signed_in(cast.argan)
    before = queries.own_product(product.reference, supplier=cast.argan.reference, on=AT.date())
    values = inputs(client.get(f"/en/sell/products/{product.reference}/").content.decode())
    assert values["price_1"] == "22.6"
    assert values["specification_fr"] == "Acidité: 0,6 %"
    answer = client.post(f"/en/sell/products/{product.reference}/", {**values, "then": "save"})
    assert answer.status_code == 302
    after = queries.own_product(product.reference, supplier=cast.argan.reference, on=AT.date())
    assert before is not None
    assert after is not None
    for name in ("texts", "price_lists", "tariff_codes", "preferences", "cargo", "sample", "storage_celsius", "moq"):
        assert getattr(after, name) == getattr(before, name), name


def test_publishing_lists_everything_missing_with_links(cast: Cast) -> None:
    client = signed_in(cast.argan)
    client.post("/en/sell/products/new/", {"title": "Oil", "currency": "USD", "once": "k"})
    product = Product.objects.get()
    answer = client.post(f"/en/sell/products/{product.reference}/publication/", {"once": "p"})
    body = answer.content.decode()
    assert answer.status_code == 422
    for target in ("photos", "id_category", "id_unit", "id_moq", "id_from_0"):
        assert f'href="#{target}"' in body
        assert f'id="{target}"' in body


def test_the_editor_says_what_is_wrong_beside_the_field(cast: Cast) -> None:
    product = offers.published(cast.argan)
    client = signed_in(cast.argan)
    address = f"/en/sell/products/{product.reference}/"
    values = inputs(client.get(address).content.decode())
    answer = client.post(address, {**values, "price_1": "30", "hs6": "15.15", "title_en": "Kept words"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "An HS code has six digits" in body
    assert "Kept words" in body
    assert 'value="30"' in body


def test_pause_archive_and_duplicate(cast: Cast) -> None:
    product = offers.published(cast.argan)
    client = signed_in(cast.argan)
    base = f"/en/sell/products/{product.reference}"
    assert client.post(f"{base}/pause/", {"once": "1"}).status_code == 302
    assert Product.objects.get(pk=product.pk).state == "PAUSED"
    copy = client.post(f"{base}/copies/", {"once": "2"})
    assert client.post(f"{base}/archive/", {"once": "3"}).status_code == 302
    assert client.get(copy["Location"]).status_code == 200
    assert client.get("/en/sell/products/?state=ARCHIVED").content.decode().count('class="own-words"') == 1


def test_photos_are_added_ordered_and_removed(cast: Cast) -> None:
    product = offers.published(cast.argan)
    client = signed_in(cast.argan)
    base = f"/en/sell/products/{product.reference}/photos"
    answer = client.post(f"{base}/", {"photos": [picture(), picture("x.jpg", b"no picture")], "once": "1"}, follow=True)
    assert "This kind of file is not taken here." in answer.content.decode()
    new = Photo.objects.get(product=product, variants=[])
    commands.prepare_photo(file=new.file, by=offers.SYSTEM, at=AT)
    client.post(f"{base}/{new.file}/first/", {"once": "2"})
    first = Photo.objects.filter(product=product).first()
    assert first is not None
    assert first.file == new.file
    client.post(f"{base}/{new.file}/removal/", {"once": "3"})
    assert Photo.objects.filter(product=product).count() == 1


def test_strangers_get_404_and_colleagues_without_the_right_403(cast: Cast) -> None:
    product = offers.published(cast.ceramics)
    base = f"/en/sell/products/{product.reference}/"
    posts = ("publication/", "pause/", "archive/", "copies/", "photos/")
    for party in (cast.rival, cast.argan):
        client = signed_in(party)
        assert client.get(base).status_code == 404
        assert [client.post(base + one, {"once": one}).status_code for one in posts] == [404] * 5
    for party in (cast.chicago, cast.partner):
        assert signed_in(party).get("/en/sell/products/").status_code == 404
    clerk = signed_in(cast.ceramics, cast.ceramics.clerk_person)
    assert clerk.get("/en/sell/products/").status_code == 200
    assert clerk.get(base).status_code == 403
    assert [clerk.post(base + one, {"once": one}).status_code for one in posts] == [403] * 5
    assert Client().get("/en/sell/products/").status_code == 302
    assert Product.objects.get(pk=product.pk).state == "PUBLISHED"


def test_malformed_references_are_not_there(cast: Cast) -> None:
    client = signed_in(cast.argan)
    product = offers.published(cast.argan)
    for reference in ("%00", "PRD-%00", "x" * 300, "PRD-0000-0001"):
        assert client.get(f"/en/sell/products/{reference}/").status_code in (400, 404)
        assert client.post(f"/en/sell/products/{reference}/photos/%00/removal/", {"once": "1"}).status_code in (
            400,
            404,
        )
        assert client.get(f"/en/p/{reference}/x/").status_code in (400, 404)
    for file in ("%00", "FIL-0000-0000"):
        assert client.post(f"/en/sell/products/{product.reference}/photos/{file}/first/").status_code in (400, 404)


def test_the_storefront_editor_saves_words_colour_and_cover(cast: Cast) -> None:
    client = signed_in(cast.argan)
    assert client.get("/fr/sell/storefront/").status_code == 200
    answer = client.post(
        "/fr/sell/storefront/",
        {"palette": "amber", "story_fr": "Nous pressons.", "headline_ar": "زيت", "cover": picture(), "once": "1"},
    )
    assert answer.status_code == 302
    row = Storefront.objects.get()
    assert (row.palette, row.stories, row.headlines) == ("amber", {"fr": "Nous pressons."}, {"ar": "زيت"})
    assert row.cover_variants
    assert client.get("/fr/s/tafrawt-argane/").status_code == 404
    assert "Nous pressons." in client.get("/fr/sell/storefront/preview/").content.decode()
    client.post("/fr/sell/storefront/opening/", {"once": "2"})
    assert client.get("/fr/s/tafrawt-argane/").status_code == 200
    bad = client.post("/fr/sell/storefront/", {"palette": "neon", "story_fr": "Gardé", "once": "3"})
    assert bad.status_code == 422
    assert "Gardé" in bad.content.decode()


def test_all_products_can_be_taken_away_as_a_table(cast: Cast) -> None:
    product = offers.published(cast.argan, texts={"en": TextEntry("=cmd|' /C calc'!A0", 'Oil, "best"\nof all')})
    answer = signed_in(cast.argan).get("/en/sell/products.csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["reference"] == product.reference
    assert row["title_en"].startswith("'=cmd")
    assert (row["moq"], row["from_2"], row["price_2"], row["tariff_us"]) == ("50", "200", "22.6", "15159081")
    assert row["summary_en"] == 'Oil, "best"\nof all'
    (header,) = csv.reader(io.StringIO(signed_in(cast.rival).get("/en/sell/products.csv").content.decode("utf-8-sig")))
    assert len(header) == len(row)


def test_the_operator_holds_and_shows_again(cast: Cast) -> None:
    product = offers.published(cast.argan)
    desk = signed_in(cast.operator)
    assert product.reference in desk.get("/en/desk/products/?q=argan").content.decode()
    desk.post(f"/en/desk/products/{product.reference}/hold/", {"reason": "Another maker's photo", "once": "1"})
    seller = signed_in(cast.argan).get(f"/en/sell/products/{product.reference}/").content.decode()
    assert "Another maker&#39;s photo" in seller
    desk.post(f"/en/desk/products/{product.reference}/release/", {"once": "2"})
    assert Product.objects.get(pk=product.pk).state == "PUBLISHED"
    assert signed_in(cast.argan).get("/en/desk/products/").status_code == 404


def test_seller_pages_are_light_and_cheap(cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(6):
        offers.published(cast.argan, sku=f"T{number}")
    product = Product.objects.first()
    assert product is not None
    client = signed_in(cast.argan)
    paths = ("/ar/sell/products/", f"/ar/sell/products/{product.reference}/", "/ar/sell/products/new/",
             "/ar/sell/storefront/")  # fmt: skip
    for path in paths:
        with django_assert_max_num_queries(16):  # type: ignore[operator]
            answer = client.get(path)
        assert len(gzip.compress(answer.content)) < 20_000, path


def test_an_upload_is_read_once_and_never_twice(cast: Cast) -> None:
    stream = io.BytesIO(offers.jpeg())
    stream.name = "a.jpg"
    client = signed_in(cast.argan)
    assert (
        client.post("/en/sell/products/new/", {"title": "Oil", "currency": "USD", "photos": stream}).status_code == 302
    )
